"""Tables of reports as CSV or TSV: a report a row, `table.csv#7` for the seventh row of reports.

The day's form is told by the whole column: one "25/04/2020" in it says which number of "03/04/2020" is the day.
"""

import csv
import io
from collections.abc import Iterator

from everyclaim.errors import BrokenInput, EmptyInput
from everyclaim.formats.columns import Columns, contents_of, find_columns
from everyclaim.formats.days import Order, find_order
from everyclaim.formats.decode import find_encoding
from everyclaim.formats.pieces import Document, Piece

_SEPARATORS = ",;\t|"


def read(document: Document) -> Iterator[Piece]:
    """Read a table, row by row."""
    csv.field_size_limit(document.asked.largest)
    encoding = find_encoding(document.file)
    header = _first_line(document, encoding)
    separator = max(_SEPARATORS, key=header.count)
    rows = _rows(document, encoding, separator)
    names = next(rows, [])
    if not any(name.strip() for name in names):
        raise EmptyInput("It is empty; there is nothing to read.")
    columns = find_columns(names, document.asked.columns)
    order = _order(document, encoding, separator, columns)
    for number, row in enumerate(_restarted(document, encoding, separator), 1):
        yield contents_of(row, columns, f"#{number}", order)


def _first_line(document: Document, encoding: str) -> str:
    document.file.seek(0)
    return document.file.readline(100_000).decode(encoding, "replace")


def _rows(document: Document, encoding: str, separator: str) -> Iterator[list[str]]:
    document.file.seek(0)
    lines = io.TextIOWrapper(document.file, encoding, newline="")
    try:
        yield from csv.reader(lines, delimiter=separator)
    except csv.Error as error:
        raise BrokenInput(f"It is no well-formed table ({error}); save it as CSV again.") from error
    finally:
        lines.detach()


def _restarted(document: Document, encoding: str, separator: str) -> Iterator[dict[str, object]]:
    rows = _rows(document, encoding, separator)
    names = next(rows)
    for row in rows:
        if any(cell.strip() for cell in row):
            yield dict(zip(names, row, strict=False))


def _order(document: Document, encoding: str, separator: str, columns: Columns) -> Order | None:
    if "published" not in columns:
        return None
    days = (row.get(columns["published"]) for row in _restarted(document, encoding, separator))
    return find_order(each for each in days if isinstance(each, str))
