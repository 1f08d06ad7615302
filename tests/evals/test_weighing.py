"""Fitting and measuring confidences, on made values whose answer is known."""

import pytest
from evals.weighing import BINS, LEAST, Value, bins, error, fit, levelled, said_by, table_of

from everyclaim.read.confidence import OTHER


def value(*evidence: str, right: bool, said: float = 0.5, odd: bool = True, row: str = "type") -> Value:
    return Value("own", odd, row, frozenset(evidence), right, 0.9, said)


def many(right: int, of: int, *evidence: str, said: float = 0.5, odd: bool = True) -> list[Value]:
    return [value(*evidence, right=number < right, said=said, odd=odd) for number in range(of)]


def test_confidences_that_hold_have_no_error() -> None:
    held = [*many(80, 100, said=0.8), *many(20, 100, said=0.2)]
    assert error(bins(held)) == pytest.approx(0.0, abs=1e-9)


def test_promising_too_much_is_the_error() -> None:
    assert error(bins(many(60, 100, said=0.9))) == pytest.approx(0.3)


def test_claims_of_one_confidence_are_in_one_bin() -> None:
    assert [each.size for each in bins(many(5, 10))] == [10]
    assert [each.size for each in bins([*many(5, 70, said=0.4), *many(5, 70, said=0.6)])] == [70, 70]


def test_bins_are_large_enough_and_not_too_many() -> None:
    spread = [value(right=True, said=number / 1000) for number in range(1000)]
    assert len(bins(spread)) == BINS
    assert all(each.size >= LEAST for number in (60, 149, 777) for each in bins(spread[:number]))


def test_what_goes_with_being_wrong_costs_points() -> None:
    points = fit([*many(90, 100), *many(30, 100, "a landscape")])
    assert points["start"] > 1.5
    assert points["a landscape"] < -1.5


def test_the_level_is_that_of_all_documents() -> None:
    odd, even = many(90, 100), many(50, 100, odd=False)
    points = levelled(fit(odd), [*odd, *even])
    said = [said_by({"type": points}, each).said for each in even]
    assert said[0] == pytest.approx(0.7, abs=0.01)


def test_fields_without_answers_are_weighed_by_what_all_rows_share() -> None:
    known = [
        *many(90, 100, "shared", "own"),
        *many(40, 60),
        *(value("shared", right=True, row="by") for _ in range(50)),
    ]
    assert set(table_of(known)) == {"type", "by", OTHER}
    assert set(table_of(known)[OTHER]) == {"start", "shared"}
