"""`python -m evals.re3d_overlap`: how many entities are found at all, beside those found with exact edges.

The corpus counts articles, pronouns and whole descriptions in, so that exact spans say more about habits than about
finding.
"""

from collections import Counter
from collections.abc import Iterator

from evals.corpus import BENCH, prepare
from everyclaim.bench.adapters.re3d import predict
from everyclaim.bench.corpus import iter_lines
from everyclaim.codec import Json

_TYPES = ("Organisation", "Person", "Location", "Temporal")


def main() -> None:
    """Print precision, recall and F1 of overlapping and of exact spans, type by type."""
    path = BENCH / "re3d.jsonl"
    if not path.is_file():
        print(f"No corpus at {path}; nothing measured.")
        return
    prepare()
    counts: Counter[tuple[str, str]] = Counter()
    for line in iter_lines(path):
        counts.update(_count(line["gold"]["entities"], predict(line)["entities"]))
    for kind in _TYPES:
        print(kind, *(f"{name} {_f1(counts, kind, name)}" for name in ("overlap", "exact")), sep="  ")


def _count(gold: list[Json], found: list[Json]) -> Iterator[tuple[str, str]]:
    for kind in _TYPES:
        theirs = [(e["start"], e["end"]) for e in gold if e["type"] == kind]
        ours = [(e["start"], e["end"]) for e in found if e["type"] == kind]
        yield from [(kind, "gold")] * len(theirs) + [(kind, "found")] * len(ours)
        yield from [(kind, "exact right")] * len(set(theirs) & set(ours)) + [(kind, "exact hit")] * len(
            set(theirs) & set(ours)
        )
        yield from ((kind, "overlap right") for a, b in ours if any(c < b and a < d for c, d in theirs))
        yield from ((kind, "overlap hit") for a, b in theirs if any(c < b and a < d for c, d in ours))


def _f1(counts: Counter[tuple[str, str]], kind: str, name: str) -> str:
    precision = counts[kind, f"{name} right"] / max(1, counts[kind, "found"])
    recall = counts[kind, f"{name} hit"] / max(1, counts[kind, "gold"])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"P {precision:.2f} R {recall:.2f} F1 {f1:.2f}"


if __name__ == "__main__":
    main()
