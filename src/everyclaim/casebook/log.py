"""The log: one entry for every row that is kept for ever, each holding the hash of the one before.

Where it stands: `casebook.py` appends, in the transaction of the row itself; `view.py` and `verify.py` read. An entry
holds a salted hash of its payload, and the payload lies apart: what endangers someone can be destroyed, with the salt,
so that nobody can guess at it, and the chain still verifies. Without an outside anchor a chain proves nothing
against its owner: hand the head's hash to a partner (`everyclaim log --head`).
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select

from everyclaim.casebook import tables
from everyclaim.codec import Json, canonical

START = "0" * 64
"""What the first entry names as the hash before it."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who acts, and with which program."""

    by: str
    software: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the log, with its payload; None where that was purged."""

    number: int
    at: str
    by: str
    software: str
    act: str
    about: str
    payload_sha256: str
    previous: str
    hash: str
    payload: str | None = None


def append(connection: Connection, author: Author, act: str, about: str, payload: Json) -> int:
    """Add an entry in the running transaction; return its number."""
    number, previous = last(connection)
    salt, content = secrets.token_hex(16), canonical(payload).decode("utf-8", "surrogatepass")
    chained: list[int | str] = [
        number + 1,
        datetime.now(UTC).isoformat(timespec="microseconds"),
        author.by,
        author.software,
        act,
        about,
        seal(salt, content),
        previous,
    ]
    names = [column.name for column in tables.log.columns]
    values = dict(zip(names, [*chained, hash_of(chained)], strict=True))
    connection.execute(insert(tables.log).values(values))
    connection.execute(insert(tables.payloads).values(number=number + 1, salt=salt, content=content))
    return number + 1


def last(connection: Connection) -> tuple[int, str]:
    """The number and hash of the head; of an empty log (0, START)."""
    table = tables.log.c
    head = connection.execute(select(table.number, table.hash).order_by(table.number.desc()).limit(1)).first()
    return (head.number, head.hash) if head else (0, START)


def seal(salt: str, content: str) -> str:
    """The salted hash of a payload."""
    return hashlib.sha256((salt + content).encode("utf-8", "surrogatepass")).hexdigest()


def hash_of(chained: list[int | str]) -> str:
    """The hash of an entry: over the canonical JSON list of its columns but the hash itself."""
    return hashlib.sha256(canonical(chained)).hexdigest()
