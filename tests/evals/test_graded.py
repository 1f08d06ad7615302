"""Which claims are right by an answer, on one invented report."""

from collections.abc import Iterator
from typing import Any

import pytest
from evals.graded import Graded, cases, reports, short_reports, statements

from everyclaim.bench.corpus import record_of
from everyclaim.codec import Json

TEXT = "Shells struck the market of Durazno in Uruguay on Monday, killing nine people, the mayor said."
DEAD: Json = {"kind": "killed", "min": 9, "max": 9, "attributed_to": ["mayor"]}
CODED: Json = {
    "type": "shelling",
    "date": {"start": "2019-05-13", "end": "2019-05-13"},
    "place": {"name": "Durazno", "country": "UY", "lat": -33.38, "lon": -56.52},
    "perpetrators": [],
    "claims": [DEAD],
}


def line(**gold: Any) -> Json:
    return {"id": "x", "text": TEXT, "published": "2019-05-14", "gold": gold}


def right(graded: Iterator[Graded]) -> dict[str, set[bool]]:
    found: dict[str, set[bool]] = {}
    for each in graded:
        found.setdefault(each.field, set()).add(each.right)
    return found


def coded(**changes: Any) -> dict[str, set[bool]]:
    asked = line(incidents=[{**CODED, **changes}])
    return right(reports(asked, record_of(asked)))


def test_what_the_answer_says_too_is_right() -> None:
    assert coded() == {"type": {True}, "when": {True}, "where": {True}, "killed": {True}}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"type": "air_strike"}, "type"),
        ({"date": {"start": "2019-05-10", "end": "2019-05-10"}}, "when"),
        ({"claims": [{**DEAD, "min": 8, "max": 8}]}, "killed"),
        ({"claims": [{**DEAD, "attributed_to": ["narrator"]}]}, "killed"),
    ],
)
def test_what_the_answer_says_otherwise_is_wrong_and_all_else_stays_right(changes: Json, field: str) -> None:
    found = coded(**changes)
    assert found.pop(field) == {False}
    assert set().union(*found.values()) == {True}


def test_a_country_is_right_where_the_town_lies_in_it_and_a_town_elsewhere_is_not() -> None:
    assert coded(place={"name": "Salto", "country": "UY", "lat": -31.39, "lon": -57.96})["where"] == {True, False}


def test_an_event_that_nobody_coded_has_a_wrong_type_and_nothing_else_is_graded() -> None:
    asked = line(incidents=[])
    assert right(reports(asked, record_of(asked))) == {"type": {False}, "killed": {False}}


def test_a_day_without_an_answer_is_not_graded() -> None:
    assert "when" not in coded(date={"start": None, "end": None})


def test_short_reports_grade_figures_alone() -> None:
    asked = line(claims=[DEAD])
    assert right(short_reports(asked, record_of(asked))) == {"killed": {True}}


def test_statements_grade_day_province_and_counts() -> None:
    asked = line(date="2019-05-13", province="Durazno Department", killed=9, captured=0)
    found = right(statements(asked, record_of(asked)))
    assert (found["when"], found["killed"]) == ({True}, {True})
    assert True in found["where"]


def test_cases_grade_no_toll() -> None:
    asked = line(incident={"date": "2019-05-13"}, casualties=[{"kind": "killed", "min": 10, "max": 10}])
    assert right(cases(asked, record_of(asked))) == {"when": {True}}
