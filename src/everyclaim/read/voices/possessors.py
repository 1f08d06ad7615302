"""Whose director, whose spokesman: a speaker told by a possessive alone ("its director").

Where it stands: `read/voices/speakers.py` names a speaker by it, so that a register does not list "its director".
"Its" and "their" stand for a body named before in the sentence, its subject first, or else in the sentence before.
"""

from collections.abc import Iterator, Sequence

from everyclaim.model import Actor, Mention, Source
from everyclaim.read.draft import Draft
from everyclaim.read.syntax import children, is_noun, phrase_bounds, word
from everyclaim.read.tokens import Token

BODIES = frozenset(
    """
    army military ministry police agency government group network council department organisation organization union
    committee court hospital office outlet channel newspaper paper television radio report statement force forces navy
    party movement command authority commission embassy company body coalition alliance regime
    """.split()
)
"""Speakers that "he" or "she" cannot stand for, and that can own a director."""
_OWNED = frozenset({"its", "their"})


def owner_named(draft: Draft, head: Token, actors: Sequence[Mention[Actor]]) -> Source | None:
    """Name a speaker by whom the possessive stands for: "director of the local hospital"."""
    possessive = next((each for each in children(head, "poss") if word(each) in _OWNED), None)
    if possessive is None:
        return None
    for sentence in _sentences_before(head):
        bodies = [each for each in sentence if each.i < possessive.i and _is_body(each, actors)]
        acting = [each for each in bodies if each.dep_ in {"nsubj", "nsubjpass"}]
        if bodies:
            return _of(draft, (possessive, head), (acting or bodies)[-1], actors)
    return None


def _sentences_before(head: Token) -> Iterator[Sequence[Token]]:
    """The token's own sentence, then the one before it."""
    sentence = head.sent
    yield list(sentence)
    if sentence.start > 0:
        yield list(head.doc[sentence.start - 1].sent)


def _is_body(token: Token, actors: Sequence[Mention[Actor]]) -> bool:
    return is_noun(token) and (word(token) in BODIES or _actor_at(token, actors) is not None)


def _actor_at(token: Token, actors: Sequence[Mention[Actor]]) -> Mention[Actor] | None:
    return next((each for each in actors if each.span.start <= token.idx < each.span.end), None)


def _of(draft: Draft, owned: tuple[Token, Token], owner: Token, actors: Sequence[Mention[Actor]]) -> Source:
    possessive, head = owned
    title = " ".join(draft.text[possessive.idx + len(possessive) : head.idx + len(head)].split())
    actor = _actor_at(owner, actors)
    if actor is not None:
        return Source(f"{title} of {actor.meaning.name}", actor.meaning.code)
    start, end = phrase_bounds(owner)
    first, *rest = draft.text[start:end].split()
    return Source(" ".join([title, "of", first.lower() if first in {"The", "A", "An"} else first, *rest]))
