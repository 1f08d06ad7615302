"""What speaks for and against a claim, and that nothing that is read depends on it."""

from dataclasses import replace
from typing import Any, get_args

import pytest
from tests import make

from everyclaim import model
from everyclaim.ground import ground
from everyclaim.model import Claim, Happening, Value
from everyclaim.read import Options, read
from everyclaim.read.confidence import OTHER, Context, context_of, evidence, probability, row_of, table

ALONE = Context(frozenset({"h1"}), 1, 1000)
NEWS = make.report(
    "Shells struck the market of Durazno in Uruguay on Monday, killing nine people, the mayor said. "
    "At least four others were wounded. In March gunmen had abducted a teacher near Salto."
)


def of(value: Value, **changes: Any) -> Claim:
    return make.claim(value, **changes)


@pytest.mark.parametrize("field", get_args(model.Field))
def test_every_field_has_a_row_of_points(field: str) -> None:
    assert "start" in table()[row_of(field)]


def test_a_field_without_answers_takes_what_holds_of_all() -> None:
    assert row_of("weapon") == row_of("motive") == OTHER
    assert {row_of(name) for name in get_args(model.Harm)} == {"figure"}


CLAIMS = [
    of(make.figure(1, subset_of="c9", harm="missing")),
    of(make.figure(9, expression="at_least")),
    of(make.figure(9, expression="more_than")),
    of(make.place(precision="country"), field="where", said_by=(make.voice("mayor", quote="the mayor"),)),
    of(make.place(precision="line_or_landscape"), field="where"),
    of(make.when(precision="hour"), field="when", confidence=0.95),
    of(make.when(precision="month"), field="when"),
    of(make.actor(), field="by", said_by=(make.voice("mayor", quote="the mayor"),)),
    of(make.kind(), field="type", about=("h2",)),
]


@pytest.mark.parametrize("claim", CLAIMS)
def test_all_evidence_is_in_the_table(claim: Claim) -> None:
    found = set(evidence(claim, Context(frozenset({"h1"}), 5, 10)))
    assert {"several events in the report", "many events in the report", "in the second half"} <= found
    assert found <= table()[row_of(claim.field)].keys()


def test_a_claim_about_the_main_event_is_surer_than_one_about_another() -> None:
    both = [probability(of(make.kind(), field="type", about=(name,)), ALONE) for name in ("h1", "h2")]
    assert both[0] > both[1] + 0.1


def test_many_events_make_a_day_doubtful_and_a_landscape_is_seldom_the_place() -> None:
    day, landscape = of(make.when(), field="when"), of(make.place(precision="line_or_landscape"), field="where")
    assert probability(day, ALONE) > probability(day, ALONE._replace(happenings=6))
    assert probability(of(make.place(), field="where"), ALONE) > probability(landscape, ALONE) + 0.2


def test_a_probability_is_a_share() -> None:
    assert all(0 < probability(each, ALONE) < 1 for each in CLAIMS)


def test_the_context_names_the_main_events() -> None:
    told = [make.happening(), make.happening(id="h2", rank="also_reported")]
    assert context_of(told, 80) == Context(frozenset({"h1"}), 2, 80)


def test_what_is_read_and_preferred_is_the_same_without_the_table() -> None:
    raw, weighed = (read(NEWS, Options(ground=ground, raw=each)) for each in (True, False))
    assert [replace(each, confidence=0.0) for each in raw.claims] == [
        replace(each, confidence=0.0) for each in weighed.claims
    ]
    assert raw[1:] == weighed[1:]
    assert [each.confidence for each in raw.claims] != [each.confidence for each in weighed.claims]


def test_every_claim_has_the_probability_of_its_evidence() -> None:
    raw, weighed = (read(NEWS, Options(ground=ground, raw=each)) for each in (True, False))
    happenings: tuple[Happening, ...] = raw.happenings
    context = context_of(happenings, len(NEWS.text))
    assert [each.confidence for each in weighed.claims] == [probability(each, context) for each in raw.claims]
