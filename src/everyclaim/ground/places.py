"""Chooses which of its namesakes each place of a report is, and fills the place's point, country and rivals in.

All places of a report are weighed together, three times over: the countries that it names or whose people it names,
containment ("X, Y"), nearness to the others, population, kind of unit. Each part of a sum is a reason that `explain`
tells. What no gazetteer holds keeps its words and takes the point of the smallest place that holds it.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp, log10
from typing import Any

from everyclaim.ground.place_evidence import Evidence, Weights, gather, lies_in, votes
from everyclaim.ground.place_unknown import at_entry, fill_unknown
from everyclaim.lexicon.gazetteer import PRECISIONS, Entry, Gazetteer, current, kilometres
from everyclaim.lexicon.gazetteer_hedges import find_hedge
from everyclaim.lexicon.letter_case import reading_view
from everyclaim.model import Mention, Place, PlacePrecision, Report

PASSES = 3
_CONSIDERED = 30
"""Namesakes weighed for one name: those beyond were never chosen on the development corpora."""

_NO_VILLAGE = 20
"""A town with a twentieth of its unit's people or more is the one that the unit is named after."""

_SMALL = 100_000
"""People from which on a place is named without its country."""

_RIVALS = 5
"""Rivals kept."""
_NEAR_RADIUS = 25.0
"""Kilometres that "near X" stands for: the codebook's limited area."""

_KIND = {
    "country": 7.5, "continent": 7.0, "sea": 7.0, "region": 7.0, "admin1": 3.6, "admin2": 0.6, "admin3": 0.5,
    "neighbourhood": 0.4, "landmark": 0.4, "landscape": 0.4,
}  # fmt: skip
_BY_SIZE, _BY_SIZE_OF_UNIT = 0.55, 0.35
_CAPITAL, _MAIN, _DERIVED, _TOWNS_NAME = 1.4, 0.8, -0.5, -1.6
_SHARE, _COUNTRY_NAMED, _UNIT_NAMED, _CONTAINED, _NEARNESS, _NOUN = 3.0, 1.0, 0.8, 4.0, 2.0, 2.5
_ACROSS = -6.0
"""More than all that the other country's people, named beside it, can bring."""
_HOLDS, _LISTED, _SAME_COUNTRY, _WIDE, _COUNTRYS_NAME = 2.0, 2.0, 0.8, 2.0, -3.0
_NEAR_KM = 150.0
_NEIGHBOURS_KM = 60.0
"""Two small places this near bear each other out though nothing names their country; farther ones are namesakes."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The namesake chosen for a mention, the rivals by their sums, and the reasons with what each brought."""

    entry: Entry
    rivals: tuple[Entry, ...]
    reasons: tuple[tuple[str, float], ...]

    @property
    def why(self) -> str:
        """The reasons as one line for people, the weightiest first."""
        told = sorted(self.reasons, key=lambda reason: -abs(reason[1]))
        return "; ".join(f"{text} {weight:+.1f}" for text, weight in told if abs(weight) >= 0.05)


@dataclass(frozen=True, slots=True)
class _Case:
    """A name to be decided: its namesakes, the places chosen before by name and id, its neighbours in a list."""

    start: int
    entries: Sequence[Entry]
    others: Mapping[tuple[str, int], Entry]
    listed: Sequence[Entry]


def ground_places(report: Report, found: Sequence[Mention[Any]], before: Sequence[Mention[Any]]) -> list[Mention[Any]]:
    """Fill the meanings of a report's places in; what is no place is handed back as it came.

    Args:
        report: the report.
        found: all that the step `places` found in it.
        before: everything found before it; nothing of it is needed but its being there.
    """
    del before
    mentions = [m for m in found if isinstance(m.meaning, Place)]
    text = reading_view(report.text)
    chosen = explain(report, mentions)
    known = {m.span: _filled(m, chosen[m.span.start], text) for m in _single(mentions) if m.span.start in chosen}
    filled = fill_unknown(text, mentions, known)
    return [replace(m, meaning=filled[m.span]) if isinstance(m.meaning, Place) else m for m in found]


def explain(report: Report, mentions: Sequence[Mention[Place]]) -> dict[int, Choice]:
    """Choose among namesakes for every mention of a place that the gazetteer knows.

    Returns:
        The choices by the mentions' start.
    """
    text, gazetteer = reading_view(report.text), current()
    single = _single(mentions)
    options = {m.span.start: found for m in single if (found := _candidates(gazetteer, m))}
    evidence = gather(report, text, single, options)
    chosen: dict[int, Choice] = {}
    for _ in range(PASSES):
        chosen = _one_pass(options, evidence, {start: choice.entry for start, choice in chosen.items()})
    said = votes(evidence, {})
    lone = _lone_neighbours(options, chosen)
    return {
        start: choice
        for start, choice in chosen.items()
        if not _is_elsewhere(start, choice, evidence, {} if start in lone else said)
    }


