"""How surely a place named beside an act is where it happened, not who acts or speaks.

Where it stands: the step `place_claims` gathers the places and asks here. A country or a capital that acts, speaks or
is blamed stands for its government ("Velm said", "forces of Velm", "blamed Velm for the raid").
"""

import re

from everyclaim.lexicon.gazetteer import current
from everyclaim.lexicon.gazetteer_words import place_words
from everyclaim.model import Mention, Place
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Event, Stance, Voice
from everyclaim.read.syntax import is_verb, word
from everyclaim.read.tokens import Token

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

LEAST = 0.12
"""A place of no more confidence is not told as where: it is a country that acts, or one named in passing."""

WIDE = frozenset({"country", "province", "line_or_landscape"})

_LOCATION = 0.05
"""What "in" or the like adds."""
_ACTS, _LENDS = 0.6, 0.3
"""What counts against a place that acts, speaks or is blamed, and against one that only stands before a noun."""

_ABSENT = 0.9
"""What counts against the place where a speaker sits who was not there: all that a place can have by its words."""

_LOCATIVE = frozenset("in at near on outside of around across inside within throughout".split())
_OUTSIDE = re.compile(r"\boutside (?:[\w' -]+,? (?:and|or|,) )?$")
_ORGANS = frozenset("forces army military government troops regime state soldiers police authorities".split())
_AT_HOME = frozenset({"execution_killing", "arrest", "protest_repression", "torture_beating", "aid_restriction"})
"""Acts that a state named as their doer mostly does in its own country."""

_ADJECTIVES = frozenset({"US", "U.S.", "UK", "U.K.", "UAE", "USA", "EU"})
"""Names that stand before a noun for the people's adjective: "US soldiers" are anywhere."""
_BLAMES = frozenset(
    "blame blames blamed blaming accuse accuses accused accusing condemn condemned criticise criticised criticize "
    "criticized denounce denounced urge urged warn warned thank thanked tell told ask asked support supported".split()
)
_BODIES = frozenset(
    "daily newspaper paper tabloid magazine broadcaster radio agency website company firm club team court university "
    "institute party".split()
)
_PARTNERS = frozenset({"by", "with"})
_ABROAD = frozenset(
    "source sources official officials officer spokesman spokeswoman spokesperson diplomat diplomats analyst analysts "
    "expert experts correspondent lawmaker staff".split()
)
"""Who speaks of what happened elsewhere from where they sit; residents and doctors speak of their own town."""
_SEES = frozenset("see saw seen sees witness witnessed wake woke suffer suffered endure endured remain remains".split())
"""Verbs of which a town as subject is no doer: "Velm saw its worst attack"."""


def score(draft: Draft, event: Mention[Event], base: float, place: Mention[Place]) -> float:
    """Say how sure a place is: the surer the finer it is, the earlier it is told and the oftener it is named.

    What only lends its name ("Egypt's president") and what the act lies outside of ("the first outside Syria") says
    little about where it happened.
    """
    locative = _LOCATION * _stands_in(draft, place)
    owner = 0.25 * draft.text[place.span.end : place.span.end + 2].startswith("'s")
    outside = 0.35 * bool(place.meaning.precision in WIDE and _lies_outside(draft, place))
    again = sum(other.meaning.name == place.meaning.name for other in draft.found(Place))
    early = 0.12 * (1 - place.span.start / max(1, len(draft.text)))
    titled = 0.08 * (place.meaning.precision not in WIDE and _in_title(draft, place))
    told = {each.modality for each in event.meaning.tellings if each.where is place}
    unreal = 0.15 * (not told & {"happened"} and _told_as(draft, place) not in {"happened", "ongoing", "historical"})
    came = _ACTS * _is_origin(draft, place)
    against = owner + outside + unreal + came + max(_stood_for(draft, event, place), _speaks(draft, place))
    found = base + locative + early + titled + 0.015 * min(again, 3) + _FINE[place.meaning.precision] - against
    return max(0.05, min(0.97, found - 0.1 * (place.meaning.lat is None)))


def _stands_in(draft: Draft, place: Mention[Place]) -> bool:
    """Whether "in" or the like governs a place, by itself or as part of its unit's or its site's name."""
    before = draft.text[max(0, place.span.start - 14) : place.span.start].lower().split()
    if before and before[-1] in _LOCATIVE:
        return True
    token = draft.phrase(place.span.start, place.span.end).root
    kinds = place_words().units.keys() | place_words().landmarks
    while token.dep_ in {"compound", "nmod", "amod"} and word(token.head) in kinds:
        token = token.head
    return token.dep_ == "pobj" and word(token.head) in _LOCATIVE


def _stood_for(draft: Draft, event: Mention[Event], place: Mention[Place]) -> float:
    """What counts against a country, or a capital, that stands for its government."""
    if _stands_in(draft, place):
        return 0.0
    if place.meaning.precision in WIDE:
        return 0.0 if event.meaning.type in _AT_HOME else _doing(draft, place)
    return max(_LENDS * _names_a_body(draft, place), _ACTS * (is_capital(place.meaning) and _is_metonym(draft, place)))


