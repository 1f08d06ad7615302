"""`python -m evals.ablate [--write] [--only STEP ...] [--sample N]`: what each step of reading brings.

Everything is read again without one step, or without one kind of grounding, and the change of each measure is told:
-.200 under "killed" says that without this step the row would be lower by .200. The incident reports are read whole, of
two other corpora a sample that is always the same. With `--write` the tables go into docs/method/ablations.md.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Any

from evals.corpus import BENCH, prepare
from evals.pages import write_tables
from everyclaim.bench.corpus import reading_with
from everyclaim.bench.measuring import measure
from everyclaim.bench.table import Eval, adapter, choose
from everyclaim.ground import ground
from everyclaim.model import Mention, Report
from everyclaim.read import Options
from everyclaim.read.engines.english import parse
from everyclaim.read.steps import STEPS

PAGE = Path(__file__).parents[1] / "docs" / "method" / "ablations.md"
SHOWN: Mapping[str, Mapping[str, str]] = {
    "incidents": {
        "a": "type",
        "b": "date",
        "c": "place",
        "d": "killed",
        "d2": "injured",
        "e!": "status",
        "e2!": "voice",
        "e3!": "stance",
        "e4": "doer",
        "f": "traps",
        "x": "met",
    },
    "isaf": {"date": "date", "province": "province", "killed": "killed", "captured": "captured"},
    "muc4": {"groups.F1": "groups", "roles.F1": "roles"},
}
"""What is told of which corpus; status, voice and stance where the right answer is not the constant one."""
UNCODED = frozenset({"affiliation_claims", "evidence_items", "reason_claims", "statement_claims", "troubles"})
"""Steps on which no other stands, and whose findings no corpus codes: without them no measure can change."""
SAMPLE = 40
"""Documents of each of the other corpora: few, so that the whole takes half an hour; .04 may be chance."""
LEAST = 0.005
"""Smaller changes are one answer or none, and left blank."""

WHOLE = Options(ground=ground, parse=cache(parse))
"""Reading with everything; a text is parsed once for all ways of reading it."""

Scores = dict[tuple[str, str], float]


def without_places(report: Report, found: Sequence[Mention[Any]], before: Sequence[Mention[Any]]) -> Sequence[Any]:
    """Ground all but places: they stay names without points."""
    return found if found and found[0].step == "places" else ground(report, found, before)


def without_actors(report: Report, found: Sequence[Mention[Any]], before: Sequence[Mention[Any]]) -> Sequence[Any]:
    """Ground all but actors: they stay words without codes."""
    return found if found and found[0].step == "actors" else ground(report, found, before)


def variants(only: Sequence[str]) -> Iterator[tuple[str, Options]]:
    """Each way of reading with something left out, by name."""
    measured = [each.name for each in STEPS if each.name not in UNCODED or each.name in only]
    every = {name: replace(WHOLE, without=frozenset({name})) for name in measured}
    every["grounding of places"] = replace(WHOLE, ground=without_places)
    every["table of actors"] = replace(WHOLE, ground=without_actors)
    yield from ((name, options) for name, options in every.items() if not only or name in only)


def scores(corpora: Sequence[Eval], bench: Path, sample: int, options: Options) -> Scores:
    """The measures shown, read with these options."""
    found: Scores = {}
    with reading_with(options):
        for corpus in corpora:
            drawn = None if corpus.name == "incidents" else sample
            result = measure(corpus, bench, ["all"], adapter(corpus), sample=drawn)
            found |= {(corpus.name, name): result.scores["all"].get(name, 0.0) for name in SHOWN[corpus.name]}
    return found


def tables(whole: Scores, changed: Mapping[str, Scores]) -> dict[str, list[str]]:
    """Markdown by table: the incident reports, and the others."""
    others = [key for key in whole if key[0] != "incidents"]
    shown = {"incidents": [key for key in whole if key[0] == "incidents"], "others": others}
    return {name: list(_table(keys, whole, changed)) for name, keys in shown.items()}


def _table(keys: Sequence[tuple[str, str]], whole: Scores, changed: Mapping[str, Scores]) -> Iterator[str]:
    heads = [
        SHOWN[corpus][name] if corpus == "incidents" else f"{corpus} {SHOWN[corpus][name]}" for corpus, name in keys
    ]
    yield f"| without | {' | '.join(heads)} |"
    yield "|---" * (len(keys) + 1) + "|"
    yield f"| (nothing) | {' | '.join(f'{whole[key]:.3f}' for key in keys)} |"
    losses = {name: sum(found[key] - whole[key] for key in keys) for name, found in changed.items()}
    for name in sorted(changed, key=lambda each: losses[each]):
        yield f"| {name} | {' | '.join(_change(changed[name][key] - whole[key]) for key in keys)} |"


def _change(change: float) -> str:
    return f"{change:+.3f}" if abs(change) >= LEAST else ""


def main() -> int:
    """Print the tables; with `--write` put them into the page."""
    options = argparse.ArgumentParser(prog="python -m evals.ablate", description=__doc__)
    options.add_argument("--bench", type=Path, default=BENCH, help="folder of the corpora")
    options.add_argument("--only", action="append", default=[], help="only without this step")
    options.add_argument("--sample", type=int, default=SAMPLE, help="documents of the other corpora")
    options.add_argument("--write", action="store_true", help="write the tables into the page")
    given = options.parse_args()
    if not given.bench.is_dir():
        print(f"No corpora at {given.bench}; nothing measured.")
        return 0
    prepare()
    read_without = partial(scores, choose(list(SHOWN)), given.bench, given.sample)
    whole = read_without(WHOLE)
    changed: dict[str, Scores] = {}
    for name, how in variants(given.only):
        changed[name] = read_without(how)
        print(f"read without {name}", file=sys.stderr)
    made = tables(whole, changed)
    print(*(line for rows in made.values() for line in (*rows, "")), sep="\n")
    if given.write:
        write_tables(PAGE, made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
