"""`everyclaim verify`: whether everything in the case is what it says; exit code 1 if it is not."""

import click

from everyclaim.cli.case import DONE, FINDINGS, asked, case_options, print_lines
from everyclaim.cli.tell import plain
from everyclaim.verify import iter_case_faults


@click.command()
@click.option("--head", metavar="HASH", help="A hash of the log that was noted down before; it must still be in it.")
@case_options
def verify(head: str | None) -> int:
    """Check the log, every row against its entry, every quote against its text, and every original.

    The same check runs without everyclaim: `python verify.py CASE`, with the one file everyclaim/verify.py.
    """
    how = asked()
    folder = how.open().folder
    found = False
    for fault in iter_case_faults(folder.path, head):
        found = True
        if how.as_json:
            print_lines([{"fault": fault}])
        else:
            click.echo(plain(fault))
    if not found:
        how.note("Everything is what it says.")
    return FINDINGS if found else DONE
