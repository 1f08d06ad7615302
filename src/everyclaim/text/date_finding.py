"""Finds time expressions: the longest pattern at each position, then clock times and parts of the day joined to days.

Where it stands: `calendar.py` resolves what is found here. Nothing here knows what day it is.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from everyclaim.text.date_context import stands
from everyclaim.text.date_patterns import GUARD, PATTERNS, Kind
from everyclaim.text.date_words import CLOCK, PART, PARTS
from everyclaim.text.openings import Table, find_all, table


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression: its kind, the words of its pattern's groups, and what was joined to it.

    `clock` and `part` are a clock time and a part of the day as written; `relation` the word before it that opens
    one end ("since"); `edge` the word that narrows it ("late"). `kind` None: only a clock time or part of the day.
    """

    start: int
    end: int
    kind: Kind | None
    words: Mapping[str, str] = field(default_factory=dict)
    clock: str | None = None
    part: str | None = None
    relation: str | None = None
    edge: str | None = None


_DAYS = ("day", "days", "numeric", "weekday", "deictic", "same", "ordinal", "holiday")
_STRETCHES = ("month", "season", "year", "decade", "century", "unit", "half", "years")
_NO_DAY_PART = r"(?! (?:raids?|attacks?|vigil|prayers|school|shift|edition|classes|newspaper)\b)"
"""Nouns that a part of the day describes without telling when: "Friday night prayers" may be held on a Saturday."""
_JUST = "(?:shortly |just |long )?"
_PART = rf"(?i:(?P<part>late at night|{PART}|early|late))"
_BEFORE_DAY = re.compile(
    rf"(?:(?i:(?:at|about|around|by|{_JUST}before|{_JUST}after) )*(?P<clock>{CLOCK})(?:,? (?:on|of)(?: the)?|,)? "
    rf"|(?i:(?:{_JUST}(?:at|before|after|around|by|about|during) )?(?:the )?){_PART}"
    r"(?:,? (?i:on|of|in|hours of|hours on|hours)(?: the)?|,)? )$"
)
_AFTER_DAY = re.compile(
    rf"(?:,? (?i:(?:{_JUST}(?:at|around|about|by|before|after|in|during) )?(?:the )?)(?:early |late )?{_PART}"
    rf"{_NO_DAY_PART}\b|,? \(?(?i:{_JUST}(?:at|around|about|by|before|after|from) )*(?P<clock>{CLOCK})\)?)"
)
_ALONE = re.compile(
    rf"(?<!\w)(?:(?P<clock>{CLOCK})|(?i:(?:{_JUST}(?:at|before|after|around|by|about) "
    rf"|(?:late |early )?(?:in|during|that|into) (?:the )?(?:early |late )?)(?P<part>late at night|{PART})"
    r"|(?P<bare>overnight|pre-?dawn))\b(?! (?:of|prayers|school|raid on)\b))"
)
_EDGE = re.compile(
    r"(?i:(?:in )?(?:the )?(?:very )?(?P<edge>early|beginning|start|opening|first (?:days|weeks|months|part)|mid|middle"
    r"|late|latter part|end|close|final (?:days|weeks|months)|last (?:days|weeks|months)|closing (?:days|weeks|months))"
    r"(?: (?:days|weeks|months|part))?(?:[- ]| (?:of|in) )(?:the )?)$"
)
_RELATION = re.compile(
    r"(?i:\b(?P<relation>ever since|since|until|till|prior to|before|after|no later than|by|up to) (?:the )?)$"
)
_FUNCTION_WORDS = (
    "a|about|after|against|amid|among|and|are|around|as|at|because|before|between|but|by|during|following|for|from|had"
    "|has|have|he|her|his|if|in|inside|into|is|it|its|near|of|off|on|or|outside|over|she|shortly|since|so|that|the"
    "|their|there|they|this|to|toward|towards|under|until|was|we|were|when|where|which|while|who|with|would|will"
)
_MODIFIES = re.compile(rf"'s?\b|-|[- ](?!(?:{_FUNCTION_WORDS})\b)[a-z]")
"""A day or month that describes a noun ("before Sunday's vote", "after the March floods") opens no interval."""

