"""Finds the single documents that a source stands for: a file, every file of a folder, a link, or standard input.

Folders are walked in the order of their names, one folder at a time, so that memory does not grow with them.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Location:
    """Where one document lies.

    Args:
        kind: how to open it; "folder" is one that cannot be listed, and taking it says so; "capture" is a link that was
            captured before, and is not asked again.
        at: the path or address to open, the place of the capture in the archive, or the text itself.
        name: how records name it: a file's name, below a folder its path there. The same on every machine.
        member: of all that lies in it this alone is wanted.
        title: what the feed that names it says; what it says of itself goes before.
        published: the same.
    """

    kind: Literal["file", "folder", "link", "capture", "standard_input", "text"]
    at: str
    name: str
    member: str | None = None
    title: str | None = None
    published: date | None = None


def locate(source: str) -> Iterator[Location]:
    """List the documents of a source, lazily; what cannot be opened is listed too, and `take` says why."""
    if source == "-":
        yield Location("standard_input", "-", "standard input")
    elif urlsplit(source).scheme.lower() in {"http", "https"}:
        yield Location("link", source, source)
    elif Path(source).is_dir():
        root = Path(source)
        yield from _walk(root, root)
    else:
        yield Location("file", source, Path(source).name)


def _walk(folder: Path, root: Path) -> Iterator[Location]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield Location("folder", str(folder), str(folder))
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(path, root)
        elif _is_own(entry, root):
            yield Location("file", entry.path, path.relative_to(root).as_posix())


def _is_own(entry: os.DirEntry[str], root: Path) -> bool:
    """Whether it is a file of this folder. A symbolic link may lead out of a folder that somebody else packed."""
    if entry.is_symlink():
        target = Path(entry.path).resolve()
        return target.is_file() and target.is_relative_to(root.resolve())
    return entry.is_file()
