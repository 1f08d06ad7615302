"""Where each event happened: the places named beside its tellings.

The place in the act's own clause is preferred, then one in its sentence, then the finest place of the report's first
sentences. A sentence that tells no act but speaks of one event's people or perpetrators ("the video showed the workers
near X") places that event. The dateline is not the place.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from everyclaim.model import Actor, Claim, Mention, Place
from everyclaim.read.claiming import claim, events_near
from everyclaim.read.datelines import in_dateline
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Block, Event, Stance, Voice
from everyclaim.read.step import step
from everyclaim.read.syntax import sentence_bounds, word
from everyclaim.read.tellings import path

EXAMPLES = """
Jets bombed a market in [Raqqa](field=where, country=SY, precision=settlement).
Gunmen killed six people in [Lublin](field=where, country=PL), [Poland](field=where, precision=country).
The raid, which killed ten, was carried out by forces of either the regime or Russia.
Russia bombed a market in [Aleppo](field=where, country=SY), killing nine people.
[Iran](field=where, precision=country) executed four men on Friday, the agency said.
The council of Raqqa met on Friday.
"""

_FINE = {
    "exact": 0.1,
    "landmark": 0.09,
    "street": 0.09,
    "neighbourhood": 0.08,
    "settlement": 0.07,
    "near_settlement": 0.05,
    "district": 0.02,
    "province": 0.0,
    "line_or_landscape": -0.02,
    "country": -0.12,
    "sea_or_air": -0.05,
}
"""What a place's precision adds to its claim: a town says more about where than its country does."""


_LOCATIVE = frozenset("in at near on outside of around".split())


_OUTSIDE = re.compile(r"\boutside (?:[\w' -]+,? (?:and|or|,) )?$")
_ORGANS = frozenset("forces army military government troops regime state soldiers police authorities".split())
_AT_HOME = frozenset({"execution_killing", "arrest", "protest_repression", "torture_beating", "aid_restriction"})
"""Acts that a state named as their doer mostly does in its own country."""

_LEAST = 0.12
"""A place of no more confidence is not told as where: it is a country that acts, or one named in passing."""

_BODY = frozenset({"paragraph", "item"})
_WIDE = frozenset({"country", "province", "line_or_landscape"})


class _Told(NamedTuple):
    place: Mention[Place]
    confidence: float
    why: str


@step(needs=("events", "places", "voices", "stances", "blocks"))
def place_claims(draft: Draft) -> Iterator[Claim]:
    """Where each event happened."""
    unplaced = []
    for event in draft.found(Event):
        told = {
            each.place.span.start: each
            for each in (*_leading(draft, event), *_around(draft, event), *_beside(draft, event))
            if each.confidence > _LEAST
        }
        yield from _claims(draft, event, told.values())
        if not told:
            unplaced.append(event)
    for event in unplaced:
        yield from _claims(draft, event, _failing_others(draft, event))


def _claims(draft: Draft, event: Mention[Event], told: Iterable[_Told]) -> Iterator[Claim]:
    for each in sorted(told, key=lambda t: t.place.span.start):
        value = draft.mention(each.place.span.start, each.place.span.end, each.place.meaning)
        yield claim(draft, "where", value, (event.meaning.id,), (each.confidence, each.why))


def _beside(draft: Draft, event: Mention[Event]) -> Iterator[_Told]:
    for telling in event.meaning.tellings:
        start, end = sentence_bounds(draft.doc, telling.start)
        for place in draft.found_in(Place, start, end):
            if in_dateline(draft, place.span.start) or not _is_nearest(draft, event, place):
                continue
            token = draft.phrase(place.span.start, place.span.end)[0]
            head = draft.doc[telling.head]
            _, borders, spoken = path(draft, token, head)
            doer = 0.2 * (token.head.i == head.i and token.dep_ in {"nsubj", "poss", "amod", "compound"})
            base = (0.54 if borders or spoken else 0.66) - 0.1 * min(borders, 3) - 0.1 * telling.harm - doer
            yield _Told(place, _score(draft, event, base, place), f"{place.span.quote!r} beside the act")


def _is_nearest(draft: Draft, event: Mention[Event], place: Mention[Place]) -> bool:
    """Whether the event's telling is the one nearest to the place in its sentence, or holds it in its own clause."""
    near = events_near(draft, place.span.start)
    owners = [other for other, telling in near if telling.where is place and "where" in telling.strong]
    return event in owners if owners else bool(near) and near[0][0] is event


def _around(draft: Draft, event: Mention[Event]) -> Iterator[_Told]:
    """Places in sentences that tell no act but name those who did this one."""
    actors = {code for each in event.meaning.tellings for code in each.actors}
    others = {
        code
        for other in draft.found(Event)
        if other is not event
        for each in other.meaning.tellings
        for code in each.actors
    }
    for actor in draft.found(Actor):
        name = actor.meaning.code or actor.meaning.name
        if name not in actors or name in others or events_near(draft, actor.span.start):
            continue
        start, end = sentence_bounds(draft.doc, actor.span.start)
        for place in draft.found_in(Place, start, end):
            yield _Told(
                place, _score(draft, event, 0.45, place), f"{place.span.quote!r} in a sentence on those who did it"
            )


