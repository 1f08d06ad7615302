"""What number the words of a count give, how exactly, and what interval that reads as."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from everyclaim.model import Expression
from everyclaim.text.number_uses import find_uses, use
from everyclaim.text.numbers import find_counts, interval, part_of

CASES: list[tuple[str, int | None, int | None, Expression]] = [
    ("12", 12, 12, "exact"),
    ("1,204", 1204, 1204, "exact"),
    ("12 000", 12000, 12000, "exact"),
    ("3.5 million", 3_500_000, 3_500_000, "exact"),
    ("two hundred and six", 206, 206, "exact"),
    ("twenty-five thousand", 25000, 25000, "exact"),
    ("half a million", 500_000, 500_000, "exact"),
    ("a hundred", 100, 100, "exact"),
    ("a dozen", 12, 12, "exact"),
    ("two dozen", 24, 24, "exact"),
    ("half a dozen", 6, 6, "exact"),
    ("a couple", 2, 2, "exact"),
    ("a pair", 2, 2, "exact"),
    ("a family of five", 5, 5, "exact"),
    ("40-50", 40, 50, "range"),
    ("between 40 and 50", 40, 50, "range"),
    ("40 to 50", 40, 50, "range"),
    ("from 40 to 50", 40, 50, "range"),
    ("two or three", 2, 3, "range"),
    ("two to three hundred", 200, 300, "range"),
    ("10-15 million", 10_000_000, 15_000_000, "range"),
    ("at least 12", 12, None, "at_least"),
    ("no fewer than a dozen", 12, None, "at_least"),
    ("a minimum of 9", 9, None, "at_least"),
    ("at least another 20", 20, None, "at_least"),
    ("at least one", 1, None, "at_least"),
    ("20 or more", 20, None, "at_least"),
    ("tens of thousands", 10_000, None, "at_least"),
    ("hundreds of thousands", 100_000, None, "at_least"),
    ("more than 50", 50, None, "more_than"),
    ("over a hundred", 100, None, "more_than"),
    ("50+", 50, None, "more_than"),
    ("upwards of 30", 30, None, "more_than"),
    ("above 70", 70, None, "more_than"),
    ("up to 40", None, 40, "up_to"),
    ("as many as two dozen", None, 24, "up_to"),
    ("fewer than ten", None, 9, "up_to"),
    ("about 30", 30, 30, "about"),
    ("some 300", 300, 300, "about"),
    ("around 40", 40, 40, "about"),
    ("roughly 15", 15, 15, "about"),
    ("approximately 1,000", 1000, 1000, "about"),
    ("an estimated 700", 700, 700, "about"),
    ("20 or so", 20, 20, "about"),
    ("forty-odd", 40, 40, "about"),
    ("nearly 2,000", 2000, 2000, "nearly"),
    ("almost thirty", 30, 30, "nearly"),
    ("close to 60", 60, 60, "nearly"),
    ("dozens", None, None, "dozens"),
    ("several dozen", None, None, "dozens"),
    ("hundreds", None, None, "hundreds"),
    ("several hundred", None, None, "hundreds"),
    ("thousands", None, None, "thousands"),
    ("a few", None, None, "few"),
    ("several", None, None, "several"),
    ("many", None, None, "many"),
    ("numerous", None, None, "many"),
    ("multiple", None, None, "plural"),
    ("a family", None, None, "family"),
    ("three families", 3, 3, "family"),
    ("0 families", 0, 0, "none"),
    ("no one", 0, 0, "none"),
    ("none", 0, 0, "none"),
    ("zero", 0, 0, "none"),
    ("not a single", 0, 0, "none"),
    ("one in three", None, None, "fraction"),
]
BEFORE_OF: list[tuple[str, Expression]] = [
    ("tens", "tens"),
    ("scores", "scores"),
    ("a number", "plural"),
    ("an unknown number", "plural"),
    ("a large number", "dozens"),
    ("a small number", "few"),
    ("half", "fraction"),
    ("two-thirds", "fraction"),
    ("a quarter", "fraction"),
    ("most", "fraction"),
    ("the majority", "fraction"),
]


@pytest.mark.parametrize(("words", "number", "number_high", "expression"), CASES)
def test_words_give_their_number_and_expression(
    words: str, number: int | None, number_high: int | None, expression: Expression
) -> None:
    text = f"They counted {words} there."
    (count,) = find_counts(text)
    assert text[count.start : count.end] == words
    assert (count.number, count.number_high, count.expression) == (number, number_high, expression)


@pytest.mark.parametrize(("words", "expression"), BEFORE_OF)
def test_vague_nouns_count_before_of_and_leave_it_out(words: str, expression: Expression) -> None:
    text = f"They saw {words} of the villagers."
    (count,) = find_counts(text)
    assert (text[count.start : count.end], count.expression) == (words, expression)


@pytest.mark.parametrize(
    "text",
    [
        "An F-16 and an AK-47.", "A 14-year-old.", "It cost $40.", "On 16/2/15 at 07:15.", "The twenty-first day.",
        "They won 3-1.", "One man.", "There is no longer room.", "He scores often.", "A 12% rise.",
    ],
)  # fmt: skip
def test_what_counts_nothing_gives_no_count(text: str) -> None:
    assert list(find_counts(text)) == []


def test_a_change_is_two_numbers_and_no_range() -> None:
    assert [c.number for c in find_counts("The toll rose from 40 to 50.")] == [40, 50]


def test_two_numbers_joined_by_and_stay_two() -> None:
    assert [c.number for c in find_counts("Killed were two and three were hurt.")] == [2, 3]


def test_a_capital_does_not_matter() -> None:
    assert [c.number for c in find_counts("AT LEAST TWELVE DEAD")] == [12]


def test_a_wrapped_line_does_not_matter() -> None:
    assert [c.number for c in find_counts("at least\ntwo hundred\nand six people")] == [206]


READINGS: list[tuple[Expression, int | None, int | None, tuple[int | None, int | None, bool]]] = [
    ("exact", 7, 7, (7, 7, False)),
    ("inferred", 4, 4, (4, 4, False)),
    ("at_least", 7, None, (7, 7, True)),
    ("more_than", 50, None, (51, 51, True)),
    ("up_to", None, 12, (1, 12, False)),
    ("up_to", None, 0, (0, 0, False)),
    ("range", 40, 50, (40, 50, False)),
    ("about", 100, 100, (90, 110, False)),
    ("about", 6, 6, (5, 7, False)),
    ("about", 4, 4, (4, 4, False)),
    ("nearly", 100, 100, (90, 99, False)),
    ("nearly", 3, 3, (3, 3, False)),
    ("plural", None, None, (2, 2, True)),
    ("few", None, None, (2, 2, True)),
    ("several", None, None, (2, 2, True)),
    ("many", None, None, (2, 10, True)),
    ("dozens", None, None, (12, 24, False)),
    ("tens", None, None, (10, 20, False)),
    ("scores", None, None, (20, 40, False)),
    ("hundreds", None, None, (100, 200, False)),
    ("thousands", None, None, (1000, 2000, False)),
    ("family", None, None, (2, 2, True)),
    ("family", 3, 3, (6, 6, True)),
    ("fraction", None, None, (None, None, False)),
    ("fraction", 6, 10, (6, 10, False)),
    ("none", 0, 0, (0, 0, False)),
]


@pytest.mark.parametrize(("expression", "number", "number_high", "reading"), READINGS)
def test_every_row_of_the_codebook_reads_as_it_says(
    expression: Expression, number: int | None, number_high: int | None, reading: tuple[int | None, int | None, bool]
) -> None:
    assert interval(expression, number, number_high) == reading


@given(st.sampled_from([r[0] for r in READINGS]), st.integers(0, 10**9), st.integers(0, 10**6))
def test_low_is_never_above_high(expression: Expression, number: int, more: int) -> None:
    low, high, _ = interval(expression, number, number + more if expression == "range" else number)
    assert low is not None
    assert high is not None
    assert low <= high


@pytest.mark.parametrize(
    ("words", "parent", "part"),
    [("half", 7, (3, 4)), ("a third", 10, (3, 4)), ("two-thirds", 9, (6, 6)), ("most", 10, (6, 10)),
     ("the majority", 5, (3, 5)), ("one in three", 12, (4, 4)), ("several", 12, None)],
)  # fmt: skip
def test_a_fraction_of_a_known_number_is_a_range(words: str, parent: int, part: tuple[int, int] | None) -> None:
    assert part_of(words, parent) == part


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a 14-year-old boy", "age"), ("Rana Odeh, 41, a nurse", "age"), ("he is aged 40", "age"),
        ("$3.2 million in aid", "money"), ("a 12% rise", "percentage"), ("on 16/2/15", "date"),
        ("on May 12, 2011", "date"), ("at 07:15", "time"), ("the 27th brigade", "ordinal"), ("an F-16 jet", "weapon"),
        ("an AK-47", "weapon"), ("a 155mm shell", "weapon"), ("call +218 91 123 4567", "phone"),
        ("at 32.767, 22.637", "coordinates"), ("a 12-day siege", "length"), ("one of the largest raids", "one_of"),
    ],
)  # fmt: skip
def test_a_form_alone_says_what_a_number_is_for(text: str, kind: str) -> None:
    assert kind in [each.kind for each in find_uses(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("30 kilometres away", "distance"), ("two hours later", "duration"), ("several more days", "duration"),
        ("40 tonnes of grain", "weight"), ("900 dinars", "money"), ("under Article 51 of", "number"),
        ("in 1973 it", "date"), ("from 1939 to 1945", "date"), ("three times", "times"), ("when she was 9 and", "age"),
    ],
)  # fmt: skip
def test_the_neighbours_say_what_a_number_is_for(text: str, kind: str) -> None:
    (count,) = find_counts(text)
    found = use(text, count)
    assert found is not None
    assert found.kind == kind


def test_two_thousand_people_are_no_year() -> None:
    (count,) = find_counts("about 2000 people fled")
    assert use("about 2000 people fled", count) is None
    (count,) = find_counts("Nearby 1500 young men fled")
    assert use("Nearby 1500 young men fled", count) is None


PIECES = (
    "at least|12|40-50|two|hundred|and|six|dozen|dozens|of|no one|a few|from|3.5|million|to|between|more than|1,200"
    "|half|family|2015|$|%|,|.|-|\n|some|30|kilometres|F-16|aged|over"
)
WORDS = st.sampled_from(PIECES.split("|"))


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_counts_lie_in_the_text_in_order_and_hold_ordered_numbers(text: str) -> None:
    end = 0
    for count in find_counts(text):
        assert end <= count.start < count.end <= len(text)
        assert text[count.start : count.end].strip() == text[count.start : count.end]
        if count.number is not None and count.number_high is not None:
            assert count.number <= count.number_high
        end = count.end


@given(st.text(max_size=200))
def test_any_text_at_all_can_be_read(text: str) -> None:
    spans = [(count.start, count.end) for count in find_counts(text)]
    spans += [(each.start, each.end) for each in find_uses(text)]
    assert all(re.search(r"\w", text[start:end]) for start, end in spans)
