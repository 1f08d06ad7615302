"""A case is a function of its reports and judgements: in any order, twice, or killed on the way, it is the same."""

import random
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from tests.cli import cases
from tests.conftest import SLOW

from everyclaim import case_adding, case_flow
from everyclaim.case_adding import Added
from everyclaim.casebook import Case, open_view
from everyclaim.codec import canonical
from everyclaim.export import csv_files, geojson, json_files
from everyclaim.flow import Trouble
from everyclaim.intake import Options, PassedOver
from everyclaim.verify import iter_case_faults

POINTS = 10 if SLOW else 2
"""Kill points tried: `make check` tries all ten, `make test` the first two."""

EXAMPLES = Path(__file__).parents[1] / "src" / "everyclaim" / "examples" / "derna-2015"


def new_case(path: Path) -> Case:
    return case_flow.init_case(path, "ana")


def add(case: Case, *paths: Path) -> list[Added | Trouble]:
    added = case_adding.add(case, [str(path) for path in paths], Options())
    return [each for each in added if not isinstance(each, PassedOver)]


def state(case: Case) -> dict[str, bytes]:
    """Everything that a case shows: its incidents and every export."""
    case_flow.refresh(case)
    with open_view(case.folder) as view:
        incidents = list(view.iter_incidents())
        records = {each: view.record(each) for each in view.report_ids()}
    return {
        "incidents": b"".join(canonical(each) for each in incidents),
        "json": json_files.write_incidents(incidents) + json_files.write_records(records.values()),
        "claims": csv_files.write_claims(incidents, records),
        "table": csv_files.write_incidents(incidents) + csv_files.write_harm(incidents),
        "map": geojson.write_features(incidents),
    }


def made(path: Path, reports: Iterable[Path]) -> dict[str, bytes]:
    case = new_case(path)
    for report in reports:
        add(case, report)
    return state(case)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Path]:
    if SLOW:
        return sorted(EXAMPLES.iterdir())
    return sorted(cases.write(tmp_path_factory.mktemp("reports")).iterdir())


def test_reports_added_in_any_order_give_the_same_case(reports: Sequence[Path], tmp_path: Path) -> None:
    expected = made(tmp_path / "straight", reports)
    assert expected["incidents"]
    for seed in range(4 if SLOW else 1):
        shuffled = random.Random(seed).sample(reports, len(reports))  # noqa: S311 seeded, no secret
        assert made(tmp_path / str(seed), shuffled) == expected


def test_reports_added_twice_give_the_same_case(reports: Sequence[Path], tmp_path: Path) -> None:
    case = new_case(tmp_path / "case")
    add(case, *reports)
    once = state(case)
    assert all(isinstance(each, Added) and not each.new for each in add(case, *reports))
    assert state(case) == once


def test_ids_that_somebody_saw_stay_when_more_reports_come(tmp_path: Path) -> None:
    folder, case = cases.write(tmp_path / "reports"), new_case(tmp_path / "case")
    add(case, folder / "wire.md")
    state(case)
    with open_view(case.folder) as view:
        (first,) = view.incidents()
    add(case, folder)
    state(case)
    with open_view(case.folder) as view:
        held = {each.id: each for each in view.incidents()}
    assert set(first.happenings) <= set(held[first.id].happenings)


def test_what_was_worked_out_is_not_worked_out_again(tmp_path: Path) -> None:
    case = new_case(tmp_path / "case")
    add(case, cases.write(tmp_path / "reports"))
    assert case_flow.refresh(case)
    assert not case_flow.refresh(case)
    assert case_flow.refresh(case, anyway=True)


def test_a_judgement_makes_the_case_stale(tmp_path: Path) -> None:
    case = new_case(tmp_path / "case")
    case_flow.refresh(case)
    case_flow.judge(case, case_flow.make_judgement(case, "accept", ["c1"], "read well", {}))
    assert not case_flow.is_fresh(case)


def interrupted(case: Path, reports: Path | str, point: int) -> list[str]:
    """Run the program that kills itself; return what it had acknowledged."""
    command = [sys.executable, "-m", "tests.interrupted", str(case), str(reports), str(point)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[1])  # noqa: S603
    assert done.returncode == (-9 if point else 0), done.stderr
    return done.stdout.split()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, dict[str, bytes]]:
    """The number of kill points of an undisturbed run, and the case that it gives."""
    folder = tmp_path_factory.mktemp("whole")
    case = new_case(folder / "case")
    *_, points = interrupted(folder / "case", cases.write(folder / "reports"), 0)
    return int(points), state(case)


@pytest.mark.parametrize("seed", range(POINTS))
def test_a_case_killed_at_any_point_and_resumed_is_the_same_case(
    whole: tuple[int, dict[str, bytes]], seed: int, tmp_path: Path
) -> None:
    points, expected = whole
    case, folder = new_case(tmp_path / "case"), cases.write(tmp_path / "reports")
    point = random.Random(f"kill {seed}").randint(1, points)  # noqa: S311 seeded, no secret
    acknowledged = [each for each in interrupted(tmp_path / "case", folder, point) if each.startswith("r")]
    with open_view(case.folder) as view:
        assert set(acknowledged) <= set(view.report_ids())
    assert list(iter_case_faults(case.folder.path)) == []
    add(case, folder)
    assert state(case) == expected
    assert list(iter_case_faults(case.folder.path)) == []
