"""Web archives: every page, text or document that was answered well, `crawl.warc.gz#urn:uuid:...` by its record's id.

Requests, pictures, stylesheets and scripts are counted, not read. The date of capture is no date of publication.
"""

import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from everyclaim.errors import BrokenInput
from everyclaim.formats.pieces import Document, Failed, Piece, Skipped

_ENDINGS = {
    "text/html": "html", "application/xhtml+xml": "html", "text/plain": "txt", "text/markdown": "md",
    "application/pdf": "pdf", "application/rss+xml": "rss", "application/atom+xml": "atom",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
}  # fmt: skip
"""Media types that may be reports, with the ending by which the walker tells texts apart."""

_NOT_READ = {"image": "picture", "video": "video", "audio": "sound recording", "font": "script, stylesheet or data"}
_FOUND = 200
_PIECE = 1 << 20


def read(document: Document) -> Iterator[Piece]:
    """Read the records of a web archive."""
    records, last = 0, 0
    try:
        for record in ArchiveIterator(document.file, record_types=WarcRecordType.any_type, auto_decode="all"):
            records, last = records + 1, record.stream_pos
            yield _piece(record, document)
    except (OSError, EOFError, ValueError) as error:
        said = "cut short or broken" if records else "no web archive, or broken from its start"
        raise BrokenInput(f"It is {said}; what stands after record {records} is not read.") from error
    if not records:
        raise BrokenInput("It is no web archive, or broken from its start.")
    if not _is_whole(document.file, last):
        raise BrokenInput(f"It is cut short; what stands after record {records} is missing.")


def _is_whole(file: BinaryIO, last: int) -> bool:
    """Whether a file ends where its last record does: the library stops at a cut without a word."""
    file.seek(0)
    if file.read(2) != b"\x1f\x8b":
        file.seek(max(last, file.seek(0, 2) - 4))
        return file.read() == b"\r\n\r\n"
    file.seek(last)
    unpacking = zlib.decompressobj(wbits=31)
    while piece := file.read(_PIECE):
        rest = piece
        while rest and not unpacking.eof:
            unpacking.decompress(rest, _PIECE)
            rest = unpacking.unconsumed_tail
        if unpacking.eof:
            return not (unpacking.unused_data + file.read(1)).strip(b"\0")
    return False


def _piece(record: WarcRecord, document: Document) -> Piece:
    member = "#" + (record.record_id or f"at-{record.stream_pos}").strip("<>")
    why = _why_not(record)
    if why is not None:
        return Skipped(member, why)
    largest = document.asked.largest
    content = record.reader.read(largest + 1)
    if len(content) > largest:
        return Failed(member, "TooLarge", f"It holds more than {largest / 1e6:g} MB.")
    if record.content_length and not content:
        return Skipped(member, "empty answer")
    ending = _ENDINGS[_media_type(record)]
    url = _address(record)
    encoding = record.http_charset if record.is_http else None
    return document.inner(member, io.BytesIO(content), f"record.{ending}", url=url or None, encoding=encoding)


def _why_not(record: WarcRecord) -> str | None:
    """Why a record is no report by its nature; None if it may be one."""
    if record.record_type == WarcRecordType.revisit:
        return "page seen before"
    if record.record_type not in (WarcRecordType.response, WarcRecordType.resource):
        return "request or note of the crawler"
    if not _address(record).startswith(("http:", "https:")):
        return "request or note of the crawler"
    if record.is_http and record.http_headers.status_code != _FOUND:
        return "redirect or error"
    kind = _media_type(record)
    return None if kind in _ENDINGS else _NOT_READ.get(kind.partition("/")[0], "script, stylesheet or data")


def _media_type(record: WarcRecord) -> str:
    said = record.http_headers.get("Content-Type") if record.is_http else record.headers.get("Content-Type")
    return (said or "").partition(";")[0].strip().lower()


def _address(record: WarcRecord) -> str:
    return (record.headers.get("WARC-Target-URI") or "").strip("<>")
