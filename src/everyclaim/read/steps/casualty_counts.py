"""Counts of people killed, injured, abducted, detained, missing or displaced, as the report words them.

A harm word finds its sufferers by grammar; each phrase of a coordination is a figure of its own. What stands after
"including" or "among them" is a part of the figure before it. "Casualties" alone fill no "killed". People who are
spoken of as known ("the men", "he") make a new figure only for a harm that was not counted before.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from spacy.tokens import Token

from everyclaim.lexicon.words import Hit
from everyclaim.model import Figure, Harm, Mention, Scope
from everyclaim.read.draft import Draft
from everyclaim.read.harm import Trigger, beside, find_none, find_triggers, sufferers
from everyclaim.read.meanings import Harmed
from everyclaim.read.people import Counted, count
from everyclaim.read.step import step
from everyclaim.read.syntax import children, clause_of, coordinated, sentence_bounds, word
from everyclaim.text.numbers import interval

EXAMPLES = """
The strike [killed at least 12 people](harm=killed, number=12, number_high=None, expression=at_least) in the town.
[Three women were injured](harm=injured, number=3, group=woman).
The raid left [12 people dead](harm=killed, number=12) and [30 wounded](harm=injured, number=30).
The army said it had [killed 40-50 militants](number=40, number_high=50, expression=range, claimed_label=militants).
Doctors reported [civilian casualties](harm=killed_or_injured, expression=plural, status=civilian).
There were [no casualties](harm=killed_or_injured, number=0, expression=none).
The convoy of twelve trucks reached the port.
The council was killed off by the budget.
"""

NEAR = 80
"""A scope said farther than this from a figure belongs to another one: a long clause lies between."""

_PARTS = frozenset({"including", "include", "includes", "included", "among"})


@step(needs=("quantities", "quotations", "persons"))
def casualty_counts(draft: Draft) -> Iterator[Mention[Harmed]]:
    """Counts of people harmed, as the report words them."""
    taken: set[int] = set()
    known: dict[Harm, list[Counted]] = {}
    for trigger in find_triggers(draft):
        for found in _figures(draft, trigger, taken):
            if _is_new(found, known):
                known.setdefault(found.meaning.figure.harm, [])
                yield _with_scope(draft, found)
    for harm, start, end in find_none(draft):
        figure = Figure(harm, 0, 0, "none", 0, 0, open_high=False, of="people")
        token = draft.phrase(start, end).root
        yield draft.mention(start, end, Harmed(figure, token.i, token.i))


def _figures(draft: Draft, trigger: Trigger, taken: set[int]) -> Iterator[Mention[Harmed]]:
    any_found = False
    for head in sufferers(trigger):
        counted = count(draft, head)
        if counted is None or counted.start in taken:
            continue
        taken.add(counted.start)
        any_found = True
        host = _harmed(draft, trigger, head, counted)
        yield host
        yield from _parts(draft, trigger, head, (host, taken))
    if not any_found and (quantity := beside(draft, trigger, taken)) is not None:
        taken.add(quantity.span.start)
        q = quantity.meaning
        counted = Counted(quantity.span.start, quantity.span.end, q.number, q.number_high, q.expression, "people")
        yield _harmed(draft, trigger, trigger.token, counted)


def _parts(
    draft: Draft, trigger: Trigger, head: Token, within: tuple[Mention[Harmed], set[int]]
) -> Iterator[Mention[Harmed]]:
    """Figures after "including" and "among them", as parts of their host."""
    host, taken = within
    for marker in (*children(head, "prep", "acl"), *children(head.head, "prep")):
        if word(marker) not in _PARTS or marker.i < head.i:
            continue
        for inner in children(marker, "pobj", "dobj"):
            for each in coordinated(inner):
                counted = count(draft, each)
                if counted is not None and counted.start not in taken:
                    taken.add(counted.start)
                    part = _harmed(draft, trigger, each, counted)
                    yield replace(
                        part,
                        span=draft.span(marker.idx, counted.end) if each is inner else part.span,
                        meaning=replace(part.meaning, part_of=host.span),
                    )


def _harmed(draft: Draft, trigger: Trigger, head: Token, counted: Counted) -> Mention[Harmed]:
    low, high, open_high = interval(counted.expression, counted.number, counted.number_high)
    figure = Figure(
        trigger.harm,
        counted.number,
        counted.number_high,
        counted.expression,
        low,
        high,
        open_high,
        counted.of,
        status=counted.status,
        claimed_label=counted.claimed_label,
        group=counted.group,
        flags=counted.flags,
    )
    start, end = min(trigger.start, counted.start), max(trigger.end, counted.end)
    if end - start > 160:
        start, end = counted.start, counted.end
    return draft.mention(
        start, end, Harmed(figure, trigger.token.i, head.i, definite=counted.definite, name=counted.name)
    )


def _is_new(found: Mention[Harmed], known: dict[Harm, list[Counted]]) -> bool:
    harmed = found.meaning
    if not harmed.definite:
        return True
    return harmed.figure.harm not in known


def _with_scope(draft: Draft, found: Mention[Harmed]) -> Mention[Harmed]:
    """Widen the scope where an operator in the sentence says so: "since January", "in all", "have died this year"."""
    start, end = sentence_bounds(draft.doc, found.span.start)
    verb = clause_of(draft.doc[found.meaning.trigger])
    going_on = any(word(each) in {"have", "has"} for each in children(verb, "aux"))
    scope: Scope = "happening"
    for hit in draft.words("operators"):
        near = start <= hit.start < end and abs(hit.start - found.span.end) < NEAR
        if hit.entry.category == "scope" and near and (going_on or not _is_date(draft, hit)):
            scope = cast(Scope, hit.entry.get("scope"))
    return replace(found, meaning=replace(found.meaning, figure=replace(found.meaning.figure, scope=scope)))


def _is_date(draft: Draft, hit: Hit) -> bool:
    """Whether a span of time may be the day of one event as well ("two died last week")."""
    return draft.text[hit.start : hit.end].lower().startswith(("this ", "last ", "over ", "in the ", "within ", "that "))
