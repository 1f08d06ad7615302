"""Where a report says from where and when it was written: that is neither the place nor the day of what it tells.

Where it stands: beside the step `blocks`, which finds datelines that begin a paragraph. Those that name a day, alone,
in a title or in the middle of a release put on one line, are `text/datelines.py`'s.
"""

from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Block
from everyclaim.text.datelines import find_datelines

_NO_NEWS = frozenset({"dateline", "byline", "boilerplate"})


def in_dateline(draft: Draft, start: int) -> bool:
    """Whether an offset lies in a dateline, a byline or what the publisher adds."""
    if any(each.start <= start < each.end for each in find_datelines(draft.text)):
        return True
    blocks = draft.found(Block)
    return any(each.meaning.kind in _NO_NEWS and each.span.start <= start < each.span.end for each in blocks)
