"""Words in quotation marks: speech, scare quotes, titles; and quotes set off as blocks.

Straight, curly and angled marks are read alike. A quotation that runs over paragraphs repeats its opening mark and
closes once; each paragraph of it is one quotation. A mark that never closes ends with its paragraph, a closing mark
without an opening one is passed over, and apostrophes are no marks.
"""

import re
from collections.abc import Iterator
from typing import Literal

from everyclaim.model import Mention
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Block, Quotation
from everyclaim.read.step import step

EXAMPLES = """
"[We lost everything](kind=speech)," said Ana Ruiz.
The army killed ten "[militants](kind=scare)" near the port.
The army killed ten ‘[terrorists](kind=scare)’ near the soldiers' camp.
He called the raid “[an act of plain cowardice](kind=speech)”.
The minister said « [the harbour is safe](kind=speech) ».
The operation, named "[Iron Harvest](kind=title)", began in May.
"[We counted ten bodies.](kind=speech)\\n\\n"[Four were children](kind=speech)," the nurse said.
The nurse said: "[We counted ten bodies. Four were children.](kind=speech)\\n\\nThe hospital's morgue was full.
The ministry said in a statement:\\n\\n[We regret every loss](kind=block)
The soldiers' camp wasn't hit in the '90s, and it's the army's own.
"""

_OPEN_BEFORE = re.compile(r"[\s(\[—/-]")
_DOUBLE = '"'
_OPENERS, _CLOSERS = "“„«", "”»"
"""German closes with the mark that opens in English."""
_SINGLE = re.compile(
    r"(?<![\w'\"])'(?=[A-Za-z])(?!(?:tis|twas|em|til|cause|n)\b)([^'\"\n]*(?:\w'\w[^'\"\n]*)*[^\s'\"])'(?![\w'])"
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SCARE_WORDS = 3
"""Longer quoted words carry a statement of their own, if only in part."""
_NAMED = re.compile(
    r"\b(?:named|called|titled|entitled|dubbed|known as|codenamed|operation|film|movie|book|novel|song|album|newspaper|"
    r"magazine|campaign|province|brigade|battalion)[ ,]*$",
    re.IGNORECASE,
)
_JOINERS = frozenset({"of", "the", "and", "for", "in", "to", "a", "on", "al-", "de"})


@step(needs=("blocks",))
def quotations(draft: Draft) -> Iterator[Mention[Quotation]]:
    """Find what is quoted; the span lies inside the marks."""
    for block in draft.found(Block):
        start, end = block.span.start, block.span.end
        if block.meaning.kind == "block_quote" and not draft.text[start:end].startswith(_DOUBLE):
            yield draft.mention(start, end, Quotation("block"))
            continue
        for opened, closed in (*_double(draft, start, end), *_single(draft.text, start, end)):
            first, last = _trimmed(draft.text, opened, closed)
            if first < last:
                yield draft.mention(first, last, Quotation(_kind(draft, first, last)))


def _double(draft: Draft, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Pair double and angled marks within a block; what stays open ends with the block."""
    opened: int | None = None
    for place in range(start, end):
        side = _side(draft, place, start, opened=opened is not None)
        if side == "open" and opened is None:
            opened = place + 1
        elif side == "close" and opened is not None:
            yield opened, place
            opened = None
    if opened is not None:
        yield opened, end


def _side(draft: Draft, place: int, start: int, *, opened: bool) -> Literal["open", "close"] | None:
    """Whether the character opens or closes a quotation: by its shape, or for a straight mark by what is beside it."""
    written = draft.report.text[place]
    if written in _OPENERS:
        closes = opened and written == "“" and not draft.text[place + 1 : place + 2].isalnum()
        return "close" if closes else "open"
    if written in _CLOSERS:
        return "close"
    if draft.text[place] != _DOUBLE:
        return None
    if not opened:
        after = draft.text[place + 1 : place + 2]
        begins = place == start or _OPEN_BEFORE.match(draft.text[place - 1]) is not None
        return "open" if begins and after.strip() else None
    return "close"


def _single(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in _SINGLE.finditer(text, start, end):
        yield found.span(1)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out space inside the marks and the comma that belongs to the sentence around."""
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    end -= len(inner) - len(inner.rstrip(" ,\n"))
    return start, end


def _kind(draft: Draft, start: int, end: int) -> Literal["speech", "scare", "title"]:
    words = draft.text[start:end].split()
    capitals = [word for word in words if word.lower() not in _JOINERS]
    named = _NAMED.search(draft.text, max(0, start - 30), start - 1) is not None
    proper = all(word[:1].isupper() or word[:1].isdigit() for word in capitals)
    comma = draft.text[end : end + 1] in {",", "."} and draft.text[end + 1 : end + 2] == _DOUBLE
    if proper and draft.text[end - 1] not in ".!?" and (named or (len(capitals) > 1 and not comma)):
        return "title"
    finite = any(token.tag_ in _FINITE for token in draft.phrase(start, end))
    sentence = draft.text[end - 1] in ".!?" or (comma and _begins(draft.text, start))
    return "scare" if len(words) <= _SCARE_WORDS and not finite and not sentence else "speech"


def _begins(text: str, start: int) -> bool:
    """Whether the quotation stands at the head of a sentence, so that a comma after it means that someone speaks."""
    return text[:start].rstrip('" \n')[-1:] in {"", ".", "!", "?", ":"}
