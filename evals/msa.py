"""Descriptions of mass shootings. A narrative adds group to group: the total is their sum, the shooter left out."""

from evals.corpus import Json, record_of
from evals.totals import incident, totals


def predict(line: Json) -> Json:
    """Totals, day and place of one description."""
    record = record_of(line)
    return {
        "id": line["id"],
        "casualties": totals(record, sum),
        "incident": incident(record),
    }
