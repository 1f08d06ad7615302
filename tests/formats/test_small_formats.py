"""Formats that programs write as text: JSON Lines, tables, exports of Telegram, feeds; and their days and columns."""

import gzip
import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest
from tests.formats.opening import open_all, reports_in, sentences

from everyclaim.formats.days import find_day, find_order
from everyclaim.formats.kinds import kind_of
from everyclaim.formats.markup import text_of
from everyclaim.intake import Options

EXPORT = {
    "name": "Valley Watch", "type": "public_channel", "id": 77,
    "messages": [
        {"id": 1, "type": "service", "date": "2021-05-01T08:00:00", "action": "create_channel", "text": ""},
        {"id": 2, "type": "message", "date": "2021-05-01T23:30:00", "from": "Valley Watch",
         "text": ["Shelling of ", {"type": "bold", "text": "Oldfield"}, ": two dead."]},
        {"id": 3, "type": "message", "date": "2021-05-02T08:00:00", "photo": "photos/1.jpg", "text": ""},
    ],
}  # fmt: skip
RSS = b"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Harbour News</title><language>en-GB</language><item><title>Ferry hit</title><link>https://harbour.example/1</link>
<pubDate>Sat, 08 May 2021 06:00:00 +0000</pubDate><description>Short.</description><content:encoded><![CDATA[<p>Twelve
passengers were wounded.</p><p>Nobody was killed &amp; nobody is missing.</p>]]></content:encoded></item>
</channel></rss>"""
ATOM = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Council</title><entry><title>Wells</title>
<id>urn:1</id><updated>2021-05-09T00:00:00Z</updated><summary>The wells were mined, the council said.</summary></entry>
</feed>"""


def test_a_line_of_json_is_a_report_and_a_broken_one_is_told(tmp_path: Path) -> None:
    lines = [json.dumps({"body": "Two died.", "date": "2021-05-01"}), "", '{"body": "cut sho', json.dumps({"other": 1})]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    (report,), _, refused = open_all(tmp_path / "a.jsonl")
    assert (report.member, report.text, report.published) == ("#1", "Two died.", date(2021, 5, 1))
    assert sentences(refused) == [
        "a.jsonl#3: It is no JSON, or cut short.",
        "a.jsonl#4: No column is named as one of texts; it has 'other': say which with --columns text=NAME.",
    ]


def test_columns_that_a_person_names_go_before_those_found(tmp_path: Path) -> None:
    table = b"text;What was said;Seen on\nx;Two died near the dam.;3.4.2021\n"
    columns = (("text", "What was said"), ("published", "Seen on"))
    (report,) = reports_in(tmp_path, "a.csv", table, columns=columns)
    assert (report.text, report.published) == ("Two died near the dam.", None)
    (tmp_path / "b.csv").write_bytes(table)
    _, _, refused = open_all(tmp_path / "b.csv", Options(columns=(("text", "Body"),)))
    assert sentences(refused) == ["b.csv: It has no column 'Body'; it has 'text', 'What was said', 'Seen on'."]


def test_an_export_of_telegram_gives_its_messages_by_their_numbers(tmp_path: Path) -> None:
    (tmp_path / "result.json").write_text(json.dumps(EXPORT))
    (report,), passed, refused = open_all(tmp_path / "result.json")
    assert refused == []
    assert (report.member, report.text, report.published) == ("#2", "Shelling of Oldfield: two dead.", date(2021, 5, 1))
    assert report.publisher is not None
    assert report.publisher.name == "Valley Watch"
    assert [each.why for each in passed] == ["service message", "message without words"]


def test_an_export_of_several_chats_tells_them_apart(tmp_path: Path) -> None:
    chats = {"about": "x", "chats": {"list": [EXPORT, {**EXPORT, "id": 78, "name": "Night Watch"}]}}
    reports = reports_in(tmp_path, "result.json", json.dumps(chats).encode())
    assert [each.member for each in reports] == ["#77/2", "#78/2"]
    assert [each.publisher and each.publisher.name for each in reports] == ["Valley Watch", "Night Watch"]


def test_an_export_that_is_cut_short_gives_what_stands_before_the_cut(tmp_path: Path) -> None:
    (tmp_path / "result.json").write_text(json.dumps(EXPORT)[:-30])
    reports, _, (refused,) = open_all(tmp_path / "result.json")
    assert [each.member for each in reports] == ["#2"]
    assert str(refused.error) == "result.json: It is no JSON, or cut short; export it again."


