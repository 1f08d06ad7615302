"""A folder of thousands of mixed files comes into a case in one run: exact counts, bounded memory, nothing twice."""

import json
import resource
import subprocess
import sys
from pathlib import Path

from tests.conftest import SLOW
from tests.formats.test_many_and_large import fill

from everyclaim.casebook import Folder, open_view
from everyclaim.cli.main import main
from everyclaim.codec import Json
from everyclaim.verify import iter_case_faults

ROUNDS = 250 if SLOW else 1
"""Each is of eight files: nine reports (two of them the same in every round), a picture, two that cannot be read."""

MEMORY = 700_000_000
"""Of the largest process, with parser and gazetteer; 290 MB were seen."""


def add(folder: Path, case: Path) -> Json:
    """Add in a process of its own; return the table at its end."""
    command = [sys.executable, "-m", "everyclaim.cli.main", "add", str(folder), "--case", str(case), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 3, done.stderr[-2000:]
    *reports, last = (json.loads(line) for line in done.stdout.splitlines())
    assert len(reports) == 9 * ROUNDS, done.stderr[-2000:]
    return dict(last["table"])


def test_a_folder_of_mixed_files_is_added_in_one_run_with_exact_counts(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    fill(tmp_path / "in", ROUNDS)
    assert main(["init", str(tmp_path / "case"), "--quiet"]) == 0
    # Rows of one table with the same links are the same reports, under whatever name it comes again.
    new, known = 7 * ROUNDS + 2, 2 * ROUNDS - 2
    others = {"skipped": {"picture": ROUNDS}, "troubles": {"broken or cut short": ROUNDS, "encrypted": ROUNDS}}
    assert add(tmp_path / "in", tmp_path / "case") == {
        "read": 9 * ROUNDS, "added": new, "there_already": known, **others,
    }  # fmt: skip
    with open_view(Folder(tmp_path / "case")) as view:
        assert view.counts()["reports"] == new
        assert len({failure.about for failure in view.failures()}) == 2 * ROUNDS
    assert add(tmp_path / "in", tmp_path / "case") == {
        "read": 9 * ROUNDS, "added": 0, "there_already": 9 * ROUNDS, **others,
    }  # fmt: skip
    assert list(iter_case_faults(tmp_path / "case")) == []
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 < MEMORY
