"""With what, at what, and what was hit: `weapon`, `target_stated`, `target_hit`, `damage`.

What was aimed at and what was hit are two claims, each in its own voice. `infrastructure` says what kind of civilian
object the words name. People are no object here: they are figures.
"""

from collections.abc import Iterator

from everyclaim.model import Claim, Field, Mention, Place, Thing, When
from everyclaim.read.acts.reality import find_means
from everyclaim.read.claiming import claim, event_of, events_near, main_event
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Deed, Event, Harmed
from everyclaim.read.step import step
from everyclaim.read.syntax import (
    children,
    clause_bounds,
    clause_of,
    coordinated,
    is_noun,
    is_verb,
    objects,
    patients,
    phrase_bounds,
    prepositional,
    word,
)
from everyclaim.read.tokens import Token

EXAMPLES = """
[Jets](field=weapon, what=jets) bombed [a school](field=target_hit, infrastructure=Education) in Raqqa.
The [jets](field=weapon, what=jets) bombed Raqqa. Targets included [a barracks](field=target_stated, what=barracks) and [an arms depot](field=target_stated).
{published=2016-05-04} Rebels shelled [a barracks](field=target_hit, what=barracks) near Tartus, after raids on the evening of April 1.
[Mortars](field=weapon, what=mortars) hit [a petrol station](field=target_hit, infrastructure=Energy) in Raqqa.
The council approved a new school.
"""

_AIMED = frozenset({"target", "targeted", "targeting", "aimed", "aiming"})
_LISTED = frozenset({"included", "include", "including", "were", "was", "are", "is"})
_HARMED = frozenset(
    {
        "damage",
        "damaged",
        "damages",
        "damaging",
        "destroyed",
        "destroying",
        "destroy",
        "destroys",
        "flattened",
        "destruction",
        "levelled",
        "leveled",
        "gutted",
        "wrecked",
        "ruined",
        "demolished",
        "razed",
    }
)


@step(needs=("events", "deeds", "voices", "stances", "actors", "places", "dates", "casualty_counts"))
def object_claims(draft: Draft) -> Iterator[Claim]:
    """With what, at what, and what was hit."""
    seen: set[tuple[str, int]] = set()
    for each in (*_weapons(draft), *_stated(draft), *_damage(draft), *_hit(draft)):
        key = ("hit" if each.field in {"target_hit", "damage"} else each.field, each.value.span.end)
        if key not in seen:
            seen.add(key)
            yield each


def _weapons(draft: Draft) -> Iterator[Claim]:
    told: set[tuple[str, str]] = set()
    for hit in find_means(draft):
        pairs = events_near(draft, hit.start)
        inside = [event for event, t in pairs if _in_clause(draft, t.head, hit.start)]
        for event in inside[:1]:
            what = draft.text[hit.start : hit.end]
            if (event.meaning.id, what.lower()) not in told:
                told.add((event.meaning.id, what.lower()))
                value = draft.mention(hit.start, hit.end, Thing(what.lower() if what[1:].islower() else what))
                yield claim(draft, "weapon", value, (event.meaning.id,), (0.85, "a means in the act's clause"))


def _in_clause(draft: Draft, head: int, start: int) -> bool:
    first, last = clause_bounds(clause_of(draft.doc[head]))
    return first <= start < last


def _stated(draft: Draft) -> Iterator[Claim]:
    """What was aimed at: "targets included X and Y", "targeting X", "the target was X"."""
    for token in draft.doc:
        if (
            word(token) in {"targets", "target"}
            and is_noun(token)
            and token.dep_ in {"nsubj", "nsubjpass"}
            and word(token.head) in _LISTED
        ):
            found = [each for head in children(token.head, "dobj", "attr", "prep", "pobj") for each in _things(head)]
        elif word(token) in _AIMED and is_verb(token):
            found = [each for head in (*objects(token), *prepositional(token, "at")) for each in coordinated(head)]
        else:
            continue
        event = _event(draft, token)
        for head in found:
            if event is not None and not _is_person(draft, head) and not _is_place(draft, head):
                yield _thing(draft, "target_stated", head, event, (0.85, word(token)))


