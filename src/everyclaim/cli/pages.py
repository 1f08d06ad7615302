"""Writes what the documentation takes from the program itself: `python -m everyclaim.cli.pages ROOT` (`make docs`).

The reference of commands, steps, features and rules, and the README's picture of the demo. A test compares them with
what stands there, so that they cannot drift.
"""

import io
import re
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from everyclaim.cli.main import everyclaim, main
from everyclaim.cli.rule_pages import features, rules
from everyclaim.cli.steps import list_steps

_CODES = """| code | meaning |
|---|---|
| 0 | done |
| 1 | findings: a check or search has something to say |
| 2 | usage: a wrong option, or nothing of the input can be read |
| 3 | partly done: something was left out, and a sentence on standard error says what |
"""
_PICTURE = re.compile(r"(?<=<!-- demo -->\n).*?(?=<!-- /demo -->)", re.DOTALL)


def pages(root: Path) -> dict[Path, str]:
    """Every page that is made, wholly or in part, with its text as it must be."""
    readme = root / "README.md"
    return {
        root / "docs" / "reference" / "commands.md": "\n".join(_commands()),
        root / "docs" / "reference" / "steps.md": "\n".join(_steps()),
        root / "docs" / "reference" / "features.md": "\n".join(features()),
        root / "docs" / "reference" / "rules.md": "\n".join(rules()),
        readme: _PICTURE.sub(lambda _: f"```text\n{_demo()}\n```\n", readme.read_text("utf-8")),
    }


def _commands() -> Iterator[str]:
    yield "# Commands\n\nMade from the program by `make docs`. Every command takes `--help`.\n"
    yield f"Results go to standard output, all else to standard error. Exit codes:\n\n{_CODES}"
    for name, command in _leaves(everyclaim, "everyclaim"):
        context = click.Context(command, info_name=name, terminal_width=100, help_option_names=["-h", "--help"])
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


def _demo() -> str:
    """The demo's incident as far as the product's own assessment goes, as a terminal of 80 columns shows it."""
    out = io.StringIO()
    with TemporaryDirectory() as folder, redirect_stdout(out):
        main(["demo", folder])
    shown = [line.rstrip() for line in out.getvalue().splitlines()[2:]]
    end = next((number for number, line in enumerate(shown) if line.startswith("emulated:")), len(shown))
    return "\n".join(shown[:end]).rstrip()


if __name__ == "__main__":
    for _path, _text in pages(Path(sys.argv[1])).items():
        _path.write_text(_text, encoding="utf-8")
