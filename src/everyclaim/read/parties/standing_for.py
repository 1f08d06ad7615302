"""Whom words beside a noun name: an apposition, a possessive, whoever launched a weapon, a capital for its government.

Where it stands: `read/parties/doers.py` asks here before it takes a noun of people for somebody without a name, and
`read/parties/blame.py` and `read/parties/owning.py` where a government goes by its capital.
"""

from collections.abc import Iterator
from dataclasses import replace

from everyclaim.lexicon.actors import find_states, states
from everyclaim.model import Actor, Basis, Mention, Source
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Person
from everyclaim.read.syntax import agents, children, is_verb, prepositional, word
from everyclaim.read.tokens import Token
from everyclaim.read.voices.sides import capital_of
from everyclaim.read.voicing import voice_over

OF_OWN = frozenset({"its", "their", "his", "her", "our"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
FORCES = frozenset(
    "forces force fighters fighter troops soldiers military militants men gunmen government jets jet warplanes "
    "warplane aircraft drones drone artillery members navy army units unit missiles missile rockets air guards police "
    "commandos bombers militia militias militiamen guerrillas security commanders team teams squad brigade brigades "
    "cell wing heroes brothers mercenaries navy planes pilots".split()
)
"""Nouns of forces whose owner is who acts ("its fighters")."""
_OF_STATE = frozenset({"GOV", "MIL"})
_PRONOUNS = frozenset({"it", "they"})
_BESIDE = frozenset({"together", "along", "jointly", "alongside"})
_BACKED = frozenset({"backed", "supported", "accompanied", "aided", "assisted", "helped", "joined", "reinforced"})
_TELLERS = frozenset({"NGO", "JRN", "IGO", "MED", "HLH", "CVL", "EDU", "JUD", "LEG"})


def named_beside(draft: Draft, head: Token) -> Mention[Actor] | None:
    """The actor or person whom an apposition names: "an armed group, the Red Front", "the gunman, Jan Novak"."""
    for beside in children(head, "appos"):
        first, last = beside.left_edge.idx, beside.idx + len(beside)
        for actor in draft.found_in(Actor, first, last):
            if actor.span.start <= beside.idx < actor.span.end and (actor.meaning.code or _is_name(actor)):
                return replace(actor, step=draft.step)
        for person in draft.found(Person):
            if person.span.start <= beside.idx < person.span.end:
                made = Actor(person.meaning.name, person.meaning.code)
                return draft.mention(person.span.start, person.span.end, made)
    return None


def _is_name(actor: Mention[Actor]) -> bool:
    return actor.meaning.name[:1].isupper()


def owner_of(draft: Draft, head: Token) -> Mention[Actor] | None:
    """Whose forces "its fighters" are: the speaker's in somebody's words, else the subject's before."""
    owner = next((each for each in children(head, "poss") if word(each) in OF_OWN), None)
    if owner is None or word(head) not in FORCES:
        return None
    start, end = owner.idx, head.idx + len(head)
    for voice in voice_over(draft, start, end):
        sources = [each.meaning for each in voice.meaning.sources]
        if len(sources) == 1 and not only_tells(sources[0].code) and voice.meaning.mode != "silent":
            return draft.mention(start, end, spoken_for(draft, sources[0]))
    if word(owner) == "our":
        return None
    for actor in _subjects_before(draft, owner):
        return draft.mention(start, end, Actor(actor.meaning.name, actor.meaning.code))
    return None


def spoken_for(draft: Draft, source: Source, basis: Basis = "unspecified") -> Actor:
    """Whose deeds a speaker owns: the state's where one of its officials speaks of "its forces"."""
    country, *sector = (source.code or "").split(":")
    official = len(sector) == 1 and sector[0] in _OF_STATE and country in states()
    if official and not any(each.meaning.name == source.name for each in draft.found(Actor)):
        return Actor(states()[country].name, source.code, basis)
    return Actor(source.name, source.code, basis)


def only_tells(code: str | None) -> bool:
    """Whether a source is of those who report and relieve: the "it" in an outlet's words is somebody else."""
    return code is not None and not _TELLERS.isdisjoint(code.split(":")[:2])


def named_before(draft: Draft, subject: Token) -> list[Mention[Actor]]:
    """Whom "it" or "they" stand for: the nearest subject before that is an actor."""
    if word(subject) not in _PRONOUNS:
        return []
    found = [each for each in _subjects_before(draft, subject) if each.meaning.code or each.meaning.name[:1].isupper()]
    return [replace(each, step=draft.step) for each in found[:1]]


def _subjects_before(draft: Draft, owner: Token) -> Iterator[Mention[Actor]]:
    """Actors that are subjects before a word, in its sentence and the one before; the nearest sentence first."""
    sentence = owner.sent
    earlier = [sentence] if sentence.start == 0 else [sentence, owner.doc[sentence.start - 1].sent]
    for each in earlier:
        for token in each:
            if token.i < owner.i and token.dep_ in _SUBJECTS:
                yield from _actors_covering(draft, token)


def _actors_covering(draft: Draft, token: Token) -> Iterator[Mention[Actor]]:
    """The actor that a subject names, itself or by its owner ("the group's northern branch")."""
    owners = [each.idx for each in children(token, "poss", "compound")]
    for at in (token.idx, *owners):
        yield from (each for each in draft.found(Actor) if each.span.start <= at < each.span.end)


def joined_to(head: Token) -> Iterator[Token]:
    """Who acts together with a doer: "troops together with militiamen", "soldiers backed by jets".

    Who only backs by name and not by forces ("rebels backed by Peru") does not act.
    """
    yield from prepositional(head, "alongside")
    for each in children(head, "prep"):
        beside = {word(other) for other in (*each.children, *head.doc[max(0, each.i - 1) : each.i])}
        if word(each) == "with" and beside & _BESIDE:
            yield from children(each, "pobj")
    for verb in children(head, "acl"):
        if word(verb) in _BACKED:
            yield from (each for each in agents(verb) if each.i != head.i and word(each) in FORCES)


def launchers(draft: Draft, head: Token) -> list[Token]:
    """Who fired, dropped or planted a weapon: "a bomb dropped by Saudi jets", "a grenade that a rider threw"."""
    if not draft.has_word("weapons", head.idx):
        return []
    verbs = [each for each in children(head, "acl", "relcl") if is_verb(each)]
    return [
        each for verb in verbs for each in agents(verb) if each is not head and not draft.has_word("weapons", each.idx)
    ]


def government_at(draft: Draft, head: Token) -> Mention[Actor] | None:
    """A state by its bare name, or by its capital: "Kyiv blamed Moscow"."""
    for hit in find_states(draft.text):
        if hit.start <= head.idx < hit.end and not hit.people:
            return draft.mention(hit.start, hit.end, Actor(hit.state.name, f"{hit.state.alpha3}:GOV"))
    name = draft.text[head.left_edge.idx : head.idx + len(head)]
    if head.tag_.startswith("NNP") and (country := capital_of(name)) is not None:
        return draft.mention(head.left_edge.idx, head.idx + len(head), Actor(name, f"{country}:GOV"))
    return None
