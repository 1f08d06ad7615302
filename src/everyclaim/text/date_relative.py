"""Time expressions that are counted from another day: weekdays, "yesterday", "last week", "two days later".

Where it stands: `date_resolving.py` lists these by kind. News counts from the anchor, a history from the date named
before; "the next day" and "three days later" follow the last day named in both.
"""

import re
from datetime import date, timedelta

from everyclaim.text.date_moment import Moment, day_of, shift, week_of
from everyclaim.text.date_state import (
    AHEAD,
    COUNTED,
    FOLLOWING,
    PAST,
    STEPS,
    STORY,
    Resolved,
    State,
    Words,
    base_of,
    last_day,
    make_day,
    number_of,
    related_year,
)
from everyclaim.text.date_words import weekday_of
from everyclaim.text.time_lengths import count_of


def relative_weekday(words: Words, state: State) -> Resolved | None:
    """A weekday: in news the latest one past, the day itself included; in a history the next one."""
    weekday = weekday_of(words["w"])
    rel = words.get("rel", "").lower()
    if (week := words.get("rel2", "").lower()).endswith("week"):
        if state.anchor is None:
            return None
        first = state.anchor + timedelta(days=7 * STEPS[week.removesuffix(" week")] - state.anchor.weekday())
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


def relative_day(words: Words, state: State) -> Resolved | None:
    """Place "today", "yesterday", "last night": counted from the anchor, and never in a history."""
    word = words["word"].lower()
    if word in ("earlier in the day", "later in the day"):
        base = last_day(state) or (None if state.narrative else state.anchor)
        return None if base is None else Resolved(day_of(base), None, FOLLOWING)
    if state.anchor is None or state.narrative:
        return None
    return Resolved(day_of(state.anchor + timedelta(days=_DEICTIC.get(word, 0))), None, COUNTED)


def relative_unit(words: Words, state: State) -> Resolved | None:
    """Place "last week", "this month", "the following year", "over the weekend"."""
    rel, unit = words.get("rel", "").lower().strip(), words["u"].lower()
    rel = re.sub(r"^(?:earlier|later|sometime|late|early) ", "", rel)
    step = STEPS.get(rel.removeprefix("the "), 0)
    if unit in ("year", "decade", "century"):
        year = related_year(rel, state)
        if year is None:
            return None
        size = {"year": 1, "decade": 10, "century": 100}[unit]
        year = year if size == 1 else (year - step) // size * size + step * size
        return Resolved(Moment(unit, year), None, COUNTED)  # type: ignore[arg-type]
    base = base_of(rel, state)
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
    return this if base.weekday() >= 5 and rel.strip() != "last" else week_of(base - timedelta(days=7), "weekend")


def counted_from(words: Words, state: State) -> Resolved | None:
    """Place "two days ago" from the anchor, "three days later" from the day named before."""
    number = count_of(words.get("n", ""))
    unit, rel = words["u"].lower(), words["rel"].lower()
    back = rel in ("ago", "earlier", "previously", "before", "prior")
    from_anchor = rel in ("ago", "from now", "hence") and not state.narrative
    base = state.anchor if from_anchor else last_day(state) or (None if state.narrative else state.anchor)
    if number is None or base is None:
        return None
    sign = -1 if back else 1
    moment = _stepped(base, unit, sign * number)
    return None if moment is None else Resolved(moment, None, COUNTED if from_anchor else FOLLOWING)


def _stepped(base: date, unit: str, number: int) -> Moment | None:
    """The day, week, month or year so many units from a day, as fine as the unit is."""
    try:
        if unit in _HOURS:
            return day_of(base + timedelta(days=int(number / _HOURS[unit])))
        if unit in ("day", "night"):
            return day_of(base + timedelta(days=number))
        if unit in _WEEKS:
            return week_of(base + timedelta(days=number * _WEEKS[unit]))
    except OverflowError:
        return None
    if unit == "month":
        return shift(Moment("month", base.year, base.month), number)
    return Moment("year", base.year + number * _YEARS[unit]) if unit in _YEARS else None


_HOURS = {"hour": 24, "minute": 24 * 60, "second": 24 * 3600}
_WEEKS = {"week": 7, "fortnight": 14}
_YEARS = {"year": 1, "decade": 10}


def relative_to_named(words: Words, state: State) -> Resolved | None:
    """Place "the next day", "that evening", "the same day": counted from the day named before."""
    rel = words["rel"].lower()
    base = last_day(state)
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


def day_of_month(words: Words, state: State) -> Resolved | None:
    """Place "the 16th": of the month that the text is in."""
    day = number_of(words["d"])
    base = state.day if state.narrative else state.anchor
    if base is None or not 0 < day <= 31:
        return None
    made = make_day(base.year, base.month, day)
    if made is None or (not state.narrative and not state.ahead and day > base.day):
        before = shift(Moment("month", base.year, base.month), -1)
        made = make_day(before.year, before.month, day)
    return None if made is None else Resolved(made, None, STORY if state.narrative else PAST)


def stretch_until_now(words: Words, state: State) -> Resolved | None:
    """Place "in the last three days": the stretch that ends with the anchor."""
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
