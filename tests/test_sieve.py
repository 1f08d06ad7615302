"""Leaving claims out: what leaned on them is gone too, and a record stays lawful."""

from dataclasses import replace

import pytest
from tests import laws, make

from everyclaim import codec, flow
from everyclaim.codec import Json, RecordParts
from everyclaim.sieve import doubtful, incident_without, parse_share, without

TOTAL = make.claim(make.figure(6), id="c1", confidence=0.5, contradicts=("c3",))
PART = make.claim(make.figure(2, group="child", subset_of="c1"), id="c2", confidence=0.9)
DENIAL = make.claim(make.figure(0, expression="none"), id="c3", confidence=0.8, contradicts=("c1",))
NEWS = (
    "Jets bombed a market in Raqqa on Monday, killing six people, including two children, doctors said. "
    "The army denied that it had hit the market. On Friday gunmen abducted three nurses near Kobani."
)


def parts(**changes: object) -> RecordParts:
    made = RecordParts(
        make.report(), "reader", [TOTAL, PART, DENIAL], [make.happening(type="c1", when="c3")], [], [], []
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def test_claims_under_the_least_are_doubtful_and_those_at_it_are_not() -> None:
    assert doubtful([PART, DENIAL], 0.85) == {"c3"}
    assert doubtful([PART, DENIAL], 0.8) == frozenset()


def test_a_part_goes_with_its_whole_for_it_would_be_taken_for_it() -> None:
    assert doubtful([TOTAL, PART, DENIAL], 0.6) == {"c1", "c2"}


def test_nothing_leans_on_what_is_left_out() -> None:
    left = without(parts(), {"c1", "c2"})
    assert [each.id for each in left.claims] == ["c3"]
    assert left.claims[0].contradicts == ()
    assert (left.happenings[0].type, left.happenings[0].when) == (None, "c3")


def test_a_person_harmed_stays_without_the_claim_of_it() -> None:
    person = make.victim(claims=("c1", "c3"))
    assert without(parts(victims=[person]), {"c1"}).victims == [replace(person, claims=("c3",))]


def test_an_incident_prefers_nothing_that_is_left_out() -> None:
    incident = make.incident(claims=("c1", "c3"), type="c1", when="c3", where=None)
    assert incident_without(incident, {"c1"}) == replace(incident, claims=("c3",), type=None)


def test_without_anything_to_leave_out_all_stays_as_it_was() -> None:
    whole = parts()
    assert without(whole, ()) is whole


@pytest.mark.parametrize("share", [-0.1, 1.5, 80])
def test_what_is_no_share_is_refused(share: float) -> None:
    with pytest.raises(ValueError, match="give a share from 0 to 1"):
        parse_share(share)


@pytest.mark.parametrize("least", [0.0, 0.5, 0.7, 0.8, 0.9, 1.0])
def test_a_record_of_surer_claims_keeps_every_law(least: float) -> None:
    report = make.report(NEWS)
    record = flow.read_report(report, least).record
    whole: Json = flow.read_report(report).record
    assert [fault for law in laws.LAWS for fault in law(record, report.text)] == []
    assert all(claim["confidence"] >= least for claim in record["claims"])
    assert {claim["id"] for claim in record["claims"]} <= {claim["id"] for claim in whole["claims"]}
    assert len(record["happenings"]) == len(whole["happenings"])
    assert codec.record(flow.read_parts(report)) == whole
