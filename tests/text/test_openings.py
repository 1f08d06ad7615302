"""A table of patterns finds what each pattern finds by itself, wherever it can begin."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from everyclaim.text.date_patterns import GUARD, PATTERNS
from everyclaim.text.openings import find_all, openings, table

WORDS = (
    "the last three weeks, on Monday 12 May 2014 and in June; 1999-2001 (two days later) at 07:15 yesterday "
    "spring of 2010 every week the night before half a year ago from 3 to 5 March 2012 İstanbul 9/11 mid-1990s the"
).split()
DATES = table((pattern for _, pattern in PATTERNS), GUARD)


@given(st.lists(st.sampled_from(WORDS), max_size=30), st.sampled_from((" ", "  ", "\n", "-")))
def test_a_table_finds_what_finditer_finds(words: list[str], between: str) -> None:
    text = between.join(words)
    alone = {(number, m.span()) for number, (_, each) in enumerate(PATTERNS) for m in each.finditer(text)}
    assert {(number, match.span()) for number, match in find_all(DATES, text)} == alone


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        (r"(?:the|a) day", {"the", "a d"}),
        (r"[1-3]?\d May", {"00 ", "0 m"}),
        (r"(?<!\w)(?i:No)+\b", {"non", "no"}),
        (r"\w+ days", {""}),
        (r"x(?:y)?", {"x", "xy"}),
    ],
)
def test_the_openings_of_a_pattern_are_known(pattern: str, letters: set[str]) -> None:
    assert openings(re.compile(pattern)) == letters


def test_a_pattern_without_the_guard_is_refused() -> None:
    with pytest.raises(ValueError, match="does not begin with"):
        table([re.compile("day")], GUARD)
