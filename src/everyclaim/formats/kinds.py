"""Which kind of file it is, by its first bytes; the ending of its name decides only between kinds of text.

Where it stands: intake asks it about a file, the walker about each file inside another.
"""

import re
from pathlib import PurePosixPath

HEAD = 8192
"""Bytes that are looked at. Feeds and mail tell within the first few hundred; exports of chats within a thousand."""

_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "compound"),
    (b"\x1f\x8b", "gzip"),
    (b"WARC/", "warc"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"BM", "bitmap"),
    (b"\x1aE\xdf\xa3", "video"),
    (b"FLV\x01", "video"),
    (b"\x00\x00\x01\xba", "video"),
    (b"ID3", "sound"),
    (b"OggS", "sound"),
    (b"fLaC", "sound"),
)
_RIFF = {b"WEBP": "picture", b"AVI ": "video", b"WAVE": "sound"}
_BRANDS = {b"heic": "picture", b"heif": "picture", b"mif1": "picture", b"avif": "picture", b"M4A ": "sound"}

_TEXTS = {".txt", ".md"}
_SUFFIXES = {
    ".html": "page", ".htm": "page", ".xhtml": "page",
    ".eml": "mail", ".mht": "mail", ".mhtml": "mail",
    ".mbox": "mbox", ".mbx": "mbox",
    ".csv": "csv", ".tsv": "csv",
    ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".json": "json",
    ".rss": "feed", ".atom": "feed", ".rdf": "feed",
}  # fmt: skip

_PAGE = re.compile(rb"\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html)\b", re.IGNORECASE | re.DOTALL)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
_MBOX = re.compile(rb"From \S.{0,200}\d{2}:\d{2}(?::\d{2})?.{0,40}\r?\n[\w-]+:", re.DOTALL)
_HEADER = re.compile(
    rb"(?:from|to|date|subject|message-id|received|return-path|mime-version|delivered-to|x-[\w-]+):", re.IGNORECASE
)
_OBJECTS = re.compile(rb'\{"(?:[^"\\\n]|\\.)*"\s*:[^\n]*\}\r?\n\{"')


def kind_of(head: bytes, name: str) -> str:
    """Name the kind of a file from its first `HEAD` bytes and its name; "unknown" if it is none that is known."""
    suffix = PurePosixPath(name).suffix.lower()
    start = head.removeprefix(b"\xef\xbb\xbf")
    if suffix == ".pdf" and b"%PDF-" in head[:1024]:
        return "pdf"  # some programs put a few lines of their own before it
    return _binary(head) or ("text" if suffix in _TEXTS else None) or _text(start, suffix)


def _binary(head: bytes) -> str | None:
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "video")
    if head.startswith(b"RIFF"):
        return _RIFF.get(head[8:12])
    found = next((kind for magic, kind in _MAGIC if head.startswith(magic)), None)
    if found == "bitmap":
        # Two letters are too few: a bitmap has zeros where its header reserves room.
        return "picture" if head[6:10] == b"\0\0\0\0" else None
    return found


def _text(start: bytes, suffix: str) -> str:
    """Tell texts apart: by their ending where it names one, else by how they begin."""
    named = _SUFFIXES.get(suffix)
    if named == "json" and _OBJECTS.match(start.lstrip()):
        return "jsonl"
    return named or _begun(start) or ("text" if suffix == "" and b"\0" not in start else "unknown")


def _begun(start: bytes) -> str | None:
    if _PAGE.match(start):
        return "page"
    if start.lstrip()[:1] == b"<" and _FEED.search(start[:4096]):
        return "feed"
    if _MBOX.match(start):
        return "mbox"
    lines = start.split(b"\n", 3)[:3]
    if len(lines) == 3 and all(_HEADER.match(line) or line[:1] in b" \t" for line in lines):
        return "mail"
    if _OBJECTS.match(start):
        return "jsonl"
    return None
