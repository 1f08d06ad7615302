"""Who says what, read off the parse of one clause of saying: its speakers, what they say, and to whom.

Where it stands: the step `voices` turns each `Saying` into voices; `read/voices/speech_cues.py` gives the words of
saying. The clause may stand before what is said, after it, in its middle, or with verb and speaker turned round.
"""

import re
from collections.abc import Iterator, Sequence

from everyclaim.read.draft import Draft
from everyclaim.read.syntax import children, is_noun, is_passive, is_verb, word
from everyclaim.read.tokens import Token
from everyclaim.read.voices.hearsay import as_hearsay, is_hearsay, of_noun, of_passive
from everyclaim.read.voices.saying import Saying, speakers_of, trim
from everyclaim.read.voices.speech_cues import OBJECT_VERBS, SEEING_VERBS, Cue, is_inverted

_TAIL = re.compile(
    r"\s*,\s*(?:with|including|among|leaving|killing|injuring|wounding|bringing|most|many|some|all|half|none)\b",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"\s[—-]{1,2}\s(?:an?|the) (?:\w+ )?(?:assertion|claim|charge|allegation|account|figure|statement|toll)\b"
)
"""What the report itself says of what was said: "... were hurt - a claim backed by video"."""
_NEW_TURN = re.compile(r"(?:;|, but\b|, while\b|, whereas\b|, though\b|, although\b)", re.IGNORECASE)
_INFINITIVES = frozenset(
    "claim vow threaten promise pledge believe think suspect report say allege estimate fear deny plan offer "
    "understand know presume rumour".split()
)
_ADDRESSING = frozenset("tell inform warn remind assure advise notify brief ask promise convince persuade".split())
"""Verbs that take both a hearer and a clause. "The film showed the men, near a hut said to be" has none."""
_LOYALTY = frozenset({"allegiance", "loyalty", "support"})
_GROUNDS = frozenset(["evidence", "information", "indication", "sign", "proof", "reason"])
_CHARGES = frozenset({"accuse", "blame", "charge", "suspect", "condemn"})
_TIME = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow later earlier".split()
)


def find_sayings(draft: Draft, cues: Sequence[Cue]) -> Iterator[Saying]:
    """Read each cue's clause; a cue whose content the parse does not give yields nothing."""
    verbs = frozenset(cue.token.i for cue in cues)
    for cue in cues:
        found = of_noun(draft, cue) if cue.token.tag_.startswith("NN") else _of_verb(draft, cue, verbs)
        if found is not None:
            yield found


def _of_verb(draft: Draft, cue: Cue, verbs: frozenset[int]) -> Saying | None:
    verb = cue.token
    speakers = speakers_of(verb)
    if is_hearsay(cue):
        return as_hearsay(draft, cue)
    if (is_passive(verb) and not is_inverted(verb)) or cue.mode == "hedged":
        return of_passive(draft, cue, () if cue.mode == "hedged" else speakers)
    if cue.lemma in _CHARGES and (charged := _charge(verb)) is not None:
        return (
            Saying((cue.start, cue.end), speakers, charged, cue.mode, verb=verb, lemma=cue.lemma) if speakers else None
        )
    if cue.expression.startswith("put the"):
        return _put_at(draft, cue, speakers)
    return _active(draft, cue, speakers, verbs) if speakers else None


def _active(draft: Draft, cue: Cue, speakers: tuple[Token, ...], verbs: frozenset[int]) -> Saying | None:
    """A subject says a clause, an infinitive or a thing."""
    verb = cue.token
    if _empty_handed(speakers[0]):
        cue, speakers = cue._replace(mode="denying"), ()
    heads = _content_heads(verb, cue.lemma)
    mine = {each.i for each in _own_words(verb, speakers, heads)}
    said = {i for head in heads for i in _said_by(head)} - mine
    tokens = sorted(i for i in said if not draft.doc[i].is_punct)
    if not tokens:
        return None
    content = _bounds(draft, verb, tokens, mine, verbs)
    carriers = _told(verb) if cue.lemma == "tell" else ()
    return Saying((cue.start, cue.end), speakers, content, cue.mode, carriers, verb, cue.lemma)


