"""The verbs and nouns of saying in a text, with the mode each commits the reporter to.

Where it stands: `reported_speech` asks for them and reads speaker and content off the parse. The words and modes are
the lexicon's (`speech.yaml`); what is kept here is grammar: which verbs can take a bare object as what is said.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from everyclaim.model import Mode
from everyclaim.read.draft import Draft
from everyclaim.read.syntax import is_verb, word
from everyclaim.read.tokens import Token

OBJECT_VERBS = frozenset(
    "report announce confirm claim deny allege acknowledge admit reject dispute dismiss refute estimate declare "
    "promise pledge vow threaten predict disclose assert suspect document verify".split()
)
"""Verbs whose bare object is what is said ("reported three dead"). Of the others an object is whom they told or what
they found: "police found three bodies" is the report's own voice."""

SEEING_VERBS = frozenset({"see", "witness", "hear", "watch"})
LABELLING_VERBS = frozenset(
    [
        "called",
        "calls",
        "call",
        "calling",
        "described",
        "describes",
        "describing",
        "branded",
        "labelled",
        "labeled",
        "dubbed",
        "denounced",
        "condemned",
        "termed",
        "praised",
        "decried",
        "slammed",
        "blasted",
        "characterised",
        "characterized",
    ]
)
_READING = frozenset({"read", "reads", "reading"})
_WRITTEN = frozenset(
    [
        "statement",
        "letter",
        "banner",
        "message",
        "tweet",
        "post",
        "communique",
        "sign",
        "headline",
        "note",
        "caption",
        "report",
    ]
)
_INVERTING = frozenset(
    [
        "said",
        "says",
        "say",
        "reported",
        "reports",
        "added",
        "adds",
        "announced",
        "claimed",
        "claims",
        "wrote",
        "writes",
        "told",
        "commented",
        "explained",
        "stated",
        "tweeted",
        "insisted",
        "confirmed",
        "recalled",
        "remarked",
        "noted",
        "warned",
        "declared",
        "asked",
    ]
)
"""Verbs that English puts before their speaker."""
_IN_A_STATEMENT = re.compile(
    r" in (?:an?|the|its|his|her|their) (?:[\w-]+ ){0,2}?"
    r"(?:statement|communique|video|message|interview|letter|report)\b"
)
_MODES: dict[str, Mode] = {
    "factive": "factive",
    "neutral": "neutral",
    "non_factive": "non_factive",
    "hedged": "hedged",
    "denying": "denying",
    "withdrawing": "withdrawing",
    "promise": "neutral",
    "request": "neutral",
}
"""The lexicon's categories that make a voice; promises and requests are said neutrally, `stances` tells them apart."""
_NOT_SAYING = frozenset({"amod", "compound", "aux", "auxpass"})


class Cue(NamedTuple):
    """A word of saying: its token, the offsets of the whole expression, its dictionary form, its mode."""

    token: Token
    start: int
    end: int
    lemma: str
    mode: Mode
    expression: str = ""


def find_cues(draft: Draft) -> Iterator[Cue]:
    """Find the verbs and nouns of saying, in text order."""
    for hit in draft.words("speech"):
        mode = _MODES.get(hit.entry.category)
        reports = mode == "hedged" and hit.word.endswith(" that")
        if mode is None or (hit.entry.pos not in {"verb", "noun"} and hit.word != "quoted as saying" and not reports):
            continue
        token = _head(
            draft, hit.start, hit.end, "NN" if hit.entry.pos == "noun" or (reports and "report" in hit.word) else "VB"
        )
        if token is not None:
            lemma = hit.word.removeprefix("be ").split()[0].split("/")[0]
            yield Cue(token, hit.start, _with_channel(draft.text, hit.end), lemma, mode, hit.word)
    yield from _grammatical(draft)


def find_silences(draft: Draft) -> Iterator[tuple[int, int]]:
    """Find the words by which somebody takes no position: "declined to comment", "no group has claimed"."""
    for hit in draft.words("speech"):
        if hit.entry.category == "silent":
            yield hit.start, hit.end


def _head(draft: Draft, start: int, end: int, tag: str) -> Token | None:
    """The word of the expression that governs: no auxiliary, no adjective ("the alleged raid").

    A root with a subject is a verb whatever the tagger calls it ("we affirm that").
    """
    for token in draft.phrase(start, end):
        mistaken = tag == "VB" and token.dep_ == "ROOT" and any(each.dep_ == "nsubj" for each in token.children)
        if (token.tag_.startswith(tag) or mistaken) and (token.dep_ not in _NOT_SAYING or is_inverted(token)):
            return token
    return None


def _with_channel(text: str, end: int) -> int:
    found = _IN_A_STATEMENT.match(text, end)
    return found.end() if found else end


def is_inverted(token: Token) -> bool:
    """Whether a verb that follows a comma comes before its speaker: "..., said officials, with 20 hurt"."""
    if token.i == 0 or token.tag_ not in {"VBD", "VBZ", "VBP"} or word(token) not in _INVERTING:
        return False
    return word(token.nbor(-1)) in {",", '"', "'"} and not any(
        each.i < token.i for each in token.children if each.dep_ == "nsubj"
    )


def _grammatical(draft: Draft) -> Iterator[Cue]:
    """Cues that only grammar makes so: "the statement read: ...", "claimed responsibility"."""
    for token in draft.doc:
        if not is_verb(token) or token.dep_ in _NOT_SAYING:
            continue
        form = word(token)
        subjects = {word(each) for each in token.children if each.dep_ == "nsubj"}
        objects = {word(each) for each in token.children if each.dep_ in {"dobj", "nsubjpass"}}
        if form in _READING and subjects & _WRITTEN:
            yield Cue(token, token.idx, token.idx + len(token), "read", "neutral", "read")
        elif form.startswith("claim") and objects & {"responsibility", "credit"}:
            yield Cue(token, token.idx, token.idx + len(token), "claim", "non_factive", "claim")
