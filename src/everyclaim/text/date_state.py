"""Where the walk through a text stands, and what every kind of time expression asks of it.

Where it stands: `date_given.py` and `date_relative.py` resolve expressions with these.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from everyclaim.text.date_moment import Moment, day_of, interval


@dataclass(frozen=True, slots=True)
class State:
    """Where the walk through a text stands.

    `anchor` is the day from which news counts, `narrative` whether the text tells a history whose dates follow each
    other, `last` what was named last, `day` the last day named, `first` the first, `ahead` whether the clause speaks of
    what is to come, `carry` the date with a year that stands shortly before in the same paragraph.
    """

    anchor: date | None
    narrative: bool = False
    last: Moment | None = None
    day: date | None = None
    first: date | None = None
    ahead: bool = False
    carry: Moment | None = None


class Resolved(NamedTuple):
    """A moment, the last moment of a range (None: none), and how it was come by."""

    moment: Moment
    last: Moment | None
    how: str


Words = Mapping[str, str]
GIVEN, PAST, AHEAD = "given in full", "the latest one past", "the next to come"
COUNTED, FOLLOWING = "counted from the anchor", "counted from the day named before"
STORY = "carried on from the date named before"


def year_of(words: Words) -> int | None:
    """The year among the words, negative before Christ; None where they leave it out."""
    if "y" in words:
        year = int(words["y"])
        if "bc" in words:
            return -year
        return _in_century(year) if len(words["y"]) <= 2 else year
    return _in_century(int(words["yy"])) if "yy" in words else None


def _in_century(year: int) -> int:
    """Two figures: the century in which they are nearer to our time."""
    return 1900 + year if year > _PIVOT else 2000 + year


_PIVOT = 39


def make_day(year: int, month: int, day: int) -> Moment | None:
    """A day of the calendar; None where the month has no such day."""
    if year < 0:
        return Moment("day", year, month, day)
    try:
        return day_of(date(year, month, day))
    except ValueError:
        return None


def unyeared(state: State, month: int, day: int | None) -> tuple[int, str] | None:
    """The year of a month or day that is given without one."""
    if state.narrative:
        # a jump back of eight months or more is rather a step into the next year
        last = state.last
        return None if last is None else (last.year + (last.unit != "year" and last.month - month >= _JUMP), STORY)
    if state.anchor is None:
        return None
    if state.carry is not None and state.carry.month <= month and state.carry.year < state.anchor.year:
        return state.carry.year, STORY
    if state.ahead:
        passed = (month, day or 31) < (state.anchor.month, state.anchor.day)
        return state.anchor.year + passed, AHEAD
    # a day of the coming weeks is not one of eleven months ago; a month without a day may be
    soon = state.anchor + timedelta(days=_SOON if day else 0)
    year = soon.year - ((month, day or 1) > (soon.month, soon.day))
    return year, PAST if (year, month, day or 1) <= (soon.year, state.anchor.month, state.anchor.day) else AHEAD


_JUMP = 8
_SOON = 30
"""Reports give the year of a day that lies eleven months back, and seldom that of one within the coming weeks."""


def number_of(words: str) -> int:
    """The number in a day such as "16th"."""
    return int(re.sub(r"\D", "", words))


STEPS = {
    "last": -1, "past": -1, "this past": -1, "previous": -1, "preceding": -1,
    "this": 0, "that": 0, "same": 0, "that same": 0, "current": 0, "earlier this": 0, "later this": 0,
    "next": 1, "coming": 1, "upcoming": 1, "following": 1,
}  # fmt: skip
_ON = ("following", "previous", "preceding", "that", "same", "the next")


def base_of(rel: str, state: State) -> date | None:
    """The day from which a relating word counts: what was named before, or the anchor."""
    if state.narrative or any(word in rel for word in _ON):
        first = first_of(state)
        return first if first is not None or state.narrative else state.anchor
    return state.anchor


def first_of(state: State) -> date | None:
    """The first day of what was named last."""
    if state.last is None:
        return state.day
    span = interval(state.last)
    return state.day if span is None else span[0]


def related_year(rel: str, state: State) -> int | None:
    """The year that "that year", "last year" or "the following year" means."""
    step = next((n for word, n in (("last", -1), ("previous", -1), ("next", 1), ("following", 1)) if word in rel), 0)
    if state.last is not None and (state.narrative or any(word in rel for word in ("that", "same", "the"))):
        return state.last.year + step
    return None if state.anchor is None else state.anchor.year + step


def last_day(state: State) -> date | None:
    """The day named last; in a history, the first day of what was named last."""
    if state.narrative and state.last is not None and state.last.unit != "day":
        span = interval(state.last)
        return state.day if span is None else span[0]
    return state.day
