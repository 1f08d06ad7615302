"""What makes two happenings different for certain: each a function with a docstring, listed once in `CONFLICTS`.

One conflict is enough: it refuses the pair, and keeps their groups apart, however much else agrees. Wrong merges hurt
more than missed ones.
"""

from collections.abc import Callable

from everyclaim.match.days import gap, reach
from everyclaim.match.facts import Facts
from everyclaim.match.nearness import compare
from everyclaim.model import Place

Conflict = Callable[[Facts, Facts], str | None]

_HOURS_APART = 3
"""Clock times further apart than this are two attacks; witnesses' times of one attack differ by less."""

_PARTS = {
    "dawn": 5, "early morning": 5, "morning": 9, "noon": 12, "midday": 12, "afternoon": 15, "dusk": 19, "evening": 20,
}  # fmt: skip
_PARTS_APART = 6


def different_days(one: Facts, other: Facts) -> str | None:
    """The days differ beyond their precision, even if town, weapon and number of victims agree."""
    left, right = reach(one), reach(other)
    if left is None or right is None or gap(left, right) == 0:
        return None
    return f"The days differ: {_days(one)} and {_days(other)}."


def different_times(one: Facts, other: Facts) -> str | None:
    """On one day, the hours told are far apart: a strike at dawn is not one in the evening."""
    if one.when is None or other.when is None or one.when.earliest != other.when.earliest:
        return None
    left, right = one.when, other.when
    if left.time and right.time and abs(_hour(left.time) - _hour(right.time)) > _HOURS_APART:
        return f"The hours differ: {left.time} and {right.time}."
    hours = [_PARTS.get((each.part_of_day or "").casefold()) for each in (left, right)]
    if None not in hours and abs(hours[0] - hours[1]) >= _PARTS_APART:  # type: ignore[operator]
        return f"The parts of the day differ: {left.part_of_day} and {right.part_of_day}."
    return None


def different_places(one: Facts, other: Facts) -> str | None:
    """No place of the one can be a place of the other: other countries, or further apart than their precision."""
    found = [compare(left, right) for left in _finest(one) for right in _finest(other)]
    return found[0].text if found and all(each.apart for each in found) else None


def _finest(facts: Facts) -> list[Place]:
    """The places without countries that only hold them: "Kano, Nigeria" and "Jos, Nigeria" do not share a place."""
    within = [place for place in facts.places if place.precision != "country"]
    return within or list(facts.places)


def told_apart(one: Facts, other: Facts) -> str | None:
    """One report tells them as two: it counts them apart, or calls one the answer to the other."""
    if one.key[0] != other.key[0]:
        return None
    if other.key[1] in one.linked or one.key[1] in other.linked:
        return "The report names one as the cause of the other."
    return "One report tells them as two events."


CONFLICTS: tuple[Conflict, ...] = (different_days, different_times, different_places, told_apart)


def find_conflict(one: Facts, other: Facts) -> tuple[str, str] | None:
    """The first conflict of a pair: its name and the sentence."""
    for conflict in CONFLICTS:
        if (text := conflict(one, other)) is not None:
            return conflict.__name__, text
    return None


def _hour(time: str) -> float:
    hours, _, minutes = time.partition(":")
    return int(hours) + int(minutes or 0) / 60 if hours.isdigit() and (minutes or "0").isdigit() else 0.0


def _days(facts: Facts) -> str:
    when = facts.when
    if when is None:
        return "unknown"
    if when.earliest == when.latest:
        return str(when.earliest)
    return f"{when.earliest or '...'} to {when.latest or '...'}"
