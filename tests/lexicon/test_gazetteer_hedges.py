"""Words that are place names somewhere and hardly ever meant as such."""

import pytest

from everyclaim.lexicon.gazetteer_hedges import find_hedge, wanted_unit
from everyclaim.model import PlacePrecision


def hedge(marked: str, own: PlacePrecision = "settlement") -> tuple[str, str, float | None] | None:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    found = find_hedge(text, start, end, own)
    return None if found is None else (text[found.start : found.end], found.precision, found.km)


@pytest.mark.parametrize(
    ("marked", "words", "precision"),
    [
        ("a camp near [Velm]", "near", "near_settlement"),
        ("on the outskirts of [Velm]", "on the outskirts of", "near_settlement"),
        ("in a field outside the town of [Velm]", "outside the town of", "near_settlement"),
        ("in the [Velm] countryside", "countryside", "near_settlement"),
        ("in eastern [Velm]", "eastern", "neighbourhood"),
        ("in [Velm] province", "province", "province"),
        ("in [Velm] District", "District", "district"),
        ("the village of [Velm]", "village of", "settlement"),
        ("a suburb of [Velm]", "suburb of", "neighbourhood"),
        ("the Orla district of [Velm]", "district of", "district"),
        ("[Velm] refugee camp", "refugee camp", "neighbourhood"),
        ("[Velm] International Airport", "International Airport", "landmark"),
        ("[Velm]'s general hospital", "general hospital", "landmark"),
    ],
)
def test_words_beside_a_town_say_how_exact_it_is(marked: str, words: str, precision: str) -> None:
    assert hedge(marked) == (words, precision, None)


@pytest.mark.parametrize(
    ("marked", "km"),
    [
        ("5 km from [Velm]", 5.0),
        ("about 30 miles north of [Velm]", 48.3),
        ("some 2.5 kilometres (1.5 miles) outside [Velm]", 2.5),
        ("ten kilometres south-east of the city of [Velm]", 10.0),
        ("500 metres from [Velm]", 0.5),
    ],
)
def test_a_distance_is_kept_in_kilometres(marked: str, km: float) -> None:
    found = hedge(marked)
    assert found is not None
    assert found[1:] == ("near_settlement", km)


def test_a_part_of_a_country_is_a_landscape_and_near_it_means_nothing() -> None:
    assert hedge("in eastern [Ruritania]", "country") == ("eastern", "line_or_landscape", None)
    assert hedge("near [Ruritania]", "country") is None


def test_a_border_is_a_line() -> None:
    assert hedge("on the border with [Ruritania]", "country") == ("border with", "line_or_landscape", None)
    assert hedge("the [Ruritania]-Grustark border", "country") == ("border", "line_or_landscape", None)


@pytest.mark.parametrize("marked", ["in [Velm]", "He left. Near them [Velm] burned", "from [Velm]"])
def test_plain_names_have_no_hedge(marked: str) -> None:
    assert hedge(marked) is None


def test_a_noun_asks_for_its_kind_of_unit() -> None:
    assert wanted_unit("in Velm province", 3, 7) == "province"
    assert wanted_unit("the city of Velm", 12, 16) == "settlement"
    assert wanted_unit("in Velm today", 3, 7) is None
