"""Checks that originals, texts, spans and the log are what they say. Standard library only: a partner can run it alone.

    python verify.py RECORD.json TEXT     one record against its reading text
    python verify.py CASE [HEAD]          a whole case; HEAD is a hash of the log that was noted down before

A chain proves nothing against its owner, who could write all of it anew: only a HEAD that somebody else holds does.
"""

import hashlib
import json
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
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


def iter_case_faults(case: Path, head: str | None = None) -> Iterator[str]:
    """Check a case: its log, every row against its entry of the log, every quote against its text, every original.

    Args:
        case: the folder of the case.
        head: the hash of an entry that was noted down before; it must still be in the log.
    """
    path = case / "everyclaim" / "case.sqlite"
    if not path.is_file():
        yield f"There is no case at {case}."
        return
    # Where nobody has the case open, `immutable` leaves nothing behind, and works on a medium that cannot be written.
    mode = "mode=ro" if path.with_name("case.sqlite-wal").exists() else "mode=ro&immutable=1"
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?{mode}", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        try:
            yield from _integrity(connection)
            yield from _chain(connection, head)
            yield from _missing_rows(connection)
            yield from _reports(connection, case / "everyclaim" / "store")
            yield from _captures(connection, case / "everyclaim" / "store")
            yield from _readings(connection)
            yield from _contents(connection)
            yield from _coded(connection)
            yield from _attachments(connection, case / "everyclaim" / "store")
        except sqlite3.DatabaseError as error:
            yield f"The file {path} cannot be read whole ({error}); restore it from a backup."


