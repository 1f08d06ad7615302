"""Counts of people killed, injured, abducted, detained, missing or displaced, as the report words them.

A harm word finds its sufferers by grammar; each phrase of a coordination is a figure of its own. What stands after
"including" or "among them" is a part of the figure before it. "Casualties" alone fill no "killed". People who are
spoken of as known ("the men", "he") make a new figure only for a harm that was not counted before.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from everyclaim.lexicon.words import Hit
from everyclaim.model import Figure, Harm, Mention, Scope
from everyclaim.read.casualties.beside import beside, right_behind
from everyclaim.read.casualties.fates import without_outlived, without_repeated
from everyclaim.read.casualties.fragments import with_fragments
from everyclaim.read.casualties.harm import is_of_those, sufferers
from everyclaim.read.casualties.harm_words import Trigger, find_none, find_triggers
from everyclaim.read.casualties.manner import harms_itself
from everyclaim.read.casualties.people import Counted, count
from everyclaim.read.casualties.recount import is_known, surest, with_listed, within
from everyclaim.read.casualties.shares import count_behind, find_later, with_whole
from everyclaim.read.casualties.totals import reached
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Harmed, Quantity
from everyclaim.read.step import step
from everyclaim.read.syntax import agents, children, clause_bounds, clause_of, coordinated, sentence_bounds, word
from everyclaim.read.tokens import Token
from everyclaim.text.numbers import interval

EXAMPLES = """
The strike [killed at least 12 people](harm=killed, number=12, number_high=None, expression=at_least) in the town.
[Three women were injured](harm=injured, number=3, group=woman).
The raid [left 12 people dead](harm=killed, number=12) and [30 wounded](harm=injured, number=30).
The army said it had [killed 40-50 militants](number=40, number_high=50, expression=range, claimed_label=militants).
Doctors reported [civilian casualties](harm=killed_or_injured, expression=plural, status=civilian).
[There were no casualties](harm=killed_or_injured, number=0, expression=none).
Gunmen [killed nine farmers](number=9), [four of them women](number=4, group=woman), near Kano.
None of the dead or wounded in the ward was a soldier.
The mayor put the number of [miners killed in the blast at 30-50](number=30, number_high=50, of=miners).
The clinic gave the [number of wounded soldiers as 25](harm=injured, number=25, status=combatant).
The [number of dead stood at 14](harm=killed, number=14) by noon.
Gunmen opened fire on three people, [killing two](number=2) and [injuring one](harm=injured, number=1).
[Five porters were wounded](harm=injured, number=5, part_of=None), [one of them fatally](harm=killed, number=1).
A gunman fatally [shot the mayor](harm=killed).
[Three dead](harm=killed) and [one wounded](harm=injured, number=1) after an ambush.
The blast caused [5 deaths](harm=killed) and [20 injuries](harm=injured).
Police went to a shooting in the 800 block of Elm Street.
Two rebels shot at a car.
He saw no rebels among the victims.
It gave no figures for the dead or wounded.
The raid [killed seven people](number=7). Six of the seven victims were at home. The victims were students.
The statement did not mention casualties.
Police declined to comment on civilian casualties.
The army made no mention of deaths.
Officials did not report any injuries.
The number of victims was not immediately known.
The toll could not be independently verified.
The office would not say whether there were casualties.
[None of the drivers was killed](harm=killed, number=0).
Two rockets hit the district and its barracks.
[Fourteen traders lost their lives](harm=killed, number=14, of=traders) in the blast.
The convoy of twelve trucks reached the port.
The council was killed off by the budget.
"""

NEAR = 80
"""A scope said farther than this from a figure belongs to another one: a long clause lies between."""

_OF_A_DAY = frozenset({"killed", "injured", "killed_or_injured"})
"""Harms that add up day by day; who fled "since the weekend" fled from one thing."""
_WARS = frozenset("war wars conflict conflicts insurgency rebellion uprising genocide".split())
"""What costs lives over years: "the war has cost 70,000 lives" is no toll of the day's news."""

_ADDING_UP = ("bring", "tak", "rais", "push")
"""A sum said of what was told just before ("bringing the toll to 49") is wider than one happening, no more is known."""

_OWN_HAND = re.compile(r"\b(?:himself|herself|themselves|suicide|own li(?:fe|ves))\b", re.IGNORECASE)
_PARTS = frozenset({"including", "include", "includes", "included", "among"})


