"""A stretch of the calendar as far as words give it: a day, a week, a month, a season, a year, a century.

Where it stands: `calendar.py` resolves expressions to moments. A moment keeps its grain, because from an interval
alone nobody can tell "1940" from "from January to December 1940"; `interval` and `value` are two ways to look at it.
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, timedelta
from typing import Literal

from everyclaim.text.date_words import SEASONS

Unit = Literal["day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century"]
Edge = Literal["early", "mid", "late"]

_SEASON_LETTERS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}


@dataclass(frozen=True, slots=True)
class Moment:
    """One calendar unit. `year` is negative before Christ; `month` and `day` are those of its first day.

    `nth` is the half or quarter; `edge` the part of it that is meant ("late May").
    """

    unit: Unit
    year: int
    month: int = 1
    day: int = 1
    season: str | None = None
    nth: int | None = None
    edge: Edge | None = None


def day_of(day: date) -> Moment:
    """The moment that is one day."""
    return Moment("day", day.year, day.month, day.day)


def week_of(day: date, unit: Literal["week", "weekend"] = "week") -> Moment:
    """The week, Monday to Sunday, or the weekend, Saturday and Sunday, of a day's week."""
    first = day - timedelta(days=day.weekday()) + timedelta(days=5 if unit == "weekend" else 0)
    return Moment(unit, first.year, first.month, first.day)


def interval(moment: Moment) -> tuple[date, date] | None:
    """The first and the last day; None for years that the calendar of dates does not reach."""
    if not 0 < moment.year < MAXYEAR - 100:
        return None
    first = date(moment.year, moment.month, moment.day)
    last = _last(moment, first)
    return (first, last) if moment.edge is None else _narrowed(first, last, moment.edge)


def _last(moment: Moment, first: date) -> date:
    if moment.unit in _DAYS:
        return first + timedelta(days=_DAYS[moment.unit] - 1)
    return _month_end(first, _MONTHS[moment.unit])


_DAYS = {"day": 1, "weekend": 2, "week": 7}
_MONTHS = {"month": 1, "season": 3, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


def _month_end(first: date, months: int) -> date:
    year, month = divmod(first.month - 1 + months - 1, 12)
    year += first.year
    return date(year, month + 1, monthrange(year, month + 1)[1])


def _narrowed(first: date, last: date, edge: Edge) -> tuple[date, date]:
    """The early, middle or late third. Words like "early May" promise no exact days; a third is the usual reading."""
    third = ((last - first).days + 1) // 3
    if edge == "early":
        return first, first + timedelta(days=max(0, third - 1))
    if edge == "mid":
        return first + timedelta(days=third), last - timedelta(days=third)
    return last - timedelta(days=max(0, third - 1)), last


def value(moment: Moment) -> str:
    """The moment in ISO 8601, with the usual letters for seasons, halves and weekends ("1915-SU", "BC0480")."""
    if moment.unit in ("week", "weekend"):
        iso = date(moment.year, moment.month, moment.day).isocalendar()
        return f"{iso.year}-W{iso.week:02d}" + ("-WE" if moment.unit == "weekend" else "")
    digits, per = _ERAS.get(moment.unit, (4, 1))
    year = _era(moment.year, digits, per)
    if moment.unit in _ERAS:
        return year
    if moment.unit == "season":
        return f"{year}-{_SEASON_LETTERS[moment.season or '']}"
    if moment.unit in ("half", "quarter"):
        return f"{year}-{moment.unit[0].upper()}{moment.nth}"
    return f"{year}-{moment.month:02d}" + (f"-{moment.day:02d}" if moment.unit == "day" else "")


_ERAS = {"century": (2, 100), "decade": (3, 10), "year": (4, 1)}


def _era(year: int, digits: int, per: int) -> str:
    return f"{'BC' if year < 0 else ''}{abs(year) // per:0{digits}d}"


def season_of(name: str, year: int) -> Moment:
    """A season by its name; the winter of a year begins in its December."""
    month = SEASONS[name]
    return Moment("season", year, month, season="autumn" if name == "fall" else name)


def shift(moment: Moment, months: int) -> Moment:
    """The moment of the same unit so many months away, its day kept within the month."""
    year, month = divmod(moment.month - 1 + months, 12)
    year += moment.year
    day = moment.day
    if 0 < year < MAXYEAR:
        day = min(day, monthrange(year, month + 1)[1])
    return replace(moment, year=year, month=month + 1, day=day)
