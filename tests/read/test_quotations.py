"""Quotations: words in marks, and blocks after a colon."""

import pytest
from tests.read.drafts import draft_of

from everyclaim.read.meanings import Quotation


def quoted(text: str) -> list[tuple[str, str]]:
    return [(m.meaning.kind, m.span.quote) for m in draft_of(text, "quotations").found(Quotation)]


@pytest.mark.parametrize(
    ("opening", "closing"), [('"', '"'), ("“", "”"), ("„", "“"), ("« ", " »"), ("'", "'"), ("‘", "’")]
)
def test_marks_of_every_kind_are_read_alike(opening: str, closing: str) -> None:
    assert quoted(f"The mayor said {opening}we counted ten bodies{closing} on Monday.") == [
        ("speech", "we counted ten bodies")
    ]


@pytest.mark.parametrize(
    "text", ["The soldiers' camp was hit.", "It wasn't the army's raid.", "In the '90s it was the rebels' town."]
)
def test_apostrophes_are_no_quotation_marks(text: str) -> None:
    assert quoted(text) == []


def test_short_quoted_words_inside_a_clause_are_scare_quotes() -> None:
    assert quoted('The army killed ten "terrorists" near the port.') == [("scare", "terrorists")]


def test_a_short_quotation_that_is_a_sentence_is_speech() -> None:
    assert quoted('"Enough," the mayor said.') == [("speech", "Enough")]


def test_a_name_in_marks_is_a_title() -> None:
    assert quoted('The raid was called "Iron Harvest" by the army.') == [("title", "Iron Harvest")]


def test_an_opening_mark_repeated_in_each_paragraph_makes_one_quotation_each() -> None:
    text = '"We counted ten bodies.\n\n"Four were children," the nurse said.'
    assert quoted(text) == [("speech", "We counted ten bodies."), ("speech", "Four were children")]


def test_a_mark_that_never_closes_ends_with_its_paragraph() -> None:
    text = 'The nurse said: "We counted ten bodies.\n\nThe morgue was full.'
    assert quoted(text) == [("speech", "We counted ten bodies.")]


def test_a_closing_mark_without_an_opening_one_is_passed_over() -> None:
    assert quoted('We counted ten bodies," the nurse said.') == []


def test_a_quotation_within_a_quotation_is_found_too() -> None:
    found = quoted("\"He shouted 'get down' and fell,\" she said.")
    assert [words for _, words in found] == ["He shouted 'get down' and fell", "get down"]


def test_a_block_quote_is_a_quotation() -> None:
    assert quoted("The ministry said in a statement:\n\nWe regret every loss") == [("block", "We regret every loss")]
