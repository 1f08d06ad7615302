"""The gazetteer: asks a built file of places by name, and says what each place lies in.

Reading finds names in it, grounding chooses among namesakes. `use` says which file; the default is the pack that
set-up builds (`gazetteer_build.py`). A second file holds places that the user imported (`gazetteer_import.py`).
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any, Literal

from rapidfuzz.fuzz import ratio

from everyclaim.errors import BrokenStore, MissingPart
from everyclaim.lexicon.gazetteer_fold import core, fold, skeleton, without_unit
from everyclaim.lexicon.gazetteer_sources import load_list
from everyclaim.lexicon.gazetteer_store import RANKS, Rank, unpack
from everyclaim.model import PlacePrecision

PACK = Path(__file__).parent / "packs" / "geonames.sqlite"
CREDIT = "Place names and coordinates: GeoNames (geonames.org), CC BY 4.0."
"""Must stand wherever coordinates are shown: page, card, export."""

Kind = Literal[
    "country", "admin1", "admin2", "admin3", "settlement", "neighbourhood", "landmark", "landscape", "region", "sea",
    "continent",
]  # fmt: skip

PRECISIONS: dict[Kind, PlacePrecision] = {
    "country": "country", "continent": "line_or_landscape", "region": "line_or_landscape", "sea": "sea_or_air",
    "landscape": "line_or_landscape", "admin1": "province", "admin2": "district", "admin3": "district",
    "settlement": "settlement", "neighbourhood": "neighbourhood", "landmark": "landmark",
}  # fmt: skip
"""The precision that a place of each kind has by itself."""

_EARTH = 6371.0
_LIKE, _CONSONANTS = 0.86, 3
"""The least likeness of a unit's spelling: one letter of seven. Below, provinces of one country meet each other."""
_MOST = 60
"""Namesakes fetched for a name, likeliest first: lists of three hundred cost most of the time and changed nothing."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the gazetteer as an answer to one name.

    `gazetteer` is its public id ("geonames:87205"; units without an id of their own have their code, "geonames:LY.66").
    `admin1` and `admin2` are GeoNames codes of the units it lies in (of itself, for a unit). `rank` says how the name
    asked for is its name; "similar" is a mere likeness of consonants. `inside` lists the countries of a region.
    """

    id: int
    gazetteer: str
    name: str
    country: str | None
    admin1: str | None
    admin2: str | None
    lat: float
    lon: float
    kind: Kind
    population: int
    capital: bool
    radius_km: float | None
    inside: tuple[str, ...]
    rank: Rank = "main"


class Gazetteer:
    """An open gazetteer. Reads only; safe to keep for the life of a process. Close it when done."""

    def __init__(self, connections: Iterable[sqlite3.Connection]) -> None:
        self._connections = tuple(connections)
        self._posts = lru_cache(maxsize=20_000)(self._fetch_posts)
        self._entries = lru_cache(maxsize=20_000)(self._fetch_entry)
        self._units = lru_cache(maxsize=200)(self._fetch_units)
        self._answer = lru_cache(maxsize=20_000)(self._work_answer_out)

    def close(self) -> None:
        """Close the files."""
        for each in self._connections:
            each.close()

    def knows(self, key: str, *, bare: bool = False) -> bool:
        """Whether any place has this folded name; unless `bare`, also with "province" and the like left off."""
        return bool(self._posts("names", key)) or (not bare and bool(self._of_unit(key, None)))

    def find(self, name: str, country: str | None = None) -> list[Entry]:
        """Find the places of a name, likeliest first; the user's own come first.

        Args:
            name: as written; folded here.
            country: keep those in this country (alpha-2) alone.
        """
        key = fold(name)
        return [*self._answer("names", key, country)] or self._of_unit(key, country)

    def find_similar(self, name: str, country: str) -> list[Entry]:
        """Find places in one country whose name has the same consonants: spellings that the index lacks.

        They are rivals of low confidence; nothing comes back for names of few consonants.
        """
        shape = skeleton(fold(name))
        found = self._answer("skeletons", f"{country} {shape}", country) if shape else ()
        return [replace(each, rank="similar") for each in found]

    def find_unit(self, name: str, within: str) -> Entry | None:
        """Find the one administrative unit whose name is spelt nearly so.

        Papers spell units in more ways than any list ("Paktiya", "Nagarhar"); among the few of one country, or of one
        province, a likeness is safe where it is the only one.

        Args:
            name: as written, without the word for the kind of unit.
            within: a country (alpha-2), for its first-level units, or a first-level unit's code, for those below it.
        """
        key = core(fold(name))
        likenesses = {unit: _likeness(key, core(fold(unit))) for unit in self._units(within)}
        best = [unit for unit, likeness in likenesses.items() if likeness == max(likenesses.values())]
        if len(best) != 1 or likenesses[best[0]] < _LIKE:
            return None
        found = (each for each in self.find(best[0], within[:2]) if each.kind in ("admin1", "admin2"))
        return next((each for each in found if "." not in within or each.admin1 == within), None)

    def unit_name(self, code: str | None) -> str | None:
        """The name of an administrative unit by its GeoNames code."""
        if code is None:
            return None
        for each in self._connections:
            if row := each.execute("SELECT name FROM units WHERE code = ?", (code,)).fetchone():
                return str(row[0])
        return None

    def country_names(self) -> dict[str, str]:
        """Every country's usual name by its ISO 3166-1 alpha-2 code (the whole file is walked: .05 s)."""
        asked = "SELECT country, name FROM places WHERE kind = 'country'"
        return {code: name for each in reversed(self._connections) for code, name in each.execute(asked)}

    def towns_within(self, west: float, south: float, east: float, north: float) -> list[Entry]:
        """Find the settlements inside a box of degrees, the largest first (the whole file is walked: .05 s)."""
        found: dict[int, Entry] = {}
        for each in self._connections:
            rows = each.execute(
                "SELECT * FROM places WHERE kind = 'settlement' AND lat BETWEEN ? AND ? AND lon BETWEEN ? AND ? "
                "ORDER BY population DESC, id LIMIT ?",
                (south, north, west, east, _MOST),
            )
            for row in rows:
                found.setdefault(row[0], _entry(*row))
        return sorted(found.values(), key=lambda entry: (-entry.population, entry.id))

    def made_from(self) -> list[str]:
        """What each open file was made from, with versions, as its own table says."""
        rows = (
            each.execute("SELECT value FROM about WHERE name = 'made from'").fetchone() for each in self._connections
        )
        return [str(row[0]) for row in rows if row]

    def _fetch_units(self, within: str) -> tuple[str, ...]:
        """The names of the units right below a country or unit."""
        rows = (
            row
            for each in self._connections
            for row in each.execute(
                "SELECT name, code FROM units WHERE code > ? AND code < ?", (f"{within}.", f"{within}/")
            )
        )
        return tuple(dict.fromkeys(name for name, code in rows if code.count(".") == within.count(".") + 1))

    def _of_unit(self, key: str, country: str | None) -> list[Entry]:
        """Answer "Velm Province" by the units named Velm, "Velm City" by the towns."""
        if (split := without_unit(key)) is None:
            return []
        shorter, is_town = split
        found = self._answer("names", shorter, country)
        return [each for each in found if (each.kind == "settlement" if is_town else each.kind.startswith("admin"))]

    def _work_answer_out(self, table: str, key: str, country: str | None) -> tuple[Entry, ...]:
        found: list[Entry] = []
        for identifier, rank in self._posts(table, key):
            entry = self._entries(identifier)
            if entry is None or any(_is_same_unit(entry, other) for other in found):
                continue
            if country is None or country == entry.country or country in entry.inside:
                found.append(replace(entry, rank=RANKS[rank]))
            if len(found) == _MOST:
                break
        return tuple(found)

    def _fetch_posts(self, table: str, key: str) -> tuple[tuple[int, int], ...]:
        found: dict[int, int] = {}
        for each in self._connections:
            if row := each.execute(f"SELECT places FROM {table} WHERE key = ?", (key,)).fetchone():  # noqa: S608 - own names
                for identifier, rank in unpack(row[0]):
                    found.setdefault(identifier, rank)
        return tuple(found.items())

    def _fetch_entry(self, identifier: int) -> Entry | None:
        for each in self._connections:
            if row := each.execute("SELECT * FROM places WHERE id = ?", (identifier,)).fetchone():
                return _entry(*row)
        return None


