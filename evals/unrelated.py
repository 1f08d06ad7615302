"""`python -m evals.unrelated`: the hard items of unrelated news that yield an incident, by category.

Items at odd places alone: even ones are held out.
"""

from collections import Counter

from evals.corpus import BENCH, prepare
from everyclaim.bench.adapters.other import predict
from everyclaim.bench.corpus import iter_lines, record_of
from everyclaim.bench.records import predict as incidents_of

SHOWN = 200


def main() -> None:
    """Print the items."""
    prepare()
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
