"""Tables: one row per claim; one per incident and policy; one per row of harm, with its reasons. Permalinks in each.

Where it stands: fed by the casebook's view; one of the formats of `everyclaim export`. RFC 4180, UTF-8, with a header.
Lists in a cell are separated by "; ". A value that nobody gave is an empty cell. A cell of words that a spreadsheet
would take for a formula gets an apostrophe before it: reports are written by strangers.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from everyclaim.codec import Json
from everyclaim.export.incident_words import claims_of
from everyclaim.export.permalinks import claim_link, history_link, incident_link, report_link, words_link
from everyclaim.export.policy_names import label
from everyclaim.export.wording import say_claim

_FORMULA = ("=", "+", "-", "@", "\t", "\r")

CLAIM_COLUMNS = (
    "incident", "link", "claim", "report", "words_link", "path", "publisher", "published", "url", "field", "says",
    "value", "said_by", "said_by_codes", "via", "said_at", "cue", "hedges", "mode", "modality", "standing",
    "contradicts", "confidence", "quote", "start", "end", "page", "coded_by",
)  # fmt: skip
INCIDENT_COLUMNS = (
    "incident", "link", "history_link", "policy", "policy_version", "parent", "type", "modes", "earliest", "latest",
    "time_precision", "place", "country", "admin1", "latitude", "longitude", "precision", "point_precision",
    "gazetteer", "by", "by_codes", "against", "against_codes", "strike_status", "grade", "verification",
    "acknowledged_strike", "acknowledged_harm", "civilians_killed_low", "civilians_killed_high",
    "civilians_injured_low", "civilians_injured_high", "combatants_killed_low", "combatants_killed_high",
    "killed_low", "killed_high", "killed_open_high", "reports", "voices", "claims",
)  # fmt: skip
HARM_COLUMNS = (
    "incident", "link", "policy", "policy_version", "kind", "status", "group", "side", "low", "best", "high",
    "open_high", "said_low", "said_high", "verified", "claims", "reasons",
)  # fmt: skip

ATTACHMENT_COLUMNS = (
    "about", "link", "name", "kind", "size", "original", "origin", "attached_by", "attached_at",
)  # fmt: skip

_SUMS = {
    "civilians_killed": ("killed", "civilian"),
    "civilians_injured": ("injured", "civilian"),
    "combatants_killed": ("killed", "combatant"),
    "killed": ("killed", "all"),
}


def write_claims(incidents: Iterable[Json], records: Mapping[str, Json]) -> bytes:
    """One row per claim and incident it belongs to; claims of no incident come last, without one."""
    return _table(CLAIM_COLUMNS, claim_rows(incidents, records))


def write_incidents(incidents: Iterable[Json]) -> bytes:
    """One row per incident and policy."""
    return _table(INCIDENT_COLUMNS, (row for each in incidents for row in incident_rows(each)))


def write_harm(incidents: Iterable[Json]) -> bytes:
    """One row per row of harm of each incident and policy."""
    return _table(HARM_COLUMNS, (row for each in incidents for row in harm_rows(each)))


def write_attachments(attachments: Iterable[Json]) -> bytes:
    """One row per item that people attached, whatever became of what they attached it to."""
    rows = ({**each, "link": _link_of(each["about"])} for each in attachments)
    return _table(ATTACHMENT_COLUMNS, rows)


def _link_of(about: str) -> str:
    return incident_link(about) if about.startswith("EC-") else report_link(about)


def claim_rows(incidents: Iterable[Json], records: Mapping[str, Json]) -> Iterator[Json]:
    """Walk claims as rows: those of each incident, then those of none."""
    told = set()
    for incident in incidents:
        for claim, report in claims_of(incident, records):
            told.add(claim["id"])
            yield {**_claim(claim, report), **_links(incident["id"], claim["id"])}
    for record in sorted(records.values(), key=lambda each: str(each["report"]["id"])):
        yield from (_claim(claim, record["report"]) for claim in record["claims"] if claim["id"] not in told)


def _links(incident: str, claim: str) -> Json:
    return {"incident": incident, "link": claim_link(incident, claim)}


def _claim(claim: Json, report: Json) -> Json:
    same = ("field", "said_at", "mode", "modality", "standing", "contradicts", "confidence", "quote", "start", "end")
    return {
        "claim": claim["id"],
        "report": report["id"],
        "words_link": words_link(report["id"], claim["start"], claim["end"]),
        **{name: report[name] for name in ("path", "publisher", "published", "url")},
        **{name: claim[name] for name in same},
        **{name: claim.get(name) for name in ("page", "coded_by")},
        "says": say_claim(claim),
        "value": json.dumps(claim["value"], ensure_ascii=False, sort_keys=True),
        "said_by": [each["name"] for each in claim["said_by"]],
        "said_by_codes": [each["code"] for each in claim["said_by"] if each["code"]],
        "via": [each["name"] for each in claim["via"]],
        "cue": claim["cue"] and claim["cue"]["words"],
        "hedges": [each["words"] for each in claim["hedges"]],
    }


def incident_rows(incident: Json) -> Iterator[Json]:
    """Walk an incident's rows, one for each policy."""
    shared = _incident(incident)
    for made in incident["assessments"]:
        rows = {(each["kind"], each["status"]): each for each in made["harm"] if not each["group"] and not each["side"]}
        row = {**shared, **_made_by(made), **{name: made[name] for name in ("strike_status", "grade", "verification")}}
        row |= {f"acknowledged_{name}": made["acknowledged"][name] for name in ("strike", "harm")}
        for name, which in _SUMS.items():
            harm = rows.get(which, {})
            row |= {f"{name}_low": harm.get("low"), f"{name}_high": harm.get("high")}
        row["killed_open_high"] = rows.get(("killed", "all"), {}).get("open_high")
        yield row


