"""The documentation runs: every command and Python block of it; pages made from the program are what it makes."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from everyclaim.cli.main import main
from everyclaim.cli.pages import pages

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


def blocks(language: str) -> list[tuple[str, str]]:
    found = [(page, kind, text) for page in PAGES for kind, text in BLOCK.findall(page.read_text("utf-8"))]
    return [(page.relative_to(ROOT).as_posix(), text) for page, kind, text in found if kind == language]


COMMANDS = [(page, line) for page, text in blocks("sh") for line in text.splitlines() if line.startswith("everyclaim ")]


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which the paths that the documentation names exist, and where it may write."""
    examples = Path("src") / "everyclaim" / "examples"
    shutil.copytree(ROOT / examples, tmp_path / examples)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", sorted({page for page, _ in COMMANDS}))
def test_every_command_of_a_page_runs_after_those_before_it(
    page: str, checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in dict.fromkeys(line for where, line in COMMANDS if where == page):
        assert main(shlex.split(command)[1:]) == 0, f"{command}: {capsys.readouterr().err}"


def test_the_readme_has_commands_to_run() -> None:
    assert len([line for page, line in COMMANDS if page == "README.md"]) >= 8


@pytest.mark.parametrize(("page", "code"), blocks("python"))
def test_every_python_block_runs(page: str, code: str, checkout: Path) -> None:
    exec(compile(code, page, "exec"), {})  # noqa: S102 our own documentation


def test_every_make_target_that_is_named_exists() -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {
        name
        for page in PAGES
        for name in re.findall(r"`make (\w+)`|^make (\w+)$", page.read_text("utf-8"), re.MULTILINE)
    }
    assert {one or other for one, other in named} <= targets


def test_every_link_between_pages_leads_somewhere() -> None:
    links = [(page, target) for page in PAGES for target in LINK.findall(page.read_text("utf-8"))]
    assert [(page.name, target) for page, target in links if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("name", ["docs/reference/commands.md", "docs/reference/steps.md", "README.md"])
def test_pages_made_from_the_program_are_what_it_makes(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert (ROOT / name).read_text("utf-8") == pages(ROOT)[ROOT / name], "run `make docs`"
