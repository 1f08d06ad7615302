"""Words that colour a clause, with the tokens they reach: plans, threats, requests, fears, hedges and the like.

Where it stands: the step `stances` asks here for everything that the lexicon's `modality.yaml` and the hedges of
`speech.yaml` name; denial and background are grammar of their own (`read/stances/denial.py`,
`read/stances/background.py`).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple, get_args

from everyclaim.lexicon.words import Hit
from everyclaim.model import Modality, Standing
from everyclaim.read.draft import Draft
from everyclaim.read.stances.reach import clause_tokens, governing_noun, governing_verb, noun_tokens, tokens_below
from everyclaim.read.syntax import children, first_of, is_passive, is_verb, word
from everyclaim.read.tokens import Token

_MODALITIES: tuple[Modality, ...] = get_args(Modality)
_IF = frozenset(
    {"if", "unless", "whether", "lest", "only if", "even if", "what if", "provided that", "assuming", "supposing"}
)
_GENERIC = frozenset(
    "often routinely regularly frequently usually always sometimes typically commonly generally occasionally rarely "
    "seldom whenever".split()
)
_NOT_TOLD = frozenset({"see", "seen", "hear", "heard", "feel", "smell"})
"""After "could" these are what somebody perceived, not what might be."""
_REHEARSED = frozenset("drill simulation exercise manoeuvre scenario rehearsal war-gaming re-enactment game".split())
_NUMERIC = frozenset({"as many as", "up to"})
_DOUBTED = frozenset(
    "unconfirmed unverified preliminary provisional uncorroborated conflicting tentative initial".split()
)
_WORKS = frozenset(
    "film movie novel play drama series thriller comic story tale opera song game videogame exhibition painting "
    "paintings episode musical miniseries sequel".split()
)
_EVIDENCE = frozenset({"shows", "show", "proves", "confirms", "documents", "captures"})
"""A film that "shows" a raid may be evidence of it; so may one that "told" of it, hence the present tense alone."""
_LOOSE = frozenset({"apparent", "possible", "probable", "likely", "potential"})
_PROMISES = re.compile(r"\b(?:promis|pledg|sw[oe][ar]|vow)\w*", re.IGNORECASE)
_NO_DOING = frozenset({"missing", "going"})
"""Forms in -ing that tell no deed: who "is missing" neither goes on doing it nor has failed to hit something."""
_REVENGE = frozenset({"retaliation", "revenge", "vengeance", "retribution", "reprisals", "punishment"})
_COMPARED = frozenset(
    "like|unlike|reminiscent of|similar to|akin to|comparable to|echoes of|a repeat of|not seen since|the worst since|"
    "the deadliest since|shades of|compared to|compared with|resembling|recalling|evoking|another srebrenica".split("|")
)
_OBJECT_ONLY = frozenset({"threatened", "requested", "averted"})


class Coloured(NamedTuple):
    """Tokens and how they are told; `hedge` are the offsets of a hedge's words."""

    tokens: set[int]
    modality: Modality = "happened"
    standing: Standing = "asserted"
    hedge: tuple[int, int] | None = None


def find_coloured(draft: Draft) -> Iterator[Coloured]:
    """Find the clauses that the words of modality and hedging colour."""
    for hit in draft.words("modality"):
        token = _main(draft, hit)
        if hit.entry.category == "feared":
            yield Coloured(_whole(token), standing="feared")
        elif hit.entry.category != "denied" and hit.entry.category in _MODALITIES:
            named = next(each for each in _MODALITIES if each == hit.entry.category)
            modality: Modality = "planned" if _is_announced(token) else named
            tokens = _reach(hit, token, modality)
            if tokens:
                yield Coloured(tokens, modality)
    for hit in draft.words("speech"):
        if hit.entry.category == "hedged" and (tokens := _hedged(draft, hit)):
            yield Coloured(tokens, hedge=(hit.start, hit.end))
    yield from _progressive(draft)
    yield from _revenge(draft)
    yield from _told_by_works(draft)


def _main(draft: Draft, hit: Hit) -> Token:
    """The word of an expression that governs the others."""
    tokens = [t for t in draft.phrase(hit.start, hit.end) if not t.is_space]
    inside = {t.i for t in tokens}
    tops = [t for t in tokens if t.head.i not in inside or t.head.i == t.i]
    full = [t for t in tops if t.dep_ not in {"aux", "auxpass", "punct", "mark"}]
    return (full or tops or tokens)[0]


