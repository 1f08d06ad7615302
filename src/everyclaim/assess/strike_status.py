"""Who did it, as a status of the strike (codebook, 6.1)."""

from everyclaim.assess.attribution import Attribution
from everyclaim.assess.names import sides
from everyclaim.assess.prepare import Prepared
from everyclaim.assess.support import origins_named, tellers
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
        text = f"Sources name {sides(attribution.competing)}, which did not strike jointly."
        return "Contested strike", _grounds("named_differently", named, text)
    if attribution.declared:
        claims = sorted(code for each in attribution.declared.values() for code in each)
        text = f"Declared publicly by {sides(attribution.declared)}."
        return "Declared strike", _grounds("declared_by_a_belligerent", claims, text)
    tellings = tellers(prepared)
    origins = {each.origin for each in tellings}
    told = sorted(each.claim.id for each in tellings)
    if len(origins) == 1:
        return "Single source claim", _grounds(
            "one_origin", told, f"One source alone tells of it: {origins_named(tellings)}."
        )
    if named:
        text = f"Sources attribute it to {sides(attribution.named)}, undeclared."
        return "Likely strike", _grounds("attributed_by_others", named, text)
    if told:
        return "Contested strike", _grounds("nobody_named", told, "Nobody is named as the attacker.")
    return None, _grounds("nothing_asserted", [], "No claim asserts it.")


def _grounds(rule: str, claims: list[str], text: str) -> Grounds:
    return Grounds(_NAME, rule, tuple(claims), text)
