"""The stretches of lines that a report is made of: headline, byline, dateline, caption, item, paragraph and the like.

First of all steps. Every non-blank character belongs to exactly one block, so later steps can ask of any mention
whether it stands in the body, under a picture, or in words that only invite the reader to subscribe. A dateline is
cut off the paragraph that it opens: it says where the story was filed, not where the act took place.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from everyclaim.model import Mention
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Block, BlockKind
from everyclaim.read.step import step
from everyclaim.text.datelines import AGENCY
from everyclaim.text.lines import segments

EXAMPLES = """
[PORTOVEN, Ruritania (Newswire) - ](kind=dateline)[A shell hit the market on Monday.](kind=paragraph)
[Monday, March 3, 2014](kind=dateline)\\n\\n[A shell hit the market of the harbour town.](kind=paragraph)
[Shell hits market in Portoven](kind=headline)\\n\\n[By Ana Ruiz](kind=byline)\\n\\n[Ten people died.](kind=paragraph)
[A shell fell.](kind=paragraph)\\n\\n[Claimed footage of the blast:](kind=caption)\\n\\n[PORTOVEN MARKET SHELLING](kind=caption)\\n\\n[Ten died.](kind=paragraph)
[Ten people died.](kind=paragraph)\\n\\n[The ruined market. (Photo: Newswire)](kind=caption)
[Rebels shell a market, killing ten. (AP)](kind=item)\\n[A court frees two men. (AFP via NDTV)](kind=item)
[The ministry said in a statement:](kind=paragraph)\\n\\n[We did](kind=block_quote)\\n\\n\\n[Ten died.](kind=paragraph)
[Ten people died.](kind=paragraph)\\n\\n[READ MORE: Ten years of war](kind=boilerplate)
[Ten people died.](kind=paragraph)\\n\\n[Follow us on Facebook](kind=boilerplate)

"""

_BOILERPLATE = re.compile(
    r"(?:read more|read also|see also|also read|more on this|related (?:articles?|stories|topics)|follow us|"
    r"subscribe\b|sign up\b|share (?:this|on)\b|click here|advertisement\b|this (?:web)?site uses cookies|"
    r"(?:we use|accept) (?:all )?cookies|all rights reserved|copyright\b|©|download our app|"
    r"support our journalism|newsletter\b|most read\b|recommended for you|join the conversation)",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"^(?:photos?|photographs?|pictures?|images?|videos?|watch|file photo|credit|caption)\s*(?:credits?)?\s*[:/]"
    r"|\((?:photo|image|file photo|picture|credit|photograph)s?\b[^)]*\)\s*$"
    r"|\[(?:photo|image|file|getty|reuters|ap|afp|epa)\b[^\]]*\]\s*$",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"^(?:By [A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,3}\b|(?:Reporting|Writing|Editing|Additional reporting) by [A-Z])"
)
_MONTH = r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[A-Za-z]*\.?"
_WEEKDAY = r"(?i:mon|tues?|wednes|thurs?|fri|satur|sun)(?i:day)"
_DATE_ALONE = re.compile(
    r"^(?:(?i:last )?(?i:updated|published|posted)\s*(?:on|at)?:?\s*)?"
    rf"(?:{_WEEKDAY},? )?"
    rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}|\d{{4}}-\d\d-\d\d)"
    r"[\s,|-]*(?:\d\d?[:.]\d\d.{0,20})?$"
)
_ITEM = re.compile(r"[.!?][\"']? ?(?:\([A-Z][^()\n]{1,60}\)[ .]*)+$")
_INTRODUCES = re.compile(
    r"\b(?:said|says|saying|say|told|tells|wrote|writes|read|reads|added|adds|announced|stated|states|posted|tweeted|"
    r"declared|continued|statement|communique|message|remarks|quote)\b[^.:]{0,120}:\s*$",
    re.IGNORECASE,
)
_SAID = re.compile(r"\b(?:said|says|told|according to|reported|announced)\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:we|our|ours|us|i|my)\b", re.IGNORECASE)
_ENDS = re.compile(r"[.!?;,:\"')\]]\s*$")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_HEADLINE_WORDS = 18
"""Longer lines without a final stop are prose whose stop was lost; press headlines end well before."""
_CAPTION_WORDS = 14


class _Stretch(NamedTuple):
    """Lines that form one paragraph; `gap` counts the line ends before it."""

    start: int
    end: int
    gap: int


@step(needs=())
def blocks(draft: Draft) -> Iterator[Mention[Block]]:
    """Sort the report's lines into blocks, each character into one."""
    stretches = tuple(_stretches(draft.text))
    quoted = _block_quotes(draft.text, stretches)
    seen_body = False
    for place, each in enumerate(stretches):
        if place in quoted:
            yield draft.mention(each.start, each.end, Block("block_quote", quoted[place]))
            continue
        kind = _kind(draft, each, seen_body=seen_body)
        seen_body = seen_body or kind in {"paragraph", "item"}
        body = each.start
        if kind in {"paragraph", "item"} and (found := AGENCY.match(draft.text[each.start : each.end])):
            body = each.start + found.end()
            yield draft.mention(each.start, body, Block("dateline"))
        if body < each.end:
            yield draft.mention(body, each.end, Block(kind))


