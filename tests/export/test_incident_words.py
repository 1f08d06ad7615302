"""An incident in words: its title, its figures, and every claim once in people's order."""

import pytest
from tests.export import incidents

from everyclaim.codec import Json
from everyclaim.export.incident_words import say_range, say_standing, say_whom, tell, title
from everyclaim.export.wording import LABELS


def row(**changes: object) -> Json:
    bare = {"kind": "killed", "status": "civilian", "group": None, "side": None, "low": None, "high": None}
    return {**bare, "open_high": False, "verified": None, **changes}


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        ({"low": 7, "high": 7}, "7"),
        ({"low": 7, "high": 57}, "7–57"),
        ({"low": 7, "high": 57, "open_high": True}, "7–57 or more"),
        ({"low": 7, "high": 7, "open_high": True}, "7 or more"),
        ({"low": 2, "open_high": True}, "2 or more"),
        ({"high": 1200}, "up to 1,200"),
        ({"low": 0, "high": 0}, "0"),
        ({}, "unknown"),
        ({"verified": 4}, "verified 4"),
    ],
)
def test_bounds_in_words(bounds: Json, words: str) -> None:
    assert say_range(row(**bounds)) == words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "killed, civilian"),
        ({"status": "all"}, "killed, all"),
        ({"group": "child"}, "killed, civilian children"),
        ({"status": "all", "group": "woman"}, "killed, women"),
        ({"kind": "killed_or_injured", "side": "EGY:MIL"}, "killed or injured, civilian of EGY:MIL"),
    ],
)
def test_whom_a_row_counts(changes: Json, words: str) -> None:
    assert say_whom(row(**changes)) == words


def test_the_title_says_what_where_and_when() -> None:
    assert title(incidents.incident()) == "Shelling · Aldova, Kosovo · 9 Mar 2020"


def test_standing_in_one_line() -> None:
    assert say_standing(incidents.incident()["assessments"][0]) == "Likely strike · Weak"


def test_every_claim_is_told_once_in_peoples_order() -> None:
    incident, record = incidents.incident(), incidents.record()
    told = tell(incident, {record["report"]["id"]: record})
    assert sorted(each.line.id for each in told) == incident["claims"]
    fields = [each.line.field for each in told]
    assert fields == sorted(fields, key=list(LABELS).index)
    assert all(each.report["id"] == record["report"]["id"] for each in told)


def test_what_speaks_against_a_claim_in_another_report_is_told() -> None:
    incident, record = incidents.incident(contradictions=[["c4", "c5"]]), incidents.record()
    told = {each.line.id: each.line for each in tell(incident, {record["report"]["id"]: record})}
    assert "c5" in dict(told["c4"].against)
