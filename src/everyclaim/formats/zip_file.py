"""Archives: every file in a ZIP is opened in its turn, `archive.zip!/folder/a.pdf`. A WACZ is one with web archives."""

import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from everyclaim.errors import TooLarge
from everyclaim.formats.pieces import Document, Failed, Piece, Skipped

MOST_FILES = 200_000
"""Files in an archive that are opened; the largest collections of reports known have a quarter of it."""

_OF_A_WACZ = ("indexes/", "logs/", "pages/", "datapackage", "fuzzy.json")
_OF_A_SYSTEM = ("__MACOSX/", "Thumbs.db", ".DS_Store")


def read(document: Document) -> Iterator[Piece]:
    """Open the files of an archive, in the order in which it lists them."""
    with zipfile.ZipFile(document.file) as archive:
        listed = archive.infolist()
        if len(listed) > MOST_FILES:
            raise TooLarge(f"It holds more than {MOST_FILES:,} files; unpack it.")
        is_wacz = "datapackage.json" in archive.namelist()
        for member, each in _named(listed):
            if is_wacz and each.filename.startswith(_OF_A_WACZ):
                yield Skipped(member, "index of a web archive")
            elif _is_of_a_system(each.filename):
                yield Skipped(member, "file of an operating system")
            else:
                yield from _open(archive, each, member, document)


def _named(listed: list[zipfile.ZipInfo]) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    """Each file with where it lies; of two of one name, the second is told apart."""
    times: dict[str, int] = {}
    for each in listed:
        if not each.is_dir():
            times[each.filename] = times.get(each.filename, 0) + 1
            again = f"~{times[each.filename]}" if times[each.filename] > 1 else ""
            yield f"!/{each.filename}{again}", each


def _is_of_a_system(name: str) -> bool:
    return name.startswith(_OF_A_SYSTEM) or PurePosixPath(name).name.startswith(".")


def _open(archive: zipfile.ZipFile, each: zipfile.ZipInfo, member: str, document: Document) -> Iterator[Piece]:
    if each.flag_bits & 1:
        yield Failed(member, "EncryptedInput", "It is encrypted with a password; unpack it.")
        return
    try:
        with archive.open(each) as file:
            yield document.inner(member, cast("BinaryIO", file), PurePosixPath(each.filename).name)
    except (zipfile.BadZipFile, NotImplementedError) as error:
        yield Failed(member, "BrokenInput", f"It cannot be unpacked ({error}).")
