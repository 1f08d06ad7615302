"""Small gazetteers for tests, made by the same code that builds the real one."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from everyclaim.lexicon.gazetteer import PACK
from everyclaim.lexicon.gazetteer_sources import Row
from everyclaim.lexicon.gazetteer_store import add_place, create, index, keys

needs_pack = pytest.mark.skipif(not PACK.is_file(), reason="the gazetteer is not built; `make test` builds it")


def row(name: str, identifier: int = 1, **changes: Any) -> Row:
    given = {"country": "LY", "admin1": "LY.01", "admin2": None, "lat": 10.0, "lon": 20.0, "kind": "settlement"}
    return Row(id=identifier, gazetteer=f"geonames:{identifier}", name=name, **{**given, **changes})


def write(path: Path, *rows: Row) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        create(connection)
        for each in rows:
            add_place(connection, each, keys(each))
        index(connection)
        connection.commit()
    return path
