"""Which weights read: every file of a language pipeline hashed, and compared with those that are pinned.

`weights.json` pins each pipeline that the tests ran with. Another official pipeline that a person installed may read
too; its fingerprint stands in every record's `reader` all the same.
"""

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from everyclaim.codec import canonical, sha256
from everyclaim.errors import MissingPart

_NOT_READ = ("README", "LICENSE", "accuracy.json")
"""Files of a pipeline's folder, by how they begin, that the parser does not open."""


@cache
def fingerprint(folder: Path) -> str:
    """Hash all that a pipeline is made of, by the names and hashes of its files.

    Raises:
        MissingPart: the folder is pinned under its name, and a file is missing, more, or not the one pinned.
    """
    found = {name: sha256((folder / name).read_bytes()) for name in _names(folder)}
    pinned = pins().get(folder.name, found)
    if wrong := sorted(name for name in found.keys() | pinned.keys() if found.get(name) != pinned.get(name)):
        raise MissingPart(
            f"The English pipeline {folder.name} is not the one pinned (it differs in {', '.join(wrong[:3])}); "
            "install it again with `rm -rf .venv && make demo`."
        )
    return sha256(canonical(found))


def pins() -> dict[str, dict[str, str]]:
    """The pipelines that are pinned, by the name of their folder: file -> SHA-256."""
    text = (files("everyclaim.read.engines") / "weights.json").read_text("utf-8")
    return {name: dict(each) for name, each in json.loads(text).items()}


def _names(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith(_NOT_READ):
            yield path.relative_to(folder).as_posix()
