"""From the claims of an incident to ranges, statuses and grades, each with its rule, its claims and a sentence.

Where it stands: after matching. `assess` is a pure function of the incident, the reports as they were read, the source
register and a policy; it sees no case and no settings.
"""

from everyclaim.assess.assessing import assess, contradictions
from everyclaim.assess.materials import Materials
from everyclaim.assess.policy import Policy, policies
from everyclaim.assess.register import Register, Voice, register_of

__all__ = ["Materials", "Policy", "Register", "Voice", "assess", "contradictions", "policies", "register_of"]
