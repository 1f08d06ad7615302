"""Whole incident reports: in the product's own domain, so these figures count most."""

from evals.corpus import Json, record_of
from evals.records import predict as incidents_of


def predict(line: Json) -> Json:
    """The incidents of one report."""
    return {"id": line["id"], **incidents_of(record_of(line))}
