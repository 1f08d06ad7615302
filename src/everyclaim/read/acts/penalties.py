"""A court's sentence carried out: a prisoner hanged, a man sent to prison for years.

Where it stands: `read/acts/borrowed.py` asks this of words of acts, `read/acts/reality.py` of harm without an act. That
a state puts a convict to death is no event of a conflict (codebook, 7: arrests are, judicial executions are not);
captives shot by those who hold them are.
"""

import re

from everyclaim.read.acts.armed import arms_of
from everyclaim.read.draft import Draft
from everyclaim.read.syntax import agents, is_verb, prepositional, sentence_bounds, word
from everyclaim.read.tokens import Token

_TERM = re.compile(r"\b(?:for life|for (?:\w+[ -]){1,4}(?:years?|months?|weeks?)|(?:\w+ ){1,3}years?)\b", re.IGNORECASE)
_TERM_OF = re.compile(r"\b(?:life|(?:years?|months?)(?:'s?|\u2019s?)?|term of|terms of)(?: of| in)? $", re.IGNORECASE)
_SENTENCED = re.compile(
    r"\b(?:convict\w*|sentenced|death (?:row|penalty|sentence)|found guilty|lethal injection|nitrogen|firing squad|"
    r"gallows|for (?:drug|spying|espionage|murder|rape|treason|the (?:\w+ )?(?:murder|killing|rape))|"
    r"capital punishment)\b",
    re.IGNORECASE,
)


def is_penalty(draft: Draft, head: Token) -> bool:
    """Whether a court's sentence is carried out, or somebody is sent to prison: "hanged a convicted spy"."""
    start, end = sentence_bounds(draft.doc, head.idx)
    if word(head).startswith(("jail", "imprison")):
        told_before = _TERM_OF.search(draft.text, start, head.idx)
        return told_before is not None or _TERM.search(draft.text, head.idx, end) is not None
    if not word(head).startswith(("execut", "hang", "put", "behead")):
        return False
    who = agents(head) if is_verb(head) else prepositional(head, "by")
    lawless = any(arms_of(draft, each) == "other" for each in who)
    return not lawless and _SENTENCED.search(draft.text, start, end) is not None