def _reach(hit: Hit, token: Token, modality: Modality) -> set[int]:
    if hit.entry.pos == "verb":
        return _of_verb(token, modality) if is_verb(token) else set()
    if hit.entry.pos == "noun":
        return _of_noun(token) if token.tag_.startswith("NN") else set()
    if modality in {"analogy", "historical", "generic"}:
        return _compared(hit, token) if modality == "analogy" else _habitual(hit, token, modality)
    if token.tag_ == "MD":
        return _modal(token)
    if hit.entry.pos == "adjective" or token.dep_ == "amod":
        noun = governing_noun(token)
        return noun_tokens(noun) if noun is not None and token.dep_ == "amod" else set()
    return _condition(hit, token) if modality == "hypothetical" else _of_adverb(token, modality)


def _of_verb(verb: Token, modality: Modality) -> set[int]:
    """The clause of the verb; threats, requests and what was averted leave out who does so."""
    tokens = clause_tokens(verb)
    if modality in {"historical", "generic"}:
        return set()
    if modality == "requested" and any(_is_indicative(each) for each in children(verb, "ccomp")):
        return set()
    if modality == "averted" and not any(children(verb, "dobj", "xcomp", "nsubjpass", "prep")):
        return set()
    if word(verb) in _NO_DOING and not any(children(verb, "dobj")):
        return set()
    if modality in _OBJECT_ONLY and not is_passive(verb):
        tokens = {i for i in tokens if i >= verb.i}
    return tokens


def _is_indicative(clause: Token) -> bool:
    """Whether a clause says what is, not what shall be: "suggested that it was shelled", not "that he leave"."""
    tags = {clause.tag_, *(each.tag_ for each in children(clause, "aux", "auxpass"))}
    return bool(tags & {"VBD", "VBZ", "VBP"})


def _of_noun(noun: Token) -> set[int]:
    """A plan or threat reaches what it is for; a drill reaches the whole clause told about it."""
    if word(noun).rstrip("s") in _REHEARSED:
        verb = governing_verb(noun)
        return {t.i for t in noun.subtree} | (clause_tokens(verb) if verb is not None else set())
    if not any(children(noun, "acl", "prep", "compound", "amod")):
        return set()
    return noun_tokens(noun)


def _modal(token: Token) -> set[int]:
    verb = token.head
    if not is_verb(verb) or (
        word(token) in {"could", "can"} and (any(children(verb, "neg")) or word(verb) in _NOT_TOLD)
    ):
        return set()
    return clause_tokens(verb, said=True)


def _is_announced(token: Token) -> bool:
    """Whether "would" is the "will" of reported speech: "the minister said that they would strike"."""
    verb = token.head
    if word(token) != "would" or verb.dep_ != "ccomp" or any(children(verb, "advcl")):
        return False
    return verb.head.tag_ in {"VBD", "VBN"} and not any(word(each) == "have" for each in children(verb, "aux"))


def _condition(hit: Hit, token: Token) -> set[int]:
    """What stands under "if", "whether" or "in case of"."""
    if hit.word in _IF and token.dep_ == "mark" and is_verb(token.head):
        return tokens_below(token.head)
    if hit.word.startswith(("in case", "in the case", "in the event")):
        return tokens_below(token)
    return set()


def _of_adverb(token: Token, modality: Modality) -> set[int]:
    """As in "Tomorrow", "still": the clause, unless its tense says that it is over."""
    verb = governing_verb(token)
    if verb is None:
        return set()
    tags = {verb.tag_, *(each.tag_ for each in children(verb, "aux", "auxpass"))}
    present = bool(tags & {"VBZ", "VBP", "MD"})
    if modality == "requested":
        return clause_tokens(verb, said=True) if present else set()
    if modality == "planned" and not present:
        return set()
    if modality == "ongoing" and (("VBZ" not in tags and "VBP" not in tags) or ("VBN" in tags and "VBG" not in tags)):
        return set()
    return clause_tokens(verb, said=True)


