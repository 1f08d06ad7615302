"""How well harm to civilians is supported: the decision list of the codebook, 6.2. The first that holds."""

from everyclaim.assess.acknowledged import Answer
from everyclaim.assess.attribution import Attribution
from everyclaim.assess.names import sides
from everyclaim.assess.support import Support, names_of
from everyclaim.model import Grounds

_NAME = "grade"


def grade(support: Support, attribution: Attribution, harm: Answer, status: str | None) -> tuple[str | None, Grounds]:
    """The grade with its grounds.

    None where no harm is alleged. Discounted: a credible voice that is no party says that there was none, and none says
    otherwise. Confirmed: an attacker accepts the harm. Contested: attributions cannot all be true. Fair: two or more
    independent credible origins, and the strike is declared or likely. Else Weak.
    """
    alleging = tuple(sorted(each.claim.id for each in support.alleging))
    refuting = tuple(sorted(each.claim.id for each in support.refuting))
    if not alleging:
        return None, Grounds(_NAME, "no_harm_alleged", (), "Nobody alleges harm to civilians.")
    if refuting and not support.origins:
        text = f"{names_of(support.refuting)} say that no civilian was harmed, and no credible voice says otherwise."
        return "Discounted", Grounds(_NAME, "refuted", refuting, text)
    if harm.value == "yes" and harm.grounds is not None:
        return "Confirmed", Grounds(
            _NAME, "accepted_by_an_attacker", harm.grounds.claims, "An attacker accepts the harm."
        )
    if attribution.competing:
        named = tuple(sorted(code for claims in attribution.named.values() for code in claims))
        text = f"{sides(attribution.competing)} are named, and nobody says that they struck jointly."
        return "Contested", Grounds(_NAME, "competing_attributions", named, text)
    many = len(support.origins) > 1
    if many and status in {"Declared strike", "Likely strike"}:
        text = f"{len(support.origins)} independent credible origins ({support.names}); {status}."
        return "Fair", Grounds(_NAME, "two_credible_origins", alleging, text)
    text = (
        "Several origins, but who struck is open." if many else f"One origin alone: {support.names or 'none credible'}."
    )
    return "Weak", Grounds(_NAME, "one_origin_or_no_attacker", alleging, text)
