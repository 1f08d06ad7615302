"""Finds the corpora in a folder that a user points at: by the names of files, or by what their lines say they are.

A file of one's own, such as `sudan.jsonl` with lines that say `"corpus": "gvc"`, is measured as that kind.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from everyclaim.bench.corpus import iter_lines
from everyclaim.bench.table import ALIKE, EVALS, Eval
from everyclaim.errors import BrokenInput

_ENDINGS = (".jsonl", ".jsonl.gz")


class Corpora(NamedTuple):
    """What lies in a folder: corpora to measure, and sentences about files that are none or cannot be read."""

    found: tuple[Eval, ...]
    skipped: tuple[str, ...]
    broken: tuple[str, ...]


def find_corpora(folder: Path) -> Corpora:
    """Look through a folder and its `incidents`; corpora come in the order of the table."""
    found, skipped, broken = [], [], []
    for path in _files(folder):
        try:
            kind = _kind(path)
        except BrokenInput as error:
            broken.append(str(error))
            continue
        name = path.relative_to(folder).as_posix()
        if isinstance(kind, Eval):
            found.append(replace(kind, file=name))
        else:
            skipped.append(f"{name}: Nothing is measured on {kind}; these are: {', '.join(_BY_NAME)}.")
    order = list(_BY_NAME)
    return Corpora(tuple(sorted(found, key=lambda each: order.index(each.name))), tuple(skipped), tuple(broken))


_BY_NAME = {each.name: each for each in (*EVALS, *ALIKE)}


def _files(folder: Path) -> Iterator[Path]:
    for each in sorted(folder.iterdir()):
        if each.is_file() and each.name.endswith(_ENDINGS):
            yield each
    if (own := folder / _BY_NAME["incidents"].file).is_file():
        yield own


def _kind(path: Path) -> Eval | str:
    """The corpus of a file, or what its lines call theirs."""
    stem = path.name.removesuffix(".gz").removesuffix(".jsonl")
    if path.parts[-2:] == Path(_BY_NAME["incidents"].file).parts:
        return _BY_NAME["incidents"]
    first = next(iter_lines(path), None)
    if first is None:
        raise BrokenInput(f"{path.name}: There is no document in it.")
    told = str(first.get("corpus", stem))
    return _BY_NAME.get(told) or f"the corpus {told!r}"
