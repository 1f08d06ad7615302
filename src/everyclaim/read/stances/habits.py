"""What somebody is known for: told to say who he is, not as news.

Where it stands: beside `read/stances/coloured.py`, for the step `stances`. "Police arrested a commander. He is
responsible for planning attacks on patrols and led ambushes in the valley": the arrest is the news. Such words name
acts in the bare plural, without a day, a number or a victim counted, under a word for a part in them.
"""

from collections.abc import Iterator

from everyclaim.lexicon.inflect import forms
from everyclaim.model import When
from everyclaim.read.draft import Draft
from everyclaim.read.stances.reach import noun_tokens, tokens_below
from everyclaim.read.syntax import children, is_verb, prepositional, resolve_relative, sentence_bounds, subjects, word
from everyclaim.read.tokens import Token

_KNOWN_FOR = frozenset(
    "responsible suspected accused wanted known notorious infamous believed thought involved implicated linked "
    "tied connected tasked charged role instrumental complicit involvement participation experience expert "
    "specialist".split()
)


def _all_forms(verbs: str) -> frozenset[str]:
    return frozenset(form for verb in verbs.split() for form in forms(verb))


_MANAGES = _all_forms(
    "plan coordinate organise organize orchestrate mastermind facilitate direct oversee supervise lead manage "
    "command finance fund support sponsor enable assist supply participate specialise specialize help aid train "
    "intend seek aim perpetrate commit"
)
"""Verbs for a part in acts. One that names acts in the bare plural tells what somebody does, not what he did."""
_DOES = _all_forms("conduct carry execute launch stage mount undertake commit perform make wage")
"""Verbs that lend their subject to an act. Of one person, in the bare plural and without a day, they tell a habit."""
_ONE_PERSON = frozenset("he she leader commander facilitator chief head ringleader operative suspect detainee".split())
_VAGUE = frozenset("numerous multiple several various many other previous past recent such more these those".split())
_EXAMPLES = frozenset({"as", "like", "including"})
"""Words after which certain acts are named: "attacks such as the one on the port"."""
_FINE = frozenset({"hour", "part_of_day", "day", "days"})
_UP = frozenset({"pobj", "pcomp", "dobj", "conj", "prep", "xcomp", "acl", "nsubjpass", "relcl", "ccomp"})
_CLIMB = 9


def find_habits(draft: Draft) -> Iterator[set[int]]:
    """Find the tokens of acts told only to say what somebody is known for."""
    for hit in draft.words("acts"):
        act = draft.head(hit.start, hit.end)
        if not _is_bare(act):
            continue
        part = _part_in(act)
        if part is not None and not _is_told(draft, act, part):
            yield tokens_below(act) if is_verb(act) else noun_tokens(act)


def is_record_of(act: Token) -> bool:
    """Whether an act is named only as what somebody is known or sought for: "the man behind the May attack"."""
    token = act
    while token.dep_ in {"conj", "compound"} and token.head.i != token.i:
        token = token.head
    if token.dep_ not in {"pobj", "pcomp"}:
        return False
    return word(token.head) == "behind" or word(token.head.head) in _KNOWN_FOR


def _is_bare(act: Token) -> bool:
    """Whether an act is named in the bare plural ("numerous ambushes") or as a doing ("killing soldiers")."""
    if act.tag_ == "VBG":
        return act.dep_ in {"pcomp", "conj", "xcomp"} and not any(_counts(each) for each in act.subtree)
    marks = {word(each) for each in children(act, "det", "poss")}
    if act.tag_ == "NN":
        whom = prepositional(act, "of")
        return marks <= {"the"} and bool(whom) and all(each.tag_ == "NNS" and not _is_set(each) for each in whom)
    return act.tag_ == "NNS" and marks <= _VAGUE and not any(_counts(each) for each in act.children)


def _is_set(noun: Token) -> bool:
    """Whether a plural is a certain set of people: counted, or spoken of as known."""
    return any(each.tag_ == "CD" or word(each) in {"the", "these", "those"} for each in noun.children)


def _counts(token: Token) -> bool:
    """Whether a number, or one definite victim, makes an act a certain one."""
    return token.tag_ == "CD" or (token.dep_ == "dobj" and token.tag_ in {"NN", "NNP"})


def _part_in(act: Token) -> Token | None:
    """The word above an act that tells somebody's part in it."""
    token = act
    for _ in range(_CLIMB):
        if token.head.i == token.i or token.dep_ not in _UP:
            return None
        token = token.head
        if word(token) in _KNOWN_FOR or _is_manager(token):
            return token
    return None


def _is_manager(verb: Token) -> bool:
    if not is_verb(verb):
        return False
    if word(verb) in _MANAGES or any(word(each) in _MANAGES for each in children(verb, "conj")):
        return True
    return word(verb) in _DOES and any(_is_one(each) for each in subjects(verb))


def _is_one(subject: Token) -> bool:
    person = resolve_relative(subject)
    definite = person.tag_ == "PRP" or {word(each) for each in children(person, "det", "poss")} & {
        "the",
        "this",
        "that",
    }
    return word(person) in _ONE_PERSON and bool(definite)


def _is_told(draft: Draft, act: Token, part: Token) -> bool:
    """Whether a day or an example stands with the act, or a harm is told as its consequence in the same sentence."""
    start, end = sentence_bounds(draft.doc, act.idx)
    if any(word(each) in _EXAMPLES for each in act.subtree):
        return True
    below = {each.i for each in (*act.subtree, *part.subtree)}
    days = [each for each in draft.found_in(When, start, end) if each.meaning.precision in _FINE]
    if any(draft.phrase(each.span.start, each.span.end)[0].i in below for each in days):
        return True
    return any(each.tag_ == "CD" and each.head.dep_ in {"dobj", "nsubjpass"} for each in act.subtree)
