"""Files that other programs wrote (files/README.md) come in whole: their words, who says so, and where each lies."""

from collections import Counter
from datetime import date

import pytest
from tests.formats.opening import FILES, open_all, sentences

from everyclaim.errors import BrokenInput, EncryptedInput, UnsupportedFormat
from everyclaim.pages import page_of

BRIDGE = (
    "Three shells fell beside Marrow Bridge in the town of Oldfield at dawn on 3 March 2021, killing at least nine "
    "people, according to the head of the town's hospital. The army of Northland denied that it had fired.\n\n"
    "Witnesses said that the first shell hit a bakery in which 40-50 people were queueing. “We carried them out on "
    "doors,” said Ana Orlov, a nurse.\n\n"
)
LAST = "The mayor, who visited the bridge on Thursday, called for an inquiry."


@pytest.mark.parametrize(("name", "cell"), [("report.docx", " | "), ("report.pdf", " ")])
def test_a_document_of_an_office_program_gives_its_paragraphs_and_rows(name: str, cell: str) -> None:
    (report,), _, refused = open_all(FILES / name)
    rows = ("Hospital,Dead,Wounded", "Oldfield,9,21", "St Brannock,0,4")
    table = "\n\n".join(cell.join(row.split(",")) for row in rows)
    assert refused == []
    assert report.text == f"Shelling of Marrow Bridge\n\n{BRIDGE}{table}\n\n{LAST}"
    assert (report.title, report.published, report.path) == ("Shelling of Marrow Bridge", None, name)


def test_footnotes_of_a_document_follow_its_text() -> None:
    (report,), _, _ = open_all(FILES / "notes.docx")
    assert report.text.endswith("One of them lost a hand.\n\nInterview with the harbour master, 9 May 2021.")


def test_a_browsers_pdf_reads_through_its_pages_and_knows_the_page_of_each_word() -> None:
    (report,), _, refused = open_all(FILES / "diary.pdf")
    assert refused == []
    assert report.text.count("\f") == 3
    assert all(f"siege and killed {day} people" in report.text.replace("\f", " ") for day in range(2, 26))
    assert report.text.count("\n\n") == 23
    assert page_of(report.text, report.text.index("Day 2.")) == 1
    assert page_of(report.text, report.text.index("Day 25.")) == 3
    assert page_of(report.text, len(report.text) - 1) == 4


@pytest.mark.parametrize("name", ["table.csv", "table.xlsx"])
def test_a_table_gives_a_report_a_row(name: str) -> None:
    reports, _, refused = open_all(FILES / name)
    place = {"table.csv": ("#1", "#2"), "table.xlsx": ("#table!2", "#table!3")}[name]
    assert refused == []
    assert tuple(each.member for each in reports) == place
    assert [(each.title, each.published) for each in reports] == [
        ("Market hit", date(2021, 4, 25)),
        ("Road mined", date(2021, 5, 30)),
    ]
    assert reports[0].text == "Mortar rounds hit the market of Oldfield, killing six, a doctor said."
    assert reports[0].publisher is not None
    assert (reports[0].publisher.name, reports[0].url) == ("The Valley Post", "https://valley.example/1")


def test_a_mailbox_of_mutt_gives_its_messages_and_what_is_attached() -> None:
    reports, _, refused = open_all(FILES / "mutt.mbox")
    assert refused == []
    assert [each.member for each in reports] == ["#1", "#2", "#2!/report.pdf", "#2!/notes.docx"]
    assert reports[0].title == "Market hit again"
    assert "From what the doctors say, four people died.\n\nFrom here nobody gets out." in reports[0].text
    assert reports[0].publisher is not None
    assert reports[0].publisher.name == "Ana Orlov"
    assert reports[2].text.startswith(f"Shelling of Marrow Bridge\n\n{BRIDGE}")


def test_a_mailbox_of_mailx_is_read() -> None:
    (report,), _, _ = open_all(FILES / "snail.mbox")
    assert (report.member, report.title) == ("#1", "Boats missing")
    assert report.text.strip() == (
        "Two boats sank off Sandholm on Tuesday; eleven people are missing, the coastguard said."
    )


