"""Words for the dead and wounded that tell of none: "did not mention casualties", "the number of victims is unknown".

Where it stands: `read/casualties/harm_words.py` asks it before it takes a word for harm. Who withholds or does not know
a toll neither says that people were harmed nor that nobody was; a reader that hears either invents it.
"""

import re

from everyclaim.read.draft import Draft
from everyclaim.read.syntax import sentence_bounds
from everyclaim.read.tokens import Token

_HARMED = r"(?:dead|wounded|injured|killed|victims|casualties)"
_TOLL = (
    r"(?:(?:number|extent) of )?"
    r"(?:casualt(?:y|ies)|victims?|deaths?|fatalit(?:y|ies)|injur(?:y|ies)|losses|death tolls?|tolls?)"
)
_NOT = (
    r"(?:(?:did|does|do|has|have|had|would|could|can|will) not|(?:did|does|do|has|have|had|would|could|can|wo)n't"
    r"|cannot|never|declin\w+ to|refus\w+ to|fail\w+ to|unable to|yet to|without|stopped short of|avoid\w*)"
)
_TELL = (
    r"(?:say|saying|mention\w*|comment\w*|elaborat\w+|giv\w+|provid\w+|specif\w+|disclos\w+|discuss\w*|refer\w*|"
    r"address\w*|detail\w*|releas\w+|report\w*|announc\w+|reveal\w*|offer\w*|list\w*|state|stating|touch\w*|speak\w*)"
)
_FILLING = (
    r"(?:(?:on|of|about|to|for|the|any|a|an|its|their|if|whether|there|were|was|had|been|are|possible|potential|civilian|"
    r"military|human|numbers?|figures?|details?|information|estimates?|breakdown|extent|total|immediately|yet) )*"
)
_NEWS = r"(?:figures?|numbers?|tolls?|counts?|estimates?|details?|information|word|data|news|mention|comment)"
_KNOWN = r"(?:known|clear|available|confirmed|verified|established|determined|specified|disclosed|released|given)"
_BE = r"(?:was|were|is|are|remain\w*|stay\w*)"
_WAYS = (
    (
        rf"\bnone (?:of|among) (?:the|those|these) (?:\w+ )?{_HARMED}\b[^.;]*?"
        rf" (?:was|were|is|are|had been|has been) (?!{_HARMED})"
    ),
    (
        rf"\bno (?:\w+ ){{1,2}}(?:(?:was|were|are|is) )?(?:among|amongst) (?:the|those) {_HARMED}"
        rf"(?: (?:or|and) (?:the )?{_HARMED})?"
    ),
    (
        rf"\bno (?:\w+ )?{_NEWS} (?:for|of|on|about) (?:\w+ ){{0,2}}"
        rf"(?:{_HARMED}(?: (?:or|and) (?:the )?{_HARMED})?|{_TOLL})"
    ),
    rf"\b{_NOT} (?:immediately |yet |directly |even )?{_TELL} {_FILLING}{_TOLL}",
    rf"\b{_TOLL}(?: \w+)? {_BE} (?:still |yet |so far )?(?:un{_KNOWN}|unknown|not (?:yet |immediately )?{_KNOWN})",
    rf"\b{_TOLL}(?: \w+)? could not (?:immediately |yet )?be (?:independently )?{_KNOWN}",
)
"""Says who the harmed were not, that no number is told, withholds a toll, or does not know it."""
_UNSAID = re.compile("|".join(_WAYS), re.IGNORECASE)


def is_unsaid(draft: Draft, token: Token) -> bool:
    """Whether a word for harm stands where nobody is said to be harmed or unharmed."""
    first, last = sentence_bounds(draft.doc, token.idx)
    return any(match.start() <= token.idx < match.end() for match in _UNSAID.finditer(draft.text, first, last))
