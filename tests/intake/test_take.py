"""From a source to reports: files, folders, standard input; what they say of themselves; every refusal."""

import codecs
import io
import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from everyclaim.codec import sha256
from everyclaim.errors import BrokenStore, EmptyInput, NotText, TooLarge, UnreadableInput, UnsupportedFormat
from everyclaim.formats.plain import read_text
from everyclaim.intake import Location, Options, Refused, Taken, locate, take
from everyclaim.model import Report

NEWS = "Shells fell on the market of Tawila on Monday morning, and at least four people were killed, medics said.\n"
PAGE = """<!doctype html><html lang="en"><head><title>Shells hit market</title><meta property="og:site_name"
content="The Valley Post"><meta property="article:published_time" content="2019-03-14T08:00:00Z"></head><body>
<nav>Home</nav><article><h1>Shells hit market</h1>
<p>Shells fell on the market of Tawila on Thursday morning, and at least four people
were killed, medics said. The market had opened an hour before.</p><p>Residents said that the fire came from the hills
north of the town, where government troops are stationed. The army denied it.</p></article></body></html>"""


def take_all(source: str | Path, options: Options | None = None) -> Iterator[Report]:
    for location in locate(str(source)):
        yield from reports(take(location, options or Options()))


def reports(taking: Iterator[Taken]) -> Iterator[Report]:
    for each in taking:
        if isinstance(each, Refused):
            raise each.error
        assert isinstance(each, Report)
        yield each


def take_one(folder: Path, name: str, content: bytes, options: Options | None = None) -> Report:
    (folder / name).write_bytes(content)
    (report,) = take_all(folder / name, options)
    return report


def test_a_text_is_kept_to_the_letter(tmp_path: Path) -> None:
    text = "\u2014 \u201cFire\u201d\r\nfell.\r\u00a0\U0001f525 \u0642\u062a\u0644 e\u0301\n\n"
    report = take_one(tmp_path, "a.txt", text.encode())
    assert report.text == text
    assert report.original == sha256(text.encode())
    assert (report.path, report.url, report.published) == ("a.txt", None, None)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_any_text_comes_through_unchanged(text: str) -> None:
    assert read_text(("Report.\n" + text).encode()).text == "Report.\n" + text


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_front_matter_is_read_and_is_no_part_of_the_text(tmp_path: Path, line_end: str) -> None:
    head = ["---", "title: 1984", "published: 2019-03-14", "publisher: The Valley Post", "url: https://valley.example/1",
            "language: en", "mine: [kept, apart]", "---", ""]  # fmt: skip
    report = take_one(tmp_path, "a.md", (line_end.join(head) + NEWS).encode())
    assert report.text == NEWS
    assert (report.title, report.published, report.language) == ("1984", date(2019, 3, 14), "en")
    assert report.publisher is not None
    assert (report.publisher.name, report.url) == ("The Valley Post", "https://valley.example/1")


@pytest.mark.parametrize(
    "head", ["---\nA rule, not a head.\n---\n", "---\nnever closed: yes\n", "---\n[[[[\n---\n", "----\na: b\n---\n"]
)
def test_a_line_of_hyphens_that_opens_no_head_is_text(tmp_path: Path, head: str) -> None:
    assert take_one(tmp_path, "a.md", (head + NEWS).encode()).text == head + NEWS


def test_a_deeply_nested_head_is_text(tmp_path: Path) -> None:
    head = "---\na: " + "[" * 9000 + "\n---\n"
    assert take_one(tmp_path, "a.md", (head + NEWS).encode()).text == head + NEWS


def test_a_date_in_the_head_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"a\.md: Its front matter says published: 'last week'; write the day as"):
        take_one(tmp_path, "a.md", b"---\npublished: last week\n---\nText.")


def test_what_a_person_gives_goes_before_what_the_document_says(tmp_path: Path) -> None:
    given_by_person = Options(
        title="T", publisher="P", published=date(2020, 1, 2), language="fr", url="https://p.example/"
    )
    report = take_one(tmp_path, "a.md", b"---\ntitle: x\npublished: 2019-03-14\n---\nText.", given_by_person)
    assert (report.title, report.published, report.language, report.url) == (
        "T",
        date(2020, 1, 2),
        "fr",
        "https://p.example/",
    )
    assert report.publisher is not None
    assert report.publisher.name == "P"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_a_byte_order_mark_names_the_encoding_and_is_dropped(tmp_path: Path, mark: bytes, encoding: str) -> None:
    assert take_one(tmp_path, "a.txt", mark + f"\u201c{NEWS}".encode(encoding)).text == f"\u201c{NEWS}"


def test_western_text_of_an_old_system_is_read(tmp_path: Path) -> None:
    text = "Two farmers from Orléans – both elderly – were wounded near the café, the mayor’s office said."
    assert take_one(tmp_path, "a.txt", text.encode("cp1252")).text == text


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "shift-jis", "cp1256", "gb18030", "utf-16-le"])
def test_an_encoding_that_would_have_to_be_guessed_is_refused(tmp_path: Path, encoding: str) -> None:
    text = {"shift-jis": "市場に砲弾が落ちた", "gb18030": "炮弹落在市场上", "cp1256": "سقطت القذائف على السوق"}.get(
        encoding, "Снаряды упали на рынок"
    )
    with pytest.raises(NotText, match=r"a\.txt: "):
        take_one(tmp_path, "a.txt", (text * 5).encode(encoding))


@pytest.mark.parametrize("content", [b"\x7fELF\x02\x01\x01\0", b"text\0text", bytes(range(256))])
def test_a_binary_file_named_txt_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(NotText, match=r"a\.txt: It"):
        take_one(tmp_path, "a.txt", content)


