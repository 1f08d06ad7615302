"""`everyclaim show`: one incident, or one report of the case, as a card or as JSON."""

import click

from everyclaim.cli.card import show as show_record
from everyclaim.cli.case import DONE, asked, case_options, current, print_lines
from everyclaim.cli.incident_card import show_incident
from everyclaim.cli.tell import console
from everyclaim.export.incident_words import reports_of


@click.command()
@click.argument("name", metavar="ID")
@click.option("--explain", is_flag=True, help="Say by which rule, claims, step and cue each value is so.")
@case_options
def show(name: str, *, explain: bool) -> int:
    """Show an incident (EC-...) with who says what, or a report (r..., its first letters suffice)."""
    how = asked()
    with current(how) as view:
        if not name.upper().startswith("EC-"):
            report = view.find_report(name)
            if report is None:
                raise click.UsageError(f"{name!r} is no incident, and the id of no one report, of this case")
            record = view.record(report)
            if how.as_json:
                print_lines([record])
            else:
                show_record(record, console(), explain=explain)
            return DONE
        try:
            incident = view.incident(name)
        except KeyError as error:
            raise click.UsageError(
                f"There is no incident {name} in this case; `everyclaim incidents` lists them"
            ) from error
        if how.as_json:
            print_lines([incident])
        else:
            show_incident(
                incident, {each: view.record(each) for each in reports_of(incident)}, console(), explain=explain
            )
    return DONE
