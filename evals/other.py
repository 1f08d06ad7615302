"""News that tells of no armed conflict: every incident read out of an item is a false one.

The corpus has no answers but "none", so it has no scorer of its own; `scorers.unrelated` counts. Hard items hold words
of war or of death (accidents, courts, sport), easy ones do not: look at the hard ones first.

    python -m evals.other        # the items read wrongly, at odd places alone: even ones are held out
"""

from collections import Counter

from evals.corpus import BENCH, Json, iter_lines, record_of
from evals.records import predict as incidents_of

SHOWN = 200


def predict(line: Json) -> Json:
    """How many incidents were read out of one item."""
    return {"id": line["id"], "incidents": len(incidents_of(record_of(line))["incidents"])}


def main() -> None:
    """Print the hard items at odd places that yield an incident, by category."""
    path = BENCH / "other.jsonl"
    lines = [line for number, line in enumerate(iter_lines(path), 1) if number % 2] if path.is_file() else []
    hard = [line for line in lines if line["hard"]]
    wrong = [line for line in hard if predict(line)["incidents"]]
    for line in wrong:
        types = [each["type"] for each in incidents_of(record_of(line))["incidents"]]
        print(line["id"], line["category"], types, line["text"][:SHOWN].replace("\n", " "))
    print(f"{len(wrong)} of {len(hard)}", dict(Counter(line["category"] for line in wrong)))


if __name__ == "__main__":
    main()
