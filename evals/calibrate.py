"""`python -m evals.calibrate [--write] [--bench FOLDER]`: how far confidences can be trusted.

Claims are held against what people coded (`graded.py`). Without an option what the product says now is measured; with
`--write` the table of `lexicon/confidence.json` is fitted anew, and the picture of docs/method/calibration.md is drawn.
Points are fitted on documents with odd numbers alone. Of even ones only how many claims are right is used, for the
level of each row: rules were written by reading odd ones, so that they alone would promise too much.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from evals import graded
from evals.corpus import BENCH, OWN, prepare
from evals.curve import draw
from evals.pages import write_tables
from evals.weighing import WHOLE, Value, bins, error, said_by, table_of
from everyclaim import codec
from everyclaim.bench.corpus import iter_lines, report_of
from everyclaim.ground import ground
from everyclaim.model import Claim
from everyclaim.read import Options, read
from everyclaim.read.confidence import Context, context_of, evidence, probability, row_of

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "src" / "everyclaim" / "lexicon" / "confidence.json"
STEPS = (0.6, 0.7, 0.8, 0.85, 0.9)
PAGE = ROOT / "docs" / "method" / "calibration.md"
PICTURE = ROOT / "docs" / "method" / "calibration.svg"


def corpora(bench: Path) -> Iterator[tuple[str, Path, graded.Grade]]:
    """The corpora whose answers speak of single claims."""
    yield "incidents", bench / "incidents" / "single.jsonl", graded.reports
    yield "own", OWN, graded.reports
    yield "multi", bench / "incidents" / "multi.jsonl", graded.short_reports
    yield "isaf", bench / "isaf.jsonl", graded.statements
    yield "gvc", bench / "gvc.jsonl", graded.cases
    yield "msa", bench / "msa.jsonl", graded.cases


def values(name: str, path: Path, grade: graded.Grade) -> Iterator[Value]:
    """Every claim of a corpus that an answer speaks of."""
    for number, line in enumerate(iter_lines(path), start=1):
        report = report_of(line)
        reading = read(report, Options(ground=ground, raw=True))
        record = codec.record(codec.RecordParts(report, "", *reading))
        context = context_of(reading.happenings, len(report.text))
        by_id = {claim.id: claim for claim in reading.claims}
        for each in grade(line, record):
            yield _value(name, number, by_id[each.claim["id"]], context, right=each.right)


def _value(corpus: str, number: int, claim: Claim, context: Context, *, right: bool) -> Value:
    found = frozenset(evidence(claim, context))
    said = probability(claim, context)
    return Value(corpus, number % 2 == 1, row_of(claim.field), found, right, claim.confidence, said)


def lines(known: Sequence[Value]) -> Iterator[str]:
    """The table of docs/method/calibration.md."""
    yield "| claims | odd: number, right, said, error | even: the same | error of the steps' own, even |"
    yield "|---|---|---|---|"
    groups = {name: [each for each in known if each.row == name] for name in ("figure", "type", "when", "where", "by")}
    groups |= {"own domain": [each for each in known if each.corpus in WHOLE], "all": list(known)}
    for name, group in groups.items():
        odd, even = ([each for each in group if each.odd is part] for part in (True, False))
        raw = error(bins(even, lambda each: each.raw))
        yield f"| {name} | {_told(odd)} | {_told(even)} | {raw:.3f} |"


def precision(known: Sequence[Value]) -> Iterator[str]:
    """What leaving out doubtful claims brings and costs."""
    yield "| least confidence | odd: kept, right | even: kept, right |"
    yield "|---|---|---|"
    for least in (0.0, *STEPS):
        cells = []
        for part in (True, False):
            every = [each for each in known if each.odd is part]
            kept = [each for each in every if each.said >= least]
            right = sum(each.right for each in kept) / max(1, len(kept))
            cells.append(f"{len(kept) / len(every):.0%}, {right:.2f}")
        yield f"| {least:.2f} | {' | '.join(cells)} |"


def shown(table: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """The points, evidence by row."""
    names = dict.fromkeys(name for row in table.values() for name in row)
    yield f"| evidence | {' | '.join(table)} |"
    yield "|---" * (len(table) + 1) + "|"
    for name in names:
        yield f"| {name} | {' | '.join(f'{row[name]:+.2f}' if name in row else '' for row in table.values())} |"


def _told(group: Sequence[Value]) -> str:
    right, said = (float(np.mean([getattr(each, name) for each in group])) for name in ("right", "said"))
    return f"{len(group)}, {right:.2f}, {said:.2f}, **{error(bins(group)):.3f}**"


def main() -> int:
    """Print the table; with `--write` fit, and write table and picture."""
    options = argparse.ArgumentParser(prog="python -m evals.calibrate", description=__doc__)
    options.add_argument("--bench", type=Path, default=BENCH, help="folder of the corpora")
    options.add_argument("--write", action="store_true", help="fit on odd documents, and write table and picture")
    given = options.parse_args()
    if not given.bench.is_dir():
        print(f"No corpora at {given.bench}; nothing measured.")
        return 0
    prepare()
    known = [each for corpus in corpora(given.bench) for each in values(*corpus)]
    if given.write:
        points = table_of(known)
        TABLE.write_text(json.dumps(points, indent=1) + "\n", encoding="utf-8")
        known = [said_by(points, each) for each in known]
        parts = {"odd": True, "even": False}
        PICTURE.write_text(draw({name: bins([e for e in known if e.odd is odd]) for name, odd in parts.items()}))
        write_tables(PAGE, {"error": lines(known), "points": shown(points), "precision": precision(known)})
    print(*lines(known), "", *precision(known), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
