"""Sends one request to a checked address, and keeps both sides of the exchange as they went over the wire.

The host is resolved first, and the connection goes to the very address that was checked: a name that answers
differently the second time changes nothing.
"""

import time
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast

import httpx

from everyclaim.errors import RefusedAddress, TooLarge, UnreachableLink
from everyclaim.intake.addresses import check_public, resolve
from everyclaim.intake.options import Options
from everyclaim.intake.robots import NAME

_AGENT = f"{NAME} (reads one report at a person's request)"
_PIECE = 65536
_CUT = 65536
"""Bytes kept of the body of an answer that leads on: nobody reads it, and it may never end."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer.

    Args:
        url: what was asked for.
        asked_at: when.
        address: who was asked, as a number.
        request: the head of the request.
        answer: the head of the answer; its body is not read from here.
        body: the body of the answer as it came, maybe compressed.
        cut: whether the rest of the body was left unread.
    """

    url: httpx.URL
    asked_at: datetime
    address: str
    request: httpx.Request
    answer: httpx.Response
    body: bytes
    cut: bool

    @property
    def leads_to(self) -> httpx.URL | None:
        """Where it redirects to."""
        return self.url.join(self.answer.headers["location"]) if self.answer.has_redirect_location else None


def ask(
    client: httpx.Client, url: httpx.URL, options: Options, deadline: float, headers: Mapping[str, str]
) -> Exchange:
    """Ask for a document.

    Raises:
        RefusedAddress: its address is private, or it carries a password.
        UnreachableLink: it is no web address, or takes too long.
        TooLarge: the answer is larger than the limit.
        httpx.HTTPError: there is no answer.
    """
    address = find_address(url, options)
    request = _request(url, address, options, headers)
    asked_at = datetime.now(UTC)
    with closing(client.send(request, stream=True)) as response:
        whole = response.status_code == httpx.codes.OK
        body, cut = _body(response, deadline, options, whole=whole)
    return Exchange(url, asked_at, address, request, response, body, cut)


def find_address(url: httpx.URL, options: Options) -> str:
    """The checked address behind a link.

    Raises:
        RefusedAddress: it is private, or the link carries a password.
        UnreachableLink: it is no web address, or the host is not known.
    """
    if url.scheme not in {"http", "https"} or not url.host:
        raise UnreachableLink(f"{url} is no web address; give one that begins with https://.")
    if url.userinfo:
        raise RefusedAddress("The link carries a password; give it without.")
    host = url.raw_host.decode("ascii")
    return check_public(host, (options.resolve or resolve)(host, url.port or (443 if url.scheme == "https" else 80)))


def decoded(answer: httpx.Response, body: bytes, largest: int) -> bytes:
    """The body of an answer, as it came, with its compression taken off, which the answer's head names.

    Raises:
        TooLarge: it is larger than the limit.
        httpx.HTTPError: it is not compressed as it says.
    """
    replayed = httpx.Response(answer.status_code, headers=answer.headers, content=_pieces(body))
    content = bytearray()
    for piece in replayed.iter_bytes(_PIECE):
        content += piece
        if len(content) > largest:
            raise _too_large(largest)
    return bytes(content)


def _pieces(body: bytes) -> Iterator[bytes]:
    """The body by small pieces, so that one that unpacks to a flood is stopped in time."""
    for start in range(0, len(body), _PIECE):
        yield body[start : start + _PIECE]


def _request(url: httpx.URL, address: str, options: Options, headers: Mapping[str, str]) -> httpx.Request:
    """A request to the checked address itself, which still asks for the host by its name."""
    given = {
        "Host": url.netloc.decode("ascii"),
        "User-Agent": _AGENT,
        "Accept": "text/html, text/plain, application/xml;q=0.9, */*;q=0.5",
    }
    return httpx.Request(
        "GET",
        url.copy_with(host=address),
        headers={**given, **headers},
        extensions={
            "sni_hostname": url.raw_host.decode("ascii"),
            "timeout": httpx.Timeout(options.seconds).as_dict(),
        },
    )


def _body(response: httpx.Response, deadline: float, options: Options, *, whole: bool) -> tuple[bytes, bool]:
    """Read the answer piece by piece, as it came: neither a flood nor a trickle is waited for."""
    content = bytearray()
    # `iter_raw` refuses an answer that was made whole; the stream beneath it is the same bytes.
    for piece in cast("httpx.SyncByteStream", response.stream):
        content += piece
        if time.monotonic() > deadline:
            raise UnreachableLink(f"The link took longer than {options.seconds:g} seconds.")
        if not whole and len(content) > _CUT:
            return bytes(content[:_CUT]), True
        if len(content) > options.largest:
            raise _too_large(options.largest)
    return bytes(content), False


def _too_large(largest: int) -> TooLarge:
    return TooLarge(f"The link holds more than {largest / 1e6:g} MB.")
