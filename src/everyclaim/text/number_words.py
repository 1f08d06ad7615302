"""The value of one number as written: "1,200", "3.5 million", "two hundred and six", "half a dozen".

Where it stands: `numbers.py` builds counting expressions ("at least two dozen") out of these. A run of words is found
by `NUMBER`, whose grammar keeps apart what belongs apart ("two and three" are two numbers), and read by `value`.
"""

import re
from decimal import Decimal

GAP = r"(?: +| *\n *)"
"""Between words: spaces, or one line end of a wrapped paragraph."""

UNITS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
TEENS = {
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
SCALES = {"dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9}

_CARDINALS = {"a": 1, "an": 1, **UNITS, **TEENS, **TENS}


def _any(words: dict[str, int]) -> str:
    return "(?:" + "|".join(words) + ")"


_BELOW_100 = rf"(?:{_any(TENS)}(?:[- ]{_any(UNITS)}\b)?|{_any(TEENS)}|{_any(UNITS)})"
_HUNDREDS = rf"(?:(?:an?|{_BELOW_100}){GAP}hundred(?:{GAP}(?:and{GAP})?{_BELOW_100}\b)?)"
_BELOW_1000 = rf"(?:{_HUNDREDS}|{_BELOW_100})"
_THOUSANDS = (
    rf"(?:(?:half{GAP}an?|an?|{_BELOW_1000}){GAP}(?:thousand|million|billion)\b"
    rf"(?:,?{GAP}(?:and{GAP})?{_BELOW_1000}\b(?:{GAP}thousand\b)?(?:{GAP}(?:and{GAP})?{_BELOW_1000}\b)?)?)"
)
_DOZENS = rf"(?:(?:half{GAP}a|an?|{_BELOW_100}){GAP}(?:dozen|score(?={GAP}of\b)))"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?: \d{3})+(?!\d)|\d+)(?:\.\d+)?"

WORDED = rf"(?<![\w-])(?:{_DOZENS}|{_THOUSANDS}|{_BELOW_1000})(?!\w|-(?!odd\b|plus\b)\w)"
FIGURES = rf"(?<![\w$€£¥/.,:#-]){_DIGITS}(?:{GAP}{_any(SCALES)})?(?![\w/:%]|[.,]\d|-(?!odd\b|plus\b)[^\W\d])"
NUMBER = rf"(?:{FIGURES}|{WORDED})"
"""One number. Not part of a name ("F-16"), an age ("14-year-old"), a sum, a date, a clock time or a share."""

_PIECE = re.compile(r"\d[\d,. ]*\d|\d|[a-z]+")


def value(words: str) -> int | None:
    """Read one number; None where it is no whole number ("2.5")."""
    total, current = Decimal(0), Decimal(0)
    for piece in _PIECE.findall(words.lower()):
        if piece[0].isdigit():
            current += Decimal(piece.replace(",", "").replace(" ", ""))
        elif piece == "half":
            current = Decimal("0.5")
        elif piece in _CARDINALS:
            # "half a million": the article adds nothing to the half
            current += 0 if piece in ("a", "an") and current else _CARDINALS[piece]
        elif piece in ("hundred", "dozen", "score"):
            current *= 20 if piece == "score" else SCALES[piece]
        elif piece in SCALES:
            total, current = total + current * SCALES[piece], Decimal(0)
    total += current
    return int(total) if total == total.to_integral_value() else None


def scale(words: str) -> int:
    """The scale that ends a number ("15 million" gives a million), 1 where none does."""
    last = words.lower().split()[-1]
    return SCALES.get(last, 1)
