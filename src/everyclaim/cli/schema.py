"""`everyclaim schema`: the JSON Schema of what commands print."""

from importlib.resources import files

import click


@click.command()
@click.argument("kind", type=click.Choice(["record", "incident"]))
def schema(kind: str) -> int:
    """Print the JSON Schema of a record or an incident."""
    click.echo((files("everyclaim") / "schemas" / f"{kind}.json").read_text("utf-8"), nl=False)
    return 0
