"""The view: equal length on any text, so that every offset is that of the archived words."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests import strategies

from everyclaim.text.view import find_repeats, view


@given(strategies.texts)
@example("the the the the")
@example("a b a b a b a b")
@example("\r\n\u2028\x85\x0b")
@example("İstanbul ŉ ß ﬁ")
def test_a_view_has_the_length_of_its_text(text: str) -> None:
    assert len(view(text)) == len(text)


@given(strategies.texts)
@example("a b a b a b.")
@example("a b a b c a b a b c,")
@example("a b c d a b c d a b")
def test_viewing_twice_changes_nothing_more(text: str) -> None:
    assert view(view(text)) == view(text)


@given(st.text(st.characters(categories=("L", "N", "M", "S", "Po")), max_size=40))
def test_letters_digits_marks_and_symbols_stay(text: str) -> None:
    plain = text.translate({ord(each): "" for each in "\u2032\u2033\u02bc"})
    assert view(plain) == plain


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("“militants”", '"militants"'),
        ("Shari’a", "Shari'a"),
        ("40–50", "40-50"),
        ("20\u00a0people", "20 people"),
        ("one\r\ntwo", "one \ntwo"),
        ("\ufeffKyiv", " Kyiv"),
        ("e\u0301vacue\u0301", "e\u0301vacue\u0301"),
    ],
)
def test_odd_characters_become_plain_one_for_one(text: str, seen: str) -> None:
    assert view(text) == seen


def test_the_first_of_repeated_words_is_blanked() -> None:
    text = "Guns fired at Guns fired at the depot."
    assert view(text) == "              Guns fired at the depot."


def test_words_that_stand_three_times_are_seen_once() -> None:
    assert view("in the in the in the end").split() == ["in", "the", "end"]


def test_a_part_of_a_joined_word_is_no_repeat() -> None:
    assert find_repeats("half-an hour an hour later") == []


def test_one_word_that_stands_twice_is_left() -> None:
    assert view("They had had enough.") == "They had had enough."


def test_repeats_do_not_cross_a_line_end() -> None:
    assert find_repeats("A BLAST IN ADEN\nA BLAST IN ADEN 2") == []
