"""Who did it, as a status of the strike (codebook, 6.1)."""

from everyclaim.assess.attribution import Attribution
from everyclaim.assess.prepare import Prepared
from everyclaim.assess.support import tellers
from everyclaim.model import Grounds

_NAME = "strike_status"


def strike_status(prepared: Prepared, attribution: Attribution) -> tuple[str | None, Grounds]:
    """The status with its grounds; the first that holds.

    Contested: different belligerents are named who cannot have struck jointly. Declared: one says itself that it
    struck. Single source claim: one origin alone tells of it. Likely: others attribute it to a belligerent that has not
    declared it. Contested again where nobody is named.
    """
    named = sorted(code for claims in attribution.named.values() for code in claims)
    if attribution.competing:
        sides = " and ".join(attribution.competing)
        return "Contested strike", _grounds(
            "named_differently", named, f"Sources name {sides}, which did not strike jointly."
        )
    if attribution.declared:
        claims = sorted(code for each in attribution.declared.values() for code in each)
        sides = " and ".join(attribution.declared)
        return "Declared strike", _grounds(
            "declared_by_a_belligerent", claims, f"{sides} say publicly that they struck."
        )
    tellings = tellers(prepared)
    origins = {each.origin for each in tellings}
    told = sorted(each.claim.id for each in tellings)
    if len(origins) == 1:
        return "Single source claim", _grounds("one_origin", told, f"One source alone tells of it: {min(origins)}.")
    if named:
        sides = " and ".join(attribution.named)
        return "Likely strike", _grounds("attributed_by_others", named, f"Sources attribute it to {sides}, undeclared.")
    if told:
        return "Contested strike", _grounds("nobody_named", told, "Nobody is named as the attacker.")
    return None, _grounds("nothing_asserted", [], "No claim asserts it.")


def _grounds(rule: str, claims: list[str], text: str) -> Grounds:
    return Grounds(_NAME, rule, tuple(claims), text)
