"""Strike status, grade and verification: the codebook's lists in 6, case by case."""

from typing import Any

import pytest
from tests.assess import made
from tests.telling import Line, figure, line, told, voice

from everyclaim.assess import assess, policies, register_of
from everyclaim.model import Actor, Assessment, Kind

ARMY, OTHER = Actor("Army of Aldova", "XAL:MIL"), Actor("Army of Corvia", "XCO:MIL")
SPOKESMAN, STRANGER = voice("army spokesman", "XAL:MIL"), voice("Corvian spokesman", "XCO:MIL")
MONITOR, SECOND = voice("Rights Monitor", kind="investigator"), voice("Second Monitor", kind="investigator")


def harm(number: int, by: Any, status: str = "civilian", **changes: Any) -> Line:
    expression = "none" if number == 0 else "exact"
    value = figure("killed", number, number, expression, status=status)
    return line(f"{number} by {by.name}", value, said_by=[by], **changes)


def by(actor: Actor, speaker: Any = None, **changes: Any) -> Line:
    return line(
        f"it was {actor.name}, says {speaker and speaker.name}", actor, said_by=[speaker] if speaker else [], **changes
    )


def claimed(actor: Actor, speaker: Any) -> Line:
    return by(Actor(actor.name, actor.code, "self_claim"), speaker, field="responsibility")


def assessed(*lines: Line) -> Assessment:
    reports = [told("paper", made.DAY, [line("The strike", Kind("air_strike")), *lines])]
    return assess(made.incident_of(reports), reports, register_of(reports), policies()[1])


CASES = {
    "declared, two origins": (
        (claimed(ARMY, SPOKESMAN), harm(5, MONITOR), harm(5, SECOND)),
        ("Declared strike", "Fair", "corroborated"),
    ),
    "attributed, two origins": (
        (by(ARMY, MONITOR), harm(5, MONITOR), harm(5, SECOND)),
        ("Likely strike", "Fair", "corroborated"),
    ),
    "one origin": ((by(ARMY, MONITOR), harm(5, MONITOR)), ("Single source claim", "Weak", "alleged")),
    "two attackers, each named by another": (
        (by(ARMY, MONITOR), by(OTHER, SECOND), harm(5, MONITOR), harm(5, SECOND)),
        ("Contested strike", "Contested", "corroborated"),
    ),
    "two attackers, both declared": (
        (claimed(ARMY, SPOKESMAN), claimed(OTHER, STRANGER), harm(5, MONITOR), harm(5, SECOND)),
        ("Declared strike", "Fair", "corroborated"),
    ),
    "two attackers, named together": (
        (by(ARMY, MONITOR), by(OTHER, MONITOR), harm(5, MONITOR), harm(5, SECOND)),
        ("Likely strike", "Fair", "corroborated"),
    ),
    "accepted by the attacker": (
        (claimed(ARMY, SPOKESMAN), harm(5, SPOKESMAN), harm(5, MONITOR)),
        ("Declared strike", "Confirmed", "corroborated"),
    ),
    "nobody harmed": ((claimed(ARMY, SPOKESMAN),), ("Declared strike", None, "alleged")),
    "refuted": (
        (by(ARMY, MONITOR), harm(5, voice("an account", kind="anonymous_social")), harm(0, MONITOR)),
        ("Likely strike", "Discounted", "rejected"),
    ),
    "only militants, by the attacker": (
        (claimed(ARMY, SPOKESMAN), harm(30, SPOKESMAN, "contested")),
        ("Declared strike", None, "alleged"),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_status_grade_and_verification_follow_the_lists(case: str) -> None:
    lines, expected = CASES[case]
    found = assessed(*lines)
    assert (found.strike_status, found.grade, found.verification) == expected


def test_one_source_alone_makes_a_single_source_claim() -> None:
    reports = [told("paper", made.DAY, [line("A strike", Kind("air_strike")), line("Army of Aldova", ARMY)])]
    found = assess(made.incident_of(reports), reports, register_of(reports), policies()[1])
    assert found.strike_status == "Single source claim"


def test_a_claim_of_the_strike_is_no_acceptance_of_harm() -> None:
    denial = harm(0, SPOKESMAN, standing="denied", mode="denying")
    found = assessed(claimed(ARMY, SPOKESMAN), harm(5, MONITOR), denial)
    assert (found.acknowledged_strike, found.acknowledged_harm) == ("yes", "denied")
    assert found.grade == "Weak"


def test_a_denied_strike_is_acknowledged_by_nobody() -> None:
    denied = by(
        Actor(ARMY.name, ARMY.code, "denial"), SPOKESMAN, field="responsibility", standing="denied", mode="denying"
    )
    found = assessed(by(ARMY, MONITOR), harm(5, MONITOR), denied)
    assert found.acknowledged_strike == "denied"


def test_verified_is_never_proposed() -> None:
    monitors = [harm(5, voice(f"Monitor {name}", kind="investigator")) for name in ("One", "Two", "Three", "Four")]
    assert assessed(claimed(ARMY, SPOKESMAN), *monitors).verification == "corroborated"
