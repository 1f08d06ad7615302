"""Whole phrases as the entity corpus marks them: with article, title, adjectives and head noun, not the bare name.

Where it stands: `re3d.py` hands in a draft; what the reader found (actors, persons, places) and its word lists decide
which noun phrases are entities and of which type. The corpus' habits are here alone: phrases of people without a name
and "we" are organisations to it, "he" is a person, and a country is a place only where something is in it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from everyclaim.lexicon.gazetteer_words import place_words
from everyclaim.model import Actor, Mention, Place
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Person
from everyclaim.read.tokens import Token

_BEFORE_HEAD = frozenset(
    {"det", "amod", "nummod", "compound", "nmod", "predet", "quantmod", "poss", "advmod", "npadvmod"}
)
_PERSONS = frozenset("i he she him me".split())
_GROUPS = frozenset("we us they them".split())
_HERE = frozenset({"here", "there"})
_IN = frozenset("in into from to across inside near throughout within around at outside of between through".split())
_OF_A_GROUP = frozenset(
    "unit units team teams member members partner partners ally allies leadership leaders terrorists operatives "
    "fighters militants forces force coalition government regime network group groups nations troops army police "
    "officials organisation organization community parties backers companies council committee brigades militias "
    "leader family crowd crowds audience enemy victims civilians refugees".split()
)
_SITES = frozenset(
    "city region country street area areas building buildings facility facilities compound headquarters position "
    "positions bridge bridges tunnel route routes cache caches location neighborhood neighbourhood complex room site "
    "sites structure structures store village town territory".split()
)
"""Nouns of sites and stretches of land that the corpus counts as places, named or not."""
_VEHICLES = re.compile(r"vehicle|convoy|truck|bus|ship|boat|ambulance|car$|tank", re.IGNORECASE)
_DIRECTION = re.compile(r"(?:(?:north|south)?(?:east|west|north|south)?ern|central|rural|upper|lower)$", re.IGNORECASE)
_NO_GROUP = frozenset("number total majority lot".split())


_WIDE = ("country", "province")


class Phrase(NamedTuple):
    """An entity as the corpus would mark it."""

    start: int
    end: int
    type: str


def phrases(draft: Draft) -> list[Phrase]:
    """The entities of a report, none twice; a name inside a longer entity of people is left out."""
    found = list(dict.fromkeys([*_named(draft), *_described(draft)]))
    people = [each for each in found if each.type != "Location"]
    return sorted(
        each
        for each in found
        if each.type != "Location" or not any(one.start <= each.start and each.end <= one.end for one in people)
    )


def _named(draft: Draft) -> Iterator[Phrase]:
    """Phrases around the names that the reader found."""
    for person in draft.found(Person):
        yield _around(draft, person, "Person")
    for actor in draft.found(Actor):
        if (found := _organisation(draft, actor)) is not None:
            yield found
    places = [each for each in draft.found(Place) if not each.meaning.name.startswith("between ")]
    for place in places:
        if (found := _location(draft, place, places)) is not None:
            yield found


def _described(draft: Draft) -> Iterator[Phrase]:
    """Phrases without a name: pronouns, people, sites."""
    taken = {at for kind in (Person, Actor, Place) for each in draft.found(kind) for at in _range(each)}
    for token in draft.doc:
        form = token.lower_
        if token.tag_ == "PRP" and form in _PERSONS | _GROUPS:
            yield Phrase(token.idx, token.idx + len(token), "Person" if form in _PERSONS else "Organisation")
        elif form in _HERE and token.tag_ == "RB":
            yield Phrase(token.idx, token.idx + len(token), "Location")
        elif token.tag_ in ("NN", "NNS") and token.idx not in taken and token.dep_ not in ("compound", "nmod"):
            kind = _kind(draft, token)
            if kind is not None:
                yield Phrase(_start(token), token.idx + len(token), kind)


def _kind(draft: Draft, token: Token) -> str | None:
    if token.lower_ in _OF_A_GROUP:
        return "Organisation"
    if token.lower_ in _SITES:
        return "Location"
    if _ends_word(draft, "persons", token) and token.lower_ not in _NO_GROUP:
        return "Organisation" if token.tag_ == "NNS" else "Person"
    return "Location" if _ends_word(draft, "infrastructure", token) and not _VEHICLES.search(token.text) else None


def _ends_word(draft: Draft, name: str, token: Token) -> bool:
    """Whether a word of a list ends with this token."""
    return draft.has_word(name, token.idx) and not draft.has_word(name, token.idx + len(token))


def _range(mention: Mention[object]) -> range:
    return range(mention.span.start, mention.span.end)


def _start(head: Token) -> int:
    """Where the words before a head noun begin that belong to its phrase; a number in front stays outside."""
    before = [each for each in head.lefts if each.dep_ in _BEFORE_HEAD]
    while before and before[0].dep_ in ("nummod", "quantmod", "advmod"):
        before.pop(0)
    return min([head.idx, *(each.left_edge.idx for each in before)])


def _start_of_place(head: Token, start: int) -> int:
    """Where a place's phrase begins: with its article and compass word, nothing else."""
    before = [each for each in head.lefts if each.idx < start and (each.dep_ == "det" or _DIRECTION.search(each.text))]
    return min([start, *(each.idx for each in before if each.lower_ not in ("both", "all", "no"))])


