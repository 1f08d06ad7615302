"""Captures: what lies in the archive after a link was taken in, what is asked when it is taken in again."""

import gzip
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import httpx
import pytest

from everyclaim.codec import sha256
from everyclaim.errors import BrokenStore
from everyclaim.intake import Options, find_capture, locate, take
from everyclaim.intake.captures import Capture, capture_changes, recall
from everyclaim.intake.hosts import Hosts
from everyclaim.intake.warc import read_body
from everyclaim.model import Report

PUBLIC = "93.184.216.34"
TEXT = "Shells fell on the market of Tawila on Monday, and four people were killed, medics said."
LINK = "https://news.example/old"

Answer = Callable[[httpx.Request], httpx.Response]


def resolve(_host: str, _port: int) -> Sequence[str]:
    return [PUBLIC]


def options(archive: Path, answer: Answer) -> Options:
    return Options(
        archive=archive, resolve=resolve, transport=httpx.MockTransport(answer), hosts=Hosts(sleep=lambda _: None)
    )


def capture(archive: Path, answer: Answer, link: str = LINK) -> Report:
    (location,) = locate(link)
    (taken,) = take(location, options(archive, answer))
    assert isinstance(taken, Report)
    return taken


class Site:
    """Redirects /old to /new, gives a text with its mark there, and says so when it is asked with that mark."""

    def __init__(self, text: str = TEXT) -> None:
        self.text = text
        self.seen: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.url.path == "/robots.txt":
            return httpx.Response(404)
        self.seen.append(request)
        if request.url.path == "/old":
            return httpx.Response(301, headers={"location": "/new"})
        mark = f'"{sha256(self.text.encode())[:8]}"'
        if request.headers.get("if-none-match") == mark:
            return httpx.Response(304, headers={"etag": mark})
        body = gzip.compress(self.text.encode())
        headers = {"etag": mark, "content-type": "text/plain; charset=utf-8", "content-encoding": "gzip"}
        return httpx.Response(200, headers=headers, stream=httpx.ByteStream(body))


def warcs(archive: Path) -> list[Path]:
    return sorted(archive.rglob("*.warc.gz"))


def test_a_link_is_kept_with_its_requests_answers_and_redirects(tmp_path: Path) -> None:
    report = capture(tmp_path, Site())
    assert report.text == TEXT
    (file,) = warcs(tmp_path)
    records = gzip.decompress(file.read_bytes())
    kinds = ("warcinfo", "response", "request", "response", "request")
    assert [line for line in records.split(b"\r\n") if line.startswith(b"WARC-Type")] == [
        f"WARC-Type: {kind}".encode() for kind in kinds
    ]
    assert b"WARC-Target-URI: https://news.example/old" in records
    assert b"WARC-IP-Address: 93.184.216.34" in records
    assert b"GET /new HTTP/1.1\r\nHost: news.example" in records
    assert gzip.decompress(read_body(file.read_bytes())).decode() == TEXT


def test_what_is_known_of_a_capture_is_found_by_its_link(tmp_path: Path) -> None:
    capture(tmp_path, Site())
    found = find_capture(tmp_path, LINK)
    assert found is not None
    assert (found.url, found.redirects) == ("https://news.example/new", (LINK,))
    assert found.captured_at.utcoffset() is not None
    assert found.warc_sha256 == sha256((tmp_path / found.warc).read_bytes())
    assert find_capture(tmp_path, "https://news.example/other") is None


def test_a_link_that_did_not_change_is_asked_by_its_mark_and_read_from_the_capture_before(tmp_path: Path) -> None:
    first, site = capture(tmp_path, Site()), Site()
    assert capture(tmp_path, site) == first
    assert [each.headers.get("if-none-match") is not None for each in site.seen] == [False, True]
    old, new = warcs(tmp_path)
    assert b"WARC-Type: revisit" in gzip.decompress(new.read_bytes())
    found = find_capture(tmp_path, LINK)
    assert found is not None
    assert (tmp_path / found.warc, tmp_path / found.body_in) == (new, old)


def test_it_is_read_from_the_first_capture_a_third_time(tmp_path: Path) -> None:
    assert len({capture(tmp_path, Site()).id for _ in range(3)}) == 1
    assert len(warcs(tmp_path)) == 3


def test_a_link_that_changed_is_another_report_and_both_captures_stay(tmp_path: Path) -> None:
    first = capture(tmp_path, Site())
    second = capture(tmp_path, Site(TEXT.replace("four", "five")))
    assert first.id != second.id
    assert len(warcs(tmp_path)) == 2


