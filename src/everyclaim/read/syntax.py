"""What the parse says about a word: who does it, to whom, and how far a phrase or clause reaches.

Reading aids over spaCy's tokens; they know English grammar and nothing of the field.
"""

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from everyclaim.read.tokens import Doc, Token

_AS_MANY = {2: frozenset({"two", "2", "both"}), 3: frozenset({"three", "3"}), 4: frozenset({"four", "4"})}
"""How a number says that so many are named after it."""
_ACCUSING = frozenset("accused accuse accuses accusing charged suspected blamed blame blames convicted".split())
_SAYING = frozenset("said says say reported reports added told announced claimed stated".split())
_GOING_ON = frozenset(
    "adding noting saying citing quoting warning insisting stressing blaming accusing calling referring claiming "
    "stating describing urging speaking".split()
)
"""Verbal nouns in which somebody goes on speaking, whoever does the act."""
_CUT_RIGHT = frozenset({"relcl", "appos", "punct", "cc", "conj", "parataxis", "advcl", "acl", "ccomp"})


def word(token: Token) -> str:
    """The token's word in lower case."""
    return str(token.lower_)


def is_verb(token: Token) -> bool:
    """Whether the parse takes the token as a verb form."""
    return bool(token.tag_.startswith("VB"))


def is_noun(token: Token) -> bool:
    """Whether the parse takes the token as a noun, name or pronoun."""
    return token.tag_.startswith("NN") or token.tag_ in {"PRP", "CD"}


def children(token: Token, *relations: str) -> Iterator[Token]:
    """Direct dependents in any of the relations, in text order."""
    return (child for child in token.children if child.dep_ in relations)


def is_passive(verb: Token) -> bool:
    """Whether a past participle is passive: with a passive auxiliary, or reduced ("those killed in ...")."""
    if any(children(verb, "auxpass", "nsubjpass", "agent")):
        return True
    if verb.tag_ == "VBN" and not any(children(verb, "aux", "dobj", "nsubj")):
        return verb.dep_ in {"acl", "amod", "relcl", "ROOT", "conj", "advcl"} and not _active_chain(verb)
    return False


def _active_chain(verb: Token) -> bool:
    """Whether a coordinated participle follows an active verb ("had shot and killed")."""
    return verb.dep_ == "conj" and is_verb(verb.head) and not is_passive(verb.head)


def subjects(verb: Token) -> list[Token]:
    """Who does an active verb, or to whom a passive one is done: own subject, else the one shared down the chain."""
    own = list(children(verb, "nsubj", "nsubjpass", "csubj"))
    if own:
        return [resolve_relative(each) for each in own]
    if verb.dep_ in {"conj", "xcomp", "dep"} and is_verb(verb.head):
        return subjects(verb.head)
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and is_verb(verb.head):
        saying = word(verb.head) in _SAYING and word(verb) not in _GOING_ON
        told = [each for each in children(verb.head, "ccomp") if saying and each.i < verb.head.i]
        aside = saying and verb.head.dep_ == "parataxis" and is_verb(verb.head.head)
        return subjects(told[-1] if told else verb.head.head if aside else verb.head)
    if verb.dep_ in {"acl", "relcl"} and is_noun(verb.head):
        return [verb.head]
    return _taken_for_modifier(verb)


def _taken_for_modifier(verb: Token) -> list[Token]:
    """The subject of a headline's verb in the present that the parser took for a noun: "a faction shells a village"."""
    if not is_present_act(verb):
        return []
    return [each for each in children(verb, "compound", "nmod") if each.i < verb.i and is_noun(each)][-1:]


def is_present_act(token: Token) -> bool:
    """Whether a word has an object of its own, and so is a verb whatever its tag ("kidnaps", "ambush")."""
    return token.dep_ == "ROOT" and token.tag_ in {"VBZ", "VBP", "NN", "NNS"} and any(children(token, "dobj"))


def objects(verb: Token) -> list[Token]:
    """What an active verb is done to: its object, or the object of the verb coordinated after it."""
    own = [each for each in children(verb, "dobj", "dative", "oprd") if is_noun(each)]
    if own:
        return [resolve_relative(each) for each in own]
    for other in children(verb, "conj"):
        if is_verb(other) and other.i - verb.i <= 3:
            return objects(other)
    if verb.dep_ == "relcl" and any(
        word(each) in {"that", "which", "whom"} for each in children(verb, "mark", "nsubj")
    ):
        return []
    return []


def resolve_relative(token: Token) -> Token:
    """The noun that "who", "which" or "that" stands for."""
    if token.tag_ in {"WP", "WDT"} or (word(token) == "that" and token.dep_ in {"nsubj", "nsubjpass", "dobj"}):
        clause = token.head
        while clause.dep_ in {"conj", "xcomp"} and is_verb(clause.head):
            clause = clause.head
        if clause.dep_ in {"relcl", "acl"}:
            return clause.head
    return token


def patients(verb: Token) -> list[Token]:
    """To whom the verb is done, active or passive."""
    return subjects(verb) if is_passive(verb) else objects(verb)


