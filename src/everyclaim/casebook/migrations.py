"""Brings a case's tables from any earlier form to today's: numbered functions, each with its record in one transaction.

Where it stands: run when a case is made or opened for writing. A function is never changed once it was released; a new
form is a new function. A test proves that all of them together, from nothing, lead to what `tables.py` declares.
"""

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, inspect, select

from everyclaim.casebook import search, tables
from everyclaim.errors import BrokenStore

Migration = Callable[[Connection], None]
Maker = Callable[[str, str], None]
"""Makes a table: its name, its columns."""

_ENTRY = "entry INTEGER NOT NULL REFERENCES log (number)"


def m0001_first_tables(connection: Connection) -> None:
    """The log and its payloads; reports, readings and what they found; judgements, assessments and what is derived."""
    make = _maker(connection)
    _first_log(make)
    _first_reports(make, connection)
    _first_decisions(make, connection)
    make("comparisons", "number INTEGER PRIMARY KEY NOT NULL, verdict TEXT NOT NULL, content TEXT NOT NULL")
    make("derived", "name TEXT PRIMARY KEY NOT NULL, content TEXT NOT NULL")
    make(
        "failures",
        "about TEXT PRIMARY KEY NOT NULL, stage TEXT NOT NULL, step TEXT, sentence TEXT NOT NULL, trace TEXT, "
        "at TEXT NOT NULL",
    )


def _first_log(make: Maker) -> None:
    make(
        "log",
        'number INTEGER PRIMARY KEY NOT NULL, at TEXT NOT NULL, "by" TEXT NOT NULL, software TEXT NOT NULL, '
        "act TEXT NOT NULL, about TEXT NOT NULL, payload_sha256 TEXT NOT NULL, previous TEXT NOT NULL, "
        "hash TEXT NOT NULL UNIQUE",
    )
    make("payloads", "number INTEGER PRIMARY KEY NOT NULL REFERENCES log (number), salt TEXT, content TEXT")


def _first_reports(make: Maker, connection: Connection) -> None:
    make(
        "reports",
        "number INTEGER PRIMARY KEY NOT NULL, id TEXT NOT NULL UNIQUE, original TEXT NOT NULL, text TEXT NOT NULL, "
        "text_sha256 TEXT NOT NULL, language TEXT NOT NULL, path TEXT, member TEXT, url TEXT, title TEXT, "
        f"publisher TEXT, published TEXT, {_ENTRY}",
    )
    make(
        "readings",
        "number INTEGER PRIMARY KEY NOT NULL, report TEXT NOT NULL REFERENCES reports (id), reader TEXT NOT NULL, "
        f"sha256 TEXT NOT NULL, {_ENTRY}, UNIQUE (report, reader)",
    )
    for name in ("claims", "happenings", "evidence", "victims", "troubles"):
        make(
            name,
            "reading INTEGER NOT NULL REFERENCES readings (number), position INTEGER NOT NULL, id TEXT NOT NULL, "
            "content TEXT NOT NULL, PRIMARY KEY (reading, position)",
        )
        connection.exec_driver_sql(f"CREATE INDEX {name}_by_id ON {name} (id)")


def _first_decisions(make: Maker, connection: Connection) -> None:
    make("judgements", f"number INTEGER PRIMARY KEY NOT NULL, id TEXT NOT NULL UNIQUE, content TEXT NOT NULL, {_ENTRY}")
    make(
        "assessments",
        "number INTEGER PRIMARY KEY NOT NULL, incident TEXT NOT NULL, policy TEXT NOT NULL, version TEXT NOT NULL, "
        f"because TEXT NOT NULL, content TEXT NOT NULL, {_ENTRY}",
    )
    connection.exec_driver_sql("CREATE INDEX assessments_by_incident ON assessments (incident, policy)")
    make(
        "incidents",
        f"id TEXT PRIMARY KEY NOT NULL, standing TEXT NOT NULL, successor TEXT, content TEXT NOT NULL, {_ENTRY}",
    )


def m0002_nothing_is_changed(connection: Connection) -> None:
    """What is kept for ever refuses to be changed or deleted; a payload may only be emptied (purge)."""
    kept = (
        "log",
        "reports",
        "readings",
        "claims",
        "happenings",
        "evidence",
        "victims",
        "troubles",
        "judgements",
        "assessments",
    )
    for name in kept:
        _refuse(connection, name, "UPDATE")
        _refuse(connection, name, "DELETE")
    _refuse(
        connection,
        "payloads",
        "UPDATE",
        "WHEN new.content IS NOT NULL OR new.salt IS NOT NULL OR new.number <> old.number",
    )
    _refuse(connection, "payloads", "DELETE")


