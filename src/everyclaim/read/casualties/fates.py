"""What befell one person, told more than once: "Omar Haddad was shot ... he died ... the teacher's death".

Where it stands: `casualty_counts` leaves out the wound of somebody who is said to have died of it, and `figure_claims`
a fate that the same voice, or the report itself, has told already.
"""

import re
from collections.abc import Iterator, Sequence

from everyclaim.model import Mention
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Harmed, Person
from everyclaim.read.syntax import children, sentence_bounds, word

_PRONOUNS = frozenset({"he", "she", "him", "her"})
_NOBODY = frozenset({"people", "person"})
_AFTER = 600
"""How far behind a wound its end may be told: a paragraph or two, beyond which "he" is somebody else."""


def name_of(draft: Draft, harmed: Mention[Harmed]) -> str | None:
    """The name of the one person counted; of "he" the only name that this sentence and the one before it give."""
    if harmed.meaning.name is not None or word(draft.doc[harmed.meaning.head]) not in _PRONOUNS:
        return harmed.meaning.name
    here = draft.doc[harmed.meaning.head].idx
    first, _ = sentence_bounds(draft.doc, here)
    before, _ = sentence_bounds(draft.doc, max(0, len(draft.text[:first].rstrip()) - 1))
    names = {each.meaning.name for each in draft.found_in(Person, before, here)}
    return names.pop() if len(names) == 1 else None


def without_outlived(draft: Draft, told: Sequence[Mention[Harmed]]) -> Iterator[Mention[Harmed]]:
    """Leave out one person's wound where that person is said to have died afterwards (codebook, 3.3)."""
    for each in told:
        if not (_is_one(each, "injured") and any(_is_end_of(draft, death, each, told) for death in told)):
            yield each


def without_repeated(told: Sequence[Mention[Harmed]]) -> Iterator[Mention[Harmed]]:
    """Leave out a named person's death that is told before: of "one fatally", or of "a ranger" who is then named."""
    for at, each in enumerate(told):
        deaths = [before for before in told[:at] if before.meaning.figure.harm == "killed"]
        if not (deaths and _is_one(each, "killed") and _is_told_by(deaths[-1], each)):
            yield each


def _is_told_by(before: Mention[Harmed], death: Mention[Harmed]) -> bool:
    """Whether the last death told before this one is one nameless person's, and may be this one's."""
    first, flags = before.meaning.figure, (*before.meaning.figure.flags, *death.meaning.figure.flags)
    nameless = (first.number, first.number_high) == (1, 1) and before.meaning.name is None
    near = 0 < death.span.start - before.span.end < _AFTER
    if not nameless or not near or death.meaning.name is None or "perpetrator" in flags:
        return False
    if first.of in _NOBODY:
        return before.meaning.part_of is not None
    return re.search(rf"\b{re.escape(first.of)}\b", death.span.quote, re.IGNORECASE) is not None


def _is_one(told: Mention[Harmed], harm: str) -> bool:
    figure = told.meaning.figure
    return figure.harm == harm and figure.number == 1 and figure.number_high == 1 and told.meaning.part_of is None


def _is_end_of(draft: Draft, death: Mention[Harmed], wound: Mention[Harmed], told: Sequence[Mention[Harmed]]) -> bool:
    """Whether a death is that of the wounded person: of the same name, or "he" with nobody else in between."""
    trigger, head = draft.doc[death.meaning.trigger], draft.doc[death.meaning.head]
    negated = any(children(trigger, "neg"))
    if negated or not _is_one(death, "killed") or not 0 < death.span.start - wound.span.start < _AFTER:
        return False
    if wound.meaning.name is not None and name_of(draft, death) == wound.meaning.name:
        return True
    between = [each for each in told if wound.span.start < each.span.start < death.span.start]
    same = death.meaning.definite and death.meaning.figure.of == wound.meaning.figure.of
    return (same or word(head) in _PRONOUNS) and not between
