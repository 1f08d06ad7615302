"""Fetches a link: few redirects, a limit on time and size, public addresses alone, and as the site asks.

Every host on the way is asked for its robots.txt first, and left alone for some seconds afterwards; for longer where it
asks for that, or does not answer.
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import httpx

from everyclaim.errors import (
    EveryclaimError,
    RefusedByRobots,
    RefusedLink,
    RestingHost,
    TooLarge,
    UnreachableLink,
    UnsupportedFormat,
)
from everyclaim.intake.asking import Exchange, ask, decoded, find_address
from everyclaim.intake.options import Options
from everyclaim.intake.robots import LARGEST, Rules, parse_robots

PAGES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "": ".html",
}
"""Kinds of answer that are a report, with the suffix that a file of the kind has."""

FEEDS = {"application/rss+xml", "application/atom+xml", "application/rdf+xml"}
"""Kinds of answer that list documents, for those who follow them (`entries.py`)."""

_BUSY = {httpx.codes.TOO_MANY_REQUESTS, httpx.codes.SERVICE_UNAVAILABLE}
"""Answers by which a server asks for patience (RFC 6585, RFC 9110), often saying for how long."""

_PASSING = {httpx.codes.REQUEST_TIMEOUT, httpx.codes.TOO_EARLY, *_BUSY}
"""Errors that may be gone the next time, though they are told as the asker's fault (4xx)."""

_REST = 600.0
"""Seconds for which a host that asks for patience is left alone if it does not say how long."""

_SHORT_REST = 60.0
"""Seconds for which a host is left alone that cannot be reached: twenty links to it are not waited for one by one."""

Validators = Mapping[str, Mapping[str, str]]
"""For an address that was fetched before, the headers that ask whether it changed since."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a link answered, with its kind of file, the encoding that the server named, and where it was found.

    `exchanges` are the requests and answers on the way, the document's last. `unchanged`: the server says that the
    document is still the one fetched before, and sends no content.
    """

    content: bytes
    suffix: str
    encoding: str | None
    url: str
    exchanges: tuple[Exchange, ...]
    unchanged: bool = False


def fetch(
    link: str, options: Options, kinds: Mapping[str, str] = PAGES, validators: Validators | None = None
) -> Fetched:
    """Fetch the document behind a link.

    Raises:
        UnreachableLink: it does not answer, answers with an error, or redirects too often.
        RefusedLink: the server says that there is nothing, or nothing for us.
        RestingHost: its site is left alone for now.
        RefusedAddress: it, or a redirect of it, leads to a private address.
        RefusedByRobots: the site asks programs not to fetch it.
        UnsupportedFormat: it is of none of the kinds.
        TooLarge: it is larger than the limit.
    """
    known = validators or {}
    try:
        with httpx.Client(transport=options.transport, trust_env=False) as client:
            exchanges = _follow(client, httpx.URL(link), options, known)
        return _answer(exchanges, options, kinds, known)
    except (httpx.ConnectError, httpx.ConnectTimeout) as error:
        options.hosts.rest(_host_of(error.request), _SHORT_REST)
        raise UnreachableLink(f"The link does not answer ({str(error) or type(error).__name__}).") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise UnreachableLink(f"The link does not answer ({str(error) or type(error).__name__}).") from error


def _follow(client: httpx.Client, url: httpx.URL, options: Options, validators: Validators) -> Sequence[Exchange]:
    """Ask, and ask on where an answer leads elsewhere."""
    deadline, exchanges, visited = time.monotonic() + options.seconds, list[Exchange](), set[str]()
    for _ in range(options.redirects + 1):
        find_address(url, options)
        if (rest := options.hosts.resting(url.host)) > 0:
            raise RestingHost(f"The site {url.host} is left alone for another {rest:.0f} seconds; ask it again then.")
        rules = options.hosts.rules(_origin(url), partial(_read_robots, client, url, options))
        if not rules.allow(url.raw_path.decode("ascii")):
            raise RefusedByRobots(f"The site asks programs not to fetch {url}; save the page in a browser and add it.")
        if url.host not in visited:
            deadline += options.hosts.wait(url.host, rules.delay)
            visited.add(url.host)
        exchange = ask(client, url, options, deadline, validators.get(str(url), {}))
        exchanges.append(exchange)
        _heed_patience(exchange, options)
        if (target := exchange.leads_to) is None:
            return exchanges
        url = target
    raise UnreachableLink(
        f"The link redirects more than {options.redirects} times; open it in a browser and save the page."
    )


def _heed_patience(exchange: Exchange, options: Options) -> None:
    """Leave a host alone that asks for patience."""
    if exchange.answer.status_code in _BUSY:
        said = exchange.answer.headers.get("retry-after", "")
        options.hosts.rest(exchange.url.host, float(said) if said.isdecimal() else _REST)


def _host_of(request: httpx.Request) -> str:
    """The host that was asked for; the request's own address is a number."""
    return httpx.URL(f"{request.url.scheme}://{request.headers['Host']}").host


def _origin(url: httpx.URL) -> str:
    return str(url.copy_with(raw_path=b"/", fragment=None))


def _read_robots(client: httpx.Client, url: httpx.URL, options: Options) -> Rules:
    """Read a site's robots.txt. None there, or one that cannot be had, asks for nothing.

    Raises:
        UnreachableLink: the site has a fault, and may mean to ask something (RFC 9309, 2.3.1.4).
    """
    at, limited = url.copy_with(raw_path=b"/robots.txt", fragment=None), replace(options, largest=LARGEST)
    for hop in range(options.redirects + 1):
        try:
            exchange = ask(client, at, limited, time.monotonic() + options.seconds, {})
            if (target := exchange.leads_to) is None:
                return _rules(exchange, options)
        except TooLarge:
            return Rules()
        except EveryclaimError:
            if not hop:
                raise
            return Rules()
        at = target
    return Rules()


def _rules(exchange: Exchange, options: Options) -> Rules:
    status = exchange.answer.status_code
    if status >= httpx.codes.INTERNAL_SERVER_ERROR:
        options.hosts.rest(exchange.url.host, _REST)
        raise UnreachableLink(f"The site's robots.txt answers with error {status}; try again later.")
    if status != httpx.codes.OK:
        return Rules()
    return parse_robots(decoded(exchange.answer, exchange.body, LARGEST).decode("utf-8", "replace"))


def _answer(
    exchanges: Sequence[Exchange], options: Options, kinds: Mapping[str, str], validators: Validators
) -> Fetched:
    last = exchanges[-1]
    answer, url = last.answer, str(last.url)
    if answer.status_code == httpx.codes.NOT_MODIFIED and url in validators:
        return Fetched(b"", "", None, url, tuple(exchanges), unchanged=True)
    if answer.status_code != httpx.codes.OK:
        reason = f" ({answer.reason_phrase})" if answer.reason_phrase else ""
        is_final = httpx.codes.is_client_error(answer.status_code) and answer.status_code not in _PASSING
        error = RefusedLink if is_final else UnreachableLink
        raise error(f"The link answers with error {answer.status_code}{reason}.")
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in kinds:
        remedy = "; `everyclaim watch` follows feeds" if kind in FEEDS else ""
        raise UnsupportedFormat(f"The link leads to {kind}, not to a page or text{remedy}.")
    content = decoded(answer, last.body, options.largest)
    return Fetched(content, kinds[kind], answer.charset_encoding, url, tuple(exchanges))
