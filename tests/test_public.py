"""The public surface: what the world may import, and `everyclaim.read`."""

import subprocess
import sys
from pathlib import Path

import pytest

import everyclaim
from everyclaim import cli, entry, export, intake
from everyclaim.errors import UnreadableInput

NEWS = "Shells struck the market of Durazno in Uruguay on Monday, killing nine people, the mayor said."


def run(code: str) -> str:
    """What lines of our own print in a new process."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout  # noqa: S603


def test_the_packages_say_what_is_theirs_to_give() -> None:
    assert intake.__all__ == [
        *("Capture", "Entry", "Listing", "Location", "Options", "PassedOver", "Refused", "Taken"),
        *("capture_at", "find_capture", "is_link", "list_entries", "locate", "mark_of", "take"),
    ]
    assert sys.modules["everyclaim.read"].__all__ == ["Options", "Reading", "read"]
    assert everyclaim.__version__
    assert cli.__doc__
    assert export.__doc__


def test_a_text_is_read_by_the_name_of_the_package_whatever_was_imported_before() -> None:
    call = f"import everyclaim; print(everyclaim.read({NEWS!r}, published='2019-05-14').report.published)"
    for first in ("", "from everyclaim.read import Options;"):
        assert run(first + call) == "2019-05-14\n"


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import sys, everyclaim; print(sorted({'spacy', 'trafilatura', 'httpx', 'click'} & set(sys.modules)))"
    assert run(code) == "[]\n"


def test_a_path_is_read_and_named(tmp_path: Path) -> None:
    (tmp_path / "a b.txt").write_text(NEWS)
    for path in (tmp_path / "a b.txt", str(tmp_path / "a b.txt")):
        assert entry.read(path).record["report"]["path"] == "a b.txt"


def test_a_result_carries_its_text_its_notes_and_its_page() -> None:
    reading = entry.read(NEWS)
    assert reading.report.text == NEWS
    assert "No publication date" in reading.notes[0]
    assert reading._repr_html_().startswith("<!doctype html>")


def test_what_cannot_be_read_raises_its_own_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="It cannot be opened"):
        entry.read("nowhere.txt")
    with pytest.raises(ValueError, match="is a folder; give one file"):
        entry.read(tmp_path)
    with pytest.raises(ValueError, match="Invalid isoformat"):
        entry.read(NEWS, published="yesterday")


def test_an_unknown_name_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="no attribute 'write'"):
        everyclaim.write  # type: ignore[attr-defined]  # noqa: B018 asking is the test
