"""Which words of a report tell that people were harmed, and of what harm.

Where it stands: `casualty_counts` goes from word to word; `harm` then finds whom each one names.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from everyclaim.model import Harm
from everyclaim.read.casualties.bereft import find_bereft
from everyclaim.read.casualties.manner import as_qualified
from everyclaim.read.casualties.unsaid import is_unsaid
from everyclaim.read.draft import Draft
from everyclaim.read.syntax import children, is_noun, is_verb, patients, prepositional, word
from everyclaim.read.tokens import Token

ACT_HARMS: dict[str, Harm] = {
    "execution_killing": "killed",
    "assassination": "killed",
    "abduction": "abducted",
    "arrest": "detained",
    "displacement": "displaced",
}
"""Acts whose word alone says what befell people; the others need a harm word beside them."""
_MOURNING = re.compile(r"mourn|funeral|buri|bury|memorial|vigil|wake\b", re.IGNORECASE)
"""Mourning is evidence of death only when it names or counts the dead (codebook, 13.1)."""
DEEDS = frozenset("killing killings shooting shootings murder murders bombing bombings".split())
"""Harm as an act, by itself no people: "none of the killings was solved"."""
STATES = frozenset("dead killed wounded injured hurt missing".split())
_AIMED_AT = frozenset({"at", "towards", "toward", "into"})
_AIMS = ("persons", "not_people", "weapons")
"""Word lists whose nouns are shot at: who "shot at a car" was not shot, who was "shot at a party" was."""
_FREEING = ("free", "releas", "liberat", "rescu")


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
        if _is_set_free(hit.entry.category, token) or _is_of_before(hit.entry.category, token):
            continue
        if _is_aimed(draft, token) or (hit.word == "treat" and not _is_treated(draft, token)):
            continue
        itself = is_noun(token) and hit.entry.pos in {"noun", "adjective"} and not _MOURNING.match(word(token))
        harm = as_qualified(token, hit.entry.category)  # type: ignore[arg-type]
        yield Trigger(harm, token, hit.start, hit.end, itself, hit.entry.get("takes"))


def _is_set_free(category: str, token: Token) -> bool:
    """Whether prisoners are named because they were freed, and nobody is said to be locked up."""
    return category == "detained" and is_noun(token) and word(token.head).startswith(_FREEING)


def _is_of_before(category: str, token: Token) -> bool:
    """Whether people had fled before, which only tells who they are: "nine who had sought shelter there died"."""
    return category == "displaced" and token.dep_ == "relcl" and any(word(each) == "had" for each in token.children)


def _is_treated(draft: Draft, verb: Token) -> bool:
    """Whether people are treated by medics, and not like others or with respect."""
    otherwise = any(word(each) in {"as", "like", "with", "to"} for each in children(verb, "prep"))
    people = (draft.has_word("persons", each.idx) or each.tag_ == "CD" for each in patients(verb))
    return not otherwise and not any(children(verb, "neg")) and any(people)


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