def _put_at(draft: Draft, cue: Cue, speakers: tuple[Token, ...]) -> Saying | None:
    """As in "The ministry put the death toll at 12": the number is what is said."""
    last = cue.token.right_edge
    content = trim(draft.text, cue.end, last.idx + len(last))
    return (
        Saying((cue.start, cue.end), speakers, content, cue.mode, verb=cue.token) if content[0] < content[1] else None
    )


def _empty_handed(speaker: Token) -> bool:
    """Whether nothing is what speaks: "there is no evidence to suggest that"."""
    return any(word(each) == "no" for each in children(speaker, "det")) and word(speaker) in _GROUNDS


def _content_heads(verb: Token, lemma: str) -> list[Token]:
    """The heads of what is said: clauses below the verb, its object where that can be said, or the clause it is in."""
    told = next(children(verb, "dobj"), None) if lemma not in _ADDRESSING else None
    heads = [each for each in children(verb, "ccomp") if lemma in SEEING_VERBS or _is_finite(each)]
    heads = [each for each in heads if told is None or each.i < told.i]
    if lemma in _INFINITIVES or not heads:
        heads += [each for each in children(verb, "xcomp") if lemma in _INFINITIVES or any(children(each, "nsubj"))]
    if not heads and (lemma in OBJECT_VERBS):
        heads += [each for each in children(verb, "dobj", "oprd") if each.tag_ != "PRP" and word(each) not in _LOYALTY]
    if not heads and lemma in SEEING_VERBS:
        heads += [each for each in children(verb, "dobj") if any(children(each, "acl"))]
    if not heads and verb.dep_ in {"parataxis", "advcl", "amod"} and not any(children(verb, "dobj", "dative")):
        marked = {word(each) for each in children(verb, "mark", "advmod")}
        if verb.dep_ == "parataxis" or is_inverted(verb) or marked & {"as"}:
            heads.append(_sentence_root(verb))
    if not heads and verb.dep_ == "conj" and _is_appended(verb):
        heads.append(verb.head)
    return heads


def _is_appended(verb: Token) -> bool:
    """Whether a clause of saying follows its content by a comma alone: "ten died, a doctor said, adding that"."""
    between = verb.doc[verb.head.i + 1 : verb.i]
    own = any(children(verb, "nsubj")) and not any(children(verb, "dobj"))
    return own and not any(each.dep_ == "cc" and each.head.i == verb.head.i for each in between)


def _said_by(head: Token) -> set[int]:
    """The tokens of what is said. A relative clause on a noun is the report's own: "claimed raids which killed 5"."""
    if is_verb(head) or head.dep_ not in {"dobj", "pobj", "oprd"}:
        return {t.i for t in head.subtree}
    own = {t.i for t in head.subtree}
    for inner in head.subtree:
        if inner.dep_ == "relcl":
            own -= {t.i for t in inner.subtree}
    return {i for i in own if i < head.i or all(j in own for j in range(head.i, i))}


def _is_finite(verb: Token) -> bool:
    """Whether a clause has a tense of its own; one without a verb ("ten dead") passes as what is said."""
    tags = {verb.tag_, *(each.tag_ for each in children(verb, "aux", "auxpass"))}
    own = any(children(verb, "nsubj", "nsubjpass", "expl"))
    return bool(tags & {"VBD", "VBZ", "VBP", "MD"}) or (verb.tag_ == "VBN" and own) or not is_verb(verb)


def _sentence_root(token: Token) -> Token:
    while token.head.i != token.i:
        token = token.head
    return token


def _own_words(verb: Token, speakers: Sequence[Token], heads: Sequence[Token]) -> Iterator[Token]:
    """The words of the clause of saying itself: verb, speakers with what hangs on them, its adverbs and times."""
    yield verb
    inner = {each.i for each in heads}
    for speaker in speakers:
        if speaker.i not in inner and not any(each.i == verb.i for each in speaker.subtree):
            yield from speaker.subtree
    if verb.dep_ == "amod" and verb.head.i in {each.i for each in speakers}:
        yield from (each for each in verb.head.subtree if each.i <= verb.head.i)
    for child in verb.children:
        if child.i not in inner and child.dep_ != "punct" and not _is_tail(child):
            yield from child.subtree


def _is_tail(child: Token) -> bool:
    """Whether a phrase behind the clause of saying goes on with what is said: "..., said officials, with 20 hurt"."""
    edge = child.left_edge
    return edge.i > child.head.i and edge.i > 0 and _TAIL.match(f"{edge.nbor(-1).text} {edge.text}") is not None


