"""Whole incident reports: in the product's own domain, so these figures count most."""

from everyclaim.bench.corpus import record_of
from everyclaim.bench.records import predict as incidents_of
from everyclaim.codec import Json


def predict(line: Json) -> Json:
    """The incidents of one report."""
    return {"id": line["id"], **incidents_of(record_of(line))}
