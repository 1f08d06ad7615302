"""Prints which rows hold for the founding report and its variants: `python -m tests.founding.report [-v]`.

`-v` adds what is wrong, the commonest fault first. A variant's name alone prints its faults row by row.
"""

import sys
from collections import Counter

from tests import laws
from tests.founding.rows import ROWS
from tests.founding.variants import Variant, founding, variants
from tests.reading import record_of


def faults(case: Variant) -> dict[str, list[str]]:
    record = record_of(case.text, case.due.published)
    found = {row.__name__: list(row(record, case.due, case.text)) for row in ROWS}
    return {**found, "laws": laws.find_faults(record, case.text)}


def show(case: Variant) -> None:
    print(case.text)
    for row, found in faults(case).items():
        print(f"{row}: {'holds' if not found else ''}", *found, sep="\n    ")


def main(arguments: list[str]) -> None:
    """Print the table, or one variant."""
    cases = [founding(), *variants()]
    if named := [case for case in cases if case.name in arguments]:
        show(named[0])
        return
    print(f"{'':16}", *(f"{row.__name__:>4}" for row in ROWS), "laws")
    kinds: Counter[str] = Counter()
    held = 0
    for case in cases:
        found = faults(case)
        held += sum(not each for each in found.values())
        print(f"{case.name:16}", *(f"{'.' if not each else len(each):>4}" for each in found.values()))
        kinds.update(f"{row}: {fault.split(':')[0]}" for row, each in found.items() for fault in each)
    print(f"{held} of {len(cases) * (len(ROWS) + 1)} hold; a number counts the faults of a row")
    if "-v" in arguments:
        print(*(f"{count:4} {kind}" for kind, count in kinds.most_common()), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
