"""The model: frozen types, and spans that are always the text."""

from dataclasses import FrozenInstanceError, fields, is_dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import make, strategies

from everyclaim import model

FIFTEEN = (
    *("Source", "Report", "Span", "Mention", "Actor", "Place", "When", "Figure"),
    *("Evidence", "Claim", "Happening", "Victim", "Incident", "Assessment", "Judgement"),
)
SHAPES = ("Kind", "Thing", "Allegiance", "Reason", "Speech", "HarmRow", "Grounds")


@given(strategies.reports, st.data())
def test_a_span_quotes_the_text_at_its_offsets(report: model.Report, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(report.text) - 1))
    end = data.draw(st.integers(start + 1, len(report.text)))
    span = report.span(start, end)
    assert (span.report, span.start, span.end, span.quote) == (report.id, start, end, report.text[start:end])


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2), (0, 6), (6, 7)])
def test_a_span_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"{start}-{end}"):
        make.report("12345").span(start, end)


def test_offsets_count_code_points() -> None:
    assert make.report("🕊️ flew").span(3, 7).quote == "flew"


@pytest.mark.parametrize("name", [*FIFTEEN, *SHAPES])
def test_a_type_is_frozen_and_has_slots(name: str) -> None:
    kind: Any = getattr(model, name)
    assert kind.__dataclass_params__.frozen
    assert not hasattr(kind.__new__(kind), "__dict__")


def test_a_value_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        make.claim().why = "because"  # type: ignore[misc]


def test_there_are_fifteen_types_and_seven_shapes() -> None:
    made = {name for name, kind in vars(model).items() if is_dataclass(kind)}
    assert made == {*FIFTEEN, *SHAPES}


def test_a_figure_is_policy_neutral() -> None:
    names = {each.name for each in fields(model.Figure)}
    assert {"number", "number_high", "expression", "low", "high", "open_high"} <= names
