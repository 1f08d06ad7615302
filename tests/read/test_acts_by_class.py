"""What is no act, and of which type an act is: one invented sentence or two a class (docs/method/errors.md)."""

from datetime import date

import pytest
from tests.reading import record_of

from everyclaim.codec import Json

NONE = (
    "A tanker exploded on a motorway in Kenya, killing 30 people who were siphoning fuel.",
    "A bus hit a lorry in Kaduna state, leaving 19 dead.",
    "A military helicopter crashed during a training flight, killing all five soldiers on board.",
    "Health workers fight measles outbreak that killed 40 children.",
    "Hurricane victims were evacuated by army helicopters.",
    "Kenya attacked from the start and bombarded the visitors' goal in the second half.",
    "Parties clashed over the pension bill in parliament.",
    "A ransomware attack hit three hospitals in Ireland.",
    "Rail workers began a 48-hour strike over pay.",
    "North Korea fired two ballistic missiles into the sea on Thursday, South Korea said.",
    "A court in The Hague sentenced a former militia leader to 30 years for murder.",
    "In the film, terrorists seize a plane and shoot the pilot.",
    "Tax police raided the offices of a bank.",
)
TYPES = (
    ("A drone fired two missiles at a car in Marib, killing three suspected militants.", "drone_strike"),
    ("Air force pounds rebel positions in Blue Nile; 20 dead.", "air_strike"),
    ("A farmer was killed by unexploded ordnance in Xieng Khouang.", "ied_mine_uxo"),
    ("A sniper killed a woman in Aleppo on Friday.", "shooting_at_civilians"),
    ("Soldiers kill 30 Boko Haram fighters in Sambisa.", "ground_clash"),
    ("Bandits killed 11 villagers in Zamfara.", "armed_attack"),
    ("Militants stormed a hotel in Bamako, killing 20 guests.", "armed_attack"),
    ("Fifteen captured soldiers were shot in the head by rebels.", "execution_killing"),
    ("Rockets filled with sarin killed hundreds in Ghouta.", "chemical"),
    ("The town of Kobani fell to militants after a week.", "territory_taken"),
)


def happenings(text: str) -> list[Json]:
    """Those that are no background."""
    found = record_of(text, date(2015, 2, 16))["happenings"]
    return [each for each in found if each["rank"] != "background" and each["modality"] in {"happened", "ongoing"}]


@pytest.mark.parametrize("text", NONE, ids=lambda each: each[:40])
def test_what_nobody_did_is_no_event(text: str) -> None:
    assert happenings(text) == []


@pytest.mark.parametrize(("text", "kind"), TYPES, ids=lambda each: each[:40])
def test_the_type_follows_the_means_and_who_acts_on_whom(text: str, kind: str) -> None:
    assert [each["type"]["value"] for each in happenings(text)] == [kind]


def test_a_sum_over_a_war_is_no_news() -> None:
    assert happenings("More than 6,000 people have been killed since the conflict began in April 2014.") == []
