"""Bombs and mines that are things, not acts: found, seized, made, moved, stored.

Where it stands: the step `deeds` asks this of every noun for a weapon that reports also use for its blast ("a roadside
bomb killed two"). "Troops found a roadside bomb" and "the movement of improvised explosive devices" tell no blast.
"""

from everyclaim.read.draft import Draft
from everyclaim.read.syntax import is_passive, is_verb, word
from everyclaim.read.tokens import Token

_HANDLED = frozenset(
    "find finds found finding discover discovers discovered discovering uncover uncovered locate located seize seizes "
    "seized seizing recover recovers recovered recovering confiscate confiscated capture captured intercept intercepted "
    "defuse defused defusing disarm disarmed dispose disposed neutralise neutralised neutralize neutralized remove removed "
    "clear cleared destroy destroyed destroying dismantle dismantled detect detected spot spotted identify identified "
    "build builds built building make makes made making construct constructs constructed constructing assemble assembled "
    "assembling produce produced producing manufacture manufactured manufacturing acquire acquires acquired acquiring "
    "buy bought buying procure procures procured procuring obtain obtained supply supplies supplied supplying provide "
    "provides provided providing distribute distributes distributed distributing deliver delivered transport transports "
    "transported transporting move moves moved moving smuggle smuggles smuggled smuggling ship shipped carry carried "
    "carrying store stored storing hide hid hidden stockpile stockpiled keep kept own owned possess possessed hold held "
    "contain contains contained containing include includes included including use uses using emplace emplaces "
    "emplacing facilitate facilitated facilitating".split()
)
"""Verbs of which a weapon that has not gone off is the object. "Planted", "laid" and "used" are told of blasts too."""
_EVENTS = frozenset({"blast", "blasts", "explosion", "explosions", "attack", "attacks", "bombing", "bombings"})
_LISTED = frozenset({"conj", "appos", "dep"})
_PARTS = frozenset({"of", "for", "including", "like", "as"})


def is_thing(draft: Draft, noun: Token) -> bool:
    """Whether a noun for a weapon is the thing itself here: handled by somebody, or part of a phrase for another thing."""
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
    """Whether a preposition hangs on a noun for a thing or a doing ("components for", "the movement of"), not a harm."""
    above = preposition.head
    if is_verb(above):
        return word(preposition) == "including"
    told = any(draft.has_word(name, above.idx) for name in ("acts", "casualties", "persons"))
    return word(preposition) in _PARTS and above.tag_.startswith("NN") and not told