def _habitual(hit: Hit, token: Token, modality: Modality) -> set[int]:
    if modality == "historical" or (
        hit.word not in _GENERIC and not hit.word.startswith(("every", "almost", "on a", "each year"))
    ):
        return set()
    verb = governing_verb(token)
    return clause_tokens(first_of(verb), said=True) if verb is not None else set()


def _compared(hit: Hit, token: Token) -> set[int]:
    """What something is compared with, not what is compared."""
    if hit.word.lower() not in _COMPARED or token.tag_ not in {"IN", "JJ", "NN", "NNS", "VBG", "VBN", "DT"}:
        return set()
    objects = [t for t in token.subtree if t.idx >= hit.end]
    return {t.i for t in objects}


def _whole(token: Token) -> set[int]:
    verb = governing_verb(token)
    if verb is None:
        return tokens_below(token)
    return clause_tokens(verb) | {each for child in children(verb, "ccomp") for each in tokens_below(child)}


def _hedged(draft: Draft, hit: Hit) -> set[int]:
    """How far a hedge reaches: a number, a noun, or its clause."""
    token = _main(draft, hit)
    if hit.word in _NUMERIC:
        noun = governing_noun(token)
        return noun_tokens(noun) if noun is not None else set()
    if hit.entry.pos == "adjective":
        noun = governing_noun(token) if token.dep_ == "amod" else None
        if noun is None or hit.word not in _DOUBTED | _LOOSE:
            return set()
        verb = governing_verb(token)
        return clause_tokens(verb) if hit.word in _DOUBTED and verb is not None else noun_tokens(noun)
    verb = governing_verb(token)
    if verb is None or (
        verb.idx > hit.end and hit.entry.pos == "phrase" and verb.head.i == verb.i and token.tag_ == "IN"
    ):
        return tokens_below(token)
    return clause_tokens(verb)


def _progressive(draft: Draft) -> Iterator[Coloured]:
    """As in "Are searching", "is being held": what goes on while it is told."""
    for verb in draft.doc:
        tense = {each.tag_ for each in children(verb, "aux", "auxpass")}
        doing = verb.tag_ == "VBG" and verb.dep_ not in {"xcomp", "advcl", "acl"}
        suffering = verb.tag_ == "VBN" and any(word(each) == "being" for each in children(verb, "auxpass", "aux"))
        if (doing or suffering) and tense & {"VBZ", "VBP"} and "MD" not in tense and word(verb) not in _NO_DOING:
            yield Coloured(clause_tokens(verb, said=True), "ongoing")


def _revenge(draft: Draft) -> Iterator[Coloured]:
    """As in "Promised retaliation" is a threat, whatever "promise" is elsewhere."""
    found = (draft.phrase(*match.span())[0] for match in _PROMISES.finditer(draft.text))
    for verb in found:
        if is_verb(verb):
            objects = {word(each) for each in children(verb, "dobj")}
            if objects & _REVENGE:
                yield Coloured({i for i in clause_tokens(verb) if i >= verb.i}, "threatened")


def _told_by_works(draft: Draft) -> Iterator[Coloured]:
    """As in "the film tells of a raid", "in the film, rebels attack": what works are about is no event."""
    for verb in draft.doc:
        if not is_verb(verb):
            continue
        subject = any(_is_work(each) for each in children(verb, "nsubj"))
        works = [noun for prep in children(verb, "prep") if word(prep) == "in" for noun in children(prep, "pobj")]
        if verb.tag_ == "VBZ" and subject and (word(verb) not in _EVIDENCE or _is_art(verb)):
            yield Coloured({each.i for each in verb.subtree if each.i > verb.i}, "analogy")
        elif verb.tag_ in {"VBZ", "VBP"} and any(_is_work(each) for each in works):
            yield Coloured({each.i for each in verb.subtree}, "analogy")


def _is_work(noun: Token) -> bool:
    """Whether a noun names a work; "a series of air strikes" is none, "a story of a raid" is one."""
    counted = word(noun) == "series" and any(word(each) == "of" for each in children(noun, "prep"))
    return word(noun) in _WORKS and not counted


def _is_art(verb: Token) -> bool:
    """Whether paintings or an exhibition show it."""
    return any(word(each).startswith(("exhibition", "painting")) for each in children(verb, "nsubj"))
