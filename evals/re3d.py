"""Organisations, persons, places and times found: our mentions in the form that the corpus' scorer asks for.

    python evals/re3d.py ../shared/bench/re3d.jsonl

Printed is the share of spans that overlap one of their type, beside the exact ones: the corpus counts articles,
pronouns and whole descriptions in, so that exact spans say more about habits than about finding.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evals.re3d_phrases import Phrase, phrases
from everyclaim.codec import report_id, sha256
from everyclaim.ground import ground
from everyclaim.model import Report
from everyclaim.read.run import Options, run
from everyclaim.text.calendar import find_times

Json = dict[str, Any]
_TYPES = ("Organisation", "Person", "Location", "Temporal")


def predict(line: Json) -> Json:
    """Read one document's entities.

    Args:
        line: a document of the corpus, with `id` and `text`.

    Returns:
        The prediction: `id` and `entities` with offsets and types.
    """
    text = line["text"]
    original = sha256(text.encode())
    report = Report(report_id(original, None, line["id"], None), original, text, title=line.get("title"))
    draft = run(report, Options(ground=ground, until="events"))
    found = [*phrases(draft), *_times(draft.text)]
    return {"id": line["id"], "entities": [each._asdict() for each in found]}


def _times(text: str) -> Iterator[Phrase]:
    """Time expressions, also those that no day of publication resolves; lengths of time are none."""
    yield from (Phrase(each.start, each.end, "Temporal") for each in find_times(text, None) if each.length is None)


def main(path: Path) -> None:
    """Print precision, recall and F1 of overlapping and of exact spans, type by type."""
    if not path.is_file():
        print(f"No corpus at {path}; nothing measured.")
        return
    counts: Counter[tuple[str, str]] = Counter()
    for line in map(json.loads, path.read_text(encoding="utf-8").split("\n")[:-1]):
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
    main(Path(sys.argv[1]))
