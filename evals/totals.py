"""Totals and main happenings for corpora that code one incident a document; what counts is each adapter's rule."""

from collections.abc import Callable, Iterable

from evals.corpus import Json
from evals.records import TOLD, numbers

Choose = Callable[[Iterable[int]], int]


def figures(record: Json, *fields: str) -> list[Json]:
    """Figures of what has happened, parts and the attackers' own left out, each number of a kind of people once."""
    found: dict[tuple[str, str, int | None], Json] = {}
    for claim in record["claims"]:
        if claim["field"] in fields and claim["modality"] in TOLD and claim["standing"] == "asserted":
            value = claim["value"]
            if value["subset_of"] is None and "perpetrator" not in value["flags"]:
                found.setdefault((claim["field"], value["of"], value["number"]), claim)
    return list(found.values())


def total(record: Json, field: str, choose: Choose) -> Json:
    """One figure of a kind: the numbers joined as the corpus counts, 0 where nobody gives one."""
    limits = [numbers(claim["value"]) for claim in figures(record, field)]
    counts = [low or 0 for low, _high in (each for each in limits if each is not None)]
    number = choose(counts) if counts else 0
    return {"kind": field, "min": number, "max": number}


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
