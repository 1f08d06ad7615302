"""Which patterns can begin at a place of a text, by its first letters: many patterns are looked for at the cost of few.

A table of patterns is compiled into the letters that each can begin with; a text is then walked once, and only the
patterns that can begin at a place are tried there. What is found is what each pattern's own `finditer` would find.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from re import _constants as op  # type: ignore[attr-defined]  # how `re` itself reads a pattern; nothing public tells it
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

LETTERS = 3
"""How many letters are told apart: "the" alone opens some patterns, two letters open most of the words of a text."""

_WIDEST = 12
"""A class of more characters than this counts as any character, or the table grows by its cube."""

_DIGIT = re.compile(r"\d")
_Opening = tuple[str, bool]
"""Letters that a pattern can begin with, and whether they go on with what follows."""


class Table(NamedTuple):
    """Patterns, and by the letters of an opening the numbers of those that can begin so, first ones first."""

    patterns: tuple[re.Pattern[str], ...]
    by_opening: dict[str, tuple[int, ...]]
    lengths: tuple[int, ...]
    begins: re.Pattern[str]


def table(patterns: Iterable[re.Pattern[str]], guard: str) -> Table:
    """Compile patterns into a table.

    Args:
        patterns: the patterns; each begins with `guard`.
        guard: what holds before each of their matches, as no letter standing there: the places where anything is tried.

    Raises:
        ValueError: a pattern does not begin with the guard, so the table would miss some of its matches.
    """
    every = tuple(patterns)
    if stray := [each.pattern for each in every if not each.pattern.startswith(guard)]:
        raise ValueError(f"{stray[0]!r} does not begin with {guard!r}; put the guard before it.")
    found: dict[str, list[int]] = {}
    for number, pattern in enumerate(every):
        for letters in openings(pattern):
            found.setdefault(letters, []).append(number)
    joined = {
        letters: tuple(sorted({n for size in range(len(letters) + 1) for n in found.get(letters[:size], ())}))
        for letters in found
    }
    lengths = tuple(sorted({len(letters) for letters in found}, reverse=True))
    return Table(every, joined, lengths, re.compile(rf"{guard}(?s:.)"))


def find_all(among: Table, text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield each match of each pattern with the pattern's number, by place; the same that `finditer` of each yields."""
    folded = _folded(text)
    ends = [0] * len(among.patterns)
    for place in among.begins.finditer(text):
        at = place.start()
        for number in _openable(among, folded[at : at + LETTERS]):
            if at >= ends[number] and (match := among.patterns[number].match(text, at)) is not None:
                ends[number] = match.end()
                yield number, match


def _openable(among: Table, letters: str) -> tuple[int, ...]:
    for size in among.lengths:
        if size <= len(letters) and (numbers := among.by_opening.get(letters[:size])) is not None:
            return numbers
    return ()


def _folded(text: str) -> str:
    """The text in small letters, every digit 0, in equal length."""
    small = _DIGIT.sub("0", text.lower())
    return small if len(small) == len(text) else "".join(_DIGIT.sub("0", each.lower()[0]) for each in text)


def openings(pattern: re.Pattern[str]) -> frozenset[str]:
    """The letters, at most `LETTERS`, with which a match of a pattern can begin: small letters, every digit 0.

    Fewer letters stand for all that begin with them, none for anything.
    """
    found = _sequence(parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG))
    return frozenset(letters for letters, _ in found)


def _sequence(items: Sequence[Any]) -> set[_Opening]:
    found: set[_Opening] = {("", True)}
    for item in items:
        if not any(goes_on for _, goes_on in found):
            break
        found = _joined(found, _item(*item))
    return found


def _joined(first: set[_Opening], second: set[_Opening]) -> set[_Opening]:
    made = {each for each in first if not each[1]}
    for letters, _ in first - made:
        for more, goes_on in second:
            both = letters + more
            made.add((both[:LETTERS], goes_on and len(both) < LETTERS))
    return made


def _item(kind: Any, given: Any) -> set[_Opening]:
    """What one part of a parsed pattern can begin with; what is not known here can begin with anything."""
    found: set[_Opening] = {("", False)}
    match kind:
        case op.LITERAL:
            found = {(_folded(chr(given)), True)}
        case op.IN:
            found = _class(given)
        case op.AT | op.ASSERT | op.ASSERT_NOT:
            found = {("", True)}
        case op.SUBPATTERN:
            found = _sequence(given[-1])
        case op.BRANCH:
            found = set().union(*(_sequence(each) for each in given[1]))
        case op.MAX_REPEAT | op.MIN_REPEAT:
            found = _repeated(*given)
    return found


def _repeated(least: int, most: int, items: Sequence[Any]) -> set[_Opening]:
    once = _sequence(items)
    found: set[_Opening] = {("", True)}
    every: set[_Opening] = set() if least else {("", True)}
    for times in range(1, min(most, max(least, LETTERS)) + 1):
        found = _joined(found, once)
        if times >= least:
            every |= found
    return every


def _class(members: Sequence[tuple[Any, Any]]) -> set[_Opening]:
    found: set[str] = set()
    for kind, given in members:
        if kind is op.LITERAL:
            found.add(_folded(chr(given)))
        elif kind is op.RANGE and given[1] - given[0] <= _WIDEST:
            found |= {_folded(chr(code)) for code in range(given[0], given[1] + 1)}
        elif kind is op.CATEGORY and given is op.CATEGORY_DIGIT:
            found.add("0")
        else:
            return {("", False)}
    return {(each, True) for each in found} if len(found) <= _WIDEST else {("", False)}
