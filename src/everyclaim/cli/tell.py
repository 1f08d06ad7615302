"""How commands speak: results on standard output, all else as single sentences on standard error."""

import sys

import click
from rich.console import Console

from everyclaim.codec import Json

_SIGNS = {sign: None for sign in range(0x20) if chr(sign) not in "\n\t"} | dict.fromkeys(range(0x7F, 0xA0))
"""Control characters of a terminal. They come in with hostile texts and file names, and are never passed on."""


def tell(sentence: str) -> None:
    """Tell people one sentence on standard error."""
    click.echo(f"everyclaim: {plain(sentence)}", err=True)


def plain(text: str) -> str:
    """A text without control characters, so that it cannot move the cursor or recolour the terminal."""
    return text.translate(_SIGNS)


def plain_record(record: Json) -> Json:
    """A record whose every text is plain."""
    return {name: _plain_item(item) for name, item in record.items()}


def _plain_item(item: object) -> object:
    match item:
        case str():
            return plain(item)
        case dict():
            return plain_record(item)
        case list():
            return [_plain_item(each) for each in item]
        case _:
            return item


def console() -> Console:
    """The terminal, or 80 columns of plain text for a file or pipe; `NO_COLOR` and `COLUMNS` are heeded."""
    return Console(file=sys.stdout, highlight=False, emoji=False, markup=False)