def agents(verb: Token) -> list[Token]:
    """Who does the verb, active or passive ("by ..."). An agentless passive has none."""
    if is_passive(verb):
        found = [each for by in children(verb, "agent", "prep") if word(by) == "by" for each in children(by, "pobj")]
        if not found and verb.dep_ == "conj" and is_verb(verb.head) and is_passive(verb.head):
            return agents(verb.head)
        return found
    return subjects(verb)


def accused_of(gerund: Token) -> list[Token]:
    """Who is said to do what a verbal noun tells: "accused the army of killing", "charged with shooting"."""
    preposition = gerund.head
    verb = preposition.head
    if gerund.dep_ != "pcomp" or word(preposition) not in {"of", "with", "for"} or word(verb) not in _ACCUSING:
        return []
    return subjects(verb) if is_passive(verb) else objects(verb)


def coordinated(token: Token) -> list[Token]:
    """The token and the nouns coordinated with it, in order."""
    found = [token]
    for each in children(token, "conj"):
        if is_noun(each) or each.tag_ in {"JJ", "NN", "NNS"} or word(each) in {"another", "both"}:
            found += coordinated(each)
    for each in children(token, "appos"):
        if _goes_on(token, each):
            found += coordinated(each)
    return found


def _goes_on(token: Token, beside: Token) -> bool:
    """Whether what is parsed as an apposition goes on a list: "three clerks, the owner and his wife".

    Each member after the comma is one person with a determiner of its own; "two men, a driver and a guard" are the two.
    """
    members = [beside, *(each for each in children(beside, "conj") if is_noun(each))]
    if token.tag_ == "NNP" and beside.tag_ == "NN":
        return len(members) > 1 and any(children(beside, "poss"))  # "Omar Haddad, his wife and a cousin"
    single = all(each.tag_ == "NN" and any(children(each, "det", "poss")) for each in members)
    if token.tag_ == "NN" and any(children(beside, "poss")) and beside.tag_ == "NN" and len(members) > 1:
        return True  # "a commander, his wife and two of their children"
    if len(members) < 2 or not single:
        return False
    number = next((word(each) for each in children(token, "nummod")), None)
    if token.tag_ in {"NNS", "NNPS"}:
        return number is not None and number not in _AS_MANY.get(len(members), ())
    return token.tag_ == "NN"


def prepositional(token: Token, *prepositions: str) -> list[Token]:
    """Objects of the token's prepositions ("the killing OF three men"), through coordination."""
    return [
        each
        for prep in children(token, "prep", "agent", "dative")
        if word(prep) in prepositions
        for head in children(prep, "pobj", "pcomp")
        for each in coordinated(head)
    ]


def phrase_bounds(head: Token) -> tuple[int, int]:
    """Offsets of a noun phrase without what is appended to it: clauses, appositions, coordination."""
    left = head.left_edge.i
    right = head.i
    for child in head.rights:
        if child.dep_ in _CUT_RIGHT or (child.dep_ == "prep" and word(child) != "of"):
            break
        right = _short_right(child)
    while left < head.i and (head.doc[left].is_punct or head.doc[left].is_space):
        left += 1
    last = head.doc[right]
    return int(head.doc[left].idx), int(last.idx + len(last))


def _short_right(token: Token) -> int:
    right: int = token.i
    for child in token.rights:
        if child.dep_ in _CUT_RIGHT:
            break
        right = _short_right(child)
    return right


def clause_of(token: Token) -> Token:
    """The verb that governs the token: itself if it is one, else the nearest above, else the sentence's root."""
    while not is_verb(token) and token.head.i != token.i:
        token = token.head
    return token


def first_of(verb: Token) -> Token:
    """The first of verbs coordinated without subjects of their own ("stormed the school and seized pupils")."""
    while verb.dep_ == "conj" and is_verb(verb.head) and not any(children(verb, "nsubj", "nsubjpass")):
        verb = verb.head
    return verb


def depth(token: Token) -> int:
    """How many subordinate clauses lie above a token; what is told before its "police said" is a main clause."""
    count = 0
    while token.head.i != token.i:
        said_before = token.dep_ == "ccomp" and token.i < token.head.i
        count += token.dep_ in {"advcl", "relcl", "acl", "ccomp"} and not said_before
        token = token.head
    return count


def clause_bounds(verb: Token) -> tuple[int, int]:
    """Offsets of a verb's own clause: its subtree without the clauses that hang on it."""
    inside = [verb, *_own(verb)]
    first, last = min(inside, key=lambda t: t.i), max(inside, key=lambda t: t.i)
    return int(first.idx), int(last.idx + len(last))


def _own(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ in {"advcl", "ccomp", "parataxis"} or (child.dep_ == "conj" and is_verb(child)):
            continue
        yield child
        yield from _own(child)


def sentence_bounds(doc: Doc, start: int) -> tuple[int, int]:
    """Offsets of the sentence in which an offset lies."""
    starts, ends = _sentences(doc)
    number = bisect_right(starts, start) - 1
    if number >= 0 and start < max(ends[number], starts[number] + 1):
        return starts[number], ends[number]
    return start, start + 1


@lru_cache(maxsize=4)
def _sentences(doc: Doc) -> tuple[list[int], list[int]]:
    """Where the sentences of a document start and end; asked for every clause, so walked once."""
    bounds = [(int(sentence.start_char), int(sentence.end_char)) for sentence in doc.sents]
    return [start for start, _ in bounds], [end for _, end in bounds]
