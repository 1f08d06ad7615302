"""Text files: the reading text is their characters after the front matter. Opened in this process, nothing is parsed.

Where it stands: the one kind that intake reads without a child process; in archives it is read like any other.
"""

from collections.abc import Iterator

from everyclaim.errors import EmptyInput
from everyclaim.formats.decode import decode
from everyclaim.formats.front_matter import read_front_matter
from everyclaim.formats.pieces import Contents, Document, Piece


def read_text(content: bytes, encoding: str | None = None) -> Contents:
    """Read a text file, with its front matter if it opens with one.

    Raises:
        UnreadableInput: it is no text, there is nothing in it, or its front matter gives a date that is none.
    """
    whole = decode(content, encoding)
    front, start = read_front_matter(whole)
    if not whole[start:].strip():
        raise EmptyInput("It is empty; there is nothing to read.")
    return Contents(whole[start:], front.title, front.publisher, front.published, front.language, front.url)


def read(document: Document) -> Iterator[Piece]:
    """Read a text file."""
    yield read_text(document.file.read(), document.encoding)
