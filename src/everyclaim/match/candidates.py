"""Which pairs are worth comparing: those that share a block of days and place. Never all pairs.

A happening stands in one block for each day and country that it may have, a vague one in one for each month. Where no
country is known, the names of its places and its larger figures stand in the country's stead.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations, product
from typing import Literal

from everyclaim.match.days import Days, reach
from everyclaim.match.facts import Facts
from everyclaim.match.nearness import fold

Block = tuple[str, ...]

_MANY_DAYS = 40
"""An interval of more days stands in months: this holds every guess with what it may look back."""

_MANY_MONTHS = 14
"""An interval of more months ("in the war") is no place in time; it finds others by name only."""

_TELLING = 20
"""A figure from which on it may stand for a place: smaller ones are in many reports of a month."""


def candidates(facts: Sequence[Facts]) -> list[tuple[Facts, Facts]]:
    """Pairs of happenings of different reports that share a block, each once, in the order of their keys."""
    days: dict[Block, list[Facts]] = defaultdict(list)
    months: dict[Block, list[Facts]] = defaultdict(list)
    vague: dict[Block, list[Facts]] = defaultdict(list)
    for each in sorted(facts, key=lambda one: one.key):
        for block in set(_blocks(each, "day")):
            days[block].append(each)
        for block in set(_blocks(each, "month")):
            months[block].append(each)
            if not _is_short(each):
                vague[block].append(each)
    found = {(one.key, other.key): (one, other) for block in days.values() for one, other in combinations(block, 2)}
    for block, wide in vague.items():
        for one, other in product(wide, months[block]):
            if one.key != other.key:
                pair = (one, other) if one.key < other.key else (other, one)
                found[pair[0].key, pair[1].key] = pair
    return [pair for keys, pair in sorted(found.items()) if keys[0][0] != keys[1][0]]


def _is_short(facts: Facts) -> bool:
    days = reach(facts)
    return days is not None and not days.open_ended and days.width <= _MANY_DAYS


def _blocks(facts: Facts, unit: Literal["day", "month"]) -> Iterator[Block]:
    """The blocks of a happening by day (none where its days are too many) or by month, each with a place."""
    days = reach(facts)
    if unit == "day" and not _is_short(facts):
        return
    times = _days(days) if unit == "day" else _months(days)
    yield from product(times, _whereabouts(facts))


def _whereabouts(facts: Facts) -> Iterator[str]:
    named = [place for place in facts.places if place.precision != "country"]
    yield from (fold(place.name) for place in named)
    yield from (place.country for place in facts.places if place.country)
    yield from (f"{harm} {number}" for harm, number in facts.figures if number >= _TELLING)


def _days(days: Days | None) -> Iterator[str]:
    if days is not None:
        yield from ((days.first + timedelta(days=at)).isoformat() for at in range(days.width))


def _months(days: Days | None) -> Iterator[str]:
    """Months of an interval; an open end counts as the year before or after the other."""
    if days is None:
        return
    first = days.first if days.first != date.min else days.last - timedelta(days=365)
    last = days.last if days.last != date.max else days.first + timedelta(days=365)
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    if count <= _MANY_MONTHS:
        for at in range(first.month - 1, first.month - 1 + count):
            yield f"{first.year + at // 12}-{at % 12 + 1:02}"
