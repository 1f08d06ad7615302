"""`everyclaim doctor`: looks at every part of the installation and says what is missing and what to do about it."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import click
from rich.table import Table
from rich.text import Text

from everyclaim.cli.tell import console
from everyclaim.errors import EveryclaimError
from everyclaim.settings import Settings, from_environment

OLDEST_PYTHON = (3, 11)


class Finding(NamedTuple):
    """What was found about one part. `remedy` is None where all is well."""

    part: str
    state: str
    remedy: str | None = None


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one part a line (JSON Lines).")
def doctor(*, as_json: bool) -> int:
    """Check every part: Python, pipeline, lexicons, steps, gazetteer, places to write.

    Exit code 1: something is missing, and what to do about it is said.
    """
    findings = [finding for check in CHECKS for finding in _told(check, from_environment())]
    if as_json:
        for each in findings:
            click.echo(json.dumps({**each._asdict(), "ok": each.remedy is None}, ensure_ascii=False))
    else:
        _print(findings)
    return 1 if any(each.remedy for each in findings) else 0


def _print(findings: list[Finding]) -> None:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for width in (7, 12, None):
        table.add_column(width=width, ratio=None if width else 1, overflow="fold")
    for each in findings:
        sign = Text("ok", style="green") if each.remedy is None else Text("MISSING", style="bold red")
        table.add_row(sign, each.part, Text("\n".join(part for part in (each.state, each.remedy) if part)))
    console().print(table)


def _told(check: Callable[[Settings], Iterator[Finding]], settings: Settings) -> Iterator[Finding]:
    """Run one check; a part that says itself what it lacks is a finding."""
    try:
        yield from check(settings)
    except EveryclaimError as error:
        yield Finding(check.__name__.removeprefix("_"), str(error), "Run `make demo`, which sets everything up.")


def _python(_settings: Settings) -> Iterator[Finding]:
    found = ".".join(map(str, sys.version_info[:3]))
    remedy = None if sys.version_info >= OLDEST_PYTHON else "Install Python 3.11 or newer."
    yield Finding("python", f"{found} at {sys.executable}", remedy)


def _pipeline(_settings: Settings) -> Iterator[Finding]:
    from everyclaim.read.engines import english, weights  # noqa: PLC0415 loads the parser's library

    folder = english.get_folder()
    digest = weights.fingerprint(folder)
    known = "pinned" if folder.name in weights.pins() else "not pinned: other results than the published ones"
    yield Finding("pipeline", f"{folder.name}, sha256 {digest[:16]}, {known}")


def _lexicons(_settings: Settings) -> Iterator[Finding]:
    from everyclaim.flow import lexicon_sha256  # noqa: PLC0415 loads the parser's library
    from everyclaim.lexicon import words  # noqa: PLC0415 needed by this check alone

    total = sum(len(words.entries(name)) for name in words.names())
    yield Finding("lexicons", f"{len(words.names())} lists with {total:,} entries, sha256 {lexicon_sha256()[:16]}")


def _steps(_settings: Settings) -> Iterator[Finding]:
    from everyclaim.read.run import order  # noqa: PLC0415 loads every step
    from everyclaim.read.steps import STEPS  # noqa: PLC0415 the same

    yield Finding("steps", f"{len(order(STEPS))} reading steps")


def _gazetteer(settings: Settings) -> Iterator[Finding]:
    from everyclaim.lexicon.gazetteer import open_gazetteer  # noqa: PLC0415 needed by this check alone

    with closing(open_gazetteer(settings.gazetteer, settings.own_gazetteer)) as places:
        if not places.find("Geneva", "CH"):
            yield Finding("gazetteer", f"{settings.gazetteer} does not know Geneva", "Delete it and run `make demo`.")
            return
    yield Finding("gazetteer", f"{settings.gazetteer}, {settings.gazetteer.stat().st_size / 1e6:.0f} MB")
    own = settings.own_gazetteer
    yield Finding(
        "own places", str(own) if own.is_file() else "none yet (`everyclaim gazetteer import` adds a country)"
    )


def _writing(settings: Settings) -> Iterator[Finding]:
    wanted = {"own places": settings.own_gazetteer.parent, "archive": settings.archive}
    for part, folder in wanted.items():
        if folder is None:
            continue
        nearest = next(each for each in (folder, *folder.absolute().parents) if each.exists())
        can = nearest.is_dir() and os.access(nearest, os.W_OK)
        remedy = None if can else f"Allow writing to {Path(nearest)}, or choose another folder."
        yield Finding("writing", f"{part}: {folder} {'can' if can else 'cannot'} be written", remedy)


CHECKS = (_python, _pipeline, _lexicons, _steps, _gazetteer, _writing)
