"""Puts measured tables into pages of the documentation, between marks, so that no figure is copied by hand."""

from collections.abc import Iterable, Mapping
from pathlib import Path


def write_tables(page: Path, tables: Mapping[str, Iterable[str]]) -> None:
    """Replace what stands between `<!-- NAME -->` and `<!-- /NAME -->`.

    Raises:
        ValueError: the page has no such marks.
    """
    text = page.read_text("utf-8")
    for name, rows in tables.items():
        opening, closing = f"<!-- {name} -->", f"<!-- /{name} -->"
        before, found, rest = text.partition(opening)
        _, closed, after = rest.partition(closing)
        if not found or not closed:
            raise ValueError(f"{page.name} has no marks {opening} and {closing}; put them where the table goes.")
        text = "\n".join([before + opening, *rows, closing]) + after
    page.write_text(text, encoding="utf-8")
