"""`everyclaim export`: the case in a format that others read, into CASE/exports/DATE/ or where one says."""

import os
import tempfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from everyclaim import codec
from everyclaim.cli.case import DONE, asked, case_options, current, print_lines
from everyclaim.errors import BrokenStore

if TYPE_CHECKING:
    from everyclaim.casebook import View


@click.command()
@click.argument("form", metavar="FORMAT", type=click.Choice(["json", "csv", "geojson"]))
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="Where to write.")
@case_options
def export(form: str, output: Path | None) -> int:
    """Write the case as json (incidents and records), csv (claims, incidents, harm) or geojson (a map of incidents).

    The same case gives the same bytes. Whatever a policy that imitates an organisation says is labelled emulated:NAME.
    Exports are for your own use: they name everybody whom the reports name.
    """
    how = asked()
    with current(how) as view:
        files = FORMATS[form](view)
    folder = output or how.open().folder.exports / f"{datetime.now(UTC):%Y-%m-%d}"
    written = [_write(folder / name, content) for name, content in files.items()]
    if how.as_json:
        print_lines({"path": str(path), "sha256": codec.sha256(files[path.name])} for path in written)
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
    }


def _geojson(view: "View") -> Mapping[str, bytes]:
    from everyclaim.export import geojson  # noqa: PLC0415 loads what this format alone needs

    return {"incidents.geojson": geojson.write_features(view.iter_incidents())}


FORMATS: Mapping[str, Callable[["View"], Mapping[str, bytes]]] = {"json": _json, "csv": _csv, "geojson": _geojson}


def _write(path: Path, content: bytes) -> Path:
    """Write a file whole or not at all."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError as error:
        raise BrokenStore(f"The export cannot be written to {path} ({(error.strerror or '').lower()}).") from error
    return path
