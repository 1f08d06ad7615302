"""The user's own actors: a table beside the built-in one, whose rows are added to it and win over it.

Where it stands: `everyclaim actors import` writes it, `actors.py` reads it. Rows come as YAML, written like the
built-in tables, or as CSV with a column for each key; lists in a cell are parted by "|".
"""

import csv
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import yaml

from everyclaim.errors import BrokenStore
from everyclaim.lexicon.actors import actors, states
from everyclaim.model import SourceKind

_LISTS = ("aliases", "short", "clashing", "branches")
_YEARS = ("since", "until")
_KEYS = frozenset({"code", "name", "kind", "country", "parent", "place", "source", *_LISTS, *_YEARS})
_NEEDED = ("code", "name", "kind")

Row = dict[str, Any]


def import_actors(path: Path, own: Path) -> int:
    """Take a table of actors into the user's own, made if it is not there; a code taken again is replaced.

    Args:
        path: a YAML list of rows, or CSV.
        own: the user's table (`Settings.own_actors`).

    Returns:
        How many rows were taken.

    Raises:
        BrokenStore: a row is none, and why; nothing is taken then.
    """
    rows = list(_csv_rows(path) if path.suffix.lower() == ".csv" else _yaml_rows(path))
    for number, row in enumerate(rows, start=1):
        if (fault := next(_faults(row), None)) is not None:
            raise BrokenStore(f"{path.name}, row {number}: {fault}")
    if not rows:
        raise BrokenStore(f"{path.name} holds no actor; give rows with code, name, kind and aliases.")
    kept = {row["code"]: row for row in (*(_yaml_rows(own) if own.is_file() else ()), *rows)}
    own.parent.mkdir(parents=True, exist_ok=True)
    draft = own.with_suffix(f".{os.getpid()}.draft")
    draft.write_text(yaml.safe_dump(list(kept.values()), allow_unicode=True, sort_keys=False), encoding="utf-8")
    draft.replace(own)
    return len(rows)


def _yaml_rows(path: Path) -> Iterator[Row]:
    try:
        loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise BrokenStore(f"{path.name} is no YAML: {' '.join(str(error).split())[:120]}.") from error
    if not isinstance(loaded, list) or not all(isinstance(row, dict) for row in loaded):
        raise BrokenStore(f"{path.name} is no list of actors; each row is a mapping with code, name and kind.")
    yield from loaded


def _csv_rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for cells in csv.DictReader(lines):
            yield {key: _cell(key, cell.strip()) for key, cell in cells.items() if key and cell and cell.strip()}


def _cell(key: str, cell: str) -> Any:
    if key in _LISTS:
        return [part.strip() for part in cell.split("|") if part.strip()]
    if key in _YEARS and cell.isdecimal():
        return int(cell)
    return {"code": cell} if key == "parent" else cell


def _faults(row: Row) -> Iterator[str]:
    """What is wrong with a row, in sentences."""
    yield from (f"{key!r} is missing." for key in _NEEDED if not isinstance(row.get(key), str))
    yield from (
        f"{key!r} is no key of an actor; keys are {', '.join(sorted(_KEYS))}."
        for key in sorted(map(str, row.keys() - _KEYS))
    )
    yield from (f"{key!r} is no list of names." for key in _LISTS if not _is_list(row.get(key, [])))
    if wrong := [key for key in _YEARS if not isinstance(row.get(key, 0), int)]:
        yield f"{wrong[0]!r} is no year."
    elif row.get("since", 0) > row.get("until", 9999):
        yield f"{row.get('code')} ends before it begins."
    if row.get("country", "USA") not in states():
        yield f"{row['country']!r} is no country's code; give ISO 3166-1 alpha-3, as LBY."
    if row.get("source", "official") not in get_args(SourceKind):
        yield f"{row['source']!r} is no kind of source; kinds are {', '.join(get_args(SourceKind))}."
    parent = row.get("parent")
    if parent is not None and (not isinstance(parent, dict) or parent.get("code") not in actors()):
        yield f"the parent of {row.get('code')} is not in the table; import it first."


def _is_list(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) and each for each in value)
