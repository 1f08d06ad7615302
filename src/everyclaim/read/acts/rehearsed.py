"""Acts that are only played: exercises, drills, training, rehearsals of an attack.

Where it stands: `read/acts/reality.py` asks this of a group of tellings. Where somebody is harmed, an act beside an
exercise is real ("gunmen killed five soldiers during an exercise"); where nobody is and the report is about an
exercise, its gunmen and hostages are players.
"""

import re
from collections.abc import Sequence

from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Harmed, Telling
from everyclaim.read.syntax import sentence_bounds

_PLAYED = re.compile(
    r"(?<!during )(?<!during an )(?<!during a )(?<!after an )(?<!after a )"
    r"\b(?:exercises?|drills?|rehears\w+|simulat(?:ed|ion|ions|ing|es?)|mock|war[- ]games?|role[- ]play\w*|"
    r"are training|is training|were training|training (?:exercise|event|session|scenario)s?)\b",
    re.IGNORECASE,
)
_ABOUT = 2
"""A report that names an exercise twice is about it."""


def is_rehearsed(draft: Draft, tellings: Sequence[Telling]) -> bool:
    """Whether nobody is harmed in a group, and it stands beside the word for an exercise or in a report about one."""
    heads = {each.head for each in tellings}
    hurt = [
        each.meaning
        for each in draft.found(Harmed)
        if each.meaning.figure.number and each.meaning.figure.harm in {"killed", "injured"}
    ]
    if any(each.trigger in heads for each in hurt):
        return False
    if draft.once(_is_about) and not hurt:
        return True
    return all(_PLAYED.search(draft.text, *sentence_bounds(draft.doc, each.start)) for each in tellings)


def _is_about(draft: Draft, _: str) -> bool:
    titled = _PLAYED.search(draft.report.title or "") is not None
    return titled or len(_PLAYED.findall(draft.text)) >= _ABOUT
