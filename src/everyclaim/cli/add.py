"""`everyclaim add`: reports into the case, each kept when it is done; it can be stopped and run again."""

import sys
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from everyclaim.cli.case import DONE, NOTHING, PARTLY, Asked, asked, case_options, print_lines
from everyclaim.cli.read import columns_option, parse_day
from everyclaim.cli.tally import Tally
from everyclaim.cli.tell import tell
from everyclaim.settings import from_environment

if TYPE_CHECKING:
    from everyclaim.case_adding import Added
    from everyclaim.flow import Trouble
    from everyclaim.intake import PassedOver

_MOST_NOTES = 20
"""Remarks on reports that are told one by one; a table of thousands without days would bury everything else."""


class Given(TypedDict):
    """What is given on the command line."""

    sources: tuple[str, ...]
    published: date | None
    publisher: str | None
    title: str | None
    language: str | None
    columns: tuple[tuple[str, str], ...]


@click.command()
@click.argument("sources", metavar="PATH|URL...", nargs=-1, required=True)
@click.option("--published", metavar="DAY", callback=parse_day, help="Day of publication, as 2015-02-16.")
@click.option("--publisher", help="Who published it.")
@click.option("--title", help="Its headline.")
@click.option("--language", metavar="CODE", help="Its language, as en; otherwise it is found.")
@columns_option
@case_options
def add(**given: Unpack[Given]) -> int:
    """Add reports to the case: files, folders, links, or standard input (-).

    Text, HTML, PDF, DOCX, mail (EML, mbox), tables (CSV, XLSX, JSON Lines), feeds (RSS, Atom), exports of Telegram,
    web archives (WARC, WACZ), and ZIP of all these. Each report is kept the moment it is read. Stopping loses nothing,
    adding the same again changes nothing. What is given about a report holds for all that are added at once. At the end
    a table says how many were read, what was skipped and why, and what failed.
    """
    from everyclaim.case_adding import add as add_all  # noqa: PLC0415 loads the parser, which --help needs not
    from everyclaim.flow import Trouble, configure  # noqa: PLC0415 the same
    from everyclaim.intake import Options, PassedOver  # noqa: PLC0415 the same

    how, settings = asked(), from_environment()
    case = how.open()
    configure(settings)
    options = Options(
        given["title"], given["publisher"], given["published"], given["language"], columns=given["columns"]
    )
    tally, notes = Tally(), 0
    for result in _with_progress(add_all(case, given["sources"], options), how):
        match result:
            case Trouble():
                tally.fail(result)
                tell(result.sentence)
            case PassedOver():
                tally.skip(result)
            case _:
                tally.add(result)
                notes = _tell(result, how, notes)
    _close(tally, notes, how)
    if not tally.new and not tally.known:
        return NOTHING
    return PARTLY if tally.failed or notes else DONE


def _tell(added: "Added", how: Asked, noted: int) -> int:
    """Tell of a report that is in the case; return how many remarks there were so far."""
    if how.as_json:
        print_lines([{"report": added.report, "name": added.name, "new": added.new, "notes": list(added.notes)}])
    for number, note in enumerate(added.notes, noted):
        if number < _MOST_NOTES:
            how.note(note)
    return noted + len(added.notes)


def _close(tally: Tally, notes: int, how: Asked) -> None:
    """End an import with its table."""
    if notes > _MOST_NOTES:
        how.note(f"There are {notes - _MOST_NOTES:,} more such remarks; --json gives all.")
    if not how.as_json:
        how.note(_sum(tally))
    if not how.quiet:
        for row in tally.rows():
            click.echo(row, err=True)


def _sum(tally: Tally) -> str:
    said = [f"{tally.new} report{'s' if tally.new != 1 else ''} added"]
    said += [f"{tally.known} there already"] if tally.known else []
    said += [f"{tally.failed} could not be read"] if tally.failed else []
    return f"{', '.join(said)}; see them with `everyclaim incidents`."


def _with_progress(
    results: "Iterator[Added | PassedOver | Trouble]", how: Asked
) -> "Iterator[Added | PassedOver | Trouble]":
    """Count on standard error while reports are read, where a person watches."""
    watched = sys.stderr.isatty() and not how.quiet
    for number, result in enumerate(results, 1):
        if watched:
            click.echo(f"\r{number} done", err=True, nl=False)
        yield result
    if watched:
        click.echo("\r", err=True, nl=False)
