"""Who suffers at a harm word: from the word to the heads of the phrases that name the people.

Where it stands: between `harm_words`, which finds the words, and `people`, which counts whom they name. Verbs,
adjectives and nouns each have their own grammar ("killed three", "three dead", "the death of three").
"""

from everyclaim.read.casualties.harm_words import STATES, Trigger
from everyclaim.read.casualties.manner import (
    FATAL,
    WOUNDS,
    bearers,
    doers_of,
    harms_itself,
    is_body_part,
    is_reflexive,
    is_wound,
)
from everyclaim.read.syntax import (
    agents,
    children,
    coordinated,
    is_noun,
    is_passive,
    is_verb,
    patients,
    prepositional,
    resolve_relative,
    subjects,
    word,
)
from everyclaim.read.tokens import Token

_INTRANSITIVE = frozenset(
    [
        "die",
        "dies",
        "died",
        "dying",
        "perish",
        "perished",
        "perishes",
        "perishing",
        "succumb",
        "succumbed",
        "flee",
        "fled",
        "flees",
        "fleeing",
    ]
)
_LOSING, _LIVES = frozenset({"lose", "lost", "loses", "losing"}), frozenset({"life", "lives"})
"""Who "lost their lives" stands in the subject; the lives are not counted beside them."""
_HARMS = WOUNDS | frozenset("deaths fatalities casualties dead killed wounded injured hurt missing arrests".split())
"""Words counted by themselves, and not as more of what they are listed with: "5 deaths and 20 injuries"."""
_ENDING_ONESELF = frozenset({"taking", "turning", "committing"})
"""Of "before taking his own life" the doer is looked for above; "after seven were hurt, before dying" tells nothing."""
_INCLUDING = frozenset({"include", "includes", "included"})
_BEING = frozenset("is are was were be been being".split())


def sufferers(trigger: Trigger) -> list[Token]:
    """Heads of the phrases that name who suffered, coordination walked through."""
    token = trigger.token
    if trigger.people:
        heads = list(trigger.people)
    elif equated := _equated(token):
        heads = equated
    elif is_verb(token):
        own = [each for each in subjects(token) if each.i != token.i]
        own = own or (doers_of(token) if word(token) in _ENDING_ONESELF else [])
        heads = own if trigger.takes == "subject" else _of_verb(token)
    elif trigger.harm == "injured" and is_wound(token):
        heads = bearers(token)
    elif trigger.counts_itself or is_noun(token):
        heads = _of_noun(token, itself=trigger.counts_itself)
    else:
        heads = _of_adjective(token)
    walked = [each for head in heads for each in coordinated(head) if each is head or not _has_a_harm_of_its_own(each)]
    walked = [each for each in walked if not _shares_a_number(each)]
    people = [each for each in dict.fromkeys(walked) if is_noun(each) or each.tag_ in {"JJ", "DT"}]
    return [each for each in people if not is_body_part(each)]


def _shares_a_number(listed: Token) -> bool:
    """Whether a number before "and" counts this noun as well: "18 women and girls", "30 men and boys"."""
    plural = listed.tag_ == "NNS" and listed.head.tag_ == "NNS" and listed.dep_ == "conj"
    bare = listed.i - listed.head.i == 2 and listed.left_edge.i == listed.i
    return plural and bare and any(children(listed.head, "nummod"))


def _has_a_harm_of_its_own(listed: Token) -> bool:
    """Whether a member of a list is harm counted by itself, or people with another harm: "three dead and one hurt"."""
    behind = listed.doc[listed.i + 1 : listed.i + 2]
    if listed.tag_ == "CD" and any(word(each) in STATES for each in behind):
        return True
    return any(word(each) in _HARMS for each in (listed, *children(listed, "acl", "amod")))


def _of_verb(verb: Token) -> list[Token]:
    if word(verb) in _INTRANSITIVE or (word(verb) in _LOSING and any(word(each) in _LIVES for each in patients(verb))):
        return [each for each in subjects(verb) if each.i != verb.i]
    if verb.dep_ == "amod" and is_noun(verb.head):
        return [verb.head]
    found = [each for each in _whose_lives(patients(verb)) if not _is_among(each)] or _counted_dead(verb)
    if any(children(verb, "dobj")):
        too_high = [each for each in children(verb, "conj") if each.tag_ in {"NN", "NNS"}]  # by the parse
        found += [each for each in too_high if not _is_of_them(each)]
    if harms_itself(verb):
        others = [each for head in found for each in coordinated(head) if not is_reflexive(each)]
        return [*doers_of(verb), *others]
    if not found and verb.dep_ == "acl" and (is_noun(verb.head) or verb.head.tag_ in {"DT", "JJ"}):
        found = [verb.head]
    if not found and verb.tag_ in {"VBN", "VBD"} and (not any(agents(verb)) or _is_bare_participle(verb)):
        found = subjects(verb)
    if not found and verb.tag_ in {"VBN", "VBD"} and verb.head.tag_ == "CD":
        found = [verb.head]
    if not found and verb.dep_ == "xcomp" and verb.tag_ == "VBN" and is_verb(verb.head):
        found = _above(verb.head)  # "twelve people believed buried"
    return [resolve_relative(each) for each in found]


