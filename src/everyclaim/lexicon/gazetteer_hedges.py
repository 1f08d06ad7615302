"""What the words around a place's name say about how exactly it is meant: "near X", "5 km from X", "X province".

Both sides of grounding need it: reading gives the mention its precision, choosing among namesakes asks which kind of
place the words want.
"""

import re
from dataclasses import dataclass
from typing import Literal

from everyclaim.lexicon.gazetteer_words import place_words
from everyclaim.model import PlacePrecision

HedgeKind = Literal["near", "distance", "direction", "border", "unit", "part", "landmark"]

_COUNTED = "one two three four five six seven eight nine ten"
_WORDED = {word: number for number, word in enumerate(_COUNTED.split(), start=1)} | {
    "a dozen": 12,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
}
_NUMBER = rf"(?P<number>\d+(?:[.,]\d+)?|{'|'.join(_WORDED)})"
_UNIT = r"(?P<length>kilomet(?:re|er)s?|kms?|miles?|mi|met(?:re|er)s?|m)\b"
_COMPASS = r"(?:north|south)?-?(?:east|west|north|south)"
_TOWN_OF = r"(?: (?:the|a))?(?: (?:\w+ )?(?:city|town|village|towns|villages|cities) of)?"
_DISTANCE = re.compile(
    rf"(?:(?:about|some|around|nearly|roughly|just|only|over|more than) )?{_NUMBER}[ -]?{_UNIT}\.?"
    rf"(?: \([^()]{{1,25}}\))?(?: (?:away|due|to the))*(?: {_COMPASS})? (?:of|from|outside|away from)"
    rf"{_TOWN_OF} ?(?:the )?$",
    re.IGNORECASE,
)
_NEAR = re.compile(
    r"\b(?:near|nearby|outside|close to|not far from|around|just outside|outskirts of|environs of|surroundings of"
    r"|(?:on |in |at |to )?the (?:\w+ )?(?:outskirts|edges?|vicinity|periphery) of"
    rf"|{_COMPASS} of|areas? (?:of|around|near)|countryside (?:of|around)){_TOWN_OF} ?$",
    re.IGNORECASE,
)
_DIRECTION = re.compile(
    r"\b(?:(?:north|south)?-?(?:eastern|western|northern|southern)|(?:far |the )?(?:north|south)(?:east|west)"
    r"|central|rural|upper|lower|north|south|east|west)(?: and \w+)? ?$",
    re.IGNORECASE,
)
_BORDER_BEFORE = re.compile(r"\b(?:border|frontier)s? (?:with|of|between|to|from) (?:the )?$", re.IGNORECASE)
_BORDER_AFTER = re.compile(r"^(?:'s)?(?:[ -](?:and |[A-Z]\w+ ?){0,2})?(?: \w+)? ?(?P<noun>border|frontier)\b")
_OF_UNIT = re.compile(r"\b(?P<unit>[a-z-]+) of (?:the )?$", re.IGNORECASE)
_UNIT_AFTER = re.compile(r"^(?:'s)? (?P<unit>[A-Za-z-]+)\b")
_UNITS_AFTER = re.compile(
    r"^(?:,? (?:and|or) (?:in )?[A-Z][\w'-]+(?: [A-Z][\w'-]+)?|, [A-Z][\w'-]+(?: [A-Z][\w'-]+)?){1,4}"
    r" (?P<unit>provinces|districts|governorates|states|oblasts|regions|villages)\b"
)
"""The noun behind the last of several names: "X, Y and Z provinces"."""
_CAMP = re.compile(r"^ (?:[Rr]efugee |IDP |displacement |displaced persons )?[Cc]amps?\b|^(?:'s)? (?:area|sector)\b")
_LANDMARK = re.compile(
    r"^(?:'s)? (?:(?:international|central|main|general|military|state|civil|grand|public|air|train|bus|police)\s){0,2}"
    r"(?P<noun>[a-z]+)\b",
    re.IGNORECASE,
)
_COUNTRYSIDE = re.compile(r"^(?:'s)? (?:\w+ )?(?:countryside|outskirts|suburbs|environs|hinterland)\b")
_KILOMETRES = {"k": 1.0, "mi": 1.609, "m": 0.001}


@dataclass(frozen=True, slots=True)
class Hedge:
    """What the words beside a name make of it.

    `start` and `end` are the hedging words in the text; `km` the distance told; `wants` the kind of unit that the noun
    beside the name asks for ("province", "district", "settlement", ...), None where it asks for none.
    """

    kind: HedgeKind
    precision: PlacePrecision
    start: int
    end: int
    km: float | None = None
    wants: PlacePrecision | None = None


