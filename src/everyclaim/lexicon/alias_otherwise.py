"""Where the letters of an actor's name are something else: a person's name, a province, a gun, a common word.

Where it stands: `find_alias` asks for each listed name that it meets. What is refused here is no actor at all; which
actor is meant by a name that several bear is for grounding to say.
"""

import re

from everyclaim.lexicon.gazetteer_words import place_words

_COMPASS = re.compile(r"\b(?:North|South|East|West|Central|Upper|Lower)(?:ern)?[ -]$")
_PLACES = ("Province", "Region")
"""Endings of aliases that a compass word before them makes a province: "North Sinai Province"."""
_CALIBRE = re.compile(r"-\d")
_BOUNDARY = re.compile(r"(?:^|[.!?:\n]\s*|[\"'\u201c\u2018(])$")
_AS_PAPER = re.compile(
    r"(?:'s|\u2019s)?,?\s+(?:newspaper|daily|website|said|says|reported|reports|reporter|wrote|writes|quoted|quotes|"
    r"cited|cites|told|published|revealed|learned|understands|journalist|correspondent|interviewed|obtained)\b"
)
_SPEAKS = (
    r"(?:(?<=told )|(?<=told the )|(?<=according to )|(?<=according to the ))"
    r"{0}\b|\b{0} (?:said|says|warned|claimed|denied|reported|reports|called|condemned|announced|confirmed|accused"
    r"|estimated|estimates|verified|documented|recorded|appealed|urged|has (?:said|warned|called|confirmed|claimed))\b"
)
_NEXT_NAME = re.compile(r" ([A-Z][a-z'\u2019-]+)")
_AGE = re.compile(r",? (?:aged |age )?\d{1,2}\b(?! (?:fighters|members|men|people))|,? an? \d{1,2}-year-old")
_BEFORE_NAME = re.compile(r"([A-Z][a-z'\u2019-]+)(?: (?:al|el|bin|ibn|abu|Abu|Al|El))?[ -](?:al-|el-|Al-|El-)?$")
_PARTICLE = re.compile(r"\b(?:Abd|Abdel|Abdul|Abu|Bin|Ibn|bin|ibn)(?: (?:al|el|Al|El))?[ -](?:al-|el-)?$")
_BEFORE = 40
"""Characters before a name that can hold the given name to it."""


def is_otherwise(text: str, start: int, end: int, alias: str, *, persons_too: bool) -> bool:
    """Whether an alias' letters at these offsets are no actor's name.

    Args:
        text: the normalised view.
        start: where they begin.
        end: where they end.
        alias: the listed name.
        persons_too: whether persons bear the name as well ("Isis", "Fatah").
    """
    return (
        _is_province(text, start, alias)
        or (alias.isupper() and bool(_CALIBRE.match(text, end)))
        or (alias.startswith("The ") and _is_article(text, start, end))
        or (persons_too and _is_person(text, start, end))
    )


def speaks(text: str, initials: str) -> bool:
    """Whether initials speak somewhere in a text, as a body does: "WHO warned", "according to the FAO"."""
    return re.search(_SPEAKS.format(re.escape(initials)), text) is not None


def _is_province(text: str, start: int, alias: str) -> bool:
    return alias.endswith(_PLACES) and bool(_COMPASS.search(text, max(0, start - 12), start))


def _is_article(text: str, start: int, end: int) -> bool:
    """Whether "the" before a word of a paper's name is but an article: "the guardian", "The Hindu priest"."""
    name = text[start:end].split(maxsplit=1)[-1]
    if not name[:1].isupper():
        return True
    if " " in name or "-" in name:
        return False
    begins = bool(_BOUNDARY.search(text, max(0, start - 4), start)) or not text[start].isupper()
    return begins and not _AS_PAPER.match(text, end)


def _is_person(text: str, start: int, end: int) -> bool:
    """Whether a name that persons bear too is a person's here: a name stands beside it, or an age behind it."""
    after, names = _NEXT_NAME.match(text, end), place_words().given_names
    if _AGE.match(text, end) or (after and not _is_title(after[1])):
        return True
    window = text[max(0, start - _BEFORE) : start]
    before = _BEFORE_NAME.search(window)
    whose = before is not None and (before[1].lower() in names or window.rstrip(" ").endswith("-"))
    return whose or bool(_PARTICLE.search(window))


def _is_title(word: str) -> bool:
    """Whether a capitalised word behind a group's name is of its office, not a surname."""
    return word.lower() in place_words().titles or word.lower() in place_words().organisations
