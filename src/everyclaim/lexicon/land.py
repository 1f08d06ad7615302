"""Outlines of land and borders between countries, for maps that are drawn without a network.

Where it stands: `export` draws them behind an incident's place. The file is built at set-up (`land_build.py`) from
Natural Earth, which is in the public domain; where it is absent, maps go without.
"""

import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Literal, NamedTuple

PACK = Path(__file__).parent / "packs" / "land.sqlite"
CREDIT = "Coasts and borders: Natural Earth, public domain; they take no side in any dispute."

Point = tuple[float, float]
"""Longitude and latitude, WGS 84."""
Line = list[Point]


class Box(NamedTuple):
    """A stretch of the earth in degrees. `west` may lie below -180 and `east` above 180."""

    west: float
    south: float
    east: float
    north: float


def land(box: Box, path: Path = PACK) -> Iterator[Line]:
    """Walk the rings of land inside a box, cut at its edges."""
    for ring in _fetch("land", box, path):
        if cut := _clip(ring, box):
            yield cut


def borders(box: Box, path: Path = PACK) -> Iterator[Line]:
    """Walk the borders that touch a box, as the stretches of them that do."""
    for line in _fetch("border", box, path):
        yield from _touching(line, box)


def _fetch(kind: Literal["land", "border"], box: Box, path: Path) -> Iterator[Line]:
    """The lines whose own box meets the box, also where it reaches across the antimeridian."""
    if not path.is_file():
        return
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        for shift in (0.0, -360.0, 360.0):
            asked = (kind, box.east - shift, box.west - shift, box.north, box.south)
            rows = connection.execute(
                "SELECT points FROM lines WHERE kind = ? AND west <= ? AND east >= ? AND south <= ? AND north >= ?",
                asked,
            )
            for (blob,) in rows:
                values = struct.unpack(f"<{len(blob) // 4}f", blob)
                yield [(values[place] + shift, values[place + 1]) for place in range(0, len(values), 2)]


def _clip(ring: Line, box: Box) -> Line:
    """Cut a ring at the four edges, one after the other (Sutherland and Hodgman)."""
    for axis, edge, sign in ((0, box.west, 1), (0, box.east, -1), (1, box.south, 1), (1, box.north, -1)):
        if all(sign * (point[axis] - edge) >= 0 for point in ring):
            continue  # most islands of a map lie whole within it
        kept: Line = []
        for before, after in pairwise([*ring[-1:], *ring]):
            inside = sign * (after[axis] - edge) >= 0
            if inside != (sign * (before[axis] - edge) >= 0):
                kept.append(_crossing(before, after, axis, edge))
            if inside:
                kept.append(after)
        ring = kept
    return ring


def _crossing(before: Point, after: Point, axis: int, edge: float) -> Point:
    part = (edge - before[axis]) / (after[axis] - before[axis])
    other = before[1 - axis] + part * (after[1 - axis] - before[1 - axis])
    return (edge, other) if axis == 0 else (other, edge)


def _touching(line: Line, box: Box) -> Iterator[Line]:
    """Stretches of a line whose points lie in the box, each with one point before and after."""
    run: Line = []
    for before, after in pairwise(line):
        if _holds(box, before) or _holds(box, after):
            run += [after] if run else [before, after]
        elif run:
            yield run
            run = []
    if run:
        yield run


def _holds(box: Box, point: Point) -> bool:
    return box.west <= point[0] <= box.east and box.south <= point[1] <= box.north
