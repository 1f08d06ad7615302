"""People without a status whose number is that of the civilians in another report: the same people.

Where it stands: `prepare` asks it when the figures are weighed. "Seven were killed, Amnesty says" beside Amnesty's own
"seven civilians" is no count of everybody that would hold fighters whom others claim. Only civilians lend their status:
a belligerent's word for its enemy must not take people out of the least.
"""

from collections.abc import Sequence
from dataclasses import replace

from everyclaim.assess.weighed import Like, Weighed

LEAST = 3
"""Most attacks have a one and a two; that two reports share one shows nothing."""


def like_the_civilians(figures: Sequence[Weighed]) -> list[Weighed]:
    """Give each number of people without a status that of the civilians whom another report counts so."""
    return [_like(each, figures) if _is_bare(each) else each for each in figures]


def _is_bare(said: Weighed) -> bool:
    figure = said.figure
    return figure.status == "unknown" and said.like is None and not said.own_dead and (figure.number or 0) >= LEAST


def _like(bare: Weighed, figures: Sequence[Weighed]) -> Weighed:
    same = [each for each in figures if each.report != bare.report and _count(each) == _count(bare)]
    stated = [each for each in same if each.figure.status != "unknown" and not each.own_dead]
    if not stated or any(each.figure.status != "civilian" or each.enemy for each in stated):
        return bare
    first = min(stated, key=lambda each: each.claim.id)
    like = Like(first.claim.id, "same_number_as_civilians", "as that many are in another report")
    return replace(bare, status=first.status, like=like)


def _count(said: Weighed) -> tuple[str, int | None, int | None]:
    """What is counted: "21 men" may be the 21 captives, so the group is not asked."""
    figure = said.figure
    return figure.harm, figure.number, figure.number_high or figure.number
