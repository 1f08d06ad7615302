"""What a case watches: what is new is added once, what cannot be had is told, and a look can be stopped anywhere."""

import os
import random
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from tests.conftest import SLOW
from tests.loopback import Web, item, page, serving
from tests.test_case_flow import POINTS, interrupted, state

from everyclaim import case_flow
from everyclaim.case_adding import Added
from everyclaim.case_watching import TRIES, look, unwatch, watch, watched
from everyclaim.casebook import Case, open_view
from everyclaim.flow import Trouble
from everyclaim.intake import Options, PassedOver
from everyclaim.verify import iter_case_faults

POST, WIRE = "http://post.example/feed.xml", "http://wire.example/feed.xml"
MARKET = "Shells struck the market of Durazno in Uruguay on Monday, killing nine civilians, the mayor said. "
CELLARS = "Residents spent the night in cellars and said that no siren had sounded before the first shell fell."
CAFE = "A grenade was thrown into a cafe in Salto, Uruguay, on 13 May 2019 and wounded four people, police said."
BRIDGE = "Two soldiers were killed when a mine exploded under a bridge near Salto, Uruguay, on Tuesday, a medic said."


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as made:
        fill(made)
        yield made


def fill(web: Web) -> None:
    """Two feeds: one links to pages with whole and relative links, the other to one that is gone."""
    web.put("http://post.example/market", page(MARKET + CELLARS))
    web.put("http://post.example/cafe", page(CAFE))
    market = item("m", "http://post.example/market", "Market shelled", "Shells struck the market.")
    web.feed(POST, "Durazno Post", market, item("c", "/cafe", "Cafe attacked"))
    web.feed(WIRE, "River Wire", item("b", "http://wire.example/bridge", "Bridge mined", BRIDGE, 15))


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return case_flow.init_case(tmp_path / "case", "ana")


def see(case: Case, options: Options) -> list[Added | PassedOver | Trouble]:
    return list(look(case, [each.source for each in watched(case)], options))


def names(results: list[Added | PassedOver | Trouble], *, new: bool = True) -> list[str]:
    return [each.name for each in results if isinstance(each, Added) and each.new is new]


def sentences(results: list[Added | PassedOver | Trouble]) -> list[str]:
    return [each.sentence for each in results if isinstance(each, Trouble)]


def acts(case: Case, act: str) -> list[str]:
    with open_view(case.folder) as view:
        return [entry.about for entry in view.iter_log() if entry.act == act]


def follow(case: Case, *sources: str | Path) -> None:
    for each in sources:
        watch(case, str(each))


def test_feeds_that_did_not_change_are_asked_by_their_marks_and_nothing_else_is(case: Case, web: Web) -> None:
    web.put("http://wire.example/bridge", page(BRIDGE))
    follow(case, POST, WIRE)
    assert len(names(see(case, web.options()))) == 3
    web.told()
    for _ in range(2):
        assert see(case, web.options()) == []
        assert web.told() == [(POST, 304), (WIRE, 304)]


def test_the_pages_that_a_feed_links_to_are_added_once(case: Case, web: Web) -> None:
    follow(case, POST)
    assert names(see(case, web.options())) == ["http://post.example/cafe", "http://post.example/market"]
    assert web.told() == [(POST, 200), ("http://post.example/cafe", 200), ("http://post.example/market", 200)]
    assert see(case, web.options()) == []
    assert web.told() == [(POST, 304)]


def test_a_feed_is_kept_as_it_came_when_it_changed_and_only_then(case: Case, web: Web) -> None:
    follow(case, WIRE)
    for _ in range(3):
        see(case, web.options())
    assert acts(case, "captured").count(WIRE) == 1
    web.feed(WIRE, "River Wire", item("b2", "", "Bridge", BRIDGE))
    see(case, web.options())
    assert acts(case, "captured").count(WIRE) == 2
    assert list(iter_case_faults(case.folder.path)) == []


