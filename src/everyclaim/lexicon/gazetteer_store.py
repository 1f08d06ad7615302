"""The gazetteer's file: its tables, how a key packs its places, and the writing of both.

The built pack and the file of a user's own places have the same tables; `gazetteer.py` reads them.
"""

import sqlite3
import struct
from collections.abc import Iterable, Iterator
from itertools import groupby
from math import log10
from typing import Literal

from everyclaim.lexicon.gazetteer_fold import derived, fold, skeleton
from everyclaim.lexicon.gazetteer_sources import Row

FORMAT = "7"
"""Raised whenever the tables, the folding or the derived names change; an older pack is then built again."""

Rank = Literal["main", "alternate", "derived", "similar"]
RANKS: tuple[Rank, ...] = ("main", "alternate", "derived", "similar")

TABLES = """
CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS units (code TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS places (
  id INTEGER PRIMARY KEY, gazetteer TEXT NOT NULL, name TEXT NOT NULL, country TEXT, admin1 TEXT, admin2 TEXT,
  lat REAL NOT NULL, lon REAL NOT NULL, kind TEXT NOT NULL, population INTEGER NOT NULL, capital INTEGER NOT NULL,
  radius REAL, inside TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS names (key TEXT PRIMARY KEY, places BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS skeletons (key TEXT PRIMARY KEY, places BLOB NOT NULL) WITHOUT ROWID;
"""
_STAGES = """
CREATE TEMP TABLE staged_names (key TEXT, likely REAL, post INTEGER);
CREATE TEMP TABLE staged_skeletons (key TEXT, likely REAL, post INTEGER);
"""

_LIKELY = {"country": 9.0, "sea": 8.0, "region": 8.0, "continent": 8.0, "admin1": 6.0, "admin2": 2.5}
_WIDE = ("country", "region", "sea", "continent")
_LESS_BY_RANK = (0.0, 1.0, 2.0)
"""Postings are kept likeliest first, so that a reader can take the first few: kind, then population, less for other
names than the main one."""


def create(connection: sqlite3.Connection) -> None:
    """Create the tables and the stages that names wait in."""
    connection.executescript(TABLES + _STAGES)


def add_place(connection: sqlite3.Connection, row: Row, ranked: dict[str, int]) -> None:
    """Write a place and stage its names, folded key to rank."""
    connection.execute(
        "INSERT OR REPLACE INTO places VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
        (row.id, row.gazetteer, row.name, row.country, row.admin1, row.admin2, row.lat, row.lon, row.kind,
         row.population, row.capital, row.radius, " ".join(row.inside)),
    )  # fmt: skip
    likely = _LIKELY.get(row.kind, 0.0) + log10(row.population + 1) * (0.1 if row.kind in _LIKELY else 0.8)
    connection.executemany(
        "INSERT INTO staged_names VALUES (?,?,?)",
        [(key, _LESS_BY_RANK[rank] - likely, row.id << 2 | rank) for key, rank in ranked.items()],
    )
    if row.country is not None and row.kind not in _WIDE:
        bare = {shape for key, rank in ranked.items() if rank < 2 and (shape := skeleton(key))}
        connection.executemany(
            "INSERT INTO staged_skeletons VALUES (?,?,?)",
            [(f"{row.country} {each}", -likely, row.id << 2 | 1) for each in bare],
        )


def keys(row: Row) -> dict[str, int]:
    """The folded names of a place with their ranks, the best rank for each."""
    found: dict[str, int] = {}
    main = fold(row.name)
    if main:
        found[main] = 0
    for other in row.alternates:
        if is_name(other) and (key := fold(other)):
            found.setdefault(key, 1)
    for key in list(found):
        for shorter in derived(key) if row.kind not in _WIDE else [key.removeprefix("the ")]:
            found.setdefault(shorter, 2)
    return found


def is_name(alternate: str) -> bool:
    """Whether an alternate name is one that people write: no romanised transcript, no airport's code.

    GeoNames' list mixes names with machine transcripts; those alone begin in lower case throughout.
    """
    if len(alternate) < 3 or (len(alternate) <= 4 and alternate.isascii() and alternate.isupper()):
        return alternate.isupper() and "." in alternate
    return not (alternate.isascii() and alternate == alternate.lower())


def index(connection: sqlite3.Connection) -> None:
    """Pack the staged names into their tables, merging with what is there."""
    connection.create_function("merged", 2, _merged, deterministic=True)
    for table in ("names", "skeletons"):
        rows = connection.execute(f"SELECT key, post FROM staged_{table} ORDER BY key, likely, post")  # noqa: S608 - our own table names
        connection.executemany(
            f"INSERT INTO {table} VALUES (?, ?) "  # noqa: S608
            "ON CONFLICT (key) DO UPDATE SET places = merged(excluded.places, places)",
            _packed(rows),
        )
        connection.execute(f"DROP TABLE staged_{table}")


def _packed(rows: Iterable[tuple[str, int]]) -> Iterator[tuple[str, bytes]]:
    for key, group in groupby(rows, key=lambda row: row[0]):
        posts: dict[int, int] = {}
        for _, post in group:
            posts.setdefault(post >> 2, post)
        yield key, pack(posts.values())


def _merged(new: bytes, old: bytes) -> bytes:
    """The postings of both, each place once, the new ones' ranks."""
    return pack(identifier << 2 | rank for identifier, rank in unpack(new + old))


def pack(posts: Iterable[int]) -> bytes:
    """Pack postings, each a place's id and its rank, four bytes apiece."""
    every = tuple(posts)
    return struct.pack(f"<{len(every)}I", *every)


def unpack(blob: bytes) -> tuple[tuple[int, int], ...]:
    """Unpack postings into (place id, rank), each place once."""
    found: dict[int, int] = {}
    for post in struct.unpack(f"<{len(blob) // 4}I", blob):
        found.setdefault(post >> 2, post & 3)
    return tuple(found.items())
