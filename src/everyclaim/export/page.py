"""One report as one self-contained page: its text with the words lit up by field, and the claims beside it.

No script, nothing loaded, everything escaped: reports are written by strangers. A claim's quote leads to its words,
the words lead to their claim, and the address of words (`#c=START-END`) is that of permalinks.
"""

import base64
import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from everyclaim.codec import Json
from everyclaim.export.outline import Line, has_points, outline
from everyclaim.export.wording import spaced
from everyclaim.lexicon.gazetteer import CREDIT
from everyclaim.verify import iter_quotes

_TEMPLATES = Path(__file__).parent / "templates"
_BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+|\r(?:\r|\n\r)\n?")

_HUES: Mapping[str, str] = {
    **dict.fromkeys(("type",), "act"),
    **dict.fromkeys(("when",), "time"),
    **dict.fromkeys(("where",), "place"),
    **dict.fromkeys(("by", "against", "responsibility", "controlled_by", "affiliation"), "party"),
    **dict.fromkeys(("killed", "injured", "killed_or_injured", "missing", "detained", "abducted", "displaced"), "harm"),
    **dict.fromkeys(("weapon", "target_stated", "target_hit", "damage"), "thing"),
    **dict.fromkeys(("statement", "motive", "link"), "said"),
}
LEGEND = (
    ("act", "what"),
    ("time", "when"),
    ("place", "where"),
    ("party", "who"),
    ("harm", "harm to people"),
    ("thing", "targets, damage, weapons"),
    ("said", "statements, motives"),
    ("voice", "who says so, evidence"),
)

_SAME_WORDS = {"harm": 0, "said": 2}

Place = tuple[int, int]
Lit = Mapping[Place, tuple[str, str | None]]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same highlights.

    Args:
        text: its characters.
        hue: the colour group of the innermost highlight; empty for plain text.
        claim: the claim that the words lead to, or None.
        anchors: addresses that begin here.
        inside: all highlights that it lies in, as class names.
    """

    text: str
    hue: str
    claim: str | None
    anchors: tuple[str, ...]
    inside: str


def render(record: Json, text: str) -> str:
    """Render the page of a report.

    Args:
        record: its record.
        text: the reading text that the record was made from.
    """
    lit = _lit(record)
    style = (_TEMPLATES / "page.css").read_text("utf-8") + "".join(_target_rules(lit))
    environment = Environment(
        autoescape=True,
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"hue": hue, "spaced": spaced, "address": _address}
    return environment.get_template("page.html").render(
        report=record["report"],
        blocks=list(_cut(text, lit)),
        sections=outline(record),
        first=_first_shown(record),
        record=record,
        legend=LEGEND,
        credit=CREDIT if has_points(record) else None,
        style=style,
        digest=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
    )


def hue(field: str) -> str:
    """The colour group of a field."""
    return _HUES.get(field, "said")


def _lit(record: Json) -> Lit:
    """Every stretch of words that the record quotes, by place, with its colour group and the claim that it leads to.

    Where claims rest on the same words, harm goes before all else and a statement behind it.
    """
    lit: dict[Place, tuple[str, str | None]] = {}
    for claim in sorted(record["claims"], key=lambda each: _SAME_WORDS.get(hue(each["field"]), 1)):
        lit.setdefault((claim["start"], claim["end"]), (hue(claim["field"]), claim["id"]))
    for _, _, start, end in iter_quotes(record):
        lit.setdefault((start, end), ("voice", None))
    return dict(sorted(lit.items()))


def _blocks(text: str) -> Iterator[Place]:
    """Paragraphs, without the blank lines between them."""
    start = 0
    for gap in _BLANK_LINES.finditer(text):
        if text[start : gap.start()].strip():
            yield start, gap.start()
        start = gap.end()
    if text[start:].strip():
        yield start, len(text)


def _cut(text: str, lit: Lit) -> Iterator[list[Piece]]:
    """The pieces of each paragraph; a paragraph is compared with the highlights near it alone."""
    places = list(lit)
    longest = max((end - start for start, end in places), default=0)
    for start, end in _blocks(text):
        near = places[bisect_left(places, (start - longest, 0)) : bisect_left(places, (end, 0))]
        touching = sorted((place for place in near if place[1] > start), key=lambda place: place[1] - place[0])
        yield list(_pieces(text, (start, end), touching, lit))


def _pieces(text: str, block: Place, touching: list[Place], lit: Lit) -> Iterator[Piece]:
    """Cut a paragraph wherever a highlight begins or ends."""
    start, end = block
    cuts = sorted({start, end, *(cut for place in touching for cut in place if start < cut < end)})
    for left, right in pairwise(cuts):
        over = [place for place in touching if place[0] <= left and right <= place[1]]
        colour, claim = _innermost(over, lit)
        # Words that begin in the gap between two paragraphs are found at the paragraph's start.
        anchors = tuple(_address(place) for place in touching if max(place[0], start) == left)
        yield Piece(text[left:right], colour, claim, anchors, " ".join(_name(place) for place in over))


def _innermost(over: list[Place], lit: Lit) -> tuple[str, str | None]:
    """The shortest highlight that says something of its own; a voice or a statement only where there is no other."""
    ranked = sorted(over, key=lambda place: (lit[place][0] in {"said", "voice"}, lit[place][1] is None))
    colour = lit[ranked[0]][0] if ranked else ""
    return colour, next((claim for place in ranked if (claim := lit[place][1]) is not None), None)


def _first_shown(record: Json) -> dict[str, str | None]:
    """The section in which each claim stands first: there it has its address."""
    first: dict[str, str | None] = {}
    for section in outline(record):
        for line in section.lines:
            first.setdefault(line.id, section.id)
    return first


def _target_rules(lit: Lit) -> Iterator[str]:
    """Light the whole of the words that the page's address names, though other highlights cut them into pieces."""
    for place in sorted(lit):
        words = f'body:has([id="{_address(place)}"]:target) .{_name(place)}'
        yield f"{words}{{background:var(--target);color:var(--on-target)}}\n"


def _name(place: Place) -> str:
    return f"s{place[0]}-{place[1]}"


def _address(place: Place | Line | Json) -> str:
    match place:
        case Line():
            return f"c={place.start}-{place.end}"
        case dict():
            return f"c={place['start']}-{place['end']}"
        case (start, end):
            return f"c={start}-{end}"
