"""Whose own release a report is, by its host or its publisher's name."""

import pytest

from everyclaim.lexicon.actors import get
from everyclaim.lexicon.publishers import publishing_sides


def test_a_host_below_a_listed_one_counts_and_a_namesake_does_not() -> None:
    assert "ISR:MIL" in publishing_sides(None, "https://www.idf.il/en/articles/1")
    assert publishing_sides(None, "https://notidf.il/articles/1") == frozenset()


def test_a_party_publishes_under_its_name_and_an_outlet_does_not() -> None:
    assert "USA:MIL:centcom" in publishing_sides("US Central Command", None)
    assert publishing_sides("Reuters", "https://www.reuters.com/world") == frozenset()
    assert publishing_sides(None, None) == frozenset()


@pytest.mark.parametrize("host", ["centcom.mil", "gov.uk", "mod.gov.az", "nato.int", "defense.gouv.fr"])
def test_every_side_is_in_the_table_of_actors(host: str) -> None:
    assert all(get(code).code == code for code in publishing_sides(host, None))
