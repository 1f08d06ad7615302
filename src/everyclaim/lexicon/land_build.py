"""Builds the outlines of land and borders at set-up, from the pinned npm package world-atlas (Natural Earth, 1:10m).

    python -m everyclaim.lexicon.land_build NODE_MODULES

The package keeps each stretch of coast or border once, as differences between whole numbers; here every ring of land
and every stretch that two countries share is written out, so that `land.py` can fetch those near a place.
"""

import json
import os
import sqlite3
import struct
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from itertools import accumulate
from pathlib import Path
from typing import Any

from everyclaim.errors import MissingPart
from everyclaim.lexicon.land import PACK, Line

_TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE lines (
  kind TEXT NOT NULL, west REAL NOT NULL, south REAL NOT NULL, east REAL NOT NULL, north REAL NOT NULL,
  points BLOB NOT NULL);
"""


def build(target: Path, package: Path) -> None:
    """Build the file of outlines.

    Args:
        target: the file to write; replaced only when the new one is complete.
        package: the folder of the npm package world-atlas.

    Raises:
        MissingPart: the package is not installed.
    """
    source = package / "countries-10m.json"
    if not source.is_file():
        raise MissingPart(f"No countries-10m.json in {package}; run `npm ci --ignore-scripts` first.")
    topology = json.loads(source.read_text(encoding="utf-8"))
    version = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_suffix(f".{os.getpid()}.draft")
    draft.unlink(missing_ok=True)
    with closing(sqlite3.connect(draft)) as connection:
        connection.executescript(_TABLES)
        connection.execute("INSERT INTO about VALUES ('made from', ?)", (f"world-atlas {version}",))
        for kind, line in _lines(topology):
            connection.execute("INSERT INTO lines VALUES (?,?,?,?,?,?)", (kind, *_box(line), _pack(line)))
        connection.commit()
    draft.replace(target)


def _lines(topology: Any) -> Iterator[tuple[str, Line]]:
    """Every ring of land, then every stretch of border that lies between two countries."""
    arcs = [_arc(arc, topology["transform"]) for arc in topology["arcs"]]
    for land in topology["objects"]["land"]["geometries"]:
        for ring in _rings(land):
            yield "land", _join(ring, arcs)
    sides: Counter[int] = Counter()
    for country in topology["objects"]["countries"]["geometries"]:
        sides.update({arc if arc >= 0 else ~arc for ring in _rings(country) for arc in ring})
    yield from (("border", arcs[arc]) for arc, count in sorted(sides.items()) if count > 1)


def _arc(arc: list[list[int]], transform: Any) -> Line:
    """The points of an arc: each but the first is the difference to the one before."""
    (scale_x, scale_y), (left, low) = transform["scale"], transform["translate"]
    across, up = (accumulate(values) for values in zip(*arc, strict=True))
    return [(left + x * scale_x, low + y * scale_y) for x, y in zip(across, up, strict=True)]


def _rings(geometry: Any) -> Iterator[list[int]]:
    polygons = {"Polygon": [geometry.get("arcs", [])], "MultiPolygon": geometry.get("arcs", [])}.get(geometry["type"])
    for polygon in polygons or []:
        yield from polygon


def _join(ring: list[int], arcs: list[Line]) -> Line:
    """A ring is made of arcs; a complemented number means that the arc runs backwards."""
    line: Line = []
    for number in ring:
        part = arcs[number] if number >= 0 else arcs[~number][::-1]
        line += part[1:] if line else part
    return line


def _box(line: Line) -> tuple[float, float, float, float]:
    across, up = [point[0] for point in line], [point[1] for point in line]
    return min(across), min(up), max(across), max(up)


def _pack(line: Line) -> bytes:
    return struct.pack(f"<{2 * len(line)}f", *(value for point in line for value in point))


if __name__ == "__main__":
    build(PACK, Path(sys.argv[1]) / "world-atlas")
