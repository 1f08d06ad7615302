"""`everyclaim incidents`: the incidents of the case, worked out anew if anything came in."""

import click
from rich.table import Table
from rich.text import Text

from everyclaim.cli.case import DONE, asked, case_options, current, print_lines, surer_option
from everyclaim.cli.tell import console, plain_record
from everyclaim.codec import Json
from everyclaim.export.incident_words import say_range, title


@click.command()
@surer_option
@case_options
def incidents() -> int:
    """List the incidents, each with what happened, the civilians killed, the grade, and how many reports tell of it."""
    how = asked()
    with current(how) as view:
        if how.as_json:
            print_lines(view.iter_incidents())
            return DONE
        table = Table.grid(padding=(0, 2, 0, 0), expand=True)
        table.add_column(no_wrap=True)
        table.add_column(ratio=1, overflow="fold")
        for incident in view.iter_incidents():
            table.add_row(Text(incident["id"], style="cyan"), _line(plain_record(incident)))
        if table.row_count:
            console().print(table)
        else:
            how.note("There is no incident in the case yet; add reports with `everyclaim add`.")
    return DONE


def _line(incident: Json) -> Text:
    text = Text(title(incident), style="bold")
    own = next((each for each in incident["assessments"] if each["policy"] == "everyclaim"), None)
    facts = [_civilians(own), own["strike_status"], own["grade"]] if own else []
    count = len(incident["reports"])
    facts += [f"{count} report{'s' if count != 1 else ''}"]
    return text.append(f"\n{' · '.join(each for each in facts if each)}", style="not bold")


def _civilians(assessment: Json) -> str | None:
    rows = {(row["kind"], row["status"], row["group"], row["side"]): row for row in assessment["harm"]}
    row = rows.get(("killed", "civilian", None, None))
    if row is not None:
        return f"civilians killed {say_range(row)}"
    row = rows.get(("killed", "all", None, None))
    return f"killed {say_range(row)}" if row is not None else None
