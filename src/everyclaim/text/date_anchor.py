"""From which day a text counts: the date of its dateline or publication, and whether it tells a history.

Where it stands: `calendar.py` takes its anchor and its manner from here. News counts from the day it was written; a
history carries on from the date that it named before.
"""

import re
from datetime import date
from statistics import median
from typing import NamedTuple

from everyclaim.text.date_finding import Found, find_expressions
from everyclaim.text.date_moment import interval
from everyclaim.text.date_resolving import State, resolve


class Anchor(NamedTuple):
    """The day from which a text counts, and why that one; None: nothing gives it a day."""

    day: date | None
    why: str


def find_anchor(text: str, published: date | None) -> Anchor:
    """The dateline's day if the text has one, else the day of publication.

    Args:
        text: the view of the report's text.
        published: the day of publication, which also completes a dateline without a year.
    """
    if (day := find_dateline(text, published)) is not None:
        return Anchor(day, "the day of its dateline")
    if published is not None:
        return Anchor(published, "the day of publication")
    return Anchor(None, "no day of its own")


_HEAD_LINES = 4
_LONGEST_DATELINE = 80
_AROUND = re.compile(r"(?i:(?:published|posted|updated|date[d]?|on|issued|released|last)\b:?)+|[\s|:,;.()\[\]-]+")
_PLACE_BEFORE = re.compile(r"^[\"'(]?(?:[A-Z][\w.'/ -]*(?:\([^)]*\))?[,:]? ?(?:[A-Z][\w.' -]*)?[,(:-] *)?\(?$")
_TEXT_AFTER = re.compile(r"^(?:\)| ?\([^)]{2,40}\)| ?\[[^]]{2,40}\])*\s*(?:--?|:|\]|\)|$)")


def find_dateline(text: str, published: date | None) -> date | None:
    """The day that the text's first lines give as its own: a line of its own, or before the dash of a dateline."""
    head = [line for line in text[:600].split("\n") if line.strip()][:_HEAD_LINES]
    for line in head:
        for found in find_expressions(line[: _LONGEST_DATELINE * 2]):
            if found.kind in ("day", "numeric") and (day := _as_day(found, published)) is not None:
                if _is_dateline(line, found):
                    return day
                break
    return None


def _as_day(found: Found, published: date | None) -> date | None:
    resolved = resolve(found.kind or "", found.words, State(published))
    span = None if resolved is None else interval(resolved.moment)
    return None if span is None else span[0]


def _is_dateline(line: str, found: Found) -> bool:
    before, after = line[: found.start], line[found.end :]
    if len(line) <= _LONGEST_DATELINE and not _AROUND.sub("", before) and not _AROUND.sub("", after):
        return True
    if found.start > _LONGEST_DATELINE or not _PLACE_BEFORE.match(before):
        return False
    return bool(_TEXT_AFTER.match(after))


_HISTORY_YEARS = 4
_HISTORY_DISTANCE = 2


def is_narrative(expressions: list[Found], anchor: date | None) -> bool:
    """Whether the text tells a history: four or more years named, whose median lies two or more from its own day.

    Swept on sixteen accounts of wars and four hundred news reports: none of either was taken for the other.
    """
    years = [int(each.words["y"]) * (-1 if "bc" in each.words else 1) for each in expressions if _has_year(each)]
    if len(years) < _HISTORY_YEARS:
        return False
    return anchor is None or abs(anchor.year - median(years)) >= _HISTORY_DISTANCE


def _has_year(found: Found) -> bool:
    return found.kind in ("day", "days", "month", "season", "year", "years") and "y" in found.words