def test_a_page_without_a_day_has_the_one_that_the_feed_gives_it(case: Case, web: Web) -> None:
    follow(case, POST)
    see(case, web.options())
    with open_view(case.folder) as view:
        told = {parts.report.url: parts.report for parts in view.iter_parts()}
    assert {str(each.published) for each in told.values()} == {"2019-05-14"}


def test_a_page_that_is_gone_is_told_and_what_the_feed_gives_of_it_is_kept(case: Case, web: Web) -> None:
    follow(case, WIRE)
    results = see(case, web.options())
    (sentence,) = sentences(results)
    assert sentence.startswith("http://wire.example/bridge: The link answers with error 404 (Not Found). What the feed")
    (report,) = [each.report for each in results if isinstance(each, Added)]
    with open_view(case.folder) as view:
        kept = view.parts(report).report
        (listed,) = [entry for entry in view.iter_log(report) if entry.act == "listed"]
    assert (kept.text, kept.url, kept.title) == (BRIDGE, "http://wire.example/bridge", "Bridge mined")
    assert "error 404" in (listed.payload or "")
    assert see(case, web.options()) == []


def test_a_page_that_does_not_answer_is_tried_again_before_the_feeds_own_words_are_kept(case: Case, web: Web) -> None:
    web.put("http://wire.example/bridge", b"", status=500)
    follow(case, WIRE)
    for _ in range(TRIES - 1):
        results = see(case, web.options())
        assert names(results) == []
        assert "It is tried again at the next look." in sentences(results)[0]
    assert len(names(see(case, web.options()))) == 1
    assert see(case, web.options()) == []


def test_what_is_tried_again_is_had_though_the_feed_names_it_no_more(case: Case, web: Web) -> None:
    web.put("http://wire.example/bridge", b"", status=500)
    follow(case, WIRE)
    see(case, web.options())
    assert [each.waiting for each in watched(case)] == [1]
    web.feed(WIRE, "River Wire")
    web.put("http://wire.example/bridge", page(BRIDGE))
    assert names(see(case, web.options())) == ["http://wire.example/bridge"]
    assert [each.waiting for each in watched(case)] == [0]


def test_a_changed_entry_whose_page_changed_is_another_report(case: Case, web: Web) -> None:
    follow(case, POST)
    see(case, web.options())
    web.put("http://post.example/market", page(MARKET.replace("nine", "eleven") + CELLARS))
    assert see(case, web.options()) == []
    web.feed(POST, "Durazno Post", item("m", "http://post.example/market", "Market: toll rises"))
    assert names(see(case, web.options())) == ["http://post.example/market"]


def test_a_changed_entry_whose_page_says_the_same_is_there_already(case: Case, web: Web) -> None:
    follow(case, POST)
    see(case, web.options())
    web.put("http://post.example/market", page(MARKET + CELLARS, aside="<!-- 17 people read this -->"))
    web.feed(POST, "Durazno Post", item("m", "http://post.example/market", "The market was shelled"))
    results = see(case, web.options())
    assert (names(results), names(results, new=False)) == ([], ["http://post.example/market"])


def test_a_page_that_two_feeds_list_is_added_once(case: Case, web: Web) -> None:
    web.feed(WIRE, "River Wire", item("other", "http://post.example/market", "Seen elsewhere"))
    follow(case, POST, WIRE)
    results = see(case, web.options())
    assert names(results).count("http://post.example/market") == 1
    assert names(results, new=False) == ["http://post.example/market"]


def test_a_feed_that_fails_does_not_stop_the_others(case: Case, web: Web) -> None:
    web.put("http://a.example/feed.xml", page("No feed at all."))
    web.put("http://b.example/feed.xml", b"", status=500)
    follow(case, "http://a.example/feed.xml", "http://b.example/feed.xml", POST)
    results = see(case, web.options())
    assert [each.partition(": ")[0] for each in sentences(results)] == [
        "http://a.example/feed.xml",
        "http://b.example/feed.xml",
    ]
    assert len(names(results)) == 2
    assert [each.trouble is None for each in watched(case)] == [False, False, True]


