"""How a harm word is qualified: "fatally shot" tells of a death, "a gunshot wound to the head" of one who bears it.

Where it stands: `harm` asks here what befell people, and who bears a wound that a noun names.
"""

from everyclaim.model import Harm
from everyclaim.read.syntax import children, is_noun, is_verb, patients, prepositional, subjects, word
from everyclaim.read.tokens import Token

FATAL = frozenset({"fatal", "deadly", "lethal", "mortal"})
"""Before an attack or an injury these tell of a death, and of no second person who was injured."""

_FATALLY = frozenset({"fatally", "mortally", "lethally"})
_MARKS = frozenset("wound wounds burn burns fracture fractures concussion concussions amputation amputations".split())
"""Nouns whose number counts wounds: "two gunshot wounds" may be one person's."""
_INJURIES = frozenset({"injury", "injuries"})
"""Nouns whose number counts people as often as not: "12 injuries were reported"."""
WOUNDS = _MARKS | _INJURIES | {"trauma"}
"""What people have, and no people."""
_BEARING = frozenset(
    "suffer suffers suffered suffering sustain sustains sustained sustaining receive receives received receiving "
    "have has had having got".split()
)
_BODY = frozenset(
    "head face neck throat chest back stomach abdomen torso arm arms leg legs hand hands foot feet knee knees "
    "shoulder shoulders thigh thighs hip groin forehead eye eyes skull spine finger fingers ankle buttocks side body "
    "brain".split()
)


def as_qualified(token: Token, harm: Harm) -> Harm:
    """What befell people as the adverb says: "fatally shot", "mortally wounded"."""
    fatal = any(word(each) in _FATALLY for each in token.children)
    return "killed" if fatal and harm in {"injured", "killed_or_injured"} else harm


def is_reflexive(token: Token) -> bool:
    """Whether a pronoun sends back to the subject: "himself"."""
    return word(token).endswith(("self", "selves"))


def harms_itself(verb: Token) -> bool:
    """Whether a verb's object is its own subject: "killed himself and six guards"."""
    objects = (*patients(verb), *children(verb, "npadvmod", "conj")) if is_verb(verb) else ()
    return any(is_reflexive(each) for each in objects)


def doers_of(verb: Token) -> list[Token]:
    """Who does a verb, through the preposition that joins it to another: "shot three before killing himself"."""
    found = [each for each in subjects(verb) if each.i != verb.i]
    if found or verb.dep_ not in {"pcomp", "advcl", "xcomp", "conj"}:
        return found
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    return doers_of(above) if is_verb(above) and above.i != verb.i else []


def is_body_part(token: Token) -> bool:
    """Whether a noun is a part of the body, which is hit in somebody and is nobody."""
    return word(token) in _BODY


def is_wound(token: Token) -> bool:
    """Whether a noun names wounds that somebody bears and not the people wounded."""
    if word(token) in _MARKS:
        return True
    if word(token) not in _INJURIES:
        return False
    counted = any(children(token, "nummod"))
    owned = any(children(token, "poss")) or token.dep_ == "pobj" or word(token.head) in _BEARING
    return owned or (token.tag_ == "NN" and not counted)


def bearers(wound: Token) -> list[Token]:
    """Who bears a wound: whose it is, who suffers it, who has it; nobody where it only tells a death's cause."""
    if any(word(each) in FATAL for each in children(wound, "amod")):
        return []
    if named := [each for each in prepositional(wound, "to", "of", "among") if not is_body_part(each)]:
        return named
    if owners := [each for each in children(wound, "poss") if is_noun(each)]:
        return owners
    above = wound.head
    if word(above) in _BEARING and is_verb(above) and wound.dep_ == "dobj":
        return subjects(above)
    if wound.dep_ == "pobj" and word(above) in {"with", "from"}:
        return _of_preposition(above)
    return []


def _of_preposition(preposition: Token) -> list[Token]:
    """Whom "with" or "from" joins to a wound: "a man with burns", "was found with burns", "suffering from burns"."""
    above = preposition.head
    if word(preposition) == "from" and word(above) not in _BEARING:
        return []
    if is_noun(above) and word(above) not in _BEARING:
        return [above]
    return (patients(above) or subjects(above)) if is_verb(above) else []
