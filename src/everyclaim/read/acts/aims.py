"""Whom or what a search, a raid or an operation was for: an aim, not what it did.

Where it stands: the steps `deeds` and `stances` ask here. In "troops held two men in an operation to arrest a bomb
maker" two are held; the bomb maker may have got away.
"""

from everyclaim.read.syntax import children, is_verb, word
from everyclaim.read.tokens import Token

_SEARCHES = frozenset(
    "operation operations search searches mission missions sweep sweeps effort efforts raid raids manhunt hunt "
    "bid plan attempt attempts order orders warrant warrants".split()
)


def is_target(verb: Token) -> bool:
    """Whether the word only says whom a search is for: "an operation targeting a commander"."""
    return word(verb) == "targeting" and verb.dep_ == "acl" and word(verb.head) in _SEARCHES


def is_aim(verb: Token) -> bool:
    """Whether a verb is the infinitive that says what a search is for: "an operation to detain a commander"."""
    if verb.tag_ != "VB" or not any(word(each) == "to" for each in children(verb, "aux")):
        return False
    above = verb.head
    if verb.dep_ in {"advcl", "xcomp"} and is_verb(above):
        inside = (each for prep in children(above, "prep") for each in children(prep, "pobj"))
        return any(word(each) in _SEARCHES for each in (*children(above, "dobj", "nsubjpass"), *inside))
    return verb.dep_ in {"acl", "relcl"} and word(above) in _SEARCHES
