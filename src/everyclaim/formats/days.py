"""The day that a table, feed or mail gives as one of publication; None where it may be two days, or is none."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Literal

Order = Literal["day_first", "month_first"]

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})\Z")
_SLASHED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})\b")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})\b")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_NAMED = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%b %d %Y", "%d-%b-%Y", "%d. %B %Y")


def find_day(value: object, order: Order | None = None) -> date | None:
    """Find the day that a value is. "03/04/2020" is one only where `order` says which number is the day."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    words = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()
    return _numbers(words, order) or _names(words)


def warm() -> None:
    """Have Python load what it loads when it first reads a day: a confined process cannot any more."""
    find_day("2 January 2020")
    find_day("Thu, 2 Jan 2020 10:00:00 +0000")


def find_order(values: Iterable[str]) -> Order | None:
    """Find which number is the day in a column of days such as "25/04/2020": one of them above 12 tells."""
    first = second = False
    for value in values:
        if found := _SLASHED.match(value.strip()):
            first, second = first or int(found[1]) > 12, second or int(found[3]) > 12
    return None if first == second else "day_first" if first else "month_first"


def _numbers(words: str, order: Order | None) -> date | None:
    for form in (_ISO, _COMPACT, _YEAR_FIRST):
        if found := form.match(words):
            return _day(int(found[1]), int(found[2]), int(found[3]))
    if _EPOCH.fullmatch(words):
        return datetime.fromtimestamp(int(words[:10]), UTC).date()
    if found := _SLASHED.match(words):
        one, other, year = int(found[1]), int(found[3]), int(found[4])
        if order == "day_first" or one > 12 or one == other:
            return _day(year, other, one)
        if order == "month_first" or other > 12:
            return _day(year, one, other)
    return None


def _names(words: str) -> date | None:
    for form in _NAMED:
        try:
            return datetime.strptime(words, form).date()  # noqa: DTZ007 a day has no time zone
        except ValueError:
            continue
    try:
        return parsedate_to_datetime(words).date()
    except ValueError:
        return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
