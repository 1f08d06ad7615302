"""`everyclaim policies`: by which rules claims become figures, grades and statuses."""

import click
from rich.table import Table
from rich.text import Text

from everyclaim.cli.case import DONE, asked, case_options, print_lines
from everyclaim.cli.tell import console


@click.command()
@case_options
def policies() -> int:
    """List the policies: the product's own first, then those that imitate an organisation's published rules."""
    from everyclaim.assess import policies as every  # noqa: PLC0415 reads tables, which --help needs not

    how = asked()
    lines = [{"policy": each.name, "version": each.version, "about": getattr(each, "about", "")} for each in every()]
    if how.as_json:
        print_lines(lines)
        return DONE
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    for line in lines:
        table.add_row(Text(line["policy"], style="bold"), f"version {line['version']}  {line['about']}".rstrip())
    console().print(table)
    return DONE