@step(needs=("quantities", "quotations", "persons"))
def casualty_counts(draft: Draft) -> Iterator[Mention[Harmed]]:
    """Counts of people harmed, as the report words them."""
    taken: set[tuple[Harm, int]] = set()
    told: list[Mention[Harmed]] = []
    triggers = find_triggers(draft)
    for trigger in triggers:
        for found in with_listed(with_whole(draft, list(_figures(draft, trigger, taken)))):
            if "perpetrator" in found.meaning.figure.flags or not is_known(draft, found, told):
                told.append(within(draft, _with_scope(draft, found, told), told))
    told = list(with_fragments(draft, list(without_outlived(draft, list(surest(draft, told))))))
    told = list(without_repeated(sorted(told, key=lambda each: each.span.start)))
    yield from told
    yield from find_later(draft, told)
    for harm, start, end in find_none(draft):
        figure = Figure(harm, 0, 0, "none", 0, 0, open_high=False, of="people")
        token = draft.phrase(start, end).root
        yield draft.mention(start, end, Harmed(figure, token.i, token.i))


def _figures(draft: Draft, trigger: Trigger, taken: set[tuple[Harm, int]]) -> Iterator[Mention[Harmed]]:
    any_found = False
    whole: Mention[Harmed] | None = None
    bare = right_behind(draft, trigger)
    heads = sufferers(trigger)
    for head in heads if bare is None or any(_touches(each, bare) for each in heads) else ():
        counted = count(draft, head)
        total = None
        if counted is not None and counted.expression == "plural":
            total = reached(draft, head) or reached(draft, trigger.token)
        if counted is not None and total is not None:
            counted = _put_at(counted, total)
            taken.add((trigger.harm, total.span.start))
        if counted is not None and counted.number in {1, 2} and _is_spared(draft, trigger, head):
            continue
        if counted is None or not taken.isdisjoint({(trigger.harm, counted.start), (trigger.harm, head.idx)}):
            continue
        if _is_by_own_hand(draft, trigger, head) and _harms_others(draft, trigger):
            counted = replace(counted, flags=tuple(sorted({*counted.flags, "perpetrator"})))
        taken.add((trigger.harm, counted.start))
        any_found = True
        host = _harmed(draft, trigger, head, counted)
        if whole is not None and is_of_those(trigger, head):
            yield _part(draft, trigger, (head, counted), (whole, None))
            continue
        whole = whole or host
        yield host
        yield from _parts(draft, trigger, head, (host, taken))
    quantity = reached(draft, trigger.token) or (bare if not any_found else None)
    if quantity is None and not any_found:
        quantity = beside(draft, trigger, {start for _, start in taken})
    if quantity is not None and (trigger.harm, quantity.span.start) not in taken:
        taken.add((trigger.harm, quantity.span.start))
        q = quantity.meaning
        counted = Counted(quantity.span.start, quantity.span.end, q.number, q.number_high, q.expression, "people")
        yield _harmed(draft, trigger, trigger.token, counted)


def _is_spared(draft: Draft, trigger: Trigger, head: Token) -> bool:
    """Whether it is said of somebody that he was not hurt: a fact about nobody harmed, and no denial of a toll.

    Who "did not suffer life-threatening injuries" was hurt.
    """
    negated = any(children(trigger.token, "neg")) or any(word(each) == "neither" for each in children(head, "det"))
    return trigger.harm == "injured" and negated and "threatening" not in draft.text[trigger.start : trigger.end]


def _is_by_own_hand(draft: Draft, trigger: Trigger, head: Token) -> bool:
    """Whether somebody's death is told as his own deed: "killed himself", "commits suicide", "took his own life"."""
    own = _OWN_HAND.search(draft.text, trigger.start, trigger.end) is not None
    return (own or harms_itself(trigger.token)) and head.i < trigger.token.i


def _touches(head: Token, quantity: Mention[Quantity]) -> bool:
    """Whether the people of a phrase are counted by this number."""
    return head.left_edge.idx < quantity.span.end and quantity.span.start < head.idx + len(head)


def _harms_others(draft: Draft, trigger: Trigger) -> bool:
    """Whether who killed himself also did harm to others there: his death is an attacker's own."""
    start, end = sentence_bounds(draft.doc, trigger.start)
    return len(sufferers(trigger)) > 1 or any(
        start <= each.start < end and each.token.i != trigger.token.i for each in find_triggers(draft)
    )


