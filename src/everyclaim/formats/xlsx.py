"""Spreadsheets: a report a row, as in CSV; `table.xlsx#Sheet1!7` is row 7 of that sheet, as the program shows it."""

from collections.abc import Iterator, Sequence

from openpyxl import load_workbook

from everyclaim.errors import UnreadableInput
from everyclaim.formats.columns import Columns, contents_of, find_columns
from everyclaim.formats.pieces import Document, Piece, Skipped

Row = Sequence[object]


def read(document: Document) -> Iterator[Piece]:
    """Read every sheet that has a column of texts."""
    book = load_workbook(document.file, read_only=True, data_only=True)
    refusal: UnreadableInput | None = None
    found = False
    for sheet in book.worksheets:
        rows = enumerate(sheet.iter_rows(values_only=True), 1)
        names = next((_names(row) for _, row in rows if any(cell is not None for cell in row)), [])
        try:
            columns = find_columns(names, document.asked.columns)
        except UnreadableInput as error:
            refusal = refusal or error
            yield Skipped(f"#{sheet.title}", "sheet without texts")
            continue
        found = True
        yield from _reports(rows, names, columns, sheet.title)
    if refusal is not None and not found:
        raise refusal


def _reports(rows: Iterator[tuple[int, Row]], names: Sequence[str], columns: Columns, title: str) -> Iterator[Piece]:
    for number, row in rows:
        if any(cell is not None for cell in row):
            yield contents_of(dict(zip(names, row, strict=False)), columns, f"#{title}!{number}")


def _names(row: Row) -> list[str]:
    return ["" if cell is None else str(cell) for cell in row]
