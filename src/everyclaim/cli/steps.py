"""`everyclaim steps`: what reading does, step by step, in the words of each step's own file."""

import json
import sys
from collections.abc import Iterator

import click
from rich.table import Table
from rich.text import Text

from everyclaim.cli.tell import console


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one step a line (JSON Lines).")
def steps(*, as_json: bool) -> int:
    """List the reading steps in the order in which they run, with what each needs and does."""
    rows = list(list_steps())
    if as_json:
        for name, needs, does in rows:
            click.echo(json.dumps({"name": name, "needs": needs, "does": does}, ensure_ascii=False))
        return 0
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for name, needs, does in rows:
        about = Text(does)
        about.append(f"\nneeds {', '.join(needs)}" if needs else "", style="dim")
        table.add_row(Text(name, style="bold"), about)
    console().print(table)
    return 0


def list_steps() -> Iterator[tuple[str, list[str], str]]:
    """Each step in running order: its name, what it needs, and the first paragraph of its page."""
    from everyclaim.read.run import order  # noqa: PLC0415 loads every step
    from everyclaim.read.steps import STEPS  # noqa: PLC0415 the same

    for each in order(STEPS):
        page = sys.modules[each.run.__module__].__doc__ or ""
        yield each.name, sorted(each.needs), " ".join(page.strip().split("\n\n")[0].split())
