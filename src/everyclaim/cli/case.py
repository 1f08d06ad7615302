"""What every command on a case shares: which case, how to print, who acts, and bringing its incidents up to date."""

import getpass
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from everyclaim.cli.tell import tell
from everyclaim.codec import Json

if TYPE_CHECKING:
    from everyclaim.casebook import Case, View

confidence_option = partial(
    click.option,
    "--min-confidence",
    "least",
    type=click.FloatRange(0, 1),
    metavar="SHARE",
    help="Leave out claims that are less probably right (0.8: one in five may be wrong).",
)
"""Shared by all commands that show claims."""

F = TypeVar("F", bound=Callable[..., object])

DONE, FINDINGS, NOTHING, PARTLY = 0, 1, 2, 3


@dataclass(frozen=True, slots=True)
class Asked:
    """How a command on a case was asked.

    Args:
        path: the folder of the case, or one in it.
        by: who acts.
        as_json: whether to print JSON Lines.
        quiet: whether to tell nothing but results and failures.
        least: the confidence that claims must have to be shown.
    """

    path: Path
    by: str
    as_json: bool
    quiet: bool
    least: float = 0.0

    def open(self) -> "Case":
        """Open the case.

        Raises:
            click.UsageError: there is none.
        """
        from everyclaim.case_flow import open_case  # noqa: PLC0415 loads the store's library, which --help needs not

        with mistakes():
            return open_case(self.path, self.by)

    def note(self, sentence: str) -> None:
        """Tell a sentence that is no result, unless it is to be quiet."""
        if not self.quiet:
            tell(sentence)


def case_options(command: F) -> F:
    """Give a command the options that all commands on a case have; `asked()` tells what was given."""
    for option in (
        click.option(
            "--quiet", is_flag=True, help="Tell nothing but results and failures.", expose_value=False, callback=_keep
        ),
        click.option("--json", "as_json", is_flag=True, help="Print JSON Lines.", expose_value=False, callback=_keep),
        click.option(
            "--by",
            metavar="NAME",
            help="Who acts, for the log (default: the name you are logged in as).",
            expose_value=False,
            callback=_keep,
        ),
        click.option(
            "--case",
            metavar="PATH",
            help="The case (default: the one that this folder is in).",
            expose_value=False,
            callback=_keep,
        ),
    ):
        command = option(command)
    return command


def surer_option(command: F) -> F:
    """Give a command that shows a case the option to leave doubtful claims out; `asked()` tells what was given."""
    return confidence_option(expose_value=False, callback=_keep)(command)


def _keep(context: click.Context, option: click.Parameter, value: object) -> None:
    """Keep what was given; what a subcommand was not given stays as its group was."""
    if value or f"{__name__}.{option.name}" not in context.meta:
        context.meta[f"{__name__}.{option.name}"] = value


def asked() -> Asked:
    """How the command that runs now was asked."""
    meta = click.get_current_context().meta
    given = {name: meta.get(f"{__name__}.{name}") for name in ("case", "by", "as_json", "quiet")}
    by = str(given["by"] or _logged_in())
    least = float(str(meta.get(f"{__name__}.least") or 0))
    return Asked(Path(str(given["case"] or ".")), by, bool(given["as_json"]), bool(given["quiet"]), least)


def _logged_in() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


@contextmanager
def mistakes() -> Iterator[None]:
    """Tell the caller's mistakes as wrong usage."""
    try:
        yield
    except ValueError as error:
        raise click.UsageError(str(error)) from error


@contextmanager
def current(how: Asked) -> "Iterator[View]":
    """Open the case for reading, its incidents brought up to date first."""
    from everyclaim.case_flow import is_fresh, refresh, surer  # noqa: PLC0415 loads the store's library
    from everyclaim.casebook import open_view  # noqa: PLC0415 the same

    case = how.open()
    if not is_fresh(case):
        if not case.folder.is_writable:
            how.note("The case cannot be written here, so incidents are shown as they were last worked out.")
        with working("Matching and assessing ...", how):
            refresh(case)
    with open_view(case.folder) as view:
        yield surer(view, how.least) if how.least else view


@contextmanager
def working(words: str, how: Asked) -> Iterator[None]:
    """Say what takes so long, while it does, where a person watches."""
    watched = sys.stderr.isatty() and not how.quiet
    if watched:
        click.echo(words, err=True, nl=False)
    try:
        yield
    finally:
        if watched:
            click.echo(f"\r{' ' * len(words)}\r", err=True, nl=False)


def print_lines(lines: Iterable[Json]) -> None:
    """Print JSON Lines."""
    for each in lines:
        click.echo(json.dumps(each, ensure_ascii=False))
