"""In which direction words are written: by most of their letters, not by the first of them.

A page's own rule (`dir="auto"`) goes by the first letter, so that an Arabic paragraph that opens with "BBC:" would run
from left to right. What has no letters takes the direction of what it stands in.
"""

import unicodedata
from collections.abc import Iterable
from typing import Literal

_RIGHT_TO_LEFT = {"R", "AL"}

Direction = Literal["ltr", "rtl", "auto"]


def direction(words: str, within: Direction = "auto") -> Direction:
    """The direction of words; that of what they stand in where they have as many letters of the one as of the other."""
    right = left = 0
    for sign in words:
        kind = unicodedata.bidirectional(sign)
        right += kind in _RIGHT_TO_LEFT
        left += kind == "L"
    return "rtl" if right > left else "ltr" if left > right else within


def direction_of(texts: Iterable[str], within: Direction = "auto") -> Direction:
    """The direction of stretches that together are one text."""
    return direction("".join(texts), within)
