"""Who did it and to whom: `by`, `against`, `controlled_by`, `responsibility`.

`by` is the actor in the doer's role of the act, `against` the actor whose people or places are the object, `controlled_by`
whoever is said to hold the place. A claim or denial of responsibility, and blame laid by others, is `responsibility`
with its basis. An agentless passive names nobody. What no one has claimed is no claim.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from everyclaim.model import Actor, Basis, Claim, Mention, Source
from everyclaim.read.claiming import claim, event_of, event_of_harm, events_near, main_event, said_by
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Deed, Event, Harmed, Person, Telling, Voice
from everyclaim.read.step import step
from everyclaim.read.syntax import agents, is_verb, objects, prepositional, sentence_bounds, subjects, word

EXAMPLES = """
[Turkish jets](field=by, basis=unspecified) bombed a market.
[The Red Front](field=responsibility, basis=self_claim) claimed responsibility for the bombing of the market.
Nobody has claimed the bombing of the market.
"""

_HELD = frozenset({"controlled", "held", "ruled", "occupied", "run", "captured", "seized", "dominated"})
_BLAMED = frozenset({"blamed", "blame", "blames", "blaming", "accused", "accuse", "accuses", "accusing", "attributed"})


@step(needs=("deeds", "events", "actors", "persons", "voices", "stances", "places", "object_claims", "casualty_counts"))
def party_claims(draft: Draft) -> Iterator[Claim]:
    """Who did it and to whom."""
    yield from _once([*_roles(draft), *_holders(draft), *_claimed(draft), *_blamed(draft)])


def _once(claims: list[Claim]) -> Iterator[Claim]:
    seen: set[tuple[object, ...]] = set()
    for each in claims:
        actor = each.value.meaning
        if not isinstance(actor, Actor):
            continue
        voices = tuple(voice.meaning.name for voice in each.said_by)
        key = (each.field, each.about, actor.code or actor.name.lower(), actor.basis, voices)
        if key not in seen:
            seen.add(key)
            yield each


def _roles(draft: Draft) -> Iterator[Claim]:
    for deed in draft.found(Deed):
        event = event_of(draft, deed.meaning.head)
        if event is None:
            continue
        about = (event.meaning.id,)
        for index in deed.meaning.agents:
            if (actor := actor_at(draft, draft.doc[index])) is not None:
                yield claim(draft, "by", actor, about, (0.85, "does the act"))
        for index in deed.meaning.patients:
            for actor in _actors_in(draft, draft.doc[index]):
                yield claim(draft, "against", actor, about, (0.7, "is the act's object or owns it"))
    for target in draft.by_step("object_claims"):
        if target.field == "target_stated":
            for actor in draft.found_in(Actor, target.value.span.start, target.value.span.end):
                yield claim(
                    draft, "against", replace(actor, step=draft.step), target.about, (0.75, "owns a stated target")
                )


def actor_at(draft: Draft, head: Token) -> Mention[Actor] | None:
    """The actor that a noun phrase names: itself, its nationality or its owner; a named person as an actor too."""
    first, last = head.left_edge.idx, head.idx + len(head)
    found = [each for each in draft.found(Actor) if each.span.start < last and each.span.end > first]
    if found:
        named = found[-1]
        return replace(named, step=draft.step)
    for person in draft.found(Person):
        if person.span.start <= head.idx < person.span.end:
            return draft.mention(person.span.start, person.span.end, Actor(person.meaning.name, person.meaning.code))
    return None


def _actors_in(draft: Draft, head: Token) -> Iterator[Mention[Actor]]:
    """Actors within the object's phrase, those after "of" included ("the headquarters of X")."""
    first, last = head.left_edge.idx, head.right_edge.idx + len(head.right_edge)
    for actor in draft.found_in(Actor, first, last):
        token = draft.phrase(actor.span.start, actor.span.end).root
        if head.i in {token.i, token.head.i} or any(token.i == each.i for each in prepositional(head, "of")):
            yield replace(actor, step=draft.step)


def _holders(draft: Draft) -> Iterator[Claim]:
    """Who holds the place of the event told in the sentence: "controlled by X"."""
    for token in draft.doc:
        if word(token) not in _HELD or not is_verb(token):
            continue
        holders = [each for by in token.children if word(by) == "by" for each in by.children if each.dep_ == "pobj"]
        near = events_near(draft, token.idx)
        if token.dep_ not in {"acl", "relcl", "advcl", "amod", "ROOT"} or not near or not holders:
            continue
        for holder in holders:
            if (actor := actor_at(draft, holder)) is not None:
                span = (token.idx, max(holder.idx + len(holder), actor.span.end))
                value = draft.mention(*span, actor.meaning)
                yield claim(draft, "controlled_by", value, (_governing(token, near).meaning.id,), (0.85, f"{word(token)} by"))


def _governing(token: Token, near: list[tuple[Mention[Event], Telling]]) -> Mention[Event]:
    """The event whose act governs a word in the parse; the nearest where none does."""
    above = {each.i for each in token.ancestors}
    return next((event for event, telling in near if telling.head in above), near[0][0])


