"""Web pages: the article's text as the extractor gives it, with title, site and date.

A piece of markup without an article around it, as feeds and mail hold, is read whole by `markup.py`.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache

from htmldate import find_date
from trafilatura import extract, extract_metadata

from everyclaim.errors import EmptyInput
from everyclaim.formats.decode import decode
from everyclaim.formats.pieces import Contents, Document, Piece

_SMALL = b"""<html><head><title>A page</title><meta name="date" content="2020-01-02"></head><body>
<a href="http://paper.example/">Home</a><p>A page so short that every way of finding its text is tried.</p>
<p>Posted on 2 January 2020</p></body></html>"""


def read_page(content: bytes, encoding: str | None = None, url: str | None = None) -> Contents:
    """Extract the text of a web page, its title, site and date.

    Raises:
        UnreadableInput: it is no text, or no text was found on the page.
    """
    page = decode(content, encoding, page=True)
    if not page.strip():
        raise EmptyInput("It is empty; there is nothing to read.")
    text = extract(page, url=url, include_comments=False, include_tables=True) or ""
    if not text.strip():
        raise EmptyInput("No readable text was found on the page; save the article's text as a .txt file.")
    said = extract_metadata(page, default_url=url, extensive=False)
    day = find_date(page, extensive_search=False, original_date=True)
    published = date.fromisoformat(day) if day else None
    return Contents(text, said.title or None, said.sitename or None, published, url=url or said.url or None)


@cache
def warm() -> None:
    """Have the libraries load what they load at the first page: word lists, codecs, tables of names."""
    page = _SMALL.decode("ascii")
    extract(page)
    # A host without a name, and with a port, has the list of all domains loaded.
    extract_metadata(page, default_url="http://192.0.2.1:8080/", extensive=False)
    find_date(page, extensive_search=False, original_date=True)


def read(document: Document) -> Iterator[Piece]:
    """Read a web page."""
    yield read_page(document.file.read(), document.encoding, document.url)
