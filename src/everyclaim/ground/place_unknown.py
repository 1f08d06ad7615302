"""Gives places without a row of their own a point: names that no gazetteer holds, and stretches between two towns."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from everyclaim.ground.place_evidence import says_inside
from everyclaim.lexicon.actors import by_alpha2, states
from everyclaim.lexicon.gazetteer import PRECISIONS, Entry, current, demonyms
from everyclaim.lexicon.gazetteer_fold import fold
from everyclaim.model import Mention, Place, PlacePrecision, Span

_FINENESS: tuple[PlacePrecision, ...] = (
    "exact", "landmark", "street", "neighbourhood", "settlement", "near_settlement", "district", "province",
    "line_or_landscape", "country",
)  # fmt: skip
_OF_A_TOWN = frozenset({"exact", "landmark", "street", "neighbourhood", "district"})
"""Unlisted names of these lie in the town named last: a quarter is told of by its town, not by its country."""
_RIVALS = 5
_WIDTH: dict[PlacePrecision, int] = {"province": 2, "district": 1}
"""Which names are filled first: a district can then lie in a province spelt in a way of its own."""
_FAR = 60
"""Characters between a name and what the words put it in or beside."""
_BESIDE = re.compile(
    r"(?:,| \(| -)? ?(?:[\w'-]+ ){0,5}?(?:(?:(?:north|south)?-?(?:east|west)|north|south)(?:ern)? of|near|outside"
    r"|(?:away )?from|on the (?:\w+ )?(?:outskirts|edge) of|close to) (?:the )?(?:(?:\w+ )?(?:city|town|village|port)"
    r"(?: of)? )?"
)
_SENTENCE_END = re.compile(r"[.!?][\"')\]]*\s+(?=[A-Z\"'(])|\n\n")


def fill_unknown(text: str, mentions: Sequence[Mention[Place]], known: Mapping[Span, Place]) -> dict[Span, Place]:
    """Fill in what the gazetteer did not answer.

    A stretch between two places lies in their middle. A unit spelt nearly like one of its country's or province's is
    that one. Any other name takes the point, and the precision of the point, of what the words say it lies in, else of
    the finest place in its sentence that can hold it, else of the town named last for a quarter or street, else of the
    country that the report speaks of most; its likenesses become rivals.

    Args:
        text: the view.
        mentions: all places of the report.
        known: those filled already.
    """
    filled = dict(known)
    ordered = sorted(mentions, key=lambda m: m.span.start)
    for mention in sorted(ordered, key=lambda m: -_WIDTH.get(m.meaning.precision, 0)):
        if mention.span in filled:
            continue
        inner = [filled[m.span] for m in mentions if m is not mention and m.span in filled and _inside(m, mention)]
        if inner:
            filled[mention.span] = _middle(mention.meaning, inner) if len(inner) == 2 else mention.meaning
            continue
        holder = (
            _of_people(mention.meaning)
            or _told_holder(text, mention, ordered, filled)
            or _holder(text, mention, _listed(filled))
        )
        filled[mention.span] = _province(mention.meaning, filled) or (
            mention.meaning if holder is None else _held(mention.meaning, holder)
        )
    return filled


def _listed(filled: Mapping[Span, Place]) -> dict[Span, Place]:
    """Those with a row of the gazetteer: what only borrowed a point lends it to nobody."""
    return {span: place for span, place in filled.items() if place.gazetteer is not None}


def _of_people(place: Place) -> Place | None:
    """The country of the people that a border is called after, the first of two."""
    if place.precision != "line_or_landscape":
        return None
    words = re.split("[- ]", place.name)
    code = next((demonyms()[fold(word)] for word in words if fold(word) in demonyms()), None)
    state = states().get(by_alpha2().get(code or "", ""))
    found = current().find(state.name) if state is not None else []
    entry = next((each for each in found if each.kind == "country"), None)
    return (
        None
        if entry is None
        else replace(
            place,
            country=entry.country,
            lat=entry.lat,
            lon=entry.lon,
            point_precision="country",
            radius_km=entry.radius_km,
        )
    )


def _province(place: Place, filled: Mapping[Span, Place]) -> Place | None:
    """The province of one of the report's countries, the one spoken of most first, that is spelt nearly so."""
    if place.precision != "province":
        return None
    for country, _ in Counter(each.country for each in filled.values() if each.country).most_common():
        if country and (unit := current().find_unit(place.name, country)) is not None:
            return _spelt_otherwise(place, unit)
    return None


