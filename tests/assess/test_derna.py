"""The worked case of the codebook, 14: one incident, with the values of 14.4 and 14.5 under both policies."""

from functools import cache

import pytest
from tests.assess import derna

from everyclaim.assess import assess, contradictions, policies, register_of
from everyclaim.match import Told, match
from everyclaim.model import Assessment, HarmRow, Incident

TOLD = [*derna.everything(), *derna.confusable()]
REGISTER = register_of(TOLD)


@cache
def incident() -> Incident:
    ours = {each.report.id for each in derna.everything()}
    found = [
        each for each in match(TOLD).incidents if len({report for report, _ in each.happenings} & ours) == len(ours)
    ]
    assert len(found) == 1
    return found[0]


@cache
def assessed(name: str) -> Assessment:
    return assess(incident(), TOLD, REGISTER, next(each for each in policies() if each.name == name))


def row(name: str, kind: str, status: str, group: str | None = None) -> HarmRow:
    found = [each for each in assessed(name).harm if (each.kind, each.status, each.group) == (kind, status, group)]
    assert len(found) == 1, assessed(name).harm
    return found[0]


def test_the_day_is_one_incident_and_the_others_stay_apart() -> None:
    reports = {report for report, _ in incident().happenings}
    assert reports == {each.report.id for each in derna.everything()}
    assert incident().id == "EC-LBY-20150216-001"


@pytest.mark.parametrize(
    ("kind", "status", "group", "low", "high", "open_high"),
    [
        ("killed", "civilian", None, 7, 7, True),
        ("killed", "civilian", "child", 3, 3, False),
        ("killed", "civilian", "woman", 1, 1, False),
        ("injured", "civilian", None, 17, 24, True),
        ("killed", "contested", None, 0, 50, True),
        ("killed", "all", None, 7, 57, True),
    ],
)
def test_everyclaim_gives_the_figures_of_the_worked_case(
    kind: str,
    status: str,
    group: str | None,
    low: int,
    high: int,
    open_high: bool,  # noqa: FBT001 a column of the table
) -> None:
    found = row("everyclaim", kind, status, group)
    assert (found.low, found.best, found.high, found.open_high) == (low, None, high, open_high)


@pytest.mark.parametrize(
    ("kind", "status", "group", "low", "high"),
    [
        ("killed", "civilian", None, 7, 7),
        ("killed", "civilian", "child", 3, 3),
        ("killed", "civilian", "woman", 1, 1),
        ("injured", "civilian", None, 17, 24),
        ("killed", "contested", None, 0, 50),
        ("killed", "all", None, 7, 57),
    ],
)
def test_airwars_gives_the_figures_of_the_worked_case(
    kind: str, status: str, group: str | None, low: int, high: int
) -> None:
    found = row("airwars", kind, status, group)
    assert (found.low, found.high) == (low, high)


def test_the_said_span_holds_every_number_put_forward_for_derna() -> None:
    everybody = row("everyclaim", "killed", "all")
    assert (everybody.said_low, everybody.said_high) == (7, 57)
    fighters = row("everyclaim", "killed", "contested")
    assert (fighters.said_low, fighters.said_high) == (30, 50)


def test_no_other_row_is_made() -> None:
    keys = {(each.kind, each.status, each.group, each.side) for each in assessed("everyclaim").harm}
    assert keys == {
        ("killed", "all", None, None), ("killed", "civilian", None, None), ("killed", "contested", None, None),
        ("killed", "civilian", "child", None), ("killed", "civilian", "woman", None),
        ("injured", "all", None, None), ("injured", "civilian", None, None),
    }  # fmt: skip


@pytest.mark.parametrize("name", ["everyclaim", "airwars"])
def test_status_grade_and_verification(name: str) -> None:
    found = assessed(name)
    assert found.strike_status == "Declared strike"
    assert found.grade == "Fair"
    assert found.verification == "corroborated"
    assert (found.acknowledged_strike, found.acknowledged_harm) == ("yes", "denied")


def claim_of(report: Told, field: str, standing: str = "asserted") -> str:
    return next(each.id for each in report.claims if each.field == field and each.standing == standing)


def test_both_denials_are_positions_and_contradict_the_seven() -> None:
    denials = {claim_of(each, "killed", "denied") for each in (derna.spokesman(), derna.president())}
    assert set(assessed("everyclaim").positions) == denials
    against = contradictions(incident(), TOLD, REGISTER)
    seven = claim_of(derna.watch(), "killed")
    assert {tuple(sorted((seven, denial))) for denial in denials} <= set(against)


def test_hits_called_precise_contradict_the_harm_to_civilians() -> None:
    pair = sorted((claim_of(derna.statement(), "target_hit"), claim_of(derna.amnesty(), "killed")))
    assert tuple(pair) in contradictions(incident(), TOLD, REGISTER)


def test_figures_for_two_towns_stand_beside_in_no_row() -> None:
    beside = {claim_of(each, "killed") for each in (derna.military_source(), derna.spokesman())}
    assert beside <= set(assessed("everyclaim").beside)
    grounds = {code for each in assessed("everyclaim").harm for why in each.reasons for code in why.claims}
    assert not grounds & set(assessed("everyclaim").beside)


def test_the_combatants_are_the_attackers_claim() -> None:
    least = next(each for each in row("everyclaim", "killed", "contested").reasons if each.bound == "low")
    assert least.rule == "only_about_the_enemy"
    assert "Libyan air force commander" in least.text


def test_every_bound_and_output_names_rule_claims_and_a_sentence() -> None:
    for each in assessed("everyclaim").harm:
        assert {why.bound for why in each.reasons} >= {"low", "high"}
    for why in [
        *assessed("everyclaim").reasons,
        *(why for each in assessed("everyclaim").harm for why in each.reasons),
    ]:
        assert why.rule
        assert why.text
        assert why.claims
