"""The originals of a case, by their SHA-256 under `store/sha256/ab/...`: found, read, and compared with their name.

Where it stands: intake writes them, whole or not at all, before a report is stored (`intake/archive.py`); the casebook
only reads. What is kept is never changed.
"""

from pathlib import Path

from everyclaim.codec import sha256
from everyclaim.errors import BrokenStore


def path_of(store: Path, original: str) -> Path:
    """Where an original lies."""
    return store / "sha256" / original[:2] / original


def get_original(store: Path, original: str) -> bytes:
    """Read an original.

    Raises:
        BrokenStore: it is not there, cannot be read, or is not what its name says.
    """
    path = path_of(store, original)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BrokenStore(
            f"The original {original[:12]} cannot be read at {path}; restore it from a backup."
        ) from error
    if sha256(content) != original:
        raise BrokenStore(f"The original at {path} was changed; restore it from a backup.")
    return content
