"""Links in a case: what the log and `verify` say of their captures."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import httpx
import pytest
from tests.formats.opening import FILES
from tests.loopback import page, serving

from everyclaim import case_adding, case_flow
from everyclaim.case_adding import Added
from everyclaim.casebook import Case, open_view
from everyclaim.codec import sha256
from everyclaim.flow import Trouble
from everyclaim.intake import Options
from everyclaim.intake.hosts import Hosts
from everyclaim.verify import iter_case_faults

NEWS = "Shells struck the market of Durazno in Uruguay on Monday, killing nine people, the mayor said."
LINK = "https://news.example/a"


def resolve(_host: str, _port: int) -> Sequence[str]:
    return ["93.184.216.34"]


def answer(request: httpx.Request) -> httpx.Response:
    if request.url.path == "/robots.txt":
        return httpx.Response(404)
    if request.headers.get("if-none-match") == '"1"':
        return httpx.Response(304)
    return httpx.Response(200, text=NEWS, headers={"etag": '"1"'})


def add(case: Case) -> Iterator[Added]:
    options = Options(
        resolve=resolve, transport=httpx.MockTransport(answer), hosts=Hosts(sleep=lambda _: None), publisher="Post"
    )
    for each in case_adding.add(case, [LINK], options):
        assert isinstance(each, Added), each
        yield each


@pytest.fixture
def case(tmp_path: Path) -> Case:
    made = case_flow.init_case(tmp_path / "case", "ana")
    assert [each.new for each in add(made)] == [True]
    return made


def test_every_fetch_of_a_link_is_in_the_log_and_the_report_is_there_once(case: Case) -> None:
    assert [each.new for each in add(case)] == [False]
    with open_view(case.folder) as view:
        assert view.counts()["reports"] == 1
        assert [each.act for each in view.iter_log()].count("captured") == 2
    assert list(iter_case_faults(case.folder.path)) == []


def test_incidents_are_as_fresh_after_a_link_was_asked_again(case: Case) -> None:
    case_flow.refresh(case)
    list(add(case))
    assert case_flow.is_fresh(case)


def test_a_page_whose_markup_alone_changed_is_there_already(tmp_path: Path) -> None:
    case = case_flow.init_case(tmp_path / "case", "ana")
    with serving() as web:
        for visitors in (1, 2):
            web.put("http://post.example/a", page(NEWS * 3, aside=f"<!-- visitor {visitors} -->"))
            results = list(case_adding.add(case, ["http://post.example/a"], web.options()))
            assert [isinstance(each, Added) and each.new for each in results] == [visitors == 1]
    with open_view(case.folder) as view:
        assert view.counts()["reports"] == 1
        assert [each.act for each in view.iter_log()].count("captured") == 2
    assert list(iter_case_faults(case.folder.path)) == []


def test_a_link_to_a_pdf_is_kept_and_read_through_its_pages(tmp_path: Path) -> None:
    case, link = case_flow.init_case(tmp_path / "case", "ana"), "http://post.example/files/report"
    with serving() as web:
        web.put(link, (FILES / "diary.pdf").read_bytes(), "application/pdf")
        (added,) = case_adding.add(case, [link], web.options())
        assert isinstance(added, Added)
        (again,) = case_adding.add(case, [link], web.options())
        assert isinstance(again, Added)
        assert not again.new
        assert [status for url, status in web.asked if url == link] == [200, 304]
    with open_view(case.folder) as view:
        report = view.parts(added.report).report
    assert (report.url, report.text.count("\f")) == (link, 3)
    assert report.original == sha256((FILES / "diary.pdf").read_bytes())
    assert list(iter_case_faults(case.folder.path)) == []


def test_a_link_to_a_broken_pdf_is_told_and_the_others_are_added(tmp_path: Path) -> None:
    case = case_flow.init_case(tmp_path / "case", "ana")
    with serving() as web:
        web.put("http://post.example/cut", (FILES / "cut.pdf").read_bytes(), "application/pdf")
        web.put("http://post.example/a", page(NEWS))
        results = list(case_adding.add(case, ["http://post.example/cut", "http://post.example/a"], web.options()))
    assert [type(each) for each in results] == [Trouble, Added]
    assert str(results[0]).count("http://post.example/cut: It is cut short") == 1


def test_a_capture_that_was_changed_or_is_gone_is_found(case: Case) -> None:
    (file,) = case.folder.store.rglob("*.warc.gz")
    file.chmod(0o644)
    file.write_bytes(file.read_bytes() + b"more")
    assert [fault.partition(".warc.gz ")[2] for fault in iter_case_faults(case.folder.path)] == ["was changed."]
    file.unlink()
    assert [fault.partition(".warc.gz ")[2] for fault in iter_case_faults(case.folder.path)] == ["is not in the store."]
