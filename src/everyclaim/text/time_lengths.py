"""Lengths of time ("seven days", "a 12-day siege") as ISO 8601 durations.

Where it stands: `calendar.py` uses it for expressions that last and are no dates.
"""

from collections.abc import Mapping

from everyclaim.text.date_words import SMALL_NUMBERS

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
