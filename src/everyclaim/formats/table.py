"""Every kind of file that is opened, the module that opens it, and what is said of those that are not.

A new format is one file with a function `read(document)`, and one line here.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import NamedTuple

from everyclaim.errors import EncryptedInput, UnsupportedFormat
from everyclaim.formats import days, decode
from everyclaim.formats.pieces import Document, Piece, Read


class Format(NamedTuple):
    """How a kind of file is opened.

    Args:
        module: the file in this folder whose `read` opens it.
        holds_files: whether other kinds of file can lie inside, so that all must be ready to be opened.
        in_order: whether it is read once from front to back, so that it need not lie in memory.
    """

    module: str
    holds_files: bool = False
    in_order: bool = False


FORMATS = {
    "text": Format("plain"),
    "page": Format("page"),
    "pdf": Format("pdf"),
    "docx": Format("docx_file"),
    "xlsx": Format("xlsx"),
    "csv": Format("csv_file"),
    "jsonl": Format("jsonl", in_order=True),
    "json": Format("json_file"),
    "feed": Format("feed"),
    "mail": Format("mail", holds_files=True),
    "mbox": Format("mbox", holds_files=True, in_order=True),
    "warc": Format("warc", holds_files=True, in_order=True),
    "wacz": Format("zip_file", holds_files=True),
    "zip": Format("zip_file", holds_files=True),
    "gzip": Format("gzip_file", holds_files=True, in_order=True),
}

NO_REPORTS = {"picture": "picture", "video": "video", "sound": "sound recording"}
"""Kinds that are no report but may be evidence: `everyclaim attach` takes them."""

_REMEDIES = {
    "rtf": "It is in Rich Text Format; save it as .docx.",
    "odt": "It is an OpenDocument file; save it as .docx or .xlsx.",
    "pptx": "It is a presentation; save it as .pdf.",
    "unknown": "It is of no kind that can be opened; give text, HTML, PDF, DOCX, mail, a table, a feed, WARC or ZIP.",
}
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")


def reader_of(kind: str) -> Read:
    """The function that opens a kind of file."""
    if kind == "compound":
        return _refuse_compound
    if kind not in FORMATS:
        raise UnsupportedFormat(_REMEDIES.get(kind, f"It is a {NO_REPORTS.get(kind, kind)}, not a report."))
    read: Read = import_module(f"everyclaim.formats.{FORMATS[kind].module}").read
    return read


def prepare(kind: str) -> None:
    """Load all that opening a kind of file may need: once confined, nothing can be loaded any more.

    A format whose library loads things only when it meets them has a function `warm` that makes it do so.
    """
    alone = kind in FORMATS and not FORMATS[kind].holds_files
    decode.warm()
    days.warm()
    for each in {kind} if alone else FORMATS:
        if each in FORMATS:
            module = import_module(f"everyclaim.formats.{FORMATS[each].module}")
            getattr(module, "warm", lambda: None)()


def _refuse_compound(document: Document) -> Iterator[Piece]:
    """Tell an office document with a password from one of the formats before 2007: both lie in the same container."""
    if _ENCRYPTED_OFFICE in document.file.read(1 << 20):
        raise EncryptedInput("It is encrypted with a password; save it without one.")
    raise UnsupportedFormat("It is an office document of a kind used before 2007; save it as .docx or .xlsx.")
    yield  # it is asked for pieces, like any other