def test_a_broken_entry_does_not_stop_the_others(case: Case, web: Web) -> None:
    broken = [item("1", "http://[", "Bad link"), item("2", "http://post.example/x.pdf", "Cut"), "<item></item>"]
    web.put("http://post.example/x.pdf", b"%PDF-1.7 and no end", "application/pdf")
    web.feed(POST, "Durazno Post", *broken, item("m", "http://post.example/market", "Market"))
    follow(case, POST)
    results = see(case, web.options())
    assert names(results) == ["http://post.example/market"]
    assert [each.about for each in results if isinstance(each, Trouble)] == ["http://post.example/x.pdf", "http://["]
    assert [each.why for each in results if isinstance(each, PassedOver)] == ["entry without text"]


def test_what_a_site_asks_of_programs_is_heeded(case: Case, web: Web) -> None:
    web.put("http://post.example/robots.txt", "User-agent: *\nDisallow: /market", "text/plain")
    follow(case, POST)
    results = see(case, web.options())
    assert "http://post.example/market" not in dict(web.told())
    assert "asks programs not to fetch" in sentences(results)[0]
    assert names(results) == ["http://post.example/cafe", f"{POST}#1"]


def test_a_site_that_asks_for_patience_is_asked_nothing_more_in_this_look(case: Case, web: Web) -> None:
    for path in ("market", "cafe"):
        web.put(f"http://post.example/{path}", b"", status=429)
    follow(case, POST)
    results = see(case, web.options())
    assert web.told() == [(POST, 200), ("http://post.example/cafe", 429)]
    assert [each.why for each in results if isinstance(each, PassedOver)] == ["left to the next look"]
    fill(web)
    assert len(names(see(case, web.options()))) == 2


def test_documents_of_one_host_are_some_seconds_apart(case: Case, web: Web) -> None:
    waited: list[float] = []
    follow(case, POST)
    see(case, web.options(waited.append))
    assert [round(each) for each in waited] == [2, 2]


def test_entries_that_share_one_name_are_told_apart_by_their_links(case: Case, web: Web) -> None:
    web.feed(POST, "Post", *(item("same", f"http://post.example/{each}", each) for each in ("market", "cafe")))
    follow(case, POST)
    assert len(names(see(case, web.options()))) == 2
    assert see(case, web.options()) == []


def test_a_feed_that_calls_every_entry_changed_now_is_not_believed(case: Case, web: Web) -> None:
    def atom(moment: str) -> bytes:
        entries = (
            f'<entry><id>{name}</id><link href="/{name}"/><title>{name}</title><updated>{moment}</updated></entry>'
            for name in ("market", "cafe")
        )
        head = '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title>'
        return f"{head}{''.join(entries)}</feed>".encode()

    follow(case, POST)
    for hour in (10, 11):
        web.put(POST, atom(f"2019-05-14T{hour}:00:00Z"), "application/atom+xml")
        see(case, web.options())
    assert [url for url, _ in web.told()].count("http://post.example/market") == 1


def put(folder: Path, name: str, words: str, *, age: float = 60) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(words)
    os.utime(path, (time.time() - age,) * 2)
    return path


def test_a_folder_that_grows_gives_its_new_files(case: Case, tmp_path: Path) -> None:
    put(tmp_path / "drop", "a.txt", CAFE)
    follow(case, tmp_path / "drop")
    assert names(see(case, Options())) == ["a.txt"]
    assert see(case, Options()) == []
    put(tmp_path / "drop", "b.txt", BRIDGE)
    put(tmp_path / "drop", "c.pdf", "%PDF-1.7 and no end")
    results = see(case, Options())
    assert names(results) == ["b.txt"]
    assert sentences(results) == ["c.pdf: It is cut short: its end is missing; get it again."]
    assert see(case, Options()) == []


