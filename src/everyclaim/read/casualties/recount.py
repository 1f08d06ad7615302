"""The same people told again: who is known from before, who is part of whom, and which of two words is the surer.

Where it stands: `casualty_counts` asks it of every count that it finds.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from everyclaim.model import Figure, Harm, Mention
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Harmed, Quantity
from everyclaim.read.tokens import Token

_OF_THEM = re.compile(
    r"^\W*\w+ of (?:them|whom|those|these|the (?:\w+ )?(?:victims|dead|wounded|injured|killed|casualties))\b",
    re.IGNORECASE,
)
_OF_WHOM = "of whom "
_VICTIMS: tuple[Harm, ...] = ("killed", "injured")
"""Harms that "the victims" and "the casualties" may have suffered."""
_DEFINITE = ("the ", "all the ", "all of the ", "these ", "those ")
_SURENESS: tuple[Harm, ...] = ("killed_or_injured", "injured", "killed")
"""Of one person's harms told in one breath the later one here holds: "shot and killed", "wounded and later died"."""


def is_known(draft: Draft, found: Mention[Harmed], told: Sequence[Mention[Harmed]]) -> bool:
    """Whether these are people counted before: "the men", "he", and "the seven victims" after seven dead."""
    figure, before = found.meaning.figure, [each.meaning.figure for each in told]
    if found.meaning.definite:
        same = {figure.harm, *(_VICTIMS if figure.harm == "killed_or_injured" else ())}
        known = any(each.harm in same and _may_be(figure, each) for each in before)
        return known and not _is_first_named(draft, found)
    if figure.harm != "killed_or_injured" or not draft.text[found.span.start :].lower().startswith(_DEFINITE):
        return False
    return any((each.number, each.number_high) == (figure.number, figure.number_high) for each in before)


def _may_be(one: Figure, other: Figure) -> bool:
    """Whether a definite person may be somebody counted before: "the woman" is none of "a man" or "a boy"."""
    if one.number != 1 or other.number != 1 or one.group is None or other.group is None:
        return True
    return one.group == other.group or "adult_unspecified" in {one.group, other.group}


def _is_first_named(draft: Draft, found: Mention[Harmed]) -> bool:
    """Whether somebody stands in a list and was not spoken of before: "two guards, the driver and a nurse"."""
    head = draft.doc[found.meaning.head]
    listed = head.dep_ in {"conj", "appos"} or any(each.dep_ == "conj" for each in head.children)
    before = draft.text[: head.idx].lower()
    return listed and head.tag_ == "NN" and re.search(rf"\b{re.escape(head.lower_)}\b", before) is None


def within(draft: Draft, found: Mention[Harmed], told: Sequence[Mention[Harmed]]) -> Mention[Harmed]:
    """A count "of them" or "of the seven victims" is a part of the last count that can hold it."""
    number = found.meaning.figure.number
    opening = draft.text[max(0, found.span.start - len(_OF_WHOM)) : found.span.start].lower()
    if number is None or found.meaning.part_of is not None:
        return found
    if not _OF_THEM.search(found.span.quote) and opening != _OF_WHOM:
        return found
    for host in (each for each in reversed(told) if each.meaning.part_of is None):
        figure = host.meaning.figure
        holding = figure.harm in {found.meaning.figure.harm, "killed_or_injured"}
        if holding and figure.number is not None and figure.number > number:
            return replace(found, meaning=replace(found.meaning, part_of=host.span))
    return found


def with_listed(found: Sequence[Mention[Harmed]]) -> Sequence[Mention[Harmed]]:
    """Make those a part of the first whom they make up: "six people, four men and two women"."""
    if len(found) < 3 or any(each.meaning.part_of is not None for each in found):
        return found
    whole, *listed = found
    number = whole.meaning.figure.number
    made_up = number is not None and number == sum(each.meaning.figure.number or 0 for each in listed)
    if not made_up or not all(_may_be_of(whole.meaning.figure, each.meaning.figure) for each in listed):
        return found
    return [whole, *(replace(each, meaning=replace(each.meaning, part_of=whole.span)) for each in listed)]


def _may_be_of(whole: Figure, part: Figure) -> bool:
    """Whether men, women and children can be among others: no woman is among two men, no child among two soldiers.

    Of others a list goes on: "two guards, the driver and a nurse" are four.
    """
    fits = whole.status in {"unknown", part.status} or part.status == "unknown"
    return part.group is not None and whole.group in {None, part.group} and fits


def surest(draft: Draft, told: Sequence[Mention[Harmed]]) -> Iterator[Mention[Harmed]]:
    """Leave out what a surer word says of the same people: in "shot and killed a guard" one guard is dead."""
    for each in told:
        if not any(_is_surer(draft, other, each) for other in told):
            yield each


def _is_surer(draft: Draft, other: Mention[Harmed], each: Mention[Harmed]) -> bool:
    """Whether the other is told of the same phrase, or of the phrase in which this one's word stands."""
    harms = each.meaning.figure.harm, other.meaning.figure.harm
    if harms[0] == "killed_or_injured" and harms[1] in _VICTIMS and _same_number(draft, each, other):
        return True
    if not set(harms) <= set(_SURENESS) or _SURENESS.index(harms[1]) <= _SURENESS.index(harms[0]):
        return False
    head, people = draft.doc[each.meaning.head], draft.doc[other.meaning.head]
    return head.i == people.i or (_is_number(people) and _stands_in(draft.doc[each.meaning.trigger], people))


def _same_number(draft: Draft, each: Mention[Harmed], other: Mention[Harmed]) -> bool:
    """Whether a toll's number is told of the dead or of the hurt alone: "the toll rose to 30 dead and 45 wounded"."""
    last = (
        counts[-1].span for one in (each, other) if (counts := draft.found_in(Quantity, one.span.start, one.span.end))
    )
    spans = list(last)
    toll = draft.doc[each.meaning.trigger].lower_ in {"toll", "casualties", "losses"}
    return toll and len(spans) == 2 and spans[0] == spans[1]


def _is_number(token: Token) -> bool:
    return token.tag_ == "CD"


def _stands_in(token: Token, people: Token) -> bool:
    return any(above.i == people.i for above in token.ancestors) and token.dep_ == "pobj"
