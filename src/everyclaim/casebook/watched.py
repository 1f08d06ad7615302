"""What a case watches, and what was seen there: why a watch that was stopped goes on where it was.

Where it stands: `casebook.py` writes through it, `view.py` reads. That a person watches a source, or no more, is an
entry of the log. What was seen is passing: were it lost, all would be looked at once more, and found to be there.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, func, insert, select, update

from everyclaim.casebook import log, tables
from everyclaim.casebook.found import dump, load
from everyclaim.casebook.log import Author
from everyclaim.codec import Json


@dataclass(frozen=True, slots=True)
class Watched:
    """A feed or folder that a case watches.

    Args:
        source: its address, or its whole path.
        since: when a person asked for it.
        looked_at: when it was last looked at; None if never.
        trouble: what was wrong then.
        seen: how many of its entries were seen.
        waiting: how many of them are tried again.
    """

    source: str
    since: str
    looked_at: str | None
    trouble: str | None
    seen: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Seen:
    """An entry of a feed or folder that was seen.

    Args:
        entry: what tells it from the others there.
        mark: what it was like.
        tries: how often it was tried in vain; 0 where it is done.
        waiting: what is needed to try it again, though the feed may name it no more.
    """

    entry: str
    mark: str
    tries: int = 0
    waiting: Json | None = None


def watch(connection: Connection, author: Author, source: str) -> bool:
    """Watch a source; return False if it is watched already."""
    table = tables.watched
    if connection.execute(select(table.c.source).where(table.c.source == source)).first() is not None:
        return False
    number = log.append(connection, author, "watched", source, {"source": source})
    connection.execute(insert(table).values(source=source, since=_now(), entry=number))
    return True


def unwatch(connection: Connection, author: Author, source: str) -> bool:
    """Watch a source no more, and forget what was seen there; return False if it is not watched."""
    seen, table = tables.seen, tables.watched
    connection.execute(delete(seen).where(seen.c.source == source))
    if not connection.execute(delete(table).where(table.c.source == source)).rowcount:
        return False
    log.append(connection, author, "unwatched", source, {"source": source})
    return True


def note_look(connection: Connection, source: str, trouble: str | None) -> None:
    """Note that a source was looked at now, and what was wrong."""
    table = tables.watched
    connection.execute(update(table).where(table.c.source == source).values(looked_at=_now(), trouble=trouble))


def note_capture(connection: Connection, author: Author, source: str, capture: Json) -> bool:
    """Log a capture of a feed; return False if the log tells of it already."""
    table = tables.watched
    if connection.scalar(select(table.c.capture).where(table.c.source == source)) == capture["warc"]:
        return False
    log.append(connection, author, "captured", source, capture)
    connection.execute(update(table).where(table.c.source == source).values(capture=capture["warc"]))
    return True


def note_seen(connection: Connection, source: str, seen: Seen) -> None:
    """Note an entry, in place of what was noted of it before."""
    table = tables.seen
    connection.execute(delete(table).where(table.c.source == source, table.c.entry == seen.entry))
    waiting = None if seen.waiting is None else dump(seen.waiting)
    connection.execute(insert(table).values(source=source, **{**asdict(seen), "waiting": waiting}))


def seen_in(connection: Connection, source: str) -> Mapping[str, Seen]:
    """What was seen of a source, by entry."""
    table = tables.seen.c
    asked = select(table.entry, table.mark, table.tries, table.waiting).where(table.source == source)
    rows = connection.execute(asked.order_by(table.entry)).all()
    return {row.entry: Seen(row.entry, row.mark, row.tries, row.waiting and load(row.waiting)) for row in rows}


def sources(connection: Connection) -> tuple[Watched, ...]:
    """All that is watched."""
    table, seen = tables.watched.c, tables.seen.c
    counted = select(func.count(seen.entry), func.count(seen.waiting))
    asked = select(table.source, table.since, table.looked_at, table.trouble).order_by(table.source)
    return tuple(
        Watched(*row, *connection.execute(counted.where(seen.source == row.source)).one())
        for row in connection.execute(asked).all()
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
