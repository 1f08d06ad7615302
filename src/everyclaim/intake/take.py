"""Takes one document in: opens it, keeps the original, and makes its reports, with what is known of them.

A text is read in this process: nothing in it is parsed but a few flat lines at its head. Everything else is opened in a
process that can do no harm (`everyclaim.formats`). Whatever goes wrong is told in one sentence, to which the document's
name is put here and nowhere else.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO, cast
from urllib.parse import urlsplit

from everyclaim import codec
from everyclaim.errors import BrokenStore, EveryclaimError, TooLarge, UnreadableInput
from everyclaim.formats.kinds import HEAD, kind_of
from everyclaim.formats.opener import Opened, Request, open_file
from everyclaim.formats.pieces import Asked, Contents, Failed, Skipped
from everyclaim.formats.plain import read_text
from everyclaim.formats.table import NO_REPORTS
from everyclaim.intake.archive import hash_of, keep
from everyclaim.intake.captures import Capture, capture, recall
from everyclaim.intake.language import name_language
from everyclaim.intake.locate import Location
from everyclaim.intake.options import Options
from everyclaim.model import Report, Source

_ONE_REPORT = {"text", "page"}
"""Kinds of file that are one report, so that the limit on a report is one on the file."""

_ERRORS: dict[str, type[UnreadableInput]] = {each.__name__: each for each in UnreadableInput.__subclasses__()}


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Something that is no report by its nature, as a picture: named, with why, which can be counted."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Something in a file that should be a report and cannot become one. The others in it follow."""

    name: str
    error: EveryclaimError


Taken = Report | PassedOver | Refused


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it was found: the open file, its kind, and the encoding and address that its server named."""

    file: BinaryIO
    kind: str
    name: str
    encoding: str | None = None
    url: str | None = None


def take(location: Location, options: Options) -> Iterator[Taken]:
    """Make the reports of a document, one after the other, and tell what else is in it.

    Raises:
        UnreadableInput: it cannot be opened at all.
        UnreachableLink: the link does not lead to a document, or may not be followed.
        BrokenStore: the archive does not hold what it must.
    """
    try:
        with _open(location, options) as document:
            yield from _take(location, document, options)
    except EveryclaimError as error:
        raise type(error)(f"{location.name}: {error}") from error


def _take(location: Location, document: Document, options: Options) -> Iterator[Taken]:
    if document.kind in NO_REPORTS:
        yield PassedOver(location.name, NO_REPORTS[document.kind])
        return
    _check_size(document, options)
    original, kept = hash_of(document.file), False
    for found in _contents(document, options):
        if location.member is not None and found.member != location.member:
            continue
        name = location.name + found.member
        match found:
            case Contents():
                if not kept and options.archive is not None:
                    keep(document.file, original, options.archive)
                    kept = True
                yield _report(location, document, found, original, options)
            case Skipped():
                yield PassedOver(name, found.why)
            case Failed():
                yield Refused(name, _ERRORS.get(found.error, UnreadableInput)(f"{name}: {found.sentence}"))


def _contents(document: Document, options: Options) -> Iterator[Opened]:
    if document.kind == "text":
        document.file.seek(0)
        return iter([read_text(document.file.read(), document.encoding)])
    asked = Asked(options.largest, options.columns)
    return open_file(Request(document.file, document.name, document.kind, asked, document.encoding, document.url))


@contextmanager
def _open(location: Location, options: Options) -> Iterator[Document]:
    """Find a document's file; what comes from elsewhere is put into a nameless one."""
    if location.kind in {"file", "folder"}:
        try:
            opened = Path(location.at).open("rb")  # noqa: SIM115 the block below closes it
        except OSError as error:
            raise UnreadableInput(f"It cannot be opened ({(error.strerror or 'unknown reason').lower()}).") from error
        with opened:
            name = Path(location.at).name
            yield Document(opened, kind_of(opened.read(HEAD), name), name)
    else:
        with TemporaryFile() as file:
            yield _elsewhere(location, cast("BinaryIO", file), options)


def _elsewhere(location: Location, file: BinaryIO, options: Options) -> Document:
    name, encoding, url = "", None, None
    if location.kind == "link":
        fetched = capture(location.at, options)
        content, name, encoding, url = fetched.content, f"link{fetched.suffix}", fetched.encoding, fetched.url
    elif location.kind == "capture":
        made, content = _recall(location, options)
        name, url = f"link{made.suffix}", made.url
    elif location.kind == "text":
        content, name = location.at.encode("utf-8", "surrogatepass"), "text.txt"
    else:
        content = sys.stdin.buffer.read(options.largest_file + 1)
    file.write(content)
    file.flush()
    return Document(file, kind_of(content[:HEAD], name), name, encoding, url)


def _recall(location: Location, options: Options) -> tuple[Capture, bytes]:
    if options.archive is None:
        raise BrokenStore("There is no archive to take a capture from.")
    return recall(options.archive, location.at, options.largest)


def _check_size(document: Document, options: Options) -> None:
    largest = options.largest if document.kind in _ONE_REPORT else max(options.largest, options.largest_file)
    if document.file.seek(0, 2) > largest:
        raise TooLarge(f"It holds more than {largest / 1e6:g} MB; cut it up, or raise the limit with --largest.")


def _report(location: Location, document: Document, contents: Contents, original: str, options: Options) -> Report:
    own_url = document.url if not contents.member else None
    url = options.url or own_url or contents.url
    path = location.name if location.kind == "file" else None
    member = contents.member or None
    published = options.published or contents.published or location.published
    host = urlsplit(url).hostname if url and (document.url or member) else None
    publisher = options.publisher or contents.publisher or host
    language = name_language(contents.text, contents.language, options.language)
    return Report(
        id=codec.report_id(original, member, url or path, published),
        original=original,
        text=contents.text,
        language=language.code,
        path=path,
        member=member,
        url=url,
        title=options.title or contents.title or location.title,
        publisher=Source(publisher, kind="outlet") if publisher else None,
        published=published,
        language_reason=language.reason,
    )
