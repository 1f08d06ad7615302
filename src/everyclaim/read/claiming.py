"""Makes a claim from a value: who says it, how it is told, and about which events.

Where it stands: every step that yields claims calls `claim`; the voice and the stance over the value's words are
looked up here and nowhere else.
"""

from bisect import bisect_left
from dataclasses import replace

from everyclaim.codec import claim_id
from everyclaim.model import Claim, Field, Mention, Standing, Value
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Event, Harmed, Telling, Voice
from everyclaim.read.syntax import sentence_bounds, word
from everyclaim.read.voicing import mode_of, stance_over, voice_over

_DEFINITE = frozenset({"the", "these", "those", "that", "this"})
_GRANTED = frozenset({"where", "when", "type"})
_HAPPENING = frozenset("happen happened occur occurred take taken exist existed succeed be was were is been".split())
"""Verbs whose negation denies the subject itself: "the strike never happened"."""
_WITHIN = frozenset({"in", "during", "by", "from", "after"})
_MARKS = "\"'“”‘’«» "


def claim(draft: Draft, field: Field, value: Mention[Value], about: tuple[str, ...], basis: tuple[float, str]) -> Claim:
    """Make a claim; `basis` is its confidence and why."""
    start, end = _without_marks(value)
    voices, stance = voice_over(draft, start, end), stance_over(draft, start, end)
    bare = Claim(
        "",
        draft.report.id,
        about,
        field,
        value,
        said_at=draft.report.published,
        hedges=stance.hedges,
        mode=mode_of(voices, stance),
        modality=stance.modality,
        standing=stance.standing,
        confidence=basis[0],
        why=f"{draft.step}: {basis[1]}",
    )
    if bare.standing == "denied" and field in _GRANTED and is_premise(draft, value):
        bare = replace(bare, standing="asserted")
    if not voices:
        return _with_id(bare)
    made = said_by(bare, voices[0].meaning)
    granted = field in _GRANTED and (is_taken_for_granted(draft, value, voices[0]) or is_premise(draft, value))
    if made.standing == "denied" and granted:
        return replace(made, standing="asserted", mode="neutral")
    return made


def is_taken_for_granted(draft: Draft, value: Mention[Value], voice: Mention[Voice]) -> bool:
    """Whether a denial leaves this standing: "denied that anybody died in the strikes on Kutum" grants the strikes."""
    told = [each.head for event in draft.found(Event) for each in event.meaning.tellings]
    inside = [draft.doc[head] for head in told if voice.span.start <= draft.doc[head].idx < value.span.end]
    return any(
        noun.dep_ == "pobj"
        and word(noun.head) in _WITHIN
        and any(each.dep_ == "poss" or word(each) in _DEFINITE for each in noun.children)
        for noun in inside
    )


def is_premise(draft: Draft, value: Mention[Value]) -> bool:
    """Whether a negated clause speaks of it as known: "the strike did not hurt anybody" is about a strike."""
    subject = draft.head(value.span.start, value.span.end)
    known = any(each.dep_ == "poss" or word(each) in _DEFINITE for each in subject.children)
    return known and subject.dep_ == "nsubj" and word(subject.head) not in _HAPPENING


def _without_marks(value: Mention[Value]) -> tuple[int, int]:
    """The offsets of the words alone: a quotation mark at their edge is not part of what the voice covers."""
    quote = value.span.quote
    return value.span.start + len(quote) - len(quote.lstrip(_MARKS)), value.span.end - (
        len(quote) - len(quote.rstrip(_MARKS))
    )


def said_by(bare: Claim, voice: Voice) -> Claim:
    """The same claim in a voice, with the id that this gives it; a denying voice denies it."""
    standing: Standing = "denied" if voice.mode == "denying" else bare.standing
    told = replace(bare, said_by=voice.sources, via=voice.via, cue=voice.cue, mode=voice.mode, standing=standing)
    return _with_id(told)


def in_own_voice(made: Claim) -> Claim:
    """The same claim as the report's own: what a speaker's words only take for granted, the report tells itself."""
    return _with_id(replace(made, said_by=(), via=(), cue=None, mode="own_report"))


def _with_id(made: Claim) -> Claim:
    return replace(made, id=claim_id(made.report, made.field, made.value.span, [each.span for each in made.said_by]))


def event_of(draft: Draft, head: int) -> Mention[Event] | None:
    """The event one of whose tellings is this token."""
    return draft.once(_by_head).get(head)


def _by_head(draft: Draft, _: str) -> dict[int, Mention[Event]]:
    told = ((each.head, event) for event in reversed(draft.found(Event)) for each in event.meaning.tellings)
    return dict(told)


def events_near(draft: Draft, start: int) -> list[tuple[Mention[Event], Telling]]:
    """Events told in the sentence of an offset, the nearest telling first."""
    first, last = sentence_bounds(draft.doc, start)
    told = draft.once(_by_start)
    here = told[bisect_left(told, first, key=_start_of) : bisect_left(told, last, key=_start_of)]
    return [pair for _, pair in sorted(here, key=lambda each: (abs(_start_of(each) - start), each[0]))]


def _by_start(draft: Draft, _: str) -> list[tuple[int, tuple[Mention[Event], Telling]]]:
    """Every telling with its event, by place in the text, numbered in the order of the events."""
    pairs = [(event, telling) for event in draft.found(Event) for telling in event.meaning.tellings]
    return sorted(enumerate(pairs), key=_start_of)


def _start_of(numbered: tuple[int, tuple[Mention[Event], Telling]]) -> int:
    return numbered[1][1].start


def main_event(draft: Draft) -> Mention[Event] | None:
    """The event that the report is news of."""
    return next((each for each in draft.found(Event) if each.meaning.rank == "main"), None)


def event_of_harm(draft: Draft, harmed: Mention[Harmed]) -> Mention[Event] | None:
    """The event in which people were harmed: that of the harm word, else the nearest in the sentence."""
    own = event_of(draft, harmed.meaning.trigger)
    if own is not None:
        return own
    near = events_near(draft, harmed.span.start)
    return near[0][0] if near else None
