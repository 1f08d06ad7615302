"""Writes the reference pages that are made from the program itself: `python -m everyclaim.cli.pages docs/reference`.

A test compares them with what stands in docs/reference, so that they cannot drift; `make docs` writes them anew.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from everyclaim.cli.main import everyclaim
from everyclaim.cli.steps import list_steps

_CODES = """| code | meaning |
|---|---|
| 0 | done |
| 1 | findings: a check or search has something to say |
| 2 | usage: a wrong option, or nothing of the input can be read |
| 3 | partly done: something was left out, and a sentence on standard error says what |
"""


def pages() -> dict[str, str]:
    """Every generated page by its file name."""
    return {"commands.md": "\n".join(_commands()), "steps.md": "\n".join(_steps())}


def _commands() -> Iterator[str]:
    yield "# Commands\n\nMade from the program by `make docs`. Every command takes `--help`.\n"
    yield f"Results go to standard output, all else to standard error. Exit codes:\n\n{_CODES}"
    for name, command in _leaves(everyclaim, "everyclaim"):
        context = click.Context(command, info_name=name, terminal_width=100)
        yield f"## {name}\n\n```text\n{command.get_help(context)}\n```\n"


def _leaves(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    if not isinstance(command, click.Group):
        yield name, command
        return
    for each in sorted(command.commands):
        yield from _leaves(command.commands[each], f"{name} {each}")


def _steps() -> Iterator[str]:
    yield "# Reading steps\n\nMade from the steps' own files by `make docs`, in the order in which they run.\n"
    yield "| step | needs | what it does |\n|---|---|---|"
    for name, needs, does in list_steps():
        yield f"| `{name}` | {', '.join(f'`{each}`' for each in needs)} | {does.replace('|', '&#124;')} |"
    yield ""


def main(arguments: list[str]) -> int:
    """Write the pages into a folder."""
    folder = Path(arguments[0])
    for name, page in pages().items():
        (folder / name).write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
