"""Who suffers at a harm word: from the trigger to the heads of the phrases that name the people.

Verbs, adjectives and nouns each have their own grammar ("killed three", "three dead", "the death of three"). Where the
parse gives nobody, a number that stands right beside the word does ("30 wounded", "leaving 12 dead").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from everyclaim.model import Harm, Mention
from everyclaim.read.casualties.bereft import find_bereft
from everyclaim.read.casualties.manner import (
    FATAL,
    WOUNDS,
    as_qualified,
    bearers,
    doers_of,
    harms_itself,
    is_body_part,
    is_reflexive,
    is_wound,
)
from everyclaim.read.casualties.unsaid import is_unsaid
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Quantity
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

ACT_HARMS: dict[str, Harm] = {
    "execution_killing": "killed",
    "assassination": "killed",
    "abduction": "abducted",
    "arrest": "detained",
    "displacement": "displaced",
}
"""Acts whose word alone says what befell people; the others need a harm word beside them."""

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

_MOURNING = re.compile(r"mourn|funeral|buri|bury|memorial|vigil|wake\b", re.IGNORECASE)
"""Mourning is evidence of death only when it names or counts the dead (codebook, 13.1)."""

DEEDS = frozenset("killing killings shooting shootings murder murders bombing bombings".split())
"""Harm as an act, by itself no people: "none of the killings was solved"."""
_STATES = frozenset("dead killed wounded injured hurt missing".split())
_HARMS = WOUNDS | frozenset("deaths fatalities casualties dead killed wounded injured hurt missing arrests".split())
"""Words counted by themselves, and not as more of what they are listed with: "5 deaths and 20 injuries"."""
_AIMED_AT = frozenset({"at", "towards", "toward", "into"})
_AIMS = ("persons", "not_people", "weapons")
"""Word lists whose nouns are shot at: who "shot at a car" was not shot, who was "shot at a party" was."""

_ENDING_ONESELF = frozenset({"taking", "turning", "committing"})
"""Of "before taking his own life" the doer is looked for above; "after seven were hurt, before dying" tells nothing."""
_INCLUDING = frozenset({"include", "includes", "included"})
_BEING = frozenset("is are was were be been being".split())

_BESIDE = re.compile(r"(?:\s+(?:[a-z'-]+|[A-Z][a-z-]+)){0,3}\s*$")
_TOLL = re.compile(
    r"^(?:\s+(?:toll|count|number|figure|of|people|from|in|the|a|attack|blast|strike|bombing|has|have|had|was|is|now|to|at|"
    r"that|which|risen|rose|rising|rises|climbed|climbing|reached|reaching|stood|stands|standing|passed|increased|least|"
    r"been|put|estimated|revised|up|as|high)\b)*\s*$",
    re.IGNORECASE,
)


_ALONE = re.compile(
    r"\s*(?:$|[.,;)]|(?:in|at|near|on|and|as|after|during|outside|inside|by|when|while|others?|more|early|late|last|this|"
    r"yesterday|today|overnight|\w+day)\b)"
)
"""Behind a number that counts people by itself: "killed 14 in Velm", "wounded 20 Monday"; no noun that it counts."""
_TOTAL = re.compile(r"(?:toll|count|number|tally|total)s?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A harm word with its token. `counts_itself`: a noun that is what is counted ("nine deaths", "12 dead").

    `takes` is where the word list says that the people stand; `people` their heads where these are known already.
    """

    harm: Harm
    token: Token
    start: int
    end: int
    counts_itself: bool = False
    takes: str = ""
    people: tuple[Token, ...] = ()


def find_triggers(draft: Draft) -> list[Trigger]:
    """Find harm words in text order, one harm a token, the more particular list first."""
    hits = chain(_casualty_words(draft), _act_words(draft), _bereft(draft))
    by_token: dict[int, Trigger] = {}
    for trigger in hits:
        if trigger.harm not in _HOLDINGS or not _is_of_things(draft, trigger.token):
            by_token.setdefault(trigger.token.i, trigger)
    return sorted(by_token.values(), key=lambda each: each.start)


