"""A hostile file loses itself and nothing else: the process that opens files can do no harm, and its fall is told."""

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.conftest import SLOW
from tests.formats.opening import FILES, open_all, sentences

from everyclaim.formats import opener

ATTEMPTS = {
    "open a file by its name": "open('/etc/hostname')",
    "list and write a folder": "open('/var/tmp/x', 'w')",
    "reach the network": "import socket; socket.create_connection(('127.0.0.1', 9))",
    "start a program": "import os; os.system('true')",
    "fork": "import os; os.fork()",
}


@pytest.mark.parametrize("attempt", ATTEMPTS.values(), ids=ATTEMPTS)
def test_a_confined_process_can_not(attempt: str) -> None:
    program = f"import os, socket\nfrom everyclaim.formats.confine import confine\nconfine()\n{attempt}"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)  # noqa: S603
    assert "PermissionError" in ended.stderr


@pytest.mark.parametrize(
    ("attempt", "said"),
    [("bytearray(2_000_000_000)", "MemoryError"), ("while True: pass", "")],
    ids=["memory without end", "time without end"],
)
def test_memory_and_time_end(attempt: str, said: str) -> None:
    program = f"from everyclaim.formats import confine\nconfine.SECONDS = 1\nconfine.confine()\n{attempt}"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)  # noqa: S603
    assert ended.returncode != 0
    assert said in ended.stderr


def test_the_kernel_itself_refuses_files_where_it_can() -> None:
    from everyclaim.formats.confine import landlock_version  # noqa: PLC0415 Linux alone

    if not landlock_version():
        pytest.skip("this kernel has no Landlock")
    program = (
        "import ctypes\nfrom everyclaim.formats.confine import confine\nlibc = ctypes.CDLL(None, use_errno=True)\n"
        "confine()\nprint(libc.open(b'/etc/hostname', 0), ctypes.get_errno())"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)  # noqa: S603
    assert ended.stdout.split() == ["-1", "13"]


def test_what_brings_the_process_down_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("1.txt", "Two died.")
        archive.writestr("2.xlsx", _broken_workbook())
        archive.writestr("3.xlsx", _broken_workbook())
        archive.writestr("4.txt", "Three died.")
    reports, _, refused = open_all(tmp_path / "a.zip")
    assert [each.member for each in reports] == ["!/1.txt", "!/4.txt"]
    assert [each.name for each in refused] == ["a.zip!/2.xlsx", "a.zip!/3.xlsx"]
    assert all("It is broken, or of a form that is not known here" in said for said in sentences(refused))


def _broken_workbook() -> bytes:
    """A workbook by its list of contents, in which nothing is what its name says."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook")
        archive.writestr("[Content_Types].xml", "<Types/>")
    return content.getvalue()


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"a" * 30_000_000)
        archive.writestr("rest.txt", b"Two died.")
    reports, _, refused = open_all(tmp_path / "bomb.zip")
    assert [each.member for each in reports] == ["!/rest.txt"]
    assert sentences(refused) == ["bomb.zip!/bomb.txt: It holds more than 20 MB; unpack it and give it by itself."]


def test_a_child_that_is_killed_is_replaced() -> None:
    open_all(FILES / "report.docx")
    for each in opener.OPENERS:
        each.process.kill()
    reports, _, refused = open_all(FILES / "report.docx")
    assert (len(reports), refused) == (1, [])


@pytest.mark.skipif(not SLOW, reason="opens each file cut at many places")
@pytest.mark.parametrize("name", ["report.docx", "report.pdf", "crawl.warc.gz", "crawl.wacz", "table.xlsx", "all.zip"])
def test_a_file_cut_anywhere_gives_single_lines(name: str, tmp_path: Path) -> None:
    content = (FILES / name).read_bytes()
    whole, _, _ = open_all(FILES / name)
    for part in range(1, 20):
        (tmp_path / name).write_bytes(content[: len(content) * part // 20])
        reports, _, refused = open_all(tmp_path / name)
        assert len(reports) < len(whole) or refused
        assert all("\n" not in said and "Traceback" not in said for said in sentences(refused))
        assert refused or not reports


def test_no_process_is_left_behind() -> None:
    program = (
        "from everyclaim.intake import *\n"
        f"(where,) = locate({str(FILES / 'report.docx')!r})\nlist(take(where, Options()))\n"
        "from everyclaim.formats import opener\nprint(opener.OPENERS[0].process.pid)"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603
    with pytest.raises(ProcessLookupError):
        os.kill(int(ended.stdout), 0)
