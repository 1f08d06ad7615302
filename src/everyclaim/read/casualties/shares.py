"""Parts of a count by their own words: "three of them children", "six children and two women", "Five were women".

Where it stands: `casualty_counts` asks behind every count for the parts that are named right there, and at the end for
those that a later sentence tells of the people counted before it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from everyclaim.model import Figure, Harm, Mention
from everyclaim.read.casualties.people import NEAR, Counted, describe, is_person_noun
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Harmed, Quantity
from everyclaim.read.syntax import is_noun, sentence_bounds
from everyclaim.read.tokens import Token
from everyclaim.text.numbers import interval

_OF_THEM = re.compile(r"\s+of\s+(?:them|whom)(?:\s+(?:are|were|was|being|said to be|believed to be|reportedly))*\s+")
_AFTER = re.compile(r"\s*(?:,|–|-|\()\s*(?:and\s+)?")
_AMONG = re.compile(r"\s*(?:,|–|-|\()\s*(?:and\s+)?among(?:st)?\s+(?:them|whom)(?:\s+(?:are|were))?\s+")
_SPACE = re.compile(r"\s+")
_OPENS_A_LIST = re.compile(r"\s*(?::|–|—| - |\()\s*")
_LISTED = re.compile(r"[^.;:–—()\n]+?(?= - |[.;:–—()\n]|$)")
_JOINED = re.compile(r",? and |, ")
_ONE = re.compile(r"(?:an?|one)\b", re.IGNORECASE)
_TOLD_OF = re.compile(
    r"(?P<whole> of (?:them|those(?: (?:killed|wounded|injured))?|"
    r"the (?P<which>dead|victims|wounded|injured|casualties|fatalities)))? (?P<verb>were|was|are|is)\b(?! not)|"
    r" of them (?=[a-z]+ed\b)"
)
_OPENING = re.compile(r"\s*(?:Of (?:the|those|these)\b[^,;]{1,120}, )?")
"""Before a part at the beginning of a sentence there is nothing, or its whole: "Of the 20 dead, six were children"."""
_BACK = 400
"""A sentence tells of the people counted this far before it at most: two or three sentences."""
_HARM_OF: dict[str, tuple[Harm, ...]] = {
    "dead": ("killed",),
    "fatalities": ("killed",),
    "wounded": ("injured",),
    "injured": ("injured",),
}


def count_behind(draft: Draft, after: int, whole: int | None) -> list[tuple[Token, Counted]]:
    """Count the parts named right behind a count that ends at an offset: some of them, or all in a list."""
    named = _count_of_them(draft, after)
    return [*([named] if named is not None else []), *_count_listed(draft, after, whole)]


def _count_of_them(draft: Draft, after: int) -> tuple[Token, Counted] | None:
    """Count a part that is named right after its whole: ", three of them children", ", 30 of them in one house"."""
    for quantity in draft.found(Quantity):
        start, end = quantity.span.start, quantity.span.end
        among = _AMONG.fullmatch(draft.text, after, start)
        marked = _SPACE.match(draft.text, end) if among else _OF_THEM.match(draft.text, end)
        if marked is None or not (among or _AFTER.fullmatch(draft.text, after, start)):
            continue
        noun = _person_behind(draft, marked.end())
        if noun is not None:
            return noun, _counted(draft, quantity, noun)
        if not among and not draft.has_word("casualties", marked.end()) and not _is_adverb(draft, marked.end()):
            return draft.head(start, end), _counted(draft, quantity, None)
    return None


def _person_behind(draft: Draft, start: int) -> Token | None:
    """The noun for people that stands there, with at most some words that qualify it before it."""
    for token in draft.phrase(start, start + NEAR):
        if is_noun(token) and token.idx >= start and is_person_noun(draft, token):
            return token
        if token.idx >= start and (token.is_punct or token.tag_[0] not in "JNCDV"):
            return None
    return None


def _is_adverb(draft: Draft, start: int) -> bool:
    return draft.phrase(start, start + 1)[0].tag_ in {"RB", "VBD"}


def _counted(draft: Draft, quantity: Mention[Quantity], noun: Token | None) -> Counted:
    told = quantity.meaning
    end = quantity.span.end if noun is None else noun.idx + len(noun)
    of = "people" if noun is None else draft.text[noun.idx : end]
    made = Counted(quantity.span.start, end, told.number, told.number_high, told.expression, of)
    return made if noun is None else describe(draft, made, noun)


def _count_listed(draft: Draft, after: int, whole: int | None) -> list[tuple[Token, Counted]]:
    """Count those who make up a number and are listed behind it: "14 people: six children and eight women"."""
    opened = _OPENS_A_LIST.match(draft.text, after)
    rest = _LISTED.match(draft.text, opened.end()) if opened is not None and whole is not None else None
    if rest is None:
        return []
    found: list[tuple[Token, Counted]] = []
    at = rest.start()
    for piece in _JOINED.split(rest[0]):
        start = draft.text.index(piece, at)
        one = _item(draft, start, start + len(piece))
        if one is None:
            return []
        found.append(one)
        at = start + len(piece)
    return found if len(found) > 1 and sum(each.number or 0 for _, each in found) == whole else []


def _item(draft: Draft, start: int, end: int) -> tuple[Token, Counted] | None:
    """A member of a list: a number, or "a", and a noun for people."""
    nouns = [each for each in draft.phrase(start, end) if is_noun(each) and is_person_noun(draft, each)]
    if not nouns:
        return None
    number = next((each for each in draft.found_in(Quantity, start, end) if each.span.start == start), None)
    if number is not None:
        return nouns[0], _counted(draft, number, nouns[0])
    if _ONE.match(draft.text, start) is None:
        return None
    last = nouns[0].idx + len(nouns[0])
    return nouns[0], describe(draft, Counted(start, last, 1, 1, "exact", draft.text[nouns[0].idx : last]), nouns[0])


def with_whole(draft: Draft, found: Sequence[Mention[Harmed]]) -> Sequence[Mention[Harmed]]:
    """Put the number before those who make it up: "Fourteen people - six children and eight women - died"."""
    total = sum(each.meaning.figure.number or 0 for each in found)
    if len(found) < 2 or any(each.meaning.part_of is not None for each in found):
        return found
    head = min(each.meaning.head for each in found)
    counts = [each for each in draft.found(Quantity) if each.span.end <= draft.doc[head].idx]
    first = counts[-1].span.start if counts else 0
    for quantity in counts[-2:-1]:
        between = draft.text[quantity.span.end : first]
        if quantity.meaning.number == total and re.fullmatch(r" (?:[a-z]+ ){0,2}[a-z]+ ?(?:[:–—,(]|-) ?", between):
            figure = _numbered(found[0].meaning.figure, quantity.meaning, "people")
            whole = replace(found[0].meaning, figure=replace(figure, group=None, status="unknown", flags=()))
            host = draft.mention(quantity.span.start, quantity.span.end + len(between.rstrip(":–—,(- ")), whole)
            return [host, *(_beside(draft, each, host) for each in found)]
    return found


def _beside(draft: Draft, part: Mention[Harmed], host: Mention[Harmed]) -> Mention[Harmed]:
    """A part without the words of its whole."""
    start = max(part.span.start, host.span.end + 1)
    span = draft.span(start, max(part.span.end, start + 1))
    return replace(part, span=span, meaning=replace(part.meaning, part_of=host.span))


def _numbered(figure: Figure, told: Quantity, of: str) -> Figure:
    low, high, open_high = interval(told.expression, told.number, told.number_high)
    return replace(
        figure,
        number=told.number,
        number_high=told.number_high,
        expression=told.expression,
        low=low,
        high=high,
        open_high=open_high,
        of=of,
        claimed_label=None,
    )


def find_later(draft: Draft, told: Sequence[Mention[Harmed]]) -> Iterator[Mention[Harmed]]:
    """Find what a sentence tells of some of those counted before it: "Five were children", "Most were women"."""
    known = {each.span.start for each in told}
    for quantity in draft.found(Quantity):
        first, _ = sentence_bounds(draft.doc, quantity.span.start)
        of = _TOLD_OF.match(draft.text, quantity.span.end)
        if (
            of is None
            or quantity.meaning.expression == "none"
            or not _OPENING.fullmatch(draft.text, first, quantity.span.start)
            or quantity.span.start in known
        ):
            continue
        noun = _person_behind(draft, of.end() + 1)
        host = _host(told, quantity, _HARM_OF.get(of["which"] or "", ()))
        if host is None or (noun is None and of["whole"] is None and of["verb"]):
            continue
        if draft.has_word("casualties", of.end() + 1):
            continue  # counted as harm of its own
        counted = _counted(draft, quantity, noun)
        figure = _numbered(host.meaning.figure, quantity.meaning, counted.of)
        figure = replace(figure, group=counted.group, status=counted.status, flags=counted.flags)
        meaning = replace(host.meaning, figure=figure, part_of=host.span, definite=False, name=None)
        yield draft.mention(quantity.span.start, counted.end, meaning)


def _host(told: Sequence[Mention[Harmed]], part: Mention[Quantity], harms: tuple[Harm, ...]) -> Mention[Harmed] | None:
    number = part.meaning.number or 1
    for each in sorted(told, key=lambda each: -each.span.start):
        figure = each.meaning.figure
        near = 0 < part.span.start - each.span.start < _BACK
        holds = figure.number is not None and figure.number > number and figure.scope == "happening"
        if near and holds and each.meaning.part_of is None and (not harms or figure.harm in harms):
            return each
    return None
