"""JSON files: an export of Telegram, an array of objects, or one object. Read in a stream, never as a whole.

A message of an export is `result.json#123` by its own number, in an export of several chats `result.json#CHAT/123`.
"""

from collections.abc import Iterator
from dataclasses import replace

import ijson
from ijson.common import ObjectBuilder

from everyclaim.errors import BrokenInput
from everyclaim.formats.jsonl import read_object
from everyclaim.formats.pieces import Document, Piece
from everyclaim.formats.telegram import Chat, read_message

_CHATS = ("", "chats.list.item", "left_chats.list.item")
_MESSAGES = {f"{each}.messages.item".lstrip("."): each for each in _CHATS}
_ABOUT = {f"{each}.{name}".lstrip("."): name for each in _CHATS for name in ("name", "type", "id")}


def read(document: Document) -> Iterator[Piece]:
    """Read a file of JSON."""
    start = document.file.read(1000).removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    document.file.seek(0)
    try:
        if start == b"[":
            objects = _objects(document, {"item": ""})
            yield from (read_object(value, document, f"#{number}") for number, (value, _) in enumerate(objects, 1))
        else:
            yield from _export(document)
    except ijson.JSONError as error:
        raise BrokenInput("It is no JSON, or cut short; export it again.") from error


def _export(document: Document) -> Iterator[Piece]:
    """Read the messages of an export of chats; an object that is no such export is one report."""
    found = False
    for message, chat in _objects(document, _MESSAGES):
        found = True
        if isinstance(message, dict):
            yield read_message(message, chat)
    if not found:
        document.file.seek(0)
        (value,) = ijson.items(document.file, "", use_float=True)
        yield read_object(value, document, "")


def _objects(document: Document, places: dict[str, str]) -> Iterator[tuple[object, Chat]]:
    """Build every object at some places of the file, each with the chat in which it stands."""
    builder, at, chat = None, "", Chat()
    for prefix, event, value in ijson.parse(document.file, use_float=True):
        if builder is None and prefix in places and event in {"start_map", "start_array"}:
            builder, at = ObjectBuilder(), prefix
        if builder is not None:
            builder.event(event, value)
            if prefix == at and event in {"end_map", "end_array"}:
                yield builder.value, replace(chat, alone=at == "messages.item")
                builder = None
        elif prefix in _ABOUT and event in {"string", "number"}:
            chat = _told(chat, _ABOUT[prefix], str(value))


def _told(chat: Chat, name: str, value: str) -> Chat:
    """A chat with one more thing that is said of it."""
    match name:
        case "name":
            return replace(chat, name=value)
        case "type":
            return replace(chat, type=value)
        case _:
            return replace(chat, id=value)
