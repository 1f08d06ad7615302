"""Others harmed beside people of one status: "killed seven civilians and injured dozens of other people".

Reading leaves "others" without a status, for nobody states it. Assessing takes them for people like those counted just
before them by the same voice, as long as that voice speaks in its report of people of that status alone. The row says
so among its reasons.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from everyclaim.assess.weighed import Like, Weighed
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
    like = Like(nearest.claim.id, "others_like_those_before", "as those counted just before by the same voice")
    return replace(others, status=nearest.status, enemy=nearest.enemy, like=like)


def status_grounds(figures: Iterable[Weighed]) -> tuple[Grounds, ...]:
    """Why people stand in a row whose status their own words do not give, one reason for each rule."""
    taken: dict[tuple[str, str], list[tuple[Weighed, str]]] = {}
    for each in figures:
        if each.like is not None:
            taken.setdefault((each.like.rule, each.like.text), []).append((each, each.like.claim))
    return tuple(_grounds(rule, text, given) for (rule, text), given in sorted(taken.items()))


def _grounds(rule: str, text: str, given: Sequence[tuple[Weighed, str]]) -> Grounds:
    claims = tuple(sorted({code for each, like in given for code in (each.claim.id, like)}))
    words = ", ".join(dict.fromkeys(f"“{each.claim.value.span.quote}”" for each, _ in given))
    return Grounds("status", rule, claims, f"{words}: taken for {given[0][0].status} {text}.")
