"""Reports as JSON Lines: an object a line, `reports.jsonl#7` for the seventh line."""

import json
from collections.abc import Iterator

from everyclaim.errors import EmptyInput, TooLarge, UnreadableInput
from everyclaim.formats.columns import contents_of, find_columns
from everyclaim.formats.pieces import Document, Failed, Piece


def read(document: Document) -> Iterator[Piece]:
    """Read objects, line by line; a line that is none is told and the rest goes on."""
    seen = False
    for number, line in enumerate(_lines(document), 1):
        if not line.strip():
            continue
        seen = True
        try:
            yield read_object(json.loads(line), document, f"#{number}")
        except (ValueError, RecursionError):
            yield Failed(f"#{number}", "BrokenInput", "It is no JSON, or cut short.")
    if not seen:
        raise EmptyInput("It is empty; there is nothing to read.")


def read_object(value: object, document: Document, member: str) -> Piece:
    """Make a report of an object; one that holds no text is told."""
    if not isinstance(value, dict):
        return Failed(member, "BrokenInput", "It is no JSON object.")
    try:
        columns = find_columns([str(name) for name in value], document.asked.columns)
    except UnreadableInput as error:
        return Failed(member, "UnreadableInput", str(error))
    return contents_of(value, columns, member)


def _lines(document: Document) -> Iterator[bytes]:
    # Room for a text of the largest size and what stands around it; JSON may write a letter in six bytes.
    longest = document.asked.largest * 6 + 100_000
    while line := document.file.readline(longest):
        if len(line) == longest:
            raise TooLarge(f"It has a line of more than {longest / 1e6:g} MB; cut it up.")
        yield line.removeprefix(b"\xef\xbb\xbf")
