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
        if text[start:end] != words:
            faults.append(f"{path}: the text at {start}-{end} is not {words!r}.")
    return faults


def iter_quotes(value: Any, path: str = "record") -> Iterator[tuple[str, str, int, int]]:
    """Walk every `words` or `quote` with offsets in a record: (path, words, start, end)."""
    if isinstance(value, dict):
        words = value.get("quote", value.get("words"))
        if isinstance(words, str) and isinstance(value.get("start"), int):
            yield path, words, value["start"], value["end"]
        for name, item in value.items():
            yield from iter_quotes(item, f"{path}.{name}")
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from iter_quotes(item, f"{path}[{number}]")


if __name__ == "__main__":
    found = find_faults(json.loads(Path(sys.argv[1]).read_text("utf-8")), Path(sys.argv[2]).read_text("utf-8"))
    print("\n".join(found) or "Every quote is the text at its offsets.")
    sys.exit(1 if found else 0)
