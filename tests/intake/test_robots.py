"""What a site asks of programs is heeded: which paths, and how often."""

from collections.abc import Sequence

import httpx
import pytest

from everyclaim.errors import RefusedByRobots, RestingHost, UnreachableLink
from everyclaim.intake import Options, locate, take
from everyclaim.intake.hosts import INTERVAL, LONGEST_REST, Hosts
from everyclaim.intake.robots import parse_robots

ROBOTS = """
# all of them
User-agent: *
Disallow: /hidden/
Allow: /hidden/press/
Disallow: /*.pdf$
Disallow: /*?print=
Crawl-delay: 5

User-agent: otherbot
User-agent: Everyclaim/2
Disallow: /ours
"""
FOR_ALL = ROBOTS.partition("User-agent: otherbot")[0]


@pytest.mark.parametrize(
    ("path", "allowed"),
    [("/", True), ("/hidden/a", False), ("/hidden/press/a", True), ("/a.pdf", False), ("/a.pdf?x", True),
     ("/a?print=1", False), ("/ours", True)],
)  # fmt: skip
def test_the_longest_rule_that_fits_counts(path: str, allowed: bool) -> None:  # noqa: FBT001 the table's second column
    assert parse_robots(FOR_ALL).allow(path) is allowed


def test_the_group_that_names_us_goes_before_the_one_for_all() -> None:
    rules = parse_robots(ROBOTS)
    assert (rules.allow("/hidden/a"), rules.allow("/ours"), rules.delay) == (True, False, 0)


@pytest.mark.parametrize("text", ["", "<html>not found</html>", "Disallow: /", "User-agent: *\nDisallow:", "\0\0:"])
def test_what_asks_for_nothing_allows_everything(text: str) -> None:
    assert parse_robots(text).allow("/a")


def test_of_two_rules_of_one_length_the_one_that_allows_counts() -> None:
    assert parse_robots("User-agent: *\nDisallow: /a\nAllow: /a").allow("/a")


def test_a_hostile_pattern_does_not_run_for_ever() -> None:
    rules = parse_robots(f"User-agent: *\nDisallow: /{'*a' * 200}b$")
    assert rules.allow("/" + "a" * 3000)


@pytest.mark.parametrize(("words", "delay"), [("5", 5), ("0.5", 0.5), ("86400", 60), ("soon", 0)])
def test_a_delay_is_heeded_up_to_a_minute(words: str, delay: float) -> None:
    assert parse_robots(f"User-agent: *\nCrawl-delay: {words}").delay == delay


def resolve(_host: str, _port: int) -> Sequence[str]:
    return ["93.184.216.34"]


def fetch(links: Sequence[str], robots: httpx.Response) -> tuple[list[str], list[float]]:
    """Take links in, one after the other; return what was asked for, and how long it was waited in between."""
    asked, waited = list[str](), list[float]()

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.headers["host"] + request.url.path)
        return robots if request.url.path == "/robots.txt" else httpx.Response(200, text="Shells fell on the town.")

    hosts = Hosts(clock=lambda: 100.0, sleep=waited.append)
    options = Options(resolve=resolve, transport=httpx.MockTransport(answer), hosts=hosts)
    for link in links:
        list(take(next(locate(link)), options))
    return asked, waited


def test_a_path_that_the_site_refuses_is_not_fetched() -> None:
    with pytest.raises(RefusedByRobots, match=r"asks programs not to fetch https://a\.example/hidden/x"):
        fetch(["https://a.example/hidden/x"], httpx.Response(200, text=FOR_ALL))


def test_the_site_is_asked_once_and_left_alone_between_two_documents() -> None:
    asked, waited = fetch(["https://a.example/1", "https://b.example/1", "https://a.example/2"], httpx.Response(404))
    assert asked.count("a.example/robots.txt") == 1
    assert waited == [INTERVAL]


def test_the_site_may_ask_for_a_longer_interval() -> None:
    _, waited = fetch(["https://a.example/1", "https://a.example/2"], httpx.Response(200, text=FOR_ALL))
    assert waited == [5]


def test_a_site_whose_rules_cannot_be_given_now_is_left_alone() -> None:
    with pytest.raises(UnreachableLink, match=r"robots.txt answers with error 503; try again later"):
        fetch(["https://a.example/1"], httpx.Response(503))


def test_rules_that_lead_to_a_private_address_are_none() -> None:
    asked, _ = fetch(["https://a.example/1"], httpx.Response(301, headers={"location": "ftp://a.example/"}))
    assert asked[-1] == "a.example/1"


def test_a_site_whose_rules_cannot_be_given_is_not_asked_again_at_once() -> None:
    hosts, asked = Hosts(sleep=lambda _: None), list[str]()

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.path)
        return httpx.Response(500)

    options = Options(resolve=resolve, transport=httpx.MockTransport(answer), hosts=hosts)
    for error in (UnreachableLink, RestingHost):
        with pytest.raises(error):
            list(take(next(locate("https://a.example/1")), options))
    assert asked == ["/robots.txt"]


@pytest.mark.parametrize(("said", "seconds"), [("120", 120), ("999999", LONGEST_REST), ("soon", 600), ("", 600)])
def test_a_site_that_asks_for_patience_is_left_alone_as_long_as_it_says(said: str, seconds: float) -> None:
    now = [0.0]

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(404 if request.url.path == "/robots.txt" else 429, headers={"retry-after": said})

    hosts = Hosts(clock=lambda: now[0], sleep=lambda _: None)
    options = Options(resolve=resolve, transport=httpx.MockTransport(answer), hosts=hosts)
    with pytest.raises(UnreachableLink, match="error 429"):
        list(take(next(locate("https://a.example/1")), options))
    assert hosts.resting("a.example") == seconds
    with pytest.raises(RestingHost, match=r"a\.example is left alone for another"):
        list(take(next(locate("https://a.example/2")), options))
    now[0] = seconds
    with pytest.raises(UnreachableLink, match="error 429"):
        list(take(next(locate("https://a.example/2")), options))


def test_a_site_that_does_not_answer_is_not_waited_for_link_by_link() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectTimeout("timed out", request=request)

    options = Options(resolve=resolve, transport=httpx.MockTransport(answer))
    for error in (UnreachableLink, RestingHost):
        with pytest.raises(error):
            list(take(next(locate("https://a.example/1")), options))
