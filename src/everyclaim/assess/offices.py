"""Whether two names for a voice are of one office: "head of Libya's air force", "the Libyan air force commander".

Where it stands: `origins` joins the repeats of one office that no code names, `names` tells an office once in a reason.
"""

import re
from functools import cache

from everyclaim.lexicon.actors import find_states

_ANY = frozenset("a an the of in at for its their local same area nearby s".split())
"""Words that tell no office from another."""
_HEADS = frozenset("head chief commander director boss leader".split())
"""Nouns for whoever leads a body: one body has one, however a report calls them."""
_WORD = re.compile(r"\w+")


def one_office(one: str, other: str) -> bool:
    """Whether two names may tell of one office: of two or more words that tell, one has all that the other has."""
    first, second = telling_words(one), telling_words(other)
    return len(first & second) > 1 and (first <= second or second <= first)


@cache
def telling_words(name: str) -> frozenset[str]:
    """The words that tell an office: a country by its code, whoever leads by one word."""
    for hit in reversed(find_states(name)):
        name = f"{name[: hit.start]}{hit.state.alpha3}{name[hit.end :]}"
    words = set(_WORD.findall(name.casefold())) - _ANY
    return frozenset("head" if word in _HEADS else word for word in words)
