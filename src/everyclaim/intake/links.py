"""Fetches a link: few redirects, a limit on time and size, public addresses alone.

Every hop is resolved first, and the connection goes to the very address that was checked: a name that answers
differently the second time changes nothing.
"""

import time
from contextlib import closing
from dataclasses import dataclass

import httpx

from everyclaim.errors import RefusedAddress, TooLarge, UnreachableLink, UnsupportedFormat
from everyclaim.intake.addresses import check_public, resolve
from everyclaim.intake.options import Options

_AGENT = "everyclaim (reads one report at a person's request)"
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "": ".html",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a link answered, with its kind of file, the encoding that the server named, and where it was found."""

    content: bytes
    suffix: str
    encoding: str | None
    url: str


def fetch(link: str, options: Options) -> Fetched:
    """Fetch the document behind a link.

    Raises:
        UnreachableLink: it does not answer, answers with an error, or redirects too often.
        RefusedAddress: it, or a redirect of it, leads to a private address.
        UnsupportedFormat: it is no page and no text.
        TooLarge: it is larger than the limit.
    """
    deadline = time.monotonic() + options.seconds
    try:
        url = httpx.URL(link)
        with httpx.Client(transport=options.transport, trust_env=False) as client:
            for _ in range(options.redirects + 1):
                with closing(client.send(_request(url, options), stream=True)) as response:
                    if not response.has_redirect_location:
                        return _answer(response, url, options, deadline)
                    url = url.join(response.headers["location"])
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise UnreachableLink(f"The link does not answer ({str(error) or type(error).__name__}).") from error
    raise UnreachableLink(
        f"The link redirects more than {options.redirects} times; open it in a browser and save the page."
    )


def _request(url: httpx.URL, options: Options) -> httpx.Request:
    """A request to the checked address itself, which still asks for the host by its name."""
    if url.scheme not in {"http", "https"} or not url.host:
        raise UnreachableLink(f"{url} is no web address; give one that begins with https://.")
    if url.userinfo:
        raise RefusedAddress("The link carries a password; give it without.")
    host = url.raw_host.decode("ascii")
    port = url.port or (443 if url.scheme == "https" else 80)
    address = check_public(host, (options.resolve or resolve)(host, port))
    timeout = httpx.Timeout(options.seconds).as_dict()
    return httpx.Request(
        "GET",
        url.copy_with(host=address),
        headers={"Host": url.netloc.decode("ascii"), "User-Agent": _AGENT, "Accept": "text/html, text/plain"},
        extensions={"sni_hostname": host, "timeout": timeout},
    )


def _answer(response: httpx.Response, url: httpx.URL, options: Options, deadline: float) -> Fetched:
    if response.status_code != httpx.codes.OK:
        reason = f" ({response.reason_phrase})" if response.reason_phrase else ""
        raise UnreachableLink(f"The link answers with error {response.status_code}{reason}.")
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in _SUFFIXES:
        raise UnsupportedFormat(f"The link leads to {kind}, not to a page or text.")
    return Fetched(_body(response, options, deadline), _SUFFIXES[kind], response.charset_encoding, str(url))


def _body(response: httpx.Response, options: Options, deadline: float) -> bytes:
    """Read the answer piece by piece: neither a flood nor a trickle is waited for."""
    content = bytearray()
    for piece in response.iter_bytes(65536):
        content += piece
        if len(content) > options.largest:
            raise TooLarge(f"The link holds more than {options.largest / 1e6:g} MB.")
        if time.monotonic() > deadline:
            raise UnreachableLink(f"The link took longer than {options.seconds:g} seconds.")
    return bytes(content)
