"""The YAML head with which a text file may open: title, published, publisher, url, language.

    ---
    title: Market hit at noon
    published: 2019-03-14
    ---

A line of three hyphens that opens no such head is text. Other keys are left alone: people keep their own there.
"""

import re
from dataclasses import dataclass
from datetime import date

import yaml

from everyclaim.errors import UnreadableInput

_HEAD = re.compile(r"---[ \t]*\r?\n(.{0,20000}?\r?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_ABSENT = {"", "~", "null"}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a text file says about itself."""

    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None


def read_front_matter(text: str) -> tuple[FrontMatter, int]:
    """Read the head of a text; return it with the offset at which the reading text begins (0: there is no head).

    Raises:
        UnreadableInput: `published` is no date.
    """
    head = _HEAD.match(text)
    values = _parse(head[1] or "") if head else None
    if head is None or values is None:
        return FrontMatter(), 0
    published = values.get("published")
    return FrontMatter(
        title=values.get("title"),
        published=_parse_day(published) if published else None,
        publisher=values.get("publisher"),
        url=values.get("url"),
        language=values.get("language"),
    ), head.end()


def _parse(head: str) -> dict[str, str] | None:
    """Read flat keys, all as written; None if this is no YAML mapping. Every value stays the words it was."""
    try:
        loaded = yaml.load(head, Loader=yaml.BaseLoader)  # noqa: S506 the base loader makes strings, lists and maps alone
    except (yaml.YAMLError, RecursionError):
        return None
    if not isinstance(loaded, dict):
        return None
    return {key: item for key, item in loaded.items() if isinstance(item, str) and item.strip() not in _ABSENT}


def _parse_day(words: str) -> date:
    try:
        return date.fromisoformat(words.strip()[:10])
    except ValueError as error:
        raise UnreadableInput(f"Its front matter says published: {words!r}; write the day as 2015-02-16.") from error
