"""Voices and sides as people call them, for the sentences that give reasons."""

from collections.abc import Iterable

from everyclaim.assess.offices import telling_words
from everyclaim.lexicon.actors import actors, states


def listed(names: Iterable[str]) -> str:
    """Join names in the order in which they come, one office once: its "head" and its "commander" are one."""
    once: dict[frozenset[str], str] = {}
    for each in names:
        once.setdefault(telling_words(each) or frozenset({each}), each)
    return ", ".join(once.values())


def sides(codes: Iterable[str]) -> str:
    """Name sides: a state by its name, a rival government with its own, a listed group by its name."""
    return " and ".join(_side(each) for each in codes)


def _side(code: str) -> str:
    country, _, government = code.partition(":")
    if code in actors():
        return actors()[code].name
    if country not in states():
        return code
    return states()[country].name + (f" ({government.replace('-', ' ')})" if government else "")
