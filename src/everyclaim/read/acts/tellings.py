"""Every place where a report tells of an act or a harm, with the day, the place and the actors said right there.

Where it stands: the step `events` groups what this finds. A day or place in the trigger's own clause is strong; one
elsewhere in the sentence is weak; a day that belongs to a verb of saying ("said on Monday") is the statement's.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from everyclaim.model import Actor, Mention, Modality, Place, When
from everyclaim.read.acts.act_types import type_of_harm
from everyclaim.read.acts.circumstances import is_answer, is_answered, is_no_act_day, nearest
from everyclaim.read.acts.datelines import in_dateline
from everyclaim.read.acts.retold import in_court
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import VAGUE, Block, Deed, Harmed, Quantity, Stance, Telling, Voice
from everyclaim.read.stances.habits import is_record_of
from everyclaim.read.syntax import agents, children, clause_of, depth, first_of, is_verb, sentence_bounds, word
from everyclaim.read.tokens import Token

_LATER = re.compile(
    r"\b(?:later|the next day|the following (?:day|morning|night|evening|week|month)|"
    r"days? before that|weeks? before that|elsewhere)\b",
    re.IGNORECASE,
)
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its"})
_FRESH = frozenset({"another", "separate", "separately", "elsewhere", "other", "further", "similar", "similarly"})
_CIRCUMSTANCES = frozenset({"in", "after", "during", "following"})
_ORDINALS = frozenset({"second", "third", "fourth", "fifth"})
_FOOTAGE = frozenset(
    "video videos footage film clip clips recording photograph photographs photo photos images".split()
)
_WITHOUT_ARMS = frozenset({"arrest", "hostage_release", "agreement_ceasefire"})
"""Acts whose sentence may name the means of another: "was arrested after killing two with a knife"."""
_SIGNS = frozenset("question sign signs evidence indication indications suspicion hint trace suggestion".split())
"""Of which there is none where an act is said not to have been: "no sign of an attack"."""
_EXCLUDED = frozenset({"ruled", "rule", "rules", "exclude", "excluded", "excludes"})
_BODIES = frozenset("group organisation organization movement militia network".split())
"""Nouns for a body that acts without its name being told again."""


def find_tellings(draft: Draft) -> list[Telling]:
    """Find the tellings in text order: every deed, and every harm whose word is not itself a deed."""
    deeds = draft.found(Deed)
    heads = {each.meaning.head for each in deeds}
    found: list[Telling] = []
    for deed in deeds:
        if not (_repeats_verb(draft, deed, heads) or _is_none(draft, deed)):
            found += _split(draft, deed, _of_deed(draft, deed))
    triggers = {
        each.meaning.trigger: each for each in reversed(draft.found(Harmed)) if each.meaning.trigger not in heads
    }
    told = {each.sentence for each in found if each.type not in _WITHOUT_ARMS}
    found += [_of_harm(draft, each, told) for each in triggers.values()]
    found += list(_of_history(draft, found))
    return in_court(draft, sorted(found, key=lambda each: each.start))


def _of_history(draft: Draft, told: list[Telling]) -> Iterator[Telling]:
    """Dated events of the past that no act word tells ("the overthrow of the king in May 1958"): type unknown."""
    for when in draft.found(When):
        start = when.span.start
        past = [
            s for s in draft.found(Stance) if s.meaning.modality == "historical" and s.span.start <= start < s.span.end
        ]
        if not past or when.meaning.precision not in {"day", "month"} or when.meaning.earliest is None:
            continue
        reach = min(past, key=lambda each: each.span.end - each.span.start).span
        pledged = any(
            reach.start <= hit.start < reach.end and hit.entry.category == "pledge_of_allegiance"
            for hit in draft.words("acts")
        )
        if not pledged and not any(reach.start <= each.start < reach.end for each in told):
            head = draft.phrase(reach.start, reach.end).root
            yield Telling(
                reach.start,
                reach.end,
                head.i,
                None,
                sentence_bounds(draft.doc, start)[0],
                _block(draft, start),
                modality="historical",
                nominal=not is_verb(head),
                earlier=True,
                when=when,
                strong=frozenset({"when"}),
            )


def _repeats_verb(draft: Draft, deed: Mention[Deed], heads: set[int]) -> bool:
    """Whether a vague noun only frames another act's verb: "were seized in two attacks"."""
    head = draft.doc[deed.meaning.head]
    return (
        deed.meaning.type in VAGUE
        and head.dep_ == "pobj"
        and word(head.head) in {"in", "during"}
        and head.head.head.i in heads
    )