def _names_a_body(draft: Draft, place: Mention[Place]) -> bool:
    """Whether a town only tells of whom or what is spoken: "a Velm daily", "the Velm bishop", "a Velm court"."""
    token = draft.phrase(place.span.start, place.span.end).root
    if token.dep_ not in {"compound", "nmod", "amod"}:
        return False
    return word(token.head) in _BODIES or draft.has_word("persons", token.head.idx)


def _doing(draft: Draft, place: Mention[Place]) -> float:
    """How surely a country is the one who acts, not where: itself subject or agent, less so the noun before its forces.

    A state that acts by name mostly acts abroad ("Ruritania bombed"); its army and police often act at home.
    """
    token = _first_of(draft.phrase(place.span.start, place.span.end).root)
    governed = token.dep_ == "pobj" and word(token.head) in {"of", "by"}
    forces = token.head.head
    if token.dep_ in {"nsubj", "agent"} or (governed and (word(token.head) == "by" or word(forces) in _ORGANS)):
        return _ACTS
    if place.span.quote in _ADJECTIVES and token.dep_ in {"compound", "amod", "nmod"}:
        return _ACTS
    if _is_blamed(token):
        return _ACTS
    return _LENDS * (token.dep_ in {"poss", "compound", "amod", "nmod"} or (governed and forces.dep_ == "nsubj"))


def _is_metonym(draft: Draft, place: Mention[Place]) -> bool:
    """Whether a capital acts or is blamed by its name: "Velm shelled the port", "blamed Velm for the raid"."""
    token = _first_of(draft.phrase(place.span.start, place.span.end).root)
    acting = token.dep_ == "nsubj" and is_verb(token.head) and word(token.head) not in _SEES
    return acting or (token.dep_ == "pobj" and word(token.head) in _PARTNERS) or _is_blamed(token)


def _first_of(token: Token) -> Token:
    while token.dep_ == "conj":
        token = token.head
    return token


def _is_blamed(token: Token) -> bool:
    return token.dep_ in {"dobj", "dative"} and word(token.head) in _BLAMES


def is_capital(place: Place) -> bool:
    """Whether a place is the capital of its country."""
    if place.gazetteer is None or place.gazetteer_name is None:
        return False
    return any(
        entry.capital and entry.gazetteer == place.gazetteer
        for entry in current().find(place.gazetteer_name, place.country)[:3]
    )


def _is_origin(draft: Draft, place: Mention[Place]) -> bool:
    """Whether people are only from there ("21 workers from Egypt"); of a town they may also be taken from it."""
    came = draft.phrase(place.span.start, place.span.end)[0].head
    if word(came) == "of" and word(came.head) in place_words().units:
        came = came.head.head
    if word(came) != "from" or came.dep_ != "prep" or came.i == 0:
        return False
    noun = draft.doc[came.i - 1] if place.meaning.precision == "country" else came.head
    return draft.has_word("persons", noun.idx) or noun.tag_ == "NNPS"


def _in_title(draft: Draft, place: Mention[Place]) -> bool:
    title = draft.report.title
    return title is not None and re.search(rf"\b{re.escape(place.meaning.name)}\b", title) is not None


def _speaks(draft: Draft, place: Mention[Place]) -> float:
    """What counts against a place that stands for who speaks or is based there: "Cairo has said", "London-based"."""
    token = draft.phrase(place.span.start, place.span.end)[0]
    based = re.match(r"[- ]based\b", draft.text[place.span.end : place.span.end + 7]) is not None
    cues = {voice.meaning.cue.start for voice in draft.found(Voice) if voice.meaning.cue is not None}
    seated = token.dep_ == "pobj" and token.head.dep_ == "prep" and word(token.head.head) in _ABROAD
    site = place.meaning.precision in {"landmark", "exact"} and _is_of_source(draft, place)
    return max(_ABSENT * seated, _ACTS * (based or site or (token.dep_ == "nsubj" and token.head.idx in cues)))


def _is_of_source(draft: Draft, place: Mention[Place]) -> bool:
    """Whether a site is where those work who speak: "doctors at the X hospital said"."""
    sources = (source.span for voice in draft.found(Voice) for source in voice.meaning.sources)
    return any(each.start <= place.span.start < each.end for each in sources)


def _told_as(draft: Draft, place: Mention[Place]) -> str:
    """The modality of the narrowest clause that the place stands in."""
    over = [each for each in draft.found(Stance) if each.span.start <= place.span.start < each.span.end]
    return min(over, key=lambda each: each.span.end - each.span.start).meaning.modality if over else "happened"


def _lies_outside(draft: Draft, place: Mention[Place]) -> bool:
    """Whether the words put the act outside a wide place ("its first outside Syria and Iraq")."""
    before = draft.text[max(0, place.span.start - 60) : place.span.start]
    token = draft.phrase(place.span.start, place.span.end)[0]
    return _OUTSIDE.search(before) is not None or any(word(each) == "outside" for each in token.ancestors)
