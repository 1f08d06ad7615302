"""The words that tell a place's name from another name: `places/place_words.yaml`, loaded once as sets."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from everyclaim.lexicon.gazetteer_sources import load_list
from everyclaim.model import PlacePrecision


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The lists of `place_words.yaml` in lower case.

    `doubtful` are those of `never` that a strong preposition redeems; `units` maps a noun ("province") to the precision
    that it gives.
    """

    never: frozenset[str]
    doubtful: frozenset[str]
    titles: frozenset[str]
    given_names: frozenset[str]
    organisations: frozenset[str]
    harmless: frozenset[str]
    units: dict[str, PlacePrecision]
    landmarks: frozenset[str]
    prepositions: dict[str, str]
    abbreviations: frozenset[str]
    parts: frozenset[str]
    articles: frozenset[str]
    inner: frozenset[str]
    beginnings: frozenset[str]


@cache
def place_words() -> PlaceWords:
    """Load the lists."""
    lists: dict[str, Any] = load_list("place_words")
    units = {noun: precision for precision, nouns in lists["units"].items() for noun in nouns.split()}
    return PlaceWords(
        never=_words(lists["never"].values()),
        doubtful=_words([lists["never"]["things"]]),
        titles=_words([lists["titles"]]),
        given_names=_words([lists["given names"]]),
        organisations=_words([lists["organisations"]]),
        harmless=_words([lists["harmless neighbours"]]),
        units=units,
        landmarks=_words([lists["landmarks"]]),
        prepositions={word: strength for strength, words in lists["prepositions"].items() for word in words.split()},
        abbreviations=frozenset(lists["abbreviations"].split()),
        parts=_words([lists["parts"]]),
        articles=_words([lists["articles"]]),
        inner=_words([lists["articles"], lists["inner words"]]),
        beginnings=_words([lists["beginnings"]]),
    )


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in text.split())
