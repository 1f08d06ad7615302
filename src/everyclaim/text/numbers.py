"""Counting expressions: what number the words give, and how exactly ("at least 40", "dozens", "two or three").

Where it stands: the step `quantities` turns these into mentions; figures are made of those. The expressions and their
reading are the codebook's, sections 3.1 and 3.2. Everything here works on characters, because a parser takes
ranges and quantifiers apart. A bare "one", "a" or "an" is left to the steps that see nouns.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from everyclaim.model import Expression
from everyclaim.text.number_readings import interval, part_of
from everyclaim.text.number_words import GAP, NUMBER, TEENS, TENS, UNITS, scale, value

__all__ = ["Count", "find_counts", "interval", "part_of"]


@dataclass(frozen=True, slots=True)
class Count:
    """A counting expression at `start` to `end`, its quantifier included, a following "of" not.

    `number`, `number_high` and `expression` as in the codebook, 3.1.
    """

    start: int
    end: int
    number: int | None
    number_high: int | None
    expression: Expression


_LEADS: dict[Expression, str] = {
    "at_least": r"at (?:the )?(?:very )?least|(?:no|not) (?:fewer|less) than|a minimum of|minimum",
    "more_than": r"(?:just |slightly |well |far )?(?:more than|over|above)|upwards? of|in excess of|exceeding|north of",
    "up_to": r"up to|as many as|as much as|(?:a|the) maximum of|at (?:the )?most|(?:no|not) more than",
    "nearly": r"nearly|almost|close to|(?:just|slightly) (?:under|below|short of)|approaching",
    "about": r"about|some|around|roughly|approximately|approx\.?|(?:an )?estimated|something like|"
    r"in the (?:region|order|vicinity) of|circa|an average of",
}
_FEWER = r"(?:fewer|less) than"

_VAGUE: tuple[tuple[str, Expression], ...] = (
    (r"(?:many|several|some|a few|a couple of) dozen|(?:many )?dozens", "dozens"),
    (r"(?:an? )?(?:very )?(?:large|great|huge|significant|considerable|high) numbers?(?= of\b)", "dozens"),
    (r"(?:many |several |a few |some )?hundreds?(?<=s)|(?:many|several|a few|a couple of) hundred", "hundreds"),
    (r"(?:many |several |a few |some )?thousands|(?:many|several|a few|a couple of) thousand", "thousands"),
    (r"tens(?= of\b)", "tens"),
    (
        r"(?:many )?scores(?= (?:of(?! \d)|more|others?|dead|killed|injured|wounded|hurt|were|are|have|people)\b)",
        "scores",
    ),
    (r"(?:very |only )?(?:a few|a handful|(?:a|only a) small number(?= of\b))|(?<!the\s)few", "few"),
    (r"several", "several"),
    (r"(?:so |very |too |a great |a good )?many|numerous|countless|innumerable", "many"),
    (r"an? (?:\w+ )?number(?= of\b)|multiple|some", "plural"),
)
_GREAT: tuple[tuple[str, int], ...] = (
    (r"(?:many |several )?tens of thousands", 10_000),
    (r"(?:many |several )?hundreds of thousands", 100_000),
    (r"(?:many |several |a few )?millions?(?<=s)|(?:many|several|a few) million", 1_000_000),
)
"""Words for which the codebook has no expression of their own; they promise the least they can mean, and more."""

_NONE = r"not a single|not one|no[-\s]one|nobody|none|zero|no(?! (?:longer|more|later|sooner|doubt|matter|wonder|such))"
_FRACTION = (
    r"(?:(?:one|a|two|three|four|nine)[-\s])?(?:third|quarter|fifth|tenth)s?(?= of\b)"
    r"|(?:one[-\s]|a )?half(?= (?:of|the|those|them|were|are|his|her|their|its)\b)|(?:the |a )?(?:vast |great )?"
    r"(?:most|majority)(?= of\b)|(?:one|two|three|four|five|\d) (?:in|out of) (?:every )?(?:two|three|four|five|six|"
    r"seven|eight|nine|ten|\d+)(?! (?:years|months|weeks|days|hours|minutes)\b)"
)
_OF_FAMILY = r"(?:(?:an? |one )?(?:entire |whole )?family|a group|a party|a crowd) of"
_FAMILY = r"(?:an? |one )(?:(?:entire|whole|single|local) )?family"
_PAIR = r"a (?:couple|pair)"

_LEAD = "|".join(f"(?P<{name}>{words})" for name, words in [*_LEADS.items(), ("fewer", _FEWER)])
_FILLER = rf"(?:(?:another|a further|an additional|an extra|a total of|possibly|perhaps|probably){GAP})?"
_MORE = rf"\+|-plus\b|{GAP}or more\b|(?= \w+ or more\b)"
_ODD = rf"{GAP}or so\b|(?= \w+ or so\b)|[- ]odd\b|{GAP}or thereabouts\b"
_TAIL = rf"(?:(?P<plus>{_MORE})|(?P<odd>{_ODD}))?"


def _gaps(pattern: str) -> str:
    return pattern.replace(" ", GAP)


_QUANTIFIED = rf"(?:(?<![\w-])(?:{_gaps(_LEAD)}){GAP}(?:(?:about|around|some|roughly|nearly|almost){GAP})?|~ ?)?"
_SPOKEN = (
    rf"(?:between{GAP}(?P<low1>{NUMBER}){GAP}and{GAP}(?P<high1>{NUMBER})"
    rf"|(?:(?:anywhere{GAP})?from{GAP})?(?P<low2>{NUMBER})(?: ?- ?|{GAP}(?:to|or){GAP})(?P<high2>{NUMBER}))"
)
_DASHED = (
    r"(?<![\w$€£¥/.,:#-])(?P<low3>\d[\d,.]*(?<=\d)) ?- ?"
    r"(?P<high3>\d[\d,.]*(?<=\d)(?: (?:dozen|hundred|thousand|million))?)"
    r"(?![\w/:%-]|[.,]\d)"
)
_RANGE = re.compile(rf"{_QUANTIFIED}(?:{_SPOKEN}|{_DASHED})", re.IGNORECASE)

_WORDS = "|".join(
    [
        *(f"(?P<great{n}>{_gaps(words)})" for n, (words, _) in enumerate(_GREAT)),
        f"(?P<fraction>{_gaps(_FRACTION)})",
        *(f"(?P<vague{n}>{_gaps(words)})" for n, (words, _) in enumerate(_VAGUE)),
        f"(?P<none>{_gaps(_NONE)})",
        rf"{_gaps(_OF_FAMILY)}{GAP}(?P<household>{NUMBER})",
        rf"(?P<families>{NUMBER}){GAP}families",
        f"(?P<family>{_gaps(_FAMILY)})",
        f"(?P<pair>{_gaps(_PAIR)})",
    ]
)
_SINGLE = re.compile(
    rf"{_QUANTIFIED}{_FILLER}(?:(?<![\w-])(?:{_WORDS})(?!\w|-\w)|(?P<number>{NUMBER})(?!-\d){_TAIL})", re.IGNORECASE
)
_CHANGED = re.compile(
    r"\b(?:r[oi]se|risen|rising|climb|increas|revis|gr[eo]w|jump|f[ae]ll|drop|lower|cut|went)[^.;\n]*from\s+$",
    re.IGNORECASE,
)
_IN_FAMILY = re.compile(
    r"\b(?:members|relatives|brothers|sisters|siblings|children|people|civilians|women|men|persons|sons|daughters) of $"
    r"|\bfrom $",
    re.IGNORECASE,
)


_OPENERS = (
    "a|above|all|almost|an|another|anywhere|approaching|approx|approximately|around|as|about|at|between|by|circa|close"
    "|countless|dozens|entire|estimated|exceeding|family|far|few|fewer|from|great|half|hundreds|huge|in|innumerable"
    "|just|large|less|majority|many|millions|minimum|more|most|multiple|nearly|no|nobody|none|north|not|numerous|only"
    "|over|perhaps|possibly|probably|roughly|scores|several|slightly|so|some|something|tens|the|thousands|too|up|upward"
    "|upwards|very|well|whole|zero"
)
_OPENING = re.compile(rf"(?<!\w)(?:[\d~]|(?:{'|'.join([_OPENERS, *UNITS, *TEENS, *TENS])})\b)", re.IGNORECASE)
"""Where a count can begin at all. Looking only there reads a report ten times as fast as trying every character."""


def find_counts(text: str) -> Iterator[Count]:
    """Find every counting expression, left to right, none overlapping another."""
    end = 0
    for opening in _OPENING.finditer(text):
        start = opening.start()
        if start >= end and (count := _count_at(text, start)) is not None:
            yield count
            end = count.end


def _count_at(text: str, start: int) -> Count | None:
    """The count that begins here, a range before a single number."""
    if (spread := _RANGE.match(text, start)) is not None and (count := _range(text, spread)) is not None:
        return count
    single = _SINGLE.match(text, start)
    return None if single is None else _count(text, single)


def _range(text: str, found: re.Match[str]) -> Count | None:
    """A range, unless its ends do not rise or it tells a change ("rose from 40 to 50")."""
    which = next(n for n in "123" if found[f"low{n}"])
    low, high, begins = found[f"low{which}"], found[f"high{which}"], found.start(f"low{which}")
    first, last = value(low), value(high)
    if first is None or last is None:
        return None
    if scale(low) == 1 and scale(high) > 1 and first < scale(high):
        first *= scale(high)
    if first >= last or _CHANGED.search(text[max(0, begins - 60) : begins]):
        return None
    return Count(*found.span(), first, last, "range")


def _count(text: str, found: re.Match[str]) -> Count | None:
    start, end = found.span()
    if (words := found["number"]) is not None:
        return _numbered(found, words)
    if found["household"] is not None:
        number = value(found["household"])
        return Count(start, end, number, number, "exact")
    if found["families"] is not None:
        number = value(found["families"])
        return Count(start, end, number, number, "family" if number else "none")
    if found["family"] is not None:
        return None if _IN_FAMILY.search(text[max(0, start - 20) : start]) else Count(start, end, None, None, "family")
    if found["pair"] is not None:
        return Count(start, end, 2, 2, "exact")
    return _worded(found)


def _numbered(found: re.Match[str], words: str) -> Count | None:
    number = value(words)
    if number is None:
        return None
    start, end = found.span()
    if found["plus"] is not None:
        return Count(start, end, number, None, "more_than" if found["plus"] in ("+", "-plus") else "at_least")
    if found["fewer"] is not None:
        return Count(start, end, None, max(0, number - 1), "up_to")
    lead = next((name for name in _LEADS if found[name] is not None), None)
    if lead is None and (found["odd"] is not None or "~" in found[0]):
        lead = "about"
    if lead is None:
        # what else stands in front ("another") is no part of the number
        start = found.start("number")
        return None if words.lower() == "one" else Count(start, end, number, number, "none" if number == 0 else "exact")
    if lead in ("at_least", "more_than"):
        return Count(start, end, number, None, lead)
    return Count(start, end, None if lead == "up_to" else number, number, lead)


def _worded(found: re.Match[str]) -> Count:
    start, end = found.span()
    for n, (_, least) in enumerate(_GREAT):
        if found[f"great{n}"] is not None:
            return Count(start, end, least, None, "at_least")
    for n, (_, expression) in enumerate(_VAGUE):
        if found[f"vague{n}"] is not None:
            return Count(start, end, None, None, expression)
    if found["none"] is not None:
        return Count(start, end, 0, 0, "none")
    if "most" in found["fraction"].lower():
        start = found.start("fraction")
    return Count(start, end, None, None, "fraction")
