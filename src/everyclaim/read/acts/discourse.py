"""Whether two tellings can be of one event: by type, day, place and actor.

Where it stands: the step `events` asks this of every trigger and every event told so far.
"""

from datetime import timedelta
from math import asin, cos, radians, sin, sqrt

from everyclaim.model import EventType, Place, When

_FAMILIES: tuple[frozenset[str], ...] = (
    frozenset({"air_strike", "drone_strike", "shelling", "air_or_artillery_unclear", "attack_unclear", "armed_attack"}),
    frozenset({"ied_mine_uxo", "suicide_attack", "grenade", "attack_unclear", "armed_attack"}),
    frozenset({"ground_clash", "armed_attack", "attack_unclear", "territory_taken", "shooting_at_civilians"}),
    frozenset({"shooting_at_civilians", "assassination", "armed_attack", "attack_unclear"}),
    frozenset({"shooting_at_civilians", "assassination", "execution_killing"}),
    frozenset({"stabbing_ramming_arson", "armed_attack", "attack_unclear", "assassination", "looting_destruction"}),
    frozenset({"protest", "protest_repression", "riot_mob", "shooting_at_civilians"}),
    frozenset({"execution_killing", "armed_attack"}),
    frozenset({"abduction", "armed_attack"}),
    frozenset({"chemical", "attack_unclear", "air_strike", "shelling"}),
    frozenset({"displacement"}),
)
"""Types that reports use for one and the same event: a blast that turns out a suicide attack, a raid that is an air
strike. Types that share no family are different events."""

_PRECISION: tuple[str, ...] = ("exact", "landmark", "street", "neighbourhood", "settlement", "near_settlement")
APART_KM = 40.0
"""Two settlements farther apart than this are different places of attack. Half the distance between neighbouring
district towns in the gazetteer's thinner countries; a city and its suburbs stay together."""


def types_agree(one: EventType | None, other: EventType | None) -> bool:
    """Whether both types may be told of one event."""
    if one is None or other is None or one == other:
        return True
    return any(one in family and other in family for family in _FAMILIES)


def times_agree(one: When | None, other: When | None) -> bool:
    """Whether the intervals meet; an unknown time agrees with any. A day's slack is left for "overnight"."""
    if one is None or other is None:
        return True
    for first, second in ((one, other), (other, one)):
        if first.earliest and second.latest and first.earliest > second.latest + timedelta(days=1):
            return False
    return True


def places_agree(one: Place | None, other: Place | None) -> bool:
    """Whether two places can be one: the same name, near each other, or one so coarse that it holds the other."""
    if one is None or other is None or one.name == other.name:
        return True
    if one.country and other.country and one.country != other.country:
        return False
    if one.precision not in _PRECISION or other.precision not in _PRECISION:
        return not (one.precision == other.precision == "province" and one.admin1 != other.admin1)
    if one.lat is None or other.lat is None:
        return one.gazetteer is None or other.gazetteer is None
    return distance_km(one, other) <= APART_KM


def distance_km(one: Place, other: Place) -> float:
    """Great-circle distance between two points, in kilometres.

    Raises:
        ValueError: a place has no point.
    """
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        raise ValueError("Both places need a point; test lat and lon for None first.")
    a, b, c, d = map(radians, (one.lat, one.lon, other.lat, other.lon))
    half = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    return 12742 * asin(min(1.0, sqrt(half)))
