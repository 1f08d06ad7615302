"""The wheel: what it holds, and that it works in a clean environment without this checkout."""

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
from tests.conftest import SLOW

ROOT = Path(__file__).parents[1]
LARGEST = 40_000_000
"""Bytes of a wheel: the gazetteer is 20 MB of it, packed; with the pipeline's 13 MB a slow line still fetches it."""

pytestmark = pytest.mark.skipif(not SLOW, reason="builds and installs a wheel (a minute); runs with `make check`")


def run(*command: str | Path, cwd: Path, given: str | None = None) -> str:
    """Run a program outside the checkout, with nothing of the checkout in its environment."""
    outside = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "EVERYCLAIM"))}
    done = subprocess.run(  # noqa: S603 - our own command
        command, cwd=cwd, env=outside, input=given, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip: list[str | Path] = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    run(*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of the source, as `make wheel` builds it."""
    folder = tmp_path_factory.mktemp("archive")
    run(sys.executable, "-m", "hatchling", "build", "--target", "sdist", "--directory", folder, cwd=ROOT)
    (built,) = folder.glob("*.tar.gz")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of a clean environment that has the locked requirements and the wheel."""
    folder = tmp_path_factory.mktemp("clean")
    venv.create(folder / "env", with_pip=True)
    pip: list[str | Path] = [
        folder / "env" / "bin" / "python",
        "-m",
        "pip",
        "--disable-pip-version-check",
        "--quiet",
        "install",
    ]
    run(*pip, "--require-hashes", "--only-binary", ":all:", "-r", ROOT / "requirements" / "core.txt", cwd=folder)
    run(*pip, "--no-deps", wheel, cwd=folder)
    return folder / "env" / "bin" / "everyclaim"


def test_it_holds_all_that_reading_needs_and_no_tests(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    needed = (
        "everyclaim/lexicon/packs/geonames.sqlite",
        "everyclaim/lexicon/packs/land.sqlite",
        "everyclaim/lexicon/words/casualties.yaml",
        "everyclaim/export/templates/dossier.html",
        "everyclaim/schemas/incident.json",
        "everyclaim/assess/policies/everyclaim.yaml",
    )
    assert [each for each in needed if each not in names] == []
    assert [each for each in names if each.startswith(("tests/", "evals/"))] == []
    assert wheel.stat().st_size < LARGEST


def test_the_archive_of_the_source_builds_the_same_wheel(archive: Path, wheel: Path, tmp_path: Path) -> None:
    assert archive.stat().st_size < LARGEST
    pip: list[str | Path] = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    run(*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", tmp_path, archive, cwd=tmp_path)
    (again,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(again) as first, zipfile.ZipFile(wheel) as second:
        assert sorted(first.namelist()) == sorted(second.namelist())


def test_the_doctor_finds_nothing_missing(installed: Path, tmp_path: Path) -> None:
    found = [json.loads(each) for each in run(installed, "doctor", "--json", cwd=tmp_path).splitlines()]
    assert [each["part"] for each in found if not each["ok"]] == []


def test_it_reads_a_report(installed: Path, tmp_path: Path) -> None:
    text = "An air strike on Idlib killed three shepherds on 4 May 2019, the civil defence said."
    record = json.loads(run(installed, "read", "-", "--json", "--published", "2019-05-05", cwd=tmp_path, given=text))
    told = {claim["field"]: claim["value"] for claim in record["claims"]}
    assert (told["killed"]["number"], told["where"]["name"]) == (3, "Idlib")


def test_its_demo_finds_the_worked_example(installed: Path, tmp_path: Path) -> None:
    lines = run(installed, "demo", "--json", "--quiet", cwd=tmp_path).splitlines()
    found = [json.loads(each) for each in lines]
    assert any(each["where"] and each["where"]["name"] == "Derna" and len(each["reports"]) > 10 for each in found)
