"""Tables: a row for each claim, each incident by each policy, each row of harm; links in all; no strangers' formula."""

import csv
import io

import pytest
from tests import make
from tests.export import incidents
from tests.export.test_dossier import ATTACHED

from everyclaim.codec import Json
from everyclaim.export.csv_files import (
    ATTACHMENT_COLUMNS,
    CLAIM_COLUMNS,
    HARM_COLUMNS,
    INCIDENT_COLUMNS,
    write_attachments,
    write_claims,
    write_harm,
    write_incidents,
)


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def records(*more: Json) -> dict[str, Json]:
    return {each["report"]["id"]: each for each in (incidents.record(), *more)}


def test_every_claim_has_a_row_with_its_words_and_links() -> None:
    found = rows(write_claims([incidents.incident()], records()))
    assert [each["claim"] for each in found] == ["c1", "c2", "c3", "c4", "c5", "c6"]
    row = found[4]
    assert row["says"] == "3 bakers"
    assert row["said_by"] == "mayor"
    assert row["quote"] == "three bakers were killed"
    assert row["link"] == f"/i/{incidents.ID}/claims/c5"
    assert row["words_link"] == f"/r/{make.report().id}#c=71-95"
    assert row["contradicts"] == "c6"


def test_claims_of_no_incident_come_last_without_one() -> None:
    other = make.record(make.claim(id="c9", about=()))
    found = rows(write_claims([], {other["report"]["id"]: other}))
    assert [(each["claim"], each["incident"], each["link"]) for each in found] == [("c9", "", "")]


def test_a_claim_of_a_text_with_pages_names_its_page() -> None:
    other = make.record(make.claim(id="c9", about=()))
    other["claims"][0] |= {"page": 12, "coded_by": "ana"}
    (row,) = rows(write_claims([], {other["report"]["id"]: other}))
    assert (row["page"], row["coded_by"]) == ("12", "ana")


def test_what_people_attached_has_a_row_with_the_link_of_what_it_belongs_to() -> None:
    report = {**ATTACHED, "about": "r12", "name": "=list.pdf"}
    found = rows(write_attachments([ATTACHED, report]))
    assert [each["link"] for each in found] == [f"/i/{incidents.ID}", "/r/r12"]
    assert found[0]["original"] == "sha256:" + "5" * 64
    assert (found[1]["name"], found[1]["size"]) == ("'=list.pdf", "3008")


def test_every_incident_has_a_row_for_each_policy() -> None:
    found = rows(write_incidents([incidents.incident()]))
    assert [(each["policy"], each["policy_version"]) for each in found] == [
        ("everyclaim", "1"),
        ("emulated:airwars", "2"),
    ]
    row = found[0]
    assert (row["killed_low"], row["killed_high"], row["killed_open_high"]) == ("3", "3", "no")
    assert row["civilians_killed_low"] == ""
    assert (row["place"], row["latitude"], row["longitude"], row["earliest"]) == (
        "Aldova",
        "42.5",
        "20.5",
        "2020-03-09",
    )
    assert row["link"] == f"/i/{incidents.ID}"


def test_every_row_of_harm_says_its_reasons() -> None:
    found = rows(write_harm([incidents.incident()]))
    assert found[0]["claims"] == "c1"
    assert found[0]["reasons"] == "low (lowest_specific): The lowest figure is 3 (c1)."


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_words_of_strangers_are_no_formula(title: str) -> None:
    record = make.record(make.claim(id="c9", about=()), report=make.report(path=title))
    (row,) = rows(write_claims([], {record["report"]["id"]: record}))
    assert row["path"] == f"'{title}"


def test_numbers_below_zero_stay_numbers() -> None:
    (row, _) = rows(write_incidents([incidents.incident(make.place(lat=-33.9))]))
    assert row["latitude"] == "-33.9"


@pytest.mark.parametrize(
    ("content", "columns"),
    [
        (write_claims([], {}), CLAIM_COLUMNS),
        (write_incidents([]), INCIDENT_COLUMNS),
        (write_harm([]), HARM_COLUMNS),
        (write_attachments([]), ATTACHMENT_COLUMNS),
    ],
)
def test_an_empty_case_gives_the_header_alone(content: bytes, columns: tuple[str, ...]) -> None:
    assert content == (",".join(columns) + "\r\n").encode()


def test_an_incident_of_unknown_place_and_day_has_a_row() -> None:
    found = rows(write_incidents([incidents.incident(where=None, when=None, type=None)]))
    assert found[0]["place"] == ""
