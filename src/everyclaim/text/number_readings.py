"""What a figure's words amount to: the `everyclaim` interval of an expression, and a share of a known number.

Where it stands: the one place where words become bounds (codebook, 3.2). Policies convert again from the words.
"""

import math
import re
from fractions import Fraction

from everyclaim.model import Expression
from everyclaim.text.number_words import TEENS, UNITS

_OPEN_ENDED: dict[Expression, tuple[int, int, bool]] = {
    "plural": (2, 2, True),
    "few": (2, 2, True),
    "several": (2, 2, True),
    "many": (2, 10, True),
    "dozens": (12, 24, False),
    "tens": (10, 20, False),
    "scores": (20, 40, False),
    "hundreds": (100, 200, False),
    "thousands": (1000, 2000, False),
}
FAMILY_SIZE = 2
"""The fewest people that "a family" can be (codebook, 3.2); families of a known number count so many each."""


def interval(
    expression: Expression, number: int | None, number_high: int | None
) -> tuple[int | None, int | None, bool]:
    """The `everyclaim` reading of a figure's words: (low, high, open_high), codebook 3.2.

    The harm is taken as asserted; of harm that is only feared, the caller sets low to 0.
    """
    if expression in _OPEN_ENDED:
        return _OPEN_ENDED[expression]
    if expression == "family":
        least = FAMILY_SIZE * (number or 1)
        return least, least, True
    if expression == "up_to" and number_high is not None:
        return min(1, number_high), number_high, False
    return (None, number_high, False) if number is None else _numbered(expression, number, number_high)


def _numbered(expression: Expression, number: int, number_high: int | None) -> tuple[int, int, bool]:
    if expression in ("at_least", "more_than"):
        least = number + (expression == "more_than")
        return least, least, True
    if expression == "about":
        return _about(number)
    if expression == "nearly":
        return (number, number, False) if number < _SMALL else (_tenths(number, 9), number - 1, False)
    return number, number if number_high is None else number_high, False


_SMALL = 5
"""Under five, a tenth is less than half a person: "about four" is four."""


def _tenths(number: int, tenths: int) -> int:
    return (number * tenths + 5) // 10


def _about(number: int) -> tuple[int, int, bool]:
    low, high = _tenths(number, 9), _tenths(number, 11)
    if number >= _SMALL:
        low, high = min(low, number - 1), max(high, number + 1)
    return low, high, False


_ORDINAL_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_ONE_IN = re.compile(r"(\w+) (?:in|out of) (?:every )?(\w+)")


def part_of(words: str, parent: int) -> tuple[int, int] | None:
    """How many of `parent` a fraction's words mean: (number, number_high); None where the words are no fraction."""
    words = re.sub(r"[\s-]+", " ", words.lower())
    if "most" in words or "majority" in words:
        return parent // 2 + 1 if parent else 0, parent
    share = _share(words)
    return None if share is None else (math.floor(share * parent), math.ceil(share * parent))


def _share(words: str) -> Fraction | None:
    small = {**UNITS, **TEENS, "a": 1}
    if (found := _ONE_IN.search(words)) is not None:
        over, under = (small.get(w) or (int(w) if w.isdigit() else 0) for w in found.groups())
        return Fraction(over, under) if under else None
    for word, under in _ORDINAL_PARTS.items():
        if re.search(rf"\b{word}s?\b", words):
            over = next((small[w] for w in words.split() if w in small), 1)
            return Fraction(over, under)
    return None
