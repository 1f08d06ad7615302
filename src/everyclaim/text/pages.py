"""Pages of a reading text: each after a form feed, as text of PDF is kept. A text without one has no pages.

The text itself is the map: the page of a quote is found from what is archived and hashed, and from nothing else.
"""

BREAK = "\f"


def page_of(text: str, offset: int) -> int | None:
    """The page on which an offset lies, the first being 1; None in a text without pages."""
    return text.count(BREAK, 0, offset) + 1 if BREAK in text else None
