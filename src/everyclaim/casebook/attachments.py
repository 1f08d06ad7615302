"""Evidence that a person attached to an incident or report: pictures, videos, documents, with where they are from.

Where it stands: `casebook.py` keeps it with an entry of the log, `view.py` tells it. The bytes lie in the store, like
every original, by their SHA-256; what is kept here never changes.
"""

from collections.abc import Collection
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, insert, select

from everyclaim.casebook import log, tables
from everyclaim.casebook.log import Author
from everyclaim.codec import Json


@dataclass(frozen=True, slots=True)
class Attachment:
    """An item of evidence.

    Args:
        about: the id of the incident or report that it belongs to.
        original: SHA-256 of its bytes.
        name: the file's name.
        kind: "picture", "video", "sound recording", or the kind of document.
        size: its bytes.
        origin: where it is from, in the words of the person who attached it.
    """

    about: str
    original: str
    name: str
    kind: str
    size: int
    origin: str


def keep(connection: Connection, author: Author, item: Attachment) -> bool:
    """Keep an item; return False if this very item is there already."""
    values = asdict(item)
    table = tables.attachments
    same = [table.c[name] == value for name, value in values.items()]
    if connection.execute(select(table.c.number).where(*same)).first() is not None:
        return False
    entry = log.append(connection, author, "attached", item.about, values)
    connection.execute(insert(table).values(**values, entry=entry))
    return True


def of(connection: Connection, about: str) -> tuple[Attachment, ...]:
    """The items attached to an incident or report, in the order in which they were."""
    table = tables.attachments
    columns = [column for column in table.columns if column.name not in {"number", "entry"}]
    rows = connection.execute(select(*columns).where(table.c.about == about).order_by(table.c.number)).mappings()
    return tuple(Attachment(**row) for row in rows)


def shown(connection: Connection, about: Collection[str] | None) -> tuple[Json, ...]:
    """The items attached to any of these ids, or all of the case, as records and exports show them.

    The order is that of what they belong to and of their names, never that in which they came.
    """
    table, entry = tables.attachments, tables.log.c
    asked = select(table, entry.by.label("attached_by"), entry.at.label("attached_at")).join_from(table, tables.log)
    if about is not None:
        asked = asked.where(table.c.about.in_(about))
    order = (table.c.about, table.c.name, table.c.original, table.c.origin)
    names = ("about", "name", "kind", "size", "original", "origin", "attached_by", "attached_at")
    rows = connection.execute(asked.order_by(*order)).mappings()
    return tuple({**{name: row[name] for name in names}, "original": f"sha256:{row['original']}"} for row in rows)
