"""`everyclaim bench speed`: how fast reports are read here, beside spaCy's whole pipeline on the same texts.

`everyclaim bench quality` stands in `quality.py`.
"""

import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import click

from everyclaim.cli.quality import quality
from everyclaim.cli.tell import tell
from everyclaim.settings import from_environment

if TYPE_CHECKING:
    from everyclaim.model import Report

FLOOR = 3.0
"""How many times as fast as spaCy's whole pipeline reading is to be: the project's own demand, whatever is reached."""


@click.group()
def bench() -> None:
    """Measure this installation."""


bench.add_command(quality)


@bench.command()
@click.argument("source", type=click.Path(exists=True, path_type=Path), required=False)
@click.option("--repeats", type=click.IntRange(min=1), default=3, show_default=True, help="Counted rounds.")
@click.option("--steps", is_flag=True, help="Say what share of reading each step takes, without spaCy beside it.")
@click.option("--json", "as_json", is_flag=True, help="Print one object.")
def speed(source: Path | None, *, repeats: int, steps: bool, as_json: bool) -> int:
    """Read the reports of SOURCE, and run spaCy's whole pipeline on the same texts, in turn, in one process.

    SOURCE is a folder or file that `everyclaim read` takes, or JSON Lines with "text" (and "published"); without it the
    bundled examples are read. Times are those of the processor, after one round that does not count; the ratio is taken
    round by round. Exit code 1: reading is slower than the floor.
    """
    reports = list(_reports(source))
    if not reports:
        raise click.UsageError(f"{source}: there is no report to read.")
    found = _shares(reports) if steps else _paces(reports, repeats)
    if as_json:
        click.echo(json.dumps(found))
    else:
        for name, value in found.items():
            click.echo(f"{name.replace('_', ' '):32} {value:>12,.2f}")
    return 0 if steps or found["ratio"] >= FLOOR else 1


def _paces(reports: "list[Report]", repeats: int) -> dict[str, float]:
    """Characters a second of both, and how many times as fast we are."""
    from everyclaim.flow import read_report  # noqa: PLC0415 loads the parser
    from everyclaim.read.engines.english import load_whole  # noqa: PLC0415 the same

    whole = load_whole()
    texts = [each.text for each in reports]
    rounds = [
        (_seconds(lambda: [read_report(each) for each in reports]), _seconds(lambda: [*whole.pipe(texts)]))
        for _ in range(repeats + 1)
    ][1:]
    ratios = [theirs / ours for ours, theirs in rounds]
    characters = sum(map(len, texts))
    return {
        "reports": len(reports),
        "characters": characters,
        "everyclaim_characters_a_second": characters / median(ours for ours, _ in rounds),
        "spacy_characters_a_second": characters / median(theirs for _, theirs in rounds),
        "ratio": median(ratios),
        "ratio_lowest": min(ratios),
        "ratio_highest": max(ratios),
        "floor": FLOOR,
    }


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _shares(reports: "list[Report]") -> dict[str, float]:
    """Per cent of the time of reading that the parse and each step with its grounding take, the longest first."""
    from everyclaim.ground import ground  # noqa: PLC0415 loads the gazetteer's reader
    from everyclaim.read import Options, read  # noqa: PLC0415 loads the parser

    spent: Counter[str] = Counter()
    options = Options(ground=ground, clock=lambda name, seconds: spent.update({name: seconds}))
    for _ in ("what is loaded on the way does not count", "this round does"):
        spent.clear()
        for each in reports:
            read(each, options)
    return {name: 100 * seconds / spent.total() for name, seconds in spent.most_common()}


def _reports(source: Path | None) -> "Iterator[Report]":
    from everyclaim.flow import Trouble, configure, take_safely  # noqa: PLC0415 loads the parser
    from everyclaim.intake import Options, locate  # noqa: PLC0415 loads what opens pages and links
    from everyclaim.model import Report  # noqa: PLC0415 beside what needs it

    configure(from_environment())
    if source is not None and source.suffix == ".jsonl":
        yield from _lines(source)
        return
    with as_file(files("everyclaim") / "examples") as bundled:
        for location in locate(str(source or bundled)):
            for taken in take_safely(location, Options(language="en")):
                if isinstance(taken, Report):
                    yield taken
                elif isinstance(taken, Trouble):
                    tell(taken.sentence)


def _lines(path: Path) -> "Iterator[Report]":
    """The reports of a file of JSON Lines; other line marks than LF may stand inside texts."""
    from everyclaim.model import Report  # noqa: PLC0415 beside what needs it

    with path.open(encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines):
            given = json.loads(line)
            published = date.fromisoformat(given["published"][:10]) if given.get("published") else None
            yield Report(str(number), "", given["text"], published=published)
