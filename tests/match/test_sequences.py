"""Acts of one sentence are one attack, unless a word between them parts them."""

from dataclasses import replace

import pytest
from tests.match.test_match import ALDOVA, DAY, day
from tests.telling import line, told

from everyclaim.match.facts import gather
from everyclaim.match.sequences import one_sequence
from everyclaim.model import Happening, Kind


@pytest.mark.parametrize(
    ("between", "one"),
    [
        (" and ", True),
        (", then ", True),
        (" in revenge for ", False),
        (" in retaliation for ", False),
        (" after ", False),
    ],
)
def test_a_word_of_cause_or_time_parts_two_acts_of_a_sentence(between: str, one: bool) -> None:  # noqa: FBT001 a case
    happenings = (Happening("h1", "", "main", "happened"), Happening("h2", "", "also_reported", "happened"))
    lines = [
        line("A car bomb", Kind("ied_mine_uxo")),
        line("the shooting", Kind("shooting_at_civilians"), about=["h2"]),
    ]
    made = told("a", DAY, [*lines, line("in Aldova", ALDOVA), line("on Monday", day(DAY))], happenings=happenings)
    first, second = gather(made)
    start, end = first.told_at[1], first.told_at[1] + len(between)
    text = made.report.text[:start] + between + "the shooting"
    assert (one_sequence(first, replace(second, told_at=(end, end + 12)), text) is not None) == one
