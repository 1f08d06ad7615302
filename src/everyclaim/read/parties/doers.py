"""Whom a phrase in the doer's place names: an actor, a named person, or people without a name ("armed militiamen").

Where it stands: the step `party_claims` and its neighbours `read/parties/blame.py` and `read/parties/owning.py` ask
here. A weapon, a place or a pronoun is nobody; those are left to whoever knows what they stand for.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from everyclaim.lexicon.actors import find_states
from everyclaim.model import Actor, Mention
from everyclaim.read.acts.datelines import in_dateline
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Person
from everyclaim.read.parties.standing_for import joined_to, launchers, named_beside, owner_of
from everyclaim.read.syntax import (
    agents,
    children,
    coordinated,
    is_noun,
    is_passive,
    is_verb,
    objects,
    patients,
    prepositional,
    subjects,
    word,
)
from everyclaim.read.tokens import Token

_BARE = frozenset(
    "man men woman women person people individual individuals others other victim victims one head member members "
    "everybody somebody someone resident residents family families child children hostage hostages "
    "survivor survivors".split()
)
"""Nouns of people that tell nothing of who acted, unless a word beside them does ("armed men")."""

PLAIN = frozenset(
    "gunman gunmen attacker attackers assailant assailants suspect suspects perpetrator perpetrators bomber bombers "
    "shooter killer killers kidnapper kidnappers hijacker".split()
)
"""Nouns that only repeat that somebody acted: told where nobody tells more."""

_PARTS = frozenset(
    "forces force fighters fighter members member militants militant soldiers soldier troops gunmen elements group "
    "rebels insurgents guerrillas jihadists terrorists extremists commandos militiamen agents wing cell faction "
    "groups branch men supporters followers units warplanes jets aircraft loyalists police officers army armies "
    "military militaries navy drones drone artillery missiles rockets helicopters gunships bulldozers tanks warships "
    "gunboats snipers patrol column squad squads brigade brigades battalion arm mercenaries agents operatives".split()
)
"""Nouns whose owner behind "of" or "from" is who acts ("forces of the regime", "bulldozers of the army")."""
_FORMER = frozenset({"former", "ex", "retired", "dismissed", "discharged", "disgraced", "renegade", "erstwhile"})
"""Said of people who belong to their force no longer: what they do, the force does not."""
_COUNTING = frozenset("several many few more most other numerous various different same rival dozen".split())
_EX = "ex-"

_DONE = frozenset(
    "shot stabbed killed wounded injured kidnapped abducted seized ambushed arrested detained executed murdered "
    "assassinated beheaded hanged hurt beaten".split()
)
"""Past forms that without an object tell what was done to their subject."""
_AIMING = frozenset({"at", "on", "into", "towards", "against"})
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday morning afternoon evening night january february march "
    "april may june july august september october november december".split()
)
_SUSPECTED = re.compile(r"\b(?:suspected|alleged|presumed|apparent|purported|probable|believed)\b", re.IGNORECASE)
_CALLED = re.compile(
    r",? (?:which is |that is )?(?:(?:also )?known as|called|calling itself|that calls itself|named) (?:the )?"
)
_TOGETHER = re.compile(r",? and (?:the )?|[-/]")
_FRAMES = frozenset(
    "operation operations raid raids offensive crackdown campaign strike strikes attack attacks ambush".split()
)
"""Nouns of acts within which harm is told to happen ("killed in an Egyptian operation")."""
_DWELLERS = frozenset({"village", "villages", "town", "population", "congregation", "public", "community", "camp"})
"""Nouns for all who live or meet in a place: they suffer acts and do none."""
_FACTIONS = frozenset({"faction", "factions", "mob", "mobs"})
_GATHERED = frozenset({"group", "groups", "band", "bands", "mob", "crowd", "column", "gang"})
_LONGEST = 90
"""Characters that the longest names of groups take."""
_MODIFIERS = frozenset({"amod", "compound", "nmod"})


def who_acts(verb: Token) -> tuple[list[Token], list[Token]]:
    """Say who acts and on whom; a past form without object is the passive of headlines ("clerk shot by police")."""
    if verb.tag_ == "VBD" and not objects(verb) and not is_passive(verb):
        by = [each for each in prepositional(verb, "by") if is_noun(each)]
        aimed = any(_is_aimed(each) for each in children(verb, "prep")) and not by
        if verb.dep_ == "conj" and is_verb(verb.head) and is_passive(verb.head):
            return by, subjects(verb)
        if by or (word(verb) in _DONE and not aimed):
            return by, agents(verb)
    return agents(verb), patients(verb)


def _is_aimed(prep: Token) -> bool:
    """Whether somebody is aimed at: not in "shot on Friday night"."""
    times = word(prep) == "on" and any(word(each) in _TIMES for each in children(prep, "pobj"))
    return word(prep) in _AIMING and not times


def of_frame(draft: Draft, verb: Token) -> Iterator[Token]:
    """Whose operation it is in which people are harmed: "killed in a Kenyan operation", "died in an army raid"."""
    for noun in prepositional(verb, "in", "during", "by", "from"):
        if word(noun) in _FRAMES:
            yield from prepositional(noun, "by")
            for each in children(noun, "amod", "compound", "poss", "nmod"):
                if draft.found_in(Actor, each.idx, each.idx + len(each)):
                    yield each


def doers_at(draft: Draft, head: Token) -> list[Mention[Actor]]:
    """Find who acts by a noun phrase, coordination walked through; empty where it names nobody.

    Where a report was written stands before its first sentence and is no doer ("VELM, Ruritania - Gunmen stopped ...").
    """
    together = [*coordinated(head), *(each for other in joined_to(head) for each in coordinated(other))]
    tokens = [token for token in together if not in_dateline(draft, token.idx)]
    found = [each for token in tokens for each in _named(draft, token)]
    return list({each.span: each for each in found}.values())


def _named(draft: Draft, head: Token) -> Iterator[Mention[Actor]]:
    own = _covering(draft, head)
    if (own is None or own.meaning.code is None) and (beside := named_beside(draft, head)) is not None:
        yield _as_told(draft, beside, head.left_edge.idx)
    elif (gone := _no_longer(draft, head)) is not None:
        yield gone
    elif word(head) in _PARTS and (owners := list(_owners(draft, head))):
        yield from (_as_told(draft, each, head.left_edge.idx) for each in owners)
    elif (owner := owner_of(draft, head)) is not None:
        yield owner
    elif thrown := launchers(draft, head):
        yield from (each for token in thrown for other in coordinated(token) for each in _named(draft, other))
    elif (actor := actor_at(draft, head)) is not None or (actor := _nameless(draft, head)) is not None:
        yield from _joint(draft, head, actor)
        yield _in_full(draft, head, actor)
    elif word(head) in _GATHERED and (people := _gathered(draft, head)) is not None:
        yield people


def _in_full(draft: Draft, head: Token, actor: Mention[Actor]) -> Mention[Actor]:
    """Nobody in particular, with the words that describe them: "urban guerrillas", "Maoist rebels"."""
    own = actor.meaning
    if not actor.span.start <= head.idx < actor.span.end:
        return _member(draft, head, actor)
    if own.code or not own.name.islower():
        return actor
    told = [each for each in children(head, "amod", "compound") if each.idx < actor.span.start]
    kept = [each for each in told if not _SUSPECTED.fullmatch(each.text) and word(each) not in _COUNTING]
    start = min((each.idx for each in kept), default=actor.span.start)
    name = " ".join(draft.text[start : actor.span.end].split())
    return draft.mention(start, actor.span.end, replace(own, name=name))


def _member(draft: Draft, head: Token, actor: Mention[Actor]) -> Mention[Actor]:
    """One of a force, by rank or trade: "an army sergeant", "a police officer"."""
    own, start, end = actor.meaning, actor.span.start, head.idx + len(head)
    beside = draft.text[actor.span.end : head.idx].isspace()
    of_force = own.name.lower().endswith(actor.span.quote.lower())
    if head.tag_ != "NN" or not beside or not of_force or not _is_people(draft, head):
        return actor
    return draft.mention(start, end, replace(own, name=f"{own.name} {draft.text[head.idx : end]}"))


def _no_longer(draft: Draft, head: Token) -> Mention[Actor] | None:
    """People who have left their force ("a former army sergeant", "two ex-marines"): their force did nothing."""
    left = [each for each in children(head, *_MODIFIERS) if word(each) in _FORMER or word(each).startswith(_EX)]
    if not head.tag_.startswith("NN") or not (left or word(head).startswith(_EX)) or not _is_people(draft, head):
        return None
    words = [each for each in children(head, *_MODIFIERS) if each.i < head.i]
    start, end = min((each.left_edge.idx for each in words), default=head.idx), head.idx + len(head)
    return draft.mention(start, end, Actor(" ".join(draft.text[start:end].split())))


def _gathered(draft: Draft, head: Token) -> Mention[Actor] | None:
    """People told by their number alone: "a group of people", "a band of armed men"."""
    for people in prepositional(head, "of"):
        if people.tag_ == "NNS" and _is_people(draft, people):
            end = people.idx + len(people)
            return draft.mention(head.idx, end, Actor(" ".join(draft.text[head.idx : end].split())))
    return None


def _covering(draft: Draft, head: Token) -> Mention[Actor] | None:
    """The actor whose name the word itself is part of."""
    return next((each for each in draft.found(Actor) if each.span.start <= head.idx < each.span.end), None)


def _joint(draft: Draft, head: Token, last: Mention[Actor]) -> Iterator[Mention[Actor]]:
    """Those named together with the last: "Kenyan and Ethiopian warplanes" are of both states."""
    for each in reversed(draft.found_in(Actor, head.left_edge.idx, last.span.start)):
        if _TOGETHER.fullmatch(draft.text, each.span.end, last.span.start) is None:
            return
        last = replace(each, step=draft.step)
        yield last


def _owners(draft: Draft, head: Token) -> Iterator[Mention[Actor]]:
    """Whose forces they are, or what the group is called."""
    if (called := _CALLED.match(draft.text, head.idx + len(head))) is not None:
        yield from (
            each
            for each in draft.found_in(Actor, called.end(), called.end() + _LONGEST)
            if each.span.start == called.end()
        )
    for owner in prepositional(head, "of", "from"):
        own = _covering(draft, owner)
        named = None if own is not None and own.meaning.code else named_beside(draft, owner)
        if (actor := named or actor_at(draft, owner)) is not None:
            yield actor


def actor_at(draft: Draft, head: Token) -> Mention[Actor] | None:
    """The actor that a noun phrase names: itself, its nationality or its owner; a named person as an actor too."""
    first, last = head.left_edge.idx, head.idx + len(head)
    found = [each for each in draft.found(Actor) if each.span.start < last and each.span.end > first]
    if found:
        return _as_told(draft, replace(found[-1], step=draft.step), first)
    if (state := _state(draft, head)) is not None:
        return state
    for person in draft.found(Person):
        if person.span.start <= head.idx < person.span.end:
            made = Actor(person.meaning.name, person.meaning.code)
            return draft.mention(person.span.start, person.span.end, made)
    return None


def _state(draft: Draft, head: Token) -> Mention[Actor] | None:
    """A state by its bare name where it stands as a doer ("forces of Peru"); before a noun it may be the place."""
    for hit in find_states(draft.text):
        if hit.start <= head.idx < hit.end and not hit.people and head.dep_ not in _MODIFIERS:
            return draft.mention(hit.start, hit.end, Actor(hit.state.name, f"{hit.state.alpha3}:MIL"))
    return None


def _nameless(draft: Draft, head: Token) -> Mention[Actor] | None:
    """People who act without a name: the noun with the words that describe it."""
    people = (_is_people(draft, head) and word(head) not in _DWELLERS) or word(head) in _FACTIONS
    if not head.tag_.startswith("NN") or not people:
        return None
    words = [each for each in children(head, *_MODIFIERS) if each.i < head.i and not _SUSPECTED.fullmatch(each.text)]
    start = min((each.left_edge.idx for each in words), default=head.idx)
    if start == head.idx and word(head) in _BARE:
        return None
    name = " ".join(draft.text[start : head.idx + len(head)].split())
    return _as_told(draft, draft.mention(start, head.idx + len(head), Actor(name)), head.left_edge.idx)


def no_more_than_people(actor: Actor) -> bool:
    """Whether an actor is told by a common noun alone: "gunmen", "masked men"."""
    return actor.code is None and actor.name.islower()


def _is_people(draft: Draft, head: Token) -> bool:
    end = head.idx + len(head)
    inside = head.idx + (len(_EX) if word(head).startswith(_EX) else 0)
    return any(hit.start <= inside < hit.end <= end for hit in draft.words("persons"))


def _as_told(draft: Draft, actor: Mention[Actor], first: int) -> Mention[Actor]:
    """The same actor, suspected only where the phrase says so ("suspected rebels")."""
    if not _SUSPECTED.search(draft.text, first, actor.span.end):
        return actor
    return replace(actor, meaning=replace(actor.meaning, basis="accusation", certainty="suspected"))
