"""The read-only draft that every step sees: the report, its normalised view, its parse, and the findings so far."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Any, TypeVar, cast

from everyclaim.lexicon.words import Hit, find
from everyclaim.model import Mention, Report, Span
from everyclaim.read.tokens import Doc, Phrase, Token

T = TypeVar("T")


@lru_cache(maxsize=64)
def _words(name: str, text: str) -> tuple[Hit, ...]:
    return tuple(find(name, text))


@dataclass(frozen=True)
class Draft:
    """One report while it is read.

    `text` is the view of equal length (`text/view.py`): offsets into it are offsets into the report. `doc` is one
    parse of the whole view, so a token's `idx` is its offset; no sentence crosses a block.
    """

    report: Report
    text: str
    doc: Doc
    findings: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    step: str = ""
    kept: dict[tuple[object, ...], Any] = field(default_factory=dict, repr=False, compare=False)

    def mention(self, start: int, end: int, meaning: T) -> Mention[T]:
        """Cut a mention at these offsets; the quote comes from the archived text, so a step cannot misquote."""
        return Mention(self.report.span(start, end), meaning, self.step)

    def span(self, start: int, end: int) -> Span:
        """Cut a span at these offsets."""
        return self.report.span(start, end)

    def by_step(self, name: str) -> tuple[Any, ...]:
        """Everything that one step found, in its order.

        Raises:
            ValueError: the step has not run; the asking step must name it in `needs`.
        """
        if name not in self.findings:
            raise ValueError(f"Step {self.step!r} reads {name!r}, which has not run; add it to `needs`.")
        return self.findings[name]

    def found(self, kind: type[T]) -> tuple[Mention[T], ...]:
        """All mentions so far whose meaning is of this type, by place in the text."""
        seen, hits = self.kept.get((kind,), (0, ()))
        if seen < len(self.findings):
            every = (m for each in islice(self.findings.values(), seen, None) for m in each if isinstance(m, Mention))
            if fresh := [m for m in every if isinstance(m.meaning, kind)]:
                hits = tuple(sorted([*hits, *fresh], key=lambda m: (m.span.start, -m.span.end)))
            self.kept[kind,] = len(self.findings), hits
        return cast("tuple[Mention[T], ...]", hits)

    def found_in(self, kind: type[T], start: int, end: int) -> tuple[Mention[T], ...]:
        """Mentions of this type that lie within the offsets."""
        hits = self.found(kind)
        first, last = (bisect_left(hits, offset, key=lambda m: m.span.start) for offset in (start, end))
        return tuple(m for m in hits[first:last] if m.span.end <= end)

    def words(self, name: str) -> tuple[Hit, ...]:
        """The words of a lexicon list found in the view."""
        return _words(name, self.text)

    def has_word(self, name: str, offset: int) -> bool:
        """Whether a word of a lexicon list covers the offset."""
        return offset in self.once(_covered, name)

    def once(self, work_out: Callable[["Draft", str], T], about: str = "") -> T:
        """What a function makes of the draft, worked out once between two steps: an index asked for at every word.

        All steps of a report share what was kept: long reports would cost the square of their length without.
        """
        key = (work_out, about), len(self.findings)
        if key not in self.kept:
            self.kept[key] = work_out(self, about)
        return cast("T", self.kept[key])

    def head(self, start: int, end: int) -> Token:
        """The token of these words on which the others hang."""
        tokens = [token for token in self.phrase(start, end) if not token.is_space]
        inside = {token.i for token in tokens}
        return next((token for token in tokens if token.head.i not in inside or token.head.i == token.i), tokens[0])

    def phrase(self, start: int, end: int) -> Phrase:
        """The tokens that touch these offsets (the last token before them where they touch none)."""
        starts = self.doc.starts
        first = max(0, bisect_left(starts, start + 1) - 1)
        if first < len(starts) and starts[first] + len(self.doc[first]) <= start and first + 1 < len(starts):
            first += 1
        last = max(first + 1, bisect_left(starts, end))
        return self.doc[first:last]


def _covered(draft: Draft, name: str) -> frozenset[int]:
    return frozenset(offset for hit in draft.words(name) for offset in range(hit.start, hit.end))
