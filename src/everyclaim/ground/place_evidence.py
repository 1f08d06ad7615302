"""What a report says about which country and unit its places lie in, gathered before namesakes are weighed."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log2

from everyclaim.lexicon.actors import find_alias, states
from everyclaim.lexicon.gazetteer import Entry, Gazetteer, current, demonyms, kilometres
from everyclaim.lexicon.gazetteer_fold import fold
from everyclaim.lexicon.gazetteer_hedges import wanted_unit
from everyclaim.lexicon.gazetteer_words import place_words
from everyclaim.model import Mention, Place, PlacePrecision, Report

_NAMED, _PEOPLE, _PUBLISHER, _CHOSEN, _GROUP = 1.0, 0.8, 0.4, 0.6, 0.4
"""How much each speaks for a country: it named, its people, the publisher's name, a place chosen there, its group."""

_CONTAINED_IN = re.compile(
    r"(?:'s)?(?:,| \(| in|, in| of|,? (?!and|or|but|to|nor)[a-z]+ in) (?:the )?"
    r"(?:(?:far )?[a-z]+(?:-[a-z]+)?ern |central |rural |nearby )?"
    r"(?:(?:province|state|district|governorate|region|county|city|town) of )?"
)
_UNIT_THEN = re.compile(
    r" (?:city|town|village|district|province|governorate|state|county|subdistrict|neighbou?rhood|region)"
    r"(?:,| in|, in| of)"
    r" (?:the )?(?:[a-z]+ern )?"
)
_SITE_THEN = re.compile(
    r"(?:'s)?(?: [\w-]+){0,2} (?P<noun>\w+) (?:in|near|outside|on the outskirts of) (?:the )?(?:\w+ )?"
    r"(?:(?:city|town|village|port|capital)(?: of)? ?)?,? ?"
)
_LISTED = re.compile(r"(?:'s)?(?:,| and|, and| or|, or| nor|;) (?:in |from |the |to )?")
_HOLDER_BEFORE = re.compile(r"'s (?:[a-z]+ ){0,4}$")
_PEOPLE_BEFORE = re.compile(r"([A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:[a-z-]+ ){1,4}(?:of )?$")
_REMOTE = re.compile(
    r" (?:[a-z-]+ ){0,2}?(?:jets?|warplanes?|war planes?|planes?|aircraft|bombers?|helicopters?|drones?|missiles?|"
    r"rockets?|bombs?|shells?|shelling|artillery|(?:air ?|air-|drone |missile |rocket )?strikes?|air raids?|"
    r"bombing|bombardment|cruise|ballistic|guided|glide)\b"
)
"""What reaches across borders: "Russian missiles hit X" says nothing of where X lies, "Russian police in X" does."""
_CAPITAL_WORD = re.compile(r"\b[A-Z][\w'-]*[a-z]\b(?: [A-Z][a-z]+)?")
_WITHIN_TOWN_KM, _LARGE_TOWN, _REACH = 30.0, 100_000, 20

Weights = dict[str, float]
"""Country to weight."""

Holder = Entry | str
"""What a place is said to lie in: an entry, or a country's code where a people's name stands for it."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The evidence of one report.

    `speaks` maps a name or word to what it says of countries, `named` those alone that name one outright (by name or
    people). The rest goes by a mention's start: `holders` is what the words say it lies in, `held`
    what they say lies in it, `listed` its neighbours in a list, `wants` the kind of unit that they ask for; `sites` are
    names of sites in a town ("the X hospital in Y").
    """

    speaks: Mapping[str, Weights]
    named: Mapping[str, str]
    holders: Mapping[int, tuple[tuple[Holder, ...], ...]]
    held: Mapping[int, tuple[tuple[Entry, ...], ...]]
    listed: Mapping[int, tuple[int, ...]]
    wants: Mapping[int, PlacePrecision | None]
    sites: frozenset[int]
    keys: Mapping[int, str]


