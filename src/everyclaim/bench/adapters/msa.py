"""Descriptions of mass shootings. A narrative adds group to group: the total is their sum, the shooter left out."""

from everyclaim.bench.corpus import record_of
from everyclaim.bench.totals import incident, totals
from everyclaim.codec import Json


def predict(line: Json) -> Json:
    """Totals, day and place of one description."""
    record = record_of(line)
    return {
        "id": line["id"],
        "casualties": totals(record, sum),
        "incident": incident(record),
    }