def _likeness(one: str, other: str) -> float:
    """How alike two folded names of units are, from 0 to 1; the same consonants in the same order are all but one."""
    if one[:1] != other[:1]:
        return 0.0
    bare = skeleton(one, least=_CONSONANTS)
    if bare is not None and bare == skeleton(other, least=_CONSONANTS):
        return max(_LIKE, ratio(one, other) / 100)
    return ratio(one, other) / 100


def _is_same_unit(entry: Entry, other: Entry) -> bool:
    """Whether two entries are one unit: an imported one has an id of its own, the pack's goes by its code."""
    same = (entry.kind, entry.admin1, entry.admin2) == (other.kind, other.admin1, other.admin2)
    return same and entry.kind in ("admin1", "admin2")


def _entry(*row: Any) -> Entry:
    values: list[Any] = [*row[:10], bool(row[10]), row[11], tuple(row[12].split())]
    return Entry(*values)


def open_gazetteer(path: Path = PACK, own: Path | None = None) -> Gazetteer:
    """Open a built gazetteer, and the user's own places where that file exists.

    Raises:
        MissingPart: there is no file at `path`.
        BrokenStore: a file is no gazetteer.
    """
    if not path.is_file():
        raise MissingPart(f"The gazetteer is not built ({path}); run `make demo` or `everyclaim gazetteer build`.")
    files = [path] if own is None or not own.is_file() else [own, path]
    return Gazetteer([_connect(each) for each in files])


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
    try:
        connection.execute("SELECT 1 FROM places LIMIT 1")
    except sqlite3.DatabaseError as error:
        connection.close()
        raise BrokenStore(f"{path} is no gazetteer; delete it and run `everyclaim gazetteer build`.") from error
    return connection


_chosen: list[tuple[Path, Path | None]] = [(PACK, None)]


def use(path: Path = PACK, own: Path | None = None) -> None:
    """Say which files this process reads from now on. Called by flow, once."""
    _chosen[0] = (path, own)


def current() -> Gazetteer:
    """The gazetteer in use, opened at the first call and kept.

    Raises:
        MissingPart: it is not built.
    """
    return _opened(*_chosen[0])


@lru_cache(maxsize=4)
def _opened(path: Path, own: Path | None) -> Gazetteer:
    return open_gazetteer(path, own)


@lru_cache(maxsize=1)
def demonyms() -> dict[str, str]:
    """Folded adjectives and nouns for a country's people, plurals included, with the country they are evidence for."""
    found: dict[str, str] = {}
    for code, each in load_list("countries").items():
        for word in each.get("people", ()):
            for form in (word, f"{word}s"):
                found.setdefault(fold(form), code)
    return found


def kilometres(here: tuple[float, float], there: tuple[float, float]) -> float:
    """The distance of two points (latitude, longitude) on the sphere."""
    lat_1, lon_1, lat_2, lon_2 = map(radians, (*here, *there))
    half = sin((lat_2 - lat_1) / 2) ** 2 + cos(lat_1) * cos(lat_2) * sin((lon_2 - lon_1) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(half))
