"""The number that stands beside a harm word where the parse gives nobody: "30 wounded", "leaving 12 dead", "wound 20".

Where it stands: `casualty_counts` asks here after grammar (`harm`) has named whom it can.
"""

import re

from everyclaim.model import Mention
from everyclaim.read.casualties.harm_words import DEEDS, STATES, Trigger
from everyclaim.read.casualties.manner import FATAL, WOUNDS
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Quantity
from everyclaim.read.syntax import children, is_noun, is_verb, word

_BESIDE = re.compile(r"(?:\s+(?:[a-z'-]+|[A-Z][a-z-]+)){0,3}\s*$")
_TOLL = re.compile(
    r"^(?:\s+(?:toll|count|number|figure|of|people|from|in|the|a|attack|blast|strike|bombing|has|have|had|was|is|now|to|at|"
    r"that|which|risen|rose|rising|rises|climbed|climbing|reached|reaching|stood|stands|standing|passed|increased|least|"
    r"been|put|estimated|revised|up|as|high)\b)*\s*$",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"\s*(?:$|[.,;)]|(?:in|at|near|on|and|as|after|during|outside|inside|by|when|while|others?|more|early|late|last|this|"
    r"yesterday|today|overnight|\w+day)\b)"
)
"""Behind a number that counts people by itself: "killed 14 in Velm", "wounded 20 Monday"; no noun that it counts."""
_TOTAL = re.compile(r"(?:toll|count|number|tally|total)s?$", re.IGNORECASE)


def beside(draft: Draft, trigger: Trigger, taken: set[int]) -> Mention[Quantity] | None:
    """The free number right before a harm word ("30 others wounded"), or after a toll ("the toll rose to 22")."""
    near = [m for m in draft.found(Quantity) if m.span.start not in taken and abs(m.span.start - trigger.start) < 90]
    if not _may_be_beside(trigger, draft.text[trigger.start : trigger.end]):
        return None
    for quantity in (m for m in near if trigger.start <= m.span.start and m.span.end <= trigger.end):
        return quantity  # "left several dead" is one word for harm
    for quantity in reversed([m for m in near if m.span.end <= trigger.start]):
        between = draft.text[quantity.span.end : trigger.start]
        return (
            quantity
            if _BESIDE.fullmatch(between)
            and not re.search(r"\b(?:in|after|by|when|who|killed|dead)\b", between)
            and not _tells_of_things(draft, quantity.span.end, trigger.start)
            else None
        )
    for quantity in (m for m in near if m.span.start >= trigger.end and not is_verb(trigger.token)):
        return quantity if _TOLL.match(draft.text[trigger.end : quantity.span.start]) else None
    return None


def right_behind(draft: Draft, trigger: Trigger) -> Mention[Quantity] | None:
    """The number that a verb of harm has for its only object, which the parse may lose: "injured thirty-two"."""
    if not is_verb(trigger.token) or trigger.takes != "object" or any(children(trigger.token, "auxpass")):
        return None
    first = trigger.token.idx + len(trigger.token)
    for quantity in draft.found(Quantity):
        if quantity.span.start >= first:
            alone = draft.text[first : quantity.span.start].isspace() and _ALONE.match(draft.text, quantity.span.end)
            return quantity if alone else None
    return None


def _may_be_beside(trigger: Trigger, words: str) -> bool:
    """Whether a number beside the word can count people: not beside "shooting" or "wounds"."""
    if word(trigger.token) in WOUNDS | DEEDS | FATAL:
        return False
    state = word(trigger.token) in STATES
    return not is_noun(trigger.token) or trigger.counts_itself or state or _TOTAL.search(words) is not None


def _tells_of_things(draft: Draft, start: int, end: int) -> bool:
    """Whether a known thing stands there: in "two rockets hit" nobody is counted."""
    things = (hit for name in ("weapons", "not_people") for hit in draft.words(name))
    return any(start <= hit.start < end for hit in things)
