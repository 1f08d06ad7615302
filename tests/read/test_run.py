"""The runner: steps follow what they need, and a missing need or a circle is told at once."""

from collections.abc import Iterator
from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import make

from everyclaim.model import Mention
from everyclaim.read.draft import Draft
from everyclaim.read.run import Options, Reading, needed, order, read, run
from everyclaim.read.step import Step, step
from everyclaim.read.steps import STEPS


def idle(name: str, *needs: str) -> Step:
    return Step(name, lambda _draft: (), needs, grounded=False, version=1)


def names(steps: list[Step]) -> list[str]:
    return [each.name for each in steps]


@pytest.mark.parametrize("given_order", list(permutations("abc")))
def test_a_step_runs_after_what_it_needs(given_order: tuple[str, ...]) -> None:
    steps = {"a": idle("a", "b"), "b": idle("b", "c"), "c": idle("c")}
    assert names(order(steps[each] for each in given_order)) == ["c", "b", "a"]


@given(st.integers(2, 12), st.randoms(use_true_random=False))
def test_any_needs_without_a_circle_are_met_in_order(count: int, chance: Random) -> None:
    steps = [idle(str(n), *(str(m) for m in range(n) if chance.random() < 0.3)) for n in range(count)]
    chance.shuffle(steps)
    done = names(order(steps))
    assert all(done.index(need) < done.index(each.name) for each in steps for need in each.needs)
    assert sorted(done) == sorted(names(steps))


def test_a_missing_need_is_told_with_its_name() -> None:
    with pytest.raises(ValueError, match=r"'roles' needs \['acts'\]"):
        order([idle("roles", "acts")])


def test_steps_that_need_each_other_are_told() -> None:
    with pytest.raises(ValueError, match="break the circle"):
        order([idle("a", "b"), idle("b", "a")])


def test_our_own_steps_have_an_order() -> None:
    assert sorted(names(order(STEPS))) == sorted(each.name for each in STEPS)


def test_the_steps_a_step_stands_on_are_complete() -> None:
    for each in STEPS:
        inside = {other.name for other in needed(each.name)}
        assert each.name in inside
        assert all(set(other.needs) <= inside for other in needed(each.name))


def test_reading_a_finding_of_a_step_that_has_not_run_is_a_mistake_of_the_step() -> None:
    report = make.report()
    draft = run(report, Options(without=frozenset(each.name for each in STEPS)))
    with pytest.raises(ValueError, match="add it to `needs`"):
        Draft(report, draft.text, draft.doc, {}, "mine").by_step("other")


def test_a_step_that_is_left_out_finds_nothing() -> None:
    everything = frozenset(each.name for each in STEPS)
    draft = run(make.report(), Options(without=everything))
    assert set(draft.findings.values()) == {()}


def test_a_mention_says_which_step_found_it() -> None:
    @step(needs=())
    def towns(draft: Draft) -> Iterator[Mention[str]]:
        yield draft.mention(0, 3, "town")

    found = list(towns(Draft(make.report(), "", run(make.report(), Options(until=STEPS[0].name)).doc, {}, "towns")))
    assert (towns.name, found[0].step, found[0].span.quote) == ("towns", "towns", "Two")


@pytest.mark.parametrize("text", [" ", "\r\n", "...", "🕊️", "\u200b", "No."])
def test_a_text_that_says_nothing_yields_nothing(text: str) -> None:
    found: Reading = read(make.report(text), Options())
    assert (found.claims, found.happenings, found.victims) == ((), (), ())
