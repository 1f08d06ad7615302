"""Every state that fought since 1990, or on whose soil others fought, has a government, an army and a police."""

import re
from datetime import date
from pathlib import Path

import pytest
from tests.ground.test_actors import grounded

from everyclaim.lexicon.actors import adjective, get, states

AT_WAR = (
    "AFG AGO ALB ARE ARM AUS AZE BDI BEL BEN BFA BGD BHR BIH BOL BRA CAF CAN CHN CIV CMR COD COG COL COM CYP DEU DJI "
    "DNK DOM DZA ECU EGY ERI ESH ESP ETH FJI FRA GAB GBR GEO GHA GIN GMB GNB GNQ GRC GTM GUY HND HRV HTI IDN IND IRN "
    "IRQ ISR ITA JAM JOR KAZ KEN KGZ KHM KOR KWT LAO LBN LBR LBY LKA LSO MAR MDA MDG MEX MKD MLI MMR MOZ MRT MWI MYS "
    "NAM NER NGA NIC NLD NOR NPL OMN PAK PER PHL PNG POL PRK PRY PSE QAT ROU RUS RWA SAU SDN SEN SLB SLE SLV SOM SRB "
    "SSD SUN SVN SWE SYR TCD TGO THA TJK TKM TLS TTO TUN TUR TZA UGA UKR USA UZB VEN VNM XKX YEM YUG ZAF ZMB ZWE"
).split()
"""Parties to an armed conflict at home or abroad, and states on whose soil one was fought. Our own list."""

WITHOUT_ARMY = {"SLB"}
"""States that kept no army of their own in those years."""

PAGE = Path(__file__).parents[2] / "docs" / "method" / "actors.md"


@pytest.mark.parametrize("code", AT_WAR)
def test_a_state_at_war_has_a_government_and_a_police_that_reports_name(code: str) -> None:
    people, name = adjective(code), states()[code].name
    found = grounded(f"The {people} government met. The {people} police fired. The police of {name} denied it.")
    assert found[f"{people} government"][1] == f"{code}:GOV"
    assert found[f"{people} police"][1] == f"{code}:COP"


@pytest.mark.parametrize("code", [code for code in AT_WAR if code not in WITHOUT_ARMY])
def test_a_state_at_war_has_an_army_that_reports_name(code: str) -> None:
    people, name = adjective(code), states()[code].name
    found = grounded(
        f"Soldiers shelled a farm. The {people} army denied it. {name}'s armed forces left.", date(2000, 5, 1)
    )
    codes = {each for _, each in found.values()}
    assert codes <= {f"{code}:MIL", None}
    assert found[f"{people} army"][1] == f"{code}:MIL"
    assert get(f"{code}:MIL").kind == "force"


def test_the_page_on_actors_lists_the_states_at_war() -> None:
    listed = re.search(r"\*\*States at war\*\*(.*?)\n\n", PAGE.read_text("utf-8"), re.DOTALL)
    assert listed is not None
    assert set(re.findall(r"\b[A-Z]{3}\b", listed[1])) == set(AT_WAR)
