"""What an actor is called in the record: its usual name, with the report's own words where those are others.

Where it stands: `ground/actors.py` asks here once it knows who is meant. Whoever looks for "Daesh" in the records of a
report that writes Daesh finds it, and whoever counts by the usual name too.
"""

import re
from collections.abc import Sequence

from everyclaim.lexicon.actors import Known, State, adjective

_ATTRIBUTIVE = {"USA": "United States", "ARE": "United Arab Emirates"}
"""States whose name, not whose adjective, is set before a noun."""
_WORDS = re.compile(r"\w+")


def as_called(known: Known, words: Sequence[str]) -> str:
    """Give the usual name of a listed actor; in brackets what the report calls it, where it never uses that name.

    Only of those who fight: how outlets and offices are abbreviated tells nothing.

    Args:
        known: who it is.
        words: what the report calls it, in order.
    """
    latin = [each for each in words if each[:1].isascii()]
    if known.source != "belligerent" or not latin or any(_is_within(each, known.name) for each in latin):
        return known.name
    return f"{known.name} ({latin[0]})"


def _is_within(words: str, name: str) -> bool:
    """Whether one of the two holds the other, word by word."""
    first, second = (f" {' '.join(_WORDS.findall(each.casefold()))} " for each in (words, name))
    return first in second or second in first


def of_state(state: State, words: str) -> str:
    """Say how a state stands before the noun of its force: "Sudan's army" is Sudanese, "Myanmar's" not Burmese.

    Name and adjective are of one word where they begin alike: France and French, but not the Netherlands and Dutch.

    Args:
        state: whose force it is.
        words: the state's name or adjective as the report has it.
    """
    if words in state.people or state.alpha3 in _ATTRIBUTIVE:
        return words if words in state.people else _ATTRIBUTIVE[state.alpha3]
    usual = adjective(state.alpha3)
    return usual if usual[0] == words[0] else words
