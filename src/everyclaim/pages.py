"""Pages of a reading text: each after a form feed, as text of PDF is kept. A text without one has no pages.

The text itself is the map: the page of a quote is found from what is archived and hashed, and from nothing else.

Where it stands: beside `model.py`, since whoever makes a text, shows it or cites it goes by the same sign.
"""

BREAK = "\f"


def page_of(text: str, offset: int) -> int | None:
    """The page on which an offset lies, the first being 1; None in a text without pages."""
    return text.count(BREAK, 0, offset) + 1 if BREAK in text else None


def pages_in(text: str) -> int | None:
    """How many pages a text has; None where it has none. A form feed at the very end closes the last page."""
    return text.count(BREAK, 0, len(text) - 1) + 1 if BREAK in text else None
