"""The timeline of an incident as numbers for an SVG: when it happened as told, and when each report came.

Where it stands: a part of the dossier. A time is drawn as wide as it is known: a day is a day wide, "dawn" a few hours,
and an end that nobody gives fades out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from everyclaim.codec import Json
from everyclaim.export.dossier_material import Said
from everyclaim.export.wording import say

WIDTH, LEFT, RIGHT = 960, 20, 20
_LATER = 60
_GAP = timedelta(days=30)
"""A report that comes after a silence of more than a month, and of more than all the time before, is drawn behind a
break: a report of years later would press the days that matter into one mark."""

ROW, TOP, AXIS = 26, 12, 30
_LABEL_FLIPS = 0.62
"""From this part of the width on, a report's name stands before its mark instead of behind it."""
_LETTER = 7.2
"""The mean width of a letter of the labels."""

_PARTS = {
    "dawn": (4, 7), "early_morning": (4, 8), "morning": (6, 12), "noon": (11, 13), "midday": (11, 13),
    "afternoon": (12, 18), "evening": (17, 22), "dusk": (17, 20), "night": (20, 28), "overnight": (20, 30),
    "midnight": (23, 25),
}  # fmt: skip
"""Hours that the words for parts of a day stand for, wide rather than narrow."""

_STEPS = (1, 2, 7, 14, 30, 91, 182, 365, 730, 1826, 3652)
_MOST_TICKS = 10
_MOST_TIMES = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """A time as told: from `x` on, `width` wide; `open` names the end that nobody gives ("start", "end" or "").

    `inside`: the label stands in the bar, there being no room beside it.
    """

    x: float
    y: float
    width: float
    label: str
    label_x: float
    anchor: str
    inside: bool
    preferred: bool
    open: str
    href: str


@dataclass(frozen=True, slots=True)
class Dot:
    """The day on which a report was published; `later` if the axis ends before it."""

    later: bool
    x: float
    y: float
    label: str
    label_x: float
    anchor: str
    href: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """All that is drawn. `undated` names the reports without a day; behind `breaks` the axis is no more to scale."""

    height: float
    breaks: float | None
    ticks: tuple[tuple[float, str], ...]
    bars: tuple[Bar, ...]
    dots: tuple[Dot, ...]
    divide: float
    undated: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    days: int
    later: bool

    @property
    def last(self) -> date:
        """The last day on the axis."""
        return self.first + timedelta(days=self.days - 1)

    @property
    def width(self) -> float:
        """How wide the axis is."""
        return WIDTH - LEFT - RIGHT - (_LATER if self.later else 0)

    def x(self, day: date, hours: float = 0) -> float:
        part = ((day - self.first).days + hours / 24) / self.days
        return round(LEFT + min(max(part, 0), 1) * self.width, 1)


def timeline(incident: Json, said: Sequence[Said], reports: Sequence[tuple[int, Json]]) -> Timeline | None:
    """Lay out the timeline; None where neither the incident nor a report has a day.

    Args:
        incident: the view of the incident.
        said: its claims in words.
        reports: number and head of each report.
    """
    dated = [(number, each, date.fromisoformat(each["published"])) for number, each in reports if each["published"]]
    times = list(_times(said))
    scale = _scale(incident["when"], [day for _, _, day in dated])
    if scale is None:
        return None
    bars = tuple(_bar(each, TOP + ROW * place, scale) for place, each in enumerate(times))
    divide = TOP + ROW * len(bars) + 4
    ordered = sorted(dated, key=lambda it: (it[2], it[0]))
    dots = tuple(
        _dot(number, report, day, (divide + 10 + ROW * place, scale))
        for place, (number, report, day) in enumerate(ordered)
    )
    undated = tuple(each["publisher"] or f"Report {number}" for number, each in reports if not each["published"])
    breaks = LEFT + scale.width + 8 if scale.later else None
    return Timeline(divide + 10 + ROW * len(dots) + AXIS, breaks, tuple(_ticks(scale)), bars, dots, divide, undated)


def _times(said: Sequence[Said]) -> Iterator[Said]:
    """Each time as told, once, the preferred first."""
    claims = [each for each in said if each.field == "when" and "denied" not in each.cautions]
    seen: dict[tuple[object, ...], Said] = {}
    for each in sorted(claims, key=lambda it: not it.preferred):
        raw = each.raw
        if raw["earliest"] or raw["latest"]:
            seen.setdefault((raw["earliest"], raw["latest"], raw["part_of_day"], raw["time"]), each)
    yield from list(seen.values())[:_MOST_TIMES]


def _scale(when: Json | None, published: list[date]) -> _Scale | None:
    ends = [date.fromisoformat(when[name]) for name in ("earliest", "latest") if when and when[name]]
    days = [*ends, *published]
    if not days:
        return None
    ordered = sorted(days)
    last = ordered[0]
    for day in ordered:
        if day - last > max(_GAP, last - ordered[0]) and day in published:
            break
        last = day
    first = ordered[0] - timedelta(days=1)
    return _Scale(first, (last - first).days + 2, later=last < ordered[-1])


def _bar(claim: Said, y: float, scale: _Scale) -> Bar:
    raw = claim.raw
    earliest, latest = (each and date.fromisoformat(each) for each in (raw["earliest"], raw["latest"]))
    start, end = _hours(raw) if earliest == latest else (0.0, 24.0)
    left = scale.x(earliest, start) if earliest else LEFT
    right = scale.x(latest, end) if latest else WIDTH - RIGHT
    fades = "start" if earliest is None else "end" if latest is None else ""
    label = f"{say('when', raw)} ({claim.voice})"
    width = max(round(right - left, 1), 3)
    inside, label_x, anchor = _label_at(left, width, _LETTER * len(label))
    return Bar(left, y, width, label, label_x, anchor, inside, claim.preferred, fades, claim.href)


def _label_at(left: float, width: float, needed: float) -> tuple[bool, float, str]:
    """Where a bar's label has room: behind it, before it, else in it."""
    if left + width + 8 + needed <= WIDTH:
        return False, left + width + 8, "start"
    if needed + 8 <= left:
        return False, left - 8, "end"
    return True, left + 8, "start"


def _hours(raw: Json) -> tuple[float, float]:
    if raw["time"]:
        hour, _, minute = raw["time"].partition(":")
        at = int(hour) + int(minute or 0) / 60
        return at, at + 0.5
    first, last = _PARTS.get(raw["part_of_day"] or "", (0, 24))
    return first, last


def _dot(number: int, report: Json, day: date, at: tuple[float, _Scale]) -> Dot:
    y, scale = at
    later = day > scale.last
    x = WIDTH - RIGHT - _LATER / 2 if later else scale.x(day, 12)
    flips = x > LEFT + _LABEL_FLIPS * WIDTH
    label = f"{report['publisher'] or report['title'] or 'Report'} [{number}], {day.day} {day:%b %Y}"
    return Dot(later, x, y, label, x - 10 if flips else x + 10, "end" if flips else "start", f"report-{number}")


def _ticks(scale: _Scale) -> Iterator[tuple[float, str]]:
    step = next((each for each in _STEPS if scale.days / each <= _MOST_TICKS), _STEPS[-1])
    for days in range(0, scale.days, step):
        day = scale.first + timedelta(days=days)
        yield scale.x(day), f"{day.day} {day:%b}" if step < 30 else f"{day:%b %Y}"
