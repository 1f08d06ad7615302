"""GeoJSON (RFC 7946): one feature per incident, longitude first, and never finer than what is known.

Where it stands: fed by the casebook's view; one of the formats of `everyclaim export`. A point says as much as the
coarser of two things: how finely the words place the incident (`precision`), and what the gazetteer's coordinates stand
for (`point_precision`). Where that is worse than a province, there is no point.
"""

from collections.abc import Iterable, Mapping
from typing import get_args

from everyclaim.codec import Json, canonical
from everyclaim.export.incident_words import title
from everyclaim.export.permalinks import history_link, incident_link
from everyclaim.export.policy_names import label
from everyclaim.lexicon.gazetteer import CREDIT
from everyclaim.model import PlacePrecision

FINENESS: tuple[str, ...] = get_args(PlacePrecision)
"""From the finest to the coarsest, as the codebook lists them."""

DECIMALS: Mapping[str, int] = {
    "exact": 5,
    "landmark": 4,
    "street": 4,
    "neighbourhood": 3,
    "settlement": 3,
    "near_settlement": 2,
    "district": 2,
    "province": 1,
}
"""How many decimals of a degree each precision carries: 5 are a metre, 4 ten, 3 a hundred, 2 a kilometre, 1 ten.
A settlement keeps a decimal more than it is wide, so that rounding never puts it into the sea or next door."""


def write_features(incidents: Iterable[Json]) -> bytes:
    """All incidents as one feature collection."""
    features = [feature(each) for each in incidents]
    return canonical({"type": "FeatureCollection", "credit": CREDIT, "features": features}) + b"\n"


def feature(incident: Json) -> Json:
    """One incident."""
    return {
        "type": "Feature",
        "id": incident["id"],
        "geometry": point(incident["where"]),
        "properties": _properties(incident),
    }


def point(where: Json | None) -> Json | None:
    """The point of a place, rounded to what is known; None where that is worse than a province, or there is none."""
    decimals = DECIMALS.get(coarser(where) or "")
    if where is None or where["lat"] is None or where["lon"] is None or decimals is None:
        return None
    return {"type": "Point", "coordinates": [round(where["lon"], decimals), round(where["lat"], decimals)]}


def coarser(where: Json | None) -> str | None:
    """The coarser of what the words give and what the coordinates stand for; None if there are no coordinates."""
    if where is None or where["point_precision"] is None:
        return None
    both: tuple[str, str] = (where["precision"], where["point_precision"])
    return max(both, key=FINENESS.index)


def _properties(incident: Json) -> Json:
    kind, when, where = (incident[name] or {} for name in ("type", "when", "where"))
    return {
        "title": title(incident),
        "link": incident_link(incident["id"]),
        "history_link": history_link(incident["id"]),
        "type": kind.get("value"),
        "earliest": when.get("earliest"),
        "latest": when.get("latest"),
        "time_precision": when.get("precision"),
        "place": where.get("name"),
        "country": where.get("country"),
        "precision": where.get("precision"),
        "point_precision": where.get("point_precision"),
        "known_to": coarser(incident["where"]),
        "reports": len(incident["reports"]),
        "assessments": [_assessment(each) for each in incident["assessments"]],
    }


def _assessment(made: Json) -> Json:
    bounds = ("kind", "status", "group", "side", "low", "best", "high", "open_high")
    return {
        "policy": label(made["policy"]),
        "policy_version": made["version"],
        "strike_status": made["strike_status"],
        "grade": made["grade"],
        "verification": made["verification"],
        "harm": [{name: row[name] for name in bounds} for row in made["harm"]],
    }
