"""`everyclaim watch` as a person calls it: rounds over a feed and a folder, what is printed, exit codes."""

import json
import os
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli import cases
from tests.loopback import PUBLIC, Web, item, page, serving

from everyclaim.cli.main import main

FEED = "http://post.example/feed.xml"
NEWS = "Shells struck the market of Durazno in Uruguay on Monday, killing nine civilians, the mayor said."

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty case, in which the test stands."""
    assert main(["init", str(tmp_path / "case"), "--quiet"]) == 0
    monkeypatch.chdir(tmp_path / "case")
    return tmp_path / "case"


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    """Sites on this machine, which the system's own names and connections lead to."""
    connect, known = socket.create_connection, socket.getaddrinfo
    with serving() as made:

        def find(host: str, port: int, *args: int, **named: int) -> object:
            return known(PUBLIC if host.endswith(".example") else host, port, *args, **named)

        def lead(address: tuple[str, int], *args: object, **named: object) -> socket.socket:
            assert address == (PUBLIC, 80)
            return connect(("127.0.0.1", made.port), *args, **named)  # type: ignore[arg-type]

        monkeypatch.setattr(socket, "getaddrinfo", find)
        monkeypatch.setattr(socket, "create_connection", lead)
        yield made


def settled(folder: Path, *names: str) -> Path:
    """A folder with reports that were written long ago."""
    for path in cases.write(folder, *names).iterdir():
        os.utime(path, (1_500_000_000, 1_500_000_000))
    return folder


def test_a_feed_is_followed_from_the_command_line(case: Path, web: Web, capsys: Captured) -> None:
    web.put("http://post.example/a", page(NEWS))
    web.feed(FEED, "Durazno Post", item("a", "http://post.example/a", "Market shelled"))
    assert main(["watch", FEED, "--json"]) == 0
    added, ended = map(json.loads, capsys.readouterr().out.splitlines())
    assert (added["name"], added["new"]) == ("http://post.example/a", True)
    assert ended["table"]["added"] == 1
    assert main(["watch"]) == 0
    assert "Nothing new in 1 feed or folder." in capsys.readouterr().err
    assert web.told()[-1] == (FEED, 304)


def test_it_looks_again_and_again_at_all_that_is_watched_by_then_until_it_is_stopped(
    case: Path, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    rests = list[float]()

    def rest(seconds: float) -> None:
        rests.append(seconds)
        if len(rests) == 3:
            raise KeyboardInterrupt
        if len(rests) == 1:
            assert main(["watch", "--quiet", str(settled(tmp_path / "other", "week.txt"))]) == 0

    assert main(["watch", str(settled(tmp_path / "drop", "post.md"))]) == 0
    monkeypatch.setattr(time, "sleep", rest)
    assert main(["watch", "--every", "30"]) == 130
    assert rests == [1800.0] * 3
    told = [line for line in capsys.readouterr().err.splitlines() if line.startswith("everyclaim: ")]
    assert [line.rpartition("UTC: ")[2] for line in told] == [
        "1 report added; 1 feed or folder looked at.",
        "Nothing new in 1 feed or folder.",
        "Nothing new in 2 feeds and folders.",
        "Nothing new in 2 feeds and folders.",
        "everyclaim: Stopped.",
    ]


def test_what_is_watched_is_listed_and_watched_no_more(case: Path, tmp_path: Path, capsys: Captured) -> None:
    folder = settled(tmp_path / "drop", "week.txt", "post.md")
    assert main(["watch", str(folder)]) == 0
    assert "2 reports added; 1 feed or folder looked at" in capsys.readouterr().err
    assert main(["watch", "--list"]) == 0
    assert "2 seen" in capsys.readouterr().out
    (folder / "cut.pdf").write_bytes(b"%PDF-1.7")
    os.utime(folder / "cut.pdf", (1_500_000_000, 1_500_000_000))
    assert main(["watch", "--json"]) == 3
    assert json.loads(capsys.readouterr().out)["table"]["troubles"] == {"broken or cut short": 1}
    assert main(["watch", "--list", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert (listed["source"], listed["seen"], listed["trouble"]) == (str(folder), 3, None)
    assert main(["watch", "--remove", str(folder)]) == 0
    assert main(["watch", "--list"]) == 0
    assert "Nothing is watched yet" in capsys.readouterr().err
