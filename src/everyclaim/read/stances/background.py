"""Clauses about a past year: told to explain the news, not as news.

Where it stands: beside `read/stances/coloured.py`, for the step `stances`. A year is past when it ends before the
report's own year; without a date of publication the dateline's year is taken, without either nothing is.
"""

import re
from collections.abc import Iterator

from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Block
from everyclaim.read.stances.reach import clause_tokens, governing_verb, noun_tokens
from everyclaim.read.syntax import children, is_verb, word
from everyclaim.read.tokens import Token

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_LATE_MONTHS = re.compile(r"\b(?:october|november|december)\b[ ,\d]*$", re.IGNORECASE)
_LONG_AGO = re.compile(
    r"\b(?:years?|decades?|century|centuries) (?:ago|earlier|before)\b|\banniversary\b|\bcommemorat\w+|"
    r"\bhistorically\b|\bmedieval\b|\bancient\b|\bNapoleonic\b|"
    r"\b(?:First|Second) World War\b|\bWorld War (?:I+|One|Two|1|2)\b|"
    r"\bin previous years\b|\bin the past\b(?=[,.;:)]|$)|\bthe (?:earlier|previous) attacks?\b|"
    r"\bin recent years\b|\blast year\b",
    re.IGNORECASE,
)
_NEW_YEAR_MONTHS = 3
"""In these first months of a year the last months of the year before are still news."""


def find_background(draft: Draft) -> Iterator[set[int]]:
    """Find the tokens of clauses and noun phrases that belong to a past year."""
    own = _own_year(draft)
    if own is not None:
        for found in _YEAR.finditer(draft.text):
            if int(found[0]) < own and not _is_fresh(draft, found, own):
                yield from _around(draft.phrase(*found.span())[0])
    for found in _LONG_AGO.finditer(draft.text):
        yield from _around(draft.phrase(*found.span())[0])


def _own_year(draft: Draft) -> int | None:
    if draft.report.published is not None:
        return draft.report.published.year
    for block in draft.found(Block):
        if block.meaning.kind == "dateline" and (found := _YEAR.search(block.span.quote)):
            return int(found[0])
    return None


def _is_fresh(draft: Draft, found: re.Match[str], own: int) -> bool:
    """Whether the date lies a few months back: December in a report of February."""
    published = draft.report.published
    early = published is not None and published.month <= _NEW_YEAR_MONTHS
    late = _LATE_MONTHS.search(draft.text, max(0, found.start() - 16), found.start()) is not None
    return early and late and int(found[0]) == own - 1


def _around(token: Token) -> Iterator[set[int]]:
    """What the time belongs to: the clause of its verb, or the noun phrase that it dates."""
    above = token
    while above.head.i != above.i and not is_verb(above):
        if above.tag_.startswith("NN") and _dates(above, token):
            yield from _phrase(above)
            return
        above = above.head
    verb = governing_verb(above)
    if verb is not None:
        yield clause_tokens(verb, said=True)


def _dates(noun: Token, time: Token) -> bool:
    """Whether a noun is dated by the time ("the overthrow in October 2011"), not part of it ("October")."""
    if noun.i == time.i or noun.dep_ == "npadvmod":
        return False
    between = [t for t in (time, *time.ancestors) if noun.is_ancestor(t)]
    return any(t.dep_ in {"prep", "nummod", "amod"} for t in between) and not _is_month(noun)


def _is_month(noun: Token) -> bool:
    return (
        re.match(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", word(noun)) is not None and noun.tag_ == "NNP"
    )


def _phrase(noun: Token) -> Iterator[set[int]]:
    """A dated noun alone, or with its clause where the clause tells what it did or what happened in it."""
    verb = noun.head
    if noun.dep_ == "pobj" and word(noun.head) in {"in", "during"} and is_verb(noun.head.head):
        yield clause_tokens(noun.head.head, said=True)
    elif noun.dep_ in {"nsubj", "nsubjpass"} and is_verb(verb):
        yield clause_tokens(verb, said=True)
    else:
        told = (each for clause in children(noun, "relcl", "acl") for each in clause.subtree)
        yield noun_tokens(noun) | {each.i for each in told}
