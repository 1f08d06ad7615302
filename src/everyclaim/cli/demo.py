"""`everyclaim demo`: reads a report of our own invention that comes with the package; a first look needs nothing."""

import json
from importlib.resources import as_file, files

import click

from everyclaim.cli.tell import console, tell
from everyclaim.settings import from_environment


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the record instead of the card.")
def demo(*, as_json: bool) -> int:
    """Read a bundled report and print its card. The town is real; the fighting and the people are invented."""
    if not as_json:
        click.echo("Reading an invented report (the town is real, the fighting is not) ...\n")
    from everyclaim.cli.card import show  # noqa: PLC0415 the first line is out before anything is loaded
    from everyclaim.flow import Trouble, configure, read_all  # noqa: PLC0415 the same
    from everyclaim.intake import Options  # noqa: PLC0415 the same

    configure(from_environment())
    with as_file(files("everyclaim") / "examples" / "market.md") as path:
        (result,) = read_all(str(path), Options())
    if isinstance(result, Trouble):
        tell(result.sentence)
        return 2
    if as_json:
        click.echo(json.dumps(result.record, ensure_ascii=False))
        return 0
    show(result.record, console())
    click.echo("\nNow one of your own: everyclaim read REPORT.txt --published 2019-05-14")
    return 0
