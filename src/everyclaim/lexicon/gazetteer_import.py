"""Takes a GeoNames country file into the user's own gazetteer, down to villages, camps, bases and quarters.

The file ("LY.txt" or "LY.zip" of download.geonames.org/export/dump) has one place a line in 19 columns. What it says
replaces what the pack says of the same place. Importing a country again updates it.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from everyclaim.errors import BrokenStore
from everyclaim.lexicon.gazetteer_sources import Row, country_file
from everyclaim.lexicon.gazetteer_store import add_place, create, index, keys

_COLUMNS = 19
_UNITS = {"ADM1": "admin1", "ADM2": "admin2", "ADM3": "admin3", "ADM4": "admin3"}
_QUARTERS = frozenset({"PPLX", "CMP", "CMPRF", "CMPLA", "RFC"})
_CAPITAL = "PPLC"
_COUNTRIES = "PCL"
_BUILT = ("S", "R")


def import_country_file(path: Path, own: Path) -> int:
    """Take a country file into the file of the user's own places, made if it is not there.

    Args:
        path: the table, plain or zipped.
        own: the user's gazetteer (`Settings.own_gazetteer`).

    Returns:
        How many places were taken.

    Raises:
        BrokenStore: the file is no such table; nothing is taken then.
    """
    own.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(own)) as connection:
        create(connection)
        taken = 0
        for row in iter_rows(path):
            add_place(connection, row, keys(row))
            taken += 1
        if not taken:
            raise BrokenStore(f"{path.name} holds no place; give a country file of GeoNames, such as LY.txt or LY.zip.")
        index(connection)
        connection.commit()
    return taken


def iter_rows(path: Path) -> Iterator[Row]:
    """Stream the places of a country file.

    Raises:
        BrokenStore: a line has not 19 columns, or a number in it is none.
    """
    with country_file(path) as lines:
        for number, columns in enumerate(lines, start=1):
            if len(columns) != _COLUMNS:
                raise BrokenStore(
                    f"{path.name}, line {number}: {len(columns)} columns in place of {_COLUMNS}; "
                    "give a country file of GeoNames, unchanged."
                )
            try:
                if not columns[7].startswith(_COUNTRIES):
                    yield _row(columns)
            except ValueError as error:
                raise BrokenStore(f"{path.name}, line {number}: {error}; give a country file of GeoNames.") from error


def _row(columns: list[str]) -> Row:
    identifier, name, plain, others, lat, lon, kind, code, country, _, first, second, *_, population = columns[:15]
    return Row(
        id=int(identifier),
        gazetteer=f"geonames:{identifier}",
        name=name,
        country=country or None,
        admin1=f"{country}.{first}" if first else None,
        admin2=f"{country}.{first}.{second}" if second else None,
        lat=float(lat),
        lon=float(lon),
        kind=_kind(kind, code),
        population=int(population or 0),
        capital=code == _CAPITAL,
        alternates=(plain, *filter(None, others.split(","))),
    )


def _kind(letter: str, code: str) -> str:
    if code in _UNITS:
        return _UNITS[code]
    if code in _QUARTERS:
        return "neighbourhood"
    if letter == "P":
        return "settlement"
    return "landmark" if letter in _BUILT else "landscape"
