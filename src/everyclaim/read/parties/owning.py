"""Who owns an act or denies it: claims of responsibility, admissions, and attackers who tell of their own deeds.

Where it stands: the step `party_claims` yields what is found here as `responsibility` with the basis self_claim or
denial. An official who speaks of what the own forces did owns it too.
"""

from collections.abc import Iterator
from dataclasses import replace

from everyclaim.model import Actor, Basis, Claim, Mention, Source
from everyclaim.read.claiming import claim, event_of, said_by
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Deed, Event, Harmed, Telling, Voice
from everyclaim.read.parties.avowing import OF_ONE, find_avowed
from everyclaim.read.parties.culpable import event_meant
from everyclaim.read.parties.doers import actor_at, doers_at
from everyclaim.read.parties.standing_for import FORCES, OF_OWN, government_at, named_before, only_tells, spoken_for
from everyclaim.read.syntax import agents, children, is_verb, sentence_bounds, subjects, word
from everyclaim.read.tokens import Token
from everyclaim.read.voicing import voice_over

_CLAIMING = frozenset({"claim", "claims", "claimed", "claiming", "admitted", "admits", "admit"})
_NEGATED = frozenset({"no", "not", "n't", "nobody", "none", "neither"})
_DENIED_OF = ("responsib", "involve", "carrying out", "behind", "accus", "allegation", "blame", "role in", "target")
_REACH = 70
"""Characters behind "denied" within which it must say that it is the act that is denied."""
_STATE = frozenset({"MIL", "GOV", "COP", "SPY"})


def find_owned(draft: Draft) -> list[Claim]:
    """Find claims and denials of responsibility; a denial that the same actor took back is none."""
    owned = [*_claimed(draft), *_named_claims(draft), *_own_telling(draft), *_first_person(draft), *find_avowed(draft)]
    selves = [each.value.meaning for each in owned if _basis(each) == "self_claim"]
    return [each for each in owned if _basis(each) != "denial" or not any(_is_same(each, one) for one in selves)]


def _basis(made: Claim) -> Basis:
    return made.value.meaning.basis if isinstance(made.value.meaning, Actor) else "unspecified"


def _is_same(made: Claim, other: object) -> bool:
    actor = made.value.meaning
    if not isinstance(actor, Actor) or not isinstance(other, Actor):
        return False
    if actor.code and other.code:
        return same_side(actor.code, other.code)
    return actor.name == other.name or f" {actor.name} " in f" {other.name} "


def _claimed(draft: Draft) -> Iterator[Claim]:
    """Said outright: "claimed responsibility for", "denied any involvement in"."""
    for hit in draft.words("acts"):
        if hit.entry.category not in {"responsibility_claim", "denial"}:
            continue
        verb = draft.phrase(hit.start, hit.end).root
        basis: Basis = "self_claim" if hit.entry.category == "responsibility_claim" else "denial"
        if (
            not is_verb(verb)
            or _is_negated(verb)
            or (basis == "denial" and not _denies_the_act(draft, verb, hit.start))
        ):
            continue
        for subject in subjects(verb):
            event = event_meant(draft, hit.end)
            for actor in doers_at(draft, subject) or _governments(draft, subject) or named_before(draft, subject):
                if event is not None:
                    yield _own(draft, actor, event, (basis, (hit.start, hit.end)))


def _governments(draft: Draft, subject: Token) -> list[Mention[Actor]]:
    """The government that goes by its capital."""
    actor = government_at(draft, subject)
    return [] if actor is None else [actor]


def _is_negated(verb: Token) -> bool:
    around = (*verb.children, *(child for subject in subjects(verb) for child in (subject, *subject.children)))
    return any(word(each) in _NEGATED or each.dep_ == "neg" for each in around) or _is_left_open(verb)


def _is_left_open(verb: Token) -> bool:
    """Whether the verb is the second of two that are both negated: "neither confirmed nor denied"."""
    first = verb.head if verb.dep_ == "conj" else verb
    return any(word(each) in {"nor", "neither"} for each in children(first, "cc", "preconj"))


def _denies_the_act(draft: Draft, verb: Token, start: int) -> bool:
    """Whether the deed is denied: responsibility, an accusation, or an act of one's own ("that it bombed")."""
    below = {each.i for each in verb.subtree if each.i > verb.i}
    for harmed in draft.found(Harmed):
        told = draft.doc[harmed.meaning.trigger]
        if told.i in below and is_verb(told) and any(_is_owned(each) for each in agents(told)):
            return True
    for deed in draft.found(Deed):
        doers = {word(draft.doc[index]) for index in deed.meaning.agents}
        if deed.meaning.head in below and (doers & (OF_ONE | FORCES) or verb.i in deed.meaning.agents):
            return True
        if deed.meaning.head in below and draft.doc[deed.meaning.head].tag_ == "VBG":
            return True
    _, last = sentence_bounds(draft.doc, start)
    words = draft.text[start : min(last, start + _REACH)].lower()
    return any(each in words for each in _DENIED_OF)


