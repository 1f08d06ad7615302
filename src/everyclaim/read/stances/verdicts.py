"""What somebody is tried or was punished for: told to explain a verdict, not as news.

Where it stands: beside `read/stances/background.py`, for the step `stances`. A trial ends long after the deed: "two men
were jailed for the bombing of a mosque" is no new bombing. Charges and first hearings follow a deed within days, so
they leave it as it is; so does a verdict that names a day of the last months.
"""

from collections.abc import Iterator
from datetime import timedelta

from everyclaim.model import When
from everyclaim.read.draft import Draft
from everyclaim.read.syntax import clause_of, is_verb, word
from everyclaim.read.tokens import Token

_ENDED = frozenset(
    "sentenced sentences sentencing jailed jails imprisoned convicted convicts convicting conviction convictions "
    "guilty acquitted acquits acquittal cleared verdict trial retrial tried appeal".split()
)
_PUNISHED = frozenset({"executed", "executes", "hanged"})
"""What may be a sentence carried out: only what it is "for" is old then."""
_OVER = frozenset({"for", "of", "over", "in", "about", "on"})
RECENT = timedelta(days=120)
"""A deed no older than this may be in court for the first time, and is still news."""


def is_of_verdict(draft: Draft, start: int) -> bool:
    """Whether an offset lies in what a verdict or a trial is about."""
    token = draft.phrase(start, start + 1)[0].i
    return any(token in told for told in draft.once(_verdicts))


def find_verdicts(draft: Draft) -> Iterator[set[int]]:
    """Find the tokens that name what verdicts and trials are about."""
    yield from draft.once(_verdicts)


def _verdicts(draft: Draft, _: str) -> tuple[set[int], ...]:
    return tuple(_about(draft))


def _about(draft: Draft) -> Iterator[set[int]]:
    for token in draft.doc:
        if word(token) in _ENDED | _PUNISHED and (word(token) != "cleared" or is_verb(token)):
            for prep in _prepositions(token):
                if not _is_recent(draft, prep):
                    yield {each.i for each in prep.subtree}


def _prepositions(token: Token) -> Iterator[Token]:
    """Prepositions that hang on a word of a verdict without a verb between: "jailed for", "ten years for"."""
    base = clause_of(token) if word(token) in {"trial", "retrial"} else token
    over = {"for"} if word(token) in _PUNISHED else _OVER
    for each in base.subtree:
        if each.dep_ == "prep" and each.i > token.i and word(each) in over and clause_of(each.head) == clause_of(base):
            yield each


def _is_recent(draft: Draft, prep: Token) -> bool:
    """Whether what stands under a preposition is dated in the last months."""
    published = draft.report.published
    start, end = prep.left_edge.idx, prep.right_edge.idx + len(prep.right_edge)
    days = [each.meaning for each in draft.found_in(When, start, end)]
    return published is not None and any(
        day.earliest is not None and day.earliest >= published - RECENT for day in days
    )
