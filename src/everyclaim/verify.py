"""Checks that originals, texts and spans are what a record says. Standard library only, so that a partner can run it.

python verify.py RECORD.json TEXT
"""

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def find_faults(record: dict[str, Any], text: str) -> list[str]:
    """Compare a record with the reading text it was made from; each fault is one sentence, none is a clean bill."""
    faults = []
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    if digest != record["report"]["text_sha256"]:
        faults.append("The reading text is not the one that was hashed.")
    if len(text) != record["report"]["characters"]:
        faults.append(f"The text has {len(text)} characters, the record says {record['report']['characters']}.")
    for path, words, start, end in iter_quotes(record):
        if not _lies_in(text, start, end) or text[start:end] != words:
            faults.append(f"{path}: the text at {start}-{end} is not {words!r}.")
    return faults


def _lies_in(text: str, start: Any, end: Any) -> bool:
    """Whether these are offsets of some words: negative ones count from the end, an empty span proves nothing."""
    return type(start) is int and type(end) is int and 0 <= start < end <= len(text)


def iter_quotes(value: Any, path: str = "record") -> Iterator[tuple[str, str, Any, Any]]:
    """Walk every `words` or `quote` with offsets in a record: (path, words, start, end).

    The words of a motive's or link's value are no quote and carry no offsets.
    """
    if isinstance(value, dict):
        words = value.get("quote", value.get("words"))
        if isinstance(words, str) and ("start" in value or "end" in value):
            yield path, words, value.get("start"), value.get("end")
        for name, item in value.items():
            yield from iter_quotes(item, f"{path}.{name}")
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from iter_quotes(item, f"{path}[{number}]")


if __name__ == "__main__":
    # Decoded from bytes: reading as text would turn CRLF into LF and shift every offset.
    found = find_faults(json.loads(Path(sys.argv[1]).read_bytes()), Path(sys.argv[2]).read_bytes().decode("utf-8"))
    print("\n".join(found) or "Every quote is the text at its offsets.")
    sys.exit(1 if found else 0)
