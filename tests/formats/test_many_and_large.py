"""Folders of thousands of files and single files of hundreds of megabytes: exact counts, bounded memory."""

import io
import shutil
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from tests.conftest import SLOW
from tests.formats.opening import FILES, open_all, sentences

from everyclaim.formats.opener import OPENERS
from everyclaim.formats.pieces import MEMORY
from everyclaim.intake import Options, locate, take

KINDS = ("report.docx", "report.pdf", "table.csv", "mutt.mbox", "cut.pdf", "encrypted.pdf")
"""With a text and a picture, what folders of the test are made of: 1 + 1 + 2 + 4 + 0 + 0 + 1 reports in eight files."""


def fill(folder: Path, rounds: int) -> None:
    for number in range(rounds):
        for name in KINDS:
            shutil.copy(FILES / name, folder / f"{number:04}-{name}")
        (folder / f"{number:04}-note.txt").write_text(f"Shells killed {number} people.")
        (folder / f"{number:04}-photo.jpg").write_bytes(b"\xff\xd8\xff\xe0")


def test_a_mixed_folder_comes_in_with_exact_counts(tmp_path: Path) -> None:
    rounds = 250 if SLOW else 5
    fill(tmp_path, rounds)
    reports, passed, refused = open_all(tmp_path)
    assert len(reports) == 9 * rounds
    # The rows of the same table with the same links are the same reports, under whatever name it comes again.
    assert len({each.id for each in reports}) == 7 * rounds + 2
    assert Counter(each.why for each in passed) == {"picture": rounds}
    assert Counter(type(each.error).__name__ for each in refused) == {"BrokenInput": rounds, "EncryptedInput": rounds}


@pytest.mark.skipif(not SLOW, reason="takes half a minute")
def test_a_pdf_of_three_hundred_pages_stays_within_its_memory(tmp_path: Path) -> None:
    with PdfDocument.new() as long, PdfDocument(FILES / "diary.pdf") as short:
        for _ in range(75):
            long.import_pages(short)
        long.save(tmp_path / "long.pdf")
    (report,), _, refused = open_all(tmp_path / "long.pdf")
    assert refused == []
    assert report.text.count("\f") == 299
    assert max(each.memory for each in OPENERS) * 1024 < MEMORY / 2


@pytest.mark.skipif(not SLOW, reason="writes and reads 200 MB")
def test_a_web_archive_of_two_hundred_megabytes_stays_within_its_memory(tmp_path: Path) -> None:
    with (tmp_path / "large.warc").open("wb") as file:
        for record in records(200_000_000):
            file.write(record)
    taken = Counter(
        type(each).__name__ for location in locate(str(tmp_path / "large.warc")) for each in take(location, Options())
    )
    assert taken == {"Report": 20, "PassedOver": 20}
    assert max(each.memory for each in OPENERS) * 1024 < MEMORY / 2


def records(size: int) -> Iterator[bytes]:
    """Records of an archive: pages, and between them pictures that make up its size."""
    page = b"<html><body><p>" + b"Shells fell on the market of Oldfield and killed six, a doctor said. " * 20
    for number in range(20):
        yield record(number, b"text/html", page)
        yield record(100 + number, b"image/png", b"\x89PNG" * (size // 20 // 4))


def record(number: int, kind: bytes, body: bytes) -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s" % (kind, len(body), body)
    return (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-%012d>\r\n"
        b"WARC-Target-URI: http://valley.example/%d\r\nWARC-Date: 2021-05-01T00:00:00Z\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
    ) % (number, number, len(answer), answer)


def test_a_file_larger_than_the_limit_is_refused_at_once(tmp_path: Path) -> None:
    with (tmp_path / "huge.zip").open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(5_000_000_000)
    with pytest.raises(Exception, match=r"huge\.zip: It holds more than 4000 MB"):
        open_all(tmp_path / "huge.zip")


def test_a_pdf_without_text_says_what_it_needs(tmp_path: Path) -> None:
    with PdfDocument.new() as empty:
        empty.new_page(200, 200)
        content = io.BytesIO()
        empty.save(content)
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("scan.pdf", content.getvalue())
    _, _, refused = open_all(tmp_path / "a.zip")
    assert sentences(refused) == [
        "a.zip!/scan.pdf: It has no text, only pictures of it; it needs text recognition (OCR) first."
    ]
