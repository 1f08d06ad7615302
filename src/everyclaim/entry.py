"""The Python entry: `everyclaim.read(text_or_path, published=...)`.

Where it stands: beside the command line, above flow and export. A result shows itself in notebooks.
"""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from everyclaim import flow
from everyclaim.codec import Json
from everyclaim.entry_table import Table, table_of
from everyclaim.export import csv_files
from everyclaim.export.page import render
from everyclaim.intake import Location, Options, locate
from everyclaim.model import Report
from everyclaim.settings import from_environment
from everyclaim.sieve import parse_share


@dataclass(frozen=True, slots=True)
class Reading:
    """A report that was read: its record (docs/reference/record.md), its text, and what could not be done for it."""

    record: Json
    report: Report
    notes: tuple[str, ...]

    def table(self) -> Table:
        """Its claims as rows, with the columns of `everyclaim export csv`."""
        rows = csv_files.claim_rows([], {self.report.id: self.record})
        return table_of([name for name in csv_files.CLAIM_COLUMNS if name not in {"incident", "link"}], rows)

    def _repr_html_(self) -> str:
        """The page of the report, for notebooks."""
        return render(self.record, self.report.text)


def read(
    text_or_path: str | Path,
    *,
    published: date | str | None = None,
    options: Options | None = None,
    min_confidence: float = 0.0,
) -> Reading:
    """Read one report.

    Args:
        text_or_path: the report's text, the path of a file, or an http(s) link. A string is a text if it has white
            space and no file bears that name.
        published: the day of publication, against which "on Monday" is understood; as a date or "2015-02-16".
        options: all else that is known about the report.
        min_confidence: leave out claims that are less probably right (docs/method/calibration.md).

    Raises:
        ValueError: the date is none, the path is a folder, or the confidence is no share.
        EveryclaimError: the report cannot be taken in or read.
    """
    day = date.fromisoformat(published) if isinstance(published, str) else published
    known = options or Options()
    least = parse_share(min_confidence)
    flow.configure(from_environment())
    result = flow.read_one(_location(text_or_path), replace(known, published=day or known.published), least)
    return Reading(result.record, result.report, result.notes)


def _location(source: str | Path) -> Location:
    if isinstance(source, str) and _is_text(source):
        return Location("text", source, "text")
    if Path(source).is_dir():
        raise ValueError(f"{source} is a folder; give one file, or read the folder with `everyclaim read`.")
    return next(locate(str(source)))


def _is_text(source: str) -> bool:
    """Whether a string is a report's text rather than where it lies: it has white space and names no file."""
    words = source.split(maxsplit=1)
    if len(words) == 1 and "\n" not in source:
        return False
    return "\n" in source or len(source) > 255 or not Path(source).exists()
