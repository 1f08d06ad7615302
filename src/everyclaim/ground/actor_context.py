"""What a report says as a whole about who is meant in it: its year, its expressions for actors, its countries.

Where it stands: `ground/actors.py` and `ground/actor_choice.py` ask it; it is worked out once for a report.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from everyclaim.lexicon.actor_phrases import ActorPhrase, find_actor_phrases
from everyclaim.lexicon.actors import by_alpha2, find_alias, find_states
from everyclaim.lexicon.gazetteer import current

DOMINANT = 0.6
"""Share of a report's country words from which on its one country is plain. Below it "the army" has no code."""

_LOCATING = re.compile(
    r"\b(?:in|to|into|across|inside|of|over|on|within|throughout|from|near)"
    r"(?: (?:the|north|south|east|west|central)\w*)*\s$",
    re.IGNORECASE,
)
ARMED_KINDS = frozenset({"group", "militia", "gang"})
LEAST = 2
"""Votes from which on a country counts at all: one adjective in passing is none."""

_LARGE = 200_000
"""People from which on a town's bare name is evidence for its country: smaller ones share theirs with persons."""

_CAPITALISED = re.compile(r"\b[A-Z][a-z]{3,}(?: [A-Z][a-z]{3,})?\b")
_SITE = re.compile(r"\b(?:in|near|at|outside) ([A-Z][\w'\u2019-]{3,}(?: [A-Z][\w'\u2019-]{3,})?)")
_AND = re.compile(r",? and |, ")


@dataclass(frozen=True, slots=True)
class Context:
    """What a report as a whole says about who is meant.

    `countries` are votes for the countries it is about, `told` those that it names or that its towns lie in (groups
    vote for their homes, but do not tell of them), and `called` the words for each actor, by code.
    """

    text: str
    year: int | None
    countries: Counter[str]
    phrases: tuple[ActorPhrase, ...]
    starts: tuple[int, ...]
    states: dict[int, int]
    called: dict[str, list[str]]
    told: frozenset[str]

    @property
    def country(self) -> str | None:
        """The country that the report is about, where that is plain."""
        country, weight = next(iter(self.countries.most_common(1)), (None, 0))
        return country if weight >= max(LEAST, DOMINANT * self.countries.total()) else None


@lru_cache(maxsize=4)
def context_of(text: str, year: int | None) -> Context:
    """Work out what a text in its reading view, published in a year, says as a whole."""
    phrases = tuple(find_actor_phrases(text))
    ends = {hit.start: hit.end for hit in find_states(text)}
    called: dict[str, list[str]] = {}
    for each in phrases:
        for known in each.known:
            called.setdefault(known.code, []).append(" ".join(text[each.start : each.end].split()))
    told = _countries(text)
    countries = told + _homes(text)
    return Context(text, year, countries, phrases, tuple(each.start for each in phrases), ends, called, frozenset(told))


def _countries(text: str) -> Counter[str]:
    """Votes for the countries a report is about; a name behind "in" or "to" tells where, an adjective only who."""
    votes: Counter[str] = Counter()
    last, place = 0, False
    for hit in find_states(text):
        joined = place and _AND.fullmatch(text, last, hit.start) is not None
        place = joined or bool(_LOCATING.search(text, max(0, hit.start - 30), hit.start))
        votes[hit.state.alpha3] += 1 if hit.people else 4 if place else 2
        last = hit.end
    votes.update(_towns(text) | _sites(text))
    return votes


def _towns(text: str) -> Counter[str]:
    """Votes of large towns, so that a report from London is not about the one state that it happens to name."""
    votes: Counter[str] = Counter()
    for name, times in Counter(_CAPITALISED.findall(text)).items():
        entry = next(iter(current().find(name)), None)
        if entry is not None and entry.kind in ("settlement", "admin1") and entry.population > _LARGE and entry.country:
            votes[by_alpha2().get(entry.country, entry.country)] += 2 * min(times, 3)
    return votes


def _sites(text: str) -> Counter[str]:
    """Votes of names behind "in" or "near" that one country alone has, however small."""
    votes: Counter[str] = Counter()
    for name, times in Counter(_SITE.findall(text)).items():
        found = [each for each in current().find(name) if each.kind in ("settlement", "admin1", "admin2")]
        countries = {each.country for each in found if each.country}
        if len(countries) == 1:
            country = countries.pop() or ""
            votes[by_alpha2().get(country, country)] += 2 * min(times, 3)
    return votes


def _homes(text: str) -> Counter[str]:
    """Votes of the armed groups named, each once: a group is told of where it fights, mostly its own country."""
    homes = {
        known.code: known.country
        for known in (hit.usual for hit in find_alias(text))
        if known is not None and known.country and known.kind in ARMED_KINDS
    }
    return Counter({country: 2 * times for country, times in Counter(homes.values()).items()})
