"""The table of actors is whole, finds its names and lets clashing ones pass."""

import re
from itertools import pairwise

import pytest

from everyclaim.lexicon.actor_phrases import find_actor_phrases
from everyclaim.lexicon.actors import Known, actors, find_alias, find_states, get, states

CODE = re.compile(r"(?:[A-Z]{3}|IGO|IMG|NGO|JRN)(?::[A-Z]{3})?(?::[a-z0-9]+(?:-[a-z0-9]+)*)?")


def named(text: str) -> list[tuple[str, str]]:
    return [(text[hit.start : hit.end], hit.actors[0].code) for hit in find_alias(text)]


def test_the_table_is_large_and_every_code_has_the_form_of_the_codebook() -> None:
    assert len(actors()) > 500
    assert [code for code in actors() if not CODE.fullmatch(code)] == []


def test_countries_branches_and_parents_exist() -> None:
    for actor in actors().values():
        assert actor.country is None or actor.country in states(), actor.code
        assert set(actor.branches) <= set(states()), actor.code
        assert actor.parent is None or get(actor.parent.code), actor.code
        assert (actor.since or 0) <= (actor.until or 9999), actor.code


@pytest.mark.parametrize("actor", actors().values(), ids=lambda actor: actor.code)
def test_every_full_name_finds_its_actor(actor: Known) -> None:
    lost = [a for a in actor.aliases if not any(actor in h.actors for h in find_alias(f"We heard that {a} was there."))]
    assert lost == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ISIS and the Islamic State group are one.", ["IMG:REB:islamic-state", "IMG:REB:islamic-state"]),
        ("IS militants took it.", ["IMG:REB:islamic-state"]),
        ("THE ROAD IS SHUT, AND WHO IS TO BLAME?", []),
        ("What IS this?", []),
        ("He who is there said so.", []),
        ("The World Health Organization (WHO) spoke; WHO staff left.", ["IGO:UNO:who"] * 3),
        ("MIT is a school, and SITE a word in a plan.", []),
        ("The memorial and the amnesty were dawn's work; we mend and let be.", []),
        ("The hamas of old.", []),
        ("Doctors Without Borders and Médecins Sans Frontières", ["NGO:msf", "NGO:msf"]),
        ("Ukrainian: ЗСУ; Arabic: حماس", ["UKR:MIL", "PSE:REB:hamas"]),
        ("The Israel Defence Forces said.", ["ISR:MIL"]),
    ],
)
def test_names_are_found_and_common_words_are_not(text: str, found: list[str]) -> None:
    assert [code for _, code in named(text)] == found


def test_the_longest_name_counts() -> None:
    assert named("The Islamic State West Africa Province said so.") == [
        ("Islamic State West Africa Province", "NGA:REB:iswap")
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [("Syrian and U.S. jets", ["SYR", "USA"]), ("tell us about turkey", []), ("South Sudan and Niger", ["SSD", "NER"])],
)
def test_states_are_found_by_name_and_people(text: str, found: list[str]) -> None:
    assert [hit.state.alpha3 for hit in find_states(text)] == found


def test_a_plain_organ_of_a_state_needs_no_row() -> None:
    assert get("PER:MIL").name == "Peruvian armed forces"
    assert get("LBY:REB:islamic-state").name == "Islamic State"
    with pytest.raises(ValueError, match="There is no actor"):
        get("XYZ:MIL")


def test_a_transnational_group_is_of_the_country_where_it_has_a_branch() -> None:
    group = get("IMG:REB:islamic-state")
    assert (group.local("MOZ"), group.local("NZL")) == ("MOZ:REB:islamic-state", "IMG:REB:islamic-state")


def test_phrases_never_overlap() -> None:
    text = "The Syrian Democratic Forces (SDF), U.S. special forces and Iraqi army troops met the Free River Front."
    found = find_actor_phrases(text)
    assert all(first.end <= second.start for first, second in pairwise(found))
    quotes = [text[each.start : each.end] for each in found]
    assert quotes == ["Syrian Democratic Forces", "SDF", "U.S. special forces", "Iraqi army troops", "Free River Front"]


@pytest.mark.parametrize("where", ["In Chad the", "Near Ruweid Hill the", "From Peru the", "The"])
def test_a_place_before_a_group_is_no_part_of_its_name(where: str) -> None:
    text = f"{where} Red Dawn Front shelled a farm and left."
    assert [text[each.start : each.end] for each in find_actor_phrases(text)] == ["Red Dawn Front"]
