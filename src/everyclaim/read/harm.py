"""Who suffers at a harm word: from the trigger to the heads of the phrases that name the people.

Verbs, adjectives and nouns each have their own grammar ("killed three", "three dead", "the death of three"). Where the
parse gives nobody, a number that stands right beside the word does ("30 wounded", "leaving 12 dead").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from everyclaim.model import Harm, Mention
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
from everyclaim.read.unsaid import is_unsaid

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

_MOURNING = re.compile(r"mourn|funeral|buri|bury", re.IGNORECASE)
"""Mourning is evidence of death only when it names or counts the dead (codebook, 13.1)."""

_FATAL = frozenset({"fatal", "deadly", "lethal", "mortal"})
"""Before an injury these tell of a death, and of no second person who was injured."""

_BEING = frozenset("is are was were be been being".split())

_BESIDE = re.compile(r"(?:\s+(?:[a-z'-]+|[A-Z][a-z-]+)){0,3}\s*$")
_TOLL = re.compile(
    r"^(?:\s+(?:toll|count|number|figure|of|people|from|in|the|a|attack|blast|strike|bombing|has|have|had|was|is|now|to|at|"
    r"that|which|risen|rose|rising|rises|climbed|climbing|reached|reaching|stood|stands|standing|passed|increased|least|"
    r"been|put|estimated|revised|up|as|high)\b)*\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A harm word with its token. `counts_itself`: a noun that is what is counted ("nine deaths", "12 dead")."""

    harm: Harm
    token: Token
    start: int
    end: int
    counts_itself: bool = False


def find_triggers(draft: Draft) -> list[Trigger]:
    """Find harm words in text order, one harm a token, the more particular list first."""
    hits = chain(_casualty_words(draft), _act_words(draft))
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
        if is_unsaid(draft, token):
            continue
        if _MOURNING.match(draft.text, hit.start) and not any(child.tag_ in {"CD", "NNP"} for child in token.subtree):
            continue
        itself = is_noun(token) and hit.entry.pos in {"noun", "adjective"}
        yield Trigger(hit.entry.category, token, hit.start, hit.end, itself)  # type: ignore[arg-type]


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
    if equated := _equated(token):
        heads = equated
    elif is_verb(token):
        heads = _of_verb(token)
    elif trigger.counts_itself or is_noun(token):
        heads = _of_noun(token, itself=trigger.counts_itself)
    else:
        heads = _of_adjective(token)
    walked = [each for head in heads for each in coordinated(head)]
    return [each for each in dict.fromkeys(walked) if is_noun(each) or each.tag_ in {"JJ", "DT"}]


def _of_verb(verb: Token) -> list[Token]:
    if word(verb) in _INTRANSITIVE or (word(verb) in _LOSING and any(word(each) in _LIVES for each in patients(verb))):
        return [each for each in subjects(verb) if each.i != verb.i]
    if verb.dep_ == "amod" and is_noun(verb.head):
        return [verb.head]
    found = patients(verb)
    if not found and verb.dep_ == "acl" and is_noun(verb.head):
        found = [verb.head]
    if not found and verb.tag_ in {"VBN", "VBD"} and not any(agents(verb)):
        found = subjects(verb)
    if not found and verb.tag_ in {"VBN", "VBD"} and verb.head.tag_ == "CD":
        found = [verb.head]
    return [resolve_relative(each) for each in found]


def _of_noun(noun: Token, *, itself: bool) -> list[Token]:
    if any(word(each) in _FATAL for each in children(noun, "amod")):
        return []
    of = prepositional(noun, "of", "among", "to")
    counted = any(children(noun, "nummod", "quantmod")) or any(each.tag_ == "CD" for each in noun.children)
    if itself and (counted or not of):
        owner = [each for each in children(noun, "poss") if is_noun(each)]
        return owner or [noun]
    return of or [each for each in children(noun, "poss") if is_noun(each)]


def _equated(token: Token) -> list[Token]:
    """Who is "among the dead" or "the dead": the subject of the verb of being above."""
    verb = token.head.head if token.dep_ == "pobj" and word(token.head) == "among" else token.head
    if not is_verb(verb) or word(verb) not in _BEING or token.dep_ not in {"pobj", "attr"}:
        return []
    return [each for each in subjects(verb) if each.i != token.i]


def _of_adjective(adjective: Token) -> list[Token]:
    if adjective.dep_ == "amod" and is_noun(adjective.head):
        return [adjective.head]
    own = list(children(adjective, "nsubj", "nummod", "npadvmod"))
    if own:
        return own
    verb = adjective.head
    if is_verb(verb) and adjective.dep_ in {"acomp", "oprd", "ccomp", "xcomp", "advcl", "attr", "dobj"}:
        objects_ = [each for each in children(verb, "dobj", "nsubjpass") if is_noun(each) and each.i != adjective.i]
        return objects_ or ([] if is_passive(verb) else list(subjects(verb)))
    if adjective.dep_ == "conj":
        return []
    return [adjective.head] if is_noun(adjective.head) else []


def beside(draft: Draft, trigger: Trigger, taken: set[int]) -> Mention[Quantity] | None:
    """The free number right before a harm word ("30 others wounded"), or after a toll ("the toll rose to 22")."""
    near = [m for m in draft.found(Quantity) if m.span.start not in taken and abs(m.span.start - trigger.start) < 90]
    for quantity in reversed([m for m in near if m.span.end <= trigger.start]):
        between = draft.text[quantity.span.end : trigger.start]
        return (
            quantity
            if _BESIDE.fullmatch(between)
            and not re.search(r"\b(?:in|after|by|when|who|killed|dead)\b", between)
            and not _tells_of_things(draft, quantity.span.end, trigger.start)
            else None
        )
    for quantity in (m for m in near if m.span.start >= trigger.end):
        return quantity if _TOLL.match(draft.text[trigger.end : quantity.span.start]) else None
    return None


def _tells_of_things(draft: Draft, start: int, end: int) -> bool:
    """Whether a known thing stands there: in "two rockets hit" nobody is counted."""
    things = (hit for name in ("weapons", "not_people") for hit in draft.words(name))
    return any(start <= hit.start < end for hit in things)
