"""Others harmed beside people of one status: "killed seven civilians and injured dozens of other people".

Reading leaves "others" without a status, for nobody states it. Assessing takes them for people like those counted just
before them by the same voice, as long as that voice speaks in its report of people of that status alone. The row says
so among its reasons.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from everyclaim.assess.weighed import Weighed
from everyclaim.model import Grounds

_OTHERS = re.compile(r"\b(?:others?|another|more)\b", re.IGNORECASE)
_CLOSE = 200
"""Farther back than this many characters, about one long sentence, others are no longer told beside a count."""


def like_those_before(figures: Sequence[Weighed]) -> list[Weighed]:
    """Give each count of others the status of those counted before it, and name the claim that it was taken from."""
    return [_like(each, figures) if _tells_of_others(each) else each for each in figures]


def _tells_of_others(said: Weighed) -> bool:
    return said.figure.status == "unknown" and _OTHERS.search(said.claim.value.span.quote) is not None


def _like(others: Weighed, figures: Sequence[Weighed]) -> Weighed:
    of_voice = [each for each in figures if each.report == others.report and each.origin == others.origin]
    stated = [each for each in of_voice if each.figure.status != "unknown" and not each.own_dead]
    if len({each.status for each in stated}) != 1:
        return others
    start = others.claim.value.span.start
    before = [each for each in stated if 0 < start - each.claim.value.span.start <= _CLOSE]
    if not before:
        return others
    nearest = max(before, key=lambda each: each.claim.value.span.start)
    return replace(others, status=nearest.status, enemy=nearest.enemy, like=nearest.claim.id)


def status_grounds(figures: Iterable[Weighed]) -> tuple[Grounds, ...]:
    """Why others stand in a row whose status nobody gave them."""
    taken = [each for each in figures if each.like is not None]
    if not taken:
        return ()
    claims = tuple(sorted({code for each in taken for code in (each.claim.id, each.like or "")}))
    words = ", ".join(dict.fromkeys(f"“{each.claim.value.span.quote}”" for each in taken))
    text = f"{words}: taken for {taken[0].status} as those counted just before by the same voice."
    return (Grounds("status", "others_like_those_before", claims, text),)
