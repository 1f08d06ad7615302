"""Mail: the message's words are a report, with subject, sender and day; what is attached is opened in its turn.

`mail.eml!/report.pdf` is an attachment. Saved pages (.mht) are mail in form, and read as the page that they hold.
"""

import email
import email.policy
import io
from collections.abc import Iterator
from email.errors import CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect
from email.message import EmailMessage
from email.utils import parseaddr
from functools import cache

from everyclaim.errors import BrokenInput, EncryptedInput, UnreadableInput
from everyclaim.formats.days import find_day
from everyclaim.formats.decode import decode
from everyclaim.formats.markup import text_of
from everyclaim.formats.page import read_page
from everyclaim.formats.pieces import Contents, Document, Failed, Piece

_ENCRYPTED = {"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"}
_CUT = (CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect)

_SMALL = b"""From: =?utf-8?q?A_B?= <a@mail.example>
Date: Thu, 2 Jan 2020 10:00:00 +0000
Content-Type: multipart/mixed; boundary=x

--x
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Words
--x
Content-Type: message/rfc822

Subject: =?iso-8859-1?b?d29yZHM=?=

Words
--x--
"""


@cache
def warm() -> None:
    """Have Python load what it loads for its first mail: codecs, kinds of headers, the writer of mails in mails."""
    message = email.message_from_bytes(_SMALL, policy=email.policy.default)
    for part in message.walk():
        part.items()
        part.as_bytes()
        part.get_payload(decode=True)


def read(document: Document) -> Iterator[Piece]:
    """Read a message and what is attached to it."""
    message = email.message_from_binary_file(document.file, policy=email.policy.default)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise BrokenInput("It is no mail: it has no header.")
    if message.get_content_type() in _ENCRYPTED and message.get_param("smime-type") != "signed-data":
        raise EncryptedInput("It is encrypted; decrypt it in your mail program and save it again.")
    try:
        yield _body(message)
    except UnreadableInput as error:
        yield Failed("", type(error).__name__, str(error))
    for number, part in enumerate(message.iter_attachments(), 1):
        yield _attached(part, number, document)
    if any(isinstance(each, _CUT) for part in message.walk() for each in part.defects):
        yield Failed("", "BrokenInput", "It is cut short: the end of its last part is missing.")


def _body(message: EmailMessage) -> Contents:
    snapshot = "snapshot-content-location" in message
    body = message.get_body(("html", "plain") if snapshot else ("plain", "html"))
    text, page = "", None
    if isinstance(body, EmailMessage):
        content, encoding = _bytes(body), body.get_content_charset()
        if snapshot and body.get_content_subtype() == "html":
            page = read_page(content, encoding, str(message["snapshot-content-location"]))
        else:
            text = _words(content, encoding, markup=body.get_content_subtype() == "html")
    if page is not None:
        return page
    name, address = parseaddr(str(message.get("from", "")))
    day = find_day(str(message.get("date", "")).strip())
    return Contents(text, str(message.get("subject", "")).strip() or None, name or address or None, day)


def _words(content: bytes, encoding: str | None, *, markup: bool) -> str:
    text = decode(content, encoding, page=markup) if content.strip() else ""
    return text_of(text) if markup else text


def _attached(part: EmailMessage, number: int, document: Document) -> Document:
    name = (part.get_filename() or f"{number}.{part.get_content_subtype()}").replace("\n", " ")
    if part.get_content_type() == "message/rfc822":
        name = name if name.endswith(".eml") else f"{name}.eml"
    file = io.BytesIO(_bytes(part))
    return document.inner(f"!/{name}", file, name)


def _bytes(part: EmailMessage) -> bytes:
    """The bytes of a part, its transfer encoding undone; of a mail in a mail, all of it."""
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        return b"".join(each.as_bytes() for each in inner if isinstance(each, EmailMessage))
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""
