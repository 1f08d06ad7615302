"""Who the doers were, told in a sentence of its own behind the act: "the attackers were members of the Front".

Where it stands: the step `party_claims` makes claims of what is found here, in whoever's words it is told. What a
weapon was ("the drone was Israeli"), who fired it, and whence the fire came tell of the doer as well.
"""

import re
from collections.abc import Iterator

from everyclaim.lexicon.actors import find_states
from everyclaim.model import Actor, Basis, Mention
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Deed, Event, Harmed, Person
from everyclaim.read.parties.culpable import event_meant
from everyclaim.read.parties.doers import PLAIN, doers_at, no_more_than_people
from everyclaim.read.syntax import agents, children, is_noun, is_verb, prepositional, subjects, word
from everyclaim.read.tokens import Token

Found = tuple[Mention[Actor], Mention[Event]]

_BEING = frozenset({"is", "was", "were", "are", "be", "been"})
_ATTACKERS = PLAIN | frozenset({"men", "man", "fighters", "raiders", "kidnappers", "captors", "abductors", "knifeman"})
_DEFINITE = frozenset({"the", "both", "these", "those", "all"})
_FIRED = frozenset("fired launched dropped planted laid detonated thrown threw hurled placed".split())
_IT = frozenset({"it", "them", "this"})
_CAME = frozenset({"came", "come", "originated", "comes"})
_FIRE = frozenset("fire gunfire shots shelling shells rockets bullets rounds missiles missile rocket shell".split())
_ORDNANCE = frozenset("munition munitions projectile projectiles warhead warheads plane planes aircraft".split())
_MADE = re.compile(
    r"-(?!(?:led|guided|operated|fired|flown)\b)[a-z]|.{0,12}\b(?:make|made|origin|manufacture|design|built)\b"
)
"""What a state made or supplied is not what it did: "a Russian-made rocket", "of Iranian design"."""


def find_identified(draft: Draft) -> Iterator[Found]:
    """Find those whom the report or somebody in it calls the doers of an act told elsewhere."""
    for verb in (token for token in draft.doc if is_verb(token)):
        named = [*_called(draft, verb), *_by_weapon(draft, verb), *_fired(draft, verb)]
        event = event_meant(draft, verb.idx) if named else None
        if event is not None:
            yield from ((actor, event) for actor in named)
    yield from _by_noun(draft)


def _called(draft: Draft, verb: Token) -> Iterator[Mention[Actor]]:
    """As in "the assailants were members of the Front", "the men were from the Front"."""
    if word(verb) not in _BEING or not any(_is_attacker(each) for each in subjects(verb)):
        return
    for told in (*children(verb, "attr"), *prepositional(verb, "from")):
        for actor in doers_at(draft, told):
            if not no_more_than_people(actor.meaning):
                yield actor


def _is_attacker(noun: Token) -> bool:
    return word(noun) in _ATTACKERS and any(word(each) in _DEFINITE for each in children(noun, "det"))


def _by_weapon(draft: Draft, verb: Token) -> Iterator[Mention[Actor]]:
    """Whose weapon it was: "the drone was Israeli"; whence it came: "the fire had come from positions of the Front"."""
    weapon = any(draft.has_word("weapons", each.idx) or word(each) in _ORDNANCE for each in subjects(verb))
    if word(verb) in _BEING and weapon:
        for told in children(verb, "attr", "acomp"):
            yield from _state_within(draft, told)
    elif word(verb) in _CAME and (weapon or any(word(each) in _FIRE for each in subjects(verb))):
        for place in prepositional(verb, "from"):
            for actor in draft.found_in(Actor, place.left_edge.idx, place.right_edge.idx + len(place.right_edge)):
                yield _suspect(draft, actor.span.start, actor.span.end, actor.meaning)


def _state_within(draft: Draft, told: Token) -> Iterator[Mention[Actor]]:
    first, last = told.left_edge.idx, told.idx + len(told)
    for hit in find_states(draft.text):
        if first <= hit.start < last and hit.people and not _MADE.match(draft.text, hit.end):
            code = f"{hit.state.alpha3}:MIL"
            yield _suspect(draft, hit.start, hit.end, Actor(hit.state.name, code), "inference_from_weapon")


def _fired(draft: Draft, verb: Token) -> Iterator[Mention[Actor]]:
    """As in "the mayor said that rebels had fired it": who fired what the sentence before tells of."""
    if word(verb) in _FIRED and any(word(each) in _IT for each in children(verb, "dobj")):
        for head in agents(verb):
            yield from doers_at(draft, head) if is_noun(head) and head.tag_ != "PRP" else ()


def _by_noun(draft: Draft) -> Iterator[Found]:
    """One who acted and is named later by the same noun: "a constable shot two ... The constable, Jan Novak, ..."."""
    doing: dict[str, Mention[Event]] = {}
    for head, event in _doers(draft):
        if head.tag_ == "NN":
            doing.setdefault(word(head), event)
    for person in draft.found(Person):
        name = draft.head(person.span.start, person.span.end)
        for noun in (name.head if name.dep_ == "appos" else name, *children(name, "appos")):
            definite = any(word(each) == "the" for each in children(noun, "det"))
            if noun.tag_ == "NN" and definite and word(noun) in doing:
                made = Actor(person.meaning.name, None)
                yield draft.mention(person.span.start, person.span.end, made), doing[word(noun)]


def _doers(draft: Draft) -> Iterator[tuple[Token, Mention[Event]]]:
    """The words for those who act or harm, with the event."""
    acts = [(draft.doc[each.meaning.head], each.meaning.agents) for each in draft.found(Deed)]
    harms = [draft.doc[each.meaning.trigger] for each in draft.found(Harmed)]
    for verb, heads in (*acts, *((each, tuple(a.i for a in agents(each))) for each in harms if is_verb(each))):
        event = next((e for e in draft.found(Event) if any(t.head == verb.i for t in e.meaning.tellings)), None)
        if event is not None:
            yield from ((draft.doc[index], event) for index in heads)


def _suspect(draft: Draft, start: int, end: int, actor: Actor, basis: Basis = "accusation") -> Mention[Actor]:
    return draft.mention(start, end, Actor(actor.name, actor.code, basis, "suspected"))