def _things(head: Token) -> list[Token]:
    if head.dep_ == "prep":
        return [each for inner in children(head, "pobj") for each in coordinated(inner)]
    return coordinated(head)


def _event(draft: Draft, token: Token) -> Mention[Event] | None:
    own = event_of(draft, token.i)
    if own is not None:
        return own
    near = events_near(draft, token.idx)
    before = [event for event in draft.found(Event) if any(t.start < token.idx for t in event.meaning.tellings)]
    last = max(before, key=lambda e: max(t.start for t in e.meaning.tellings if t.start < token.idx), default=None)
    return near[0][0] if near else last or main_event(draft)


def _damage(draft: Draft) -> Iterator[Claim]:
    for token in draft.doc:
        if word(token) not in _HARMED:
            continue
        heads = (
            prepositional(token, "in", "to", "of", "at")
            if is_noun(token)
            else [e for p in patients(token) for e in coordinated(p)]
            if is_verb(token)
            else []
        )
        event = _event(draft, token)
        for head in heads:
            if event is not None and is_noun(head) and head.tag_ != "PRP" and not _is_person(draft, head):
                start, end = phrase_bounds(head)
                value = draft.mention(
                    min(token.idx, start), max(end, token.idx + len(token)), _named(draft, start, end)
                )
                yield claim(draft, "damage", value, (event.meaning.id,), (0.8, word(token)))


def _hit(draft: Draft) -> Iterator[Claim]:
    for deed in draft.found(Deed):
        event = event_of(draft, deed.meaning.head)
        if event is None:
            continue
        verb = draft.doc[deed.meaning.head]
        for index in deed.meaning.patients:
            for head in coordinated(draft.doc[index]):
                if not is_noun(head) or head.tag_ in {"PRP", "CD"} or _is_person(draft, head) or _is_place(draft, head):
                    continue
                if word(head) in {"targets", "target"}:
                    start, end = phrase_bounds(head)
                    manner = [e for e in children(verb, "advmod") if word(e).endswith("ly")]
                    end = max([end, *(e.idx + len(e) for e in manner)])
                    what = ", ".join([draft.text[slice(*phrase_bounds(head))], *(word(e) for e in manner)])
                    value = draft.mention(min(verb.idx, start), max(end, verb.idx + len(verb)), Thing(what))
                    yield claim(draft, "target_hit", value, (event.meaning.id,), (0.85, "hit its targets"))
                else:
                    yield _thing(draft, "target_hit", head, event, (0.7, "the act's object"))


def _thing(draft: Draft, field: Field, head: Token, event: Mention[Event], basis: tuple[float, str]) -> Claim:
    start, end = phrase_bounds(head)
    value = draft.mention(start, end, _named(draft, start, end))
    return claim(draft, field, value, (event.meaning.id,), basis)


def _named(draft: Draft, start: int, end: int) -> Thing:
    """The thing without its article, with the infrastructure that its words name."""
    text = draft.text[start:end]
    for article in ("the ", "a ", "an "):
        if text.lower().startswith(article):
            text = text[len(article) :]
    labels = [hit.entry.get("label") for hit in draft.words("infrastructure") if start <= hit.start < end]
    return Thing(text, next((label for label in reversed(labels) if label), None))


def _is_person(draft: Draft, head: Token) -> bool:
    """Whether the object is people: by their noun, or because they were counted as harmed."""
    known = any(hit.start <= head.idx < hit.end for hit in draft.words("persons"))
    return known or head.tag_ == "NNPS" or any(each.meaning.head == head.i for each in draft.found(Harmed))


def _is_place(draft: Draft, head: Token) -> bool:
    """Whether the object is a place, by its name or its noun ("the town of X"), or a time: neither is a thing."""
    named = any(each.span.start <= head.idx < each.span.end for each in (*draft.found(Place), *draft.found(When)))
    grounds = (hit for hit in draft.words("not_people") if hit.entry.category == "place")
    return named or any(hit.start <= head.idx < hit.end for hit in grounds)