def _claimed(draft: Draft) -> Iterator[Claim]:
    """Claims and denials of responsibility, and an attacker's own telling of its act."""
    for hit in draft.words("acts"):
        if hit.entry.category not in {"responsibility_claim", "denial"}:
            continue
        verb = draft.phrase(hit.start, hit.end).root
        if (
            hit.entry.category == "denial"
            and "responsib" not in draft.text[hit.end : hit.end + 60]
            and "involvement" not in draft.text[hit.end : hit.end + 60]
        ):
            continue
        if not is_verb(verb) or any(
            word(each) in {"no", "not", "n't"} or each.dep_ == "neg"
            for each in (*verb.children, *(c for s in subjects(verb) for c in s.children))
        ):
            continue
        basis: Basis = "self_claim" if hit.entry.category == "responsibility_claim" else "denial"
        for subject in subjects(verb):
            actor = actor_at(draft, subject)
            event = _event_for(draft, hit.end)
            if actor is not None and event is not None:
                yield _own(draft, actor, event, (basis, (hit.start, hit.end)))
    yield from _own_telling(draft)


def _event_for(draft: Draft, start: int) -> Mention[Event] | None:
    """The event that "responsibility for ..." speaks of: told after it, else that of the people named there, else the main one."""
    near = [event for event, telling in events_near(draft, start) if telling.start >= start]
    if near:
        return near[0]
    rest = draft.text[start : sentence_bounds(draft.doc, start)[1]].lower()
    for harmed in draft.found(Harmed):
        if harmed.meaning.figure.of.lower() in rest and (event := event_of_harm(draft, harmed)) is not None:
            return event
    return main_event(draft)


def _own(draft: Draft, actor: Mention[Actor], event: Mention[Event], told: tuple[Basis, tuple[int, int]]) -> Claim:
    basis, (start, end) = told
    _, last = sentence_bounds(draft.doc, start)
    verb = draft.phrase(start, end).root
    reach = [
        token
        for token in verb.subtree
        if token.i > verb.i and token.dep_ in {"prep", "pobj", "dobj", "det", "amod", "compound", "conj", "cc"}
    ]
    stop = min(last, max((token.idx + len(token) for token in reach), default=end))
    value = draft.mention(start, max(stop, end), replace(actor.meaning, basis=basis))
    source: Mention[Source] = draft.mention(
        actor.span.start, actor.span.end, Source(actor.meaning.name, actor.meaning.code)
    )
    bare = claim(draft, "responsibility", value, (event.meaning.id,), (0.92, draft.text[start:end].lower()))
    voice = Voice((source,), (), draft.span(start, end), "non_factive" if basis == "self_claim" else "denying")
    return said_by(bare, voice)


def _own_telling(draft: Draft) -> Iterator[Claim]:
    """An attacker who speaks of its own act owns it: the voice over a telling is the actor who did it."""
    doers = {
        event.meaning.id: {code for each in event.meaning.tellings for code in each.actors}
        for event in draft.found(Event)
    }
    for event in draft.found(Event):
        for telling in event.meaning.tellings:
            for voice in draft.found(Voice):
                if not voice.span.start <= telling.start < voice.span.end or voice.meaning.mode in {
                    "denying",
                    "silent",
                }:
                    continue
                for source in voice.meaning.sources:
                    code = source.meaning.code
                    if code is not None and any(_same_side(code, doer) for doer in doers[event.meaning.id]):
                        actor = Actor(source.meaning.name, code, "self_claim")
                        value = draft.mention(telling.start, telling.end, actor)
                        yield claim(
                            draft, "responsibility", value, (event.meaning.id,), (0.85, "speaks of its own act")
                        )


def _same_side(one: str, other: str) -> bool:
    """Whether two actor codes are one state's forces or the same group."""
    first, second = one.split(":"), other.split(":")
    state = {"MIL", "GOV", "COP", "SPY"}
    if first[0] == second[0] and len(first) > 1 and len(second) > 1 and first[1] in state and second[1] in state:
        return first[2:] == second[2:] or not first[2:] or not second[2:]
    return one == other


def _blamed(draft: Draft) -> Iterator[Claim]:
    for token in draft.doc:
        if word(token) not in _BLAMED or not is_verb(token):
            continue
        for target in (*objects(token), *prepositional(token, "on", "to")):
            actor = actor_at(draft, target)
            near = events_near(draft, token.idx)
            event = near[0][0] if near else main_event(draft)
            speakers = [each for each in (actor_at(draft, who) for who in agents(token)) if each is not None]
            if actor is None or event is None:
                continue
            value = replace(actor, meaning=replace(actor.meaning, basis="accusation", certainty="suspected"))
            bare = claim(draft, "responsibility", value, (event.meaning.id,), (0.8, word(token)))
            sources = tuple(
                draft.mention(s.span.start, s.span.end, Source(s.meaning.name, s.meaning.code)) for s in speakers
            )
            yield said_by(bare, Voice(sources, (), draft.span(token.idx, token.idx + len(token)), "non_factive"))
