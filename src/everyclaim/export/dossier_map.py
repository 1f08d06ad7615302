"""The map of an incident as numbers for an SVG: each place as told, with a circle as wide as it is uncertain.

Where it stands: a part of the dossier. Nothing is loaded: coasts and borders come from the file that set-up built,
neighbouring towns from the gazetteer. A circle stands for the coarser of the two precisions, so that no mark says
more than is known.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians

from everyclaim.codec import Json
from everyclaim.errors import EveryclaimError
from everyclaim.export.dossier_material import Said
from everyclaim.export.wording import spaced
from everyclaim.lexicon import gazetteer
from everyclaim.lexicon.land import Box, Line, borders, land

WIDTH, HEIGHT = 960, 520
INSET_WIDTH, INSET_HEIGHT = 220, 150
INSET_KILOMETRES = 3400
"""Wide enough to show a country of middle size among its neighbours."""

_DEGREE = 111.32
_LEVELS = (
    "exact", "landmark", "street", "neighbourhood", "settlement", "near_settlement", "district", "province",
    "line_or_landscape", "country", "sea_or_air",
)  # fmt: skip
_RADII: Mapping[str, float] = {
    "exact": 0.1, "landmark": 0.5, "street": 0.5, "neighbourhood": 1.5, "settlement": 5, "near_settlement": 25,
    "district": 40, "province": 120,
}  # fmt: skip
"""Kilometres drawn where a place has no radius of its own; near a settlement is about 25 km (codebook, 8)."""

_WIDTHS: Mapping[str, float] = {"near_settlement": 340, "district": 400, "province": 800, "country": 2400}
_NARROWEST = 240
_SMALLEST = 6
_MOST_TOWNS = 14
_LETTER, _LINE = 7.0, 17
Rectangle = tuple[float, float, float, float]
"""Left, top, right, bottom, in pixels."""

_BARS = (10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, slots=True)
class Mark:
    """A place of the incident: its point, the radius drawn, and its label."""

    x: float
    y: float
    radius: float
    label: str
    note: str
    preferred: bool
    href: str


@dataclass(frozen=True, slots=True)
class Town:
    """A neighbouring place, for bearings."""

    x: float
    y: float
    name: str
    label_x: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Map:
    """All that is drawn, in pixels; `coasts` and `borders` are SVG paths."""

    land: str
    borders: str
    marks: tuple[Mark, ...]
    towns: tuple[Town, ...]
    graticule: tuple[tuple[float, float, float, float, str], ...]
    bar: tuple[float, str]
    inset_land: str
    inset_borders: str
    inset_box: tuple[float, float, float, float]
    outlined: bool


@dataclass(frozen=True, slots=True)
class View:
    """A stretch of the earth on a sheet: degrees around a middle, true to scale at it."""

    lat: float
    lon: float
    width: float
    height: float
    scale: float

    def xy(self, lon: float, lat: float) -> tuple[float, float]:
        """A point on the sheet."""
        across = (lon - self.lon + 180) % 360 - 180
        x = self.width / 2 + across * cos(radians(self.lat)) * self.scale
        return round(x, 1), round(self.height / 2 + (self.lat - lat) * self.scale, 1)

    @property
    def box(self) -> Box:
        """What is seen, and a little more, so that cut edges lie outside."""
        up = self.height / 2 / self.scale * 1.02
        across = self.width / 2 / self.scale / cos(radians(self.lat)) * 1.02
        return Box(self.lon - across, self.lat - up, self.lon + across, self.lat + up)


def draw(incident: Json, said: Sequence[Said]) -> Map | None:
    """Lay out the map; None where no place of the incident has a point.

    Args:
        incident: the view of the incident.
        said: its claims in words.
    """
    told = _places(incident, said)
    if not told:
        return None
    view = _view(told)
    inset = View(view.lat, view.lon, INSET_WIDTH, INSET_HEIGHT, INSET_WIDTH * _DEGREE / INSET_KILOMETRES)
    marks = tuple(_marks(told, view))
    coasts = _path(land(view.box), view, close=True)
    return Map(
        land=coasts,
        borders=_path(borders(view.box), view),
        marks=marks,
        towns=tuple(_towns(view, marks)),
        graticule=tuple(_graticule(view)),
        bar=_bar(view),
        inset_land=_path(land(inset.box), inset, close=True),
        inset_borders=_path(borders(inset.box), inset),
        inset_box=_inset_box(view, inset),
        outlined=bool(coasts),
    )


def coarser(place: Json) -> str:
    """The coarser of what the words give and what the point stands for."""
    levels = [each for each in (place["precision"], place["point_precision"]) if each]
    return str(max(levels, key=_LEVELS.index))


def _places(incident: Json, said: Sequence[Said]) -> list[Said]:
    """The claims of place that have a point, one for each point and precision, the preferred first."""
    claims = [each for each in said if each.field == "where" and each.raw["lat"] is not None]
    claims = [each for each in claims if "denied" not in each.cautions and coarser(each.raw) in _RADII]
    seen: dict[tuple[object, ...], Said] = {}
    wanted = incident["where"] and incident["where"]["claim"]
    for each in sorted(claims, key=lambda it: it.id != wanted):
        seen.setdefault((each.raw["lat"], each.raw["lon"], coarser(each.raw)), each)
    return list(seen.values())


def _view(told: Sequence[Said]) -> View:
    """Around the first place, so wide that its precision and the other places near by are seen."""
    first = told[0].raw
    wide = max(_WIDTHS.get(coarser(first), _NARROWEST), 5 * _radius(first))
    here = (first["lat"], first["lon"])
    for each in told[1:]:
        away = gazetteer.kilometres(here, (each.raw["lat"], each.raw["lon"]))
        wide = max(wide, 2.4 * away * WIDTH / HEIGHT) if away < 2 * wide else wide
    return View(first["lat"], first["lon"], WIDTH, HEIGHT, WIDTH * _DEGREE / wide)


def _radius(place: Json) -> float:
    return float(max(place["radius_km"] or 0, _RADII[coarser(place)]))


def _marks(told: Iterable[Said], view: View) -> Iterator[Mark]:
    for each in told:
        place = each.raw
        x, y = view.xy(place["lon"], place["lat"])
        if not (0 <= x <= WIDTH and 0 <= y <= HEIGHT):
            continue
        radius = max(_radius(place) / _DEGREE * view.scale, _SMALLEST)
        level = coarser(place)
        note = f"known to the {spaced(level)}" if level not in {"exact", "near_settlement"} else spaced(level)
        note += f"; the circle has a radius of {_radius(place):g} km"
        yield Mark(x, y, round(radius, 1), place["name"], note, each.preferred, each.href)


def _towns(view: View, marks: Sequence[Mark]) -> Iterator[Town]:
    """The largest towns in view whose labels do not run into each other or into the incident's own."""
    try:
        entries = gazetteer.current().towns_within(*view.box)
    except EveryclaimError:
        return
    taken = [
        (mark.x - mark.radius - 40, mark.y - mark.radius - 22, mark.x + mark.radius + 40, mark.y + mark.radius)
        for mark in marks
    ]
    taken.append((0, 0, INSET_WIDTH + 16, INSET_HEIGHT + 16))
    count = 0
    for each in entries:
        x, y = view.xy(each.lon, each.lat)
        needed = _LETTER * len(each.name) + 10
        flips = x + needed > WIDTH
        box = (x - needed if flips else x - 4, y - _LINE / 2, x + 4 if flips else x + needed, y + _LINE / 2)
        if not (8 < x < WIDTH - 8 and 12 < y < HEIGHT - 24) or any(_meet(box, other) for other in taken):
            continue
        taken.append(box)
        count += 1
        yield Town(x, y, each.name, x - 6 if flips else x + 6, "end" if flips else "start")
        if count == _MOST_TOWNS:
            return