def gather(
    report: Report, text: str, mentions: Sequence[Mention[Place]], options: Mapping[int, Sequence[Entry]]
) -> Evidence:
    """Gather a report's evidence.

    Args:
        report: for the publisher's name.
        text: its view.
        mentions: its places, none inside another.
        options: by start, the namesakes of those that the gazetteer knows.
    """
    keys = {m.span.start: fold(m.span.quote) for m in mentions}
    speaks: dict[str, Weights] = defaultdict(lambda: defaultdict(float))
    named: dict[str, str] = {}
    for start, entries in options.items():
        first = entries[0]
        if first.kind == "country" and first.country:
            speaks[keys[start]][first.country] += _NAMED
            named[keys[start]] = first.country
        elif first.kind == "region" and first.country:
            speaks[keys[start]][first.country] += _PEOPLE
    for word, country in _peoples(text):
        speaks[word][country] += _PEOPLE
        named[word] = country
    for name, country in _groups(text):
        speaks[name][country] += _GROUP
    for country in _publisher(report, current()):
        speaks[" publisher"][country] += _PUBLISHER
    ordered = sorted((m for m in mentions), key=lambda m: m.span.start)
    chains = _chains(text, ordered)
    holders = {m.span.start: tuple(_holders(text, index, ordered, options)) for index, m in enumerate(ordered)}
    for chain in chains:
        _unless_a_list(chain, options, holders)
    wants = {m.span.start: wanted_unit(text, m.span.start, m.span.end) for m in mentions}
    sites = frozenset(
        one.span.start for one, other in pairwise(ordered) if _is_site(text[one.span.end : other.span.start])
    )
    return Evidence(dict(speaks), named, holders, _held(holders, options), _listed(chains), wants, sites, keys)


def _held(
    holders: Mapping[int, tuple[tuple[Holder, ...], ...]], options: Mapping[int, Sequence[Entry]]
) -> dict[int, tuple[tuple[Entry, ...], ...]]:
    """What the words say lies in each mention: the other side of `holders`."""
    whose = {id(entries): start for start, entries in options.items()}
    held: dict[int, tuple[tuple[Entry, ...], ...]] = {}
    for start, each in holders.items():
        for other in {whose[id(holder)] for holder in each if id(holder) in whose} - {start}:
            held[other] = (*held.get(other, ()), tuple(options.get(start, ())))
    return held


def _listed(chains: Sequence[Sequence[int]]) -> dict[int, tuple[int, ...]]:
    """The neighbours of each mention in its list, the nearest ones of long lists."""
    return {
        start: tuple(other for other in chain[max(0, at - _REACH) : at + _REACH + 1] if other != start)
        for chain in chains
        for at, start in enumerate(chain)
    }


def votes(evidence: Evidence, chosen: Mapping[int, Entry]) -> dict[str, Weights]:
    """What every name says of countries: the first evidence, and the places chosen so far.

    Repeated words count with the logarithm of their number, so that one name's repetition outvotes nothing.
    """
    found = {
        key: {country: weight if weight < 1 else 1 + log2(weight) for country, weight in each.items()}
        for key, each in evidence.speaks.items()
    }
    for start, entry in chosen.items():
        if entry.country is not None and entry.kind != "country":
            found.setdefault(evidence.keys[start], {})[entry.country] = _CHOSEN
    return found


def _peoples(text: str) -> Iterator[tuple[str, str]]:
    known = demonyms()
    for found in _CAPITAL_WORD.finditer(text):
        for words in (found[0], *found[0].split()):
            if (country := known.get(fold(words))) is not None:
                if not _REMOTE.match(text, found.end()):
                    yield fold(words), country
                break


def _groups(text: str) -> Iterator[tuple[str, str]]:
    """Armed groups with the country they are of: where they are named, their country mostly is the scene."""
    for hit in find_alias(text):
        actor = hit.usual
        state = states().get(actor.country or "") if actor is not None else None
        if actor is not None and state is not None and actor.kind in ("group", "militia", "gang"):
            yield fold(actor.name), state.alpha2


