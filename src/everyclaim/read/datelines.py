"""Where a report says from where and when it was written: that is neither the place nor the day of what it tells.

Where it stands: beside the step `blocks`, which finds datelines that begin a paragraph. Statements put on one line, or
whose dateline has no dash, keep theirs in the middle of the running text: "VELM, Ruritania (May 3) A force seized ...".
"""

import re

from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Block

_NO_NEWS = frozenset({"dateline", "byline", "boilerplate"})
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_INLINE = re.compile(
    r"(?<![\w'-])[A-Z][A-Z'-]{2,}(?: [A-Z][A-Z'-]+){0,3}(?:, ?[A-Z][\w.]*(?: [A-Z][\w.]*){0,2})? ?"
    rf"(?:\((?:{_MONTH} ?\d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? ?\d{{4}})?\)|, (?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})"
    r"(?:, ?\d{4})?(?= ?(?:\([A-Z][\w ]+\) ?)?(?:-|–|—)))"
)
_BULLETIN = re.compile(
    r"\b(?:[Uu]pdate|[Rr]eport|[Bb]riefing|[Bb]ulletin|[Ss]ummary|[Dd]igest)[ ,:-]+(?:for )?"
    rf"{_MONTH} \d{{1,2}},? \d{{4}}"
)
_HEAD = 400
"""Characters in which a dateline stands: a title, a number, a line of its own before it."""


def in_dateline(draft: Draft, start: int) -> bool:
    """Whether an offset lies in a dateline, a byline or what the publisher adds."""
    blocks = draft.found(Block)
    if any(each.meaning.kind in _NO_NEWS and each.span.start <= start < each.span.end for each in blocks):
        return True
    if start > _HEAD:
        return False
    inline = (*_INLINE.finditer(draft.text, 0, _HEAD + 80), *_BULLETIN.finditer(draft.text, 0, _HEAD + 80))
    return any(each.start() <= start < each.end() for each in inline)