def m0003_search(connection: Connection) -> None:
    """The index of the words of reports. It holds no text: what is found is shown from the report itself."""
    connection.exec_driver_sql(
        "CREATE VIRTUAL TABLE report_words USING fts5 "
        "(words, content='', tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* M* Co So'\")"
    )


def m0004_attachments(connection: Connection) -> None:
    """Evidence that people attach, kept for ever like all else that they decide."""
    _maker(connection)(
        "attachments",
        "number INTEGER PRIMARY KEY NOT NULL, about TEXT NOT NULL, original TEXT NOT NULL, name TEXT NOT NULL, "
        f"kind TEXT NOT NULL, size INTEGER NOT NULL, origin TEXT NOT NULL, {_ENTRY}",
    )
    connection.exec_driver_sql("CREATE INDEX attachments_by_about ON attachments (about)")
    _refuse(connection, "attachments", "UPDATE")
    _refuse(connection, "attachments", "DELETE")


def m0005_reason_of_a_language(connection: Connection) -> None:
    """Why a report's language is this one; of reports that were added before, nobody knows any more."""
    connection.exec_driver_sql("ALTER TABLE reports ADD COLUMN language_reason TEXT")


def m0006_scripts_without_spaces(connection: Connection) -> None:
    """The index anew: in scripts that set no space between words, each sign with its marks is a word now."""
    connection.exec_driver_sql("INSERT INTO report_words (report_words) VALUES ('delete-all')")
    for row in connection.exec_driver_sql("SELECT number, title, text FROM reports ORDER BY number").all():
        search.add(connection, row.number, row.title, row.text)


def m0007_watched(connection: Connection) -> None:
    """Feeds and folders that are watched, and what was seen there."""
    make = _maker(connection)
    make(
        "watched",
        f"source TEXT PRIMARY KEY NOT NULL, since TEXT NOT NULL, looked_at TEXT, trouble TEXT, capture TEXT, {_ENTRY}",
    )
    make(
        "seen",
        "source TEXT NOT NULL, entry TEXT NOT NULL, mark TEXT NOT NULL, tries INTEGER NOT NULL, waiting TEXT, "
        "PRIMARY KEY (source, entry)",
    )
    connection.exec_driver_sql("CREATE INDEX reports_by_url ON reports (url)")


MIGRATIONS: tuple[Migration, ...] = (
    m0001_first_tables,
    m0002_nothing_is_changed,
    m0003_search,
    m0004_attachments,
    m0005_reason_of_a_language,
    m0006_scripts_without_spaces,
    m0007_watched,
)


def migrate(engine: Engine) -> list[str]:
    """Run what has not been run yet; return the names of those.

    Raises:
        BrokenStore: the case was written by a newer everyclaim.
    """
    with engine.begin() as connection:
        done = _done(connection)
    if done > len(MIGRATIONS):
        raise BrokenStore("This case was written by a newer everyclaim; install that version, or a later one.")
    names = []
    for number, migration in enumerate(MIGRATIONS[done:], done + 1):
        with engine.begin() as connection:
            # Another process may have come first; the transaction begins with the lock, so this answer holds.
            if _done(connection) < number:
                migration(connection)
                _record(connection, number, migration.__name__)
                names.append(migration.__name__)
    return names


def _done(connection: Connection) -> int:
    if not inspect(connection).has_table(tables.migrations.name):
        return 0
    return max(connection.scalars(select(tables.migrations.c.number)), default=0)


def _record(connection: Connection, number: int, name: str) -> None:
    if number == 1:
        _maker(connection)(
            "migrations", "number INTEGER PRIMARY KEY NOT NULL, name TEXT NOT NULL, applied_at TEXT NOT NULL"
        )
    applied_at = datetime.now(UTC).isoformat()
    connection.execute(tables.migrations.insert().values(number=number, name=name, applied_at=applied_at))


def _maker(connection: Connection) -> Maker:
    strict = " STRICT" if connection.dialect.name == "sqlite" else ""

    def make(name: str, columns: str) -> None:
        connection.exec_driver_sql(f"CREATE TABLE {name} ({columns}){strict}")

    return make


def _refuse(connection: Connection, table: str, act: str, when: str = "") -> None:
    connection.exec_driver_sql(
        f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} {when} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is kept for ever'); END"
    )
