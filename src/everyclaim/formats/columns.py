"""One row of a table, or one object, as a report: which column holds what.

A column that a person names (`--columns text=Body,published=Date`) goes before those that are found by their names.
"""

from collections.abc import Iterable, Mapping, Sequence

from everyclaim.errors import UnreadableInput
from everyclaim.formats.days import Order, find_day
from everyclaim.formats.pieces import Contents

WANTED = ("text", "title", "published", "publisher", "url", "language")

_NAMES: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "contents", "article", "full_text", "fulltext", "message", "notes",
             "description", "summary", "report"),
    "title": ("title", "headline", "subject"),
    "published": ("published", "published_at", "publication_date", "date_published", "pubdate", "date", "datetime",
                  "created_at", "timestamp"),
    "publisher": ("publisher", "source", "outlet", "newspaper", "site", "channel"),
    "url": ("url", "link", "source_url", "permalink"),
    "language": ("language", "lang"),
}  # fmt: skip
"""Column names as tables of reports have them, the surest first; case, spaces and hyphens make no difference."""

Columns = Mapping[str, str]
"""What is wanted -> the column that holds it."""


def find_columns(names: Sequence[str], asked: Iterable[tuple[str, str]]) -> Columns:
    """Say which column holds what.

    Raises:
        UnreadableInput: a column that was asked for is not there, or none holds the text.
    """
    found: dict[str, str] = {}
    for wanted, column in asked:
        if column not in names:
            raise UnreadableInput(f"It has no column {column!r}; it has {_listed(names)}.")
        found[wanted] = column
    by_plain = {_plain(name): name for name in reversed(names)}
    for wanted, likely in _NAMES.items():
        named = next((by_plain[each] for each in likely if each in by_plain), None)
        if wanted not in found and named is not None and named not in found.values():
            found[wanted] = named
    if "text" not in found:
        raise UnreadableInput(
            f"No column is named as one of texts; it has {_listed(names)}: say which with --columns text=NAME."
        )
    return found


def contents_of(row: Mapping[str, object], columns: Columns, member: str, order: Order | None = None) -> Contents:
    """Make the contents of a row; a text column that is empty gives an empty text."""

    def words(wanted: str) -> str | None:
        value = row.get(columns.get(wanted, ""))
        return (str(value).strip() or None) if isinstance(value, str | int | float) else None

    text = row.get(columns["text"])
    return Contents(
        text=text if isinstance(text, str) else "",
        title=words("title"),
        publisher=words("publisher"),
        published=find_day(row.get(columns.get("published", "")), order),
        language=_code(words("language")),
        url=words("url"),
        member=member,
    )


def _plain(name: str) -> str:
    return "_".join(name.strip().casefold().replace("-", " ").replace("_", " ").split())


def _code(language: str | None) -> str | None:
    """A language as ISO 639-1; a name of one ("English") is left to be found from the text."""
    code = (language or "").split("-")[0].split("_")[0].lower()
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(repr(each[:40]) for each in names[:12])
    return shown + (f" and {len(names) - 12} more" if len(names) > 12 else "") if names else "none"
