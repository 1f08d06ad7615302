"""Why it was done, and how events hang together: `motive` and `link`, each in the voice of whoever says so.

"In retaliation for", "revenge for", "avenging": the words say the kind; what follows is told of an event of the report
or stays in words with `to` null. "After X did ..." links the main event to the one told there when the report also
tells of a retaliation promised or named; sequence alone is no retaliation.
"""

from collections.abc import Iterator
from typing import get_args

from everyclaim.lexicon.words import Hit
from everyclaim.model import Claim, LinkKind, Mention, Reason
from everyclaim.read.claiming import claim, events_near, main_event
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Event, Quotation
from everyclaim.read.step import step
from everyclaim.read.syntax import clause_bounds, clause_of, sentence_bounds, word

EXAMPLES = """
Jets bombed the camp [in retaliation for the killing of two officers](field=motive, kind=retaliation_for).
The union struck a deal in return for higher pay.
"""
_KINDS = frozenset(get_args(LinkKind))
_ANSWERING = frozenset({"retaliation_for", "revenge_for"})


@step(needs=("events", "voices", "stances", "quotations"))
def reason_claims(draft: Draft) -> Iterator[Claim]:
    """Why it was done, and how events hang together."""
    hits = [hit for hit in draft.words("links") if hit.entry.category in _KINDS]
    yield from _motives(draft, hits)
    if any(hit.entry.category in _ANSWERING for hit in hits):
        yield from _sequences(draft)


def _motives(draft: Draft, hits: list[Hit]) -> Iterator[Claim]:
    taken = -1
    for hit in hits:
        if hit.entry.category not in _ANSWERING or hit.start < taken:
            continue
        end = _reach(draft, hit)
        target = _told_after(draft, hit.end, end)
        owner = _owner(draft, hit, target)
        if owner is None or end <= hit.end + 3:
            continue
        taken = end
        kind: LinkKind = hit.entry.category  # type: ignore[assignment]
        words = _without_marks(draft, hit, end)
        to = target.meaning.id if target is not None and target is not owner else _answered(draft, hit, owner)
        value = draft.mention(hit.start, end, Reason(kind, to, words=words))
        yield claim(draft, "motive", value, (owner.meaning.id,), (0.85, draft.text[hit.start : hit.end].lower()))


def _reach(draft: Draft, hit: Hit) -> int:
    """The end of what is answered for: the phrase or clause that hangs on the word."""
    root = draft.phrase(hit.start, hit.end).root
    last = root
    for token in root.subtree:
        if (
            token.i > root.i
            and token.is_punct
            and token.text in {",", ";", "."}
            and token.head.i in {root.i, root.head.i}
        ):
            break
        if token.i >= root.i:
            last = token
    for token in root.rights:
        if token.dep_ in {"conj", "cc"}:
            last = max(last, token.right_edge, key=lambda t: t.i)
    while last.is_punct and last.i > root.i and last.text not in {'"', "'"}:
        last = last.nbor(-1)
    return int(last.idx + len(last))


def _without_marks(draft: Draft, hit: Hit, end: int) -> str:
    """The words that give the reason, without the link word's preposition and quotation marks."""
    quoted = draft.found_in(Quotation, hit.end, end + 1)
    if quoted:
        return quoted[0].span.quote
    if hit.entry.pos == "verb":
        return draft.report.text[hit.start : end]
    after = draft.report.text[hit.end : end].strip()
    return after.removeprefix("for ").removeprefix("of ") or draft.report.text[hit.start : end]


def _told_after(draft: Draft, start: int, end: int) -> Mention[Event] | None:
    near = [event for event, telling in events_near(draft, start) if start <= telling.start < end]
    return near[0] if near else None


def _owner(draft: Draft, hit: Hit, target: Mention[Event] | None) -> Mention[Event] | None:
    """The event that has the motive: told before the words in the sentence, else the report's main one.

    What is answered may have been taken for the same event ("killed two in retaliation for the killing of three");
    the words before the link still have the motive, and what it answers stays in words.
    """
    near = [event for event, telling in events_near(draft, hit.start) if telling.start < hit.start]
    other = [event for event in near if event is not target]
    main = main_event(draft)
    return next(iter([*other, *near]), None) or (main if main is not target else None)


def _answered(draft: Draft, hit: Hit, owner: Mention[Event]) -> str | None:
    """The event of the report that a belligerent's own "retaliating", without a word of what for, answers."""
    if hit.entry.pos != "verb" or owner.meaning.rank != "main":
        return None
    return next((event.meaning.id for event, _ in _after(draft, owner)), None)


def _after(draft: Draft, owner: Mention[Event]) -> Iterator[tuple[Mention[Event], tuple[int, int]]]:
    """Events told in an "after" clause that hangs on one of the owner's tellings."""
    for telling in owner.meaning.tellings:
        first, last = sentence_bounds(draft.doc, telling.start)
        for event in draft.found(Event):
            for other in event.meaning.tellings:
                if event is owner or not first <= other.start < last:
                    continue
                verb = clause_of(draft.doc[other.head])
                mark = next((each for each in verb.children if word(each) in {"after", "following"}), None)
                if mark is not None and verb.dep_ in {"advcl", "pcomp"}:
                    start, end = clause_bounds(verb)
                    yield event, (min(start, mark.idx), end)


def _sequences(draft: Draft) -> Iterator[Claim]:
    owner = main_event(draft)
    if owner is None:
        return
    for event, (start, end) in _after(draft, owner):
        value = draft.mention(start, end, Reason("retaliation_for", event.meaning.id, basis="sequence"))
        yield claim(draft, "link", value, (owner.meaning.id,), (0.7, "told as following it, and retaliation is named"))
        return
