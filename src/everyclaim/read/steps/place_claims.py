"""Where each event happened: the places named beside its tellings.

The place in the act's own clause is preferred, then one in its sentence, then the finest place of the report's first
sentences. A sentence that tells no act but speaks of one event's people or perpetrators ("the video showed the workers
near X") places that event. The dateline is not the place.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from everyclaim.model import Actor, Claim, Mention, Place
from everyclaim.read.acts.circumstances import is_answer, path
from everyclaim.read.acts.datelines import in_dateline
from everyclaim.read.acts.locating import LEAST, WIDE, is_capital, score
from everyclaim.read.claiming import claim, events_near
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Block, Event
from everyclaim.read.step import step
from everyclaim.read.syntax import sentence_bounds

EXAMPLES = """
Jets bombed a market in [Raqqa](field=where, country=SY, precision=settlement).
Gunmen killed six people in [Lublin](field=where, country=PL), [Poland](field=where, precision=country).
The raid, which killed ten, was carried out by forces of either the regime or Russia.
Russia bombed a market in [Aleppo](field=where, country=SY), killing nine people.
[Iran](field=where, precision=country) executed four men on Friday, the agency said.
Riyadh bombed a wedding in [Taiz](field=where, country=YE), killing nine people.
Jets bombed a market in [Raqqa](field=where, country=SY). In Damascus the raid drew anger.
Jets bombed a market in [Raqqa](field=where, country=SY). The raid was condemned in Damascus on Friday.
Rebels in [Raqqa](field=where, country=SY) killed nine workers from Egypt.
In [Kano](field=where, country=NG), gunmen shot dead 21 captives, nearly all of them Christians from Mali.
Jets bombed a market in [Raqqa](field=where, country=SY). The pilots flew in coordination with Cairo, the general said.
Jets bombed a market in [Raqqa](field=where, country=SY), according to a military source in Damascus.
The council of Raqqa met on Friday.
"""

_BODY = frozenset({"paragraph", "item"})
_PASSING = 0.5
"""Below it a country is one of the opening or of those who act; beside the act in its own clause it has more."""


class _Told(NamedTuple):
    place: Mention[Place]
    confidence: float
    why: str


@step(needs=("events", "places", "voices", "stances", "blocks"))
def place_claims(draft: Draft) -> Iterator[Claim]:
    """Where each event happened."""
    waiting = []
    for event in draft.found(Event):
        told = {
            (each.place.span.start, each.place.span.end): each
            for each in (*_leading(draft, event), *_around(draft, event), *_beside(draft, event))
            if each.confidence > LEAST and (event.meaning.id, each.place.span.start) not in draft.once(_answering)
        }
        yield from _claims(draft, event, told.values())
        if event.meaning.rank == "main" and all(_is_vague(each) for each in told.values()):
            waiting.append((event, told))
    for event, told in waiting:
        yield from _claims(draft, event, _failing_others(draft, event, told))


def _is_vague(told: _Told) -> bool:
    """Whether a place says hardly where: a country or landscape named in passing."""
    return told.confidence < _PASSING and told.place.meaning.precision in ("country", "line_or_landscape")


def _answering(draft: Draft, _: str) -> frozenset[tuple[str, int]]:
    """Events, and where places stand at which somebody only answered to them ("in Tripoli the raids drew anger")."""
    found = set()
    for event in draft.found(Event):
        for place in draft.found(Place):
            start, end = sentence_bounds(draft.doc, place.span.start)
            beside = [each for each in event.meaning.tellings if start <= each.start < end]
            if beside and all(is_answer(draft, place, draft.doc[each.head]) for each in beside):
                found.add((event.meaning.id, place.span.start))
    return frozenset(found)


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
            yield _Told(place, score(draft, event, base, place), f"{place.span.quote!r} beside the act")


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
                place, score(draft, event, 0.45, place), f"{place.span.quote!r} in a sentence on those who did it"
            )


def _leading(draft: Draft, event: Mention[Event]) -> Iterator[_Told]:
    """For the main event, the places of the opening, weakly."""
    if event.meaning.rank != "main":
        return
    for place in _opening(draft):
        if not (near := events_near(draft, place.span.start)) or near[0][0] is event:
            yield _Told(place, score(draft, event, 0.4, place), f"{place.span.quote!r} in the opening")


def _opening(draft: Draft) -> list[Mention[Place]]:
    """The places of the first two sentences, title and first lines of a release aside, and the towns in those lines.

    A country in a line that is no sentence is the publisher's ("Press Office - Ruritania"), a town a headline's.
    """
    body = [each for each in draft.found(Block) if each.meaning.kind in _BODY] or draft.found(Block)
    first = body[0].span.start if body else 0
    ends = (
        sentence.end_char
        for sentence in draft.doc.sents
        if sentence.start_char >= first and not sentence.text.isspace() and not in_dateline(draft, sentence.start_char)
    )
    return [
        place
        for place in draft.found_in(Place, 0, next(islice(ends, 1, None), len(draft.text)))
        if not in_dateline(draft, place.span.start)
        and (place.span.start >= first or place.meaning.precision not in WIDE)
    ]


def _filed_from(draft: Draft) -> list[Mention[Place]]:
    """The towns of the dateline: local news tells its town there alone. From a capital the whole world is told of."""
    towns = (each for each in draft.found(Place) if in_dateline(draft, each.span.start))
    return [each for each in towns if each.meaning.precision not in WIDE and not is_capital(each.meaning)]


def _failing_others(draft: Draft, event: Mention[Event], told: dict[tuple[int, int], _Told]) -> Iterator[_Told]:
    """For a main event that no place stands beside, those of its sentence and the opening, whatever else they place.

    Where they name none either, the places of the rest of the report, as most reports are about one; then its dateline.
    """
    start, end = sentence_bounds(draft.doc, event.span.start)
    beside = [each for each in draft.found_in(Place, start, end) if not in_dateline(draft, each.span.start)]
    every = [place for place in draft.found(Place) if not in_dateline(draft, place.span.start)]
    countries = {each.place.meaning.country for each in told.values()}
    for places, base, why in (
        ((*beside, *_opening(draft)), 0.35, "though another act is nearer"),
        (every, 0.25, "the report's"),
        (_filed_from(draft), 0.2, "from where it was filed"),
    ):
        found = [
            _Told(place, sure, f"{place.span.quote!r}, {why}")
            for place in dict.fromkeys(places)
            if (place.span.start, place.span.end) not in told
            and (event.meaning.id, place.span.start) not in draft.once(_answering)
            and (not countries or (place.meaning.precision not in WIDE and place.meaning.country in countries))
            and (sure := score(draft, event, base, place)) > LEAST
        ]
        if found:
            yield from found
            return
