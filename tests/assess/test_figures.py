"""Words to intervals: the codebook's table 3.2, cell by cell, for both policies."""

import pytest
from tests.telling import figure

from everyclaim.assess import policies
from everyclaim.assess.figures import FORMULAS, Interval, convert
from everyclaim.assess.policy import parse_policy

EVERYCLAIM, AIRWARS = policies()

# expression, number, number_high: everyclaim's low, high, open; airwars' low, high
TABLE = [
    ("exact", 7, 7, (7, 7, False), (7, 7)),
    ("inferred", 4, 4, (4, 4, False), (4, 4)),
    ("at_least", 12, None, (12, 12, True), (12, 12)),
    ("more_than", 50, None, (51, 51, True), (51, 51)),
    ("more_than", 200, None, (201, 201, True), (201, 201)),
    ("up_to", None, 12, (None, 12, False), (None, 12)),
    ("range", 40, 50, (40, 50, False), (40, 50)),
    ("about", 50, 50, (45, 55, False), (50, 50)),
    ("about", 5, 5, (4, 6, False), (5, 5)),
    ("about", 4, 4, (4, 4, False), (4, 4)),
    ("nearly", 20, 20, (18, 19, False), (20, 20)),
    ("nearly", 4, 4, (4, 4, False), (4, 4)),
    ("fraction", 3, 4, (3, 4, False), (3, 4)),
    ("plural", None, None, (2, 2, True), (2, 2)),
    ("few", None, None, (2, 2, True), (2, 2)),
    ("several", None, None, (2, 2, True), (2, 2)),
    ("many", None, None, (2, 10, True), (2, 10)),
    ("dozens", None, None, (12, 24, False), (12, 24)),
    ("tens", None, None, (10, 20, False), (10, 20)),
    ("scores", None, None, (20, 40, False), (20, 40)),
    ("hundreds", None, None, (100, 200, False), (100, 200)),
    ("thousands", None, None, (1000, 2000, False), (1000, 2000)),
    ("family", None, None, (2, 2, True), (2, 2)),
    ("family", 3, 3, (6, 6, True), (6, 6)),
    ("none", 0, 0, (0, 0, False), (0, 0)),
]


@pytest.mark.parametrize(("expression", "number", "high", "ours", "theirs"), TABLE)
def test_a_figure_is_read_by_each_policys_table(
    expression: str,
    number: int | None,
    high: int | None,
    ours: tuple[int | None, int, bool],
    theirs: tuple[int | None, int],
) -> None:
    words = figure("killed", number, high, expression)
    one, other = convert(words, "asserted", EVERYCLAIM), convert(words, "asserted", AIRWARS)
    assert one is not None
    assert other is not None
    assert tuple(one)[:3] == ours
    assert (other.low, other.high) == theirs
    assert not other.open_high


def test_harm_that_is_feared_starts_at_nobody() -> None:
    assert convert(figure("killed", None, None, "plural"), "feared", EVERYCLAIM) == Interval(
        0, 2, open_high=False, specific=False
    )


def test_a_numbered_expression_without_its_number_counts_nothing() -> None:
    assert convert(figure("killed", None, None, "fraction"), "asserted", EVERYCLAIM) is None


def test_every_expression_has_its_row_and_every_row_a_formula() -> None:
    expressions = {row[0] for row in TABLE}
    for policy in policies():
        assert set(policy.expressions) == expressions
        assert {bound for each in policy.expressions.values() for bound in (each.low, each.high)} <= set(FORMULAS)


def test_an_incomplete_policy_is_refused_with_its_name() -> None:
    with pytest.raises(ValueError, match="'half'"):
        parse_policy("name: half\nversion: '1'\nemulated: false\nunit: incident\n")
