"""Word documents (.docx): paragraphs and tables in their order, then footnotes and endnotes.

What somebody inserted with changes tracked is read, what was deleted is not: that is what a person sees.
"""

from collections.abc import Iterator
from zipfile import BadZipFile

import docx
from docx.document import Document as Docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml.etree import XMLSyntaxError, _Element

from everyclaim.errors import BrokenInput, EmptyInput
from everyclaim.formats.pieces import Contents, Document, Piece
from everyclaim.formats.titles import likely_title

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""The same words once more, for programs that do not know how to draw them."""

_WORDS = {qn("w:t"): None, qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_NOT_SEEN = {qn("w:del"), qn("w:moveFrom"), qn("w:instrText"), _FALLBACK, qn("w:pPr"), qn("w:rPr")}
_NOTES = ("/footnotes", "/endnotes")


def read(document: Document) -> Iterator[Piece]:
    """Read a document."""
    try:
        opened = docx.Document(document.file)
    except (BadZipFile, KeyError, ValueError, PackageNotFoundError, XMLSyntaxError) as error:
        raise BrokenInput("It is a broken Word document; open it in your office program and save it again.") from error
    paragraphs = [*_paragraphs(opened.element.body), *_notes(opened)]
    text = "\n\n".join(each for each in paragraphs if each.strip())
    if not text:
        raise EmptyInput("It has no text; if it holds a picture of one, it needs text recognition first.")
    yield Contents(text, title=likely_title(opened.core_properties.title))


def _paragraphs(within: _Element) -> Iterator[str]:
    """Every paragraph, also those in tables and text boxes; the cells of a row in one line."""
    for block in within:
        if block.tag == qn("w:p"):
            yield _text(block).strip()
        elif block.tag == qn("w:tbl"):
            for row in block.iter(qn("w:tr")):
                cells = (" ".join(_paragraphs(cell)) for cell in row.iter(qn("w:tc")))
                yield " | ".join(cell for cell in cells if cell)
        elif block.tag not in _NOT_SEEN:
            yield from _paragraphs(block)


def _text(element: _Element) -> str:
    """The words of a paragraph as they are seen."""
    if element.tag in _NOT_SEEN:
        return ""
    if element.tag in _WORDS:
        return _WORDS[element.tag] or element.text or ""
    words = "".join(_text(each) for each in element)
    # A paragraph inside a paragraph is a text box: its words stand apart.
    return f"\n{words}\n" if element.tag == qn("w:p") and element.getparent().tag == qn("w:txbxContent") else words


def _notes(opened: Docx) -> Iterator[str]:
    for relation in opened.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(_NOTES):
            for note in parse_xml(relation.target_part.blob):
                if note.get(qn("w:type")) is None:
                    yield " ".join(each for each in _paragraphs(note) if each)
