"""Actors get the code that the report bears out, and none that it does not."""

from datetime import date

import pytest

from everyclaim.codec import report_id, sha256
from everyclaim.ground.actors import ground_actors
from everyclaim.lexicon.actor_phrases import find_actor_phrases
from everyclaim.model import Actor, Mention, Report


def grounded(text: str, published: date | None = None) -> dict[str, tuple[str, str | None]]:
    """Ground every expression for an actor; quotes with their names and codes, later ones of a quote last."""
    report = Report(report_id(sha256(text.encode()), None, None, published), "0" * 64, text, published=published)
    found = [
        Mention(report.span(each.start, each.end), Actor(text[each.start : each.end]), "actors")
        for each in find_actor_phrases(text)
    ]
    return {each.span.quote: (each.meaning.name, each.meaning.code) for each in ground_actors(report, found, ())}


@pytest.mark.parametrize(
    ("country", "code"),
    [
        ("Tunisia", "TUN:REB:ansar-al-sharia"),
        ("Yemen", "YEM:REB:ansar-al-sharia"),
        ("Libya", "LBY:REB:ansar-al-sharia"),
    ],
)
def test_namesakes_are_told_apart_by_the_country(country: str, code: str) -> None:
    assert grounded(f"Ansar al-Sharia took a village in {country}.")["Ansar al-Sharia"][1] == code


def test_troops_are_of_the_country_where_the_towns_lie() -> None:
    text = "Troops fought Abu Sayyaf gunmen in Tipo-Tipo. The United States offers a reward."
    assert grounded(text)["Troops"][1] == "PHL:MIL"


def test_a_namesake_without_a_country_has_no_code() -> None:
    assert grounded("Ansar al-Sharia took a village.")["Ansar al-Sharia"] == ("Ansar al-Sharia", None)


def test_a_town_makes_its_own_group_the_likeliest() -> None:
    assert grounded("Ansar al-Sharia left Derna in Libya.")["Ansar al-Sharia"][1] == "LBY:REB:ansar-al-sharia-derna"


def test_an_unlisted_name_is_never_a_known_one() -> None:
    assert grounded("The Free Syrian River Army fled from Syria.")["Free Syrian River Army"] == (
        "Free Syrian River Army",
        None,
    )


def test_an_actor_does_not_act_before_it_was_founded() -> None:
    text = "The Syrian Democratic Forces met in Syria."
    assert grounded(text, date(2020, 1, 1))["Syrian Democratic Forces"][1] == "SYR:REB:syrian-democratic-forces"
    assert grounded(text, date(2009, 1, 1))["Syrian Democratic Forces"][1] is None


def test_rival_governments_are_two_actors() -> None:
    found = grounded(
        "The Government of National Accord in Libya and the Tobruk government traded blame.", date(2018, 5, 1)
    )
    assert {code for _, code in found.values()} == {"LBY:GOV:national-accord", "LBY:GOV:house-of-representatives"}


def test_the_army_of_two_countries_is_nobodys() -> None:
    assert grounded("Troops of Chad and Niger met; the army shelled a farm.")["army"][1] is None


def test_the_rebels_of_two_groups_are_neither() -> None:
    found = grounded("The Free River Front and the Red Dawn Brigade met in Chad. The rebels fired first.")
    assert found["rebels"] == ("rebels", None)


def test_the_group_that_means_nobody_is_dropped() -> None:
    assert "group" not in grounded("Villagers met. The group went home.")
