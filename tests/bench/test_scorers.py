"""Which claims are asked for where the constant answer must not count."""

from everyclaim.bench.scorers import _without_constant

CLAIM = {"kind": "killed", "min": 3, "max": 3, "attributed_to": ["narrator"], "status": "civilian", "stance": "claimed"}


def test_a_claim_that_the_constant_answer_gets_right_is_not_asked_for() -> None:
    other = {**CLAIM, "attributed_to": ["a hospital"]}
    line = {"gold": {"incidents": [{"claims": [CLAIM, other]}]}}
    kept = _without_constant(line, "e2")["gold"]["incidents"][0]["claims"]
    assert [each.get("optional", False) for each in kept] == [True, False]


def test_an_answer_that_is_accepted_too_counts_as_right() -> None:
    doubtful = {**CLAIM, "status_ok": ["unspecified"]}
    line = {"gold": {"incidents": [{"claims": [CLAIM, doubtful]}]}}
    kept = _without_constant(line, "e")["gold"]["incidents"][0]["claims"]
    assert [each.get("optional", False) for each in kept] == [False, True]


def test_a_report_without_incidents_is_left_as_it_is() -> None:
    line = {"gold": {"negative": True}}
    assert _without_constant(line, "e3") is line
