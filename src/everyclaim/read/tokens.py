"""The words of a parsed report: what a parser found, as plain objects that every step walks.

Where it stands: `engines/` fills it, steps and reading aids walk it. The names are those of spaCy's tokens, which the
steps were written against; but a token here is made once and holds its neighbours, where spaCy makes a new one at
each look, which cost more than the parse itself (docs/design/0040-reading-at-speed.md).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, overload


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """A word of the parse: its text as parsed, its tag (Penn), and where it hangs.

    `idx` is its offset in the view. `children` are its dependents in text order, those before it and those after it;
    the edges are the first and last words of all that hangs on it. A root is its own head.
    """

    doc: "Doc"
    i: int
    idx: int
    text: str
    lower_: str
    is_space: bool
    is_punct: bool
    tag_: str
    dep_: str
    head: "Token" = field(init=False)
    left_edge: "Token" = field(init=False)
    right_edge: "Token" = field(init=False)
    lefts: list["Token"] = field(default_factory=list)
    rights: list["Token"] = field(default_factory=list)
    children: list["Token"] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.head = self.left_edge = self.right_edge = self

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def ancestors(self) -> Iterator["Token"]:
        """The words above this one, the nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def subtree(self) -> list["Token"]:
        """The word and all that hangs on it, in text order."""
        found: list[Token] = []
        _gather(self, found)
        return found

    @property
    def sent(self) -> "Phrase":
        """The sentence in which it stands."""
        return self.doc.sentence(self.i)

    def nbor(self, distance: int = 1) -> "Token":
        """The word at a distance, before it if negative.

        Raises:
            IndexError: the text has no such word.
        """
        if self.i + distance < 0:
            raise IndexError(self.i + distance)
        return self.doc.tokens[self.i + distance]

    def is_ancestor(self, other: "Token") -> bool:
        """Whether the other word hangs on this one, near or far."""
        return any(above is self for above in other.ancestors)


def _gather(token: Token, found: list[Token]) -> None:
    for each in token.lefts:
        _gather(each, found)
    found.append(token)
    for each in token.rights:
        _gather(each, found)


@dataclass(slots=True, eq=False)
class Phrase:
    """The words from `start` to `end` (exclusive), counted in words."""

    doc: "Doc"
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> "Phrase": ...
    def __getitem__(self, at: int | slice) -> "Token | Phrase":
        if isinstance(at, slice):
            first, last, _ = at.indices(len(self))
            return Phrase(self.doc, self.start + first, self.start + max(first, last))
        return self.doc.tokens[self.start : self.end][at]

    @property
    def text(self) -> str:
        """Its words as they were parsed, with what stands between them."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def start_char(self) -> int:
        """Its offset in the view."""
        return self.doc.tokens[self.start].idx if self.start < len(self.doc) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """The offset where its last word ends."""
        if self.end == self.start:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last)

    @property
    def root(self) -> Token:
        """The word on which the others hang, the first of those that are least deep."""
        tokens = self.doc.tokens[self.start : self.end]
        for each in tokens:
            if each.head is each:
                return each
        tops = [each for each in tokens if not self.start <= each.head.i < self.end]
        return min(tops, key=_steps_to_root, default=tokens[0])


def _steps_to_root(token: Token) -> int:
    """How many words stand above; a mark or space on which nothing hangs comes last."""
    if (token.is_space or token.is_punct) and not token.children:
        return len(token.doc) - 1
    return sum(1 for _ in token.ancestors)


class Word(NamedTuple):
    """What a parser says of one word; `head` is the distance to its head in words."""

    idx: int
    text: str
    lower: str
    is_space: bool
    is_punct: bool
    tag: str
    dep: str
    head: int
    opens: bool


class Doc:
    """A whole report, parsed.

    `text` is what the parser read: as long as the view, ranges and line ends put plainly. `starts` are where its words
    start.
    """

    __slots__ = ("_number", "sents", "starts", "text", "tokens")

    def __init__(self, text: str, words: Sequence[Word]) -> None:
        self.text = text
        self.starts = [word.idx for word in words]
        self.tokens = [
            Token(self, i, w.idx, w.text, w.lower, w.is_space, w.is_punct, w.tag, w.dep) for i, w in enumerate(words)
        ]
        _hang(self.tokens, [word.head for word in words])
        opening = [i for i, word in enumerate(words) if word.opens or i == 0]
        bounds = zip(opening, [*opening[1:], len(words)], strict=False)
        self.sents = tuple(Phrase(self, start, end) for start, end in bounds)
        self._number = [number for number, each in enumerate(self.sents) for _ in range(len(each))]

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Phrase: ...
    def __getitem__(self, at: int | slice) -> Token | Phrase:
        if isinstance(at, slice):
            first, last, _ = at.indices(len(self.tokens))
            return Phrase(self, first, max(first, last))
        return self.tokens[at]

    def sentence(self, i: int) -> Phrase:
        """The sentence of the word of this number."""
        return self.sents[self._number[i]]


def _hang(tokens: Sequence[Token], heads: Sequence[int]) -> None:
    """Hang each word on its head, and widen the edges of all above it."""
    for token, distance in zip(tokens, heads, strict=True):
        if distance:
            token.head = head = tokens[token.i + distance]
            (head.lefts if token.i < head.i else head.rights).append(token)
            head.children.append(token)
    for token in tokens:
        for above in token.ancestors:
            if above.left_edge.i <= token.i:
                break
            above.left_edge = token
    for token in reversed(tokens):
        for above in token.ancestors:
            if above.right_edge.i >= token.i:
                break
            above.right_edge = token