def _single(mentions: Sequence[Mention[Place]]) -> list[Mention[Place]]:
    """The mentions that hold no other: names, not the stretches between two of them."""
    ordered = sorted(mentions, key=lambda m: (m.span.start, -m.span.end))
    return [
        m
        for m, following in zip(ordered, [*ordered[1:], None], strict=False)
        if following is None or following.span.end > m.span.end
    ]


def _is_elsewhere(start: int, choice: Choice, evidence: Evidence, said: Mapping[str, Weights]) -> bool:
    """Whether a small place is not where the report says it is, or is in a country that the report never speaks of.

    It is then an unlisted one's namesake; the name is kept without a row: what is unknown is never the nearest known.
    """
    entry = choice.entry
    large = (entry.capital or entry.population >= _SMALL) and start not in evidence.sites
    if entry.kind not in ("settlement", "admin2") or (large and entry.rank == "main"):
        return False
    holders = [holder for each in evidence.holders[start] for holder in each]
    if holders:
        return not any(lies_in(entry, holder) for holder in holders)
    if large and entry.rank != "derived":
        return False
    shares = _shares(said, evidence.keys[start])
    return bool(shares) and entry.country not in shares


def _lone_neighbours(options: Mapping[int, Sequence[Entry]], chosen: Mapping[int, Choice]) -> frozenset[int]:
    """Names without a namesake abroad that are places near each other: they do not fall together by chance."""
    lone = [
        (start, choice.entry)
        for start, choice in chosen.items()
        if choice.entry.kind in ("settlement", "admin2") and len({each.country for each in options[start]}) == 1
    ]
    return frozenset(
        start
        for start, entry in lone
        if any(other.id != entry.id and _distance(entry, other) <= _NEIGHBOURS_KM for _, other in lone)
    )


def _one_pass(
    options: Mapping[int, Sequence[Entry]], evidence: Evidence, before: Mapping[int, Entry]
) -> dict[int, Choice]:
    """Weigh every name once against what the pass before chose; one name of one kind is one place in a report."""
    said = votes(evidence, before)
    others = {(evidence.keys[start], entry.id): entry for start, entry in before.items()}
    groups: dict[tuple[Hashable, ...], Choice] = {}
    chosen = {}
    for start in sorted(options, key=lambda start: not evidence.holders[start]):
        group = (evidence.keys[start], evidence.wants[start])
        own = tuple(_name(holder) for each in evidence.holders[start] for holder in each)
        known = groups.get((*group, own)) or (None if own else groups.get(group))
        if known is None:
            listed = [before[other] for other in evidence.listed.get(start, ()) if other in before]
            known = _choose(_Case(start, options[start], others, listed), evidence, said)
            groups[*group, own] = known
            groups.setdefault(group, known)
        chosen[start] = known
    return chosen


def _name(holder: Entry | str) -> Hashable:
    return holder if isinstance(holder, str) else holder.id


def _choose(case: _Case, evidence: Evidence, said: Mapping[str, Weights]) -> Choice:
    start, entries = case.start, case.entries
    key = evidence.keys[start]
    shares = _shares(said, key)
    named = {country for word, country in evidence.named.items() if word != key}
    others = [entry for (other, _), entry in case.others.items() if other != key]
    listed = case.listed
    weighed = []
    for order, entry in enumerate(entries):
        reasons = (
            *_by_itself(entry, entries),
            *_by_countries(entry, shares, named),
            *_by_words(entry, evidence.holders[start], evidence.wants[start]),
            *_by_place_in_text(entry, evidence.held.get(start, ()), listed),
            *_by_others(entry, others),
        )
        weighed.append((-sum(weight for _, weight in reasons), order, entry, reasons))
    weighed.sort(key=lambda each: each[:2])
    _, _, best, reasons = weighed[0]
    return Choice(best, tuple(each[2] for each in weighed[1:]), reasons)


def _shares(said: Mapping[str, Weights], key: str) -> dict[str, float]:
    """Each country's share of what the other names say: a name does not vote for itself."""
    total: Weights = defaultdict(float)
    for word, countries in said.items():
        for country, weight in countries.items() if word != key else ():
            total[country] += weight
    whole = sum(total.values())
    return {country: weight / whole for country, weight in total.items()} if whole else {}


def _by_itself(entry: Entry, entries: Sequence[Entry]) -> Iterator[tuple[str, float]]:
    size = log10(entry.population + 1)
    if entry.kind == "settlement":
        yield f"population {entry.population}", _BY_SIZE * size
    else:
        yield entry.kind, _KIND[entry.kind] + (_BY_SIZE_OF_UNIT * size if entry.kind == "admin2" else 0.0)
    if entry.capital:
        yield "capital", _CAPITAL
    if entry.rank == "main" or entry.kind in ("country", "region", "sea"):
        yield "its main name", _MAIN
    if entry.rank == "derived":
        yield "only a part of its name", _DERIVED
    if entry.kind in ("region", "sea", "continent") and entry.country is None:
        yield "of several countries", _WIDE
    if entry.kind != "country" and any(_is_its_country(each, entry) for each in entries):
        yield "a country bears the name", _COUNTRYS_NAME
    if entry.kind in ("admin1", "admin2") and any(_is_its_unit(entry, town) for town in entries):
        yield "a town in it bears its name", _TOWNS_NAME
    if entry.kind == "admin2" and not entry.population and any(_is_beyond(entry, town) for town in entries):
        yield "the town of the name lies across a border", _ACROSS


