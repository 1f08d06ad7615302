"""`everyclaim export`: the case in a format that others read, into CASE/exports/DATE/ or where one says."""

import os
import tempfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from everyclaim import codec
from everyclaim.cli.case import DONE, asked, case_options, current, print_lines, surer_option
from everyclaim.errors import BrokenStore

if TYPE_CHECKING:
    from everyclaim.casebook import View


@click.command()
@click.argument("form", metavar="FORMAT", type=click.Choice(["json", "csv", "geojson", "dossier"]))
@click.option(
    "--output", type=click.Path(path_type=Path), metavar="DIR", help="Where to write; FILE.html for one dossier."
)
@click.option("--incident", metavar="ID", help="The incident of a dossier (default: one dossier for each).")
@surer_option
@case_options
def export(form: str, output: Path | None, incident: str | None) -> int:
    """Write the case as json (incidents, records), csv (claims, incidents, harm, attachments) or geojson (a map).

    A dossier is one page for an incident: record, map, timeline, who says what, reasons, and the texts with the words
    lit up. The same case gives the same bytes. Whatever a policy that imitates an organisation says is labelled
    emulated:NAME. Exports are for your own use: they name everybody whom the reports name.
    """
    if incident is not None and form != "dossier":
        raise click.UsageError("--incident goes with dossiers; the other formats hold the whole case")
    how = asked()
    with current(how) as view:
        files = _dossiers(view, incident) if form == "dossier" else FORMATS[form](view)
    folder = output or how.open().folder.exports / f"{datetime.now(UTC):%Y-%m-%d}"
    written = {path: write_file(path, content) for path, content in _placed(folder, files, form).items()}
    if how.as_json:
        print_lines({"path": str(path), "sha256": codec.sha256(content)} for path, content in written.items())
    else:
        for path in written:
            click.echo(path)
    return DONE


def _json(view: "View") -> Mapping[str, bytes]:
    from everyclaim.export import json_files  # noqa: PLC0415 loads what this format alone needs

    records = (view.record(each) for each in view.report_ids())
    return {
        "incidents.jsonl": json_files.write_incidents(view.iter_incidents()),
        "records.jsonl": json_files.write_records(records),
    }


def _csv(view: "View") -> Mapping[str, bytes]:
    from everyclaim.export import csv_files  # noqa: PLC0415 loads what this format alone needs

    incidents = list(view.iter_incidents())
    records = {each: view.record(each) for each in view.report_ids()}
    return {
        "claims.csv": csv_files.write_claims(incidents, records),
        "incidents.csv": csv_files.write_incidents(incidents),
        "harm.csv": csv_files.write_harm(incidents),
        "attachments.csv": csv_files.write_attachments(view.attached()),
    }


def _geojson(view: "View") -> Mapping[str, bytes]:
    from everyclaim.export import geojson  # noqa: PLC0415 loads what this format alone needs

    return {"incidents.geojson": geojson.write_features(view.iter_incidents())}


def _dossiers(view: "View", incident: str | None) -> Mapping[str, bytes]:
    ids = [each.id for each in view.incidents()] if incident is None else [incident]
    shown = [dossier_of(view, each) for each in ids]
    return {f"{name}.html": page.encode() for name, page in shown}


def dossier_of(view: "View", name: str) -> tuple[str, str]:
    """Make the dossier of an incident; return the id under which it stands, and the page.

    Raises:
        click.UsageError: there is no such incident.
    """
    from everyclaim.export.dossier import render  # noqa: PLC0415 loads what this format alone needs
    from everyclaim.export.dossier_material import Material  # noqa: PLC0415 the same

    try:
        incident = view.incident(name)
    except KeyError as error:
        raise click.UsageError(
            f"There is no incident {name} in this case; `everyclaim incidents` lists them"
        ) from error
    parts = [view.parts(each["id"]) for each in incident["reports"]]
    texts = {each.report.id: each.report.text for each in parts}
    return incident["id"], render(Material(incident, [codec.record(each) for each in parts], texts))


def _placed(folder: Path, files: Mapping[str, bytes], form: str) -> Mapping[Path, bytes]:
    """Where each file goes; a single dossier may be given its own name."""
    if form == "dossier" and folder.suffix.lower() in {".html", ".htm"}:
        if len(files) != 1:
            raise click.UsageError(f"{folder} is one file; say which incident with --incident, or give a folder")
        return dict(zip([folder], files.values(), strict=True))
    return {folder / name: content for name, content in files.items()}


FORMATS: Mapping[str, Callable[["View"], Mapping[str, bytes]]] = {"json": _json, "csv": _csv, "geojson": _geojson}


def write_file(path: Path, content: bytes) -> bytes:
    """Write a file whole or not at all; return what was written.

    Raises:
        BrokenStore: it cannot be written there.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError as error:
        raise BrokenStore(f"The export cannot be written to {path} ({(error.strerror or '').lower()}).") from error
    return content
