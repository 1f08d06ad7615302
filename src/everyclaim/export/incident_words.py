"""Puts an incident in people's words and order: its title, its figures, and who says what in which report.

Where it stands: between an incident's JSON (codec) and what shows it (the card, tables). The words for values are those
of `wording.py`, the order of claims that of `outline.py`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from everyclaim.codec import Json
from everyclaim.export.outline import Line, outline
from everyclaim.export.wording import GROUPS, LABELS, say, say_type, spaced

_ORDER = {field: place for place, field in enumerate(LABELS)}


@dataclass(frozen=True, slots=True)
class Telling:
    """One claim about an incident: the line that tells it, and the report in which it stands."""

    line: Line
    report: Json


def title(incident: Json) -> str:
    """What happened, where and when, in one line."""
    kind = say_type(incident["type"]["value"]) if incident["type"] else "event"
    place = say("where", incident["where"]) if incident["where"] else "place unknown"
    day = say("when", incident["when"]) if incident["when"] else "date unknown"
    return f"{kind[:1].upper()}{kind[1:]} · {place} · {day}"


def say_range(row: Json) -> str:
    """A row's bounds: "7", "7–57", "7 or more", "up to 50", "unknown"."""
    low, high = row["low"], row["high"]
    if low is None and high is None:
        return "verified " + f"{row['verified']:,}" if row["verified"] is not None else "unknown"
    if high is None or (row["open_high"] and low == high):
        return f"{low or 0:,} or more"
    if low is None:
        return f"up to {high:,}"
    said = f"{low:,}" if low == high else f"{low:,}–{high:,}"
    return f"{said} or more" if row["open_high"] else said


def say_whom(row: Json) -> str:
    """Which harm to whom a row counts: "killed, civilian children"."""
    status = "" if row["status"] == "all" and row["group"] else spaced(row["status"])
    whom = " ".join(each for each in (status, GROUPS.get(row["group"] or "", "")) if each)
    return f"{spaced(row['kind'])}, {whom}" + (f" of {row['side']}" if row["side"] else "")


def say_standing(assessment: Json) -> str:
    """Status, grade and verification in one line."""
    acknowledged = assessment["acknowledged"]
    said = [assessment["strike_status"], assessment["grade"], assessment["verification"]]
    said += [f"strike {word}" for word in [_acknowledged(acknowledged["strike"])] if word]
    said += [f"harm {word}" for word in [_acknowledged(acknowledged["harm"])] if word]
    return " · ".join(each for each in said if each) or "no grade"


def _acknowledged(word: str | None) -> str | None:
    return {"yes": "acknowledged", "denied": "denied"}.get(word or "")


def claims_of(incident: Json, records: Mapping[str, Json]) -> list[tuple[Json, Json]]:
    """The claims of an incident, each with its report, in the order of the reports and of their text.

    Args:
        incident: an incident's JSON.
        records: the records of its reports, by report id.
    """
    held = set(incident["claims"])
    told = [records[each["id"]] for each in incident["reports"]]
    return [(claim, record["report"]) for record in told for claim in record["claims"] if claim["id"] in held]


def tell(incident: Json, records: Mapping[str, Json]) -> Sequence[Telling]:
    """Tell every claim of an incident: by field in people's order, the preferred value first."""
    told = claims_of(incident, records)
    reports = {claim["id"]: report for claim, report in told}
    place = {claim["id"]: at for at, (claim, _) in enumerate(told)}
    joined = {
        "happenings": [{**{name: incident[name] for name in ("id", "type", "when", "where")}, **_ONE}],
        "claims": [_joined(claim, report, incident) for claim, report in told],
        "evidence": [
            {**item, "id": _named(report, item["id"])}
            for report in reports_of(incident)
            for item in records[report]["evidence"]
        ],
    }
    lines = outline(joined)[0].lines
    ordered = sorted(lines, key=lambda line: (_ORDER[line.field], not line.preferred, place[line.id]))
    return [Telling(line, reports[line.id]) for line in ordered]


_ONE: Json = {"rank": "main", "modality": "happened", "parent": None}


def _joined(claim: Json, report: Json, incident: Json) -> Json:
    """A claim among those of other reports: what stands against it there, and evidence under names of their own."""
    pairs = [pair for pair in incident["contradictions"] if claim["id"] in pair]
    against = {each for pair in pairs for each in pair if each != claim["id"]}
    return {
        **claim,
        "about": [incident["id"]],
        "contradicts": sorted({*claim["contradicts"], *against}),
        "supported_by": [_named(report["id"], each) for each in claim["supported_by"]],
    }


def reports_of(incident: Json) -> list[str]:
    """The ids of an incident's reports."""
    return [each["id"] for each in incident["reports"]]


def _named(report: str, evidence: str) -> str:
    return f"{report}/{evidence}"
