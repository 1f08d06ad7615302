"""The whole of assessing as one readable function."""

from collections.abc import Sequence

from everyclaim.assess.materials import Materials
from everyclaim.assess.policy import Policy
from everyclaim.assess.register import Register
from everyclaim.model import Assessment, Incident


def assess(incident: Incident, told: Sequence[Materials], register: Register, policy: Policy) -> Assessment:
    """Read an incident by one policy.

    Args:
        incident: whose claims are weighed.
        told: the reports of the case; those that do not belong to the incident are not looked at.
        register: kinds, sides and credibility of the voices.
        policy: one of `policies()`.
    """
    raise NotImplementedError(incident, told, register, policy)