def _around(draft: Draft, mention: Mention[Person] | Mention[Actor], kind: str) -> Phrase:
    head = draft.head(mention.span.start, mention.span.end)
    end = mention.span.end
    of = next((each for each in head.rights if each.lower_ == "of" and each.idx == end + 1), None)
    owner = of and next((each for each in of.rights if each.dep_ == "pobj" and each.tag_.startswith("NNP")), None)
    if owner is not None and head.lower_ in _OF_A_GROUP:
        end = owner.idx + len(owner)
    return Phrase(min(mention.span.start, _start(head)), end, kind)


def _organisation(draft: Draft, actor: Mention[Actor]) -> Phrase | None:
    head = draft.head(actor.span.start, actor.span.end)
    above = head.head
    if head.dep_ in ("compound", "amod", "nmod", "poss") and above.idx >= actor.span.end:
        if above.lower_ in _OF_A_GROUP or draft.has_word("persons", above.idx):
            return Phrase(min(actor.span.start, _start(above)), above.idx + len(above), "Organisation")
        if head.dep_ != "poss":
            return None
    return _around(draft, actor, "Organisation")


def _location(draft: Draft, place: Mention[Place], places: list[Mention[Place]]) -> Phrase | None:
    head = draft.head(place.span.start, place.span.end)
    start, end = place.span.start, place.span.end
    if head.dep_ in ("compound", "nmod", "amod", "poss"):
        above = head.head
        if above.lower_ not in place_words().units | dict.fromkeys(place_words().landmarks):
            wide = place.meaning.precision == "country"
            return None if wide else Phrase(_start_of_place(head, start), end, "Location")
        return Phrase(_start_of_place(above, start), max(end, above.idx + len(above)), "Location")
    if place.meaning.precision == "country" and not _is_in(head):
        acts = head.dep_ in ("nsubj", "agent")
        return Phrase(_start_of_place(head, start), end, "Organisation") if acts else None
    before = next((each for each in reversed(places) if each.span.end < start), None)
    if before is not None and _holds(draft, place, before):
        return None
    following = next((each for each in places if each.span.start > end), None)
    end = following.span.end if following is not None and _holds(draft, following, place) else end
    return Phrase(_start_of_place(head, start), end, "Location")


def _holds(draft: Draft, wide: Mention[Place], place: Mention[Place]) -> bool:
    """Whether a country or province is told right behind a town: "Velm, Ruritania", which is one name here."""
    joint = draft.text[place.span.end : wide.span.start]
    fine = place.meaning.precision not in ("country", "province", "line_or_landscape")
    return fine and re.fullmatch(r", (?:\w+ern )?", joint) is not None and wide.meaning.point_precision in _WIDE


def _is_in(token: Token) -> bool:
    while token.dep_ in ("conj", "appos"):
        token = token.head
    return token.dep_ not in ("nsubj", "nsubjpass", "dobj") and (token.dep_ != "pobj" or token.head.lower_ in _IN)
