"""Folding names: spellings of one name meet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from everyclaim.lexicon.gazetteer_fold import core, derived, fold, skeleton


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Deir ez-Zor", "deir ez zor"),
        ("Ta‘izz", "taizz"),
        ("N'Djamena", "ndjamena"),
        ("Côte d'Ivoire", "cote divoire"),
        ("Łódź", "lodz"),
        ("U.S.", "us"),
        ("درنة", "درنه"),
        ("أفغانستان", "افغانستان"),
        ("Маріуполь", "маріуполь"),
    ],
)
def test_spellings_fold_to_one_key(written: str, key: str) -> None:
    assert fold(written) == key


def test_a_name_in_another_script_has_no_key() -> None:
    assert fold("東京") == ""


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_a_unit_answers_to_its_bare_name() -> None:
    assert "borno" in set(derived("borno state"))
    assert core("province of kunar") == "kunar"


def test_saint_and_compass_words_have_their_other_form() -> None:
    assert set(derived("saint louis")) == {"st louis"}
    assert "south darfur" in set(derived("southern darfur"))


def test_spellings_of_one_arabic_name_have_one_skeleton() -> None:
    assert skeleton("jisr al shughur") == skeleton("jisr ash shughour") is not None


def test_a_name_of_few_consonants_has_no_skeleton() -> None:
    assert skeleton("azaz") is None
