"""What opening a file is asked with, and what comes out of it, one after the other.

Where it stands: below every format. A format turns one `Document` into pieces: the contents of reports, and further
documents that lie inside it, which are opened in their turn (`walk.py`).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import BinaryIO

MEMORY = 1_000_000_000
"""Bytes of address space. A PDF of 300 pages needs 0.25 GB with all libraries, a mail of 100 MB 0.6 GB."""

SECONDS = 20
"""Seconds of processor time without a result. The slowest ordinary pages of 20 MB take five."""


@dataclass(frozen=True, slots=True)
class Contents:
    """A reading text with what the document says about itself; None where it says nothing.

    `member` says where in the file it lies: "#3" the third message, "!/a.pdf" that file of an archive; "" is the file
    itself. In a text with pages, each begins after a form feed (`pages.py`).
    """

    text: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    language: str | None = None
    url: str | None = None
    member: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something in a file that is no report by its nature, as a picture; `why` is a kind that can be counted."""

    member: str
    why: str


@dataclass(frozen=True, slots=True)
class Failed:
    """Something in a file that should be a report and cannot become one: an error of `errors.py`, by its name."""

    member: str
    error: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A document that a feed names, told before what the feed itself gives of it, if anything.

    Args:
        member: where in the feed.
        key: by what the feed tells it from its others.
        words_sha256: hash of what the feed says of it.
        updated: when it was changed, as the feed writes that.
        url: where it lies.
        title: its headline.
        published: its day.
    """

    member: str
    key: str
    words_sha256: str
    updated: str | None = None
    url: str | None = None
    title: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """How to open.

    Args:
        largest: the most bytes, and the most characters, that one report may have.
        columns: for tables, pairs of what is wanted ("text") and the column that holds it.
    """

    largest: int = 20_000_000
    columns: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A file to open, or one inside another. `encoding` and `url` are what a server or an archive says of it."""

    file: BinaryIO
    name: str
    member: str = ""
    encoding: str | None = None
    url: str | None = None
    asked: Asked = field(default_factory=Asked)

    def inner(
        self, member: str, file: BinaryIO, name: str, *, url: str | None = None, encoding: str | None = None
    ) -> "Document":
        """A document inside this one."""
        return Document(file, name, self.member + member, encoding, url, self.asked)


Piece = Contents | Skipped | Failed | Listed | Document
Read = Callable[[Document], Iterator[Piece]]
"""Every format is one function of this shape. It may raise an error of `errors.py`: what came before stands."""
