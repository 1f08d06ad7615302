"""Verifying a case: whoever changes, adds or takes away a row, a text or an original is found out."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests import make
from tests.casebook.cases import made, parts, refreshed, writing

from everyclaim import verify
from everyclaim.casebook import Folder, open_view
from everyclaim.verify import iter_case_faults

INCIDENT = "EC-XKX-20200309-001"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    folder = made(tmp_path / "case", parts(), parts("Other words of another day.", publisher=make.source()))
    with writing(folder) as casebook, casebook.work() as work:
        work.judge(make.judgement())
    refreshed(folder, INCIDENT)
    return folder


def tamper(folder: Folder, *statements: str) -> None:
    """Do what only someone with the file in hand can: take the guards away, then write."""
    with closing(sqlite3.connect(folder.database)) as connection:
        guards = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in guards:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def faults(folder: Folder) -> list[str]:
    return list(iter_case_faults(folder.path))


def test_a_case_that_nobody_touched_has_no_fault(folder: Folder) -> None:
    assert faults(folder) == []


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE log SET \"by\" = 'bob' WHERE number = 3", "Entry 3 of the log was changed"),
        ("UPDATE log SET hash = 'x' WHERE number = 3", "Entry 4 of the log does not follow"),
        ("DELETE FROM log WHERE number = 3", "entry 3 is missing"),
        ("UPDATE payloads SET content = replace(content, 'square', 'house')", "its payload was changed"),
        ("UPDATE payloads SET content = NULL, salt = NULL WHERE number = 2", "no purge of it is recorded"),
        ("UPDATE reports SET text = replace(text, 'shells', 'bombs')", "is not the one that was hashed"),
        ("UPDATE reports SET title = 'Other'", "Its title is 'Other', the log says None"),
        ("UPDATE reports SET publisher = NULL", "Its publisher is None"),
        ("UPDATE claims SET content = replace(content, '\"low\":3', '\"low\":4')", "not what was kept at first"),
        ('UPDATE claims SET content = replace(content, \'"quote":"Two"\', \'"quote":"Ten"\')', "is not 'Ten'"),
        ("DELETE FROM claims", "not what was kept at first"),
        ("UPDATE judgements SET content = replace(content, 'reviewer', 'editor')", "What judgements holds"),
        ("DELETE FROM judgements", "its row is gone from judgements"),
        ("UPDATE assessments SET content = replace(content, 'Weak', 'Confirmed')", "What assessments holds"),
        ("UPDATE incidents SET content = replace(content, '\"c1\"', '\"c2\"')", "What incidents holds"),
    ],
)
def test_a_changed_row_is_found(folder: Folder, statement: str, said: str) -> None:
    tamper(folder, statement)
    assert [each for each in faults(folder) if said in each]


def test_a_row_that_the_log_does_not_know_is_found(folder: Folder) -> None:
    tamper(folder, "INSERT INTO judgements (id, content, entry) VALUES ('j9', '{}', 1)")
    assert "Row 2 of judgements is in the log nowhere." in faults(folder)


@pytest.mark.parametrize(
    ("harm", "said"),
    [(lambda path: path.unlink(), "is not in the store"), (lambda path: path.write_bytes(b"x"), "was changed")],
)
def test_a_changed_original_is_found(folder: Folder, harm: Callable[[Path], object], said: str) -> None:
    harm(next(path for path in folder.store.rglob("*") if path.is_file()))
    assert [each for each in faults(folder) if said in each]


def test_a_log_that_was_written_anew_does_not_hold_the_head_that_a_partner_noted(
    folder: Folder, tmp_path: Path
) -> None:
    with open_view(folder) as view:
        noted = view.head()[1]
    assert list(iter_case_faults(folder.path, noted)) == []
    anew = made(tmp_path / "anew", parts())
    assert any("written anew" in each for each in iter_case_faults(anew.path, noted))


def test_a_file_that_is_no_database_is_told(folder: Folder) -> None:
    folder.database.write_bytes(b"not a database at all, only words" * 100)
    assert "cannot be read whole" in faults(folder)[0]


def test_no_case_is_told(tmp_path: Path) -> None:
    assert list(iter_case_faults(tmp_path)) == [f"There is no case at {tmp_path}."]


def test_it_runs_alone_at_a_partners(folder: Folder) -> None:
    command = [sys.executable, "-I", verify.__file__, str(folder.path)]
    whole = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    assert (whole.returncode, whole.stdout) == (0, "Everything is what it says.\n")
    tamper(folder, "DELETE FROM claims")
    broken = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    assert broken.returncode == 1


def test_the_log_holds_no_payload(folder: Folder) -> None:
    with closing(sqlite3.connect(folder.database)) as connection:
        entries = json.dumps(connection.execute("SELECT * FROM log").fetchall())
    assert "the same square" not in entries
