"""Sources that stand in a phrase of their own: "according to the mayor", "citing a hospital", "quoted by state media".

Where it stands: beside `reported_speech`, for the step `voices`. Such a phrase speaks for its whole sentence, up to
where the report turns ("..., but ...") or another speaker begins.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from everyclaim.model import Mode
from everyclaim.read.draft import Draft
from everyclaim.read.syntax import children, coordinated, is_noun, is_verb, word
from everyclaim.read.tokens import Token
from everyclaim.read.voices.saying import Saying, trim
from everyclaim.read.voices.speakers import speaker_bounds

_PARTICIPLES = frozenset({"citing", "quoting", "quoted", "cited"})
_TAIL = re.compile(r"\s*,\s*(?:with|including|among|leaving|ranging|most|many)\b")
_TURNS = re.compile(r";|,? but\b|, while\b|, whereas\b|, though\b|, although\b", re.IGNORECASE)
_LINKING = frozenset({"is", "are", "was", "were", "be", "been", "became", "remains", "remained"})
_COMPLEMENTS = ("attr", "dobj", "acomp", "xcomp", "ccomp", "oprd")
_NEUTRAL: Mode = "neutral"


def find_attributions(draft: Draft, verbs: frozenset[int]) -> Iterator[Saying]:
    """Find the sources of whole sentences; `verbs` are the tokens that are words of saying."""
    for hit in draft.words("speech"):
        if (
            hit.entry.get("preposition") == "true"
            and hit.word.split()[0] not in _PARTICIPLES
            and hit.word != "attributed to"
        ):
            yield from _according(draft, (hit.start, hit.end), verbs)


def _according(draft: Draft, cue: tuple[int, int], verbs: frozenset[int]) -> Iterator[Saying]:
    token = draft.phrase(*cue)[0]
    head = _object(draft, cue[1])
    if head is None:
        return
    speakers = tuple(coordinated(head))
    _, until = speaker_bounds(draft, speakers[-1])
    sentence = token.sent
    start, end = sentence.start_char, sentence[-1].idx + len(sentence[-1])
    opens = token.i == sentence.start or not any(is_noun(t) or is_verb(t) for t in draft.doc[sentence.start : token.i])
    if opens or _opens_clause(token):
        start = until
        end = _turn(draft.text, start, _before_other_speaker(token, end, verbs))
    else:
        before = [m.end() for m in _TURNS.finditer(draft.text, start, token.idx)]
        start = before[-1] if before else start
        end = end if _TAIL.match(draft.text, until, end) else _resumed(token, until)
    first, last = trim(draft.text, start, end)
    if first < last:
        yield Saying(cue, speakers, (first, last), _NEUTRAL, lemma="according")


def _resumed(token: Token, until: int) -> int:
    """Where the clause ends that the phrase interrupts; before the phrase where it does not go on behind it."""
    if token.i > 1 and token.nbor(-1).text == "," and word(token.nbor(-2)) in _LINKING:
        return int(token.sent[-1].idx)
    verb = next((above for above in token.ancestors if is_verb(above)), None)
    later = [] if verb is None else [c for c in children(verb, *_COMPLEMENTS) if c.idx >= until]
    return max((int(c.right_edge.idx + len(c.right_edge)) for c in later), default=int(token.idx))


def _object(draft: Draft, end: int) -> Token | None:
    """The head of the noun phrase that follows the expression."""
    for token in draft.phrase(end, len(draft.text)):
        if token.idx < end or token.is_space:
            continue
        if token.is_punct and token.text != '"':
            return None
        if is_noun(token) and not (token.dep_ in {"compound", "nmod", "poss", "nummod"} and token.head.i > token.i):
            return token
    return None


def _opens_clause(token: Token) -> bool:
    """Whether the phrase stands before the verb it belongs to ("On Friday, according to the mayor, ten died")."""
    if is_verb(token.head) and token.head.i > token.i:
        subject = next(children(token.head, "nsubj", "nsubjpass"), None)
        return subject is not None and subject.i > token.i
    return False


def _before_other_speaker(token: Token, end: int, verbs: frozenset[int]) -> int:
    """A later coordinated clause of saying with a speaker of its own is no longer the first source's."""
    saying = [t for t in token.sent if t.i in verbs and t.i > token.i and any(children(t, "nsubj"))]
    for later in saying[1:]:
        if later.dep_ == "conj":
            return min(int(t.idx) for t in later.subtree)
    return end


def _turn(text: str, start: int, end: int) -> int:
    found = _TURNS.search(text, start, end)
    return found.start() if found else end


def with_citations(draft: Draft, sayings: Iterable[Saying]) -> Iterator[Saying]:
    """Put the cited source in the place of whoever cites: "the channel reported ten dead, citing a hospital"."""
    citing = [t for t in draft.doc if word(t) in {"citing", "quoting"} and any(children(t, "dobj"))]
    found = {each.i: _citer(each, list(sayings)) for each in citing}
    replaced = {id(saying) for saying in found.values() if saying is not None}
    yield from (each for each in sayings if id(each) not in replaced)
    for token in citing:
        cited = tuple(each for head in children(token, "dobj") for each in coordinated(head))
        saying = found[token.i] or _clause(token)
        if saying is not None:
            cue = (token.idx, token.idx + len(token))
            carriers = (*saying.speakers, *saying.carriers)
            yield replace(saying, cue=cue, speakers=cited, carriers=carriers, mode=_NEUTRAL, lemma="cite")


def _citer(token: Token, sayings: Iterable[Saying]) -> Saying | None:
    """The clause of saying that the citation hangs on."""
    by_verb = {each.verb.i: each for each in sayings if each.verb is not None}
    return next((by_verb[above.i] for above in token.ancestors if above.i in by_verb), None)


def _clause(token: Token) -> Saying | None:
    """A citation in the outlet's own clause: "the paper, citing medics, put the toll at ten"."""
    verb = next((above for above in token.ancestors if is_verb(above)), None)
    if verb is None or token.dep_ == "acl":
        return None
    phrase = {t.i for t in token.subtree}
    clause = [t for t in verb.subtree if t.i not in phrase and not t.is_punct]
    content = clause[0].idx, clause[-1].idx + len(clause[-1])
    return Saying((0, 0), (), content, verb=verb)


def carriers_of(speaker: Token) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Follow a speaker's own phrase: "a report citing the mayor" gives the mayor, carried by the report."""
    for clause in children(speaker, "acl"):
        if word(clause) in {"citing", "quoting"}:
            cited = [each for found in children(clause, "dobj") for each in coordinated(found)]
            if cited:
                return tuple(cited), (speaker,)
        if word(clause) in {"quoted", "cited"}:
            papers = [
                each
                for by in children(clause, "agent", "prep")
                for found in children(by, "pobj")
                for each in coordinated(found)
            ]
            return (speaker,), tuple(papers)
    return (speaker,), ()
