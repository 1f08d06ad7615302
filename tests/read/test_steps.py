"""The set of steps is pinned: a new one, or one that is gone, is a change that somebody decided."""

from importlib import import_module

import pytest

from everyclaim.read.step import Step
from everyclaim.read.steps import STEPS

PINNED: tuple[str, ...] = ()


def test_the_steps_are_these() -> None:
    assert tuple(sorted(each.name for each in STEPS)) == PINNED


@pytest.mark.parametrize("step", STEPS, ids=lambda each: each.name)
def test_a_step_has_a_page_and_examples_of_both_kinds(step: Step) -> None:
    module = import_module(f"everyclaim.read.steps.{step.name}")
    lines = [line for line in module.EXAMPLES.split("\n") if line.strip()]
    assert module.__doc__
    assert any("[" in line for line in lines), "no line where it finds something"
    assert any("[" not in line for line in lines), "no line where it must find nothing"
