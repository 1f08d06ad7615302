"""Feasts that move through the calendar: Easter and the days that hang on it, the two Eids, Ramadan, Ashura.

Where it stands: `date_given.py` asks here for the days of a feast in a year. Easter is reckoned by the western rule.
The Islamic months begin when the moon is seen, a day sooner or later from country to country; the reckoned day is given
with one day on either side.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

Days = tuple[date, date]

_AFTER_EASTER = {
    "ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3, "holy thursday": -3, "good friday": -2,
    "easter saturday": -1, "holy saturday": -1, "easter": 0, "easter day": 0, "easter sunday": 0, "easter monday": 1,
    "ascension day": 39, "pentecost": 49, "whit sunday": 49,
}  # fmt: skip
_ISLAMIC = {
    "eid al-fitr": (10, 1), "eid ul-fitr": (10, 1), "eid-ul-fitr": (10, 1), "eid al fitr": (10, 1),
    "eid al-adha": (12, 10), "eid ul-adha": (12, 10), "eid-ul-adha": (12, 10), "eid al adha": (12, 10),
    "feast of sacrifice": (12, 10), "ashura": (1, 10), "ashoura": (1, 10), "mawlid": (3, 12),
}  # fmt: skip
FIXED = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "new year's day": (1, 1),
    "new year's eve": (12, 31), "boxing day": (12, 26), "may day": (5, 1), "orthodox christmas": (1, 7),
    "coptic christmas": (1, 7), "valentine's day": (2, 14), "all saints' day": (11, 1), "halloween": (10, 31),
}  # fmt: skip
MOVING = (*_AFTER_EASTER, *_ISLAMIC, "ramadan", "ramazan", "eid")
NAMES = (*FIXED, *MOVING)


def days_of(feast: str, year: int) -> list[Days]:
    """The first and the last day of each time that a feast falls in a year; an Islamic one may fall twice.

    Args:
        feast: its name in lower case, one of `NAMES`.
        year: of the common calendar, from 622 on for the Islamic ones.
    """
    if feast in FIXED:
        day = date(year, *FIXED[feast])
        return [(day, day)]
    if feast in _AFTER_EASTER:
        day = easter(year) + timedelta(days=_AFTER_EASTER[feast])
        return [(day, day)]
    return [days for days in _islamic(feast, year) if days[0].year == year]


def easter(year: int) -> date:
    """Easter Sunday by the Gregorian rule (the anonymous algorithm of 1876)."""
    golden, century, in_century = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (in_century // 4) - moon - in_century % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


_EPOCH = 227013
"""The ordinal of the day before the first of the Islamic era in the reckoning of astronomers, 15 July 622 (Julian).
Of twelve Eids from 2012 to 2024 nine fell on the day reckoned, three on the day after."""
_AROUND = timedelta(days=1)


def _islamic(feast: str, year: int) -> list[Days]:
    about = int((year - 622) * 33 / 32)
    found: list[Days] = []
    for islamic in range(max(1, about - 1), about + 3):
        found += _FALLS.get(feast, _one_day)(feast, islamic)
    return sorted(found)


def _one_day(feast: str, islamic: int) -> list[Days]:
    day = _day(islamic, *_ISLAMIC[feast])
    return [(day - _AROUND, day + _AROUND)]


def _ramadan(_feast: str, islamic: int) -> list[Days]:
    return [(_day(islamic, 9, 1), _day(islamic, 10, 1))]


def _either_eid(_feast: str, islamic: int) -> list[Days]:
    return [*_one_day("eid al-fitr", islamic), *_one_day("eid al-adha", islamic)]


_FALLS: Mapping[str, Callable[[str, int], list[Days]]] = {
    "ramadan": _ramadan,
    "ramazan": _ramadan,
    "eid": _either_eid,
}


def _day(year: int, month: int, day: int) -> date:
    """A day of the tabular Islamic calendar: months of 30 and 29 days by turns, 11 leap years in 30."""
    months = 29 * (month - 1) + month // 2
    return date.fromordinal(_EPOCH + 354 * (year - 1) + (3 + 11 * year) // 30 + months + day)