def _is_among(listed: Token) -> bool:
    """Whether people are parts of others, which the parse takes for an object: "injured, among them nine guards"."""
    return any(word(each) in {"among", "including"} and each.i < listed.i for each in children(listed, "prep"))


def _whose_lives(found: list[Token]) -> list[Token]:
    """Who lost the lives that a verb takes: "took the lives of nine people"; lives with a number count themselves."""
    lives = [owner for each in found if word(each) in _LIVES for owner in prepositional(each, "of")]
    return lives or found


def _is_of_them(listed: Token) -> bool:
    """Whether these are some of those told right before: "killing a man and injuring nine, three of them children"."""
    counts = (each for each in children(listed, "nsubj", "nummod", "dep") if each.tag_ in {"CD", "DT", "JJ"})
    return any(word(each) in {"them", "whom"} for count in counts for each in prepositional(count, "of"))


def _is_bare_participle(verb: Token) -> bool:
    """As in "four people were hurt, one killed": who stands before a participle without an object suffers it."""
    own = [each for each in children(verb, "aux", "dobj") if not _is_among(each)]
    return verb.tag_ == "VBN" and not own


def _counted_dead(verb: Token) -> list[Token]:
    """Who stands before an adjective that completes the verb: "left 3 dead", "found two more people dead inside"."""
    states = [each for each in children(verb, "dobj", "oprd", "acomp", "ccomp") if each.tag_ == "JJ"]
    return [each for state in states for each in children(state, "nummod", "nsubj")]


def _of_noun(noun: Token, *, itself: bool) -> list[Token]:
    if any(word(each) in FATAL for each in children(noun, "amod")):
        return []
    of = prepositional(noun, "of", "among", "to")
    counted = any(children(noun, "nummod", "quantmod")) or any(each.tag_ == "CD" for each in noun.children)
    if itself and (counted or not of):
        owner = [each for each in children(noun, "poss") if is_noun(each)]
        return owner or [noun]
    if of:
        of += [
            each for each in children(noun, "conj") if each.tag_ == "NN" and any(children(each, "det"))
        ]  # hung too high
    return of or [each for each in children(noun, "poss") if is_noun(each)]


def _equated(token: Token) -> list[Token]:
    """Who is "among the dead" or "the dead": the subject of the verb of being above."""
    of_those = token.dep_ in {"acl", "amod"} and (is_noun(token.head) or word(token.head) == "those")
    noun = token.head if of_those else token
    verb = noun.head.head if noun.dep_ == "pobj" and word(noun.head) == "among" else noun.head
    if noun.dep_ == "nsubj" and word(verb) in _INCLUDING:
        return [*_numbered(noun), *children(verb, "dobj")]
    among = noun.dep_ == "pobj" and word(noun.head) == "among"
    if (
        not is_verb(verb)
        or word(verb) not in _BEING
        or not (among or (noun is token and noun.dep_ in {"pobj", "attr"}))
    ):
        return []
    inverted = [each for each in children(verb, "attr") if each.i > verb.i > noun.i]
    return [*_numbered(noun), *(inverted or [each for each in subjects(verb) if each.i != noun.i])]


def _numbered(noun: Token) -> list[Token]:
    """Those harmed in all, where they have a number: "two nurses were among the 17 people killed"."""
    return [noun] if any(children(noun, "nummod")) else []


def is_of_those(trigger: Trigger, head: Token) -> bool:
    """Whether people are told to be of those whom the word counts: "two nurses were among the 17 people killed"."""
    told = _equated(trigger.token)
    return len(told) > 1 and told[0].i != head.i and _numbered(told[0]) == told[:1]


def _of_adjective(adjective: Token) -> list[Token]:
    if word(adjective) in FATAL:
        return prepositional(adjective.head, "of") if adjective.dep_ == "amod" else []
    if adjective.dep_ == "amod" and is_noun(adjective.head):
        return [adjective.head]
    own = list(children(adjective, "nsubj", "nummod", "npadvmod"))
    own += [each for be in children(adjective, "auxpass") for each in children(be, "nsubj")]  # a verb to the parse
    if own or any(children(adjective, "det")):
        return own  # "the dead": named so, and not counted here
    verb = adjective.head
    if is_verb(verb) and adjective.dep_ in {"acomp", "oprd", "ccomp", "xcomp", "advcl", "attr", "dobj"}:
        objects_ = [each for each in children(verb, "dobj", "nsubjpass") if is_noun(each) and each.i != adjective.i]
        return objects_ or ([] if is_passive(verb) else list(subjects(verb)))
    if adjective.tag_ == "IN" and is_verb(verb):
        return [each for each in _above(verb) if is_noun(each)]
    return [adjective.head] if is_noun(adjective.head) and adjective.dep_ != "conj" else []


def _above(verb: Token) -> list[Token]:
    """Who stands above a verb on which a state hangs: "five men thought to be under the rubble"."""
    if own := list(children(verb, "nsubj", "nsubjpass")):
        return [resolve_relative(each) for each in own]
    if verb.dep_ in {"acl", "relcl"}:
        return [verb.head]
    return _above(verb.head) if verb.dep_ == "xcomp" and is_verb(verb.head) else []
