"""`everyclaim actors`: look an actor up by a name or code, take a table of one's own in."""

import json
from pathlib import Path

import click

from everyclaim.cli.tell import tell
from everyclaim.codec import Json
from everyclaim.export.wording import spaced
from everyclaim.lexicon import actors as table
from everyclaim.settings import from_environment


@click.group()
def actors() -> None:
    """Look actors up by name or code, take a table of your own in."""


@actors.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def import_file(file: Path) -> int:
    """Take actors from a FILE: YAML like the built-in tables, or CSV with columns code, name, kind, aliases (a|b)."""
    from everyclaim.lexicon.actors_own import import_actors  # noqa: PLC0415 needed by this command alone

    own = from_environment().own_actors
    table.use(own)
    click.echo(f"{import_actors(file, own):,} actors taken into {own}.")
    return 0


@actors.command()
@click.argument("name", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="The most actors to print.")
@click.option("--json", "as_json", is_flag=True, help="Print one actor a line (JSON Lines).")
def find(name: tuple[str, ...], limit: int, *, as_json: bool) -> int:
    """Find the actors that go by a NAME or code, exact ones first. Exit code 1: there is none."""
    table.use(from_environment().own_actors)
    wanted = " ".join(name)
    found = [_shown(each) for each in table.find_actors(wanted)[:limit]]
    for each in found:
        click.echo(json.dumps(each, ensure_ascii=False) if as_json else _line(each))
    if not found:
        tell(f"{wanted}: No actor goes by that name; `everyclaim actors import` takes a table of your own in.")
    return 0 if found else 1


def _line(shown: Json) -> str:
    years = f"{shown['since'] or ''}-{shown['until'] or ''}"
    facts = [shown["code"], shown["name"], spaced(shown["kind"])]
    facts += [years] if len(years) > 1 else []
    facts += [f"of {shown['parent']}"] if shown["parent"] else []
    return " · ".join([*facts, "also: " + ", ".join(shown["names"])] if shown["names"] else facts)


def _shown(actor: table.Known) -> Json:
    names = dict.fromkeys((*actor.aliases, *actor.short, *actor.clashing))
    return {
        "code": actor.code,
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
        "since": actor.since,
        "until": actor.until,
        "parent": actor.parent.code if actor.parent else None,
        "names": [each for each in names if each != actor.name],
    }
