"""Gives a figure the status that its own voice tells of those people in other words.

Where it stands: `figure_claims` asks it for each figure whose own words give no status.
"""

import re
from dataclasses import replace

from everyclaim.model import Claim, Figure, Mention
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import WhoTheyWere
from everyclaim.read.syntax import sentence_bounds
from everyclaim.read.voicing import voice_over

_BETWEEN = re.compile(r"(?:\s+(?:in|near|at|outside)\s+(?:[A-Z]\S*\s?){1,3})?\s*(?:[,–(-]\s*)?")
"""Between a count and what is said right behind it: a mark, and at most the name of the place."""


_GOING_ON = frozenset({"he", "she", "they"})


def described(draft: Draft, made: Claim) -> Claim:
    """Return the claim, its figure with the status, label and group that the same voice gives elsewhere."""
    figure = made.value.meaning
    if not isinstance(figure, Figure) or figure.status != "unknown" or figure.expression == "none":
        return made
    for told in draft.found(WhoTheyWere):
        if _is_of(told, made, draft):
            who = told.meaning
            better = replace(
                figure,
                status=who.status,
                group=figure.group or who.group,
                claimed_label=who.claimed_label or figure.claimed_label,
            )
            return replace(made, value=replace(made.value, meaning=better))
    return made


def _is_of(told: Mention[WhoTheyWere], made: Claim, draft: Draft) -> bool:
    span = made.value.span
    if told.meaning.behind:
        return span.start <= told.span.start and (
            told.span.start <= span.end or _BETWEEN.fullmatch(draft.text, span.end, told.span.start) is not None
        )
    if made.field not in told.meaning.harms:
        return False
    voices = _voices(draft, told)
    return voices == [each.meaning.name for each in made.said_by] or (not voices and _goes_on(draft, made, told))


def _goes_on(draft: Draft, made: Claim, told: Mention[WhoTheyWere]) -> bool:
    """Whether the speaker of the sentence before goes on: "He had seen no fighters among the dead"."""
    start, _ = sentence_bounds(draft.doc, told.span.start)
    first, last = sentence_bounds(draft.doc, made.value.span.start)
    opening = draft.text[start : told.span.start].split()[:1]
    return bool(opening) and opening[0].lower() in _GOING_ON and first < start and not draft.text[last:start].strip()


def _voices(draft: Draft, told: Mention[WhoTheyWere]) -> list[str]:
    over = voice_over(draft, told.span.start, told.span.end)
    return [source.meaning.name for voice in over for source in voice.meaning.sources]