def _meet(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _path(lines: Iterable[Line], view: View, *, close: bool = False) -> str:
    """Lines as one SVG path; points nearer than a pixel to the last are left out."""
    parts = []
    for line in lines:
        kept: list[tuple[float, float]] = []
        for lon, lat in line:
            x, y = view.xy(lon, lat) if not close else _unwrapped(view, lon, lat)
            if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= 1:
                kept.append((x, y))
        if len(kept) > 1 + close:
            parts.append("M" + "L".join(f"{x:g} {y:g}" for x, y in kept) + ("Z" if close else ""))
    return "".join(parts)


def _unwrapped(view: View, lon: float, lat: float) -> tuple[float, float]:
    """A point of a ring that was cut to the view already: no turn around the earth may tear it apart."""
    x = view.width / 2 + (lon - view.lon) * cos(radians(view.lat)) * view.scale
    return round(x, 1), round(view.height / 2 + (view.lat - lat) * view.scale, 1)


def _graticule(view: View) -> Iterator[tuple[float, float, float, float, str]]:
    box = view.box
    step = next((each for each in (0.5, 1, 2, 5, 10, 20) if (box.north - box.south) / each <= 5), 30)
    for number in range(int(box.south // step) + 1, int(box.north // step) + 1):
        _, y = view.xy(view.lon, number * step)
        yield 0, y, WIDTH, y, f"{abs(number * step):g}° {'N' if number >= 0 else 'S'}"
    for number in range(int(box.west // step) + 1, int(box.east // step) + 1):
        degrees = (number * step + 180) % 360 - 180
        x, _ = _unwrapped(view, number * step, view.lat)
        yield x, 0, x, HEIGHT, f"{abs(degrees):g}° {'E' if degrees >= 0 else 'W'}"


def _bar(view: View) -> tuple[float, str]:
    """The scale bar: the longest round length within a fifth of the width."""
    lengths = [(each / _DEGREE * view.scale, each) for each in _BARS]
    fitting = [pair for pair in lengths if pair[0] <= WIDTH / 5] or lengths[:1]
    return round(fitting[-1][0], 1), f"{fitting[-1][1]} km"


def _inset_box(view: View, inset: View) -> tuple[float, float, float, float]:
    part = inset.scale / view.scale
    width, height = round(max(view.width * part, 5), 1), round(max(view.height * part, 4), 1)
    return round((INSET_WIDTH - width) / 2, 1), round((INSET_HEIGHT - height) / 2, 1), width, height
