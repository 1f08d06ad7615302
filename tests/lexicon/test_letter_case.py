"""Texts in capitals, or without any, are read as if they had been written with care."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from everyclaim.lexicon.letter_case import is_common, reading_view, restore
from everyclaim.text.view import view

SHOUTED = {
    "GUNMEN OF THE NATIONAL LIBERATION ARMY [ELN] ATTACKED A POST IN SAN PEDRO ON MONDAY, KILLING TWO OFFICERS.": (
        "Gunmen of the National Liberation Army [ELN] attacked a post in San Pedro on Monday, killing two officers."
    ),
    "PRESIDENT MARIO ZUNIGA SAID IN BOGOTA THAT THREE NUNS WERE KILLED. THE FARC DENIED IT.": (
        "President Mario Zuniga said in Bogota that three nuns were killed. The FARC denied it."
    ),
    "A BOMB EXPLODED NEAR THE U.S. EMBASSY IN LIMA, PERU, AT 0900 ON 3 MAY, THE SPANISH AGENCY EFE REPORTED.": (
        "A bomb exploded near the U.S. embassy in Lima, Peru, at 0900 on 3 May, the Spanish agency EFE reported."
    ),
    "THE RUSSIAN ARMY SHELLED THE TOWN OF VELYKA NOVOSILKA WITH A D-30 GUN, COLONEL OREST HRYTSENKO SAID.": (
        "The Russian army shelled the town of Velyka Novosilka with a D-30 gun, Colonel Orest Hrytsenko said."
    ),
    "WE MAY MARCH TO THE SEA, I SAID; THE JESUITS' MURDERERS TOLD US NOTHING OF THE US TROOPS IN LATIN AMERICA.": (
        "We may march to the sea, I said; the Jesuits' murderers told us nothing of the US troops in Latin America."
    ),
}


@pytest.mark.parametrize("shouted", SHOUTED, ids=lambda each: each[:20])
def test_a_shouted_text_gets_its_small_letters_back(shouted: str) -> None:
    assert restore(shouted) == SHOUTED[shouted]


@pytest.mark.parametrize("shouted", list(SHOUTED)[:4], ids=lambda each: each[:20])
def test_a_text_without_capitals_gets_them(shouted: str) -> None:
    assert restore(shouted.lower()) == SHOUTED[shouted]


def test_a_dateline_keeps_its_capitals() -> None:
    line = "PORTOVEN, 3 JAN 90 (NEWSWIRE) -- [TEXT] "
    assert restore(line + "A BOMB WAS THROWN AT THE HOUSE OF THE MAYOR OF THE TOWN.").startswith(f"{line}A bomb was")


def test_a_shouted_lead_is_restored_and_the_rest_left() -> None:
    lead = "GUNMEN ATTACKED A FARM NEAR THE BORDER ON MONDAY AND SHOT TWO WORKERS DEAD."
    rest = "The USAF and NATO said so in WHO reports."
    assert restore(f"{lead}\n\n{rest}") == (
        f"Gunmen attacked a farm near the border on Monday and shot two workers dead.\n\n{rest}"
    )


def test_a_heading_in_capitals_inside_a_text_is_left() -> None:
    text = "TWO KILLED IN BOMBING\n\nTwo people died in Lima on Monday, the mayor said in the evening."
    assert restore(text) == text


@given(st.text(max_size=200))
def test_restoring_keeps_the_length_and_the_letters(text: str) -> None:
    assert len(restore(view(text))) == len(text)
    assert restore(view(text)).casefold() == view(text).casefold()


def test_the_reading_view_is_of_equal_length() -> None:
    text = "THE “RED FRONT” KILLED TWO MEN IN LIMA ON MONDAY, POLICE SAID, POLICE SAID."
    assert len(reading_view(text)) == len(text)


@pytest.mark.parametrize("word", ["number", "officials", "machinegunned", "peasants", "market's", "crewmember"])
def test_words_of_the_language_are_common(word: str) -> None:
    assert is_common(word)


@pytest.mark.parametrize("word", ["bogota", "zuniga", "mario", "kyiv", "hrytsenko"])
def test_names_are_not_common(word: str) -> None:
    assert not is_common(word)
