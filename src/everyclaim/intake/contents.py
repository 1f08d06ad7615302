"""From a document's bytes to its reading text and what it says about itself.

The reading text of a text file is its characters after the front matter; that of a page is the extractor's text.
"""

from dataclasses import dataclass, replace
from datetime import date

from htmldate import find_date
from trafilatura import extract, extract_metadata

from everyclaim.errors import EmptyInput
from everyclaim.intake.decode import decode
from everyclaim.intake.front_matter import read_front_matter


@dataclass(frozen=True, slots=True)
class Contents:
    """A reading text with what the document says about itself; None where it says nothing."""

    text: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    language: str | None = None
    url: str | None = None


def read_text(content: bytes, encoding: str | None = None) -> Contents:
    """Read a text file, with its front matter if it opens with one.

    Raises:
        UnreadableInput: it is no text, there is nothing in it, or its front matter gives a date that is none.
    """
    whole = decode(content, encoding)
    front, start = read_front_matter(whole)
    return _filled(Contents(whole[start:], front.title, front.publisher, front.published, front.language, front.url))


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
    contents = Contents(text, said.title or None, said.sitename or None, date.fromisoformat(day) if day else None)
    return replace(contents, url=said.url or url)


def _filled(contents: Contents) -> Contents:
    if not contents.text.strip():
        raise EmptyInput("It is empty; there is nothing to read.")
    return contents
