"""What somebody is known for is no news, and a bomb that is found has not gone off."""

from datetime import date

import pytest

from everyclaim.ground import ground
from everyclaim.model import Report
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Deed, Event
from everyclaim.read.run import Options, run

NEWS = "Troops held a rebel commander in Velm on Monday. "


def draft_of(text: str, until: str) -> Draft:
    report = Report("r", "sha256:0", text, published=date(2014, 3, 5))
    return run(report, Options(ground=ground, until=until))


@pytest.mark.parametrize(
    "told",
    [
        "He is responsible for planning attacks on patrols.",
        "The commander led numerous ambushes against convoys in the valley.",
        "The leader planned and conducted attacks against foreign troops.",
        "He participates in mortar attacks against soldiers in the district.",
        "She was wanted for supplying weapons used in attacks on police.",
        "The leader is believed to have carried out kidnappings and assassinations.",
        "He was part of a cell known for roadside bombings and other attacks.",
        "The suspect was accused of organising kidnappings.",
    ],
)
def test_what_somebody_is_known_for_is_no_event(told: str) -> None:
    draft = draft_of(NEWS + told, "events")
    assert [each.meaning.type for each in draft.found(Event)] == ["arrest"]


@pytest.mark.parametrize(
    "told",
    [
        "Rebels launched attacks on two villages on Monday, killing nine people.",
        "The army is responsible for the attack that killed nine soldiers.",
        "The general ordered air strikes on Tuesday that killed nine people.",
        "The commander carried out attacks on Monday in Velm.",
        "Jets carried out strikes on the port.",
    ],
)
def test_acts_with_a_day_a_number_or_an_example_are_told(told: str) -> None:
    assert draft_of(told, "events").found(Event)


@pytest.mark.parametrize(
    "told",
    [
        "Troops found a roadside bomb near the bridge.",
        "Police discovered three improvised explosive devices and two rifles in the house.",
        "The leader facilitated the movement of improvised explosive devices into the province.",
        "Police seized a car bomb outside the ministry on Sunday.",
        "The maker of roadside bombs fled.",
    ],
)
def test_a_bomb_that_is_only_a_thing_tells_no_blast(told: str) -> None:
    assert all(each.meaning.type != "ied_mine_uxo" for each in draft_of(told, "deeds").found(Deed))


@pytest.mark.parametrize(
    "told",
    [
        "A roadside bomb killed two soldiers.",
        "Two soldiers were killed by an improvised explosive device in Velm.",
        "Five people died when a lorry hit an IED.",
        "Gunmen used a car bomb to attack the base.",
        "The car bomb exploded outside the mosque.",
    ],
)
def test_a_bomb_that_kills_goes_off_or_is_used_tells_a_blast(told: str) -> None:
    assert any(each.meaning.type == "ied_mine_uxo" for each in draft_of(told, "deeds").found(Deed))


def test_whom_a_search_is_for_has_not_been_attacked_by_it() -> None:
    draft = draft_of("Troops held two men in an operation targeting a bomb maker.", "events")
    assert [each.meaning.type for each in draft.found(Event)] == ["arrest"]


@pytest.mark.parametrize(
    "told",
    [
        "Troops held two men in an operation to arrest a bomb maker.",
        "A security force detained two men in a raid to capture a cell leader.",
        "The army launched an operation to arrest a rebel commander and held two men.",
    ],
)
def test_whom_an_operation_was_to_seize_has_not_been_seized(told: str) -> None:
    figures = draft_of(told, "figure_claims").by_step("figure_claims")
    assert [each.value.meaning.number for each in figures if each.modality == "happened"] == [2]


@pytest.mark.parametrize(
    "told",
    [
        "Troops held two men in Velm and seized several rifles.",
        "A patrol detained two rebels and seized a large number of rifles.",
    ],
)
def test_seized_weapons_are_no_people_held(told: str) -> None:
    figures = draft_of(told, "figure_claims").by_step("figure_claims")
    assert [each.value.meaning.number for each in figures] == [2]


def test_a_report_that_no_shots_were_fired_tells_of_no_shooting() -> None:
    draft = draft_of("Troops held two rebels in Velm on Monday. No shots were fired.", "events")
    assert [each.meaning.type for each in draft.found(Event)] == ["arrest"]


def test_what_the_victim_was_sought_for_is_background() -> None:
    draft = draft_of(
        "A drone strike killed a rebel leader in Velm on Monday. He was behind the February 11 attack on a convoy.",
        "events",
    )
    ranks = {each.meaning.type: each.meaning.rank for each in draft.found(Event)}
    assert ranks["drone_strike"] == "main"
    assert set(ranks.values()) == {"main", "background"}


@pytest.mark.parametrize("force", ["A combined security force", "A combined Afghan and coalition security force"])
def test_a_killing_by_a_force_without_a_name_is_an_act(force: str) -> None:
    draft = draft_of(f"{force} killed two insurgents while searching a compound.", "events")
    assert len(draft.found(Event)) == 1


def test_who_is_captured_in_a_province_is_no_territory() -> None:
    draft = draft_of("A security force captured a rebel commander and facilitator in Velm province.", "events")
    assert [each.meaning.type for each in draft.found(Event)] == ["arrest"]


def test_the_day_beside_a_verb_of_announcing_is_the_statements() -> None:
    draft = draft_of(
        "The army today confirmed the arrest of a rebel commander during a raid in Velm on March 2.", "time_claims"
    )
    days = {each.value.meaning.earliest for each in draft.by_step("time_claims")}
    assert days == {date(2014, 3, 2)}