def _told_holder(
    text: str, mention: Mention[Place], ordered: Sequence[Mention[Place]], filled: Mapping[Span, Place]
) -> Place | None:
    """What the words right behind a name say that it lies in or beside: "X district, Y", "X, 20 km north of Y"."""
    at = next(index for index, each in enumerate(ordered) if each is mention)
    for other in ordered[at + 1 : at + 4]:
        place = filled.get(other.span)
        between = text[mention.span.end : other.span.start]
        if place is None or place.lat is None or place.point_precision is None or len(between) > _FAR:
            continue
        if says_inside(between) or _BESIDE.fullmatch(between):
            return place
    return None


def _inside(inner: Mention[Place], outer: Mention[Place]) -> bool:
    return outer.span.start <= inner.span.start and inner.span.end <= outer.span.end


def _middle(place: Place, ends: Sequence[Place]) -> Place:
    lats, lons = [end.lat for end in ends if end.lat is not None], [end.lon for end in ends if end.lon is not None]
    if len(lats) != 2:
        return place
    half = 0.5 * 111.2 * max(abs(lats[0] - lats[1]), abs(lons[0] - lons[1]))
    return replace(
        place,
        country=ends[0].country if ends[0].country == ends[1].country else None,
        admin1=ends[0].admin1 if ends[0].admin1 == ends[1].admin1 else None,
        lat=round(sum(lats) / 2, 5),
        lon=round(sum(lons) / 2, 5),
        point_precision="line_or_landscape",
        radius_km=round(half + 1, 1),
    )


def _holder(text: str, mention: Mention[Place], known: Mapping[Span, Place]) -> Place | None:
    """The place that a name most likely lies in."""
    start = max((m.end() for m in _SENTENCE_END.finditer(text, 0, mention.span.start)), default=0)
    last = _SENTENCE_END.search(text, mention.span.end)
    end = last.start() if last else len(text)
    near = [
        (span, place)
        for span, place in known.items()
        if start <= span.start < end
        and place.point_precision
        and _can_hold(place, mention)
        and not span.quote.isupper()
    ]
    if near:
        return min(near, key=lambda each: (_rank(each[1]), abs(each[0].start - mention.span.start)))[1]
    if mention.meaning.precision in _OF_A_TOWN:
        towns = [(span, place) for span, place in known.items() if place.point_precision == "settlement"]
        if before := [each for each in towns if each[0].start < mention.span.start] or towns:
            return min(before, key=lambda each: abs(each[0].start - mention.span.start))[1]
    countries = Counter(place.country for place in known.values() if place.country)
    for country, _ in countries.most_common(1):
        whole = next((p for p in known.values() if p.country == country and p.point_precision == "country"), None)
        return whole or next((p for p in known.values() if p.country == country), None)
    return None


def _can_hold(place: Place, mention: Mention[Place]) -> bool:
    """Whether a place is of a wider kind than a district or province that may lie in it; all else may lie anywhere."""
    width = _WIDTH.get(mention.meaning.precision, 0)
    return not width or place.point_precision == "country" or (width == 1 and place.point_precision == "province")


def _rank(place: Place) -> int:
    return _FINENESS.index(place.point_precision) if place.point_precision in _FINENESS else len(_FINENESS)


def _held(place: Place, holder: Place) -> Place:
    if (unit := _unit(place, holder)) is not None:
        return _spelt_otherwise(place, unit)
    similar = current().find_similar(place.name, holder.country) if holder.country else []
    if len(similar) == 1 and similar[0].kind == "settlement" and _within(similar[0], holder):
        return _spelt_otherwise(place, similar[0])
    return replace(
        place,
        country=holder.country,
        admin1=holder.admin1,
        lat=holder.lat,
        lon=holder.lon,
        point_precision=holder.point_precision,
        radius_km=holder.radius_km,
        rivals=tuple(each.gazetteer for each in similar[:_RIVALS]),
    )


def _unit(place: Place, holder: Place) -> Entry | None:
    """The district of the holding province that a name spelt in a way of its own means."""
    code = (holder.gazetteer or "").removeprefix("geonames:")
    if place.precision != "district" or code.count(".") != 1:
        return None
    return current().find_unit(place.name, code)


def _within(entry: Entry, holder: Place) -> bool:
    """Whether a likeness lies in the place that holds the name: its country, and its province where one is named."""
    return holder.point_precision == "country" or current().unit_name(entry.admin1) == holder.admin1


def _spelt_otherwise(place: Place, entry: Entry) -> Place:
    """The one town or unit whose name is spelt nearly so."""
    return replace(at_entry(place, entry), radius_km=place.radius_km or entry.radius_km)


def at_entry(place: Place, entry: Entry) -> Place:
    """The place at the point of a row of the gazetteer, under its name and in its country."""
    return replace(
        place,
        gazetteer_name=entry.name,
        country=entry.country,
        admin1=current().unit_name(entry.admin1),
        lat=round(entry.lat, 5),
        lon=round(entry.lon, 5),
        gazetteer=entry.gazetteer,
        point_precision=PRECISIONS[entry.kind],
    )
