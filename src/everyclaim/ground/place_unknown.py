"""Gives places without a row of their own a point: names that no gazetteer holds, and stretches between two towns."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from everyclaim.lexicon.gazetteer import Entry, current
from everyclaim.model import Mention, Place, PlacePrecision, Span

_FINENESS: tuple[PlacePrecision, ...] = (
    "exact", "landmark", "street", "neighbourhood", "settlement", "near_settlement", "district", "province",
    "line_or_landscape", "country",
)  # fmt: skip
_OF_A_TOWN = frozenset({"exact", "landmark", "street", "neighbourhood", "district"})
"""Unlisted names of these lie in the town named last: a quarter is told of by its town, not by its country."""
_RIVALS = 5
_SENTENCE_END = re.compile(r"[.!?][\"')\]]*\s+(?=[A-Z\"'(])|\n\n")


def fill_unknown(text: str, mentions: Sequence[Mention[Place]], known: Mapping[Span, Place]) -> dict[Span, Place]:
    """Fill in what the gazetteer did not answer.

    A stretch between two places lies in their middle. A name takes the point, and the precision of the point, of the
    finest place in its sentence, else of the town named last for a quarter or street, else of the country that the
    report speaks of most; its likenesses become rivals.

    Args:
        text: the view.
        mentions: all places of the report.
        known: those filled already.
    """
    filled = dict(known)
    for mention in mentions:
        if mention.span in filled:
            continue
        inner = [known[m.span] for m in mentions if m is not mention and m.span in known and _inside(m, mention)]
        filled[mention.span] = _middle(mention.meaning, inner) if len(inner) == 2 else mention.meaning
        if not inner and (holder := _holder(text, mention, known)) is not None:
            filled[mention.span] = _held(mention.meaning, holder)
    return filled


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
    near = [(span, place) for span, place in known.items() if start <= span.start < end and place.point_precision]
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


def _rank(place: Place) -> int:
    return _FINENESS.index(place.point_precision) if place.point_precision in _FINENESS else len(_FINENESS)


def _held(place: Place, holder: Place) -> Place:
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


def _within(entry: Entry, holder: Place) -> bool:
    """Whether a likeness lies in the place that holds the name: its country, and its province where one is named."""
    return holder.point_precision == "country" or current().unit_name(entry.admin1) == holder.admin1


def _spelt_otherwise(place: Place, entry: Entry) -> Place:
    """The one town of the country whose name has the same consonants: another spelling of it."""
    return replace(
        place,
        gazetteer_name=entry.name,
        country=entry.country,
        admin1=current().unit_name(entry.admin1),
        lat=round(entry.lat, 5),
        lon=round(entry.lon, 5),
        gazetteer=entry.gazetteer,
        point_precision="settlement",
        radius_km=place.radius_km or entry.radius_km,
    )