def _publisher(report: Report, gazetteer: Gazetteer) -> Iterator[str]:
    """Countries in the publisher's name ("Libya Herald"): weak evidence, as local papers leave their state out."""
    if report.publisher is None:
        return
    for word in re.findall(r"[A-Z][\w'-]+", report.publisher.name):
        best = next(iter(gazetteer.find(word)), None)
        if best is not None and best.country and (best.kind in ("country", "admin1") or best.population > 500_000):
            yield best.country
        elif (country := demonyms().get(fold(word))) is not None:
            yield country


def _holders(
    text: str, index: int, ordered: Sequence[Mention[Place]], options: Mapping[int, Sequence[Entry]]
) -> Iterator[tuple[Holder, ...]]:
    """What the words beside a mention say it lies in: "X, Y", "X in Y", "Y's X", "the Ruritanian town of X"."""
    mention = ordered[index]
    for other in ordered[index + 1 : index + 3]:
        if says_inside(text[mention.span.end : other.span.start]):
            yield tuple(options.get(other.span.start, ()))
    if index and _HOLDER_BEFORE.fullmatch(text[ordered[index - 1].span.end : mention.span.start]):
        yield tuple(options.get(ordered[index - 1].span.start, ()))
    if found := _PEOPLE_BEFORE.search(text[max(0, mention.span.start - 60) : mention.span.start]):
        called = found[0].removesuffix("of ").split()[-1]
        units = place_words().units.keys() | place_words().landmarks
        for words in (found[1], found[1].split()[-1]) if called in units else ():
            if (country := demonyms().get(fold(words))) is not None:
                yield (country,)
                return


def says_inside(between: str) -> bool:
    """Whether the words between two places say that the first lies in the second: "X, Y", "X district of Y"."""
    inside = _CONTAINED_IN.fullmatch(between) is not None or _UNIT_THEN.fullmatch(between) is not None
    return inside or _is_site(between)


def _is_site(between: str) -> bool:
    """Whether the words between two places make the first the name of a site in the second: "the X hospital in Y"."""
    site = _SITE_THEN.fullmatch(between)
    return site is not None and site["noun"].lower() in place_words().landmarks


def _chains(text: str, ordered: Sequence[Mention[Place]]) -> list[list[int]]:
    """Runs of places joined by commas and "and"."""
    chains: list[list[int]] = []
    for one, other in pairwise(ordered):
        if not _LISTED.fullmatch(text, one.span.end, other.span.start):
            continue
        if chains and chains[-1][-1] == one.span.start:
            chains[-1].append(other.span.start)
        else:
            chains.append([one.span.start, other.span.start])
    return chains


def _unless_a_list(
    chain: list[int], options: Mapping[int, Sequence[Entry]], holders: dict[int, tuple[tuple[Holder, ...], ...]]
) -> None:
    """Of three and more names in a row, a name lies in the next only where that is of a wider kind."""
    if len(chain) < 3:
        return
    for first, second in pairwise(chain):
        if _width(options.get(first, ())) >= _width(options.get(second, ())):
            holders[first] = ()


def _width(entries: Sequence[Entry]) -> int:
    kinds = {entry.kind for entry in entries if entry.rank != "derived"}
    if "country" in kinds:
        return 3
    large_town = any(
        entry.kind == "settlement" and entry.rank == "main" and entry.population >= _LARGE_TOWN for entry in entries
    )
    return 2 if "admin1" in kinds and not large_town else 1


def lies_in(entry: Entry, holder: Holder) -> bool:
    """Whether a place lies in another one, or in a country given by its code."""
    if isinstance(holder, str):
        return entry.country == holder and entry.kind != "country"
    if entry.id == holder.id or entry.kind in ("country", "continent", holder.kind):
        return False
    if holder.kind == "country":
        return entry.country == holder.country
    if holder.kind in ("admin1", "admin2"):
        own, its = (entry.admin1, holder.admin1) if holder.kind == "admin1" else (entry.admin2, holder.admin2)
        return own is not None and own == its
    reach = _WITHIN_TOWN_KM if holder.kind in ("settlement", "neighbourhood", "landmark") else holder.radius_km or 0.0
    return _distance(entry, holder) <= reach


def _distance(one: Entry, other: Entry) -> float:
    return kilometres((one.lat, one.lon), (other.lat, other.lon))
