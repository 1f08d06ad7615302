"""`everyclaim attach`: a picture, video or document as evidence of an incident or report, kept with hash and origin."""

from dataclasses import asdict
from pathlib import Path

import click

from everyclaim.cli.case import DONE, asked, case_options, mistakes, print_lines


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--to", required=True, metavar="ID", help="The incident or report that it belongs to.")
@click.option("--origin", required=True, help="Where it is from: a link, a name, or a sentence.")
@case_options
def attach(file: Path, to: str, origin: str) -> int:
    """Attach a FILE to an incident or report: a picture, a video, a document.

    It is kept unchanged in the case by its SHA-256, and the log says who attached it, when, and where it is from.
    Nothing in it is read. Attaching it again changes nothing.
    """
    from everyclaim.case_attaching import attach as attach_file  # noqa: PLC0415 loads the store's library

    how = asked()
    with mistakes():
        item, is_new = attach_file(how.open(), file, to, origin)
    if how.as_json:
        print_lines([{**asdict(item), "new": is_new}])
    else:
        done = "is attached" if is_new else "was attached already"
        how.note(f"{item.name} ({item.kind}, sha256 {item.original[:12]}) {done} to {item.about}.")
    return DONE
