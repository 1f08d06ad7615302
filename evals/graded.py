"""Single values held against what people coded: which claims of a record are right, wherever an answer says so.

A claim is right where what it says is true, however coarse: a day within the days that it names, a point within the
radius of its place. Claims about which no answer speaks are not graded. Not graded either are counts of corpora that
register the final toll (an early report cannot know it) and reports of which only attacks of one kind were coded.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from everyclaim.bench.records import KINDS, TOLD, figures, happenings, incident_type, numbers
from everyclaim.bench.totals import figures as counted
from everyclaim.bench.totals import main_happening
from everyclaim.codec import Json
from everyclaim.match.nearness import kilometres
from everyclaim.model import Place

NEAR = 25.0
"""Kilometres within which a point is that of the place, where neither the answer nor the place says another radius."""
WIDE = {"province": 150.0, "district": 60.0, "line_or_landscape": 150.0}
"""The same for places that are no point."""
HARMS = frozenset({"killed", "injured", "abducted", "missing", "displaced"})


class Graded(NamedTuple):
    """One claim, and whether it is right."""

    field: str
    claim: Json
    right: bool


Grade = Callable[[Json, Json], Iterator[Graded]]
"""(line of a corpus, record of it) -> its graded claims."""


def reports(line: Json, record: Json) -> Iterator[Graded]:
    """Whole incident reports: figures with their voice, and type, day, place and doer of each incident that is met."""
    coded = line["gold"].get("incidents", [])
    told = list(happenings(record))
    met = dict(_met(told, coded, record))
    for each in told:
        about = [claim for claim in record["claims"] if each["id"] in claim["about"] and claim["modality"] in TOLD]
        due = met.get(each["id"])
        yield from (
            Graded("type", claim, due is not None and _is_type(each, about, due)) for claim in _of(about, "type")
        )
        if due is not None:
            yield from _circumstances(about, due)
    yield from _figures(record, told, [claim for due in coded for claim in due["claims"]])


def short_reports(line: Json, record: Json) -> Iterator[Graded]:
    """Reports of which only the figures were coded."""
    yield from _figures(record, list(happenings(record)), line["gold"].get("claims", []))


def statements(line: Json, record: Json) -> Iterator[Graded]:
    """Official statements: day, province and counts of one operation."""
    gold = line["gold"]
    about = _about_main(record)
    yield from (
        Graded("when", claim, _holds(claim["value"], gold["date"], gold["date"])) for claim in _of(about, "when")
    )
    yield from (Graded("where", claim, _is_province(claim["value"], gold["province"])) for claim in _of(about, "where"))
    for field, name in (("killed", "killed"), ("detained", "captured")):
        found = [each for each in counted(record, field) if numbers(each["value"]) is not None]
        if len(found) == 1:
            yield Graded(field, found[0], found[0]["value"]["number"] == gold[name])


def cases(line: Json, record: Json) -> Iterator[Graded]:
    """Reports of one registered case: its day and its place."""
    gold = line["gold"]["incident"]
    about = _about_main(record)
    if gold.get("date"):
        days = (
            Graded("when", claim, _holds(claim["value"], gold["date"], gold["date"])) for claim in _of(about, "when")
        )
        yield from days
    if gold.get("lat") is not None:
        place = {"lat": gold["lat"], "lon": gold["lon"], "country": "US", "km": NEAR}
        yield from (Graded("where", claim, _is_near(claim["value"], place)) for claim in _of(about, "where"))


def _of(claims: Iterable[Json], *fields: str) -> list[Json]:
    return [claim for claim in claims if claim["field"] in fields and claim["standing"] == "asserted"]


def _about_main(record: Json) -> list[Json]:
    main = main_happening(record)["id"]
    return [claim for claim in record["claims"] if main in claim["about"] and claim["modality"] in TOLD]


def _met(told: list[Json], coded: list[Json], record: Json) -> Iterator[tuple[str, Json]]:
    """Which happening is which coded incident: the likest pair first, each once."""
    pairs = [(_likeness(each, due, record, told), -n, -m) for n, each in enumerate(told) for m, due in enumerate(coded)]
    taken: set[int] = set()
    given: set[int] = set()
    for score, n, m in sorted(pairs, reverse=True):
        if score > 0 and -n not in taken and -m not in given:
            taken.add(-n)
            given.add(-m)
            yield told[-n]["id"], coded[-m]


def _likeness(each: Json, due: Json, record: Json, told: list[Json]) -> int:
    about = [claim for claim in record["claims"] if each["id"] in claim["about"]]
    day = each["when"] is not None and bool(due["date"].get("start")) and _is_day(each["when"], due["date"])
    place = each["where"] is not None and _is_near(each["where"], due["place"])
    same = sum(any(_is_count(claim, coded) for coded in due["claims"]) for claim in figures(record, each, told))
    return 2 * day + 2 * place + _is_type(each, about, due) + same


def _is_type(each: Json, about: list[Json], due: Json) -> bool:
    return incident_type(each, about) in {due["type"], *due.get("type_ok", [])}


def _circumstances(about: list[Json], due: Json) -> Iterator[Graded]:
    if due["date"].get("start"):
        yield from (Graded("when", claim, _is_day(claim["value"], due["date"])) for claim in _of(about, "when"))
    yield from (Graded("where", claim, _is_near(claim["value"], due["place"])) for claim in _of(about, "where"))
    doers = [name for each in due["perpetrators"] for name in (each["name"], *each.get("aka", []))]
    for claim in _of(about, "by", "responsibility"):
        yield Graded("by", claim, any(_alike(claim["value"]["name"], name) for name in doers))


def _figures(record: Json, told: list[Json], coded: list[Json]) -> Iterator[Graded]:
    """Counts of people, each answer used once; right are number and kind, said by a voice that is accepted."""
    left = [each for each in coded if "min" in each]
    for each in told:
        for claim in figures(record, each, told):
            if claim["field"] in HARMS and numbers(claim["value"]) is not None:
                found = next((due for due in left if _is_count(claim, due)), None)
                if found is not None:
                    left.remove(found)
                yield Graded(claim["field"], claim, found is not None and _is_said(claim, found))


def _is_count(claim: Json, due: Json) -> bool:
    limits = numbers(claim["value"])
    kinds = {due["kind"], *due.get("kind_ok", [])}
    if limits is None or "min" not in due or KINDS[claim["field"]] not in kinds:
        return False
    tops = {due["max"], due["min"]} if due["max"] is None or due.get("open_ok") else {due["max"]}
    return limits[0] == due["min"] and (limits[1] in tops or (limits[1] is None and bool(due.get("open_ok"))))


def _is_said(claim: Json, due: Json) -> bool:
    voices = [name for each in claim["said_by"] for name in (each["name"], each["words"])] or ["narrator"]
    return any(_alike(voice, name) for voice in voices for name in due["attributed_to"])


def _alike(one: str, other: str) -> bool:
    first, second = (f" {''.join(c if c.isalnum() else ' ' for c in each.casefold())} " for each in (one, other))
    first, second = f" {' '.join(first.split())} ", f" {' '.join(second.split())} "
    return bool(first.strip() and second.strip()) and (first in second or second in first)


def _is_day(value: Json, due: Json) -> bool:
    start = date.fromisoformat(due["start"])
    end = date.fromisoformat(due["end"] or due["start"])
    slack = timedelta(days=due.get("tol", 0))
    return _holds(value, (start - slack).isoformat(), (end + slack).isoformat())


def _holds(value: Json, first: str, last: str) -> bool:
    """Whether the days that a value names meet those of the answer."""
    return (value["earliest"] or "0001-01-01") <= last and first <= (value["latest"] or "9999-12-31")


def _is_near(value: Json, due: Json) -> bool:
    if value["precision"] == "country":
        return bool(value["country"] == due["country"])
    if value["lat"] is None:
        return False
    radius = max(due.get("km", NEAR), value["radius_km"] or 0.0, WIDE.get(value["precision"], 0.0))
    points = [(due["lat"], due["lon"]), *due.get("alt", [])]
    here = Place("", lat=value["lat"], lon=value["lon"])
    return any(kilometres(here, Place("", lat=lat, lon=lon)) <= radius for lat, lon in points)


def _is_province(value: Json, due: str) -> bool:
    if value["precision"] == "country":
        return bool(value["country"] == "AF")
    return _skeleton(value["admin1"] or value["name"]) == _skeleton(due)


def _skeleton(name: str) -> str:
    """The consonants of a province's name: "Khowst" and "Khost", "Qandahar" and "Kandahar" have the same."""
    letters = name.casefold().replace("province", "").replace("q", "k").replace("maidan", "")
    return "".join(sign for sign in letters if sign in "bcdfgjklmnprstvxz").replace("rdg", "rdk")
