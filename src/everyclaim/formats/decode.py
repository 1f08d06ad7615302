"""From bytes to characters, or a clear refusal: a wrong guess would put wrong words into a quote.

Tried in this order: a byte-order mark; the encoding that the server or the page names; strict UTF-8; Windows-1252, and
that only where it reads as a Latin text with some accents.
"""

import codecs
import re
from typing import BinaryIO

from everyclaim.errors import NotText

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NAMED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})""", re.IGNORECASE)
_KNOWN = re.compile(
    r"(?i)utf-?8|us-ascii|iso-?8859-\d+|latin-?1|(?:windows|cp)-?125\d|koi8-[ru]"
    r"|gb(?:k|2312|18030)|big5|shift[-_]jis|euc-(?:jp|kr)"
)
_CODECS = (
    (
        "utf-8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be ascii latin-1 koi8-r koi8-u gbk gb2312 "
        "gb18030 big5 shift-jis euc-jp euc-kr iso2022_jp utf-7 idna punycode mac-roman cp437"
    ).split()
    + [f"iso8859-{part}" for part in range(1, 17) if part != 12]
    + [f"cp125{part}" for part in range(9)]
)
_WESTERN = re.compile(r"(?i)us-ascii|iso-?8859-1|latin-?1")
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f]")

_MOST_HIGH = 0.2
"""The largest share of non-ASCII letters in a text taken for Windows-1252. French and Czech have 4-15 %; Cyrillic,
Greek, Arabic or Chinese in their own 8-bit encodings have over 60 %."""


_SAMPLE = 1 << 20
"""Bytes by which a stream's encoding is judged, and that are looked at together."""

_MOST_CONTROL = 0.005
"""The largest share of control characters in a text: old wire copy has a stray one, binary files a tenth and more."""


def decode(content: bytes, declared: str | None = None, *, page: bool = False) -> str:
    """Decode a document's bytes, without a byte-order mark; line ends stay as they are.

    Args:
        content: the bytes.
        declared: the encoding that the server named.
        page: whether to look for the encoding that a web page names itself.

    Raises:
        NotText: the bytes are no text, or are in none of the encodings tried.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _checked(_try(content[len(mark) :], encoding))
    if page and declared is None and (named := _NAMED.search(content[:4096])):
        declared = named[1].decode("ascii")
    return _checked(_try_declared(content, declared) or _try(content, "utf-8") or _try_western(content))


def _try(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _try_declared(content: bytes, declared: str | None) -> str | None:
    """Use the encoding named, if it is one of the web's; its "latin-1" means Windows-1252 to every browser."""
    if declared is None or not _KNOWN.fullmatch(declared):
        return None
    if _WESTERN.fullmatch(declared):
        return _try(content, "utf-8") or _try_western(content)
    return _try(content, declared)


def _try_western(content: bytes) -> str | None:
    high = sum(byte >= 0xC0 for byte in content)
    letters = high + sum(chr(byte).isalpha() for byte in content if byte < 0x80)
    if high > _MOST_HIGH * max(letters, 1):
        return None
    return _try(content, "cp1252")


def _checked(text: str | None) -> str:
    if text is None:
        raise NotText(
            "Its encoding is none of those tried (UTF-8, UTF-16 with its mark, Windows-1252); save it as UTF-8."
        )
    if "\0" in text or len(_CONTROL.findall(text)) > _MOST_CONTROL * len(text):
        raise NotText("It is a binary file, not text.")
    return text


def warm() -> None:
    """Load every codec that a document may name: a confined process cannot load them any more."""
    for each in _CODECS:
        codecs.lookup(each)


def find_encoding(file: BinaryIO) -> str:
    """Name the encoding of a text that is read in a stream, by the same rules as `decode`; the file is read through.

    Raises:
        NotText: the bytes are no text, or are in none of the encodings tried.
    """
    start = file.read(_SAMPLE)
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return "utf-8-sig" if encoding == "utf-8" else encoding.removesuffix("-le").removesuffix("-be")
    sample = start[: start.rfind(b"\n") + 1 or None]
    as_utf8 = _try(sample, "utf-8")
    _checked(as_utf8 or _try_western(sample))
    plain = as_utf8 is None or as_utf8.isascii()
    reading = codecs.getincrementaldecoder("utf-8")()
    try:
        while start:
            reading.decode(start)
            start = file.read(_SAMPLE)
        reading.decode(b"", final=True)
    except UnicodeDecodeError as error:
        if plain:
            return "cp1252"
        raise NotText("Its encoding changes in the middle; save it as UTF-8.") from error
    return "utf-8"
