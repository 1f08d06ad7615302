"""What an actor is called: its usual name, and the report's own word for it."""

import pytest
from tests.reading import record_of


def doers(text: str) -> list[str]:
    return [claim["value"]["name"] for claim in record_of(text)["claims"] if claim["field"] == "by"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Daesh fighters shot two clerks in Mosul on Friday.", ["Islamic State (Daesh)"]),
        ("Islamic State killed two clerks in Mosul on Friday. Daesh had threatened the town.", ["Islamic State"]),
        ("Islamic State group fighters shot two clerks in Mosul on Friday.", ["Islamic State"]),
        ("The Myanmar army shelled a village near Loikaw on Friday.", ["Myanmar army"]),
        ("Sudan's army shelled a village near Kutum on Friday.", ["Sudanese army"]),
        ("Soldiers in Nigeria shot dead two clerks in Kano on Friday.", ["Nigerian soldiers"]),
        ("Warplanes in Libya bombed a house in Derna on Friday.", ["Libyan armed forces"]),
    ],
    ids=lambda each: str(each)[:40],
)
def test_the_usual_name_stands_first_and_the_reports_own_behind_it(text: str, names: list[str]) -> None:
    assert doers(text) == names
