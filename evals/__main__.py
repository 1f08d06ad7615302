"""`python -m evals [--bench FOLDER] [--only NAME ...] [--part odd|even|all] [--fail]`: prints the table.

Without `--only` the incident reports alone are read; `--only every` reads all corpora. Where the folder is absent there
is nothing to measure, and the exit status is 0. `--fail` is the gate: it refuses scores under a floor, and texts other
than those on which the floors were recorded.
"""

import argparse
import sys
from pathlib import Path

from evals.corpus import BENCH, CORPORA, prepare
from everyclaim.bench.measuring import PARTS, Result, floors, measure, rows, under_floor
from everyclaim.bench.table import adapter, choose


def main() -> int:
    """Print the table of each corpus; 1 under a floor where `--fail` asks for it."""
    options = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    options.add_argument("--bench", type=Path, default=BENCH, help="folder of the corpora")
    options.add_argument("--only", action="append", default=[], help="name of a corpus, or every")
    options.add_argument("--part", choices=PARTS, help="only these reports; without it all three columns")
    options.add_argument("--sample", type=int, help="no more reports than these of each, always the same")
    options.add_argument("--fail", action="store_true", help="exit with 1 under a floor")
    given = options.parse_args()
    if not given.bench.is_dir():
        print(f"No corpora at {given.bench}; nothing measured.")
        return 0
    prepare()
    failed = False
    for corpus in choose(given.only, CORPORA):
        if not (given.bench / corpus.file).exists():
            print(f"{corpus.name}: file absent, not measured")
            continue
        parts = [given.part] if given.part else PARTS
        result = measure(corpus, given.bench, parts, adapter(corpus), sample=given.sample)
        print(*rows(result), sep="\n")
        failed = failed or bool(under_floor(result)) or _is_unseen(result, given.sample)
    return int(failed and given.fail)


def _is_unseen(result: Result, sample: int | None) -> bool:
    """Whether the corpus has changed since its floors were recorded."""
    changed = result.corpus.name in floors() and not result.known and sample is None
    if changed:
        print(f"  {result.corpus.name}: these are other texts than the floors were recorded on")
    return changed


if __name__ == "__main__":
    sys.exit(main())
