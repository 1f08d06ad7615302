"""Official statements on one operation each. The coder's rule for a plural without a number, 3, stands here alone."""

from evals.corpus import Json, record_of
from evals.records import numbers
from evals.totals import figures, main_happening

A_PLURAL = 3


def predict(line: Json) -> Json:
    """Day, province, fewest killed and fewest captured of one statement's main operation."""
    record = record_of(line)
    happening = main_happening(record)
    when, where = happening["when"] or {}, happening["where"] or {}
    return {
        "id": line["id"],
        "date": when.get("earliest"),
        "province": where.get("admin1"),
        "killed": _fewest(record, "killed"),
        "captured": _fewest(record, "detained", "abducted"),
    }


def _fewest(record: Json, *fields: str) -> int:
    counts = [numbers(claim["value"]) for claim in figures(record, *fields)]
    return sum(A_PLURAL if each is None else each[0] or 0 for each in counts)
