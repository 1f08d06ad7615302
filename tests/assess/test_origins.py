"""Who really knows it: what an outlet passes on is no origin of its own, and one office has one name."""

from datetime import timedelta

import pytest
from tests.assess import made
from tests.telling import Line, figure, line, told, voice

from everyclaim.assess import assess, policies, register_of
from everyclaim.assess.names import listed
from everyclaim.assess.offices import one_office
from everyclaim.match import Told
from everyclaim.model import Source

MONITOR = voice("Rights Monitor", kind="investigator")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("head of Libya's air force", "the Libyan air force commander", True),
        ("director of the local hospital", "director of the hospital in Sirte", True),
        ("chief of the Malian army", "commander of Mali's army", True),
        ("commander of Mali's army", "commander of Niger's army", False),
        ("head of the air force", "spokesman of the air force", False),
        ("police", "police", False),
    ],
)
def test_one_office_goes_by_several_names(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    assert one_office(one, other) is same
    assert one_office(other, one) is same


def test_a_reason_names_an_office_once() -> None:
    names = ["chief of the Malian army", "residents", "commander of Mali's army", "Residents"]
    assert listed(names) == "chief of the Malian army, residents"


def dead(number: int, words: str, *said_by: Source) -> Line:
    return line(words, figure("killed", number, status="civilian"), said_by=list(said_by))


def standing(*lines: Line) -> str | None:
    """How far an event is borne out that a monitor and one more paper tell of."""
    reports: list[Told] = [
        told("monitor", made.DAY, [*made.EVENT, dead(5, "Five died.")], MONITOR),
        told("paper", made.DAY + timedelta(days=1), [*made.EVENT, *lines]),
    ]
    return assess(made.incident_of(reports), reports, register_of(reports), policies()[0]).verification


def test_an_outlets_number_is_that_of_the_voice_it_quotes() -> None:
    assert standing(dead(5, "The raid left five dead.")) == "corroborated"
    assert standing(dead(5, "The raid left five dead."), dead(5, "Five lost their lives.", MONITOR)) == "alleged"


def test_an_outlet_that_quotes_a_voice_still_knows_what_that_voice_does_not_say() -> None:
    assert standing(dead(7, "The raid left seven dead."), dead(5, "Five lost their lives.", MONITOR)) == "corroborated"