def _stretches(text: str) -> Iterator[_Stretch]:
    """Join the segments of the parse that share a line; leave blank ones out."""
    start, last = 0, 0
    for _, end in segments(text):
        if end < len(text) and text[end - 1] != "\n":
            continue
        inner = text[start:end]
        if inner.strip():
            first = start + len(inner) - len(inner.lstrip())
            final = start + len(inner.rstrip())
            yield _Stretch(first, final, text.count("\n", last, first))
            last = final
        start = end


def _kind(draft: Draft, each: _Stretch, *, seen_body: bool) -> BlockKind:
    line = draft.text[each.start : each.end]
    if _BOILERPLATE.match(line) and not line.rstrip().endswith("."):
        return "boilerplate"
    if _CAPTION.search(line) and "\n" not in line:
        return "caption"
    if _BYLINE.match(line) and len(line.split()) <= _CAPTION_WORDS:
        return "byline"
    if _DATE_ALONE.match(line):
        return "dateline"
    if _ITEM.search(line):
        return "item"
    return _short_kind(draft, each, seen_body=seen_body)


def _short_kind(draft: Draft, each: _Stretch, *, seen_body: bool) -> BlockKind:
    """A line without a final stop: the title before the body, a caption without a verb, or a title inside."""
    line = draft.text[each.start : each.end]
    words = line.split()
    if line.startswith(("—", "- ")) and len(words) <= _CAPTION_WORDS:
        return "caption"
    if (_ENDS.search(line) and not line.endswith(":")) or len(words) > _HEADLINE_WORDS:
        return "paragraph"
    tokens = draft.phrase(each.start, each.end)
    if line.endswith(":"):
        says = _INTRODUCES.search(line) or any(token.dep_ in _SUBJECTS for token in tokens)
        return "paragraph" if says else "caption"
    verb = any(token.tag_ in _FINITE for token in tokens)
    if not seen_body:
        return "headline"
    if line.isupper() or (not verb and len(words) <= _CAPTION_WORDS):
        return "caption"
    return "headline"


def _block_quotes(text: str, stretches: tuple[_Stretch, ...]) -> dict[int, int]:
    """Which stretches are quoted as blocks, each with the start of the sentence whose colon opens it."""
    quoted: dict[int, int] = {}
    for place, each in enumerate(stretches[:-1]):
        line = text[each.start : each.end]
        if place in quoted or not _INTRODUCES.search(line):
            continue
        opened = each.start + max((m.end() for m in re.finditer(r"[.!?][\"']?\s+(?=[A-Z])", line)), default=0)
        quoted |= dict.fromkeys(range(place + 1, _quote_end(text, stretches, place + 1)), opened)
    return quoted


def _quote_end(text: str, stretches: tuple[_Stretch, ...], first: int) -> int:
    """The stretch after the last of a block: it runs on while nobody else speaks and a later part says we or I."""
    paragraphs = [text[each.start : each.end] for each in stretches]
    end = first + 1
    if paragraphs[first].startswith('"'):
        while end < len(stretches) and paragraphs[end].startswith('"') and not paragraphs[end - 1].endswith('"'):
            end += 1
        return end
    for place in range(first + 1, len(stretches)):
        if stretches[place].gap > stretches[first].gap or '"' in paragraphs[place] or _SAID.search(paragraphs[place]):
            break
        if _FIRST_PERSON.search(paragraphs[place]):
            end = place + 1
    return end
