"""Which of the days and places of a sentence are an act's: not the statement's, the answer's or the dateline's.

Where it stands: `read/acts/tellings.py` gives every telling its day and place with this; the claims of time and place
ask here again for days and places that no telling took.
"""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import TypeVar

from everyclaim.model import Mention, Place, When
from everyclaim.read.acts.datelines import in_dateline
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Stance, Voice
from everyclaim.read.stances.verdicts import is_of_verdict
from everyclaim.read.syntax import children, clause_of, first_of, is_verb, word
from everyclaim.read.tokens import Token

M = TypeVar("M")

_CLAIMING = frozenset({"claimed", "claims"})
"""Verbs whose object is the act itself ("on Monday the group claimed two attacks"): the day is as likely the act's."""
_ANSWERED = frozenset(
    "draw draws drew drawn provoke provokes provoked spark sparks sparked prompt prompts prompted trigger triggers "
    "triggered raise raises raised condemn condemns condemned denounce denounced deplored criticised criticized "
    "praised welcomed mourned discussed debated protested commemorated remembered investigated dominated "
    "overshadowed".split()
)
"""Verbs that tell what people made of an act; who stands beside them, where and when, is not where or when it was."""
_ANSWERS = frozenset(
    "response responses answer answers reply reaction retaliation reprisal reprisals revenge vengeance decision".split()
)


def nearest(draft: Draft, head: Token, mentions: Iterable[Mention[M]]) -> tuple[Mention[M] | None, bool]:
    """The mention nearest in the parse, and whether it belongs to the trigger's own clause."""
    scored = []
    passed = False
    for mention in mentions:
        token = draft.phrase(mention.span.start, mention.span.end)[0]
        steps, clauses, spoken = path(draft, token, head)
        # of two days with one verb of saying the later is the act's: "said on Monday after a raid on Friday"
        if not spoken or (passed and token.i > head.i):
            scored.append(((clauses, steps, abs(mention.span.start - head.idx)), mention))
        passed = passed or (spoken and token.i < head.i)
    if not scored:
        return None, False
    (clauses, _, _), mention = min(scored, key=lambda pair: pair[0])
    return mention, clauses == 0


def is_answer(draft: Draft, mention: Mention[When] | Mention[Place], head: Token) -> bool:
    """Whether a day or place is that of what people made of a known act ("in Tripoli the raids drew anger").

    "The raids were Cairo's answer" names who answers; "at dawn on Monday, in reprisal for the murder" tells when it was
    answered. What hangs on the act's own noun is the act's.
    """
    token = draft.phrase(mention.span.start, mention.span.end)[0]
    if is_verb(head) or head in token.ancestors:
        return False
    owned = token.dep_ == "poss" and word(token.head) in _ANSWERS
    return owned or is_answered(head) or (word(clause_of(head)) in _ANSWERED and clause_of(head) in token.ancestors)


def is_answered(head: Token) -> bool:
    """Whether an act is what another one answers ("in revenge for the murder of nine hostages")."""
    for each in (head, *head.ancestors):
        before = head.doc[each.head.i - 1] if each.dep_ in {"pobj", "pcomp"} and each.head.i else None
        if before is not None and word(each.head) in {"for", "to"} and word(before) in _ANSWERS:
            return True
        if is_verb(each) and each.i != head.i:
            return False
    return False


def path(draft: Draft, token: Token, head: Token) -> tuple[int, int, bool]:
    """How far two tokens lie apart in the parse: steps, clause borders, and whether a saying verb owns the first."""
    above = [token, *token.ancestors]
    upward = [head, *head.ancestors]
    shared = next((each for each in above if each in upward), None)
    if shared is None:
        return 99, 9, False
    mine, theirs = above[: above.index(shared)], upward[: upward.index(shared)]
    borders = sum(
        each.dep_ in {"advcl", "relcl", "ccomp", "acl", "conj", "parataxis"} and is_verb(each) for each in mine + theirs
    )
    spoken = (
        shared.i != head.i
        and shared.idx in draft.once(_saying)
        and bool(theirs)
        and not any(is_verb(each) for each in mine)
        and not (head.dep_ == "dobj" and head.head.i == shared.i and word(shared) in _CLAIMING)
    )
    return len(mine) + len(theirs), borders, spoken or _is_announced_then(token, shared, theirs)


