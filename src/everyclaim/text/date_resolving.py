"""What each kind of time expression means, given the anchor and what was named before: words to moments.

Where it stands: `calendar.py` walks a text with these. Each function takes the words of one expression and the
state of the walk and gives a moment with the ground on which it was chosen, or None where the words cannot be placed.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from everyclaim.text.date_moment import Moment, Unit, day_of, interval, season_of, shift, week_of
from everyclaim.text.date_words import SMALL_NUMBERS, month_of, weekday_of


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


def _year_of(words: Words) -> int | None:
    if "y" in words:
        year = int(words["y"])
        if "bc" in words:
            return -year
        return _century(year) if len(words["y"]) <= 2 else year
    return _century(int(words["yy"])) if "yy" in words else None


def _century(year: int) -> int:
    """Two figures: the century in which they are nearer to our time."""
    return 1900 + year if year > _PIVOT else 2000 + year


_PIVOT = 39


def _make(year: int, month: int, day: int) -> Moment | None:
    if year < 0:
        return Moment("day", year, month, day)
    try:
        return day_of(date(year, month, day))
    except ValueError:
        return None


def _unyeared(state: State, month: int, day: int | None) -> tuple[int, str] | None:
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


def _number(words: str) -> int:
    return int(re.sub(r"\D", "", words))


def _day(words: Words, state: State) -> Resolved | None:
    if "same" in words:
        base = state.anchor if "this" in words["same"] or "last" in words["same"] else state.day
        if base is None:
            return None
        first = shift(Moment("day", base.year, base.month, 1), -1 if "last" in words["same"] else 0)
        made = _make(first.year, first.month, _number(words["d"]))
        return None if made is None else Resolved(made, None, COUNTED)
    month = int(words["month"]) if "month" in words else month_of(words["m"])
    resolved = _dated(state, _year_of(words), month, _number(words["d"]))
    return resolved if resolved is None or "w" not in words else _on_weekday(resolved, weekday_of(words["w"]))


def _on_weekday(resolved: Resolved, weekday: int) -> Resolved:
    """A year that was guessed gives way to its neighbour where only that has the weekday told."""
    moment = resolved.moment
    if resolved.how == GIVEN:
        return resolved
    for year in (moment.year, moment.year - 1, moment.year + 1):
        made = _make(year, moment.month, moment.day)
        if made is not None and date(year, made.month, made.day).weekday() == weekday:
            return resolved._replace(moment=made)
    return resolved


def _dated(state: State, year: int | None, month: int, day: int, last: int | None = None) -> Resolved | None:
    how = GIVEN
    if year is None:
        guess = _unyeared(state, month, day)
        if guess is None:
            return None
        year, how = guess
    first = _make(year, month, day)
    end = None if last is None else _make(year, month, last)
    return None if first is None or (last is not None and end is None) else Resolved(first, end, how)


def _days(words: Words, state: State) -> Resolved | None:
    return _dated(state, _year_of(words), month_of(words["m"]), _number(words["d"]), _number(words["d2"]))


def _numeric(words: Words, state: State) -> Resolved | None:
    day, month = int(words["d"]), int(words["n"])
    if month > 12:
        day, month = month, day
    return _dated(state, _year_of(words), month, day)


_HOLIDAYS = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "new year's day": (1, 1),
    "new year's eve": (12, 31), "boxing day": (12, 26), "may day": (5, 1),
}  # fmt: skip


def _holiday(words: Words, state: State) -> Resolved | None:
    if words["name"] == "9/11":
        return Resolved(day_of(date(2001, 9, 11)), None, GIVEN)
    return _dated(state, _year_of(words), *_HOLIDAYS[words["name"].lower()])


def _month(words: Words, state: State) -> Resolved | None:
    month, rel = month_of(words["m"]), words.get("rel", "").lower()
    if (year := _year_of(words)) is not None:
        return Resolved(Moment("month", year, month), None, GIVEN)
    if "year" in rel:
        base = _related_year(rel, state)
        return None if base is None else Resolved(Moment("month", base, month), None, COUNTED)
    if rel and (step := _STEPS.get(rel.removeprefix("the "))) is not None:
        return _stepped_month(month, step, rel, state)
    guess = _unyeared(state, month, None)
    return None if guess is None else Resolved(Moment("month", guess[0], month), None, guess[1])


_STEPS = {
    "last": -1, "past": -1, "this past": -1, "previous": -1, "preceding": -1,
    "this": 0, "that": 0, "same": 0, "that same": 0, "current": 0, "earlier this": 0, "later this": 0,
    "next": 1, "coming": 1, "upcoming": 1, "following": 1,
}  # fmt: skip
_ON = ("following", "previous", "preceding", "that", "same", "the next")


def _base(rel: str, state: State) -> date | None:
    """The day from which a relating word counts: what was named before, or the anchor."""
    if state.narrative or any(word in rel for word in _ON):
        first = _first(state)
        return first if first is not None or state.narrative else state.anchor
    return state.anchor


def _first(state: State) -> date | None:
    if state.last is None:
        return state.day
    span = interval(state.last)
    return state.day if span is None else span[0]


def _stepped_month(month: int, step: int, rel: str, state: State) -> Resolved | None:
    """ "Last October" is past and not this month; "next October" is to come; "this October" lies in this year."""
    base = _base(rel, state)
    if base is None:
        return None
    year = base.year
    if step < 0:
        year -= month >= base.month
    elif step > 0:
        year += month <= base.month
    return Resolved(Moment("month", year, month), None, PAST if step < 0 else COUNTED)


def _related_year(rel: str, state: State) -> int | None:
    step = next((n for word, n in (("last", -1), ("previous", -1), ("next", 1), ("following", 1)) if word in rel), 0)
    if state.last is not None and (state.narrative or any(word in rel for word in ("that", "same", "the"))):
        return state.last.year + step
    return None if state.anchor is None else state.anchor.year + step


def _season(words: Words, state: State) -> Resolved | None:
    name, rel = words["s"].lower(), words.get("rel", "").lower()
    if (year := _year_of(words)) is not None:
        return Resolved(season_of(name, year), None, GIVEN)
    if state.narrative and state.last is not None:
        return Resolved(season_of(name, _next_season(name, rel, state.last)), None, STORY)
    if state.anchor is None:
        return None
    moment = season_of(name, state.anchor.year)
    if "next" in rel or "coming" in rel or state.ahead:
        moment = moment if (moment.month, 1) > (state.anchor.month, state.anchor.day) else shift(moment, 12)
        return Resolved(moment, None, AHEAD)
    started = (moment.month, 1) <= (state.anchor.month, state.anchor.day)
    running = started and state.anchor.month < moment.month + 3
    if not started or (running and rel == "last"):
        moment = shift(moment, -12)
    return Resolved(moment, None, PAST)


def _next_season(name: str, rel: str, last: Moment) -> int:
    moment = season_of(name, last.year)
    later = last.unit != "year" and last.month > moment.month + 2 and name not in ("winter",)
    return last.year + (later or "next" in rel or "following" in rel)


_NTH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "latter": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}


def _half(words: Words, state: State) -> Resolved | None:
    unit: Unit = "quarter" if words["u"] == "quarter" else "half"
    nth = _NTH.get(words["nth"].lower(), 2 if unit == "half" else 4)
    year = _year_of(words)
    how = GIVEN if year is not None else COUNTED
    if year is None:
        year = _related_year(words["rel"].lower(), state)
    if year is None or (unit == "half" and nth > 2):
        return None
    month = 1 + (nth - 1) * (6 if unit == "half" else 3)
    return Resolved(Moment(unit, year, month, nth=nth), None, how)


def _year(words: Words, state: State) -> Resolved | None:
    year = _year_of(words)
    return None if year is None else Resolved(Moment("year", year), None, GIVEN)


def _years(words: Words, state: State) -> Resolved | None:
    first, last = words["y"], words["y2"]
    if "bc" in words:
        return Resolved(Moment("year", -int(first)), Moment("year", -int(last)), GIVEN)
    end = int(last) if len(last) == 4 else int(first[:2] + last)
    return Resolved(Moment("year", int(first)), Moment("year", end), GIVEN)


def _decade(words: Words, state: State) -> Resolved | None:
    year = _year_of(words)
    if year is None:
        return None
    return Resolved(Moment("decade", year if "bc" in words or year > 99 else 1900 + year), None, GIVEN)


_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
)


def _century_moment(words: Words, state: State) -> Resolved | None:
    nth = words["nth"].lower()
    number = _number(nth) if nth[0].isdigit() else _ORDINALS.split().index(nth) + 1
    if "bc" in words:
        return Resolved(Moment("century", -number * 100), None, GIVEN)
    return Resolved(Moment("century", (number - 1) * 100), None, GIVEN)


def _weekday(words: Words, state: State) -> Resolved | None:
    weekday = weekday_of(words["w"])
    rel = words.get("rel", "").lower()
    if (week := words.get("rel2", "").lower()).endswith("week"):
        if state.anchor is None:
            return None
        first = state.anchor + timedelta(days=7 * _STEPS[week.removesuffix(" week")] - state.anchor.weekday())
        return Resolved(day_of(first + timedelta(days=weekday)), None, COUNTED)
    if state.narrative or any(word in rel for word in ("following", "that", "same", "the next")):
        return _weekday_after(weekday, state)
    if state.anchor is None:
        return None
    back = (state.anchor.weekday() - weekday) % 7
    if rel in ("next", "coming", "upcoming") or (state.ahead and not rel):
        ahead = (weekday - state.anchor.weekday()) % 7
        return Resolved(day_of(state.anchor + timedelta(days=ahead or (7 if rel else 0))), None, AHEAD)
    if rel == "last" or week == "last":
        back = back or 7
    return Resolved(day_of(state.anchor - timedelta(days=back)), None, PAST)


def _weekday_after(weekday: int, state: State) -> Resolved | None:
    base = state.day if state.day is not None else state.anchor
    if base is None:
        return None
    return Resolved(day_of(base + timedelta(days=(weekday - base.weekday()) % 7 or 7)), None, FOLLOWING)


_DEICTIC = {"the day before yesterday": -2, "yesterday": -1, "last night": -1, "tomorrow": 1}


def _deictic(words: Words, state: State) -> Resolved | None:
    word = words["word"].lower()
    if word in ("earlier in the day", "later in the day"):
        base = _last_day(state) or (None if state.narrative else state.anchor)
        return None if base is None else Resolved(day_of(base), None, FOLLOWING)
    if state.anchor is None or state.narrative:
        return None
    return Resolved(day_of(state.anchor + timedelta(days=_DEICTIC.get(word, 0))), None, COUNTED)


def _unit(words: Words, state: State) -> Resolved | None:
    rel, unit = words.get("rel", "").lower().strip(), words["u"].lower()
    rel = re.sub(r"^(?:earlier|later|sometime|late|early) ", "", rel)
    step = _STEPS.get(rel.removeprefix("the "), 0)
    if unit in ("year", "decade", "century"):
        year = _related_year(rel, state)
        if year is None:
            return None
        size = {"year": 1, "decade": 10, "century": 100}[unit]
        year = year if size == 1 else (year - step) // size * size + step * size
        return Resolved(Moment(unit, year), None, COUNTED)  # type: ignore[arg-type]
    base = _base(rel, state)
    if base is None:
        return None
    if unit == "month":
        return Resolved(shift(Moment("month", base.year, base.month), step), None, COUNTED)
    if unit == "weekend":
        return Resolved(_weekend(base, words.get("rel", ""), step), None, PAST)
    return Resolved(week_of(base + timedelta(days=7 * step * (2 if unit == "fortnight" else 1))), None, COUNTED)


def _weekend(base: date, rel: str, step: int) -> Moment:
    """The weekend that is on or was last; before a Saturday "this weekend" in plans is not known from it."""
    this = week_of(base, "weekend")
    if step > 0 or "coming" in rel:
        return week_of(base + timedelta(days=7 if base.weekday() >= 5 else 0), "weekend")
    return this if base.weekday() >= 5 and not (rel.strip() == "last") else week_of(base - timedelta(days=7), "weekend")


def count_of(words: str) -> int | None:
    """The whole number that a length of time begins with; None where it is vague."""
    words = words.lower().strip(" -")
    if words in ("a", "an"):
        return 1
    if words.isdigit():
        return int(words)
    if words.replace("-", " ") == "a hundred":
        return 100
    parts = words.replace("-", " ").split()
    if parts and all(part in SMALL_NUMBERS for part in parts):
        return sum(SMALL_NUMBERS[part] for part in parts)
    return None


def _counted(words: Words, state: State) -> Resolved | None:
    number = count_of(words.get("n", ""))
    unit, rel = words["u"].lower(), words["rel"].lower()
    back = rel in ("ago", "earlier", "previously", "before", "prior")
    from_anchor = rel in ("ago", "from now", "hence") and not state.narrative
    base = state.anchor if from_anchor else _last_day(state) or (None if state.narrative else state.anchor)
    if number is None or base is None:
        return None
    sign = -1 if back else 1
    moment = _stepped(base, unit, sign * number, state)
    return None if moment is None else Resolved(moment, None, COUNTED if from_anchor else FOLLOWING)


def _last_day(state: State) -> date | None:
    if state.narrative and state.last is not None and state.last.unit != "day":
        span = interval(state.last)
        return state.day if span is None else span[0]
    return state.day


def _stepped(base: date, unit: str, number: int, state: State) -> Moment | None:
    try:
        match unit:
            case "day" | "night":
                return day_of(base + timedelta(days=number))
            case "week" | "fortnight":
                return week_of(base + timedelta(days=number * (14 if unit == "fortnight" else 7)))
            case "month":
                return shift(Moment("month", base.year, base.month), number)
            case "year" | "decade":
                return Moment("year", base.year + number * (10 if unit == "decade" else 1))
            case "hour":
                return day_of(base) if abs(number) < 24 else day_of(base + timedelta(days=number // 24))
            case "minute" | "second":
                return day_of(base)
    except OverflowError:
        return None
    return None


def _same(words: Words, state: State) -> Resolved | None:
    rel = words["rel"].lower()
    base = _last_day(state)
    if base is None:
        base = None if state.narrative else state.anchor
    if base is None:
        return None
    step = 0
    if any(word in rel for word in ("next", "following", "after", "later")):
        step = 1
    elif any(word in rel for word in ("previous", "preceding", "before", "earlier")):
        step = -1
    return Resolved(day_of(base + timedelta(days=step)), None, FOLLOWING)


def _ordinal(words: Words, state: State) -> Resolved | None:
    day = _number(words["d"])
    base = state.day if state.narrative else state.anchor
    if base is None or not 0 < day <= 31:
        return None
    made = _make(base.year, base.month, day)
    if made is None or (not state.narrative and not state.ahead and day > base.day):
        before = shift(Moment("month", base.year, base.month), -1)
        made = _make(before.year, before.month, day)
    return None if made is None else Resolved(made, None, STORY if state.narrative else PAST)


def _past(words: Words, state: State) -> Resolved | None:
    number = count_of(words["n"]) if "n" in words else 1
    unit = words["u"].lower()
    if state.anchor is None or state.narrative or number is None or number > _LONG_AGO:
        return None
    if unit == "hour":
        unit, number = "day", max(1, number // 24)
    if unit == "month":
        start = shift(Moment("day", state.anchor.year, state.anchor.month, state.anchor.day), -number)
    elif unit in ("day", "night", "week", "fortnight"):
        days = number * {"week": 7, "fortnight": 14}.get(unit, 1)
        start = day_of(state.anchor - timedelta(days=days))
    elif unit == "year":
        start = shift(Moment("day", state.anchor.year, state.anchor.month, state.anchor.day), -12 * number)
    else:
        return None
    return Resolved(start, day_of(state.anchor), COUNTED)


_LONG_AGO = 400
"""More than this many units back is no use as an interval."""

Resolver = Callable[[Words, State], Resolved | None]
RESOLVERS: Mapping[str, Resolver] = {
    "day": _day, "days": _days, "numeric": _numeric, "holiday": _holiday, "month": _month, "season": _season,
    "half": _half, "year": _year, "years": _years, "decade": _decade, "century": _century_moment, "weekday": _weekday,
    "deictic": _deictic, "unit": _unit, "counted": _counted, "same": _same, "ordinal": _ordinal, "past": _past,
}  # fmt: skip


def resolve(kind: str, words: Words, state: State) -> Resolved | None:
    """Place one expression on the calendar; None where it cannot be placed."""
    resolver = RESOLVERS.get(kind)
    return None if resolver is None else resolver(words, state)


def narrowed(resolved: Resolved, edge: str) -> Resolved:
    """The early, middle or late part of what was resolved."""
    part = "early" if edge.startswith(("early", "beg", "start", "open", "first")) else "late"
    part = "mid" if edge.startswith("mid") else part
    return resolved._replace(moment=replace(resolved.moment, edge=part))