def _is_none(draft: Draft, deed: Mention[Deed]) -> bool:
    """Whether the report itself says that there was no such act: "no shots were fired"."""
    head = draft.doc[deed.meaning.head]
    denied = any(children(head, "neg")) or any(
        word(mark) == "no" for each in (head, *children(head, "nsubj", "nsubjpass")) for mark in children(each, "det")
    )
    absent = (
        head.dep_ == "pobj" and word(head.head.head) in _SIGNS and "no" in {word(e) for e in head.head.head.children}
    )
    ruled_out = absent or (head.dep_ in {"dobj", "nsubjpass"} and word(head.head) in _EXCLUDED)
    return ruled_out or (denied and not any(each.span.start <= head.idx < each.span.end for each in draft.found(Voice)))


def _split(draft: Draft, deed: Mention[Deed], telling: Telling) -> list[Telling]:
    """One telling of several events, counted with as many days named: "in two attacks in May and June"."""
    head = draft.doc[deed.meaning.head]
    frames = [noun for prep in children(head, "prep") for noun in children(prep, "pobj") if _counted(draft, noun)]
    days = [
        day
        for day in draft.found_in(When, telling.sentence, sentence_bounds(draft.doc, telling.start)[1])
        if day.span.start > telling.end
    ]
    if not frames or len(days) < 2 or _counted(draft, frames[0]) != len(days):
        return [telling]
    return [
        replace(telling, when=day, strong=telling.strong | {"when"}, part=number) for number, day in enumerate(days, 1)
    ]


def _counted(draft: Draft, noun: Token) -> int | None:
    """How many events a noun counts ("two attacks"), None where it counts none or only one."""
    end = noun.idx + len(noun)
    if not any(hit.start <= noun.idx < hit.end for hit in draft.words("acts")):
        return None
    numbers = [q.meaning.number for q in draft.found(Quantity) if noun.left_edge.idx <= q.span.start < end]
    return next((number for number in numbers if number is not None and number > 1), None)


def _of_deed(draft: Draft, deed: Mention[Deed]) -> Telling:
    head = draft.doc[deed.meaning.head]
    who = [draft.doc[i] for i in deed.meaning.agents]
    return _telling(
        draft,
        (deed.span.start, deed.span.end),
        head,
        Telling(
            deed.span.start,
            deed.span.end,
            head.i,
            deed.meaning.type,
            0,
            0,
            nominal=deed.meaning.nominal,
            actors=_codes(draft, who),
        ),
    )


def _of_harm(draft: Draft, harmed: Mention[Harmed], told: set[int]) -> Telling:
    """A harm; its means gives the type where no act word of its sentence does."""
    head = draft.doc[harmed.meaning.trigger]
    who = agents(head) if is_verb(head) and harmed.meaning.head not in {each.i for each in agents(head)} else []
    silent = sentence_bounds(draft.doc, head.idx)[0] not in told
    return _telling(
        draft,
        (head.idx, head.idx + len(head)),
        head,
        Telling(
            head.idx,
            head.idx + len(head),
            head.i,
            type_of_harm(draft, head) if silent else None,
            0,
            0,
            harm=True,
            nominal=not is_verb(head),
            actors=_codes(draft, who),
        ),
    )


def _telling(draft: Draft, span: tuple[int, int], head: Token, bare: Telling) -> Telling:
    start, end = sentence_bounds(draft.doc, span[0])
    days = [day for day in draft.found_in(When, start, end) if not is_no_act_day(draft, day, head)]
    when, strong_when = nearest(draft, head, days)
    places = [each for each in draft.found_in(Place, start, end) if not in_dateline(draft, each.span.start)]
    where, strong_where = nearest(draft, head, places)
    marks = {word(each) for each in head.children} | _above(head)
    named = (("when", when, strong_when), ("where", where, strong_where))
    strong = frozenset(
        name for name, each, own in named if own and each is not None and not is_answer(draft, each, head)
    )
    return Telling(
        bare.start,
        bare.end,
        bare.head,
        bare.type,
        start,
        _block(draft, span[0]),
        modality=_told_as(draft, span, _is_presupposed(head, bare)),
        harm=bare.harm,
        nominal=bare.nominal,
        definite=bare.nominal and bool({word(each) for each in children(head, "det", "poss", "amod")} & _DEFINITE),
        fresh=_is_fresh(draft, bare, marks, start),
        earlier=_is_earlier(head, marks),
        depth=depth(head),
        when=when,
        where=where,
        strong=strong,
        actors=bare.actors,
    )