def test_a_file_that_was_changed_is_added_again(case: Case, tmp_path: Path) -> None:
    put(tmp_path / "drop", "a.txt", CAFE)
    follow(case, tmp_path / "drop")
    see(case, Options())
    put(tmp_path / "drop", "a.txt", CAFE.replace("four", "five"), age=30)
    assert names(see(case, Options())) == ["a.txt"]


def test_a_file_that_is_still_being_written_is_left_to_the_next_look(case: Case, tmp_path: Path, web: Web) -> None:
    growing = put(tmp_path / "drop", "a.txt", CAFE[:30], age=0)
    put(tmp_path / "drop", "b.txt", BRIDGE, age=0)
    put(tmp_path / "drop", "c.txt.part", BRIDGE)
    follow(case, tmp_path / "drop")

    def write_more(_seconds: float) -> None:
        growing.write_text(CAFE)

    results = see(case, web.options(write_more))
    assert names(results) == ["b.txt"]
    assert [(each.name, each.why) for each in results if isinstance(each, PassedOver)] == [
        ("a.txt", "still being written"),
        ("c.txt.part", "still being written"),
    ]
    assert names(see(case, web.options())) == ["a.txt"]


def test_the_cases_own_files_are_never_added(case: Case) -> None:
    put(case.folder.path, "own.txt", CAFE)
    follow(case, case.folder.path)
    assert names(see(case, Options())) == ["own.txt"]
    assert see(case, Options()) == []


def test_a_folder_that_is_gone_is_told(case: Case, tmp_path: Path) -> None:
    (tmp_path / "drop").mkdir()
    follow(case, tmp_path / "drop")
    (tmp_path / "drop").rmdir()
    assert "is not there any more" in sentences(see(case, Options()))[0]


def test_only_folders_and_links_are_watched(case: Case, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="is no folder, and no link to a feed"):
        watch(case, str(put(tmp_path, "a.txt", CAFE)))


def test_what_is_watched_no_more_is_forgotten_and_its_reports_stay(case: Case, web: Web) -> None:
    follow(case, POST, POST)
    see(case, web.options())
    unwatch(case, POST)
    assert watched(case) == ()
    with open_view(case.folder) as view:
        assert view.counts()["reports"] == 2
    assert [acts(case, act) for act in ("watched", "unwatched")] == [[POST], [POST]]
    with pytest.raises(ValueError, match="is not watched"):
        unwatch(case, POST)


def whole_state(case: Case) -> Mapping[str, object]:
    """All that a case shows, and what it remembers of its feeds."""
    with open_view(case.folder) as view:
        seen = {each: view.seen_in(each) for each in (POST, WIRE)}
    return {**state(case), "seen": {source: sorted(map(repr, rows.values())) for source, rows in seen.items()}}


def test_a_look_that_is_killed_anywhere_and_done_again_gives_the_same_case(web: Web, tmp_path: Path) -> None:
    def looked(name: str, point: int) -> tuple[Case, list[str]]:
        case = case_flow.init_case(tmp_path / name, "ana")
        follow(case, POST, WIRE)
        return case, interrupted(tmp_path / name, f"loopback:{web.port}", point)

    case, told = looked("whole", 0)
    expected, points = whole_state(case), int(told[-1])
    for seed in range(POINTS if SLOW else 1):
        point = random.Random(f"watch {seed}").randint(1, points)  # noqa: S311 seeded, no secret
        case, told = looked(f"killed {seed}", point)
        with open_view(case.folder) as view:
            assert {each for each in told if each.startswith("r")} <= set(view.report_ids())
        assert list(iter_case_faults(case.folder.path)) == []
        see(case, web.options())
        assert whole_state(case) == expected, point
        assert list(iter_case_faults(case.folder.path)) == []
