"""Tables measured are put between their marks, and nowhere else."""

from pathlib import Path

import pytest
from evals.pages import write_tables

PAGE = "Before.\n\n<!-- error -->\nold\n<!-- /error -->\n\nAfter.\n"


def test_a_table_replaces_the_one_between_its_marks(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(PAGE)
    for _ in range(2):
        write_tables(page, {"error": ["| a |", "|---|"]})
    assert page.read_text() == PAGE.replace("old", "| a |\n|---|")


def test_a_page_without_marks_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(PAGE)
    with pytest.raises(ValueError, match="put them where the table goes"):
        write_tables(page, {"points": []})
