"""Feeds, RSS and Atom: a report an entry, `feed.xml#3` for the third. Its text is all that the feed gives of it."""

from collections.abc import Iterator
from datetime import date
from functools import cache

import feedparser

from everyclaim.errors import BrokenInput
from everyclaim.formats.markup import text_of
from everyclaim.formats.pieces import Contents, Document, Failed, Piece, Skipped

_SMALL = b"""<?xml version="1.0" encoding="iso-8859-1"?><rss version="2.0"><channel>
<title>A feed</title><item><title>One</title>
<pubDate>Thu, 02 Jan 2020 10:00:00 +0000</pubDate><description>&lt;p&gt;Words&lt;/p&gt;</description></item></channel>
"""
"""A feed that is not well-formed, so that the second parser, which is tried then, is loaded too."""


@cache
def warm() -> None:
    """Have the library load its parsers."""
    feedparser.parse(_SMALL, sanitize_html=False)
    feedparser.parse(_SMALL + b"</rss>", sanitize_html=False)


def read(document: Document) -> Iterator[Piece]:
    """Read the entries of a feed."""
    feed = feedparser.parse(document.file.read(), sanitize_html=False, resolve_relative_uris=False)
    broken = isinstance(feed.get("bozo_exception"), Exception) and "SAX" in type(feed.bozo_exception).__name__
    if not feed.version or (broken and not feed.entries):
        raise BrokenInput("It is no well-formed feed (RSS or Atom).")
    for number, entry in enumerate(feed.entries, 1):
        yield _report(entry, feed.feed, f"#{number}")
    if broken:
        yield Failed("", "BrokenInput", "It is not well-formed or cut short: entries after its fault may be missing.")


def _report(entry: feedparser.FeedParserDict, feed: feedparser.FeedParserDict, member: str) -> Piece:
    text = text_of(_markup(entry))
    if not text:
        return Skipped(member, "entry without text")
    source = entry.get("source") or {}
    language = str(feed.get("language") or "")[:2].lower()
    return Contents(
        text=text,
        title=text_of(entry.get("title", "")) or None,
        publisher=source.get("title") or feed.get("title") or None,
        published=_day(entry),
        language=language if len(language) == 2 and language.isalpha() else None,
        url=entry.get("link") or None,
        member=member,
    )


def _markup(entry: feedparser.FeedParserDict) -> str:
    """The longest of what an entry gives of its text: some give all of it as summary, some a teaser there."""
    given = [str(each.get("value", "")) for each in entry.get("content", [])]
    return max([*given, str(entry.get("summary", ""))], key=len)


def _day(entry: feedparser.FeedParserDict) -> date | None:
    when = entry.get("published_parsed") or entry.get("updated_parsed")
    return date(*when[:3]) if when else None
