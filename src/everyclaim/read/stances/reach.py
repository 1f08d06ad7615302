"""How far a word that colours a clause reaches: the clause without what stands in clauses of its own.

Where it stands: the step `stances` turns the token sets made here into spans. "They vowed to fight after a raid killed
three": the vow does not reach the raid; nor does the order in "ordered the rescue of pupils seized in Kano".
"""

from collections.abc import Iterable, Iterator

from everyclaim.read.syntax import children, is_verb, word
from everyclaim.read.tokens import Doc, Token

_PAST = frozenset({"VBD"})
_FACTUAL_MARKS = frozenset({"after", "before", "since", "because", "when", "as", "while", "once", "following"})


def clause_tokens(verb: Token, *, said: bool = False) -> set[int]:
    """The tokens of a verb's clause: subject, complements, shared verbs; no relative clauses, no told background.

    Args:
        verb: the head of the clause.
        said: leave out what a verb of saying says.
    """
    found = {verb.i}
    for child in verb.children:
        if not _leaves(verb, child, said=said):
            found |= tokens_below(child)
    return found


def tokens_below(head: Token) -> set[int]:
    """A phrase with all that hangs on it, without clauses that tell something as having happened."""
    found = {head.i}
    for child in head.children:
        if not _is_told(child):
            found |= tokens_below(child)
    return found


def noun_tokens(noun: Token) -> set[int]:
    """A noun phrase without relative clauses and without what is coordinated with it."""
    found = {noun.i}
    for child in noun.children:
        if not _is_told(child) and child.dep_ not in {"conj", "cc", "appos"}:
            found |= tokens_below(child)
    return found


def _leaves(verb: Token, child: Token, *, said: bool) -> bool:
    if child.dep_ == "conj":
        return any(children(child, "nsubj", "nsubjpass", "expl")) or child.tag_ != verb.tag_
    return child.dep_ == "parataxis" or (said and child.dep_ == "ccomp") or _is_told(child)


def _is_told(clause: Token) -> bool:
    """Whether a clause tells a fact of its own, whatever colours the clause it hangs on."""
    if not is_verb(clause):
        return False
    if clause.dep_ == "relcl" or (clause.dep_ == "acl" and clause.tag_ == "VBN"):
        return True
    finite = {clause.tag_, *(each.tag_ for each in children(clause, "aux", "auxpass"))}
    marked = any(word(each) in _FACTUAL_MARKS for each in children(clause, "mark", "advmod"))
    return clause.dep_ in {"advcl", "pcomp"} and marked and bool(finite & _PAST) and "MD" not in finite


def governing_verb(token: Token) -> Token | None:
    """The verb whose clause a token belongs to, the main one of an auxiliary."""
    for above in (token, *token.ancestors):
        if is_verb(above) and above.dep_ not in {"aux", "auxpass", "amod", "compound"}:
            return above
    return None


def governing_noun(token: Token) -> Token | None:
    """The noun that a modifier belongs to."""
    for above in token.ancestors:
        if above.tag_.startswith("NN"):
            return above
        if is_verb(above):
            return None
    return None


def runs(tokens: Iterable[int], doc: Doc) -> Iterator[tuple[int, int]]:
    """Turn token indices into offsets, one pair a contiguous stretch; punctuation does not break a stretch."""
    kept = sorted(i for i in tokens if not doc[i].is_space and not doc[i].is_punct)
    start = previous = None
    for i in kept:
        if previous is None or start is None:
            start = i
        elif any(not doc[j].is_punct and not doc[j].is_space for j in range(previous + 1, i)):
            yield _offsets(doc[start], doc[previous])
            start = i
        previous = i
    if start is not None and previous is not None:
        yield _offsets(doc[start], doc[previous])


def _offsets(first: Token, last: Token) -> tuple[int, int]:
    while last.dep_ == "cc" and last.i > first.i:
        last = last.nbor(-1)
    return int(first.idx), int(last.idx + len(last))
