"""The worked example, from fifteen reports to one assessed incident: what must come out, and what must stay apart."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.reading import configure

from everyclaim import codec, flow
from everyclaim.assess import assess, contradictions, policies, register_of
from everyclaim.codec import Json
from everyclaim.intake import Options, locate, take
from everyclaim.match import Told, match
from everyclaim.model import Report

EXAMPLES = Path(__file__).parents[2] / "src" / "everyclaim" / "examples" / "derna-2015"
EXPECTED: Json = json.loads((Path(__file__).parent / "derna-2015" / "expected.json").read_text("utf-8"))


class Outcome(NamedTuple):
    """All incidents of the examples; `file_of`: the file of a report or claim; `derna`: the incident asked for."""

    incidents: list[Json]
    file_of: Mapping[str, str]
    derna: Json


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    configure()
    taken = [each for location in locate(str(EXAMPLES)) for each in take(location, Options())]
    parts = [flow.read_parts(each) for each in taken if isinstance(each, Report)]
    told = [Told(each.report, each.happenings, each.claims) for each in parts]
    matching = match(told)
    register = register_of(told)
    shown = [
        codec.incident(
            codec.IncidentParts(
                incident=incident,
                reports=[each.report for each in parts],
                happenings=[happening for each in parts for happening in each.happenings],
                claims=[claim for each in parts for claim in each.claims],
                assessments=[assess(incident, told, register, policy) for policy in policies()],
                contradictions=contradictions(incident, told, register),
                copies=matching.copies,
            )
        )
        for incident in matching.incidents
    ]
    names = {each.report.id: Path(each.report.path or "").name for each in parts}
    files = names | {claim.id: names[each.report.id] for each in parts for claim in each.claims}
    return Outcome(shown, files, max(shown, key=lambda each: len(each["reports"])))


def files_of(incident: Json, outcome: Outcome) -> set[str]:
    return {outcome.file_of[each["id"]] for each in incident["reports"]}


def assessment(outcome: Outcome, policy: str) -> Json:
    return next(each for each in outcome.derna["assessments"] if each["policy"] == policy)


def test_the_incident_is_the_air_strike_on_that_town_and_day(outcome: Outcome) -> None:
    derna = outcome.derna
    assert {
        "type": derna["type"]["value"],
        "place": derna["where"]["name"],
        "country": derna["where"]["country"],
        "earliest": derna["when"]["earliest"],
        "latest": derna["when"]["latest"],
    } == EXPECTED["incident"]


def test_every_report_of_the_day_tells_of_the_one_incident(outcome: Outcome) -> None:
    assert set(EXPECTED["reports"]) - files_of(outcome.derna, outcome) == set()


def test_no_other_incident_takes_a_part_of_that_day_in_that_town(outcome: Outcome) -> None:
    day = EXPECTED["incident"]["earliest"]
    others = [each for each in outcome.incidents if each is not outcome.derna]
    assert [each["id"] for each in others if each["when"] and each["when"]["earliest"] == day] == []
    assert [
        each["id"]
        for each in others
        if each["where"] and each["where"]["name"] == "Derna" and files_of(each, outcome) & set(EXPECTED["reports"])
    ] == []


@pytest.mark.parametrize("name", EXPECTED["apart"])
def test_what_is_easily_confused_is_an_incident_of_its_own(outcome: Outcome, name: str) -> None:
    wanted = EXPECTED["apart"][name]
    own = [
        each
        for each in outcome.incidents
        if each is not outcome.derna and each["type"] and each["when"] and name in files_of(each, outcome)
    ]
    found = [(each["type"]["value"], each["when"]["latest"]) for each in own]
    assert [each for each in found if each[0] in wanted["types"] and each[1] <= wanted["latest"]] != [], found
    main = [each["id"] for each in outcome.derna["reports"] if each["main"] and outcome.file_of[each["id"]] == name]
    assert main == []


def test_what_has_nothing_to_do_with_it_is_no_incident(outcome: Outcome) -> None:
    found = {each["id"] for each in outcome.incidents if files_of(each, outcome) & set(EXPECTED["unrelated"])}
    assert found == set()


def test_both_air_forces_are_named_for_it(outcome: Outcome) -> None:
    codes = {":".join((each["code"] or "").split(":")[:2]) for each in outcome.derna["by"]}
    assert set(EXPECTED["by"]) <= codes


@pytest.mark.parametrize(
    ("policy", "row"), [(name, row) for name, each in EXPECTED["policies"].items() for row in each["harm"]]
)
def test_each_row_of_harm_is_that_of_the_codebook(outcome: Outcome, policy: str, row: str) -> None:
    rows = {
        " ".join(filter(None, (each["kind"], each["status"], each["group"]))): each
        for each in assessment(outcome, policy)["harm"]
    }
    wanted = EXPECTED["policies"][policy]["harm"][row]
    assert row in rows, sorted(rows)
    assert [rows[row][name] for name in ("low", "high", "open_high")][: len(wanted)] == wanted
    for said in (EXPECTED["policies"][policy]["said"].get(row),):
        assert said is None or [rows[row]["said_low"], rows[row]["said_high"]] == said


@pytest.mark.parametrize("policy", EXPECTED["policies"])
def test_statuses_and_grades_are_those_of_the_codebook(outcome: Outcome, policy: str) -> None:
    names = ("strike_status", "grade", "verification", "acknowledged")
    made = assessment(outcome, policy)
    assert {each: made[each] for each in names} == {each: EXPECTED["policies"][policy][each] for each in names}


def test_both_denials_are_positions_and_contradict_what_others_say(outcome: Outcome) -> None:
    positions = set(assessment(outcome, "everyclaim")["positions"])
    assert set(EXPECTED["positions"]) - {outcome.file_of[each] for each in positions} == set()
    opposed = {each for pair in outcome.derna["contradictions"] if positions & set(pair) for each in pair}
    assert set(EXPECTED["positions"]) - {outcome.file_of[each] for each in positions & opposed} == set()


def test_figures_for_two_towns_stand_beside_and_in_no_row(outcome: Outcome) -> None:
    for policy in EXPECTED["policies"]:
        made = assessment(outcome, policy)
        assert set(EXPECTED["beside"]) - {outcome.file_of[each] for each in made["beside"]} == set()
        used = {claim for row in made["harm"] for reason in row["reasons"] for claim in reason["claims"]}
        assert used & set(made["beside"]) == set()
