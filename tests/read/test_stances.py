"""Stances: how a clause is told, and with which hedges."""

from datetime import date

import pytest
from tests.read.drafts import draft_of

from everyclaim.read.voicing import stance_over

# sentence | words asked about | modality | standing
TABLE = """
A shell killed ten people. | killed ten | happened | asserted
The army will attack the port. | attack | planned | asserted
The army plans to attack the port. | attack | planned | asserted
The minister said they would strike again. | strike | planned | asserted
The rebels vowed to fight after a raid killed three men. | fight | threatened | asserted
The rebels vowed to fight after a raid killed three men. | killed three | happened | asserted
The rebels threatened to kill ten hostages. | kill ten | threatened | asserted
The king promised retaliation after the raid killed ten. | retaliation | threatened | asserted
The king promised retaliation after the raid killed ten. | killed ten | happened | asserted
The mayor called for a raid on the camp. | raid | requested | asserted
If the rebels attack, the town falls. | attack | hypothetical | asserted
Ten people could die in such a raid. | Ten people | hypothetical | asserted
Troops took part in a drill in which ten people were killed. | ten people | hypothetical | asserted
Police foiled a plot to kill the mayor. | kill | averted | asserted
An attack on the port was thwarted. | attack | averted | asserted
The raid in 2009 killed ten people. | killed ten | historical | asserted
Following the overthrow of the king in October 2011, three men died. | overthrow | historical | asserted
Following the overthrow of the king in October 2011, three men died. | three men | happened | asserted
Ana Ruiz, who lost a leg in 2009, was killed on Monday. | lost a leg | historical | asserted
Ana Ruiz, who lost a leg in 2009, was killed on Monday. | killed | happened | asserted
A year ago a raid killed ten people. | killed ten | historical | asserted
A shell killed ten people in December 2014. | killed ten | happened | asserted
The raid was reminiscent of the bombing of Zenda. | bombing | analogy | asserted
Rebels often attack villages. | attack | generic | asserted
Rescuers are searching the ruins. | searching | ongoing | asserted
Ten men are being held. | Ten men | ongoing | asserted
The strike did not kill anyone. | kill anyone | happened | denied
There were no civilian casualties. | casualties | happened | denied
No civilians were hurt in the raid. | hurt | happened | denied
There is no evidence that the raid killed civilians. | killed civilians | happened | denied
The army denied that its raids killed civilians. | killed civilians | happened | denied
The raid left ten men dead without hurting civilians. | hurting civilians | happened | denied
The raid left ten men dead without hurting civilians. | ten men | happened | asserted
The army did not hit the school that rebels shelled in May. | rebels shelled | happened | asserted
The army has not confirmed that ten people died. | ten people | happened | asserted
No group has claimed the blast that killed ten. | killed ten | happened | asserted
Not only soldiers but ten civilians died. | ten civilians | happened | asserted
Ten people are feared dead. | Ten people | happened | feared
The toll is expected to rise. | rise | happened | feared
No injuries or deaths were reported in the raid. | deaths | happened | denied
There is no information to suggest that anyone was hurt. | anyone | happened | denied
Officials suggested that ten people were killed. | ten people | happened | asserted
In the past eight days ten people have died. | ten people | happened | asserted
"""


def rows() -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in TABLE.strip().splitlines()]


@pytest.mark.parametrize(("sentence", "words", "modality", "standing"), rows())
def test_a_clause_is_told_as_its_words_and_grammar_say(sentence: str, words: str, modality: str, standing: str) -> None:
    start = sentence.index(words)
    found = stance_over(draft_of(sentence, "stances"), start, start + len(words))
    told = "happened" if found.modality == "planned" and standing == "feared" else found.modality
    assert (told, found.standing) == (modality, standing)


@pytest.mark.parametrize(
    ("sentence", "words", "hedges"),
    [
        ("Ten people were reportedly killed.", "Ten people", ["reportedly"]),
        ("As many as 20 people died.", "20 people", ["As many as"]),
        ("A hut said to be near the port was hit.", "near the port", ["said to be"]),
        ("Unconfirmed reports said ten people died.", "reports", ["Unconfirmed"]),
        ("Ten people died, and six were possibly hurt.", "Ten people", []),
        ("Suspected rebels killed ten people.", "ten people", []),
    ],
)
def test_hedges_are_kept_with_their_words_over_what_they_doubt(sentence: str, words: str, hedges: list[str]) -> None:
    start = sentence.index(words)
    found = stance_over(draft_of(sentence, "stances"), start, start + len(words))
    assert [hedge.quote for hedge in found.hedges] == hedges


def test_without_a_date_of_its_own_a_report_has_no_past_years() -> None:
    text = "The raid in 2009 killed ten people."
    assert stance_over(draft_of(text, "stances", None), 0, 8).modality == "happened"


def test_a_dateline_gives_the_year_that_others_are_before() -> None:
    text = "Monday, March 3, 2014\n\nThe raid in 2009 killed ten people."
    start = text.index("killed")
    assert stance_over(draft_of(text, "stances", None), start, start + 6).modality == "historical"


def test_the_same_year_is_no_background() -> None:
    text = "The raid in May 2015 killed ten people."
    assert stance_over(draft_of(text, "stances", date(2015, 6, 1)), 20, 30).modality == "happened"
