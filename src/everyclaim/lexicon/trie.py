"""A tree of words in which every listed expression is looked up at once, word by word.

Word lists (`words.py`) and the actor table (`actors.py`) are compiled into it. A text is cut into words once and kept
for the next list; then each position costs a few dictionary look-ups, whatever the number of expressions.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from typing import Generic, NamedTuple, TypeVar

P = TypeVar("P")

GAP = "..."
GAP_WORDS = 4
"""How many words "..." may stand for: "shot the two young men dead". Five and more reach into other clauses."""

_WORD = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)|[^\W_]+")
"""A number with commas is one word: "forced 4,000 people from their homes"."""
_JOINT = re.compile(r" *\n? *|-|'|' |\.|/|&| & |\.-|\"| ?\(")
"""What may stand between two words of one expression. A full stop counts inside ("U.S.") and after an initial alone."""


class Words(NamedTuple):
    """A text cut into words: lower case, offsets, and whether each may be joined to the one before."""

    lower: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    joined: tuple[bool, ...]


class Match(NamedTuple, Generic[P]):
    """Words `first` to `last` (exclusive) are the expression of `payload`; `length` counts its own words."""

    first: int
    last: int
    length: int
    payload: P


@dataclass(slots=True)
class Node(Generic[P]):
    """One word's place in the tree: what may follow, and what ends here."""

    next: dict[str, "Node[P]"] = field(default_factory=dict)
    ends: list[P] = field(default_factory=list)

    def add(self, words: tuple[str, ...], payload: P) -> None:
        """Enter an expression, given as lower-case words."""
        node = self
        for word in words:
            node = node.next.setdefault(word, Node())
        node.ends.append(payload)

    def matches(self, text: Words, first: int) -> Iterator[Match[P]]:
        """Yield every expression that begins with the word at `first`."""
        if (node := self.next.get(text.lower[first])) is not None:
            yield from _follow(node, text, first, first + 1, 1)


def _follow(node: Node[P], text: Words, first: int, at: int, length: int) -> Iterator[Match[P]]:
    for payload in node.ends:
        yield Match(first, at, length, payload)
    if at < len(text.lower) and text.joined[at] and (after := node.next.get(text.lower[at])) is not None:
        yield from _follow(after, text, first, at + 1, length + 1)
    if (gap := node.next.get(GAP)) is not None:
        for skipped in range(GAP_WORDS + 1):
            if at + skipped >= len(text.lower) or not text.joined[at + skipped]:
                break
            if (after := gap.next.get(text.lower[at + skipped])) is not None:
                yield from _follow(after, text, first, at + skipped + 1, length + 1)


@lru_cache(maxsize=16)
def cut(text: str) -> Words:
    """Cut a text into words."""
    found = list(_WORD.finditer(text))
    starts = tuple(each.start() for each in found)
    ends = tuple(each.end() for each in found)
    joined = tuple(
        bool(
            index
            and (
                _JOINT.fullmatch(text, ends[index - 1], starts[index])
                or (ends[index - 1] - starts[index - 1] == 1 and text[ends[index - 1] : starts[index]] == ". ")
            )
        )
        for index in range(len(found))
    )
    return Words(tuple(each[0].lower() for each in found), starts, ends, joined)


def variants(expression: str) -> Iterator[tuple[str, ...]]:
    """Spell an expression out: "himself/herself" either word, "air-strike" also "air strike" and "airstrike".

    Yields:
        Each variant as lower-case words; "..." stays as it is and stands for up to `GAP_WORDS` words.
    """
    yield from (sum(each, ()) for each in product(*(_part(part) for part in expression.split())))


def _part(part: str) -> list[tuple[str, ...]]:
    if part == GAP:
        return [(GAP,)]
    found: dict[tuple[str, ...], None] = {}
    for choice in part.split("/"):
        found[tuple(_WORD.findall(choice.lower()))] = None
        if "-" in choice:
            found[tuple(_WORD.findall(choice.lower().replace("-", "")))] = None
    return [each for each in found if each] or [()]
