"""What a report tells is read from it in capitals, or without any, as it is in ordinary letters."""

import pytest
from tests.reading import record_of

DISPATCHES = (
    (
        "Gunmen of the National Liberation Army attacked a police post near Bogota on Monday, killing two policemen. "
        "President Mario Zuniga condemned the attack."
    ),
    (
        "Russian warplanes bombed a market in Idlib, Syria, on Friday. At least twelve civilians were killed and "
        "thirty wounded, the mayor of the city said."
    ),
    (
        "A car bomb exploded outside the Defense Ministry in Lima on 3 May 1990, wounding five soldiers. The "
        "Shining Path claimed responsibility for the bombing."
    ),
    "Unidentified gunmen kidnapped four engineers in Kano, Nigeria, on Tuesday. No group has claimed responsibility.",
    (
        "Soldiers of the Salvadoran Army shot dead six peasants in the village of San Isidro, the archbishop said. "
        "The army denied it."
    ),
    (
        "The Farabundo Marti National Liberation Front (FMLN) blew up two pylons in San Miguel. The FMLN said it "
        "had also killed a soldier."
    ),
    "Al-Shabaab fighters stormed a hotel in Mogadishu and killed nine people, police in Somalia reported.",
)


def told(text: str) -> set[tuple[object, ...]]:
    """Harm, parties and places of a report, without their exact words."""
    found: set[tuple[object, ...]] = set()
    for claim in record_of(text)["claims"]:
        value = claim["value"]
        if claim["field"] in ("killed", "injured", "abducted"):
            found.add((claim["field"], value["number"], value["expression"]))
        elif claim["field"] in ("by", "responsibility"):
            found.add((claim["field"], value["code"] or value["name"].lower(), value["basis"]))
        elif claim["field"] == "where":
            found.add((claim["field"], value["gazetteer"]))
    return found


@pytest.mark.parametrize("text", DISPATCHES, ids=lambda each: each[:24])
def test_a_dispatch_in_capitals_tells_the_same(text: str) -> None:
    assert told(text.upper()) == told(text)
    assert told(text)


@pytest.mark.parametrize("text", DISPATCHES, ids=lambda each: each[:24])
def test_a_message_without_capitals_tells_the_same(text: str) -> None:
    assert told(text.lower()) == told(text)