def find_hedge(text: str, start: int, end: int, own: PlacePrecision) -> Hedge | None:
    """Find the words that make a place's name more or less exact.

    Args:
        text: the view.
        start: where the name begins.
        end: where it ends.
        own: the precision that the name has by itself.

    Returns:
        The hedge that decides, the coarser of two, or None.
    """
    return _after(text, end, own) or _before(text, start, own)


def wanted_unit(text: str, start: int, end: int) -> PlacePrecision | None:
    """The kind of unit that a noun beside the name asks for: "X province", "the city of X"."""
    found = _unit_after(text, end) or _unit_before(text, start)
    return found.wants if found is not None else None


def _before(text: str, start: int, own: PlacePrecision) -> Hedge | None:
    left = _left(text, start)
    base = start - len(left)
    wide = own in ("country", "province", "district", "line_or_landscape", "sea_or_air")
    if found := _DISTANCE.search(left):
        return Hedge("distance", "near_settlement", *_trim(found, base), km=_kilometres(found))
    if found := _BORDER_BEFORE.search(left):
        return Hedge("border", "line_or_landscape", *_trim(found, base))
    if (found := _NEAR.search(left)) and own not in ("country", "sea_or_air"):
        return Hedge("near", own if wide else "near_settlement", *_trim(found, base))
    if found := _DIRECTION.search(left):
        coarse: PlacePrecision = "line_or_landscape" if own in ("country", "line_or_landscape") else own
        return Hedge("direction", coarse if wide else "neighbourhood", *_trim(found, base))
    return None if own in ("country", "sea_or_air", "line_or_landscape") else _unit_before(text, start)


def _unit_before(text: str, start: int) -> Hedge | None:
    left = _left(text, start)
    if not (found := _OF_UNIT.search(left)):
        return None
    noun = found["unit"].lower()
    if noun not in (units := place_words().units) or noun == "capital":
        return None  # "the capital of X" is in X, which is no town
    offsets = _trim(found, start - len(left))
    if noun in place_words().parts:
        return Hedge("part", "district" if units[noun] == "district" else "neighbourhood", *offsets)
    return Hedge("unit", units[noun], *offsets, wants=units[noun])


def _after(text: str, end: int, own: PlacePrecision) -> Hedge | None:
    right = text[end : end + 60]
    if found := _BORDER_AFTER.search(right):
        return Hedge("border", "line_or_landscape", end + found.start("noun"), end + found.end("noun"))
    if own in ("country", "sea_or_air", "line_or_landscape"):
        return None
    if found := _CAMP.search(right):
        return Hedge("part", "neighbourhood", *_bare(text, end, found.end()))
    if found := _COUNTRYSIDE.search(right):
        return Hedge("near", "near_settlement", *_bare(text, end, found.end()))
    return _unit_after(text, end) or _landmark_after(text, end)


def _landmark_after(text: str, end: int) -> Hedge | None:
    found = _LANDMARK.search(text[end : end + 60])
    if found is None or found["noun"].lower() not in place_words().landmarks:
        return None
    return Hedge("landmark", "landmark", *_bare(text, end, found.end()))


def _unit_after(text: str, end: int) -> Hedge | None:
    found = _UNITS_AFTER.search(text[end : end + 80]) or _UNIT_AFTER.search(text[end : end + 40])
    if found is None or (noun := found["unit"].lower()) not in (units := place_words().units):
        return None
    if found["unit"][0].isupper() and re.match(r" [A-Z]", text[end + found.end() : end + found.end() + 2]):
        return None
    return Hedge("unit", units[noun], end + found.start("unit"), end + found.end("unit"), wants=units[noun])


def _left(text: str, start: int) -> str:
    """The words before a name in its own sentence's line, an article left out."""
    left = re.split(r"[.;:!?]\s|\n\n", text[max(0, start - 70) : start].replace("\n", " "))[-1]
    return left if len(left) <= start else left[-start:]


def _trim(found: re.Match[str], base: int) -> tuple[int, int]:
    return base + found.start(), base + found.start() + len(found[0].rstrip())


def _bare(text: str, end: int, length: int) -> tuple[int, int]:
    """The words after a name without the space or possessive that joins them."""
    words = text[end : end + length]
    gap = len(words) - len(words.removeprefix("'s").lstrip())
    return end + gap, end + length


def _kilometres(found: re.Match[str]) -> float:
    words = found["number"].lower().replace(",", ".")
    number = _WORDED.get(words) or float(words)
    unit = found["length"].lower()
    return round(number * next(factor for prefix, factor in _KILOMETRES.items() if unit.startswith(prefix)), 1)
