"""Bombs and mines that are things, not acts: found, seized, made, moved, stored.

Where it stands: the step `deeds` asks this of every noun for a weapon that reports also use for its blast ("a roadside
bomb killed two"). "Troops found a roadside bomb" and "the movement of improvised explosive devices" tell no blast.
"""

from everyclaim.lexicon.inflect import forms
from everyclaim.read.draft import Draft
from everyclaim.read.syntax import is_passive, is_verb, word
from everyclaim.read.tokens import Token

_HANDLED = frozenset(
    form
    for verb in (
        "find discover uncover locate seize recover confiscate capture intercept defuse disarm dispose "
        "neutralise neutralize remove clear destroy dismantle detect spot identify build make construct "
        "assemble produce manufacture acquire buy procure obtain supply provide distribute deliver transport "
        "move smuggle ship carry store hide stockpile keep own possess hold contain include emplace facilitate"
    ).split()
    for form in forms(verb)
)
"""Verbs of which a weapon that has not gone off is the object. "Planted", "laid" and "used" are told of blasts too."""
_EVENTS = frozenset({"blast", "blasts", "explosion", "explosions", "attack", "attacks", "bombing", "bombings"})
_LISTED = frozenset({"conj", "appos", "dep"})
_PARTS = frozenset({"of", "for", "including", "like", "as"})


def is_thing(draft: Draft, noun: Token) -> bool:
    """Whether a noun for a weapon is the thing itself here: handled by somebody, or part of another thing's phrase."""
    if is_verb(noun) or word(noun) in _EVENTS or not draft.has_word("weapons", noun.idx):
        return False
    token = noun
    while token.dep_ in _LISTED and token.head.i != token.i and not is_verb(token.head):
        token = token.head
    above = token.head
    if token.dep_ in {"dobj", "nsubjpass"} or (token.dep_ == "nsubj" and is_verb(above) and is_passive(above)):
        return word(above) in _HANDLED
    return token.dep_ == "pobj" and _is_part(draft, above)


def _is_part(draft: Draft, preposition: Token) -> bool:
    """Whether a preposition hangs on a noun for a thing or a doing ("components for", "the movement of")."""
    above = preposition.head
    if is_verb(above):
        return word(preposition) == "including"
    told = any(draft.has_word(name, above.idx) for name in ("acts", "casualties"))
    return word(preposition) in _PARTS and above.tag_.startswith("NN") and not told
