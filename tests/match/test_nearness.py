"""Places compared as finely as words and points allow, and attacks told in one breath."""

from dataclasses import replace

import pytest
from tests.match.test_match import ALDOVA, BRUMA, DAY, NORTH, day
from tests.telling import figure, line, told

from everyclaim.match import match
from everyclaim.match.nearness import compare, fold
from everyclaim.model import Happening, Kind, Place, PlacePrecision

UNLISTED = Place("Upper Mill", None, "XK", "North", 42.5, 20.9, None, "district", "province")


def test_one_gazetteer_entry_is_one_place_whatever_it_is_called() -> None:
    assert compare(ALDOVA, replace(ALDOVA, name="Al Dova")).share == 1


@pytest.mark.parametrize(
    ("precision", "least", "most"), [("settlement", 0.9, 1), ("province", 0.5, 0.8), ("country", 0, 0.2)]
)
def test_the_coarser_a_shared_name_the_less_it_says(precision: PlacePrecision, least: float, most: float) -> None:
    share = compare(replace(ALDOVA, precision=precision), ALDOVA).share
    assert least <= share <= most


def test_towns_far_apart_and_towns_of_two_countries_cannot_be_one() -> None:
    assert compare(ALDOVA, BRUMA).apart
    assert compare(ALDOVA, replace(BRUMA, country="AL")).apart


def test_a_district_that_no_gazetteer_holds_lies_in_its_province_and_in_no_other() -> None:
    assert not compare(UNLISTED, NORTH).apart
    assert compare(UNLISTED, replace(BRUMA, admin1="South", lat=44.0)).apart


def test_a_name_placed_by_its_country_alone_says_nothing_by_its_point() -> None:
    nowhere = replace(UNLISTED, point_precision="country", admin1=None, lat=10.0)
    assert not compare(nowhere, ALDOVA).apart


def test_names_are_folded_of_case_accents_and_the_word_for_the_unit() -> None:
    assert fold("Onikişubat") == fold("ONIKISUBAT")
    assert fold("Niger State") == fold("Niger")


TWO = (Happening("h1", "", "main", "happened"), Happening("h2", "", "also_reported", "happened"))


def attack(second: Place = ALDOVA, before: str = "", kind: str = "shooting_at_civilians") -> int:
    """Number of incidents that a bomb and a second act in one report make."""
    report = told(
        "paper",
        DAY,
        [
            line("A bomb went off", Kind("ied_mine_uxo")),
            line("in Aldova", ALDOVA),
            line("on Monday", day(DAY)),
            *([line(before, figure("injured", 1))] if before else []),
            line("then gunmen came", Kind(kind), about=["h2"]),  # type: ignore[arg-type]
            line(f"in {second.name} too", second, about=["h2"]),
            line("that Monday", day(DAY), about=["h2"]),
            line("five died", figure("killed", 5), about=["h2"]),
        ],
        happenings=TWO,
    )
    joined = report.report.text.replace("\n", " ")
    return len(match([report._replace(report=replace(report.report, text=joined))]).incidents)


def test_a_bomb_and_gunfire_told_in_one_breath_are_one_attack() -> None:
    assert attack() == 1


def test_two_towns_or_an_arrest_after_an_attack_are_two() -> None:
    assert attack(second=BRUMA) == 2
    assert attack(kind="arrest") == 2


def test_a_sentence_end_between_them_makes_two() -> None:
    assert attack(before="It was noon.") == 2
    assert attack(before="while elsewhere") == 2
