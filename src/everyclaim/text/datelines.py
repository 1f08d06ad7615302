"""Where a text says from where and on which day it was written: neither is the place or the day of what it tells.

Where it stands: `date_anchor.py` counts from the day found here, `read/acts/datelines.py` keeps its place and day out
of the news, `lines.py` lets no sentence run across it. Datelines take four forms: a line of their own ("Tuesday, 4
March 2014"; "MISRATA, Libya (March 4)"), the opening of a paragraph ("MISRATA, Libya (March 4) - Two men ..."), the
same in the middle of a release put on one line, and the day before or after a title ("March 4: Operations ...";
"Evening Update March 4").
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from everyclaim.text.date_finding import Found, find_expressions

_HEAD, _HEAD_LINES = 800, 8
"""A release opens with its number, its office, "For release", two blank lines and a title; then its dateline stands."""
_LONGEST_DATELINE = 80
_LOOKED_AT = 6 * _LONGEST_DATELINE
"""How far into a line a dateline may stand: releases put on one line have title, office and number before it."""

_AROUND = re.compile(
    r"(?i:(?:published|posted|updated|date[d]?|on|issued|released|last|for immediate release)\b:?)+|[\s|:,;.()\[\]-]+"
)
_NAME = r"[A-Z][\w.'/-]*(?: (?:(?:of|de|del|la|al|el|es|the) )?[A-Z][\w.'/-]*){0,3}"
_PLACE_ALONE = re.compile(rf"[\"'(]?{_NAME}(?:, ?{_NAME}){{0,2}} ?(?:, ?|\(|- )$")
_PLACE_OPENS = re.compile(rf"^[\"'(]?(?:{_NAME}(?: ?\([^)]*\))?(?:[,:]? ?{_NAME})? ?[,(:-] *)?\(?$")
_PLACE_INSIDE = re.compile(r"(?:(?<=\s)|^)[A-Z]{3,}[A-Z .'-]*(?:, ?[A-Z][\w. ]*)?,? ?\($")
_TEXT_AFTER = re.compile(r"(?:\)| ?\([^)]{2,40}\)| ?\[[^]]{2,40}\])*\s*(?:--?|:|\]|\)|$)\s*(?:-{1,2}\s*)?")
_BULLETIN = re.compile(
    r"(?i:\b(?:update|report|briefing|bulletin|news|summary|digest|brief|sitrep)[ ,:-]+(?:for |of |- )?)$"
)
_TITLED = re.compile(r"\b(?:Update|Report|Briefing|Bulletin|Summary|Digest|Sitrep)[ ,:-]+(?:for )?$")
_MONTH = r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[A-Za-z]*\.?"
_PLACE = r"[A-Z][\w'.]*(?:[ -][A-Z(]?[\w'.)]*){0,3}"
_FILED_ON = rf"(?:,? (?:\d{{1,2}} )?{_MONTH}(?: \d{{1,4}})?(?:,? \d{{4}})?)?"
_MARKS = r"(?:\[[A-Z][A-Z ,.\n]{1,60}\]\s?)*"
"""What monitors of broadcasts write behind a dateline: "[TEXT]", "[EXCERPTS]"."""
AGENCY = re.compile(
    rf"^(?:{_PLACE}(?:, {_PLACE}){{0,2}}{_FILED_ON} ?\([^()\n]{{2,40}}\) ?(?:-{{1,2}}|—|:) ?{_MARKS}"
    rf"|\({_PLACE}(?:, {_PLACE})?{_FILED_ON}\) ?(?:-{{1,2}}|—|–) "
    rf"|[A-Z][A-Z'.]{{2,}}(?:[ /-][A-Z'.]{{2,}}){{0,3}}(?:, {_PLACE}){{0,2}}{_FILED_ON} ?(?:-{{1,2}}|—) {_MARKS})",
    re.MULTILINE,
)
"""What opens a paragraph with the place, mostly the agency, sometimes without a day: "MISRATA, Libya (Agency) - ",
"(Misrata) - "."""
_DIGIT = re.compile(r"\d")
"""No day of the month is told without one."""
_ENTRY = re.compile(r"\s*:.*[.!?][\"')\]]*$")
"""A day before a sentence is that of an entry in a chronicle ("4 March: Jets bombed the port."), not of a title."""


class Dateline(NamedTuple):
    """Where a dateline stands in the text, and the time expression in it."""

    start: int
    end: int
    found: Found


@lru_cache(maxsize=8)
def find_datelines(text: str) -> tuple[Dateline, ...]:
    """Find the datelines among the first lines of a view of a text."""
    return tuple(_datelines(text))


def head_lines(text: str) -> list[tuple[int, str]]:
    """The first lines that are not blank, each with its offset."""
    lines, offset = [], 0
    for line in text[:_HEAD].split("\n"):
        if line.strip():
            start = offset + len(line) - len(line.lstrip())
            end = text.find("\n", offset)
            lines.append((start, text[start : len(text) if end < 0 else end].rstrip()))
        offset += len(line) + 1
    return lines[:_HEAD_LINES]


def _datelines(text: str) -> Iterator[Dateline]:
    for offset, line in head_lines(text):
        for found in find_expressions(line[:_LOOKED_AT]) if _DIGIT.search(line) else ():
            if found.kind in ("day", "numeric") and (bounds := _bounds(line, found)) is not None:
                yield Dateline(offset + bounds[0], offset + bounds[1], found)


def _bounds(line: str, found: Found) -> tuple[int, int] | None:
    """From where to where the dateline around a day runs in its line; None: the day is no dateline's."""
    before, after = line[: found.start], line[found.end :]
    if len(line) <= _LONGEST_DATELINE and not _AROUND.sub("", after):
        alone = not _AROUND.sub("", before) or _PLACE_ALONE.fullmatch(before) is not None
        if alone or _BULLETIN.search(before) is not None:
            return 0, len(line)
    if (title := _TITLED.search(before)) is not None and "y" in found.words:
        return title.start(), found.end
    place = _PLACE_INSIDE.search(before) or (_PLACE_OPENS.search(before) if len(before) <= _LONGEST_DATELINE else None)
    text = _TEXT_AFTER.match(after)
    if place is None or text is None or (not found.start and _ENTRY.match(after)):
        return None
    return place.start(), found.end + text.end()
