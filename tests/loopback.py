"""A web server on this machine that plays several sites, and options by which links lead to it.

    with serving() as web:
        web.put("http://post.example/a.html", page("Shells struck the market."))
        take(location, web.options())

It tells every page by its mark (ETag) and answers 304 to who has it. What was asked for stands in `web.asked`.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from hashlib import sha256
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx

from everyclaim.intake import Options
from everyclaim.intake.hosts import Hosts

PUBLIC = "93.184.216.34"

Answer = tuple[int, str, bytes]
"""Status, kind, body."""


@dataclass(slots=True)
class Web:
    """The sites: what each address answers, and who asked for what with which answer."""

    port: int
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, int]] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)

    def put(self, url: str, body: str | bytes, kind: str = "text/html; charset=utf-8", status: int = 200) -> None:
        """Have an address answer."""
        self.answers[url] = (status, kind, body if isinstance(body, bytes) else body.encode())

    def feed(self, url: str, title: str, *items: str) -> None:
        """Have an address answer with a feed of these items."""
        head = f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>'
        self.put(url, f"{head}{''.join(items)}</channel></rss>", "application/rss+xml")

    def told(self) -> list[tuple[str, int]]:
        """What was asked for since this was last asked, without the sites' rules."""
        told = [each for each in self.asked if not each[0].endswith("/robots.txt")]
        self.asked.clear()
        return told

    def options(self, sleep: Callable[[float], None] = lambda _: None) -> Options:
        """Options by which every host is this server, and nobody waits."""
        return options(self.port, sleep)


def options(port: int, sleep: Callable[[float], None] = lambda _: None) -> Options:
    """Options by which every host is the server at a port, and nobody waits."""
    return Options(resolve=_resolve, transport=_Loop(port), hosts=Hosts(sleep=sleep))


def item(key: str, link: str, title: str, words: str = "", day: int = 14) -> str:
    """An item of a feed, of a day in May 2019."""
    day_told = format_datetime(datetime(2019, 5, day, 8, tzinfo=UTC))
    return (
        f'<item><guid isPermaLink="false">{key}</guid><link>{escape(link)}</link><title>{title}</title>'
        f"<pubDate>{day_told}</pubDate><description>{escape(words)}</description></item>"
    )


def page(words: str, aside: str = "") -> str:
    """A page of a paper with an article of these words."""
    return f"<html><head><title>News</title></head><body>{aside}<article><p>{words}</p></article></body></html>"


@contextmanager
def serving() -> Iterator[Web]:
    """Serve, as long as the block goes on."""
    web = Web(0)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, kind, body = web.answers.get(url := f"http://{self.headers['Host']}{self.path}", (404, "", b""))
            mark = f'"{sha256(body).hexdigest()[:8]}"'
            if status == 200 and self.headers.get("If-None-Match") == mark:
                status, body = 304, b""
            web.asked.append((url, status))
            self.send_response(status)
            for name, value in {**web.headers, "Content-Type": kind, "ETag": mark}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    web.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield web
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _resolve(_host: str, _port: int) -> Sequence[str]:
    return [PUBLIC]


class _Loop(httpx.BaseTransport):
    """Carries requests to public addresses to the server of this machine."""

    def __init__(self, port: int) -> None:
        self.port, self.inner = port, httpx.HTTPTransport()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        assert request.url.host == PUBLIC
        here = request.url.copy_with(scheme="http", host="127.0.0.1", port=self.port)
        extensions = {name: value for name, value in request.extensions.items() if name != "sni_hostname"}
        return self.inner.handle_request(httpx.Request("GET", here, headers=request.headers, extensions=extensions))
