"""Tells an import while it goes on, and ends it with its table: for all commands that bring reports into a case."""

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

import click

from everyclaim.cli.case import Asked, print_lines
from everyclaim.cli.tally import Tally
from everyclaim.cli.tell import plain_record, tell

if TYPE_CHECKING:
    from everyclaim.case_adding import Added
    from everyclaim.flow import Trouble
    from everyclaim.intake import PassedOver

T = TypeVar("T")

_MOST_NOTES = 20
"""Remarks on reports that are told one by one; a table of thousands without days would bury everything else."""


def tell_import(results: "Iterable[Added | PassedOver | Trouble]", how: Asked) -> Tally:
    """Tell every trouble and remark in its own line, and count everything."""
    from everyclaim.flow import Trouble  # noqa: PLC0415 loads the parser, which --help needs not
    from everyclaim.intake import PassedOver  # noqa: PLC0415 the same

    tally = Tally()
    for result in _with_progress(results, how):
        match result:
            case Trouble():
                tally.fail(result)
                tell(result.sentence)
            case PassedOver():
                tally.skip(result)
            case _:
                _tell(result, how, tally.notes)
                tally.add(result)
    if tally.notes > _MOST_NOTES:
        how.note(f"There are {tally.notes - _MOST_NOTES:,} more such remarks; --json gives all.")
    return tally


def tell_table(tally: Tally, sentence: str, how: Asked) -> None:
    """End an import: a sentence with the table on standard error, or the table as the last line of JSON."""
    if how.quiet:
        return
    if how.as_json:
        print_lines([{"table": tally.as_json()}])
        return
    tell(sentence)
    for row in tally.rows():
        click.echo(row, err=True)


def say_sum(tally: Tally) -> str:
    """What came of an import, as the beginning of a sentence."""
    said = [f"{tally.new or 'no'} report{'s' if tally.new > 1 else ''} added"]
    said += [f"{tally.known} there already"] if tally.known else []
    said += [f"{tally.failed} could not be read"] if tally.failed else []
    return ", ".join(said)


def _tell(added: "Added", how: Asked, noted: int) -> None:
    """Tell of a report that is in the case, when there were so many remarks so far."""
    if how.as_json:
        line = {"report": added.report, "name": added.name, "new": added.new, "notes": list(added.notes)}
        print_lines([plain_record(line)])
    for number, note in enumerate(added.notes, noted):
        if number < _MOST_NOTES:
            how.note(note)


def _with_progress(results: Iterable[T], how: Asked) -> Iterator[T]:
    """Count on standard error while reports are read, where a person watches."""
    watched = sys.stderr.isatty() and not how.quiet
    for number, result in enumerate(results, 1):
        if watched:
            click.echo(f"\r{number} done", err=True, nl=False)
        yield result
    if watched:
        click.echo("\r", err=True, nl=False)
