"""Opens a case's SQLite file: the one place that knows its settings.

Write-ahead log, so that reading and writing do not wait for each other; every commit is on the disk before it is
acknowledged (`synchronous=FULL`); foreign keys hold; a transaction that writes begins with the lock, so that nothing it
read can change under it.
"""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

WAIT_SECONDS = 30.0
"""How long to wait for another process that writes. The longest write, a refresh of 10,000 reports, takes about ten."""


def open_for_writing(path: Path) -> Engine:
    """Open, or make, a case's file."""

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA secure_delete=ON")
        return connection

    return _engine(connect, "BEGIN IMMEDIATE")


def open_for_reading(path: Path) -> Engine:
    """Open a case's file so that nothing can be written, also one on a medium that cannot be."""
    # A reader that may not write would leave the write-ahead log's files behind; `query_only` keeps it from the rest.
    # On a read-only medium those files cannot be made, and nobody else writes there either.
    mode = "mode=rw" if os.access(path.parent, os.W_OK) else "mode=ro&immutable=1"

    def connect() -> sqlite3.Connection:
        address = f"file:{quote(str(path.absolute()))}?{mode}"
        connection = sqlite3.connect(
            address, uri=True, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA query_only=ON")
        return connection

    return _engine(connect, "BEGIN")


def _engine(connect: Callable[[], sqlite3.Connection], begin: str) -> Engine:
    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
