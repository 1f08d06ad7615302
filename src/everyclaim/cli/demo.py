"""`everyclaim demo`: a case of the bundled examples, from reports to an assessed incident and its dossier."""

import json
import sys
import tempfile
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

import click

from everyclaim.cli.case import DONE, PARTLY
from everyclaim.cli.tell import console, tell

if TYPE_CHECKING:
    from everyclaim.casebook import Case, View
    from everyclaim.codec import Json

_BY = "demo"


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), required=False)
@click.option("--json", "as_json", is_flag=True, help="Print the incidents as JSON Lines instead of the card.")
@click.option("--quiet", is_flag=True, help="Tell nothing but results and failures.")
def demo(folder: Path | None, *, as_json: bool, quiet: bool) -> int:
    """Make a case of bundled reports and show its main incident: who says what about Derna, 16 February 2015.

    The reports restate public facts in our own words; some are about other events, so that these can be seen to stay
    apart. The case is made in FOLDER, or in a new temporary folder.
    """
    if not as_json and not quiet:
        click.echo("Reading 21 bundled reports (public facts, restated in our own words) ...\n")
    case, failed = _make(folder or Path(tempfile.mkdtemp(prefix="everyclaim-demo-")))
    from everyclaim.case_flow import refresh  # noqa: PLC0415 the first line is out before anything is loaded
    from everyclaim.casebook import open_view  # noqa: PLC0415 the same

    refresh(case)
    with open_view(case.folder) as view:
        incidents = list(view.iter_incidents())
        if as_json:
            for each in incidents:
                click.echo(json.dumps(each, ensure_ascii=False))
        elif incidents:
            _show(incidents, view, case, quiet=quiet)
    return PARTLY if failed else DONE


def _make(path: Path) -> "tuple[Case, int]":
    """Make the case, or open the one of an earlier demo, with all examples in it; count what could not be read."""
    from everyclaim.case_adding import add  # noqa: PLC0415 loads the parser
    from everyclaim.case_flow import init_case, open_case  # noqa: PLC0415 loads the store's library
    from everyclaim.casebook import Folder  # noqa: PLC0415 the same
    from everyclaim.flow import Trouble, configure  # noqa: PLC0415 loads the parser
    from everyclaim.intake import Options  # noqa: PLC0415 the same
    from everyclaim.settings import from_environment  # noqa: PLC0415 the same

    configure(from_environment())
    case = open_case(path, _BY) if Folder(path).database.is_file() else init_case(path, _BY)
    failed = 0
    with as_file(files("everyclaim") / "examples" / "derna-2015") as examples:
        for number, result in enumerate(add(case, [str(examples)], Options()), 1):
            if isinstance(result, Trouble):
                failed += 1
                tell(result.sentence)
            if sys.stderr.isatty():
                click.echo(f"\r{number} read", err=True, nl=False)
    if sys.stderr.isatty():
        click.echo("\r", err=True, nl=False)
    return case, failed


def _show(incidents: "list[Json]", view: "View", case: "Case", *, quiet: bool) -> None:
    """Print the incident of which most reports tell, name the others, write its dossier, say what to try next."""
    from everyclaim.cli.export import dossier_of, write_file  # noqa: PLC0415 loads the store's library
    from everyclaim.cli.incident_card import show_incident  # noqa: PLC0415 the same
    from everyclaim.export.incident_words import reports_of, title  # noqa: PLC0415 the same

    largest = max(incidents, key=lambda each: len(each["reports"]))
    show_incident(largest, {each: view.record(each) for each in reports_of(largest)}, console())
    name, page = dossier_of(view, largest["id"])
    dossier = case.folder.exports / "demo" / f"{name}.html"
    write_file(dossier, page.encode())
    if quiet:
        return
    click.echo("\nKept apart:")
    for each in incidents:
        if each is not largest:
            click.echo(f"  {each['id']}  {title(each)}")
    click.echo(f"\nThe dossier, one page with everything: {dossier}")
    click.echo("Try next:")
    for words in (f"show {name} --explain", "search hospital", "sources", "log"):
        click.echo(f"  everyclaim {words} --case {case.folder.path}")
    click.echo("  everyclaim init MY-CASE, then everyclaim add REPORTS --case MY-CASE")
