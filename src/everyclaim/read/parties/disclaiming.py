"""Who keeps out of an act without the word "deny": "had nothing to do with it", "played no part", "were not there".

Where it stands: `read/parties/avowing.py` asks here for verbs whose subject is the speaker.
"""

from everyclaim.read.syntax import children, is_verb, word
from everyclaim.read.tokens import Token

_HAVING = frozenset("have has had having bear bears bore play plays played playing take takes took".split())
_PART = frozenset("part role hand share involvement connection link links responsibility knowledge".split())
_BEING = frozenset({"is", "was", "are", "were", "be", "been", "being"})
_THERE = frozenset({"in", "at", "near", "around", "over", "inside", "present"})
_IN_IT = frozenset({"involved", "responsible", "behind", "implicated", "present", "active", "there"})
_NOT = frozenset({"not", "n't", "never"})


def keeps_out(verb: Token) -> bool:
    """Whether the verb says that its subject had no part in what happened."""
    if not is_verb(verb):
        return False
    negated = any(word(each) in _NOT for each in verb.children)
    if word(verb) in _IN_IT:
        return negated
    if word(verb) in _BEING:
        beside = {word(each) for each in children(verb, "acomp", "prep", "advmod", "attr")}
        return negated and not beside.isdisjoint(_THERE | _IN_IT)
    return word(verb) in _HAVING and any(_is_none(each) for each in children(verb, "dobj"))


def _is_none(noun: Token) -> bool:
    """Whether the object is "nothing (to do with it)" or "no part (in it)"."""
    if word(noun) == "nothing":
        return any(word(each) == "do" for each in children(noun, "relcl", "acl"))
    return word(noun) in _PART and any(word(each) == "no" for each in children(noun, "det", "neg"))
