"""The set of steps is pinned: a new one, or one that is gone, is a change that somebody decided."""

from importlib import import_module

import pytest

from everyclaim.read.step import Step
from everyclaim.read.steps import STEPS

PINNED = (
    "actors",
    "affiliation_claims",
    "blocks",
    "casualty_counts",
    "dates",
    "deeds",
    "events",
    "evidence_items",
    "figure_claims",
    "happenings",
    "object_claims",
    "party_claims",
    "persons",
    "place_claims",
    "places",
    "quantities",
    "quotations",
    "reason_claims",
    "stances",
    "statement_claims",
    "statuses",
    "time_claims",
    "troubles",
    "type_claims",
    "victims",
    "voices",
)

SILENT = {"happenings"}
"""Steps whose findings have no words of their own to mark; tests of their own prove them."""
EVERYWHERE = {"blocks"}
"""Steps that find something in every line."""


def test_the_steps_are_these() -> None:
    assert tuple(sorted(each.name for each in STEPS)) == PINNED


@pytest.mark.parametrize("step", STEPS, ids=lambda each: each.name)
def test_a_step_has_a_page_and_examples_of_both_kinds(step: Step) -> None:
    module = import_module(f"everyclaim.read.steps.{step.name}")
    lines = [line for line in module.EXAMPLES.split("\n") if line.strip()]
    assert module.__doc__
    assert step.name in SILENT or any("[" in line for line in lines), "no line where it finds something"
    alone = step.name in SILENT | EVERYWHERE
    assert alone or any("[" not in line for line in lines), "no line where it must find nothing"
