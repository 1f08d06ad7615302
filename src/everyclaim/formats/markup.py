"""Plain text of a piece of HTML, whole: what feeds and mail hold is the report itself, with no page around it."""

import re
from collections.abc import Iterator

from lxml import etree, html

_SILENT = {"script", "style", "head", "title", "template", "noscript"}
_BLOCKS = {
    "address", "article", "aside", "blockquote", "div", "dl", "dd", "dt", "fieldset", "figcaption", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table",
    "tr", "ul", "li",
}  # fmt: skip
_SPACES = re.compile(r"[ \t\r\n\f]+")


def text_of(markup: str) -> str:
    """Turn HTML into plain text: a blank line between blocks, a line end where it has one, all words kept."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    try:
        root = html.fragment_fromstring(markup, create_parent="div")
    except (etree.ParserError, ValueError):
        return ""
    paragraphs = [""]
    for piece in _pieces(root):
        if piece is None:
            paragraphs.append("")
        else:
            paragraphs[-1] += piece
    trimmed = ("\n".join(line.strip(" ") for line in each.split("\n")).strip() for each in paragraphs)
    return "\n\n".join(each for each in trimmed if each)


def _pieces(element: html.HtmlElement) -> Iterator[str | None]:
    """Words in their order, None where a block begins or ends."""
    if isinstance(element.tag, str) and element.tag.lower() not in _SILENT:
        block = element.tag.lower() in _BLOCKS
        yield from [None] if block else []
        yield from ["\n"] if element.tag.lower() == "br" else []
        yield _SPACES.sub(" ", element.text or "")
        for child in element:
            yield from _pieces(child)
        yield from [None] if block else [" "] if element.tag.lower() in {"td", "th"} else []
    yield _SPACES.sub(" ", element.tail or "")