def _told_as(draft: Draft, span: tuple[int, int], presupposed: bool) -> Modality:  # noqa: FBT001 - one caller
    """The modality of the clause; what words take for granted happened, but for a story or a past year."""
    modality = _modality(draft, span)
    return "happened" if presupposed and modality not in {"analogy", "historical"} else modality


def _is_presupposed(head: Token, bare: Telling) -> bool:
    """Whether the words take the act for granted, whatever colours the clause: "failed to spare them in its raid"."""
    known = {word(each) for each in children(head, "det", "poss")} & _DEFINITE
    return bare.nominal and bool(known) and head.dep_ == "pobj" and word(head.head) in _CIRCUMSTANCES


def _is_fresh(draft: Draft, bare: Telling, marks: set[str], sentence: int) -> bool:
    """Whether the words open a new event: "another blast", "a second raid", "four days later, bombs went off"."""
    ordinal = bare.nominal and bool(marks & _ORDINALS) and "the" not in marks
    later = not bare.harm and _LATER.search(draft.text, sentence, bare.start) is not None and "the" not in marks
    return bool(marks & _FRESH) or ordinal or later


def _above(head: Token) -> set[str]:
    """Words that govern the trigger: the preposition or mark before its clause, adverbs of its verb.

    A verb shares the mark of the verb that it is coordinated with: "after gunmen stormed a school and seized pupils".
    """
    verb = clause_of(head)
    found = {word(each) for each in children(verb, "mark", "advmod")}
    first = first_of(verb)
    found |= {word(each) for each in children(first, "mark")}
    if head.dep_ == "pobj":
        found.add(word(head.head))
    return found


def _is_earlier(head: Token, marks: set[str]) -> bool:
    """Whether the words put the act before the others: "after gunmen killed two", "an earlier raid"; "had" does not."""
    verb = clause_of(head)
    after = bool(marks & {"after", "following", "since"}) and (
        first_of(verb).dep_ in {"advcl", "pcomp"} or head.dep_ in {"pobj", "pcomp"}
    )
    before = bool(marks & {"earlier", "previous", "previously", "past", "former"})
    known = is_record_of(verb.head if verb.dep_ == "relcl" else head)
    return after or before or known or is_answered(head) or _was_shown_before(head) or _tells_who(head)


def _tells_who(head: Token) -> bool:
    """Whether the words only say of whom they speak: "to punish those who murdered its citizens"."""
    return (
        head.dep_ == "relcl" and word(head.head) == "those" and any(word(e) == "who" for e in children(head, "nsubj"))
    )


def _was_shown_before(head: Token) -> bool:
    """Whether footage shows the act, and came before the news: "after the release of a video in which they killed"."""
    above = [word(each) for each in head.ancestors]
    shown = next((at for at, each in enumerate(above) if each in _FOOTAGE), len(above))
    return bool({"after", "following", "since"} & set(above[shown:]))


def _modality(draft: Draft, span: tuple[int, int]) -> Modality:
    covering = [each for each in draft.found(Stance) if each.span.start <= span[0] and span[1] <= each.span.end]
    told = [each.meaning.modality for each in sorted(covering, key=lambda m: m.span.end - m.span.start)]
    if "historical" in told:
        return "historical"  # whatever was ordered or feared then
    return next((each for each in told if each != "happened"), "happened")


def _block(draft: Draft, start: int) -> int:
    return next((each.span.start for each in draft.found(Block) if each.span.start <= start < each.span.end), 0)


def _codes(draft: Draft, heads: list[Token]) -> tuple[str, ...]:
    found = []
    for head in heads:
        first, last = head.left_edge.idx, head.idx + len(head)
        named = [actor.meaning.code or actor.meaning.name for actor in draft.found_in(Actor, first, last)]
        found += named or ([word(head)] if word(head) in _BODIES else [])
    return tuple(dict.fromkeys(found))
