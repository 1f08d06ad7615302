"""News that tells of no armed conflict: every incident read out of an item is a false one.

The corpus has no answers but "none", so it has no scorer of its own; `scorers.unrelated` counts. Hard items hold words
of war or of death (accidents, courts, sport), easy ones do not: look at the hard ones first.
"""

from everyclaim.bench.corpus import record_of
from everyclaim.bench.records import predict as incidents_of
from everyclaim.codec import Json


def predict(line: Json) -> Json:
    """How many incidents were read out of one item."""
    return {"id": line["id"], "incidents": len(incidents_of(record_of(line))["incidents"])}
