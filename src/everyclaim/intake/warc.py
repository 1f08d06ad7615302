"""Writes what was fetched as a WARC 1.1 file (ISO 28500), and reads the answer back from one that we wrote.

Each record is a gzip member of its own, so that any reader of WARC can jump to it. For every exchange there is a
request and a response record; where a server says that nothing changed, a revisit record that
names the capture it is like.
"""

import gzip
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from uuid import uuid4

import httpx

from everyclaim.codec import sha256
from everyclaim.intake.asking import Exchange

_UNCHANGED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"


@dataclass(frozen=True, slots=True)
class Before:
    """The capture that a revisit is like: its address, when it was made, and the SHA-256 of the body as it came."""

    url: str
    captured_at: datetime
    body_sha256: str


def write_warc(exchanges: Sequence[Exchange], software: str, before: Before | None = None) -> bytes:
    """Write exchanges as one file; with `before`, the last one is a revisit."""
    said = f"software: {software}\r\nformat: WARC File Format 1.1\r\n".encode()
    started = exchanges[0].asked_at
    head = [("WARC-Type", "warcinfo"), ("Content-Type", "application/warc-fields")]
    records = [_record([*head, *_when(started)], said)]
    for each in exchanges:
        records.extend(_pair(each, before if each is exchanges[-1] else None))
    return b"".join(records)


def read_body(content: bytes) -> bytes:
    """The body of the last response record of a file that `write_warc` made, as it came over the wire.

    Raises:
        ValueError: there is none.
        OSError: the file is not whole.
    """
    found = [block for kind, block in _iter_records(content) if kind == b"response"]
    if not found:
        raise ValueError("There is no response in this capture.")
    return found[-1].partition(b"\r\n\r\n")[2]


def _pair(exchange: Exchange, before: Before | None) -> Iterator[bytes]:
    """The answer first, as is the custom: most readers want nothing else."""
    answer_id, digest = _id(), sha256(exchange.body)
    shared = [*_when(exchange.asked_at), ("WARC-Target-URI", str(exchange.url))]
    kind = [("WARC-Type", "response"), ("WARC-Payload-Digest", f"sha256:{digest}")]
    if before is not None:
        kind = [
            ("WARC-Type", "revisit"),
            ("WARC-Profile", _UNCHANGED),
            ("WARC-Refers-To-Target-URI", before.url),
            ("WARC-Refers-To-Date", _instant(before.captured_at)),
            ("WARC-Payload-Digest", f"sha256:{before.body_sha256}"),
        ]
    kind += [("WARC-Truncated", "length")] if exchange.cut else []
    wire = [("WARC-IP-Address", exchange.address), ("Content-Type", "application/http; msgtype=response")]
    yield _record([*kind, *shared, *wire], _answer_head(exchange.answer) + exchange.body, answer_id)
    asked = [("WARC-Type", "request"), ("WARC-Concurrent-To", answer_id)]
    yield _record(
        [*asked, *shared, ("Content-Type", "application/http; msgtype=request")], _request_head(exchange.request)
    )


def _request_head(request: httpx.Request) -> bytes:
    return b"GET %s HTTP/1.1\r\n" % request.url.raw_path + _headers(request.headers)


def _answer_head(answer: httpx.Response) -> bytes:
    """The head as it came. The chunks were taken off the body, so the header that says so must not stand as it was."""
    version = answer.extensions.get("http_version", b"HTTP/1.1")
    line = b"%s %d %s\r\n" % (version, answer.status_code, answer.reason_phrase.encode("latin-1", "replace"))
    return line + _headers(answer.headers)


def _headers(headers: httpx.Headers) -> bytes:
    renamed = ((b"X-Archive-Orig-" + name if name.lower() == b"transfer-encoding" else name, value)
               for name, value in headers.raw)  # fmt: skip
    return b"".join(b"%s: %s\r\n" % pair for pair in renamed) + b"\r\n"


def _record(fields: Sequence[tuple[str, str]], block: bytes, named: str | None = None) -> bytes:
    lines = [
        "WARC/1.1",
        *(f"{name}: {value}" for name, value in fields),
        f"WARC-Record-ID: {named or _id()}",
        f"WARC-Block-Digest: sha256:{sha256(block)}",
        f"Content-Length: {len(block)}",
    ]
    return gzip.compress("\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n", mtime=0)


def _iter_records(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Walk the records: their kind and their block."""
    with gzip.open(BytesIO(content)) as file:
        while (line := file.readline()) not in {b"", b"\r\n"}:
            fields = dict[bytes, bytes]()
            while (line := file.readline()) not in {b"", b"\r\n"}:
                name, _, value = line.partition(b":")
                fields[name.lower()] = value.strip()
            block = file.read(int(fields[b"content-length"]))
            file.read(len(b"\r\n\r\n"))
            yield fields[b"warc-type"], block


def _when(instant: datetime) -> list[tuple[str, str]]:
    return [("WARC-Date", _instant(instant))]


def _instant(instant: datetime) -> str:
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _id() -> str:
    return f"<urn:uuid:{uuid4()}>"
