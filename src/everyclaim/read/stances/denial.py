"""What is said not to be: negated clauses, "no casualties", "no evidence that", "without injuries".

Where it stands: beside `read/stances/coloured.py`, for the step `stances`. That somebody did not confirm or comment
denies nothing (codebook, 13.2 silent).
"""

from collections.abc import Iterator

from everyclaim.read.draft import Draft
from everyclaim.read.stances.reach import clause_tokens, noun_tokens, tokens_below
from everyclaim.read.syntax import children, is_verb, word
from everyclaim.read.tokens import Token

_NOBODY = frozenset({"none", "nobody", "no-one"})
_SILENT = frozenset("know known clear certain sure possible immediately want wish comment respond reply need".split())
_SILENT_NOUNS = frozenset(
    "comment word claim doubt longer group one details detail reason response information".split()
)


def find_denials(draft: Draft, saying: frozenset[int]) -> Iterator[set[int]]:
    """Find the tokens of each denial; `saying` are the tokens of verbs of saying."""
    hits = [hit for hit in draft.words("modality") if hit.entry.category == "denied"]
    for token in (each for hit in hits for each in draft.phrase(hit.start, hit.end)):
        form = word(token)
        if token.dep_ == "neg":
            yield from _negated(token.head, saying)
        elif form == "no" and token.dep_ in {"det", "neg"}:
            yield from _none_of(token.head, saying)
        elif form in _NOBODY and token.dep_ in {"nsubj", "nsubjpass"}:
            yield from _negated(token.head, saying)
        elif form == "without":
            yield {i for child in token.children for i in tokens_below(child)} | {token.i}


def _negated(verb: Token, saying: frozenset[int]) -> Iterator[set[int]]:
    """A negated verb; one of saying or knowing denies nothing."""
    adjective = next(children(verb, "acomp"), None)
    if verb.i in saying or word(verb) in _SILENT or (adjective is not None and word(adjective) in _SILENT):
        return
    if verb.tag_.startswith("NN"):
        yield from _none_of(verb, saying)
    elif is_verb(verb):
        yield clause_tokens(verb, said=True)


def _none_of(noun: Token, saying: frozenset[int]) -> Iterator[set[int]]:
    """As in "No civilians were hurt" denies the clause; "there were no casualties", "no sign of" the phrase."""
    verb = noun.head
    if word(noun) in _SILENT_NOUNS and not _is_ground(noun):
        return
    if noun.dep_ in {"nsubj", "nsubjpass"} and is_verb(verb) and verb.i not in saying:
        yield clause_tokens(verb, said=True)
    else:
        beside = children(noun, "acl", "ccomp", "conj", "cc")
        yield noun_tokens(noun) | {i for each in beside for i in tokens_below(each)}


def _is_ground(noun: Token) -> bool:
    """Whether "no information" stands for "no evidence": it is followed by what would be so."""
    return word(noun) == "information" and any(children(noun, "acl", "ccomp"))
