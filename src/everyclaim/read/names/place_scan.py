"""Looks up runs of capitalised words in the gazetteer, longest first. The step `places` decides which are places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from everyclaim.lexicon.gazetteer import Entry, Gazetteer
from everyclaim.lexicon.gazetteer_fold import fold
from everyclaim.lexicon.gazetteer_words import place_words

_SMALL = ("settlement", "neighbourhood", "landmark", "landscape", "admin2", "admin3")
LONGEST = 6
"""Words in the longest name looked up: "Democratic Republic of the Congo" has five."""

_WORD = re.compile(r"(?:[A-Z]\.){2,}|(?!(?<=')s\b)[^\W_]+(?:'(?!s\b)[^\W\d_]+)*")
_GAP = re.compile(r"(?:'s)? |(?:(?<=-e)|(?<=-i)) '|-|'|\n|(?<=St)\. |(?<=Mt)\. |(?<=Ft)\. ")
_ELIDED = re.compile(r"[dl]'[A-Z]")
_MOST_SHORT = 4


class Word(NamedTuple):
    """A word of the view with its offsets."""

    start: int
    end: int
    text: str

    @property
    def capital(self) -> bool:
        """Whether it begins like a name."""
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Run:
    """Words `first` to `last` (half-open) whose joined name the gazetteer knows; `entries` likeliest first."""

    first: int
    last: int
    start: int
    end: int
    key: str
    entries: tuple[Entry, ...] = field(compare=False)


class Scan:
    """The words of a text and the gazetteer's answers for them. Kept for one report."""

    def __init__(self, text: str, gazetteer: Gazetteer) -> None:
        self.text = text
        self.gazetteer = gazetteer
        self.words = [Word(*found.span(), found[0]) for found in _WORD.finditer(text)]

    @cached_property
    def shouted(self) -> bool:
        """Whether the text is written in capitals throughout, so that capitals tell nothing of abbreviations."""
        letters = [letter for letter in self.text if letter.isalpha()]
        return bool(letters) and sum(map(str.isupper, letters)) > 0.7 * len(letters)

    @cached_property
    def lower(self) -> frozenset[str]:
        """The words that the text also writes in lower case."""
        return frozenset(word.text for word in self.words if word.text.islower())

    def joined(self, index: int) -> bool:
        """Whether a word and the one after it can belong to one name."""
        if index + 1 >= len(self.words):
            return False
        return _GAP.fullmatch(self.text, self.words[index].end, self.words[index + 1].start) is not None

    def runs_at(self, first: int) -> Iterator[Run]:
        """Every known name that begins at a word, longest first."""
        if not self._begins(first):
            return
        last = first + 1
        while last - first < LONGEST and self.joined(last - 1) and self._inside(last):
            last += 1
        for end in range(last, first, -1):
            if not (self.words[end - 1].capital or _ELIDED.match(self.words[end - 1].text)):
                continue
            if run := self._known(first, end):
                yield run

    def _begins(self, index: int) -> bool:
        word = self.words[index]
        if word.capital:
            return True
        return (
            word.text in place_words().articles
            and self.joined(index)
            and self.words[index + 1].capital
            and self.text[word.end] == "-"
        )

    def _inside(self, index: int) -> bool:
        word = self.words[index]
        return (
            word.capital
            or _ELIDED.match(word.text) is not None
            or word.text in place_words().inner
            or word.text.isdigit()
        )

    def _known(self, first: int, last: int) -> Run | None:
        start, end = self.words[first].start, self.words[last - 1].end
        written = self.text[start:end]
        if not self.shouted and self._is_initials(written):
            return None
        if not (key := fold(written)) or not self.gazetteer.knows(key, bare=self._goes_on(last)):
            return None
        entries = tuple(self.gazetteer.find(written))
        if written.replace(".", "").isupper() and end - start <= _MOST_SHORT and not self.shouted:
            entries = tuple(entry for entry in entries if entry.kind not in _SMALL)
        return Run(first, last, start, end, key, entries)

    def _goes_on(self, last: int) -> bool:
        """Whether a capitalised word runs on after these: "Velm City Hall" is not in Velm City's name."""
        return self.joined(last - 1) and self.words[last].capital

    @staticmethod
    def _is_initials(written: str) -> bool:
        """Whether a name is a short abbreviation that is not known to be a place's."""
        letters = written.replace(".", "")
        return letters.isupper() and len(letters) <= _MOST_SHORT and letters not in place_words().abbreviations
