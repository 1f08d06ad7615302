"""`everyclaim log`: who did what when, in a chain of which each entry holds the hash of the one before."""

from dataclasses import asdict
from pathlib import Path

import click
from rich.text import Text

from everyclaim import codec
from everyclaim.cli.case import DONE, asked, case_options, print_lines
from everyclaim.cli.tell import console, plain, tell
from everyclaim.errors import BrokenStore


@click.command()
@click.argument("about", metavar="[ID]", required=False)
@click.option("--head", is_flag=True, help="Print the last entry's number and hash alone, to hand to a partner.")
@click.option("--save", is_flag=True, help="Write the log into the case's folder for logs.")
@case_options
def log(about: str | None, *, head: bool, save: bool) -> int:
    """Show the log, or the entries about one id.

    A chain proves nothing against its owner unless somebody else holds the hash of its head: hand it to a partner.
    """
    from everyclaim.casebook import open_view  # noqa: PLC0415 loads the store's library, which --help needs not

    how = asked()
    folder = how.open().folder
    with open_view(folder) as view:
        number, digest = view.head()
        if head:
            if how.as_json:
                print_lines([{"number": number, "hash": digest}])
            else:
                click.echo(f"{number} {digest}")
            return DONE
        entries = [
            {name: value for name, value in asdict(each).items() if name != "payload"} for each in view.iter_log(about)
        ]
    if save:
        _save(entries, folder.logs / f"{number:08}.jsonl")
    elif how.as_json:
        print_lines(entries)
    else:
        for entry in entries:
            _print(entry)
    return DONE


def _save(entries: list[codec.Json], path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"".join(codec.canonical(each) + b"\n" for each in entries))
    except OSError as error:
        raise BrokenStore(f"The log cannot be written to {path} ({(error.strerror or '').lower()}).") from error
    tell(f"The log is at {path}.")


def _print(entry: codec.Json) -> None:
    line = Text(f"{entry['number']:>6}  ", style="dim").append(f"{entry['at'][:19]}  ", style="dim")
    line.append(f"{plain(entry['act']).replace('_', ' ')}  ", style="bold")
    console().print(line.append(f"{plain(entry['about'])[:24]}  {plain(entry['by'])}"), soft_wrap=True)
