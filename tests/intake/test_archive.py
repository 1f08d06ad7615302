"""Originals: kept whole by their hash, and never in the way of whoever reads the same file."""

import os
from io import BytesIO
from pathlib import Path

import pytest

from everyclaim.codec import sha256
from everyclaim.errors import UnreadableInput
from everyclaim.intake.archive import hash_of, keep

CONTENT = bytes(range(256)) * 9000
"""More than one piece."""


def test_a_process_that_shares_the_file_goes_on_where_it_was(tmp_path: Path) -> None:
    (tmp_path / "a.mbox").write_bytes(CONTENT)
    with (tmp_path / "a.mbox").open("rb") as file, os.fdopen(os.dup(file.fileno()), "rb", buffering=0) as other:
        assert other.read(1000) == CONTENT[:1000]
        digest = hash_of(file)
        kept = keep(file, digest, tmp_path / "store")
        assert keep(file, digest, tmp_path / "store") == kept
        assert other.read(1000) == CONTENT[1000:2000]
    assert digest == sha256(CONTENT)
    assert kept.read_bytes() == CONTENT


def test_bytes_in_memory_are_hashed_from_their_start() -> None:
    held = BytesIO(CONTENT)
    held.read(10)
    assert hash_of(held) == sha256(CONTENT)


def test_a_file_that_changed_since_it_was_hashed_is_not_kept(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(CONTENT)
    with (tmp_path / "a.pdf").open("rb") as file, pytest.raises(UnreadableInput, match="It was changed"):
        keep(file, sha256(b"other"), tmp_path / "store")
    assert [path for path in (tmp_path / "store").rglob("*") if path.is_file()] == []