def _incident(incident: Json) -> Json:
    kind, when, where = (incident[name] or {} for name in ("type", "when", "where"))
    named = {"place": "name", "latitude": "lat", "longitude": "lon"}
    same = ("country", "admin1", "precision", "point_precision", "gazetteer")
    return {
        "incident": incident["id"],
        "link": incident_link(incident["id"]),
        "history_link": history_link(incident["id"]),
        "parent": incident["parent"],
        "type": kind.get("value"),
        "modes": kind.get("modes"),
        "earliest": when.get("earliest"),
        "latest": when.get("latest"),
        "time_precision": when.get("precision"),
        **{column: where.get(name) for column, name in named.items()},
        **{name: where.get(name) for name in same},
        **{role: [each["name"] for each in incident[role]] for role in ("by", "against")},
        **{f"{role}_codes": [each["code"] for each in incident[role] if each["code"]] for role in ("by", "against")},
        "reports": [each["id"] for each in incident["reports"]],
        "voices": len({each["voice"] for each in incident["reports"]}),
        "claims": incident["claims"],
    }


def harm_rows(incident: Json) -> Iterator[Json]:
    """Walk an incident's rows of harm, of each policy."""
    for made in incident["assessments"]:
        for row in made["harm"]:
            claims = dict.fromkeys(claim for reason in row["reasons"] for claim in reason["claims"])
            reasons = [f"{each['bound']} ({each['rule']}): {each['text']}" for each in row["reasons"]]
            links = {"incident": incident["id"], "link": incident_link(incident["id"])}
            yield {**row, **links, **_made_by(made), "claims": list(claims), "reasons": reasons}


def _made_by(assessment: Json) -> Json:
    return {"policy": label(assessment["policy"]), "policy_version": assessment["version"]}


def _table(columns: Sequence[str], rows: Iterable[Json]) -> bytes:
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    return written.getvalue().encode("utf-8", "surrogatepass")


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case list():
            return _cell("; ".join(str(each) for each in value))
        case str():
            return f"'{value}" if value.startswith(_FORMULA) else value
        case _:
            return str(value)
