"""`everyclaim add`: reports into the case, each kept when it is done; it can be stopped and run again."""

import sys
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from everyclaim.cli.case import DONE, NOTHING, PARTLY, Asked, asked, case_options, print_lines
from everyclaim.cli.read import parse_day
from everyclaim.cli.tell import tell
from everyclaim.settings import from_environment

if TYPE_CHECKING:
    from everyclaim.case_adding import Added
    from everyclaim.flow import Trouble


class Given(TypedDict):
    """What is given on the command line."""

    sources: tuple[str, ...]
    published: date | None
    publisher: str | None
    title: str | None
    language: str | None


@click.command()
@click.argument("sources", metavar="PATH|URL...", nargs=-1, required=True)
@click.option("--published", metavar="DAY", callback=parse_day, help="Day of publication, as 2015-02-16.")
@click.option("--publisher", help="Who published it.")
@click.option("--title", help="Its headline.")
@click.option("--language", metavar="CODE", help="Its language, as en; otherwise it is found.")
@case_options
def add(**given: Unpack[Given]) -> int:
    """Add reports to the case: files, folders, links, or standard input (-).

    Each is kept the moment it is read. Stopping loses nothing, adding the same again changes nothing. What is given
    about a report holds for all that are added at once.
    """
    from everyclaim.case_adding import add as add_all  # noqa: PLC0415 loads the parser, which --help needs not
    from everyclaim.flow import Trouble, configure  # noqa: PLC0415 the same
    from everyclaim.intake import Options  # noqa: PLC0415 loads what opens pages

    how, settings = asked(), from_environment()
    case = how.open()
    configure(settings)
    options = Options(given["title"], given["publisher"], given["published"], given["language"])
    new = known = failed = noted = 0
    for result in _with_progress(add_all(case, given["sources"], options), how):
        if isinstance(result, Trouble):
            failed += 1
            tell(result.sentence)
        else:
            new, known, noted = new + result.new, known + (not result.new), noted + len(result.notes)
            _tell(result, how)
    if not how.as_json:
        how.note(_sum(new, known, failed))
    if not new and not known:
        return NOTHING
    return PARTLY if failed or noted else DONE


def _tell(added: "Added", how: Asked) -> None:
    if how.as_json:
        print_lines([{"report": added.report, "name": added.name, "new": added.new, "notes": list(added.notes)}])
    for note in added.notes:
        how.note(note)


def _sum(new: int, known: int, failed: int) -> str:
    said = [f"{new} report{'s' if new != 1 else ''} added"]
    said += [f"{known} there already"] if known else []
    said += [f"{failed} could not be read"] if failed else []
    return f"{', '.join(said)}; see them with `everyclaim incidents`."


def _with_progress(results: "Iterator[Added | Trouble]", how: Asked) -> "Iterator[Added | Trouble]":
    """Count on standard error while reports are read, where a person watches."""
    watched = sys.stderr.isatty() and not how.quiet
    for number, result in enumerate(results, 1):
        if watched:
            click.echo(f"\r{number} done", err=True, nl=False)
        yield result
    if watched:
        click.echo("\r", err=True, nl=False)