def test_feeds_give_their_entries_with_day_link_and_name(tmp_path: Path) -> None:
    (ferry,) = reports_in(tmp_path, "feed.xml", RSS)
    assert ferry.text == "Twelve passengers were wounded.\n\nNobody was killed & nobody is missing."
    assert (ferry.member, ferry.title, ferry.published) == ("#1", "Ferry hit", date(2021, 5, 8))
    assert ferry.url == "https://harbour.example/1"
    (wells,) = reports_in(tmp_path, "council.atom", ATOM)
    assert (wells.text, wells.published) == ("The wells were mined, the council said.", date(2021, 5, 9))


@pytest.mark.parametrize("reference", ["&#xD800;", "&#0;", "&#99999999;", "&#57343;"])
def test_a_reference_to_no_character_does_not_cost_a_feed_its_entries(tmp_path: Path, reference: str) -> None:
    (ferry,) = reports_in(tmp_path, "feed.xml", RSS.replace(b"Ferry hit", b"Ferry " + reference.encode()))
    assert ferry.title == "Ferry \ufffd"


def test_files_inside_files_are_opened_and_say_where_they_lie(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("deep/note.txt", "Two died.")
        archive.writestr("feed.xml.gz", gzip.compress(RSS))
        archive.writestr("__MACOSX/._note.txt", "x")
    with zipfile.ZipFile(tmp_path / "outer.zip", "w") as archive:
        archive.writestr("inner.zip", inner.getvalue())
    reports, passed, refused = open_all(tmp_path / "outer.zip")
    assert refused == []
    assert [each.member for each in reports] == ["!/inner.zip!/deep/note.txt", "!/inner.zip!/feed.xml.gz!/feed.xml#1"]
    assert [each.why for each in passed] == ["file of an operating system"]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2021-05-03T10:00:00Z", date(2021, 5, 3)),
        ("20210503", date(2021, 5, 3)),
        ("3 May 2021", date(2021, 5, 3)),
        ("May 3, 2021", date(2021, 5, 3)),
        ("Mon, 03 May 2021 23:00:00 -0500", date(2021, 5, 3)),
        ("25/04/2021", date(2021, 4, 25)),
        ("04/25/2021", date(2021, 4, 25)),
        ("03/04/2021", None),
        ("31/02/2021", None),
        ("yesterday", None),
        (1620000000, date(2021, 5, 3)),
    ],
)
def test_a_day_is_read_where_it_can_be_only_one(words: object, day: date | None) -> None:
    assert find_day(words) == day


def test_a_column_of_days_tells_which_number_is_the_day() -> None:
    assert find_order(["03/04/2021", "25/04/2021"]) == "day_first"
    assert find_order(["03/04/2021", "04/25/2021"]) == "month_first"
    assert find_order(["03/04/2021"]) is None
    assert find_day("03/04/2021", "day_first") == date(2021, 4, 3)


def test_markup_keeps_blocks_and_line_ends_and_no_scripts() -> None:
    assert text_of("<p>One<br>two</p><script>x()</script><div>three &lt; four</div>") == "One\ntwo\n\nthree < four"


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        (b"%PDF-1.7", "a.txt", "pdf"),
        (b"\r\n%PDF-1.7", "a.pdf", "pdf"),
        (b"PK\x03\x04a.pdf%PDF-1.7", "a.zip", "zip"),
        (b"From: a\nTo: b\nSubject: c\n", "a.txt", "text"),
        (b"From: a\nTo: b\nSubject: c\n", "a", "mail"),
        (b"From - Mon May 03 10:00:00 2021\nX-Account: 1\n", "Inbox", "mbox"),
        (b"<!DOCTYPE html><p>", "page", "page"),
        (b'{"a": 1}\n{"a": 2}\n', "a.json", "jsonl"),
        (b"RIFF\0\0\0\0WEBP", "a.pdf", "picture"),
        (b"\0\0\0\x20ftypisom", "a", "video"),
        (b"some words", "a.xyz", "unknown"),
    ],
)
def test_the_first_bytes_tell_a_kind_and_endings_only_kinds_of_text(head: bytes, name: str, kind: str) -> None:
    assert kind_of(head, name) == kind
