"""The direction of imports: the contracts in pyproject.toml hold, and nothing imports the package root."""

import ast
import os
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "everyclaim"


def test_the_import_contracts_hold(capsys: pytest.CaptureFixture[str]) -> None:
    here = Path.cwd()
    os.chdir(ROOT)  # the contracts' reader looks for its settings where it is started
    try:
        status = lint_imports(no_cache=True)
    finally:
        os.chdir(here)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def root_imports(path: Path) -> list[str]:
    """Imports that stop at the package root, and with it pull in whatever the root pulls in."""
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += [f"{path.name}:{node.lineno}" for each in node.names if each.name == "everyclaim"]
        if isinstance(node, ast.ImportFrom) and node.module == "everyclaim":
            found += [f"{path.name}:{node.lineno}" for each in node.names if not is_module(each.name)]
    return found


def is_module(name: str) -> bool:
    return (SOURCE / f"{name}.py").exists() or (SOURCE / name).is_dir()


def test_nothing_imports_the_package_root() -> None:
    assert [each for path in SOURCE.rglob("*.py") for each in root_imports(path)] == []