@pytest.mark.parametrize(("name", "content"), [("a.txt", b""), ("a.txt", b" \r\n\t"), ("a.md", b"---\ntitle: x\n---\n"),
                                               ("a.html", b""), ("a.html", b"<html><body></body></html>")])  # fmt: skip
def test_nothing_to_read_is_told(tmp_path: Path, name: str, content: bytes) -> None:
    with pytest.raises(EmptyInput):
        take_one(tmp_path, name, content)


def test_a_text_over_the_limit_is_refused_and_one_at_the_limit_is_read(tmp_path: Path) -> None:
    assert len(take_one(tmp_path, "a.txt", b"a" * 100, Options(largest=100)).text) == 100
    with pytest.raises(TooLarge, match=r"a\.txt: It holds more than 0\.0001 MB"):
        take_one(tmp_path, "a.txt", b"a" * 101, Options(largest=100))


def test_fifty_megabytes_are_refused_by_default(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(TooLarge, match="more than 20 MB"):
        list(take_all(tmp_path / "a.txt"))


def test_a_kind_of_file_that_is_not_opened_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedFormat, match=r"a\.xyz: It is of no kind that can be opened"):
        take_one(tmp_path, "a.xyz", b"some bytes")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"none\.txt: It cannot be opened \(no such file"):
        list(take_all(tmp_path / "none.txt"))


def test_a_page_gives_its_article_title_site_and_date(tmp_path: Path) -> None:
    report = take_one(tmp_path, "a.html", PAGE.encode())
    assert "at least four people" in report.text
    assert "Home" not in report.text
    assert (report.title, report.published, report.language) == ("Shells hit market", date(2019, 3, 14), "en")
    assert report.publisher is not None
    assert report.publisher.name == "The Valley Post"


def test_a_page_names_its_own_encoding(tmp_path: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1251">').replace("Residents", "Жители Тавилы")
    assert "Жители Тавилы" in take_one(tmp_path, "a.html", page.encode("cp1251")).text


def test_a_folder_is_read_through_in_the_order_of_names_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/c.md", ".hidden/x.txt", ".x.txt", "c/d/e.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(NEWS)
    assert [report.path for report in take_all(tmp_path)] == ["a/c.md", "a/z.txt", "b.txt", "c/d/e.txt"]


def test_a_link_out_of_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Not for the case.")
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / "own.txt").write_text(NEWS)
    (tmp_path / "case" / "again.txt").symlink_to("own.txt")
    (tmp_path / "case" / "out.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "case" / "round").symlink_to(tmp_path / "case")
    assert [location.name for location in locate(str(tmp_path / "case"))] == ["again.txt", "own.txt"]


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="It cannot be opened"):
        list(take(Location("folder", str(tmp_path), str(tmp_path)), Options()))


def test_a_folder_without_permission_is_told_and_its_neighbours_are_read(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("nothing is forbidden to the superuser")
    (tmp_path / "a").mkdir()
    (tmp_path / "b.txt").write_text(NEWS)
    (tmp_path / "a").chmod(0)
    assert [location.kind for location in locate(str(tmp_path))] == ["folder", "file"]


@pytest.mark.parametrize(
    ("content", "title"), [(b"---\ntitle: T\n---\nText.", "T"), (PAGE.encode(), "Shells hit market")]
)
def test_standard_input_is_a_text_or_a_page(monkeypatch: pytest.MonkeyPatch, content: bytes, title: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    (report,) = take_all("-")
    assert (report.title, report.path) == (title, None)


def test_the_same_report_has_the_same_id_wherever_its_folder_lies(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    first = take_one(tmp_path / "one", "a.txt", NEWS.encode())
    assert first.id == take_one(tmp_path / "two", "a.txt", NEWS.encode()).id
    assert first.id != take_one(tmp_path / "two", "b.txt", NEWS.encode()).id
    assert first.id != take_one(tmp_path / "one", "a.txt", NEWS.encode(), Options(published=date(2020, 1, 1))).id


def test_an_original_is_kept_by_its_hash_and_never_changed(tmp_path: Path) -> None:
    options = Options(archive=tmp_path / "store")
    digest = take_one(tmp_path, "a.txt", NEWS.encode(), options).original
    kept = tmp_path / "store" / "sha256" / digest[:2] / digest
    assert kept.read_bytes() == NEWS.encode()
    before = kept.stat().st_mtime_ns
    take_one(tmp_path, "b.txt", NEWS.encode(), options)
    assert kept.stat().st_mtime_ns == before
    assert [each.name for each in kept.parent.iterdir()] == [digest]


def test_an_archive_with_other_bytes_under_a_hash_is_told(tmp_path: Path) -> None:
    digest = sha256(NEWS.encode())
    place = tmp_path / "store" / "sha256" / digest[:2] / digest
    place.parent.mkdir(parents=True)
    place.write_text("something else")
    with pytest.raises(BrokenStore, match="holds other bytes"):
        take_one(tmp_path, "a.txt", NEWS.encode(), Options(archive=tmp_path / "store"))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (NEWS, "en"),
        ("Air raid, Mosul", "en"),
        ("Ein Luftangriff tötete am Montag zwölf Menschen in der Stadt, sagten Ärzte.", "de"),
        ("Удар по городу убил двенадцать человек, сообщили врачи.", "ru"),
        ("قتل اثنا عشر شخصا في غارة جوية على المدينة فجر يوم الاثنين", "ar"),
    ],
)
def test_the_language_is_found(tmp_path: Path, text: str, language: str) -> None:
    assert take_one(tmp_path, "a.txt", text.encode()).language == language
