"""How two places stand to each other, as finely as the words and the points allow."""

import unicodedata
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from everyclaim.model import Place, PlacePrecision

RADIUS: dict[PlacePrecision, float] = {
    "exact": 1, "landmark": 3, "street": 3, "neighbourhood": 5, "settlement": 15, "near_settlement": 30,
    "district": 50, "province": 150, "line_or_landscape": 200, "sea_or_air": 200, "country": 1500,
}  # fmt: skip
"""Kilometres that a name of each precision reaches from its point: half the usual size of such a unit, rounded up."""

SHARE: dict[PlacePrecision, float] = {
    "exact": 1, "landmark": 1, "street": 1, "neighbourhood": 1, "settlement": 1, "near_settlement": 0.95,
    "district": 0.95, "province": 0.75, "line_or_landscape": 0.5, "sea_or_air": 0.4, "country": 0.15,
}  # fmt: skip
"""How much it says that two reports name one place of that precision: many attacks happen in one province."""

_NEXT_TOWN, _BESIDE = 10.0, 0.3
"""Two towns farther apart than this many kilometres are two, though one may be told for the other: that says little.
Quarters and suburbs that the gazetteer lists as towns lie nearer."""

_ORDER: tuple[PlacePrecision, ...] = tuple(RADIUS)
_UNIT_WORDS = (" governorate", " province", " state", " district", " oblast", " region", " department", " county")


class Nearness(NamedTuple):
    """`share` from 0 (says nothing) to 1 (one place); `apart`: it cannot be one place."""

    share: float
    text: str
    apart: bool = False


def compare(one: Place, other: Place) -> Nearness:
    """Compare two places; the coarser precision decides how much a match says."""
    coarse = max((one, other), key=lambda place: _ORDER.index(place.precision)).precision
    if one.gazetteer is not None and one.gazetteer == other.gazetteer:
        return Nearness(SHARE[coarse], f"Both name {_called(one)} ({coarse}).")
    if fold(one.name) == fold(other.name) and not _namesakes(one, other):
        return Nearness(0.9 * SHARE[coarse], f"Both name {one.name} ({coarse}).")
    reach = _reach(one), _reach(other)
    if reach[0] is not None and reach[1] is not None:
        return _by_points(one, other, max(reach[0], reach[1], key=_ORDER.index))
    return Nearness(0.0, f"Whether {one.name} and {other.name} are one place is not known.")


def _by_points(one: Place, other: Place, coarse: PlacePrecision) -> Nearness:
    distance = kilometres(one, other)
    names = f"{one.name} and {other.name}"
    if one.country and other.country and one.country != other.country and distance > RADIUS["near_settlement"]:
        return Nearness(0.0, f"{names} are in different countries.", apart=True)
    if coarse == "country":
        return Nearness(SHARE["country"], f"{names}: one may hold the other.")
    if coarse == "province" and one.admin1 and other.admin1:
        if fold(one.admin1) == fold(other.admin1):
            return Nearness(0.65, f"{names} are in one province.")
        return Nearness(0.0, f"{names} are in different provinces.", apart=distance > RADIUS["district"])
    return _by_distance(one, other, distance, coarse)


def _by_distance(one: Place, other: Place, distance: float, coarse: PlacePrecision) -> Nearness:
    names = f"{one.name} and {other.name}"
    reach = max(_extent(each, coarse) for each in (one, other))
    if _NEXT_TOWN < distance <= RADIUS["settlement"] and _are_two_towns(one, other):
        return Nearness(_BESIDE, f"{names} are two towns {distance:.0f} km apart.")
    if distance <= reach:
        return Nearness(0.85 * SHARE[coarse], f"{names} are {distance:.0f} km apart, within what {coarse} means.")
    return Nearness(0.0, f"{names} are {distance:.0f} km apart.", distance > RADIUS[coarse] + RADIUS["settlement"])


def _extent(place: Place, coarse: PlacePrecision) -> float:
    """Kilometres that the coarser place reaches from its point: a listed district has its own."""
    if _reach(place) != coarse:
        return 0.0
    known = place.radius_km if place.gazetteer is not None and place.precision == coarse == "district" else None
    return min(RADIUS[coarse], known or RADIUS[coarse])


def _are_two_towns(one: Place, other: Place) -> bool:
    """Whether both are towns with points of their own, not a quarter and its city."""
    return all(_is_known(each) and each.precision == "settlement" for each in (one, other))


def _reach(place: Place) -> PlacePrecision | None:
    """How exact a place's point is: an unlisted name has that of what holds it; a mere country says nothing of it.

    An unlisted town with the point of another town lies somewhere around that one.
    """
    if place.lat is None or place.lon is None:
        return None
    reach = max(place.precision, place.point_precision or place.precision, key=_ORDER.index)
    if place.gazetteer is None and reach == place.precision == "settlement":
        return "district"
    return None if reach == "country" != place.precision else reach


def _is_known(place: Place) -> bool:
    """Whether the point stands for the place itself, not for what is around an unlisted name."""
    if place.lat is None or place.lon is None or place.gazetteer is None:
        return False
    point = place.point_precision or place.precision
    return _ORDER.index(point) <= max(_ORDER.index(place.precision), _ORDER.index("near_settlement"))


def _namesakes(one: Place, other: Place) -> bool:
    """Whether two places of one name are known to be different ones."""
    if not (_is_known(one) and _is_known(other)):
        return False
    return kilometres(one, other) > RADIUS[one.precision] + RADIUS[other.precision]


def _called(place: Place) -> str:
    return place.name if place.gazetteer_name in (None, place.name) else f"{place.name} ({place.gazetteer_name})"


@lru_cache(maxsize=10_000)
def fold(name: str) -> str:
    """A name without case, accents and the word for its unit."""
    plain = "".join(each for each in unicodedata.normalize("NFD", name) if not unicodedata.combining(each))
    plain = plain.casefold().replace("ı", "i").replace("-", " ").strip()
    for word in _UNIT_WORDS:
        plain = plain.removesuffix(word)
    return plain


def kilometres(one: Place, other: Place) -> float:
    """Distance of two points on the globe; both must have one."""
    lat, lon, lat2, lon2 = (radians(value or 0.0) for value in (one.lat, one.lon, other.lat, other.lon))
    half = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin((lon2 - lon) / 2) ** 2
    return 12742 * asin(min(1.0, sqrt(half)))
