"""JSON Lines: every incident and every record of the case, as the commands print them, with permalinks.

Where it stands: fed by the casebook's view; one of the formats of `everyclaim export`.
"""

from collections.abc import Iterable

from everyclaim.codec import Json, canonical
from everyclaim.export.permalinks import claim_link, history_link, incident_link, words_link
from everyclaim.export.policy_names import label


def write_incidents(incidents: Iterable[Json]) -> bytes:
    """One incident a line (docs/reference/case.md), with its links and with imitated policies named as such."""
    return b"".join(canonical(_incident(each)) + b"\n" for each in incidents)


def write_records(records: Iterable[Json]) -> bytes:
    """One record a line (docs/reference/record.md), each claim with the link of its words."""
    return b"".join(canonical(_record(each)) + b"\n" for each in records)


def _incident(incident: Json) -> Json:
    name = incident["id"]
    assessments = [{**each, "policy": label(each["policy"])} for each in incident["assessments"]]
    links = {claim: claim_link(name, claim) for claim in incident["claims"]}
    own = {"link": incident_link(name), "history_link": history_link(name), "claim_links": links}
    return {**incident, "assessments": assessments, **own}


def _record(record: Json) -> Json:
    report = record["report"]["id"]
    claims = [{**each, "words_link": words_link(report, each["start"], each["end"])} for each in record["claims"]]
    return {**record, "claims": claims}
