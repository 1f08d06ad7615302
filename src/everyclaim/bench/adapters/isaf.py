"""Official statements on one operation each. The coder's rules for words without a number stand here alone.

A count whose people are not named ("killing several") is the coder's again only where no named one is told.
"""

from everyclaim.bench.corpus import record_of
from everyclaim.bench.records import numbers
from everyclaim.bench.totals import figures, main_happening
from everyclaim.codec import Json

A_PLURAL, MANY = 3, 4


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
    found = [claim["value"] for claim in figures(record, *fields)]
    named = [value for value in found if value["of"] != "people" or numbers(value) is not None]
    return sum(map(_counted, named or found))


def _counted(value: Json) -> int:
    """The coder's number: one more than "more than ten", four for "numerous", three for any other plural."""
    limits = numbers(value)
    if limits is None:
        return MANY if value["expression"] == "many" else A_PLURAL
    more = value["expression"] == "more_than"
    return (limits[0] or 0) + int(more)
