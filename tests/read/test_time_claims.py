"""Which of the days that a report names is the day of its main event."""

from datetime import date

import pytest

from everyclaim.ground import ground
from everyclaim.model import Report, When
from everyclaim.read.run import Options, run

CASES = """
Nine people were killed in a raid on a village on Saturday, the UN said on Tuesday. | 2014-03-01
The army said on Monday that the strike on Sunday killed nine fighters in Velm. | 2014-03-02
"We lost six men," the colonel told reporters on Monday after the ambush near Velm on Friday. | 2014-02-28
The group on Tuesday claimed Sunday's bombing of a police station, which killed five officers. | 2014-03-02
The president on Wednesday condemned the attack in Velm, in which gunmen killed nine a day earlier. | 2014-03-04
Gunmen attacked a wedding in Velm, killing 12 people. The attack took place at dawn on Tuesday. | 2014-03-04
The blast on Monday, the deadliest since the bombing of 11 October 2012, killed 40 people in Velm. | 2014-03-03
The attack comes days before elections due on 15 March. Gunmen killed six people in Velm on Tuesday. | 2014-03-04
Police on Tuesday arrested two men over the shooting on Saturday that killed five people in Velm. | 2014-03-01
Nine people were killed in an air strike in Velm, a day after rebels took a nearby base on Monday. | 2014-03-04
4 March 2014: Jets bombed a market in Velm, killing nine. | 2014-03-04
Jets bombed a market in Velm on Tuesday (4 March), killing nine. | 2014-03-04
On Good Friday a bomb exploded in Velm, killing five. | 2013-03-29
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_the_main_event_has_its_own_day(case: str) -> None:
    text, day = (part.strip() for part in case.split("|"))
    draft = run(Report("r", "sha256:0", text, published=date(2014, 3, 5)), Options(ground=ground))
    main = next(each for each in draft.by_step("happenings") if each.rank == "main")
    told = next(each.value.meaning for each in draft.by_step("time_claims") if each.id == main.when)
    assert isinstance(told, When)
    assert str(told.earliest) == day


@pytest.mark.parametrize(
    "text",
    [
        "Jets killed nine people in Velm.",
        "Police said on Tuesday that gunmen had killed four farmers in Velm.",
        "Gunmen killed nine people in Velm. The council will meet on Friday.",
    ],
)
def test_an_act_without_a_day_has_none(text: str) -> None:
    draft = run(Report("r", "sha256:0", text, published=date(2014, 3, 5)), Options(ground=ground))
    assert next(each.when for each in draft.by_step("happenings") if each.rank == "main") is None
