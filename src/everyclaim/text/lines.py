"""Where one stretch of text ends and the next begins: blank lines, list items, headings, outlet marks.

A line end inside a wrapped paragraph is no break; the end of a dateline is one, so that the place that a report was
filed from stands in no sentence. Segments cover the whole text, so that one parse of each, put one after the other,
keeps every offset.
"""

import re
from collections.abc import Iterator

from everyclaim.text.datelines import AGENCY, find_datelines

_ENDS = re.compile(r"[.!?:;\"')\]]\s*$")
_WRAPPED_FROM = 45
"""A shorter line that ends without punctuation is a heading or caption, not a wrapped line. Press lines wrap at 60-80;
a caption rarely fills more than half of that."""

_OUTLET_MARK = re.compile(r"(?<=[.!?\"'] )(?:\((?:[A-Z][\w .&'/*-]{1,40})\) ?)+(?=[A-Z\"'])")


def segments(text: str) -> Iterator[tuple[int, int]]:
    """Cut the view into (start, end) stretches that no sentence crosses; together they are the whole text."""
    start = 0
    for end in _breaks(text):
        if end > start:
            yield start, end
            start = end
    if start < len(text):
        yield start, len(text)


def _breaks(text: str) -> Iterator[int]:
    filed = (m.end() for m in AGENCY.finditer(text))
    dated = (each.end for each in find_datelines(text))
    yield from sorted({*(m.end() for m in _OUTLET_MARK.finditer(text)), *_line_breaks(text), *filed, *dated})


def _line_breaks(text: str) -> Iterator[int]:
    position = 0
    lines = text.split("\n")
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        position += len(line) + 1
        if position <= len(text) and not _wraps(line, following):
            yield position


def _wraps(line: str, following: str) -> bool:
    """Whether a line runs on into the next: long, unfinished, and the next begins in mid-sentence or is as long."""
    line, following = line.rstrip(), following.strip()
    if not line or not following:
        return False
    if following[:1].islower():
        return True
    return len(line) >= _WRAPPED_FROM and len(line) <= 100 and not _ENDS.search(line)