def _casualty_words(draft: Draft) -> Iterator[Trigger]:
    for hit in draft.words("casualties"):
        if hit.entry.category in {"none", "metaphor"}:
            continue  # find_none reads the first; the second is no harm
        token = draft.head(hit.start, hit.end)
        if hit.entry.pos == "verb" and not is_verb(token) and token.tag_ not in {"JJ", "NN", "NNS"}:
            continue
        if is_unsaid(draft, token) or (hit.entry.pos == "noun" and token.tag_ == "JJ" and token.dep_ == "amod"):
            continue  # "a grave danger" is nobody's grave
        if _MOURNING.match(draft.text, hit.start) and not any(child.tag_ in {"CD", "NNP"} for child in token.subtree):
            continue
        if _is_aimed(draft, token):
            continue
        itself = is_noun(token) and hit.entry.pos in {"noun", "adjective"} and not _MOURNING.match(word(token))
        harm = as_qualified(token, hit.entry.category)  # type: ignore[arg-type]
        yield Trigger(harm, token, hit.start, hit.end, itself, hit.entry.get("takes"))


def _bereft(draft: Draft) -> Iterator[Trigger]:
    for harm, token, people in find_bereft(draft):
        yield Trigger(harm, token, token.idx, token.idx + len(token), people=tuple(people))


def _is_aimed(draft: Draft, token: Token) -> bool:
    """Whether shots are told with whom they were meant for, and nobody whom they hit: "shot at a car"."""
    if not word(token).startswith("shoot") and word(token) != "shot":
        return False
    if any(children(token, "dobj", "auxpass", "nsubjpass")) or not is_verb(token):
        return False
    at = [each for each in children(token, "prep") if word(each) in _AIMED_AT]
    aims = [each for prep in at for each in children(prep, "pobj")]
    return any(draft.has_word(name, each.idx) for each in aims for name in _AIMS)


_NONE_OF: tuple[tuple[str, Harm], ...] = (
    ("casualt", "killed_or_injured"),
    ("victim", "killed_or_injured"),
    ("injur", "injured"),
    ("hurt", "injured"),
    ("wound", "injured"),
)
"""Of what harm a phrase says that there was none; every other phrase speaks of death ("no loss of life")."""


def find_none(draft: Draft) -> Iterator[tuple[Harm, int, int]]:
    """Find phrases that say nobody was harmed ("no casualties"): the harm and the offsets."""
    for hit in draft.words("casualties"):
        if hit.entry.category == "none" and hit.entry.get("takes") == "with":
            text = draft.text[hit.start : hit.end].lower()
            yield next((harm for stem, harm in _NONE_OF if stem in text), "killed"), hit.start, hit.end


def _act_words(draft: Draft) -> Iterator[Trigger]:
    for hit in draft.words("acts"):
        harm = ACT_HARMS.get(hit.entry.category)
        if harm is None:
            continue
        token = draft.head(hit.start, hit.end)
        if hit.entry.pos == "verb" and not is_verb(token):
            continue
        if hit.entry.pos != "verb" and not is_noun(token):
            continue
        yield Trigger(harm, token, hit.start, hit.end)


_HOLDINGS = frozenset({"abducted", "detained"})


def _is_of_things(draft: Draft, verb: Token) -> bool:
    """Whether what is seized or held are things: "seized several rifles", "recovered a number of weapons"."""
    for head in patients(verb) if is_verb(verb) else ():
        of = prepositional(head, "of")
        if any(draft.has_word(name, each.idx) for each in (head, *of) for name in ("weapons", "not_people")):
            return True
    return False


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
    people = [each for each in dict.fromkeys(walked) if is_noun(each) or each.tag_ in {"JJ", "DT"}]
    return [each for each in people if not is_body_part(each)]


def _has_a_harm_of_its_own(listed: Token) -> bool:
    """Whether a member of a list is harm counted by itself, or people with another harm: "three dead and one hurt"."""
    behind = listed.doc[listed.i + 1 : listed.i + 2]
    if listed.tag_ == "CD" and any(word(each) in _STATES for each in behind):
        return True
    return any(word(each) in _HARMS for each in (listed, *children(listed, "acl", "amod")))


