"""Rows for notebooks: of a case or a report, as plain dicts, for pandas or for Arrow; they show themselves as a table.

Where it stands: beside `entry.py` and `entry_case.py`, which make it; the columns are those of the exported CSV files.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from everyclaim.codec import Json
from everyclaim.errors import MissingPart

if TYPE_CHECKING:
    from pandas import DataFrame
    from pyarrow import Table as ArrowTable

_SHOWN = 100
"""Rows that a notebook shows; all of them are in `rows`."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that all have the same columns, in the same order; None is what nobody gave."""

    columns: tuple[str, ...]
    rows: Sequence[Json]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Json]:
        return iter(self.rows)

    def to_pandas(self) -> "DataFrame":
        """The rows as a `pandas.DataFrame`.

        Raises:
            MissingPart: pandas is not installed.
        """
        return _get("pandas").DataFrame(list(self.rows), columns=list(self.columns))

    def to_arrow(self) -> "ArrowTable":
        """The rows as a `pyarrow.Table`.

        Raises:
            MissingPart: pyarrow is not installed.
        """
        # By column, so that a table without rows has its columns too.
        return _get("pyarrow").table({name: [row[name] for row in self.rows] for name in self.columns})

    def _repr_html_(self) -> str:
        """The first rows, for notebooks; columns in which nobody gave anything are left out."""
        shown = self.rows[:_SHOWN]
        columns = [name for name in self.columns if any(row[name] not in (None, []) for row in shown)]
        head = "".join(f"<th>{escape(name)}</th>" for name in columns)
        body = "".join(f"<tr>{''.join(_cell(row[name]) for name in columns)}</tr>" for row in shown)
        rest = f"<p>{len(self.rows) - _SHOWN} more rows</p>" if len(self.rows) > _SHOWN else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{rest}"


def table_of(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> Table:
    """Make a table of rows that may lack columns or have others."""
    return Table(tuple(columns), [{name: row.get(name) for name in columns} for row in rows])


def _cell(value: object) -> str:
    told = "; ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
    return f"<td>{escape(told)}</td>"


def _get(name: str) -> ModuleType:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise MissingPart(f"{name} is not installed; install it with `pip install 'everyclaim[notebook]'`.") from error