_ANNOUNCING = frozenset(
    "confirm confirms confirmed announce announces announced report reports reported acknowledge acknowledged reveal "
    "revealed disclose disclosed".split()
)
_BESIDE = 2


def _is_announced_then(token: Token, shared: Token, theirs: Sequence[Token]) -> bool:
    """Whether a day stands right beside a verb that makes an act known: "today confirmed the arrest", not its own."""
    return (
        word(shared) in _ANNOUNCING
        and bool(theirs)
        and shared.i in {token.head.i, token.head.head.i}
        and -_BESIDE - 1 <= token.i - shared.i <= _BESIDE
    )


def _saying(draft: Draft, _: str) -> frozenset[int]:
    """Where verbs stand that open somebody's words, threats among them; "responded" with no words says nothing."""
    threats = (draft.head(hit.start, hit.end) for hit in draft.words("acts") if hit.entry.category == "threat")
    said = {voice.meaning.cue.start for voice in draft.found(Voice) if voice.meaning.cue is not None}
    return frozenset(said | {each.idx for each in threats if is_verb(each) and any(children(each, "ccomp"))})


def _as_of(draft: Draft, when: Mention[When]) -> bool:
    return draft.text[max(0, when.span.start - 6) : when.span.start].lower().endswith("as of ")


def is_no_act_day(draft: Draft, when: Mention[When], head: Token) -> bool:
    """Whether a day is no act's, or that of a clause told otherwise: a plan, a comparison, history, the dateline."""
    if _as_of(draft, when) or in_dateline(draft, when.span.start) or _is_to_come(draft, when):
        return True
    if is_counted_back(draft, when, head):
        return True
    if is_of_verdict(draft, head.idx) and not is_of_verdict(draft, when.span.start):
        return True
    return any(
        each.meaning.modality in _UNREAL
        and each.span.start <= when.span.start < each.span.end
        and not each.span.start <= head.idx < each.span.end
        for each in draft.found(Stance)
    )


def is_counted_back(draft: Draft, when: Mention[When], head: Token) -> bool:
    """Whether an act lies days or weeks before what has the day: "a week after gunmen killed nine, ... on Sunday"."""
    verb = first_of(clause_of(head))
    marks = [*children(verb, "mark"), *(each.head for each in (head, verb) if each.dep_ in {"pobj", "pcomp"})]
    for mark in marks:
        spans = mark.i > 0 and word(head.doc[mark.i - 1]) in _SPANS
        if spans and word(mark) in {"after", "following"}:
            told = mark.head if mark.dep_ == "mark" else mark
            return not told.is_ancestor(draft.phrase(when.span.start, when.span.end)[0])
    return False


_SPANS = frozenset("day days week weeks fortnight month months year years".split())
"""Hours are left out: what is hours old is mostly of the same day."""
_UNREAL = frozenset({"planned", "threatened", "requested", "hypothetical", "analogy", "historical"})
"""What stands in a clause told so dates only what that clause tells ("the deadliest since the raid of May 2012")."""


def _is_to_come(draft: Draft, when: Mention[When]) -> bool:
    """Whether a day lies after the report, which tells what has happened."""
    published = draft.report.published
    earliest = when.meaning.earliest
    return published is not None and earliest is not None and earliest > published + timedelta(days=1)


def is_said_then(draft: Draft, when: Mention[When]) -> bool:
    """Whether a day is that of a statement ("acknowledged on Saturday"), or one up to which a count holds."""
    token = draft.phrase(when.span.start, when.span.end)[0]
    verb = clause_of(token)
    return _as_of(draft, when) or any(abs(verb.idx - start) <= 1 for start in draft.once(_saying))