def _of_verb(verb: Token) -> list[Token]:
    if word(verb) in _INTRANSITIVE or (word(verb) in _LOSING and any(word(each) in _LIVES for each in patients(verb))):
        return [each for each in subjects(verb) if each.i != verb.i]
    if verb.dep_ == "amod" and is_noun(verb.head):
        return [verb.head]
    found = _whose_lives(patients(verb)) or _counted_dead(verb)
    if any(children(verb, "dobj")):
        found += [each for each in children(verb, "conj") if each.tag_ in {"NN", "NNS"}]  # hung too high by the parse
    if harms_itself(verb):
        others = [each for head in found for each in coordinated(head) if not is_reflexive(each)]
        return [*doers_of(verb), *others]
    if not found and verb.dep_ == "acl" and (is_noun(verb.head) or verb.head.tag_ in {"DT", "JJ"}):
        found = [verb.head]
    if not found and verb.tag_ in {"VBN", "VBD"} and (not any(agents(verb)) or _is_bare_participle(verb)):
        found = subjects(verb)
    if not found and verb.tag_ in {"VBN", "VBD"} and verb.head.tag_ == "CD":
        found = [verb.head]
    return [resolve_relative(each) for each in found]


def _whose_lives(found: list[Token]) -> list[Token]:
    """Who lost the lives that a verb takes: "took the lives of nine people"; lives with a number count themselves."""
    lives = [owner for each in found if word(each) in _LIVES for owner in prepositional(each, "of")]
    return lives or found


def _is_bare_participle(verb: Token) -> bool:
    """As in "four people were hurt, one killed": who stands before a participle without an object suffers it."""
    return verb.tag_ == "VBN" and not any(children(verb, "aux", "dobj"))


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
    if of and not itself:
        of += [
            each for each in children(noun, "conj") if each.tag_ == "NN" and any(children(each, "det"))
        ]  # hung too high
    return of or [each for each in children(noun, "poss") if is_noun(each)]


def _equated(token: Token) -> list[Token]:
    """Who is "among the dead" or "the dead": the subject of the verb of being above."""
    noun = token.head if token.dep_ in {"acl", "amod"} and is_noun(token.head) else token
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
        return own
    if verb.dep_ in {"acl", "relcl"}:
        return [verb.head]
    return _above(verb.head) if verb.dep_ == "xcomp" and is_verb(verb.head) else []


def beside(draft: Draft, trigger: Trigger, taken: set[int]) -> Mention[Quantity] | None:
    """The free number right before a harm word ("30 others wounded"), or after a toll ("the toll rose to 22")."""
    near = [m for m in draft.found(Quantity) if m.span.start not in taken and abs(m.span.start - trigger.start) < 90]
    if not _may_be_beside(trigger, draft.text[trigger.start : trigger.end]):
        return None
    for quantity in (m for m in near if trigger.start <= m.span.start and m.span.end <= trigger.end):
        return quantity  # "left several dead" is one word for harm
    for quantity in reversed([m for m in near if m.span.end <= trigger.start]):
        between = draft.text[quantity.span.end : trigger.start]
        return (
            quantity
            if _BESIDE.fullmatch(between)
            and not re.search(r"\b(?:in|after|by|when|who|killed|dead)\b", between)
            and not _tells_of_things(draft, quantity.span.end, trigger.start)
            else None
        )
    for quantity in (m for m in near if m.span.start >= trigger.end and not is_verb(trigger.token)):
        return quantity if _TOLL.match(draft.text[trigger.end : quantity.span.start]) else None
    return None


def right_behind(draft: Draft, trigger: Trigger) -> Mention[Quantity] | None:
    """The number that a verb of harm has for its only object, which the parse may lose: "injured thirty-two"."""
    if not is_verb(trigger.token) or trigger.takes != "object" or any(children(trigger.token, "auxpass")):
        return None
    first = trigger.token.idx + len(trigger.token)
    for quantity in draft.found(Quantity):
        if quantity.span.start >= first:
            alone = draft.text[first : quantity.span.start].isspace() and _ALONE.match(draft.text, quantity.span.end)
            return quantity if alone else None
    return None


def _may_be_beside(trigger: Trigger, words: str) -> bool:
    """Whether a number beside the word can count people: not beside "shooting" or "wounds"."""
    if word(trigger.token) in WOUNDS | DEEDS | FATAL:
        return False
    state = word(trigger.token) in _STATES
    return not is_noun(trigger.token) or trigger.counts_itself or state or _TOTAL.search(words) is not None


def _tells_of_things(draft: Draft, start: int, end: int) -> bool:
    """Whether a known thing stands there: in "two rockets hit" nobody is counted."""
    things = (hit for name in ("weapons", "not_people") for hit in draft.words(name))
    return any(start <= hit.start < end for hit in things)
