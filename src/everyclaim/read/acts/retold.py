"""Old deeds that a report of a trial, a funeral or a museum tells again in the plain past.

Where it stands: `read/acts/tellings.py` asks this of all that a report tells. Where the first thing told is a deed that
a verdict or a trial is about, the sentences that follow tell how it was done; only what has a day of the last months
of its own is news beside it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from everyclaim.model import When
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Telling
from everyclaim.read.stances.verdicts import RECENT, is_of_verdict
from everyclaim.read.syntax import sentence_bounds

_OPENING = 400
"""How far into a report its first deed stands if the report is about it: two long sentences."""
_MEMORY = re.compile(
    r"\b(?:museum|memorial|monument|statue|veterans?|anniversary|commemorat\w*|remembrance|exhibition|documentary|"
    r"wartime|historians?|biography|memoirs?|archives?)\b",
    re.IGNORECASE,
)
_OF_NOW = frozenset({"arrest", "protest", "protest_repression", "riot_mob"})
"""What happens at and around a trial."""


def in_court(draft: Draft, told: Sequence[Telling]) -> list[Telling]:
    """The tellings, those that retell the deed of a trial as history."""
    deeds = [each for each in told if each.type not in _OF_NOW]
    lead = [each for each in deeds if each.sentence == deeds[0].sentence and each.start < _OPENING]
    tried = any(each.modality == "historical" and is_of_verdict(draft, each.start) for each in lead)
    if not tried and not (lead and _recalls(draft, lead)):
        return list(told)
    return [each if each.type in _OF_NOW or _is_new(draft, each) else _retold(each) for each in told]


def _recalls(draft: Draft, lead: Sequence[Telling]) -> bool:
    """Whether the first deed is only named, without a day of its own, beside a word for what keeps it in memory."""
    if not all(each.nominal and not _is_new(draft, each) for each in lead):
        return False
    return _MEMORY.search(draft.text, *sentence_bounds(draft.doc, lead[0].start)) is not None


def _retold(telling: Telling) -> Telling:
    return replace(telling, modality="historical")


def _is_new(draft: Draft, telling: Telling) -> bool:
    """Whether a day of the last months stands in the clause of what is told."""
    day: When | None = telling.when.meaning if telling.when else None
    published = draft.report.published
    if day is None or day.earliest is None or published is None or "when" not in telling.strong:
        return False
    return day.earliest >= published - RECENT