def _integrity(connection: sqlite3.Connection) -> Iterator[str]:
    yield from (f"SQLite: {row[0]}." for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok")
    for table, number, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"Row {number} of {table} names a row of {parent} that is not there."


_CHAINED = ("number", "at", "by", "software", "act", "about", "payload_sha256", "previous")


def _chain(connection: sqlite3.Connection, head: str | None) -> Iterator[str]:
    """Each entry holds the hash of the one before; each payload is the one that its entry sealed."""
    previous, expected, seen = "0" * 64, 1, set()
    purged = {row["about"] for row in connection.execute("SELECT about FROM log WHERE act = 'purged'")}
    for row in connection.execute("SELECT * FROM log LEFT JOIN payloads USING (number) ORDER BY number"):
        name = f"Entry {row['number']} of the log"
        if row["number"] != expected:
            yield f"{name}: entry {expected} is missing before it."
        if row["previous"] != previous:
            yield f"{name} does not follow from the one before."
        if row["hash"] != _sha256(_canonical([row[column] for column in _CHAINED])):
            yield f"{name} was changed: it has not the hash that it says."
        if row["content"] is None and row["about"] not in purged:
            yield f"{name}: its payload is gone, and no purge of it is recorded."
        elif row["content"] is not None and _sha256(row["salt"] + row["content"]) != row["payload_sha256"]:
            yield f"{name}: its payload was changed."
        previous, expected = row["hash"], row["number"] + 1
        seen.add(row["hash"])
    if head is not None and head not in seen:
        yield f"The log does not hold the hash {head}: it was written anew, or cut short, since that was noted down."


_ROWS_OF = {"report_added": "reports", "report_read": "readings", "judged": "judgements", "assessed": "assessments"}
_ROWS_OF_LATER = {"attached": "attachments"}
"""Rows of tables that a case may not have yet, if an older program wrote it last."""


def _missing_rows(connection: sqlite3.Connection) -> Iterator[str]:
    later = _ROWS_OF_LATER if _has_attachments(connection) else {}
    for act, table in {**_ROWS_OF, **later}.items():
        asked = f"SELECT number, about FROM log WHERE act = ? AND number NOT IN (SELECT entry FROM {table})"  # noqa: S608 our own names
        for number, about in connection.execute(asked, (act,)):
            yield f"{about}: entry {number} of the log says {act}, but its row is gone from {table}."
        asked = f"SELECT number FROM {table} WHERE entry NOT IN (SELECT number FROM log WHERE act = ?)"  # noqa: S608 the same
        for (number,) in connection.execute(asked, (act,)):
            yield f"Row {number} of {table} is in the log nowhere."


def _payload(connection: sqlite3.Connection, entry: int) -> dict[str, Any] | None:
    row = connection.execute("SELECT content FROM payloads WHERE number = ?", (entry,)).fetchone()
    return None if row is None or row[0] is None else dict(json.loads(row[0]))


def _reports(connection: sqlite3.Connection, store: Path) -> Iterator[str]:
    """Each report says what its entry says, its text is the one that was hashed, its original is there unchanged."""
    for row in connection.execute("SELECT * FROM reports ORDER BY id"):
        if _sha256(row["text"]) != row["text_sha256"]:
            yield f"{row['id']}: The reading text is not the one that was hashed."
        said = _payload(connection, row["entry"]) or {}
        for name, value in said.items():
            kept = json.loads(row[name]) if name == "publisher" and row[name] else row[name]
            if kept != value:
                yield f"{row['id']}: Its {name} is {kept!r}, the log says {value!r}."
        yield from _original(store, row["original"], row["id"])


def _has_attachments(connection: sqlite3.Connection) -> bool:
    asked = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'attachments'"
    return connection.execute(asked).fetchone() is not None


def _attachments(connection: sqlite3.Connection, store: Path) -> Iterator[str]:
    """Evidence says what its entry says, and its bytes are there unchanged."""
    if not _has_attachments(connection):
        return
    for row in connection.execute("SELECT * FROM attachments ORDER BY number"):
        for name, value in (_payload(connection, row["entry"]) or {}).items():
            if row[name] != value:
                yield f"{row['name']}: Its {name} is {row[name]!r}, the log says {value!r}."
        yield from _original(store, row["original"], row["name"])


def _original(store: Path, original: str, name: str) -> Iterator[str]:
    path = store / "sha256" / original[:2] / original
    if not path.is_file():
        yield f"{name}: Its original {original} is not in the store."
        return
    with path.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != original:
            yield f"{name}: Its original {original} was changed."


def _captures(connection: sqlite3.Connection, store: Path) -> Iterator[str]:
    """Each fetch of a link that the log tells of is in the store as it was."""
    for number, about in connection.execute("SELECT number, about FROM log WHERE act = 'captured' ORDER BY number"):
        said = _payload(connection, number)
        if said is None:
            continue
        kept = store / said["warc"]
        if not kept.is_file():
            yield f"{about}: Its capture {said['warc']} is not in the store."
        elif hashlib.sha256(kept.read_bytes()).hexdigest() != said["warc_sha256"]:
            yield f"{about}: Its capture {said['warc']} was changed."


_FOUND = ("claims", "happenings", "evidence", "victims", "troubles")


def _readings(connection: sqlite3.Connection) -> Iterator[str]:
    """What each reading found is all there, as it was, and quotes the text."""
    for row in connection.execute("SELECT readings.*, text FROM readings JOIN reports ON reports.id = report"):
        found = {name: _found(connection, name, row["number"]) for name in _FOUND}
        said = (_payload(connection, row["entry"]) or {"sha256": row["sha256"]})["sha256"]
        if not _sha256(_canonical(found)) == row["sha256"] == said:
            yield f"{row['report']}: What was read in it is not what was kept at first."
        for path, words, start, end in iter_spans(found, "reading"):
            if not _lies_in(row["text"], start, end) or row["text"][start:end] != words:
                yield f"{row['report']}: {path}: the text at {start}-{end} is not {words!r}."


def _found(connection: sqlite3.Connection, name: str, reading: int) -> list[Any]:
    rows = connection.execute(f"SELECT content FROM {name} WHERE reading = ? ORDER BY position", (reading,))  # noqa: S608 our own names
    return [json.loads(row[0]) for row in rows]


def _contents(connection: sqlite3.Connection) -> Iterator[str]:
    """Judgements, assessments and incidents say what their entries say."""
    for table, name in (("judgements", "id"), ("assessments", "incident"), ("incidents", "id")):
        standing = " WHERE standing = 'current'" if table == "incidents" else ""
        for row in connection.execute(f"SELECT * FROM {table}{standing}"):  # noqa: S608 our own names
            said = _payload(connection, row["entry"])
            said = said["assessment"] if said is not None and table == "assessments" else said
            if said is not None and said != json.loads(row["content"]):
                yield f"{row[name]}: What {table} holds of it is not what the log says."


def _coded(connection: sqlite3.Connection) -> Iterator[str]:
    """Claims that people coded by hand quote the text of their report."""
    texts = "SELECT text FROM reports WHERE id = ?"
    for row in connection.execute("SELECT id, content FROM judgements ORDER BY id"):
        judgement = json.loads(row["content"])
        if judgement.get("verdict") != "code":
            continue
        found = connection.execute(texts, (judgement["about"][0],)).fetchone()
        text = "" if found is None else found["text"]
        for path, words, start, end in iter_spans(json.loads(dict(judgement["payload"])["claim"]), "claim"):
            if not _lies_in(text, start, end) or text[start:end] != words:
                yield f"{row['id']}: {path}: the text at {start}-{end} is not {words!r}."


def iter_spans(value: Any, path: str) -> Iterator[tuple[str, str, Any, Any]]:
    """Walk every span as a case keeps it: (path, quote, start, end)."""
    named = value.items() if isinstance(value, dict) else enumerate(value)
    if isinstance(value, dict) and isinstance(value.get("quote"), str) and "start" in value:
        yield path, value["quote"], value["start"], value.get("end")
    for name, item in named:
        # Most values are words and numbers; walking into those alone that hold others is three times as fast.
        if isinstance(item, (dict, list)):
            yield from iter_spans(item, f"{path}.{name}")


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _canonical(value: object) -> str:
    """The one form of a JSON value that hashes are made from: sorted keys, no spaces."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _faults(arguments: list[str]) -> list[str]:
    first = Path(arguments[0])
    if first.is_dir():
        return list(iter_case_faults(first, *arguments[1:2]))
    # Decoded from bytes: reading as text would turn CRLF into LF and shift every offset.
    return find_faults(json.loads(first.read_bytes()), Path(arguments[1]).read_bytes().decode("utf-8"))


if __name__ == "__main__":
    faults = _faults(sys.argv[1:])
    print("\n".join(faults) or "Everything is what it says.")
    sys.exit(1 if faults else 0)
