"""One report as one self-contained page: its text with the words lit up by field, and the claims beside it.

No script, nothing loaded, everything escaped: reports are written by strangers. A claim's quote leads to its words,
the words lead to their claim, and the address of words (`#c=START-END`) is that of permalinks.
"""

from everyclaim.codec import Json
from everyclaim.export.lit_text import LEGEND, address, cut, hue, light, target_rules
from everyclaim.export.outline import Line, has_points, outline
from everyclaim.export.sheets import fill, style_of
from everyclaim.export.wording import spaced
from everyclaim.lexicon.gazetteer import CREDIT
from everyclaim.lexicon.languages import name_of


def render(record: Json, text: str) -> str:
    """Render the page of a report.

    Args:
        record: its record.
        text: the reading text that the record was made from.
    """
    lit = light(record)
    values = {
        "report": record["report"],
        "blocks": list(cut(text, lit)),
        "sections": outline(record),
        "first": _first_shown(record),
        "record": record,
        "legend": LEGEND,
        "credit": CREDIT if has_points(record) else None,
        "text": text,
        "language": name_of(record["report"]["language"]),
    }
    style = style_of(("theme.css", "page.css"), "".join(target_rules(lit)))
    return fill("page.html", style, values, {"hue": hue, "spaced": spaced, "address": _address})


def _first_shown(record: Json) -> dict[str, str | None]:
    """The section in which each claim stands first: there it has its address."""
    first: dict[str, str | None] = {}
    for section in outline(record):
        for line in section.lines:
            first.setdefault(line.id, section.id)
    return first


def _address(item: Line | Json) -> str:
    start, end = (item.start, item.end) if isinstance(item, Line) else (item["start"], item["end"])
    return address((start, end))
