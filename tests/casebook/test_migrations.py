"""Migrations: from nothing to the tables that are declared, each with its record or not at all."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, inspect, text
from tests.casebook.cases import made, parts, writing

from everyclaim.casebook import migrations, open_view, tables
from everyclaim.casebook.migrations import MIGRATIONS, migrate
from everyclaim.casebook.store import open_for_writing
from everyclaim.errors import BrokenStore


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = open_for_writing(tmp_path / "case.sqlite")
    yield made
    made.dispose()


def shape(engine: Engine) -> dict[str, object]:
    """Columns, keys and indexes of every declared table, as the database tells them."""
    see = inspect(engine)
    return {
        name: (
            [(column["name"], str(column["type"]), column["nullable"]) for column in see.get_columns(name)],
            see.get_pk_constraint(name)["constrained_columns"],
            sorted(
                (key["constrained_columns"], key["referred_table"], key["referred_columns"])
                for key in see.get_foreign_keys(name)
            ),
            sorted((index["name"] or "", index["column_names"]) for index in see.get_indexes(name)),
            sorted(each["column_names"] for each in see.get_unique_constraints(name)),
        )
        for name in tables.METADATA.tables
    }


def test_migrations_from_empty_give_the_declared_tables(engine: Engine, tmp_path: Path) -> None:
    migrate(engine)
    declared = open_for_writing(tmp_path / "declared.sqlite")
    tables.METADATA.create_all(declared)
    try:
        assert shape(engine) == shape(declared)
    finally:
        declared.dispose()


def test_every_declared_table_is_strict(engine: Engine) -> None:
    migrate(engine)
    with engine.begin() as connection:
        strict = {row.name for row in connection.execute(text("PRAGMA table_list")) if row.strict}
    assert tables.METADATA.tables.keys() <= strict


def test_migrating_again_does_nothing(engine: Engine) -> None:
    assert migrate(engine) == [each.__name__ for each in MIGRATIONS]
    assert migrate(engine) == []


def test_a_migration_that_fails_leaves_neither_tables_nor_record(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def m0004_half(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE half (number INTEGER)")
        raise RuntimeError("torn")

    migrate(engine)
    monkeypatch.setattr(migrations, "MIGRATIONS", (*MIGRATIONS, m0004_half))
    with pytest.raises(RuntimeError, match="torn"):
        migrate(engine)
    assert not inspect(engine).has_table("half")
    monkeypatch.undo()
    assert migrate(engine) == []


def test_a_case_of_an_older_program_is_read_as_it_is_and_searched_anew_once_it_was_opened(tmp_path: Path) -> None:
    words = "杜拉斯诺市场遭到炮击"
    folder = made(tmp_path / "case", parts(words, language="zh", language_reason="given"))
    undo = (
        "DROP TABLE watched",
        "DROP TABLE seen",
        "DROP INDEX reports_by_url",
        "ALTER TABLE reports DROP COLUMN language_reason",
        "DELETE FROM migrations WHERE number > 4",
        "INSERT INTO report_words (report_words) VALUES ('delete-all')",
    )
    with closing(sqlite3.connect(folder.database)) as connection, connection:
        for statement in undo:
            connection.execute(statement)
    with open_view(folder) as view:
        (report,) = view.report_ids()
        assert view.parts(report).report.language_reason is None
        assert view.search("市场") == ()
        assert view.watched() == ()
    with writing(folder):
        pass
    with open_view(folder) as view:
        assert [hit.places for hit in view.search("市场")] == [((4, 6),)]


def test_a_case_of_a_newer_program_is_refused(engine: Engine) -> None:
    migrate(engine)
    with engine.begin() as connection:
        connection.execute(tables.migrations.insert().values(number=99, name="m0099", applied_at="2099-01-01"))
    with pytest.raises(BrokenStore, match="newer everyclaim"):
        migrate(engine)
