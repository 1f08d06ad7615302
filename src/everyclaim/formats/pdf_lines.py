"""Lines of a PDF's page, and paragraphs from lines: by their distance, indentation and ends.

A PDF knows no paragraphs. Lines that belong together are joined by a space, so that a sentence reads through; heads and
page numbers that run through the pages are left out, as they would stand in the middle of sentences.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from pypdfium2 import PdfPage

_EDGE = 2
"""Lines at the top and at the bottom of a page that may be a running head or foot."""

_RUNNING = 0.4
"""The share of pages on which a line must stand to be one. Heads of left and right pages differ: half is too much."""

_FEWEST_PAGES = 3
_WIDE_GAP = 1.25
"""How much more than the usual distance of its lines begins a paragraph; word processors set 1.3 or more, and lines
with raised note numbers vary by a tenth."""

_SENTENCE_END = re.compile(r"""[.!?:]["'\u2019\u201d)\]]*\d{0,3}$""")
_LIST = re.compile(r"(?:[\u2022\u25cf\u25aa\uf0b7*\u2013-]|\(?\d{1,3}[.)]|\(?[a-z]\))\s")
_INDENT = 6.0
"""Points by which the first line of a paragraph stands in, at least; typesetters use 10 to 20."""

_CELL_GAP = 8.0
"""Points between the cells of a table, at least: two or three spaces."""

_CUT_WORD = "\x02"
"""What the library puts for a hyphen at the end of a line (or U+FFFE, by its version)."""


class Line(NamedTuple):
    """A line of a page, with its place: from the left and from the bottom, in points; `is_row` if it is of a table."""

    text: str
    left: float
    right: float
    bottom: float
    is_row: bool = False


def lines_of(page: PdfPage) -> Iterator[Line]:
    """The lines of a page in the order in which the file draws them."""
    content = page.get_textpage()
    position = 0
    for raw in content.get_text_range().split("\r\n"):
        length = len(raw.encode("utf-16-le", "surrogatepass")) // 2
        text = raw.strip().replace("\ufffe", _CUT_WORD)
        if text:
            first = position + len(raw) - len(raw.lstrip())
            left, bottom, _, _ = content.get_charbox(first, loose=True)
            _, _, right, _ = content.get_charbox(max(first, position + length - 1), loose=True)
            yield Line(text, left, right, bottom)
        position += length + 2


def drop_running_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Leave out heads, feet and page numbers that run through the pages."""
    counted = Counter(key for lines in pages for key in {_key(lines[at]) for at in _edges(lines)})
    enough = max(_FEWEST_PAGES, _RUNNING * len(pages))
    running = {key for key, count in counted.items() if count >= enough}
    kept = []
    for number, lines in enumerate(pages, 1):
        edges = [at for at in _edges(lines) if _key(lines[at]) in running or lines[at].text.strip("-– ") == str(number)]
        kept.append([line for at, line in enumerate(lines) if at not in edges])
    return kept


def _edges(lines: Sequence[Line]) -> list[int]:
    return sorted({*range(min(_EDGE, len(lines))), *range(max(0, len(lines) - _EDGE), len(lines))})


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text.casefold())


def join(drawn: Sequence[Line]) -> str:
    """Put the lines of a page together to paragraphs, a blank line between them; rows of tables stand alone."""
    lines = _rows(drawn)
    usual = _usual_step(lines)
    text = lines[0].text if lines else ""
    for before, line in pairwise(lines):
        if _begins(before, line, usual, _margin(lines, before)):
            text = f"{_hyphens(text)}\n\n{line.text}"
        else:
            text = _glue(text, line.text)
    return _hyphens(text)


def _rows(lines: Sequence[Line]) -> list[Line]:
    """Cells that stand beside each other as one line: "Oldfield | 9 | 21", as in other formats."""
    rows: list[Line] = []
    for line in lines:
        last = rows[-1] if rows else None
        if last is None or abs(last.bottom - line.bottom) > 1 or line.left < last.right:
            rows.append(line)
        elif line.left - last.right > _CELL_GAP:
            rows[-1] = Line(f"{last.text} | {line.text}", last.left, line.right, last.bottom, is_row=True)
        else:
            rows[-1] = last._replace(text=f"{last.text} {line.text}", right=line.right)
    return rows


def runs_on(page: str, following: str) -> bool:
    """Whether the last sentence of a page goes on on the next."""
    return not _SENTENCE_END.search(page) and following[:1].islower()


def _usual_step(lines: Sequence[Line]) -> float:
    """The distance of two lines of one paragraph: the smallest that is usual on the page."""
    steps = [before.bottom - line.bottom for before, line in pairwise(lines)]
    return median([step for step in steps if step > 1] or [0.0])


def _margin(lines: Sequence[Line], line: Line) -> float:
    """Where the lines of a line's column end: four in five of those that begin below each other stay within."""
    rights = sorted(each.right for each in lines if abs(each.left - line.left) < 3 * _INDENT)
    return rights[int(len(rights) * 0.8)] if rights else line.right


def _begins(before: Line, line: Line, usual: float, margin: float) -> bool:
    """Whether a line begins a paragraph."""
    step = before.bottom - line.bottom
    ended = _SENTENCE_END.search(before.text) is not None
    if before.is_row or line.is_row or step > usual * _WIDE_GAP or _LIST.match(line.text):
        return True
    if line.text[:1].islower():
        return False
    if step < -1:
        return ended
    return step > 1 and (_had_room(before, line, margin) or (ended and line.left > before.left + _INDENT))


def _had_room(before: Line, line: Line, margin: float) -> bool:
    """Whether the first word of a line would have fitted on the one before: so that line was ended on purpose."""
    letter = (before.right - before.left) / max(1, len(before.text))
    return before.right + letter * (len(line.text.split()[0]) + 2) < margin


def _glue(text: str, following: str) -> str:
    """Join two lines. A word that was cut at its syllable is made whole; "40-" and "50" keep their hyphen."""
    if not text.endswith(_CUT_WORD):
        return f"{text} {following}"
    whole = text[-2:-1].islower() and following[:1].islower()
    return (text[:-1] if whole else f"{text[:-1]}-") + following


def _hyphens(text: str) -> str:
    return text.replace(_CUT_WORD, "-")