def _named_claims(draft: Draft) -> Iterator[Claim]:
    """The act itself is claimed: "claimed two attacks", "a bombing claimed by X"."""
    for deed in draft.found(Deed):
        noun = draft.doc[deed.meaning.head]
        event = event_of(draft, noun.i) or event_meant(draft, noun.idx)
        if not deed.meaning.nominal or event is None:
            continue
        verbs = [noun.head] if noun.dep_ == "dobj" else [*children(noun, "acl", "relcl"), noun.head]
        for verb in (each for each in verbs if word(each) in _CLAIMING and is_verb(each) and not _is_negated(each)):
            passive = noun.dep_ != "dobj"
            if passive and not any(word(by) == "by" for by in verb.children):
                continue
            for head in _by(verb) if passive else subjects(verb):
                for actor in doers_at(draft, head):
                    yield _own(draft, actor, event, ("self_claim", (verb.idx, verb.idx + len(verb))))


def _by(verb: Token) -> list[Token]:
    return [each for by in verb.children if word(by) == "by" for each in by.children if each.dep_ == "pobj"]


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
    value = draft.mention(start, max(stop, end), replace(actor.meaning, basis=basis, certainty="stated"))
    source: Mention[Source] = draft.mention(
        actor.span.start, actor.span.end, Source(actor.meaning.name, actor.meaning.code)
    )
    bare = claim(draft, "responsibility", value, (event.meaning.id,), (0.92, draft.text[start:end].lower()))
    return said_by(
        bare, Voice((source,), (), draft.span(start, end), "non_factive" if basis == "self_claim" else "denying")
    )


def _own_telling(draft: Draft) -> Iterator[Claim]:
    """An attacker who speaks of its own act owns it: the voice over a telling is the actor who did it."""
    for event in draft.found(Event):
        doers = {code for each in event.meaning.tellings for code in each.actors}
        for telling in event.meaning.tellings:
            for voice in draft.found(Voice):
                covers = voice.span.start <= telling.start < voice.span.end
                if not covers or voice.meaning.mode in {"denying", "silent"} or _is_others(draft, telling):
                    continue
                for source in voice.meaning.sources:
                    code = source.meaning.code
                    if code is not None and any(same_side(code, doer) for doer in doers):
                        actor = Actor(_doer(draft, event, code) or source.meaning.name, code, "self_claim")
                        value = draft.mention(telling.start, telling.end, actor)
                        basis = (0.85, "speaks of its own act")
                        made = claim(draft, "responsibility", value, (event.meaning.id,), basis)
                        if made.standing != "denied":
                            yield made


def _is_others(draft: Draft, telling: Telling) -> bool:
    """Whether the words name a doer without a code: who says that "men in stolen uniforms attacked it" owns nothing."""
    deed = next((each.meaning for each in draft.found(Deed) if each.meaning.head == telling.head), None)
    if deed is None or telling.actors:
        return False
    named = [each for index in deed.agents for each in doers_at(draft, draft.doc[index])]
    return bool(named) and all(each.meaning.code is None for each in named)


def _doer(draft: Draft, event: Mention[Event], code: str) -> str | None:
    """What the doer of an event is called, who is of one side with a code."""
    for deed in draft.found(Deed):
        if any(each.head == deed.meaning.head for each in event.meaning.tellings):
            for index in deed.meaning.agents:
                actor = actor_at(draft, draft.doc[index])
                if actor is not None and actor.meaning.code and same_side(actor.meaning.code, code):
                    return actor.meaning.name
    return None


def _first_person(draft: Draft) -> Iterator[Claim]:
    """Acts whose doer is "we", "it" or "its forces" in somebody's words: the speaker's."""
    for deed in draft.found(Deed):
        event = event_of(draft, deed.meaning.head)
        if event is None:
            continue
        for token in (draft.doc[index] for index in deed.meaning.agents):
            if not (owned := _is_owned(token)) and word(token) not in OF_ONE:
                continue
            for voice in voice_over(draft, token.idx, token.idx + len(token)):
                for source in voice.meaning.sources:
                    code = source.meaning.code
                    if voice.meaning.mode != "denying" and (code or owned) and not only_tells(code):
                        actor = spoken_for(draft, source.meaning, "self_claim")
                        value = draft.mention(deed.span.start, deed.span.end, actor)
                        made = claim(draft, "responsibility", value, (event.meaning.id,), (0.8, "tells of its own act"))
                        if made.standing != "denied":
                            yield made


def _is_owned(token: Token) -> bool:
    return word(token) in FORCES and any(word(each) in OF_OWN for each in children(token, "poss"))


def same_side(one: str, other: str) -> bool:
    """Whether two actor codes are one state's forces or the same group."""
    first, second = one.split(":"), other.split(":")
    if first[0] == second[0] and len(first) > 1 and len(second) > 1 and first[1] in _STATE and second[1] in _STATE:
        return first[2:] == second[2:] or not first[2:] or not second[2:]
    return one == other
