"""GeoJSON: longitude first, never finer than what is known, and no point where that is worse than a province."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.export import incidents

from everyclaim.export.geojson import DECIMALS, FINENESS, coarser, feature, point, write_features
from everyclaim.lexicon.gazetteer import CREDIT

PRECISIONS = st.sampled_from(FINENESS)


def where(**changes: object) -> dict[str, object]:
    return {"lat": 42.654321, "lon": 20.123456, "precision": "settlement", "point_precision": "settlement"} | changes


def test_longitude_comes_first() -> None:
    assert point(where()) == {"type": "Point", "coordinates": [20.123, 42.654]}


@given(PRECISIONS, PRECISIONS)
def test_a_point_is_never_finer_than_the_coarser_of_its_precisions(words: str, coordinates: str) -> None:
    place = where(precision=words, point_precision=coordinates)
    worse = FINENESS[max(FINENESS.index(words), FINENESS.index(coordinates))]
    assert coarser(place) == worse
    shown = point(place)
    if FINENESS.index(worse) > FINENESS.index("province"):
        assert shown is None
    else:
        assert shown is not None
        assert all(len(str(each).partition(".")[2]) <= DECIMALS[worse] for each in shown["coordinates"])


def test_decimals_never_grow_as_places_get_coarser() -> None:
    decimals = [DECIMALS[each] for each in FINENESS if each in DECIMALS]
    assert decimals == sorted(decimals, reverse=True)


@pytest.mark.parametrize("place", [None, where(lat=None, lon=None, point_precision=None)])
def test_a_place_without_coordinates_has_no_point(place: dict[str, object] | None) -> None:
    assert point(place) is None


def test_a_feature_tells_both_precisions_and_credits_the_gazetteer() -> None:
    collection = json.loads(write_features([incidents.incident()]))
    (shown,) = collection["features"]
    assert collection["credit"] == CREDIT
    assert shown["id"] == incidents.ID
    assert shown["properties"]["precision"] == "settlement"
    assert shown["properties"]["point_precision"] == "settlement"
    assert shown["properties"]["link"] == f"/i/{incidents.ID}"


def test_an_imitated_policy_is_named_as_one() -> None:
    policies = [each["policy"] for each in feature(incidents.incident())["properties"]["assessments"]]
    assert policies == ["everyclaim", "emulated:airwars"]


@given(st.one_of(st.none(), incidents.places))
def test_any_place_makes_a_feature(place: object) -> None:
    shown = feature(incidents.incident(place) if place else incidents.incident(where=None))
    if shown["geometry"] is not None:
        longitude, latitude = shown["geometry"]["coordinates"]
        assert abs(longitude) <= 181
        assert abs(latitude) <= 91


def test_an_incident_of_unknown_place_and_day_is_a_feature_too() -> None:
    shown = feature(incidents.incident(where=None, when=None, type=None))
    assert shown["geometry"] is None
    assert shown["properties"]["title"] == "Event · place unknown · date unknown"


def test_the_same_incidents_give_the_same_bytes() -> None:
    assert write_features([incidents.incident()]) == write_features([incidents.incident()])
