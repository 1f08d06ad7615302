"""A normalised view of the reading text that keeps every offset.

Steps and patterns read the view; quotes are cut from the archived text at the same offsets. Every change replaces
characters one for one (docs/design/0003-a-view-of-equal-length.md), so the map back is the identity.
"""

import re
from functools import lru_cache

_LIKE = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u2032", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033", '"'),
    **dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\u2002\u2003\u3000\t\r\f\v\u2028\u2029\u0085", " "),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"),
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", " "),
}
_TABLE = str.maketrans(_LIKE)

REPEATED = re.compile(r"(?<![\w'-])((?:[\w'-]+ ){1,7}[\w'-]+) (?=\1(?:[ .,;:\n]|\Z))")
"""Two or more words that stand again right after. One word alone is left: "had had", "that that" are English.

The copy is looked at and not consumed, so that words which stand three times are blanked twice, and viewing a view
changes nothing."""


@lru_cache(maxsize=4)
def view(text: str) -> str:
    """Return `text` with plain quotes, spaces and hyphens, the first of repeated words blanked, in equal length."""
    viewed = plain(text)
    for start, end in find_repeats(viewed):
        viewed = viewed[:start] + " " * (end - start) + viewed[end:]
    return viewed


def plain(text: str) -> str:
    """Return `text` with plain quotes, spaces and hyphens alone, in equal length."""
    return text.translate(_TABLE)


def find_repeats(text: str) -> list[tuple[int, int]]:
    """Find the first copy of words that stand twice in a row, as (start, end) with the space after it."""
    return [found.span() for found in REPEATED.finditer(text)]
