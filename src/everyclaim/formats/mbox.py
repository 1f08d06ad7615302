"""Mailboxes in one file: `mail.mbox#3` is the third message, read as mail. Thunderbird, mutt and mailx write them."""

import io
import re
from collections.abc import Iterator

from everyclaim.errors import BrokenInput
from everyclaim.formats.pieces import Document, Failed, Piece

_BEGINS = re.compile(rb"From \S.*\d{1,2}:\d{2}.*\d{4}\b")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)

LARGEST_MESSAGE = 100_000_000
"""Bytes of a message with its attachments. Mail servers take 10 to 50 MB."""


def read(document: Document) -> Iterator[Piece]:
    """Read message by message. A message begins at a line "From ..." after an empty line, or at the file's start."""
    number, lines, size, empty = 0, list[bytes](), 0, True
    for line in document.file:
        if empty and _BEGINS.match(line):
            if number:
                yield _message(document, number, lines, size)
            number, lines, size = number + 1, [], 0
        elif not number:
            raise BrokenInput("It is no mailbox: it does not begin with a line 'From '.")
        else:
            size += len(line)
            if size <= LARGEST_MESSAGE:
                lines.append(line)
        empty = not line.strip()
    yield _message(document, number, lines, size)


def _message(document: Document, number: int, lines: list[bytes], size: int) -> Piece:
    if size > LARGEST_MESSAGE:
        return Failed(f"#{number}", "TooLarge", f"It holds more than {LARGEST_MESSAGE / 1e6:g} MB; save it by itself.")
    content = _QUOTED.sub(rb"\1", b"".join(lines))
    return document.inner(f"#{number}", io.BytesIO(content), f"{number}.eml")