def _put_at(counted: Counted, total: Mention[Quantity]) -> Counted:
    """People without a number beside them take the one that is told of their total."""
    start, end, value = min(counted.start, total.span.start), max(counted.end, total.span.end), total.meaning
    return replace(
        counted,
        start=start,
        end=end,
        number=value.number,
        number_high=value.number_high,
        expression=value.expression,
        definite=False,
    )


def _parts(
    draft: Draft, trigger: Trigger, head: Token, within: tuple[Mention[Harmed], set[tuple[Harm, int]]]
) -> Iterator[Mention[Harmed]]:
    """Figures after "including" and "among them", and "three of them", as parts of their host."""
    host, taken = within
    for after in (head.idx + len(head), host.span.end):
        for noun, part in count_behind(draft, after, host.meaning.figure.number):
            if (trigger.harm, part.start) not in taken:
                taken |= {(trigger.harm, part.start), (trigger.harm, noun.idx)}
                yield _part(draft, trigger, (noun, part), (host, None))
    markers = [each for each in (*children(head, "prep", "acl"), *children(head.head, "prep")) if word(each) in _PARTS]
    for marker in (each for each in markers if each.i > head.i):
        for inner in children(marker, "pobj", "dobj"):
            for each in coordinated(inner):
                counted = count(draft, each)
                if counted is not None and (trigger.harm, counted.start) not in taken:
                    taken.add((trigger.harm, counted.start))
                    yield _part(draft, trigger, (each, counted), (host, marker if each is inner else None))


def _part(
    draft: Draft, trigger: Trigger, who: tuple[Token, Counted], whole: tuple[Mention[Harmed], Token | None]
) -> Mention[Harmed]:
    head, counted = who
    host, marker = whole
    part = _harmed(draft, trigger, head, counted)
    start = counted.start if marker is None else marker.idx
    return replace(part, span=draft.span(start, counted.end), meaning=replace(part.meaning, part_of=host.span))


def _harmed(draft: Draft, trigger: Trigger, head: Token, counted: Counted) -> Mention[Harmed]:
    low, high, open_high = interval(counted.expression, counted.number, counted.number_high)
    if trigger.harm == "injured" and counted.status == "hors_de_combat":
        # "Wounded soldiers" are here counted as wounded; before it, they were fighting.
        counted = replace(counted, status="combatant", flags=())
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


def _with_scope(draft: Draft, found: Mention[Harmed], told: list[Mention[Harmed]]) -> Mention[Harmed]:
    """Widen the scope where an operator in the clause says so: "since January", "in all", "have died this year"."""
    verb = clause_of(draft.doc[found.meaning.trigger])
    start, end = clause_bounds(verb)
    going_on = any(word(each) in {"have", "has"} for each in children(verb, "aux"))
    scope: Scope = _scope_before(draft, found, told)
    if any(word(each) in _WARS for each in agents(verb)):
        scope = "war"
    elif found.meaning.figure.harm in _OF_A_DAY and any(word(each) == "since" for each in children(verb, "prep")):
        scope = "campaign"
    for hit in draft.words("operators"):
        near = start <= hit.start < end and abs(hit.start - found.span.end) < NEAR
        if hit.entry.category == "scope" and near and (going_on or not _is_date(draft, hit)):
            scope = cast(Scope, hit.entry.get("scope"))
            if draft.text[hit.start : hit.end].lower().startswith(_ADDING_UP):
                scope = "operation"
    return replace(found, meaning=replace(found.meaning, figure=replace(found.meaning.figure, scope=scope)))


def _scope_before(draft: Draft, found: Mention[Harmed], told: list[Mention[Harmed]]) -> Scope:
    """The scope of the count to which this one is joined: "since May 900 have been killed and 2,000 wounded"."""
    if not told or told[-1].meaning.figure.scope == "happening":
        return "happening"
    between = draft.text[told[-1].span.end : found.span.start]
    return told[-1].meaning.figure.scope if between.strip(" ,") in {"and", ""} else "happening"


def _is_date(draft: Draft, hit: Hit) -> bool:
    """Whether a span of time may be the day of one event as well ("two died last week")."""
    return (
        draft.text[hit.start : hit.end].lower().startswith(("this ", "last ", "over ", "in the ", "within ", "that "))
    )
