"""Who belongs to whom, from when: pledges of allegiance, branches, affiliates, provinces of a group.

"X, which pledged allegiance to Y last October" holds from October; "Y's Z Province", "Z, an affiliate of Y" hold
without a date. A pledge is no happening.
"""

from collections.abc import Iterator
from itertools import pairwise

from everyclaim.model import Actor, Allegiance, Claim, Mention, When
from everyclaim.read.claiming import claim
from everyclaim.read.draft import Draft
from everyclaim.read.parties.doers import actor_at
from everyclaim.read.step import step
from everyclaim.read.syntax import children, is_verb, phrase_bounds, prepositional, sentence_bounds, subjects, word
from everyclaim.read.tokens import Token

EXAMPLES = """
{published=2014-03-05} The Red Brigade [pledged allegiance to Islamic State in January](field=affiliation, since=2014-01-01).
The mayor pledged more money for schools.
"""
_KIN = frozenset({"affiliate", "branch", "offshoot", "wing", "arm", "ally", "franchise", "faction", "chapter"})


@step(needs=("actors", "persons", "dates", "voices", "stances"))
def affiliation_claims(draft: Draft) -> Iterator[Claim]:
    """Who belongs to whom, from when."""
    made = {each.id: each for each in (*_pledges(draft), *_kin(draft), *_owned(draft))}
    yield from made.values()


def _pledges(draft: Draft) -> Iterator[Claim]:
    for hit in draft.words("acts"):
        if hit.entry.category != "pledge_of_allegiance" or hit.entry.get("strength") == "weak":
            continue
        verb = draft.phrase(hit.start, hit.end).root
        if not is_verb(verb):
            continue
        holders = [_party(draft, each) for each in subjects(verb)]
        lords = [_party(draft, each) for each in _to(verb)]
        for who in holders:
            for lord in lords:
                start, end = min(verb.idx, hit.start), max(lord[1], hit.end)
                when = _date(draft, verb, end)
                value = draft.mention(
                    start,
                    max(end, when.span.end if when else 0),
                    Allegiance(who[0], lord[0], when.meaning.earliest if when else None),
                )
                yield claim(draft, "affiliation", value, (), (0.88, "a pledge of allegiance"))


def _to(verb: Token) -> list[Token]:
    return [
        *prepositional(verb, "to"),
        *(each for noun in children(verb, "dobj") for each in prepositional(noun, "to")),
    ]


def _party(draft: Draft, head: Token) -> tuple[Actor, int]:
    actor = actor_at(draft, head)
    start, end = phrase_bounds(head)
    return (actor.meaning, max(end, actor.span.end)) if actor else (Actor(draft.text[start:end]), end)


def _date(draft: Draft, verb: Token, end: int) -> Mention[When] | None:
    _, stop = sentence_bounds(draft.doc, verb.idx)
    return next((m for m in draft.found_in(When, verb.idx, min(stop, end + 40))), None)


def _kin(draft: Draft) -> Iterator[Claim]:
    """An apposition or predicate that names the kinship: "Z, an affiliate of Y"."""
    for token in draft.doc:
        if word(token) not in _KIN or token.dep_ not in {"appos", "attr"}:
            continue
        who = token.head if token.dep_ == "appos" else next(iter(children(token.head, "nsubj")), None)
        lords = [*prepositional(token, "of"), *children(token, "poss", "amod", "compound")]
        found = [(actor_at(draft, who) if who is not None else None, actor_at(draft, lord)) for lord in lords]
        for actor, lord_actor in found:
            if actor is not None and lord_actor is not None and actor.meaning.name != lord_actor.meaning.name:
                yield _claim(draft, actor, lord_actor, word(token))


def _owned(draft: Draft) -> Iterator[Claim]:
    """A group named as another's own: "Y's Z Province (Wilayat Z)"."""
    actors = draft.found(Actor)
    for lord, actor in pairwise(actors):
        between = draft.text[lord.span.end : actor.span.start]
        if (
            between.strip(' "') == "'s"
            and lord.meaning.name != actor.meaning.name
            and _is_group(lord.meaning.code)
            and actor.meaning.code != lord.meaning.code
        ):
            yield _claim(draft, actor, lord, "possessive")


def _is_group(code: str | None) -> bool:
    """Whether a code is an armed group's; a state's "army" or "capital" belongs to it without a word."""
    return code is not None and code.split(":")[1:2] in (["REB"], ["MLT"], ["CRM"], ["PRM"])


def _claim(draft: Draft, actor: Mention[Actor], lord: Mention[Actor], why: str) -> Claim:
    start, end = min(actor.span.start, lord.span.start), max(actor.span.end, lord.span.end)
    value = draft.mention(start, end, Allegiance(actor.meaning, lord.meaning))
    return claim(draft, "affiliation", value, (), (0.8, why))
