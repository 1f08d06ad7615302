"""`python -m evals [--bench FOLDER] [--only NAME ...] [--part odd|even|all] [--fail]`: prints the table.

Without `--only` the incident reports alone are read; `--only every` reads all corpora. Where the folder is absent there
is nothing to measure, and the exit status is 0.
"""

import argparse
import sys
from pathlib import Path

from evals.corpus import BENCH
from evals.table import PARTS, adapter, choose, measure, rows, under_floor


def main() -> int:
    """Print the table of each corpus; 1 under a floor where `--fail` asks for it."""
    options = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    options.add_argument("--bench", type=Path, default=BENCH, help="folder of the corpora")
    options.add_argument("--only", action="append", default=[], help="name of a corpus, or every")
    options.add_argument("--part", choices=PARTS, help="only these reports; without it all three columns")
    options.add_argument("--fail", action="store_true", help="exit with 1 under a floor")
    given = options.parse_args()
    if not given.bench.is_dir():
        print(f"No corpora at {given.bench}; nothing measured.")
        return 0
    failed = False
    for corpus in choose(given.only):
        predict = adapter(corpus)
        result = predict and measure(corpus, given.bench, [given.part] if given.part else PARTS, predict)
        if result is None:
            print(f"{corpus.name}: file or adapter absent, not measured")
            continue
        print(*rows(result), sep="\n")
        failed = failed or bool(under_floor(result))
    return int(failed and given.fail)


if __name__ == "__main__":
    sys.exit(main())
