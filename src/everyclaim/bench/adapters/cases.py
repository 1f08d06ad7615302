"""Corpora of one case a document (headline, summary or attack list): totals, day, place, and who did it.

Written for corpora that nobody here has seen, so it follows what their description says and nothing more: the largest
figure of a kind is the total, as several figures of one report are mostly tellings of one.
"""

from everyclaim.bench.corpus import record_of
from everyclaim.bench.records import TOLD
from everyclaim.bench.totals import incident, main_happening, totals
from everyclaim.codec import Json


def predict(line: Json) -> Json:
    """Totals, day, place and perpetrator of one document."""
    record = record_of(line)
    return {
        "id": line["id"],
        "casualties": totals(record, max),
        "incident": incident(record),
        "perpetrator": _perpetrator(record),
    }


def _perpetrator(record: Json) -> str | None:
    """Who did it by the main happening's first claim that names and does not deny; a claim of the deed goes first."""
    main = main_happening(record)["id"]
    named = [
        claim
        for claim in record["claims"]
        if claim["field"] in {"by", "responsibility"} and main in claim["about"] and claim["modality"] in TOLD
        if claim["standing"] != "denied" and claim["value"]["basis"] != "denial"
    ]
    named.sort(key=lambda claim: claim["value"]["basis"] != "self_claim")
    return named[0]["value"]["name"] if named else None