def test_a_capture_that_was_damaged_is_not_read_but_fetched_anew(tmp_path: Path) -> None:
    first = capture(tmp_path, Site())
    (file,) = warcs(tmp_path)
    file.chmod(0o644)
    file.write_bytes(file.read_bytes()[:-200])
    site = Site()
    assert capture(tmp_path, site) == first
    assert "if-none-match" not in site.seen[-1].headers


def test_half_a_capture_that_a_crash_left_is_passed_over(tmp_path: Path) -> None:
    capture(tmp_path, Site())
    found = find_capture(tmp_path, LINK)
    assert found is not None
    (tmp_path / found.warc).with_name("20990101T000000000000Z.warc.gz").write_bytes(b"half")
    assert find_capture(tmp_path, LINK) == found


def test_a_link_that_fails_leaves_no_capture(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="error 404"):
        capture(tmp_path, lambda _: httpx.Response(404))
    assert warcs(tmp_path) == []


def test_without_an_archive_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (location,) = locate(LINK)
    list(take(location, Options(resolve=resolve, transport=httpx.MockTransport(Site()))))
    assert list(tmp_path.iterdir()) == []


def test_chunks_that_were_taken_off_are_not_claimed_to_be_there(tmp_path: Path) -> None:
    def answer(_request: httpx.Request) -> httpx.Response:
        headers = {"transfer-encoding": "chunked", "content-type": "text/plain"}
        return httpx.Response(200, headers=headers, stream=httpx.ByteStream(TEXT.encode()))

    capture(tmp_path, answer)
    records = gzip.decompress(warcs(tmp_path)[0].read_bytes()).lower()
    assert b"\r\nx-archive-orig-transfer-encoding: chunked" in records
    assert b"\r\ntransfer-encoding" not in records


def test_a_body_that_unpacks_to_a_flood_is_refused(tmp_path: Path) -> None:
    def answer(_request: httpx.Request) -> httpx.Response:
        headers = {"content-encoding": "gzip", "content-type": "text/plain"}
        return httpx.Response(200, headers=headers, stream=httpx.ByteStream(gzip.compress(b" " * 30_000_000)))

    with pytest.raises(Exception, match="more than 20 MB"):
        capture(tmp_path, answer)


def test_of_what_is_asked_for_again_and_again_only_changes_are_kept(tmp_path: Path) -> None:
    body = [TEXT]

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(404) if request.url.path == "/robots.txt" else httpx.Response(200, text=body[0])

    def again(answer: Answer) -> Capture:
        return capture_changes(LINK, tmp_path, options(tmp_path, answer), {"text/plain": ".rss"})

    first = again(answer)
    assert again(answer) == first
    body[0] = TEXT.replace("four", "five")
    assert again(answer) != first
    assert len(warcs(tmp_path)) == 2
    assert again(Site(body[0])) == again(Site(body[0]))


def test_a_capture_is_given_back_as_it_was_found_then_or_not_at_all(tmp_path: Path) -> None:
    capture(tmp_path, Site())
    found = find_capture(tmp_path, LINK)
    assert found is not None
    capture(tmp_path, Site(TEXT.replace("four", "five")))
    assert recall(tmp_path, found.warc, 1000) == (found, TEXT.encode())
    (tmp_path / found.warc).chmod(0o644)
    (tmp_path / found.warc).write_bytes(b"something else")
    with pytest.raises(BrokenStore, match="is not in the archive as it was"):
        recall(tmp_path, found.warc, 1000)
    with pytest.raises(BrokenStore, match="There is no capture"):
        recall(tmp_path, "captures/none.warc.gz", 1000)


def test_another_program_reads_what_we_wrote(tmp_path: Path) -> None:
    fastwarc = pytest.importorskip("fastwarc", reason="FastWARC, another reader of WARC, is not installed")
    capture(tmp_path, Site())
    capture(tmp_path, Site())
    told = []
    for file in warcs(tmp_path):
        with file.open("rb") as stream:
            for record in fastwarc.ArchiveIterator(stream, parse_http=False):
                if record.headers["WARC-Type"] in {"response", "revisit"}:
                    assert record.verify_block_digest()
                    record.parse_http()
                    told.append((record.http_headers.status_code, record.headers["WARC-Target-URI"]))
    new = "https://news.example/new"
    assert told == [(301, LINK), (200, new), (301, LINK), (304, new)]


def test_what_is_known_of_a_capture_is_plain_json(tmp_path: Path) -> None:
    capture(tmp_path, Site())
    (file,) = tmp_path.rglob("*.json")
    assert json.loads(file.read_text())["link"] == LINK
