"""How place names are folded into keys, and which further keys a name gives.

The same folding serves the building of the gazetteer and every question put to it.
"""

import re
import unicodedata
from collections.abc import Iterator

_FOREIGN = re.compile(
    r"[^\u0000-\u024f\u0300-\u036f\u0400-\u052f\u0600-\u06ff\u0750-\u077f\u1e00-\u1eff\u2010-\u201f\u02b0-\u02ff]"
)
"""Whatever is neither Latin, Cyrillic nor Arabic: names in other scripts are left out of the index."""

_ARABIC = str.maketrans("أإآٱىةیکەۀ", "اااايهيكهه")
"""Forms of alef, alef maqsura, ta marbuta, Persian yeh and kaf: writers mix them."""

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ə": "e", "ħ": "h"}
)
_SILENT = re.compile(r"['\u2018\u2019\u201b\u02b0-\u02ff`´.\u0640\u00b7]")
"""Apostrophes and signs for ayn and hamza, dots of abbreviations, the Arabic lengthening stroke."""

_MARKS = re.compile(r"[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]")
_GAPS = re.compile(r"[\W_]+")
_ARTICLE = re.compile(r"^(?:al|el|ad|ed|an|en|ar|er|as|es|ash|esh|at|et|az|ez|the|la|le|les|los|las|l) (?=\w{3})")
_ARTICLES = re.compile(r"\b(?:al|el|ul|ad|ed|id|an|en|ar|er|ir|as|es|ash|esh|is|at|et|it|az|ez|iz|adh|ath|the|a) ")
_GENERIC = (
    "governorate|province|district|region|county|oblast|state|prefecture|department|municipality|city|raion|krai|"
    "republic|division|parish|canton|municipio|subdistrict|locality|regency|rural council|autonomous region"
)
_AFTER = re.compile(rf" (?:{_GENERIC})$")
_TOWNS = ("city", "town", "village")
_LAST_WORD = re.compile(rf" ({_GENERIC}|town|village)$")
_BEFORE = re.compile(
    r"^(?:(?:province|state|department|departamento|region|district|city|municipality|municipio|governorate|county"
    r"|provincia|estado|wilaya|muhafazat|wilayat) (?:of |de |du |d )?|mudiriyat )"
)
_COMPASS = (("northern", "north"), ("southern", "south"), ("eastern", "east"), ("western", "west"))
_SAINT = re.compile(r"\bsaint\b")
_DIGRAPHS = (
    ("kh", "x"),
    ("gh", "g"),
    ("sh", "s"),
    ("ch", "s"),
    ("ou", "w"),
    ("th", "t"),
    ("dh", "d"),
    ("ph", "f"),
    ("ck", "k"),
)
_ALIKE = str.maketrans({"q": "k", "c": "k", "p": "b", "v": "w", "z": "z", "j": "j", "y": "", "w": "", "h": ""})
_VOWELS = re.compile(r"[aeiou\W\d_]")
_DOUBLES = re.compile(r"(.)\1+")

LEAST_CONSONANTS = 5
"""Below five consonants a skeleton meets names hundreds of kilometres off (measured on eight spelling variants)."""


def fold(name: str) -> str:
    """Fold a name into its key: lower case, no marks, apostrophes or articles' hyphens; one space between words.

    Returns:
        The key, empty where the name has letters of other scripts than Latin, Cyrillic and Arabic.
    """
    if name.isascii():
        return _GAPS.sub(" ", _SILENT.sub("", name.lower())).strip()
    if _FOREIGN.search(name):
        return ""
    plain = unicodedata.normalize("NFKD", _SILENT.sub("", name.lower()))
    plain = _MARKS.sub("", plain).translate(_LETTERS).translate(_ARABIC)
    return _GAPS.sub(" ", _SILENT.sub("", plain)).strip()


def derived(key: str) -> Iterator[str]:
    """Yield further keys that a folded name answers to: without article, without "province", "St" for "Saint"."""
    for pattern in (_ARTICLE, _AFTER, _BEFORE):
        shorter = pattern.sub("", key)
        if shorter != key and len(shorter) > 3:
            yield shorter
    for adjective, noun in _COMPASS:
        if key.startswith(f"{adjective} "):
            yield noun + key.removeprefix(adjective)
        elif key.startswith(f"{noun} "):
            yield adjective + key.removeprefix(noun)
    if _SAINT.search(key):
        yield _SAINT.sub("st", key)


def core(key: str) -> str:
    """Strip article and words for the kind of unit from a folded name: "ash sharqiyah province" -> "sharqiyah"."""
    for pattern in (_AFTER, _BEFORE, _ARTICLE):
        key = pattern.sub("", key)
    return key


def without_unit(key: str) -> tuple[str, bool] | None:
    """Split the word for the kind of unit off a folded name: "velm province" -> "velm", and whether it means a town."""
    if (found := _LAST_WORD.search(key)) is None or len(shorter := key[: found.start()]) < 3:
        return None
    return shorter, found[1] in _TOWNS


def skeleton(key: str, least: int = LEAST_CONSONANTS) -> str | None:
    """Reduce a folded Latin name to its consonants, so that spellings of one Arabic or Slavic name fall together.

    Returns:
        The skeleton, or None where fewer than `least` consonants are left.
    """
    if not key.isascii():
        return None
    bare = _ARTICLES.sub("", key + " ")
    for pair, sign in _DIGRAPHS:
        bare = bare.replace(pair, sign)
    bare = _DOUBLES.sub(r"\1", _VOWELS.sub("", bare).translate(_ALIKE))
    return bare if len(bare) >= least else None
