"""Totals and main happenings for corpora that code one incident a document; what counts is each adapter's rule."""

from collections.abc import Callable, Iterable

from everyclaim.bench.records import TOLD, numbers
from everyclaim.codec import Json

Choose = Callable[[Iterable[int]], int]

_OF_ONE = frozenset({"happening", "operation"})
"""Scopes of a count of one incident; what a week or a year adds up to is none."""


def figures(record: Json, *fields: str) -> list[Json]:
    """Figures of what has happened, parts and the attackers' own left out, each number of a kind of people once.

    A part of people counted for another harm is a count of its own: "five were shot, one fatally".
    """
    fields_of = {claim["id"]: claim["field"] for claim in record["claims"]}
    found: dict[tuple[str, str, int | None], Json] = {}
    for claim in record["claims"]:
        if claim["field"] in fields and claim["modality"] in TOLD and claim["standing"] == "asserted":
            value = claim["value"]
            if fields_of.get(value["subset_of"]) != claim["field"] and "perpetrator" not in value["flags"]:
                found.setdefault((claim["field"], value["of"], value["number"]), claim)
    return list(found.values())


def totals(record: Json, choose: Choose) -> list[Json]:
    """The dead and the injured as the corpus counts; of people only "shot", those not among the dead were injured."""
    killed, injured, hit = (
        max(0, choose(groups)) if (groups := _groups(record, field)) else 0
        for field in ("killed", "injured", "killed_or_injured")
    )
    hurt = injured or max(0, hit - killed)
    return [{"kind": kind, "min": number, "max": number} for kind, number in (("killed", killed), ("injured", hurt))]


def _groups(record: Json, field: str) -> list[int]:
    """Numbers of one kind; those told in one breath ("a man and two women were killed") are one group."""
    own = (claim for claim in figures(record, field) if claim["value"]["scope"] in _OF_ONE)
    told = sorted(own, key=lambda claim: (claim["start"], claim["end"]))
    groups: list[int] = []
    reach = -1
    for claim in told:
        limits = numbers(claim["value"])
        number = (limits[0] or 0) if limits is not None else 0
        if claim["start"] < reach and groups:
            groups[-1] += number
        else:
            groups.append(number)
        reach = max(reach, claim["end"])
    return groups


def main_happening(record: Json) -> Json:
    """The main happening, or an empty one."""
    return next(
        (each for each in record["happenings"] if each["rank"] == "main"), {"id": "", "when": None, "where": None}
    )


def incident(record: Json) -> Json:
    """Day and point of the main happening."""
    happening = main_happening(record)
    when, where = happening["when"] or {}, happening["where"] or {}
    return {"date": when.get("earliest"), "lat": where.get("lat"), "lon": where.get("lon")}
