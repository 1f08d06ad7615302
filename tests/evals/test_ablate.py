"""What is left out when what a step brings is measured, and how the change is told."""

from evals.ablate import UNCODED, Scores, tables, variants

from everyclaim.bench.corpus import reading_with, record_of
from everyclaim.codec import Json
from everyclaim.read.steps import STEPS

LINE: Json = {"id": "x", "text": "A mine killed two shepherds near Durazno on Monday.", "published": "2019-05-14"}


def fields(record: Json) -> set[str]:
    return {claim["field"] for claim in record["claims"]}


def test_each_step_and_each_grounding_is_left_out_once() -> None:
    names = [name for name, _ in variants([])]
    assert set(names) == {each.name for each in STEPS} - UNCODED | {"grounding of places", "table of actors"}
    assert len(names) == len(set(names))
    assert [name for name, _ in variants(["places"])] == ["places"]


def test_without_a_step_its_claims_are_gone_and_then_they_are_back() -> None:
    ((_, without),) = variants(["time_claims"])
    assert "when" in fields(record_of(LINE))
    with reading_with(without):
        assert "when" not in fields(record_of(LINE))
    assert "when" in fields(record_of(LINE))


def test_without_grounding_a_place_has_a_name_and_no_point() -> None:
    ((_, without),) = variants(["grounding of places"])
    with reading_with(without):
        (place,) = (claim["value"] for claim in record_of(LINE)["claims"] if claim["field"] == "where")
    assert (place["name"], place["lat"]) == ("Durazno", None)


def test_changes_are_told_and_small_ones_left_blank() -> None:
    whole: Scores = {("incidents", "d"): 0.9, ("isaf", "date"): 0.7}
    made = tables(whole, {"quotations": {("incidents", "d"): 0.8, ("isaf", "date"): 0.701}})
    assert made["incidents"] == [
        "| without | killed |",
        "|---|---|",
        "| (nothing) | 0.900 |",
        "| quotations | -0.100 |",
    ]
    assert made["others"][-1] == "| quotations |  |"