def _leading(draft: Draft, event: Mention[Event]) -> Iterator[_Told]:
    """For the main event, the places of the first two sentences, weakly."""
    if event.meaning.rank != "main":
        return
    for place in draft.found_in(Place, 0, _opening(draft)):
        if not in_dateline(draft, place.span.start) and (
            not (near := events_near(draft, place.span.start)) or near[0][0] is event
        ):
            yield _Told(place, _score(draft, event, 0.4, place), f"{place.span.quote!r} in the opening")


def _opening(draft: Draft) -> int:
    """Where the first two sentences end, title and first lines of a release aside: they have no sentences."""
    body = [each for each in draft.found(Block) if each.meaning.kind in _BODY] or draft.found(Block)
    first = body[0].span.start if body else 0
    ends = (
        sentence.end_char
        for sentence in draft.doc.sents
        if sentence.start_char >= first and not sentence.text.isspace() and not in_dateline(draft, sentence.start_char)
    )
    return next(islice(ends, 1, None), len(draft.text))


def _failing_others(draft: Draft, event: Mention[Event]) -> Iterator[_Told]:
    """For a main event that no place stands beside, those of its sentence and the opening, whatever else they place."""
    if event.meaning.rank != "main":
        return
    start, end = sentence_bounds(draft.doc, event.span.start)
    opening = draft.found_in(Place, 0, _opening(draft))
    for place in dict.fromkeys((*draft.found_in(Place, start, end), *opening)):
        if not in_dateline(draft, place.span.start) and (score := _score(draft, event, 0.35, place)) > _LEAST:
            yield _Told(place, score, f"{place.span.quote!r}, though another act is nearer")


def _score(draft: Draft, event: Mention[Event], base: float, place: Mention[Place]) -> float:
    """A place is the surer the finer it is, the earlier it is told and the oftener it is named.

    What only lends its name ("Egypt's president") and what the act lies outside of ("the first outside Syria") says
    little about where it happened.
    """
    before = draft.text[max(0, place.span.start - 14) : place.span.start].lower().split()
    locative = 0.05 * bool(before and before[-1] in _LOCATIVE)
    owner = 0.25 * draft.text[place.span.end : place.span.end + 2].startswith("'s")
    outside = 0.35 * bool(place.meaning.precision in _WIDE and _lies_outside(draft, place))
    again = sum(other.meaning.name == place.meaning.name for other in draft.found(Place))
    early = 0.12 * (1 - place.span.start / max(1, len(draft.text)))
    abroad = place.meaning.precision in _WIDE and not locative and event.meaning.type not in _AT_HOME
    doer = _doing(draft, place) if abroad else 0.0
    titled = 0.08 * (place.meaning.precision not in _WIDE and _in_title(draft, place))
    told = {each.modality for each in event.meaning.tellings if each.where is place}
    unreal = 0.15 * (not told & {"happened"} and _told_as(draft, place) not in {"happened", "ongoing", "historical"})
    score = base + locative + early + titled + 0.015 * min(again, 3) + _FINE[place.meaning.precision]
    score -= owner + outside + doer + unreal + 0.35 * _speaks(draft, place)
    return max(0.05, min(0.97, score - 0.1 * (place.meaning.lat is None)))


def _doing(draft: Draft, place: Mention[Place]) -> float:
    """How surely a country is the one who acts, not where: itself subject or agent, less so the noun before its forces.

    A state that acts by name mostly acts abroad ("Ruritania bombed"); its army and police often act at home.
    """
    token = draft.phrase(place.span.start, place.span.end).root
    while token.dep_ == "conj":
        token = token.head
    governed = token.dep_ == "pobj" and word(token.head) in {"of", "by"}
    forces = token.head.head
    if token.dep_ in {"nsubj", "agent"} or (governed and (word(token.head) == "by" or word(forces) in _ORGANS)):
        return 0.6
    return 0.3 * (token.dep_ in {"poss", "compound", "amod", "nmod"} or (governed and forces.dep_ == "nsubj"))


def _in_title(draft: Draft, place: Mention[Place]) -> bool:
    title = draft.report.title
    return title is not None and re.search(rf"\b{re.escape(place.meaning.name)}\b", title) is not None


def _speaks(draft: Draft, place: Mention[Place]) -> bool:
    """Whether a place stands for who speaks or is based there: "Cairo has said", "the London-based group"."""
    token = draft.phrase(place.span.start, place.span.end)[0]
    based = re.match(r"[- ]based\b", draft.text[place.span.end : place.span.end + 7]) is not None
    cues = {voice.meaning.cue.start for voice in draft.found(Voice) if voice.meaning.cue is not None}
    return based or (token.dep_ == "nsubj" and token.head.idx in cues)


def _told_as(draft: Draft, place: Mention[Place]) -> str:
    """The modality of the narrowest clause that the place stands in."""
    over = [each for each in draft.found(Stance) if each.span.start <= place.span.start < each.span.end]
    return min(over, key=lambda each: each.span.end - each.span.start).meaning.modality if over else "happened"


def _lies_outside(draft: Draft, place: Mention[Place]) -> bool:
    """Whether the words put the act outside a wide place ("its first outside Syria and Iraq")."""
    before = draft.text[max(0, place.span.start - 60) : place.span.start]
    token = draft.phrase(place.span.start, place.span.end)[0]
    return _OUTSIDE.search(before) is not None or any(word(each) == "outside" for each in token.ancestors)
