"""One message of a Telegram export (Desktop: Export chat history, format JSON).

The day is the one that the export shows: Telegram writes it in the time zone of the machine that exported.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from everyclaim.formats.days import find_day
from everyclaim.formats.pieces import Contents, Piece, Skipped

_MEDIA = ("photo", "file", "media_type", "location_information", "poll", "contact_information")


@dataclass(frozen=True, slots=True)
class Chat:
    """What the export says of a chat; `alone` if it is the only one in the file."""

    name: str = ""
    type: str = ""
    id: str = ""
    alone: bool = True


def read_message(message: Mapping[str, object], chat: Chat) -> Piece:
    """Make a report of a message; service messages and pictures without words are none."""
    member = f"#{message.get('id')}" if chat.alone else f"#{chat.id}/{message.get('id')}"
    if message.get("type") != "message":
        return Skipped(member, "service message")
    text = _text(message.get("text"))
    if not text.strip():
        return Skipped(member, "message without words" if any(message.get(each) for each in _MEDIA) else "no text")
    author = message.get("from")
    spoken = author if isinstance(author, str) and "channel" not in chat.type else None
    return Contents(
        text=text, publisher=spoken or chat.name or None, published=find_day(message.get("date")), member=member
    )


def _text(value: object) -> str:
    """The words of a message: a string, or a list of strings and of objects that mark links and styles."""
    if isinstance(value, list):
        return "".join(_text(each) for each in value)
    if isinstance(value, dict):
        return _text(value.get("text"))
    return value if isinstance(value, str) else ""
