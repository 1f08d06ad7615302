"""Time expressions found and resolved, in the form that the corpus' scorer asks for (TIMEX3 values).

Only the grammar is measured: no parser runs. What the corpus tags and the record does not keep ("now", "daily",
"several days") is told here in the corpus' letters; both ends of a range are expressions of their own there.
"""

import re
from collections.abc import Iterator
from datetime import date

from everyclaim.codec import Json
from everyclaim.text.calendar import Expression, find_times
from everyclaim.text.date_anchor import find_anchor
from everyclaim.text.date_words import CLOCK
from everyclaim.text.time_clock import clock
from everyclaim.text.view import view

_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midnight": "NI", "noon": "MI"}
_REFERENCES = {"recently": "PAST_REF", "former": "PAST_REF", "the past": "PAST_REF", "recent": "PAST_REF"}
_LETTERS = {
    "day": "D", "night": "D", "week": "W", "fortnight": "W", "month": "M", "year": "Y", "decade": "DE", "centur": "CE",
    "hour": "H", "minute": "M", "second": "S",
}  # fmt: skip
_UNIT = re.compile(rf"({'|'.join(_LETTERS)})(?:y|ie)?s?(?:-long)?$", re.IGNORECASE)
_BETWEEN = re.compile(r" ?- ?| ?/ ?| (?:to|and|or|through|until|till) ")
_OPENING = re.compile(r"^(?:ever since|since|until|till|prior to|before|after|no later than|by|up to) ", re.IGNORECASE)


def predict(line: Json) -> Json:
    """Read one document's time expressions.

    Args:
        line: a document of the corpus, with `id`, `text` and `published`.

    Returns:
        The prediction: `id` and `timexes`.
    """
    text = view(line["text"])
    published = date.fromisoformat(line["published"][:10]) if line.get("published") else None
    found = find_times(text, find_anchor(text, published).day)
    return {"id": line["id"], "timexes": [timex for each in found for timex in _timexes(text, each)]}


def _timexes(text: str, each: Expression) -> Iterator[Json]:
    words = text[each.start : each.end]
    start = each.start
    if (opening := _OPENING.match(words)) is not None:
        start += opening.end()
        words = text[start : each.end]
    if each.value is None:
        if (value := _other(each, words)) is not None:
            yield _timex(start, each.end, value)
        return
    times = list(re.finditer(CLOCK, words))
    for time in times:
        yield _timex(start + time.start(), start + time.end(), f"{each.value}T{clock(time[0])}")
    if each.kind == "part" and times:
        return
    between = _BETWEEN.search(words) if len(each.ends) > 1 else None
    if between is not None and each.kind != "past":
        yield _timex(start, start + between.start(), each.ends[0])
        yield _timex(start + between.end(), each.end, each.ends[1])
    else:
        yield _timex(start + (times[0].end() if times and not times[0].start() else 0), each.end, _value(each))


def _value(each: Expression) -> str:
    part = None if each.when is None or each.when.time is not None else each.when.part_of_day
    return f"{each.value}T{_PARTS[part]}" if part in _PARTS else str(each.value)


def _other(each: Expression, words: str) -> str | None:
    """What has no day: lengths, references, repetitions, and what an undated event is counted from."""
    if each.kind in ("duration", "past"):
        return each.length or _vague(words)
    if each.kind == "reference":
        if words.lower().endswith(("period", "time")):
            return "null"
        return "FUTURE_REF" if "future" in words.lower() else _REFERENCES.get(words.lower(), "PRESENT_REF")
    if each.kind == "set":
        return f"P1{_LETTERS[words[4:].lower()]}" if words.lower().startswith("per ") else "XXXX-XX-XX"
    if each.kind == "counted":
        return "FUTURE_REF" if words.lower().endswith(("later", "afterwards", "after")) else "PAST_REF"
    return None if each.kind == "part" else "null"


def _vague(words: str) -> str | None:
    unit = _UNIT.search(words)
    if unit is None:
        return None
    letter = _LETTERS[unit[1].lower()]
    return f"PTX{letter}" if unit[1].lower() in ("hour", "minute", "second") else f"PX{letter}"


def _timex(start: int, end: int, value: str) -> Json:
    return {"start": start, "end": end, "type": "DATE", "value": value}