def test_a_single_mail_is_a_report_itself() -> None:
    reports, _, refused = open_all(FILES / "message.eml")
    assert refused == []
    assert [each.member for each in reports] == [None, "!/report.pdf", "!/notes.docx"]
    assert (reports[0].title, reports[0].text) == ("Report on the bridge", "See the report that I attach.\n")


@pytest.mark.parametrize(("name", "inside"), [("crawl.warc.gz", ""), ("crawl.wacz", "!/archive/data.warc.gz")])
def test_what_wget_captured_gives_pages_and_documents_with_their_addresses(name: str, inside: str) -> None:
    reports, passed, refused = open_all(FILES / name)
    assert refused == []
    found = {each.url: each for each in reports}
    assert sorted(str(url).removeprefix("http://127.0.0.1:8765/") for url in found) == ["", "diary.pdf", "ferry.html"]
    ferry = found["http://127.0.0.1:8765/ferry.html"]
    assert (ferry.member or "").startswith(f"{inside}#urn:uuid:")
    assert (ferry.title, ferry.published) == ("Ferry landing raided", date(2021, 5, 8))
    assert ferry.publisher is not None
    assert ferry.publisher.name == "Harbour News"
    assert "denied that they had taken part" in ferry.text
    skipped = Counter(each.why for each in passed)
    assert (skipped["picture"], skipped["redirect or error"], skipped["script, stylesheet or data"]) == (1, 1, 1)


@pytest.mark.parametrize("name", ["feed.rss", "feed.atom"])
def test_a_feed_gives_its_entries_each_in_its_own_language(name: str) -> None:
    (ferry, market), _, refused = open_all(FILES / name)
    assert refused == []
    assert ferry.text == (
        "A raid on the ferry landing at Sandholm wounded twelve passengers, the coastguard said.\n\n"
        "The rebels denied that they had taken part & blamed the army."
    )
    assert [(each.title, each.published, each.url) for each in (ferry, market)] == [
        ("Ferry landing raided", date(2021, 5, 8), "https://harbour.example/1"),
        ("قصف على السوق", date(2021, 5, 9), "https://harbour.example/2"),
    ]
    assert ferry.publisher is not None
    assert ferry.publisher.name == "Harbour News"
    assert (ferry.language, market.language) == ("en", "ar")


def test_an_archive_gives_all_that_can_be_read_and_one_line_for_what_cannot() -> None:
    reports, passed, refused = open_all(FILES / "all.zip")
    assert [each.member for each in reports] == [
        "!/report.docx", "!/report.pdf", "!/table.xlsx#table!2", "!/table.xlsx#table!3", "!/snail.mbox#1", "!/notes.md",
    ]  # fmt: skip
    assert [(each.name, each.why) for each in passed] == [("all.zip!/site/picture.png", "picture")]
    assert sentences(refused) == [
        "all.zip!/encrypted.pdf: It is encrypted with a password; save it without one.",
        "all.zip!/cut.pdf: It is cut short: its end is missing; get it again.",
    ]
    assert len({each.id for each in reports}) == 6
    assert len({each.original for each in reports}) == 1


@pytest.mark.parametrize(
    ("name", "error", "said"),
    [
        ("encrypted.pdf", EncryptedInput, "It is encrypted with a password"),
        ("locked.zip", EncryptedInput, "It is encrypted with a password"),
        ("cut.pdf", BrokenInput, "It is cut short"),
        ("report.doc", UnsupportedFormat, "of a kind used before 2007"),
        ("report.odt", UnsupportedFormat, "OpenDocument"),
        ("report.rtf", UnsupportedFormat, "Rich Text Format"),
    ],
)
def test_what_cannot_be_read_gets_one_line_that_says_why(name: str, error: type[Exception], said: str) -> None:
    reports, _, (refused,) = open_all(FILES / name)
    assert reports == []
    assert type(refused.error) is error
    assert said in str(refused.error)
    assert "\n" not in str(refused.error)
