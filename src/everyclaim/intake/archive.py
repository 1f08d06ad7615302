"""Keeps originals by their SHA-256, as sha256/ab/abcdef...; what is kept is never changed."""

import os
import tempfile
from pathlib import Path

from everyclaim.codec import sha256
from everyclaim.errors import BrokenStore


def keep(content: bytes, archive: Path) -> Path:
    """Put an original into the archive, whole or not at all; return where it lies. Twice is the same as once.

    Raises:
        BrokenStore: the archive cannot be written, or holds other bytes under this name.
    """
    digest = sha256(content)
    place = archive / "sha256" / digest[:2] / digest
    try:
        if place.exists():
            if place.read_bytes() != content:
                raise BrokenStore(f"The archive holds other bytes at {place}; restore that file from a backup.")
        else:
            _write(content, place)
    except OSError as error:
        raise BrokenStore(f"The archive {archive} cannot be written ({error.strerror}).") from error
    return place


def _write(content: bytes, place: Path) -> None:
    """Write beside the place, then rename: a crash leaves the whole file or none."""
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o444)
        Path(name).replace(place)
    finally:
        Path(name).unlink(missing_ok=True)
