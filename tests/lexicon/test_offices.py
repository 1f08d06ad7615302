"""Holders of office: whom a name speaks for, and when."""

import pytest

from everyclaim.lexicon.actors import get
from everyclaim.lexicon.offices import find_office, holders


@pytest.mark.parametrize("code", sorted({each.code for each in holders()}))
def test_every_holder_speaks_for_an_actor_there_is(code: str) -> None:
    assert get(code).code == code


def test_spelling_of_particles_does_not_matter() -> None:
    assert {find_office(name, 2016) for name in ("El-Sisi", "al-Sisi", "Sisi", "Abdul Fattah Al Sisi")} == {"EGY:GOV"}


def test_nobody_speaks_for_a_state_before_or_after_their_years() -> None:
    assert find_office("Mohamed Morsi", 2012) == "EGY:GOV"
    assert find_office("Mohamed Morsi", 2016) is None


def test_a_common_surname_needs_a_title_or_the_full_name() -> None:
    assert find_office("Khan", 2020) is None
    assert find_office("Khan", 2020, titled=True) == "PAK:GOV"
    assert find_office("Imran Khan", 2020) == "PAK:GOV"
    assert find_office("Omar Khan", 2020, titled=True) is None
