"""Lengths of time ("seven days", "a 12-day siege") as ISO 8601 durations.

Where it stands: `calendar.py` uses it for expressions that last and are no dates.
"""

from collections.abc import Mapping

from everyclaim.text.date_resolving import count_of

_LETTERS = {
    "second": "PT{}S", "minute": "PT{}M", "hour": "PT{}H", "day": "P{}D", "night": "P{}D", "week": "P{}W",
    "month": "P{}M", "year": "P{}Y",
}  # fmt: skip
_IN_SMALLER = {"fortnight": (2, "week"), "decade": (10, "year"), "century": (100, "year"), "centurie": (100, "year")}


def length_of(words: Mapping[str, str]) -> str | None:
    """The ISO 8601 duration of a number and a unit; None where the number is vague ("several days")."""
    number = count_of(words.get("n", ""))
    if number is None:
        return None
    unit = words["u"].lower()
    times, unit = _IN_SMALLER.get(unit, (1, unit))
    return _LETTERS[unit].format(number * times) if unit in _LETTERS else None
