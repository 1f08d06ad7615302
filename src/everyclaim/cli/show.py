"""`everyclaim show`: one incident, or one report of the case, as a card or as JSON."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from everyclaim.cli.card import show as show_record
from everyclaim.cli.case import DONE, Asked, asked, case_options, current, print_lines, surer_option
from everyclaim.cli.incident_card import show_incident
from everyclaim.cli.tell import console
from everyclaim.export.incident_words import reports_of

if TYPE_CHECKING:
    from everyclaim.casebook import View


@click.command()
@click.argument("name", metavar="ID")
@click.option("--explain", is_flag=True, help="Say by which rule, claims, step and cue each value is so.")
@surer_option
@case_options
def show(name: str, *, explain: bool) -> int:
    """Show an incident (EC-...) with who says what, or a report (r..., its first letters suffice)."""
    how = asked()
    if name.upper().startswith("EC-"):
        _incident(name, how, explain=explain)
    else:
        _report(name, how, explain=explain)
    return DONE


@contextmanager
def _as_it_is(how: Asked) -> "Iterator[View]":
    """Open the case for reading; a report needs no incidents that are up to date."""
    from everyclaim.casebook import open_view  # noqa: PLC0415 loads the store's library, which --help needs not

    with open_view(how.open().folder) as view:
        yield view


def _incident(name: str, how: Asked, *, explain: bool) -> None:
    with current(how) as view:
        try:
            incident = view.incident(name)
        except KeyError as error:
            raise click.UsageError(f"There is no incident {name}; `everyclaim incidents` lists them") from error
        if how.as_json:
            print_lines([incident])
        else:
            records = {each: view.record(each) for each in reports_of(incident)}
            show_incident(incident, records, console(), explain=explain)


def _report(name: str, how: Asked, *, explain: bool) -> None:
    with current(how) if how.least else _as_it_is(how) as view:
        report = view.find_report(name)
        if report is None:
            raise click.UsageError(f"{name!r} is no incident, and the id of no one report, of this case")
        if how.as_json:
            print_lines([view.record(report)])
        else:
            show_record(view.record(report), console(), explain=explain)
