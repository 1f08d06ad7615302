"""Opens a file and all that lies in it, in one fixed order, and tells where it is while it does.

Where it stands: the child process runs it (`child.py`). Its steps are messages, so that whoever listens knows what was
open when a parser brought the process down, and can have it go on after that.
"""

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Literal, TypeVar

from everyclaim.errors import EmptyInput, TooLarge, UnreadableInput
from everyclaim.formats.kinds import HEAD, kind_of
from everyclaim.formats.pieces import Contents, Document, Failed, Listed, Skipped
from everyclaim.formats.table import FORMATS, NO_REPORTS, reader_of
from everyclaim.formats.zip_kinds import kind_of_zip

T = TypeVar("T", Contents, Listed)

DEEPEST = 5
"""Files inside files that are opened. A page in a web archive in a collection in a mail is four deep."""

LARGEST_INNER = 200_000_000
"""Bytes of a file inside another that must lie in memory to be read, of the limit that the process has."""


_NO_CHARACTERS = dict.fromkeys([0, *range(0xD800, 0xE000)], "\ufffd")
"""Code points that are no characters: broken fonts and escapes give them, and no store takes them."""


_DAMAGED = (zipfile.BadZipFile, zlib.error, gzip.BadGzipFile, EOFError)
"""What unpacking raises, at whatever place of a file its damage is met."""


@dataclass(frozen=True, slots=True)
class Step:
    """A document was begun or ended."""

    what: Literal["begin", "end"]
    member: str


Message = Step | Contents | Skipped | Failed | Listed


@dataclass(slots=True)
class _Way:
    """How far to go before anything is told: `after` is the member at which an earlier walk came to grief."""

    after: str | None

    def leads_into(self, member: str) -> bool:
        """Whether to open a document: on the way to that member, only those in which it lies."""
        return self.after is None or (self.after.startswith(member) and self.after[len(member) :][:1] in {"!", "#"})


def walk(document: Document, after: str | None = None) -> Iterator[Message]:
    """Open a document and all that lies in it.

    Args:
        document: what to open.
        after: a member at which an earlier walk came to grief: all up to it is passed over, and so is it.
    """
    way = _Way(after)
    for message in _walk(document, 0, way):
        if isinstance(message, Step) or way.after is None:
            yield message


def _walk(document: Document, depth: int, way: _Way) -> Iterator[Message]:
    yield Step("begin", document.member)
    if way.leads_into(document.member):
        try:
            yield from _pieces(document, depth, way)
        except UnreadableInput as error:
            yield Failed(document.member, type(error).__name__, str(error))
        except _DAMAGED as error:
            yield Failed(document.member, "BrokenInput", f"It is broken or cut short ({_said(error)}); get it again.")
    if way.after == document.member:
        way.after = None
    yield Step("end", document.member)


def _pieces(document: Document, depth: int, way: _Way) -> Iterator[Message]:
    if depth > DEEPEST:
        raise TooLarge(f"It lies more than {DEEPEST} files deep in others; unpack it.")
    kind = _kind(document)
    if kind in NO_REPORTS and depth:
        yield Skipped(document.member, NO_REPORTS[kind])
        return
    for piece in reader_of(kind)(_held(document, kind, depth)):
        match piece:
            case Document():
                yield from _walk(piece, depth + 1, way)
            case Contents():
                yield from _checked(piece, document)
            case Listed():
                yield _clean(replace(piece, member=document.member + piece.member))
            case Skipped() | Failed():
                yield replace(piece, member=document.member + piece.member)


def _kind(document: Document) -> str:
    head = document.file.read(HEAD)
    document.file.seek(0)
    if not head:
        raise EmptyInput("It is empty; there is nothing to read.")
    kind = kind_of(head, document.name)
    return kind_of_zip(document.file) if kind == "zip" else kind


def _held(document: Document, kind: str, depth: int) -> Document:
    """The document with its bytes in memory, where it is read back and forth and lies packed in another."""
    if not depth or kind not in FORMATS or FORMATS[kind].in_order or isinstance(document.file, io.BytesIO):
        return document
    largest = document.asked.largest if kind in {"text", "page"} else LARGEST_INNER
    content = document.file.read(largest + 1)
    if len(content) > largest:
        raise TooLarge(f"It holds more than {largest / 1e6:g} MB; unpack it and give it by itself.")
    return replace(document, file=io.BytesIO(content))


def _clean(piece: T) -> T:
    """A piece in which no column of text, nor the reading text, holds what no store takes."""
    values = {each.name: getattr(piece, each.name) for each in fields(piece)}
    for name, value in values.items():
        if isinstance(value, str):
            values[name] = value.translate(_NO_CHARACTERS)
    return type(piece)(**values)


def _checked(contents: Contents, document: Document) -> Iterator[Message]:
    member = document.member + contents.member
    contents = _clean(contents)
    largest = document.asked.largest
    if len(contents.text) > largest:
        sentence = f"Its text has more than {largest / 1e6:g} million characters; cut it up."
        yield Failed(member, "TooLarge", sentence)
    elif not contents.text.strip():
        yield Skipped(member, "no text")
    else:
        yield replace(contents, member=member, url=contents.url or document.url)


def _said(error: BaseException) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
