"""Links: what is fetched, what is refused, and that the connection goes to the address that was checked."""

from collections.abc import Callable, Iterator, Sequence

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from everyclaim.errors import EveryclaimError, RefusedAddress, TooLarge, UnreachableLink, UnsupportedFormat
from everyclaim.intake import Options, locate, take
from everyclaim.intake.addresses import is_public
from everyclaim.model import Report

PUBLIC = "93.184.216.34"
TEXT = "Shells fell on the market of Tawila on Monday, and four people were killed, medics said."
NAMES = {
    "news.example": [PUBLIC],
    "inside.example": ["10.1.2.3"],
    "both.example": [PUBLIC, "127.0.0.1"],
    "none.example": [],
}


def resolve(host: str, port: int) -> Sequence[str]:
    return NAMES.get(host, [host])


def fetch(link: str, answer: Callable[[httpx.Request], httpx.Response], **limits: float) -> Report:
    options = Options(resolve=resolve, transport=httpx.MockTransport(answer), **limits)  # type: ignore[arg-type]
    (location,) = locate(link)
    (taken,) = take(location, options)
    assert isinstance(taken, Report)
    return taken


def text(_request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, text=TEXT)


def test_a_link_becomes_a_report_with_its_address_and_host() -> None:
    report = fetch("https://news.example/a?b=1", text)
    assert (report.text, report.url, report.path) == (TEXT, "https://news.example/a?b=1", None)
    assert report.publisher is not None
    assert report.publisher.name == "news.example"


def test_the_connection_goes_to_the_address_that_was_checked_and_asks_for_the_host() -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return text(request)

    fetch("https://news.example:8443/a", answer)
    assert seen[0].url.host == PUBLIC
    assert seen[0].headers["host"] == "news.example:8443"
    assert seen[0].extensions["sni_hostname"] == "news.example"
    assert "everyclaim" in seen[0].headers["user-agent"]


def test_a_redirect_is_followed_and_the_last_address_is_kept() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        return text(request) if request.url.path == "/new" else httpx.Response(301, headers={"location": "/new"})

    assert fetch("http://news.example/old", answer).url == "http://news.example/new"


def test_redirects_for_ever_end() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(302, headers={"location": f"{request.url.path}x"})

    with pytest.raises(UnreachableLink, match="redirects more than 5 times"):
        fetch("http://news.example/", answer)


@pytest.mark.parametrize(
    "target", ["http://127.0.0.1/", "http://inside.example/", "http://[::1]/", "http://169.254.169.254/latest"]
)
def test_a_redirect_to_a_private_address_is_refused(target: str) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        assert request.url.host == PUBLIC
        return httpx.Response(302, headers={"location": target})

    with pytest.raises(RefusedAddress, match="private or local address"):
        fetch("http://news.example/", answer)


@pytest.mark.parametrize(
    "link", ["http://inside.example/", "http://both.example/", "http://10.0.0.1/", "http://[fe80::1]/"]
)
def test_a_link_to_a_private_address_is_never_asked(link: str) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        raise AssertionError(request)

    with pytest.raises(RefusedAddress):
        fetch(link, answer)


@pytest.mark.parametrize(
    ("status", "sentence"),
    [(404, r"error 404 \(Not Found\)"), (500, "error 500"), (304, "error 304"), (204, "error 204")],
)
def test_an_answer_that_is_an_error_is_told(status: int, sentence: str) -> None:
    with pytest.raises(UnreachableLink, match=rf"https://news\.example/a: .*{sentence}"):
        fetch("https://news.example/a", lambda _: httpx.Response(status))


def test_no_answer_is_told() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectTimeout("timed out", request=request)

    with pytest.raises(UnreachableLink, match=r"does not answer \(timed out\)"):
        fetch("https://news.example/a", answer)


@pytest.mark.parametrize(
    "link", ["https://none.example/", "http:///nowhere", "http://news.example:99999/", "http://a..b/"]
)
def test_a_link_to_nowhere_is_told(link: str) -> None:
    with pytest.raises(UnreachableLink):
        fetch(link, lambda _: httpx.Response(404))


def test_a_link_with_a_password_is_refused() -> None:
    with pytest.raises(RefusedAddress, match="password"):
        fetch("https://me:secret@news.example/", text)


def test_a_redirect_to_another_scheme_is_refused() -> None:
    with pytest.raises(EveryclaimError):
        fetch("https://news.example/", lambda _: httpx.Response(302, headers={"location": "file:///etc/passwd"}))


def test_a_picture_is_no_report() -> None:
    with pytest.raises(UnsupportedFormat, match="leads to image/png"):
        fetch(
            "https://news.example/", lambda _: httpx.Response(200, content=b"x", headers={"content-type": "image/png"})
        )


def test_a_feed_is_no_report_and_the_remedy_is_told() -> None:
    with pytest.raises(UnsupportedFormat, match=r"leads to application/rss\+xml, .* `everyclaim watch` follows feeds"):
        fetch(
            "https://news.example/feed",
            lambda _: httpx.Response(200, content=b"<rss/>", headers={"content-type": "application/rss+xml"}),
        )


def test_a_flood_is_cut_off_while_it_comes() -> None:
    sent = 0

    def flood() -> Iterator[bytes]:
        nonlocal sent
        for _ in range(1000):
            sent += 100_000
            yield b"x" * 100_000

    def answer(_request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=flood(), headers={"content-type": "text/plain"})

    with pytest.raises(TooLarge, match="more than 1 MB"):
        fetch("https://news.example/", answer, largest=1_000_000)
    assert sent < 3_000_000


def test_a_trickle_is_not_waited_for() -> None:
    with pytest.raises(UnreachableLink, match="longer than 0 seconds"):
        fetch("https://news.example/", text, seconds=0)


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",  # noqa: S104 to be refused
     "255.255.255.255", "240.0.0.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1",
     "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "localhost", ""],
)  # fmt: skip
def test_these_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", [PUBLIC, "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_these_are_public(address: str) -> None:
    assert is_public(address)


@given(st.ip_addresses(network="10.0.0.0/8"))
def test_no_disguise_makes_a_private_address_public(address: object) -> None:
    assert not is_public(str(address))
    assert not is_public(f"::ffff:{address}")