_LOOK_BACK = 48


def find_expressions(text: str) -> list[Found]:
    """Find all time expressions in a view of the text, left to right, none overlapping another."""
    flat = re.sub(r"(?<!\n)\n(?!\n)", " ", text)
    days = _apart([_joined(flat, each) for each in _longest(flat)])
    return sorted([*days, *_alone(flat, days)], key=lambda found: found.start)


def _apart(found: list[Found]) -> list[Found]:
    """Drop what a day has taken in, and let no expression reach back into the one before it."""
    out: list[Found] = []
    for each in found:
        while out and each.start < out[-1].end and out[-1].kind not in (*_DAYS, *_STRETCHES):
            out.pop()
        out.append(replace(each, start=out[-1].end) if out and each.start < out[-1].end else each)
    return out


def _longest(text: str) -> Iterator[Found]:
    rivals = [
        Found(*match.span(), kind, _words(match))
        for number, match in find_all(_table(), text)
        if stands(text, kind := PATTERNS[number][0], match)
    ]
    end = 0
    for each in sorted(rivals, key=lambda found: (found.start, -found.end)):
        if each.start >= end:
            yield each
            end = each.end


@cache
def _table() -> Table:
    return table((pattern for _, pattern in PATTERNS), GUARD)


def _words(match: re.Match[str]) -> Mapping[str, str]:
    return {name: words for name, words in match.groupdict().items() if words is not None}


def _joined(text: str, found: Found) -> Found:
    """Join what belongs to an expression before and after it."""
    if found.kind in _DAYS:
        found = _with_part(text, found)
    elif (
        found.kind in _STRETCHES
        and (edge := _EDGE.search(text[max(0, found.start - _LOOK_BACK) : found.start])) is not None
    ):
        found = replace(found, start=found.start - len(edge[0].lstrip()), edge=edge["edge"].lower())
        found = replace(found, start=found.start + (3 if text[found.start : found.start + 3].lower() == "in " else 0))
    if found.kind in (*_DAYS, *_STRETCHES) and not _MODIFIES.match(text, found.end):
        relation = _RELATION.search(text[max(0, found.start - _LOOK_BACK) : found.start])
        if relation is not None:
            start = found.start - len(relation[0])
            found = replace(found, start=start, relation=relation["relation"].lower())
    return found


def _with_part(text: str, found: Found) -> Found:
    before = _BEFORE_DAY.search(text[max(0, found.start - _LOOK_BACK) : found.start])
    if before is not None and not text[found.start - 1].isalnum():
        found = replace(found, start=found.start - len(before[0]), clock=before["clock"], part=_part(before["part"]))
    after = _AFTER_DAY.match(text, found.end)
    while after is not None:
        found = replace(
            found,
            end=after.end(),
            clock=found.clock or after["clock"],
            part=_finer(found.part, _part(after["part"])),
        )
        after = _AFTER_DAY.match(text, found.end)
    return found


def _part(words: str | None) -> str | None:
    if words is None:
        return None
    words = words.lower()
    return next(part for word, part in PARTS.items() if re.fullmatch(word.replace("-", "[- ]?"), words))


def _finer(first: str | None, second: str | None) -> str | None:
    """Of "early ... morning" the morning."""
    return second if first in (None, "early", "late") and second is not None else first


def _alone(text: str, days: list[Found]) -> Iterator[Found]:
    """Clock times and parts of the day that no day stands beside."""
    for match in _ALONE.finditer(text):
        if all(match.end() <= each.start or match.start() >= each.end for each in days):
            yield Found(*match.span(), None, clock=match["clock"], part=_part(match["part"] or match["bare"]))
