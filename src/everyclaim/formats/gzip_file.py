"""Files packed with gzip: `mail.mbox.gz` is opened as what it holds, under its own name.

Web archives are unpacked by their own reader, as each of their records is packed by itself.
"""

import gzip
import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from everyclaim.errors import BrokenInput
from everyclaim.formats import warc
from everyclaim.formats.pieces import Document, Piece


def read(document: Document) -> Iterator[Piece]:
    """Open what is packed."""
    with gzip.GzipFile(fileobj=document.file) as file:
        try:
            is_warc = file.peek(5)[:5] == b"WARC/"
        except (OSError, EOFError, zlib.error) as error:
            raise BrokenInput("It is packed with gzip and broken or cut short; get it again.") from error
        if not is_warc:
            name = document.name.removesuffix(".gz")
            yield document.inner("!/" + name, cast("BinaryIO", io.BufferedReader(file)), name)
            return
    document.file.seek(0)
    yield from warc.read(document)
