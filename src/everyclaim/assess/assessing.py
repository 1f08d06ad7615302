"""The whole of assessing as one readable function."""

from collections.abc import Sequence

from everyclaim.assess import contradictions as contradicting
from everyclaim.assess.acknowledged import acknowledged_harm, acknowledged_strike
from everyclaim.assess.attribution import attribute
from everyclaim.assess.grade import grade
from everyclaim.assess.materials import Materials
from everyclaim.assess.policy import Policy, policies
from everyclaim.assess.prepare import prepare
from everyclaim.assess.register import Register
from everyclaim.assess.rows import make_rows
from everyclaim.assess.strike_status import strike_status
from everyclaim.assess.support import support
from everyclaim.assess.verification import verification
from everyclaim.model import Assessment, Incident


def assess(incident: Incident, told: Sequence[Materials], register: Register, policy: Policy) -> Assessment:
    """Read an incident by one policy.

    Args:
        incident: whose claims are weighed.
        told: the reports of the case; those that do not belong to the incident are not looked at.
        register: kinds, sides and credibility of the voices.
        policy: one of `policies()`.
    """
    prepared = prepare(incident, told, register, policy)
    backing, attribution = support(prepared), attribute(prepared)
    strike, harm = acknowledged_strike(prepared), acknowledged_harm(prepared)
    status, why_status = strike_status(prepared, attribution)
    graded, why_grade = grade(backing, attribution, harm, status)
    level, why_level = verification(prepared, backing)
    reasons = (why_status, why_grade, why_level, strike.grounds, harm.grounds)
    return Assessment(
        incident=incident.id,
        policy=policy.name,
        version=policy.version,
        strike_status=status,
        grade=graded,
        verification=level,
        acknowledged_strike=strike.value,
        acknowledged_harm=harm.value,
        harm=make_rows(prepared.figures, policy),
        positions=tuple(sorted(each.claim.id for each in prepared.positions)),
        beside=tuple(sorted(each.claim.id for each in prepared.beside)),
        reasons=tuple(each for each in reasons if each is not None),
    )


def contradictions(incident: Incident, told: Sequence[Materials], register: Register) -> tuple[tuple[str, str], ...]:
    """Pairs of claims of an incident, across its reports, that cannot both hold; the same under every policy."""
    return contradicting.contradictions(prepare(incident, told, register, policies()[0]))
