"""Joins quotation marks and block quotes with the clauses of saying around them.

Where it stands: after `reported_speech` and `attribution`, for the step `voices`. A quotation runs past the sentence
that the parser sees; a further quotation without a speaker of its own goes on in the last one's voice.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from everyclaim.model import Mention
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Block, Quotation
from everyclaim.read.syntax import children, is_verb, word
from everyclaim.read.voices.saying import Saying, speakers_of
from everyclaim.read.voices.speakers import speaker_bounds
from everyclaim.read.voices.speech_cues import LABELLING_VERBS, Cue

_JOINT = re.compile(r"[\"'«»“”,.?!\s—-]*")
_LEAD = re.compile(r"[^.?!\"\n]{0,80}?(?:[,:]|\bthat|\bas|\bof)?\s*[\"«]?\s*")
_GAP = re.compile(r"[\"'«»\s]*(?:\.|,)?[\"'«»\s]*")
_OPENING_CHARS = frozenset(".!?:\n\"'")


def widen(draft: Draft, sayings: Iterable[Saying]) -> Iterator[Saying]:
    """Let each content take in the whole of any quotation that it touches."""
    quotations = [m for m in draft.found(Quotation) if m.meaning.kind == "speech"]
    for saying in sayings:
        start, end = saying.content
        for each in quotations:
            outside = saying.cue[1] <= each.span.start or each.span.end <= saying.cue[0]
            if outside and each.span.start < end and start < each.span.end:
                start, end = min(start, each.span.start), max(end, each.span.end)
        yield replace(saying, content=(start, end))


def find_quoted(draft: Draft, cues: Sequence[Cue], sayings: Sequence[Saying]) -> list[Saying]:
    """Give quotations that no content covers a speaker: a bare clause of saying beside them, or the last speaker."""
    found = list(sayings)
    found += _blocks(draft, cues)
    bare = [cue for cue in cues if is_verb(cue.token) and not any(s.cue[0] == cue.start for s in sayings)]
    for quotation in draft.found(Quotation):
        if quotation.meaning.kind != "speech" or _covered(quotation, found):
            continue
        made = _beside(draft, quotation, bare) or _labelled(draft, quotation) or _after_colon(draft, quotation)
        made = made or _carried(draft, quotation, found)
        if made is not None:
            found.append(made)
    return found


def _covered(quotation: Mention[Quotation], sayings: Iterable[Saying]) -> bool:
    return any(s.content[0] <= quotation.span.start and quotation.span.end <= s.content[1] for s in sayings)


def _beside(draft: Draft, quotation: Mention[Quotation], bare: Iterable[Cue]) -> Saying | None:
    """A clause of saying that ends right before the quotation or begins right after it."""
    for cue in bare:
        speakers = speakers_of(cue.token)
        bounds = [speaker_bounds(draft, each) for each in speakers]
        start = min([cue.start, *(each[0] for each in bounds)])
        end = max([cue.end, *(each[1] for each in bounds)])
        after = quotation.span.end <= start and _JOINT.fullmatch(draft.text, quotation.span.end, start)
        before = end <= quotation.span.start and _LEAD.fullmatch(draft.text, cue.end, quotation.span.start)
        if after or before:
            content = (quotation.span.start, quotation.span.end)
            return Saying((cue.start, cue.end), speakers, content, cue.mode, verb=cue.token, lemma=cue.lemma)
    return None


def _labelled(draft: Draft, quotation: Mention[Quotation]) -> Saying | None:
    """As in "She called the raid "an act of cowardice"": the words are hers."""
    first = draft.phrase(quotation.span.start, quotation.span.end)[0]
    for above in (first, *first.ancestors):
        if word(above) in LABELLING_VERBS and is_verb(above) and above.idx < quotation.span.start:
            speakers = speakers_of(above)
            cue = (above.idx, above.idx + len(above))
            if speakers:
                content = (quotation.span.start, quotation.span.end)
                return Saying(cue, speakers, content, "neutral", verb=above, lemma="call")
    return None


def _after_colon(draft: Draft, quotation: Mention[Quotation]) -> Saying | None:
    """As in "The office issued a statement: "..."": whoever acts in the clause before the colon."""
    lead = draft.text[: quotation.span.start].rstrip("\"' «")
    if not lead.endswith(":"):
        return None
    return _introduced(draft, len(lead) - 1, (quotation.span.start, quotation.span.end))


def _introduced(draft: Draft, colon: int, content: tuple[int, int]) -> Saying | None:
    token = draft.phrase(colon, colon + 1)[0]
    verbs = [t for t in token.sent if t.idx < colon and is_verb(t) and any(children(t, "nsubj"))]
    for verb in reversed(verbs):
        speakers = speakers_of(verb)
        if speakers:
            return Saying((verb.idx, verb.idx + len(verb)), speakers, content, "neutral", verb=verb, lemma="say")
    return None


def _carried(draft: Draft, quotation: Mention[Quotation], sayings: Sequence[Saying]) -> Saying | None:
    """A quotation that opens a sentence goes on in the voice of the quotation before it."""
    start = quotation.span.start
    lead = draft.text[:start].rstrip(" «\"'")
    if lead and lead[-1] not in _OPENING_CHARS:
        return None
    quoted = [s for s in sayings if _end_of(s) <= start and s.speakers and _is_quoted(draft, s)]
    last = max(quoted, key=_end_of, default=None)
    if last is None:
        return None
    between = draft.text[_end_of(last) : start]
    same = _block_at(draft, start) == _block_at(draft, last.content[0])
    stops = len(re.findall(r"[.!?](?=\s)", between))
    if (same and stops <= 1) or (not same and between.count("\n") <= 3 and stops <= 1):
        return replace(last, content=(start, quotation.span.end))
    return None


def _end_of(saying: Saying) -> int:
    return max(saying.content[1], saying.cue[1])


def _is_quoted(draft: Draft, saying: Saying) -> bool:
    start, end = saying.content
    return any(m.meaning.kind == "speech" and m.span.start < end and start < m.span.end for m in draft.found(Quotation))


def _block_at(draft: Draft, place: int) -> int:
    return max((m.span.start for m in draft.found(Block) if m.span.start <= place + 1), default=0)


def _blocks(draft: Draft, cues: Sequence[Cue]) -> Iterator[Saying]:
    """Quotes set off as blocks, spoken by whoever speaks in the sentence before the colon."""
    for block in draft.found(Block):
        opened = block.meaning.introduced_by
        if block.meaning.kind != "block_quote" or opened is None:
            continue
        content = (block.span.start, block.span.end)
        colon = draft.text.find(":", opened, block.span.start)
        before = [cue for cue in cues if opened <= cue.start < block.span.start and is_verb(cue.token)]
        spoken = [(cue, speakers_of(cue.token)) for cue in before]
        named = next(((cue, who) for cue, who in reversed(spoken) if who), None)
        if named is not None:
            cue, who = named
            yield Saying((cue.start, cue.end), who, content, cue.mode, verb=cue.token, lemma=cue.lemma)
        elif (made := _introduced(draft, colon if colon >= 0 else block.span.start - 1, content)) is not None:
            yield made


def is_verbatim(draft: Draft, start: int, end: int) -> bool:
    """Whether most of the words stand in quotation marks or in a block quote."""
    quoted = sum(
        max(0, min(end, m.span.end) - max(start, m.span.start))
        for m in draft.found(Quotation)
        if m.meaning.kind in {"speech", "block"}
    )
    return quoted * 2 > end - start
