"""What a ZIP container is, by what lies in it: a document of an office program, a web archive, or just an archive."""

import zipfile
from typing import BinaryIO

from everyclaim.errors import BrokenInput

_BY_MEMBER = (
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "xlsx"),
    ("xl/workbook.bin", "xlsb"),
    ("ppt/presentation.xml", "pptx"),
    ("datapackage.json", "wacz"),
)


def kind_of_zip(file: BinaryIO) -> str:
    """Name the kind of a ZIP container.

    Raises:
        BrokenInput: its list of contents, which stands at its end, cannot be read.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
            first = archive.read("mimetype")[:100] if "mimetype" in names else b""
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise BrokenInput("It is a ZIP container that is broken or cut short; get it again.") from error
    finally:
        file.seek(0)
    if first.startswith(b"application/vnd.oasis.opendocument"):
        return "odt"
    found = next((kind for member, kind in _BY_MEMBER if member in names), "zip")
    return "zip" if found == "wacz" and not any(name.startswith("archive/") for name in names) else found
