"""What a toll comes to: "the death toll has risen to 235", "put the number of miners killed at 30-50".

Where it stands: `casualty_counts` asks it where the people counted and their number stand apart.
"""

from collections.abc import Iterator

from everyclaim.model import Mention
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Quantity
from everyclaim.read.syntax import children, is_verb, prepositional, word
from everyclaim.read.tokens import Token

_TOTALS = frozenset({"toll", "count", "number", "tally"})
_LOSSES = frozenset("dead wounded injured losses casualties deaths fatalities".split())
_PUTTING = frozenset("put puts putting set sets gave gives give giving estimate estimates estimated".split())
"""Who "put the army's dead at 17" gives a number of them."""
_NUMBER_OF = frozenset({"of", "for", "among"})


def reached(draft: Draft, harmed: Token) -> Mention[Quantity] | None:
    """The number that a total reaches, by grammar: asked of a toll, or of the people or the harm whose total it is."""
    total = _total(harmed)
    if total is None:
        return None
    for end in _ends(total):
        for quantity in draft.found(Quantity):
            if end.left_edge.idx <= quantity.span.start <= end.idx:
                return quantity
            if quantity.span.start <= end.idx < quantity.span.end:
                return quantity
    return None


def _total(harmed: Token) -> Token | None:
    """The total itself: "toll", or the "number" of the people harmed."""
    if word(harmed) in _TOTALS:
        return harmed
    if word(harmed) in _LOSSES and harmed.dep_ == "dobj" and word(harmed.head) in _PUTTING:
        return harmed
    people = harmed.head if harmed.dep_ in {"acl", "amod", "relcl"} else harmed
    above = people.head
    if people.dep_ == "pobj" and word(above) in _NUMBER_OF and word(above.head) in _TOTALS:
        return above.head
    return None


def _ends(total: Token) -> Iterator[Token]:
    """Where its value may stand: "a toll of 12", "rose to 12", "put at 12", "given as 12", "was 12"."""
    yield from prepositional(total, "of", "at", "as")
    verb = total.head
    if is_verb(verb) and total.dep_ in {"nsubj", "dobj", "nsubjpass"}:
        for way in (verb, *children(verb, "advmod", "prt")):  # "has gone up to 19"
            yield from prepositional(way, "to", "at", "as")
        for start in (each for each in children(verb, "prep") if word(each) == "from"):
            yield from prepositional(start, "to")  # "rose from 12 to 15"
        yield from children(verb, "attr")
