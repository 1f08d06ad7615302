"""PDF: the text of its pages, each after a form feed, paragraphs put together from lines (`pdf_lines.py`).

`pages.page_of` tells the page of a quote from the text alone. A page that is a picture is told: nobody reads it.
"""

from collections.abc import Iterator
from itertools import pairwise

from pypdfium2 import PdfDocument, PdfiumError
from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

from everyclaim.errors import BrokenInput, EmptyInput, EncryptedInput
from everyclaim.formats.pdf_lines import Line, drop_running_heads, join, lines_of, runs_on
from everyclaim.formats.pieces import Contents, Document, Failed, Piece
from everyclaim.formats.titles import likely_title

_TAIL = 4096
"""Bytes at the end in which the mark of the end must stand; some mailers add a kilobyte after it."""


def read(document: Document) -> Iterator[Piece]:
    """Read the pages of a PDF."""
    _check_end(document)
    try:
        with PdfDocument(document.file) as opened:
            title = likely_title(opened.get_metadata_value("Title"))
            pages = [list(lines_of(opened[number])) for number in range(len(opened))]
    except PdfiumError as error:
        if error.err_code in {FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY}:
            raise EncryptedInput("It is encrypted with a password; save it without one.") from error
        raise BrokenInput("It is broken; open it in another program and print it to PDF again.") from error
    bare = [number for number, lines in enumerate(pages, 1) if not lines]
    if len(bare) == len(pages):
        raise EmptyInput("It has no text, only pictures of it; it needs text recognition (OCR) first.")
    yield Contents(_text(pages), title)
    if bare:
        yield Failed("", "EmptyInput", f"{_listed(bare)} no text; if they are pictures of it, it is not read.")


def _check_end(document: Document) -> None:
    size = document.file.seek(0, 2)
    document.file.seek(max(0, size - _TAIL))
    end = document.file.read()
    document.file.seek(0)
    if b"%%EOF" not in end:
        raise BrokenInput("It is cut short: its end is missing; get it again.")


def _text(pages: list[list[Line]]) -> str:
    """The pages one after the other; a sentence that goes on is cut by the form feed alone, which reads as a space."""
    texts = [join(lines) for lines in drop_running_heads(pages)]
    text = texts[0]
    for before, page in pairwise(texts):
        text += ("\f" if runs_on(before, page) else "\n\n\f") + page
    return text


def _listed(numbers: list[int]) -> str:
    shown = ", ".join(str(each) for each in numbers[:10])
    more = f" and {len(numbers) - 10} more" if len(numbers) > 10 else ""
    return f"Page {shown} has" if len(numbers) == 1 else f"Pages {shown}{more} have"
