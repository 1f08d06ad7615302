"""Time expressions that name their place on the calendar: days, months, seasons, years, decades, centuries.

Where it stands: `date_resolving.py` lists these by kind. Each takes an expression's words and the state of the walk;
what the words leave out, mostly the year, comes from the state.
"""

from datetime import date

from everyclaim.text.date_feasts import FIXED, days_of
from everyclaim.text.date_moment import Moment, Unit, day_of, season_of, shift
from everyclaim.text.date_state import (
    AHEAD,
    COUNTED,
    GIVEN,
    PAST,
    STEPS,
    STORY,
    Resolved,
    State,
    Words,
    base_of,
    make_day,
    number_of,
    related_year,
    unyeared,
    year_of,
)
from everyclaim.text.date_words import month_of, weekday_of


def given_day(words: Words, state: State) -> Resolved | None:
    """A day of a month, its year given or not: "16 February", "the 3rd of this month"."""
    if "same" in words:
        base = state.anchor if "this" in words["same"] or "last" in words["same"] else state.day
        if base is None:
            return None
        first = shift(Moment("day", base.year, base.month, 1), -1 if "last" in words["same"] else 0)
        made = make_day(first.year, first.month, number_of(words["d"]))
        return None if made is None else Resolved(made, None, COUNTED)
    month = int(words["month"]) if "month" in words else month_of(words["m"])
    resolved = _dated(state, year_of(words), month, number_of(words["d"]))
    return resolved if resolved is None or "w" not in words else _on_weekday(resolved, weekday_of(words["w"]))


def _on_weekday(resolved: Resolved, weekday: int) -> Resolved:
    """A year that was guessed gives way to its neighbour where only that has the weekday told."""
    moment = resolved.moment
    if resolved.how == GIVEN:
        return resolved
    for year in (moment.year, moment.year - 1, moment.year + 1):
        made = make_day(year, moment.month, moment.day)
        if made is not None and date(year, made.month, made.day).weekday() == weekday:
            return resolved._replace(moment=made)
    return resolved


def _dated(state: State, year: int | None, month: int, day: int, last: int | None = None) -> Resolved | None:
    how = GIVEN
    if year is None:
        guess = unyeared(state, month, day)
        if guess is None:
            return None
        year, how = guess
    first = make_day(year, month, day)
    end = None if last is None else make_day(year, month, last)
    return None if first is None or (last is not None and end is None) else Resolved(first, end, how)


def given_days(words: Words, state: State) -> Resolved | None:
    """Two days of one month: "3 to 5 May"."""
    return _dated(state, year_of(words), month_of(words["m"]), number_of(words["d"]), number_of(words["d2"]))


def given_in_figures(words: Words, state: State) -> Resolved | None:
    """A date in figures. Where both numbers may be the day, the order that the text uses elsewhere, else the past one.

    "3/4/2015" in a report of 10 March 2015 is 4 March; in one of May nobody can say which it is, and nothing is said.
    """
    first, second, year = int(words["d"]), int(words["n"]), year_of(words)
    readings = [
        each
        for day, month in dict.fromkeys(((first, second), (second, first)))
        if month <= _MONTHS and (each := _dated(state, year, month, day)) is not None
    ]
    if len(readings) > 1 and "order" in words:
        readings = readings[:1] if words["order"] == "day" else readings[1:]
    if len(readings) > 1 and state.anchor is not None:
        readings = [each for each in readings if _is_past(each.moment, state.anchor)]
    return readings[0] if len(readings) == 1 else None


_MONTHS = 12


def _is_past(moment: Moment, anchor: date) -> bool:
    return (moment.year, moment.month, moment.day) <= (anchor.year, anchor.month, anchor.day)


