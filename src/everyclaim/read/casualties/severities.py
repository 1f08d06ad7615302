"""How badly a part of those counted was hurt: "four people were shot, two fatally", "30 wounded, three critically".

Where it stands: `casualty_counts` asks it behind every count.
"""

import re

from everyclaim.model import Harm
from everyclaim.read.casualties.people import Counted
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Quantity

_SEVERITY = re.compile(
    r"\s*[,;(–-]\s*(?:and |including |with )?(?P<who>(?:at least )?[\w-]+)(?: others?| more)?(?: of (?:them|whom))?,? "
    r"(?:(?:is|was|were|are|being|in) )?(?P<how>fatally|mortally|critically|critical|seriously|severely|gravely)\b"
    r"(?: (?:injured|wounded|hurt|ill|condition))?",
    re.IGNORECASE,
)
_DEADLY = ("fatal", "mortal")


def by_severity(draft: Draft, after: int) -> tuple[Harm, Counted] | None:
    """Count those whose harm is told right behind a count that ends at an offset, with what befell them."""
    found = _SEVERITY.match(draft.text, after)
    if found is None:
        return None
    number = _number(draft, found.start("who"), found.end("who"))
    if number is None:
        return None
    harm: Harm = "killed" if found["how"].lower().startswith(_DEADLY) else "injured"
    return harm, Counted(
        found.start("who"), found.end(), number.number, number.number_high, number.expression, "people"
    )


def _number(draft: Draft, start: int, end: int) -> Quantity | None:
    if draft.text[start:end].lower() in {"one", "another"}:
        return Quantity(1, 1, "exact")
    return next((each.meaning for each in draft.found_in(Quantity, start, end) if each.span.start == start), None)
