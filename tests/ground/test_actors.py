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


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("Nigeria's Foreign Office spoke.", "Foreign Office", "NGA:GOV"),
        ("The German Foreign Office spoke.", "Foreign Office", "DEU:GOV"),
        ("In Peru the Border Security Force met Peruvian farmers.", "Border Security Force", None),
        ("The Border Security Force fired in India.", "Border Security Force", "IND:COP:border-security-force"),
        ("Russia's Security Council met.", "Security Council", None),
        ("The Government of National Unity met in Chad; Chadian troops left.", "Government of National Unity", None),
        ("The SDF flew home to Japan; Japanese ministers met.", "SDF", None),
        ("The SDF took Raqqa in Syria.", "SDF", "SYR:REB:syrian-democratic-forces"),
        ("The State Department spoke of Libya.", "State Department", "USA:GOV"),
        ("In Jordan the Allied Democratic Forces met Jordanian farmers.", "Allied Democratic Forces", None),
    ],
)
def test_a_plain_name_is_that_of_the_state_it_is_told_of(text: str, words: str, meant: str | None) -> None:
    found = next(each for quote, each in grounded(text, date(2023, 1, 1)).items() if quote.endswith(words))
    assert found[1] == meant


def test_a_name_of_two_is_the_usual_bearers_where_no_country_is_named() -> None:
    assert grounded("Al-Shabaab took a village.")["Al-Shabaab"][1] == "SOM:REB:al-shabaab"
    text = "Al-Shabaab took a village in Mozambique."
    assert grounded(text, date(2021, 1, 1))["Al-Shabaab"][1] == "MOZ:REB:ansar-al-sunna"


@pytest.mark.parametrize(
    ("year", "code"),
    [(2015, "house-of-representatives"), (2018, "national-accord"), (2023, "national-unity")],
)
def test_of_rival_governments_the_name_means_the_one_of_its_year(year: int, code: str) -> None:
    text = "The internationally recognised government of Libya denied it."
    assert grounded(text, date(year, 5, 1)).popitem()[1][1] == f"LBY:GOV:{code}"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Coalition warplanes bombed Sanaa in Yemen.", "SAU:IMG:coalition-in-yemen"),
        ("Coalition warplanes bombed Mosul in Iraq.", "IGO:MIL:global-coalition"),
        ("Coalition warplanes bombed a farm in Chad.", None),
    ],
)
def test_the_arms_of_a_coalition_are_those_of_the_one_that_fights_there(text: str, code: str | None) -> None:
    assert grounded(text, date(2016, 5, 1))["Coalition warplanes"][1] == code


def test_an_agency_is_told_and_an_army_of_the_same_letters_fights() -> None:
    text = "The Armed Forces of the Philippines denied it. A colonel told {}. In the Philippines the {} shelled a farm."
    assert grounded(text.format("AFP", "army"))["AFP"][1] == "JRN:afp"
    assert grounded(text.format("us", "AFP"))["AFP"][1] == "PHL:MIL"
