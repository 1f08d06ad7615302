"""Which claims an incident shows for type, days and place: what most of its happenings agree with, then the finer one.

A main happening's claim counts twice; a day that the reader guessed is taken only where nobody names one.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from everyclaim.match.days import Days, gap
from everyclaim.match.facts import is_guessed
from everyclaim.match.nearness import RADIUS, compare
from everyclaim.model import Claim, Happening, Kind, Place, When

_VAGUE = frozenset({"attack_unclear", "armed_attack", "other_violence"})
_FINENESS = tuple(RADIUS)
_AGREES = 0.5
"""Two places whose nearness is this share or more back each other."""


class Preferred(NamedTuple):
    """The claims that an incident prefers."""

    type: Claim | None
    when: Claim | None
    where: Claim | None


class _Vote(NamedTuple):
    claim: Claim
    weight: int


def prefer(happenings: Sequence[Happening], by_id: Mapping[str, Claim]) -> Preferred:
    """Choose among the claims that the happenings prefer."""
    votes = list(dict.fromkeys(_votes(happenings, by_id)))
    return Preferred(
        min(
            (each.claim for each in votes if isinstance(each.claim.value.meaning, Kind)),
            key=lambda claim: _kind(claim, votes),
            default=None,
        ),
        min(
            (each.claim for each in votes if isinstance(each.claim.value.meaning, When)),
            key=lambda claim: _day(claim, votes),
            default=None,
        ),
        min(
            (each.claim for each in votes if isinstance(each.claim.value.meaning, Place)),
            key=lambda claim: _place(claim, votes),
            default=None,
        ),
    )


def _votes(happenings: Sequence[Happening], by_id: Mapping[str, Claim]) -> Iterator[_Vote]:
    for each in happenings:
        for code in (each.type, each.when, each.where):
            if code is not None and code in by_id:
                yield _Vote(by_id[code], 2 if each.rank == "main" else 1)


def _kind(claim: Claim, votes: Sequence[_Vote]) -> tuple[bool, int, str]:
    kind = claim.value.meaning
    vague = isinstance(kind, Kind) and kind.type in _VAGUE
    types = [
        (each.claim.value.meaning.type, each.weight) for each in votes if isinstance(each.claim.value.meaning, Kind)
    ]
    agreeing = sum(weight for told, weight in types if isinstance(kind, Kind) and told == kind.type)
    return vague, -agreeing, claim.id


def _day(claim: Claim, votes: Sequence[_Vote]) -> tuple[bool, int, int, bool, str]:
    when = claim.value.meaning
    days = _days(when)
    named = [each for each in votes if isinstance(each.claim.value.meaning, When) and not is_guessed(each.claim)]
    agreeing = sum(each.weight for each in named if gap(days, _days(each.claim.value.meaning)) == 0)
    vague = not (isinstance(when, When) and (when.time is not None or when.part_of_day is not None))
    return is_guessed(claim), -agreeing, days.width, vague, claim.id


def _days(when: object) -> Days:
    if not isinstance(when, When):
        return Days(date.min, date.max, named=False)
    return Days(when.earliest or date.min, when.latest or date.max, named=True)


def _place(claim: Claim, votes: Sequence[_Vote]) -> tuple[bool, int, bool, int, str]:
    place = claim.value.meaning
    if not isinstance(place, Place):
        return True, 0, True, 0, claim.id
    others = [(each.claim.value.meaning, each.weight) for each in votes]
    agreeing = sum(
        weight for other, weight in others if isinstance(other, Place) and compare(place, other).share >= _AGREES
    )
    fineness = _FINENESS.index(place.precision)
    coarse = fineness > _FINENESS.index("district")
    return coarse, -agreeing, place.lat is None, abs(fineness - _FINENESS.index("settlement")), claim.id