def _is_its_country(country: Entry, entry: Entry) -> bool:
    """Whether a country has the name that a place in it has too, or that elsewhere is not a place's main name."""
    return country.kind == "country" and (country.country == entry.country or entry.rank != "main")


def _is_beyond(unit: Entry, town: Entry) -> bool:
    """Whether a unit without people is called after a large town on the other side of a border near by."""
    large = town.kind == "settlement" and town.population >= _SMALL and town.country != unit.country
    return large and _distance(unit, town) <= _NEAR_KM


def _is_its_unit(unit: Entry, town: Entry) -> bool:
    """Whether a unit of the same name holds a town that is no mere village in it."""
    same = unit.admin1 == town.admin1 and (
        unit.kind == "admin1" or (unit.kind == "admin2" and unit.admin2 == town.admin2)
    )
    known = town.kind == "settlement" and town.rank != "derived"
    return known and same and town.population * _NO_VILLAGE >= unit.population


def _by_countries(entry: Entry, shares: Mapping[str, float], named: set[str]) -> Iterator[tuple[str, float]]:
    inside = (entry.country, *entry.inside) if entry.country else entry.inside
    if share := max((shares.get(country, 0.0) for country in inside), default=0.0):
        yield f"share of what the report says of {entry.country or 'its countries'}", _SHARE * share
    if entry.kind != "country" and named & set(inside):
        yield f"{entry.country or 'its country'} is named", _COUNTRY_NAMED


def _by_words(
    entry: Entry, holders: Sequence[Sequence[Entry | str]], wants: PlacePrecision | None
) -> Iterator[tuple[str, float]]:
    for each in holders:
        holder = next((holder for holder in each if lies_in(entry, holder)), None)
        if holder is not None:
            yield f"said to be in {holder if isinstance(holder, str) else holder.name}", _CONTAINED
            break
    if wants is None:
        return
    kind = PRECISIONS[entry.kind]
    if kind == wants:
        yield f"called a {wants}", _NOUN
    elif "settlement" in (kind, wants) and "country" in (kind, wants):
        yield f"not called a {kind}", -_NOUN


def _by_place_in_text(
    entry: Entry, held: Sequence[Sequence[Entry]], listed: Sequence[Entry]
) -> Iterator[tuple[str, float]]:
    if entry.kind in ("country", "admin1", "admin2", "region") and any(
        lies_in(each, entry) for some in held for each in some
    ):
        yield "a place is said to be in it", _HOLDS
    if entry.kind in ("country", "admin1") and any(other.kind == entry.kind for other in listed):
        yield "listed with others of its kind", _LISTED
    if entry.kind != "country" and any(other.country == entry.country for other in listed):
        yield "listed with others of its country", _SAME_COUNTRY


def _by_others(entry: Entry, others: Sequence[Entry]) -> Iterator[tuple[str, float]]:
    if entry.kind == "country":
        return
    if entry.admin1 and any(other.kind == "admin1" and other.admin1 == entry.admin1 for other in others):
        yield "its province is named", _UNIT_NAMED
    near = [other for other in others if other.kind in ("settlement", "admin1", "admin2") and other.id != entry.id]
    if near:
        nearest = min(near, key=lambda other: _distance(entry, other))
        yield f"near {nearest.name}", _NEARNESS * exp(-_distance(entry, nearest) / _NEAR_KM)


def _distance(one: Entry, other: Entry) -> float:
    return kilometres((one.lat, one.lon), (other.lat, other.lon))


def _filled(mention: Mention[Place], choice: Choice, text: str) -> Place:
    entry = choice.entry
    own = PRECISIONS[entry.kind]
    hedge = find_hedge(text, mention.span.start, mention.span.end, own)
    place = replace(mention.meaning, precision=own)
    if hedge is not None:
        place = replace(place, precision=hedge.precision, radius_km=hedge.km)
    return replace(
        at_entry(place, entry),
        radius_km=_radius(place, entry),
        rivals=tuple(rival.gazetteer for rival in choice.rivals[:_RIVALS]),
    )


def _radius(place: Place, entry: Entry) -> float | None:
    if place.radius_km is not None:
        return place.radius_km
    return _NEAR_RADIUS if place.precision == "near_settlement" else entry.radius_km


def _candidates(gazetteer: Gazetteer, mention: Mention[Place]) -> tuple[Entry, ...]:
    return tuple(gazetteer.find(mention.span.quote)[:_CONSIDERED])
