"""Evidence attached to a case: kept by its hash, chained in the log, told again, and found out when it is changed."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.casebook.cases import derived, made, parts, refreshed, writing

from everyclaim.case_attaching import attach
from everyclaim.casebook import Author, Case, Folder, open_view
from everyclaim.cli.main import main
from everyclaim.errors import UnreadableInput
from everyclaim.verify import iter_case_faults

INCIDENT = "EC-XKX-20200309-001"
PICTURE = b"\x89PNG\r\n\x1a\n" + b"crater" * 10


@pytest.fixture
def case(tmp_path: Path) -> Case:
    folder = made(tmp_path / "case", parts())
    refreshed(folder, INCIDENT)
    (tmp_path / "crater.png").write_bytes(PICTURE)
    return Case(folder, Author("ana", "test"))


def test_an_attached_picture_is_kept_with_its_hash_and_origin(case: Case, tmp_path: Path) -> None:
    item, is_new = attach(case, tmp_path / "crater.png", INCIDENT.lower(), "sent by the mayor's office")
    assert is_new
    assert (item.about, item.kind, item.size) == (INCIDENT, "picture", len(PICTURE))
    assert (case.folder.store / "sha256" / item.original[:2] / item.original).read_bytes() == PICTURE
    with open_view(case.folder) as view:
        assert view.attachments(INCIDENT) == (item,)
        assert [(each.act, each.by) for each in view.iter_log(INCIDENT)][-1] == ("attached", "ana")
    assert list(iter_case_faults(case.folder.path)) == []


def test_incident_and_record_show_what_was_attached_as_the_schemas_have_it(case: Case, tmp_path: Path) -> None:
    with open_view(case.folder) as view:
        (report,) = view.report_ids()
    attach(case, tmp_path / "crater.png", INCIDENT, "the mayor")
    attach(case, tmp_path / "crater.png", report, "a nurse")
    with open_view(case.folder) as view:
        incident, record, every = view.incident(INCIDENT), view.record(report), view.attached()
    assert [(each["about"], each["origin"], each["attached_by"]) for each in incident["attachments"]] == [
        (INCIDENT, "the mayor", "ana"),
        (report, "a nurse", "ana"),
    ]
    assert list(every) == incident["attachments"]
    assert record["attachments"] == incident["attachments"][1:]
    for name, shown in (("incident", incident), ("record", record)):
        schema = json.loads((files("everyclaim") / "schemas" / f"{name}.json").read_text())
        part = {"$defs": schema["$defs"], **schema["properties"]["attachments"]}
        Draft202012Validator(part).validate(shown["attachments"])


def test_what_was_attached_stays_with_an_incident_that_took_another_in(case: Case, tmp_path: Path) -> None:
    attach(case, tmp_path / "crater.png", INCIDENT, "the mayor")
    other = "EC-XKX-20200309-002"
    with open_view(case.folder) as view:
        merged = derived(view, other)
    merged = replace(merged, incidents=[replace(merged.incidents[0], previous_codes=(INCIDENT,))])
    with writing(case.folder) as casebook, casebook.work() as work:
        work.replace_derived(merged, "a test")
    with open_view(case.folder) as view:
        assert [each["about"] for each in view.incident(INCIDENT)["attachments"]] == [INCIDENT]


def test_the_card_lists_what_was_attached(case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_view(case.folder) as view:
        (report,) = view.report_ids()
    item, _ = attach(case, tmp_path / "crater.png", report, "sent by the mayor")
    assert main(["show", report, "--case", str(case.folder.path)]) == 0
    shown = capsys.readouterr().out
    assert "Attached by people" in shown
    assert "sent by the mayor" in shown
    assert item.original in "".join(line[46:].strip() for line in shown.splitlines())


def test_attaching_again_changes_nothing(case: Case, tmp_path: Path) -> None:
    attach(case, tmp_path / "crater.png", INCIDENT, "the mayor")
    with open_view(case.folder) as view:
        head = view.head()
    assert attach(case, tmp_path / "crater.png", INCIDENT, "the mayor")[1] is False
    with open_view(case.folder) as view:
        assert view.head() == head


def test_a_report_can_have_evidence_too(case: Case, tmp_path: Path) -> None:
    with open_view(case.folder) as view:
        (report,) = view.report_ids()
    assert attach(case, tmp_path / "crater.png", report[:12], "the mayor")[0].about == report


def test_what_is_not_there_is_told(case: Case, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="There is no incident or report 'EC-NO'"):
        attach(case, tmp_path / "crater.png", "EC-NO", "the mayor")
    with pytest.raises(ValueError, match="Say where the file is from"):
        attach(case, tmp_path / "crater.png", INCIDENT, " ")
    with pytest.raises(UnreadableInput, match=r"none\.png: It cannot be opened"):
        attach(case, tmp_path / "none.png", INCIDENT, "the mayor")


def change(folder: Folder, statement: str) -> None:
    with closing(sqlite3.connect(folder.database)) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)
        connection.commit()


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE attachments SET origin = 'somebody else'", "Its origin is 'somebody else'"),
        ("DELETE FROM attachments", "its row is gone from attachments"),
    ],
)
def test_verify_finds_what_was_changed(case: Case, tmp_path: Path, statement: str, said: str) -> None:
    attach(case, tmp_path / "crater.png", INCIDENT, "the mayor")
    change(case.folder, statement)
    assert any(said in fault for fault in iter_case_faults(case.folder.path))


def test_verify_finds_evidence_whose_bytes_were_changed(case: Case, tmp_path: Path) -> None:
    item, _ = attach(case, tmp_path / "crater.png", INCIDENT, "the mayor")
    place = case.folder.store / "sha256" / item.original[:2] / item.original
    place.chmod(0o644)
    place.write_bytes(b"other")
    assert any("crater.png" in fault and "was changed" in fault for fault in iter_case_faults(case.folder.path))


def test_nothing_that_was_attached_can_be_changed_by_accident(case: Case, tmp_path: Path) -> None:
    attach(case, tmp_path / "crater.png", INCIDENT, "the mayor")
    with closing(sqlite3.connect(case.folder.database)) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute("UPDATE attachments SET origin = 'x'")


def test_the_command_says_what_was_attached(case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--case", str(case.folder.path)]
    assert main(["attach", str(tmp_path / "crater.png"), "--to", INCIDENT, "--origin", "the mayor", *where]) == 0
    assert f"is attached to {INCIDENT}" in capsys.readouterr().err
    assert main(["attach", str(tmp_path / "crater.png"), "--to", "nothing", "--origin", "x", *where]) == 2