def given_holiday(words: Words, state: State) -> Resolved | None:
    """A day or some days that go by their name; a feast that moves is the latest one past."""
    if words["name"] == "9/11":
        return Resolved(day_of(date(2001, 9, 11)), None, GIVEN)
    name = " ".join(words["name"].lower().split())
    if name in FIXED:
        return _dated(state, year_of(words), *FIXED[name])
    year = year_of(words)
    if year is not None:
        found = days_of(name, year) if year >= _ISLAMIC_ERA else []
        return _feast(found[0], GIVEN) if len(found) == 1 else None
    if state.anchor is None or state.narrative:
        return None
    falls = [each for near in (-1, 0, 1) for each in days_of(name, state.anchor.year + near)]
    if state.ahead:
        return next((_feast(each, AHEAD) for each in falls if each[1] >= state.anchor), None)
    return next((_feast(each, PAST) for each in reversed(falls) if each[0] <= state.anchor), None)


_ISLAMIC_ERA = 622


def _feast(days: tuple[date, date], how: str) -> Resolved:
    first, last = days
    return Resolved(day_of(first), None if first == last else day_of(last), how)


def given_month(words: Words, state: State) -> Resolved | None:
    """A month, its year given, related ("last October") or left out."""
    month, rel = month_of(words["m"]), words.get("rel", "").lower()
    if (year := year_of(words)) is not None:
        return Resolved(Moment("month", year, month), None, GIVEN)
    if "year" in rel:
        base = related_year(rel, state)
        return None if base is None else Resolved(Moment("month", base, month), None, COUNTED)
    if rel and (step := STEPS.get(rel.removeprefix("the "))) is not None:
        return _stepped_month(month, step, rel, state)
    guess = unyeared(state, month, None)
    return None if guess is None else Resolved(Moment("month", guess[0], month), None, guess[1])


def _stepped_month(month: int, step: int, rel: str, state: State) -> Resolved | None:
    """Place "last October" before this month, "next October" after it, "this October" in this year."""
    base = base_of(rel, state)
    if base is None:
        return None
    year = base.year
    if step < 0:
        year -= month >= base.month
    elif step > 0:
        year += month <= base.month
    return Resolved(Moment("month", year, month), None, PAST if step < 0 else COUNTED)


def given_season(words: Words, state: State) -> Resolved | None:
    """A season, its year given, related or left out."""
    name, rel = words["s"].lower(), words.get("rel", "").lower()
    if (year := year_of(words)) is not None:
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
    later = last.unit != "year" and last.month > moment.month + 2 and name != "winter"
    return last.year + (later or "next" in rel or "following" in rel)


_NTH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "latter": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}


def given_half(words: Words, state: State) -> Resolved | None:
    """A half or quarter of a year: "the first half of 2008"."""
    unit: Unit = "quarter" if words["u"] == "quarter" else "half"
    nth = _NTH.get(words["nth"].lower(), 2 if unit == "half" else 4)
    year = year_of(words)
    how = GIVEN if year is not None else COUNTED
    if year is None:
        year = related_year(words["rel"].lower(), state)
    if year is None or (unit == "half" and nth > 2):
        return None
    month = 1 + (nth - 1) * (6 if unit == "half" else 3)
    return Resolved(Moment(unit, year, month, nth=nth), None, how)


def given_year(words: Words, _state: State) -> Resolved | None:
    """A year."""
    year = year_of(words)
    return None if year is None else Resolved(Moment("year", year), None, GIVEN)


def given_years(words: Words, _state: State) -> Resolved | None:
    """Two years as one expression: "1939-45"."""
    first, last = words["y"], words["y2"]
    if "bc" in words:
        return Resolved(Moment("year", -int(first)), Moment("year", -int(last)), GIVEN)
    end = int(last) if len(last) == 4 else int(first[:2] + last)
    return Resolved(Moment("year", int(first)), Moment("year", end), GIVEN)


def given_decade(words: Words, _state: State) -> Resolved | None:
    """A decade: "the 1990s"."""
    year = year_of(words)
    if year is None:
        return None
    return Resolved(Moment("decade", year if "bc" in words or year > 99 else 1900 + year), None, GIVEN)


_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
)


def given_century(words: Words, _state: State) -> Resolved | None:
    """A century: "the 19th century"."""
    nth = words["nth"].lower()
    number = number_of(nth) if nth[0].isdigit() else _ORDINALS.split().index(nth) + 1
    if "bc" in words:
        return Resolved(Moment("century", -number * 100), None, GIVEN)
    return Resolved(Moment("century", (number - 1) * 100), None, GIVEN)
