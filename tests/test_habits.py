"""Contracts about the code base itself: sizes, names, docstrings, fences, and what no file may hold."""

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from everyclaim import model

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "everyclaim"

FORBIDDEN_NAMES = {"util", "utils", "common", "helper", "helpers", "base", "core", "manager", "misc", "shared"}
LONGEST_FUNCTION = 40
LONGEST_FILE = {"src": 400, "evals": 400, "tests": 600}

EDGES = {
    "assess/policy.py": "YAML",
    "assess/register.py": "what a person set, field by field",
    "codec.py": "where model types become JSON",
    "verify.py": "walks JSON, on the standard library alone",
    "read/draft.py": "keeps what steps of any kind found",
    "read/step.py": "a step may find any kind of thing",
    "read/run.py": "hands the findings of any kind on",
    "read/engines/english.py": "spaCy",
    "read/engines/vectors.py": "spaCy's layers",
    "read/engines/moves.py": "spaCy's parser",
    "ground/__init__.py": "grounds mentions of any meaning",
    "ground/places.py": "grounds mentions of any meaning",
    "ground/actors.py": "grounds mentions of any meaning",
    "ground/dates.py": "grounds mentions of any meaning",
    "text/openings.py": "how `re` itself reads a pattern",
    "lexicon/actors.py": "YAML",
    "lexicon/actors_own.py": "YAML and CSV of the user's own",
    "lexicon/land_build.py": "JSON of the sources",
    "lexicon/words.py": "YAML",
    "lexicon/gazetteer.py": "rows of SQLite",
    "lexicon/gazetteer_words.py": "YAML",
    "lexicon/gazetteer_build.py": "JSON of the sources",
    "lexicon/gazetteer_sources.py": "JSON of the sources",
}
"""The files that may say `Any`, with what comes in there."""

HEIRS = {
    ("__init__.py", "_Called"): "the package `everyclaim.read` is called as a function too",
    ("__init__.py", "_Root"): "loads the reader when it is first asked for",
}
"""Classes that inherit outside the error tree, with why nothing else would do."""

SHAPES_OF_TYPING = {"Protocol", "NamedTuple", "TypedDict", "Generic"}
"""Bases that declare a shape; nothing is inherited by them."""

INDEX_ADDRESS = re.compile(r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|--(?:extra-)?index[-_]url|index[-_]url *=")
MACHINE_PATH = re.compile(r"(?<![\w.:/~$}>-])/(?:home|root|work|Users|tmp|mnt|private|var/folders)/\w|[A-Z]:\\Users\\")


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S607
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def modules() -> list[Path]:
    return [path for path in tracked() if path.suffix == ".py"]


def sources() -> list[Path]:
    return [path for path in modules() if path.is_relative_to(SOURCE)]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def short(path: Path) -> str:
    return path.relative_to(SOURCE if path.is_relative_to(SOURCE) else ROOT).as_posix()


def test_every_module_says_what_it_is_for() -> None:
    assert [short(path) for path in modules() if not ast.get_docstring(tree(path))] == []


def test_no_file_is_too_long() -> None:
    def limit(path: Path) -> int:
        return LONGEST_FILE.get(path.relative_to(ROOT).parts[0], 400)

    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in modules()}
    assert {short(path): length for path, length in lengths.items() if length > limit(path)} == {}


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the end, without the docstring: that is the reference page, not code."""
    first = function.body[0]
    page = 0
    if ast.get_docstring(function, clean=False) is not None and first.end_lineno is not None:
        page = first.end_lineno - first.lineno + 1
    return (function.end_lineno or function.lineno) - function.lineno + 1 - page


def test_no_function_is_too_long() -> None:
    found = {(short(path), each.name): length(each) for path in modules() for each in functions(path)}
    assert {name: lines for name, lines in found.items() if lines > LONGEST_FUNCTION} == {}


def test_no_file_is_a_drawer_for_odds_and_ends() -> None:
    assert [
        short(path) for path in modules() if FORBIDDEN_NAMES & {path.stem, *path.relative_to(ROOT).parent.parts}
    ] == []


def is_broad(handler: ast.ExceptHandler) -> bool:
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(
        each is None or (isinstance(each, ast.Name) and each.id in {"Exception", "BaseException"}) for each in kinds
    )


def test_there_is_one_fence_and_it_stands_in_flow() -> None:
    handlers = [
        short(path)
        for path in sources()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler) and is_broad(node)
    ]
    assert handlers == ["flow.py"]


def test_any_is_said_only_where_the_outside_comes_in() -> None:
    saying = {
        short(path)
        for path in sources()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Name) and node.id == "Any"
    }
    assert saying - EDGES.keys() == set()


def inherits(node: ast.ClassDef) -> bool:
    names = [ast.unparse(base).split("[")[0].split(".")[-1] for base in node.bases]
    return any(name not in SHAPES_OF_TYPING for name in names)


def test_nothing_inherits_outside_the_error_tree() -> None:
    classes = [
        (short(path), node.name)
        for path in sources()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef) and inherits(node) and short(path) != "errors.py"
    ]
    assert [each for each in classes if each not in HEIRS] == []


def test_the_error_tree_is_the_one_drawn() -> None:
    drawn = re.findall(r"^(?:[ │├└─]*)([A-Z]\w+)  ", ast.get_docstring(tree(SOURCE / "errors.py")) or "", re.MULTILINE)
    made = [node.name for node in tree(SOURCE / "errors.py").body if isinstance(node, ast.ClassDef)]
    assert sorted(made) == sorted(drawn)


def test_the_fifteen_types_that_the_model_names_are_there() -> None:
    page = (ast.get_docstring(tree(SOURCE / "model.py")) or "").split("\n\n")[1]
    named = [name for words in re.findall(r"`([A-Z][\w ]+)`", page) for name in words.split()]
    assert len(named) == 15
    assert [name for name in named if not isinstance(getattr(model, name, None), type)] == []


def written() -> Iterator[tuple[str, str]]:
    for path in tracked():
        content = path.read_bytes()
        if b"\0" not in content:
            yield path.relative_to(ROOT).as_posix(), content.decode("utf-8")


@pytest.mark.parametrize("pattern", [INDEX_ADDRESS, MACHINE_PATH], ids=["index address", "machine path"])
def test_no_file_names_a_package_index_or_a_machines_path(pattern: re.Pattern[str]) -> None:
    found = {name: match[0] for name, content in written() if (match := pattern.search(content))}
    assert found == {}


@pytest.mark.parametrize("frame", ["see {}home/ana/x", '"{}work/main"', "({}tmp/a)", "{}Users/ana"])
def test_a_machines_path_would_be_found(frame: str) -> None:
    assert MACHINE_PATH.search(frame.format("/"))


def test_texts_that_may_not_be_passed_on_are_named_only_where_they_are_measured() -> None:
    outside = "../" + "shared"
    places = {name.split("/")[0] for name, content in written() if outside in content}
    assert places <= {"tests", "evals", "Makefile"}
