"""A report's text with the words that are quoted lit up: each colour a group of fields, each stretch with its address.

Where it stands: the page of a report and the dossier of an incident show texts alike. An address of words
(`c=START-END`) is that of permalinks; where several texts stand on one page, each has its `prefix` before it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from everyclaim.codec import Json
from everyclaim.pages import BREAK
from everyclaim.verify import iter_quotes

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
        page: the page that begins here, or None.
    """

    text: str
    hue: str
    claim: str | None
    anchors: tuple[str, ...]
    inside: str
    page: int | None = None


def hue(field: str) -> str:
    """The colour group of a field."""
    return _HUES.get(field, "said")


def address(place: Place, prefix: str = "") -> str:
    """The address of a stretch of words."""
    return f"{prefix}c={place[0]}-{place[1]}"


def light(record: Json) -> Lit:
    """Every stretch of words that the record quotes, by place, with its colour group and the claim that it leads to.

    Where claims rest on the same words, harm goes before all else and a statement behind it.
    """
    lit: dict[Place, tuple[str, str | None]] = {}
    for claim in sorted(record["claims"], key=lambda each: _SAME_WORDS.get(hue(each["field"]), 1)):
        lit.setdefault((claim["start"], claim["end"]), (hue(claim["field"]), claim["id"]))
    for _, _, start, end in iter_quotes(record):
        lit.setdefault((start, end), ("voice", None))
    return dict(sorted(lit.items()))


def cut(text: str, lit: Lit, prefix: str = "") -> Iterator[list[Piece]]:
    """The pieces of each paragraph; a paragraph is compared with the highlights near it alone."""
    places = list(lit)
    longest = max((end - start for start, end in places), default=0)
    pages = dict(_pages(text))
    for start, end in _blocks(text):
        near = places[bisect_left(places, (start - longest, 0)) : bisect_left(places, (end, 0))]
        touching = sorted((place for place in near if place[1] > start), key=lambda place: place[1] - place[0])
        yield list(_pieces((start, text[start:end]), touching, lit, prefix, pages))


def target_rules(lit: Lit, prefix: str = "") -> Iterator[str]:
    """Light the whole of the words that the page's address names, though other highlights cut them into pieces."""
    for place in sorted(lit):
        words = f'body:has([id="{address(place, prefix)}"]:target) .{_name(place, prefix)}'
        yield f"{words}{{background:var(--target);color:var(--on-target)}}\n"


def _blocks(text: str) -> Iterator[Place]:
    """Paragraphs, without the blank lines between them."""
    start = 0
    for gap in _BLANK_LINES.finditer(text):
        if text[start : gap.start()].strip():
            yield start, gap.start()
        start = gap.end()
    if text[start:].strip():
        yield start, len(text)


def _pages(text: str) -> Iterator[tuple[int, int]]:
    """Where each page begins to be shown, in a text that has pages: at its first sign that is no white space."""
    if BREAK in text:
        at = 0
        for number, page in enumerate(text.split(BREAK), 1):
            if page.strip():
                yield at + len(page) - len(page.lstrip()), number
            at += len(page) + 1


def _pieces(
    block: tuple[int, str], touching: list[Place], lit: Lit, prefix: str, pages: Mapping[int, int]
) -> Iterator[Piece]:
    """Cut a paragraph, given with its place, wherever a highlight begins or ends, or a page begins."""
    start, words = block
    end = start + len(words)
    begun = (at for at in pages if start < at < end)
    cuts = sorted({start, end, *begun, *(cut for place in touching for cut in place if start < cut < end)})
    for left, right in pairwise(cuts):
        over = [place for place in touching if place[0] <= left and right <= place[1]]
        colour, claim = _innermost(over, lit)
        # Words that begin in the gap between two paragraphs are found at the paragraph's start.
        anchors = tuple(address(place, prefix) for place in touching if max(place[0], start) == left)
        inside = " ".join(_name(place, prefix) for place in over)
        yield Piece(words[left - start : right - start], colour, claim, anchors, inside, pages.get(left))


def _innermost(over: list[Place], lit: Lit) -> tuple[str, str | None]:
    """The shortest highlight that says something of its own; a voice or a statement only where there is no other."""
    ranked = sorted(over, key=lambda place: (lit[place][0] in {"said", "voice"}, lit[place][1] is None))
    colour = lit[ranked[0]][0] if ranked else ""
    return colour, next((claim for place in ranked if (claim := lit[place][1]) is not None), None)


def _name(place: Place, prefix: str) -> str:
    return f"s{prefix}{place[0]}-{place[1]}"
