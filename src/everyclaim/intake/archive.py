"""Keeps originals by their SHA-256, as sha256/ab/abcdef...; what is kept is never changed, and never held in memory."""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from everyclaim.codec import sha256
from everyclaim.errors import BrokenStore, UnreadableInput

_PIECE = 1 << 20


def hash_of(file: BinaryIO) -> str:
    """The SHA-256 of a file from its start to its end, hexadecimal."""
    digest = hashlib.sha256()
    for piece in _pieces(file):
        digest.update(piece)
    return digest.hexdigest()


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    """The bytes of a file from its start, its place in it left alone.

    A process that a file was handed to shares that place. If it moved while that process reads, words would be missing.
    """
    if isinstance(file, BytesIO) or not hasattr(os, "pread"):
        file.seek(0)
        yield from iter(lambda: file.read(_PIECE), b"")
        return
    handle, at = file.fileno(), 0
    while piece := os.pread(handle, _PIECE, at):
        at += len(piece)
        yield piece


def keep(file: BinaryIO, digest: str, archive: Path) -> Path:
    """Put an original into the archive, whole or not at all; return where it lies. Twice is the same as once.

    Raises:
        BrokenStore: the archive cannot be written, or holds other bytes under this name.
        UnreadableInput: the file is not the one that had this hash any more.
    """
    place = archive / "sha256" / digest[:2] / digest
    try:
        if place.exists():
            with place.open("rb") as kept:
                if hash_of(kept) != digest:
                    raise BrokenStore(f"The archive holds other bytes at {place}; restore that file from a backup.")
        else:
            _write(file, digest, place)
    except OSError as error:
        raise BrokenStore(f"The archive {archive} cannot be written ({error.strerror}).") from error
    return place


def write_whole(content: bytes, place: Path, archive: Path) -> None:
    """Write a file of the archive for ever, whole or not at all.

    Raises:
        BrokenStore: it cannot be written.
    """
    try:
        _write(BytesIO(content), sha256(content), place)
    except OSError as error:
        raise BrokenStore(f"The archive {archive} cannot be written ({error.strerror}).") from error


def _write(original: BinaryIO, digest: str, place: Path) -> None:
    """Write beside the place, then rename: a crash leaves the whole file or none."""
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=".new-")
    written = hashlib.sha256()
    try:
        with os.fdopen(handle, "wb") as file:
            for piece in _pieces(original):
                written.update(piece)
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        if written.hexdigest() != digest:
            raise UnreadableInput("It was changed while it was read; give it again.")
        Path(name).chmod(0o444)
        Path(name).replace(place)
    finally:
        Path(name).unlink(missing_ok=True)
