"""Takes one document in: opens it, keeps the original, and makes the report with what is known about it.

Whatever goes wrong is told in one sentence, to which the document's name is put here and nowhere else.
"""

import sys
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import urlsplit

from everyclaim import codec
from everyclaim.errors import EveryclaimError, TooLarge, UnreadableInput, UnsupportedFormat
from everyclaim.intake.archive import keep
from everyclaim.intake.contents import Contents, read_page, read_text
from everyclaim.intake.language import find_language
from everyclaim.intake.links import fetch
from everyclaim.intake.locate import Location
from everyclaim.intake.options import Options
from everyclaim.model import Report, Source

_TEXT = {"", ".txt", ".md"}
_PAGE = {".html", ".htm"}


class Document(NamedTuple):
    """The bytes of a document, its kind of file as a suffix, and the encoding and address that its server named."""

    content: bytes
    suffix: str
    encoding: str | None = None
    url: str | None = None


def take(location: Location, options: Options) -> Report:
    """Make the report of one document.

    Raises:
        UnreadableInput: its content cannot become a report.
        UnreachableLink: the link does not lead to a document, or may not be followed.
        BrokenStore: the archive does not hold what it must.
    """
    try:
        document = _open(location, options)
        contents = _read(document)
        if options.archive is not None:
            keep(document.content, options.archive)
    except EveryclaimError as error:
        raise type(error)(f"{location.name}: {error}") from error
    return _report(location, document, contents, options)


def _open(location: Location, options: Options) -> Document:
    match location.kind:
        case "link":
            fetched = fetch(location.at, options)
            return Document(fetched.content, fetched.suffix, fetched.encoding, fetched.url)
        case "standard_input":
            content = _limited(sys.stdin.buffer.read(options.largest + 1), options.largest)
            return Document(content, _sniff(content))
        case "text":
            return Document(_limited(location.at.encode(), options.largest), ".txt")
        case "file" | "folder":
            return Document(_read_file(Path(location.at), options.largest), PurePosixPath(location.name).suffix.lower())


def _read_file(path: Path, largest: int) -> bytes:
    if (suffix := path.suffix.lower()) not in _TEXT | _PAGE and path.is_file():
        raise UnsupportedFormat(f"{suffix} files cannot be opened; give a .txt, .md or .html file.")
    try:
        with path.open("rb") as file:
            return _limited(file.read(largest + 1), largest)
    except OSError as error:
        raise UnreadableInput(f"It cannot be opened ({(error.strerror or 'unknown reason').lower()}).") from error


def _limited(content: bytes, largest: int) -> bytes:
    if len(content) > largest:
        raise TooLarge(f"It holds more than {largest / 1e6:g} MB; cut it up, or raise the limit with --largest.")
    return content


def _sniff(content: bytes) -> str:
    start = content[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return ".html" if start.startswith((b"<!doctype html", b"<html")) else ".txt"


def _read(document: Document) -> Contents:
    if document.suffix in _PAGE:
        return read_page(document.content, document.encoding, document.url)
    return read_text(document.content, document.encoding)


def _report(location: Location, document: Document, contents: Contents, options: Options) -> Report:
    url = options.url or document.url or contents.url
    path = location.name if location.kind == "file" else None
    published = options.published or contents.published
    publisher = options.publisher or contents.publisher or (urlsplit(document.url).hostname if document.url else None)
    original = codec.sha256(document.content)
    return Report(
        id=codec.report_id(original, None, url or path, published),
        original=original,
        text=contents.text,
        language=options.language or contents.language or find_language(contents.text),
        path=path,
        url=url,
        title=options.title or contents.title,
        publisher=Source(publisher, kind="outlet") if publisher else None,
        published=published,
    )