def _bounds(draft: Draft, verb: Token, tokens: list[int], mine: set[int], verbs: frozenset[int]) -> tuple[int, int]:
    """From the content's tokens to its offsets, out to the sentence's edges where nobody else speaks there."""
    doc, sentence = verb.doc, verb.sent
    first, last = tokens[0], tokens[-1]
    clause = [i for i in mine if sentence.start <= i < sentence.end]
    right_of = last > verb.i
    main = verb.dep_ in {"ROOT", "parataxis", "amod", "conj"}
    if first < verb.i and main:
        first = _leftmost(draft, sentence.start, first, verbs)
    if not right_of or first < verb.i:
        tail = max(clause) + 1
        end = doc[tail - 1].idx + len(doc[tail - 1])
        if last < tail and is_verb(verb) and _TAIL.match(draft.text, end, sentence.end_char):
            last = sentence.end - 1
    elif main:
        last = _rightmost(draft, sentence.end, last, verbs)
    cut = _before_other_voice(verb, first, last, verbs)
    if cut < last:
        last = max([i for i in tokens if i <= cut] or [cut])
    start, end = doc[first].idx, doc[last].idx + len(doc[last])
    remark = _REMARK.search(draft.text, start, end)
    return trim(draft.text, start, remark.start() if remark else end)


def _leftmost(draft: Draft, opening: int, first: int, verbs: frozenset[int]) -> int:
    """Reach back to the sentence's start, but not over another clause of saying or past a turn ("..., but ...")."""
    doc = draft.doc
    for i in range(first - 1, opening - 1, -1):
        if i in verbs or doc[i].text == ";" or (word(doc[i]) in {"but", "while"} and i > opening):
            return max(i + 1, first) if i in verbs else i + 1
    return opening


def _rightmost(draft: Draft, closing: int, last: int, verbs: frozenset[int]) -> int:
    """Reach on to the sentence's end unless somebody else speaks there, or the report turns."""
    doc = draft.doc
    if last + 1 >= closing:
        return last
    rest = range(last + 1, closing)
    if any(i in verbs for i in rest):
        return last
    end = doc[last].idx + len(doc[last])
    stop = doc[closing - 1].idx + len(doc[closing - 1])
    if _NEW_TURN.match(draft.text, end, stop) or not re.match(
        r"\s*,?\s*(?:and|with|including|or)\b", draft.text[end:stop]
    ):
        return last
    return closing - 1


def _before_other_voice(verb: Token, first: int, last: int, verbs: frozenset[int]) -> int:
    """End before a coordinated clause in which a speaker of its own says something ("..., and the paper reported")."""
    for i in range(max(first, verb.i + 1), last + 1):
        token = verb.doc[i]
        if i in verbs and token.dep_ == "conj" and token.head.i < i and _speaks_for_itself(token):
            edge = min(int(t.i) for t in token.subtree)
            while edge - 1 > first and (verb.doc[edge - 1].is_punct or verb.doc[edge - 1].dep_ == "cc"):
                edge -= 1
            if edge - 1 > first:
                return edge - 1
    return last


def _speaks_for_itself(verb: Token) -> bool:
    own = list(children(verb, "nsubj"))
    return bool(own) and own[-1].tag_ not in {"PRP", "WP", "WDT"}


def _charge(verb: Token) -> tuple[int, int] | None:
    """What somebody is accused of or blamed for: "accused the army of shelling the port"."""
    for prep in children(verb, "prep"):
        if word(prep) in {"of", "for", "with"} and any(children(prep, "pcomp", "pobj")):
            relative = [t.left_edge.i for t in prep.subtree if t.dep_ == "relcl"]
            stop = min(relative, default=len(verb.doc))
            inside = [t for t in verb.sent if prep.i < t.i < stop and not t.is_punct and _under(t, verb)]
            return inside[0].idx, inside[-1].idx + len(inside[-1])
    return None


def _under(token: Token, verb: Token) -> bool:
    """Whether the token hangs on the verb without a coordinated verb between."""
    while token.i != verb.i:
        if token.head.i == token.i or (token.dep_ == "conj" and token.head.i == verb.i):
            return False
        token = token.head
    return True


def _told(verb: Token) -> tuple[Token, ...]:
    """Whom the speaker told."""
    return tuple(each for each in children(verb, "dobj", "dative") if is_noun(each) and word(each) not in _TIME)
