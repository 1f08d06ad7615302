"""Feeds, RSS and Atom: a report an entry, `feed.xml#3` for the third. Its text is all that the feed gives of it.

Each entry is also told as a document that the feed lists, for those who follow it (`intake/entries.py`).
"""

import re
import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from urllib.parse import urljoin

import feedparser

from everyclaim import codec
from everyclaim.errors import BrokenInput
from everyclaim.formats.markup import text_of
from everyclaim.formats.pieces import Contents, Document, Failed, Listed, Piece, Skipped

_SMALL = b"""<?xml version="1.0" encoding="iso-8859-1"?><rss version="2.0"><channel>
<title>A feed</title><item><title>One</title>
<pubDate>Thu, 02 Jan 2020 10:00:00 +0000</pubDate><description>&lt;p&gt;Words&lt;/p&gt;</description></item></channel>
"""
"""A feed that is not well-formed, so that the second parser, which is tried then, is loaded too."""


_SURROGATES = (0xD800, 0xDFFF)
_REFERENCE = re.compile(rb"&#(?:[xX]([0-9a-fA-F]{1,12})|([0-9]{1,12}));")


@cache
def warm() -> None:
    """Have the library load its parsers."""
    feedparser.parse(_SMALL, sanitize_html=False)
    feedparser.parse(_SMALL + b"</rss>", sanitize_html=False)


def read(document: Document) -> Iterator[Piece]:
    """Read the entries of a feed."""
    content = _REFERENCE.sub(_character, document.file.read())
    feed = feedparser.parse(content, sanitize_html=False, resolve_relative_uris=False)
    broken = isinstance(feed.get("bozo_exception"), Exception) and "SAX" in type(feed.bozo_exception).__name__
    if not feed.version or (broken and not feed.entries):
        raise BrokenInput("It is no well-formed feed (RSS or Atom).")
    for number, entry in enumerate(feed.entries, 1):
        listed = _listed(entry, f"#{number}", document.url)
        yield listed
        yield _report(entry, feed.feed, listed)
    if broken:
        yield Failed("", "BrokenInput", "It is not well-formed or cut short: entries after its fault may be missing.")


def _character(reference: re.Match[bytes]) -> bytes:
    """A reference as it stands, unless it is to no character: the library would give the whole feed up for it."""
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    return reference[0] if 0 < number < _SURROGATES[0] or _SURROGATES[1] < number <= sys.maxunicode else b"&#xFFFD;"


def _listed(entry: feedparser.FeedParserDict, member: str, found_at: str | None) -> Listed:
    title, link = text_of(entry.get("title", "")) or None, entry.get("link") or None
    words = codec.identify(title=title, text=_markup(entry))
    # Asked for by its name, a missing `updated` would be given as `published`.
    updated = str(entry["updated"]) if "updated" in entry else None
    key = str(entry.get("id") or link or words)
    return Listed(member, key, words, updated, _join(found_at, link), title, _day(entry))


def _join(found_at: str | None, link: str | None) -> str | None:
    """The whole address of a link of the feed; as it stands there if it is none: following it then says so."""
    try:
        return urljoin(found_at or "", link) if link else None
    except ValueError:
        return link


def _report(entry: feedparser.FeedParserDict, feed: feedparser.FeedParserDict, listed: Listed) -> Piece:
    text = text_of(_markup(entry))
    if not text:
        return Skipped(listed.member, "entry without text")
    source = entry.get("source") or {}
    language = str(feed.get("language") or "")[:2].lower()
    return Contents(
        text=text,
        title=listed.title,
        publisher=source.get("title") or feed.get("title") or None,
        published=listed.published,
        language=language if len(language) == 2 and language.isalpha() else None,
        url=listed.url,
        member=listed.member,
    )


def _markup(entry: feedparser.FeedParserDict) -> str:
    """The longest of what an entry gives of its text: some give all of it as summary, some a teaser there."""
    given = [str(each.get("value", "")) for each in entry.get("content", [])]
    return max([*given, str(entry.get("summary", ""))], key=len)


def _day(entry: feedparser.FeedParserDict) -> date | None:
    when = entry.get("published_parsed") or entry.get("updated_parsed")
    try:
        return date(*when[:3]) if when else None
    except ValueError:
        return None
