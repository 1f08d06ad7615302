"""Harm told by whose people they were: "the army lost nine soldiers", "took seven women with them".

Where it stands: `harm` adds these words to those of the list. "Lose", "cost" and "take" tell of harm only by their
object: a team loses a match, a bus takes people to work. So people must stand there who are somebody's dead or whom
armed people carry off.
"""

from collections.abc import Iterator

from everyclaim.model import Harm
from everyclaim.read.acts.armed import arms_of
from everyclaim.read.draft import Draft
from everyclaim.read.syntax import children, is_verb, objects, prepositional, subjects, word
from everyclaim.read.tokens import Token

_LOSING = frozenset({"lose", "loses", "lost", "losing"})
_TAKING = frozenset({"take", "takes", "took", "taking", "taken"})
_MAKING_OFF = frozenset({"make", "makes", "made", "making"})
_MORTAL = frozenset({"combatant", "police", "family", "child", "woman", "man", "detained", "protected"})
"""Whom one loses to death; who lost customers, tenants or neighbours may only have lost their custom."""
_OWN = frozenset({"own", "men", "number", "ranks", "troops", "soldiers", "fighters", "people"})
"""Of whom a bare number is lost: "four of their own", "12 of its men"."""
_ELSEWHERE = frozenset({"to", "against", "in"})
_HOSPITAL = frozenset({"hospital", "clinic", "safety", "treatment", "court"})


def find_bereft(draft: Draft) -> Iterator[tuple[Harm, Token, list[Token]]]:
    """Find the words, with the harm that they tell and the heads of the phrases that name the people."""
    for token in draft.doc:
        if word(token) in _LOSING and is_verb(token):
            armed = any(arms_of(draft, each) for each in subjects(token))
            lost = [each for each in objects(token) if _is_mortal(draft, each) or (armed and _is_bare_number(each))]
            if lost:
                yield "killed", token, lost
        elif word(token) == "cost" and token.tag_ == "NN":
            lost = [each for each in prepositional(token, "of") if _is_mortal(draft, each)]
            if lost:
                yield "killed", token, lost
        elif word(token) in _TAKING and is_verb(token) and _is_carrying_off(draft, token):
            yield "abducted", token, _persons(draft, objects(token))
        elif word(token) in _MAKING_OFF and is_verb(token) and any(word(each) == "off" for each in token.children):
            taken = _persons(draft, [each for off in (token, *token.children) for each in prepositional(off, "with")])
            if taken:
                yield "abducted", token, taken


def _is_mortal(draft: Draft, lost: Token) -> bool:
    if lost.tag_ == "CD":
        return any(word(each) in _OWN for each in prepositional(lost, "of"))
    return any(hit.entry.category in _MORTAL for hit in draft.words("persons") if hit.start <= lost.idx < hit.end)


def _is_bare_number(lost: Token) -> bool:
    """Whether an army lost so many and nothing else: "admitted losing nine"."""
    return lost.tag_ == "CD" and not any(lost.children)


def _persons(draft: Draft, heads: list[Token]) -> list[Token]:
    return [each for each in heads if draft.has_word("persons", each.idx) or each.tag_ == "CD"]


def _is_carrying_off(draft: Draft, verb: Token) -> bool:
    """Whether armed people take others along: "took 15 pupils away", "taking seven men with them"."""
    behind = [each for each in verb.subtree if each.i > verb.i]
    along = any(word(each) in {"away", "off"} and each.head.i == verb.i for each in behind) or any(
        word(each) == "with" and any(word(inner) in {"them", "him"} for inner in children(each, "pobj"))
        for each in behind
    )
    helped = any(word(each) in _HOSPITAL for each in behind)
    return along and not helped and any(arms_of(draft, each) for each in subjects(verb))
