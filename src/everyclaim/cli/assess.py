"""`everyclaim assess`: works incidents and assessments out anew, and tells what each policy makes of them."""

import click
from rich.table import Table
from rich.text import Text

from everyclaim import codec
from everyclaim.cli.case import DONE, asked, case_options, print_lines, surer_option, working
from everyclaim.cli.tell import console, plain_record
from everyclaim.codec import Json
from everyclaim.export.incident_words import say_range, say_standing, say_whom


@click.command()
@click.option("--policy", metavar="NAME", help="Tell of this policy alone (default: of all).")
@surer_option
@case_options
def assess(policy: str | None) -> int:
    """Match and assess all reports anew, and show each incident by each policy."""
    from everyclaim.case_flow import refresh, surer  # noqa: PLC0415 loads the store's library, which --help needs not
    from everyclaim.casebook import open_view  # noqa: PLC0415 the same

    how = asked()
    case = how.open()
    with working("Matching and assessing ...", how):
        refresh(case, anyway=True)
    with open_view(case.folder) as opened:
        view = surer(opened, how.least) if how.least else opened
        made = [each for it in view.incidents() for each in view.assessments(it.id) if policy in {None, each.policy}]
    lines = [{"incident": each.incident, **codec.assessment(each)} for each in made]
    if how.as_json:
        print_lines(lines)
    elif lines:
        _print(lines)
    else:
        how.note("There is nothing to assess yet.")
    return DONE


def _print(lines: list[Json]) -> None:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    last = ""
    for line in map(plain_record, lines):
        figures = "; ".join(f"{say_whom(row)} {say_range(row)}" for row in line["harm"])
        text = Text(say_standing(line)).append(f"\n{figures}" if figures else "", style="dim")
        table.add_row(Text(line["incident"] if line["incident"] != last else "", style="cyan"), line["policy"], text)
        last = line["incident"]
    console().print(table)
