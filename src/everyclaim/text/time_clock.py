"""Clock times as told: "10:39 a.m.", "0300 hours", "five o'clock in the morning".

Where it stands: `calendar.py` keeps a clock time beside its day.
"""

import re

_HOUR = re.compile(r"(\d{1,2})(?:[:.]?(\d\d))?(?::\d\d)? ?([ap])?", re.IGNORECASE)
_HOUR_WORDS = "one two three four five six seven eight nine ten eleven twelve".split()


def clock(words: str) -> str:
    """A clock time as "07:15", on twenty-four hours, local as told."""
    words = words.lower()
    for n, word in enumerate(_HOUR_WORDS, 1):
        words = re.sub(rf"^{word}\b", str(n), words)
    found = _HOUR.match(words)
    if found is None:
        raise ValueError(f"{words!r} is no clock time; give one such as '07:15' or '3 p.m.'.")
    hour, minute = int(found[1]), int(found[2] or 0)
    half = found[3] or ("p" if re.search("afternoon|evening|at night", words) else None)
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    return f"{hour % 24:02d}:{minute:02d}"
