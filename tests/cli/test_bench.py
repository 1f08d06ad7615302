"""The measure of speed as a person calls it: what it prints, and what its exit code says."""

import json
from pathlib import Path

import pytest

from everyclaim.cli import bench
from everyclaim.cli.main import main
from everyclaim.read.step import Step
from everyclaim.read.steps import STEPS

Captured = pytest.CaptureFixture[str]

LINES = (
    {
        "text": "Shells struck the market of Durazno on Monday, killing nine people, the mayor said.",
        "published": "2019-05-14",
    },
    {"text": "A grenade wounded four people in a cafe in Salto, police said.\u2028No group claimed it."},
)


@pytest.fixture
def reports(tmp_path: Path) -> str:
    path = tmp_path / "reports.jsonl"
    path.write_text("".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in LINES), encoding="utf-8")
    return str(path)


def test_speed_is_told_beside_spacys_and_held_against_the_floor(reports: str, capsys: Captured) -> None:
    code = main(["bench", "speed", reports, "--repeats", "1", "--json"])
    found = json.loads(capsys.readouterr().out)
    assert (found["reports"], found["characters"]) == (2, sum(len(each["text"]) for each in LINES))
    assert found["ratio_lowest"] <= found["ratio"] <= found["ratio_highest"]
    assert code == (0 if found["ratio"] >= found["floor"] == bench.FLOOR else 1)


def test_a_folder_of_reports_is_measured_too(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "one.txt").write_text(LINES[0]["text"], encoding="utf-8")
    assert main(["bench", "speed", str(tmp_path), "--steps", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)


def test_the_bundled_reports_are_measured_where_none_are_given(capsys: Captured) -> None:
    assert main(["bench", "speed", "--steps", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)


def test_the_shares_of_the_steps_are_those_of_the_whole(reports: str, capsys: Captured) -> None:
    assert main(["bench", "speed", reports, "--steps", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found.keys() == {"parse", *(each.name for each in STEPS if isinstance(each, Step))}
    assert sum(found.values()) == pytest.approx(100)


def test_a_file_without_reports_is_refused(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "none.jsonl").touch()
    assert main(["bench", "speed", str(tmp_path / "none.jsonl")]) == 2
    assert "there is no report" in capsys.readouterr().err
