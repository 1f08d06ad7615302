"""Which language a text is in, and on what ground one says so: its reader is chosen by it.

A person's word counts, then the document's own, unless the text is evidently in another: a feed that calls itself
English and carries Arabic would be read as English, and claims be invented. Else the language model py3langid names it.
"""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from py3langid.langid import MODEL_FILE, LanguageIdentifier

_SURE = 0.6
"""Below this a text in Latin letters counts as English. On short lines that are mostly names ("Air raid, Mosul") the
classifier gives odd languages at 0.05-0.25, while a sentence of German, French or Indonesian gets 0.64-0.99 (16 lines
tried)."""

_EVIDENT, _EVIDENTLY = 0.95, 100
"""How sure the model must be, over how many characters, to overrule what a document says of itself. About 1,400 English
reports were all named English; invented ones of a hundred characters in nine languages got 0.92 or more."""

_ENOUGH = 20_000
"""Characters looked at: more change nothing."""

_SPOKEN = {"arz": "ar", "ary": "ar", "hbo": "he", "grc": "el", "uzs": "uz", "sdh": "ku", "wuu": "zh", "yue": "zh"}
"""The model's names for varieties, by the language of which they are one."""

_CODE = re.compile(r"([a-z]{2,3})(?:[-_].*)?", re.IGNORECASE)


class Named(NamedTuple):
    """A language, ISO 639-1 (or 639-3 where there is none), and why it is this one."""

    code: str
    reason: str


def name_language(text: str, told: str | None = None, given: str | None = None) -> Named:
    """Name the language of a text.

    Args:
        text: the text.
        told: what the document says of itself.
        given: what the person says who adds it.
    """
    if given is not None:
        return Named(_code(given) or given, "given by whoever added it")
    found, sure = _ask(text)
    own = _code(told or "")
    if own is None:
        return _by_model(text, found, sure)
    evident = sure >= _EVIDENT and len(text) >= _EVIDENTLY
    if own != found and "en" in {own, found} and (evident or (own == "en" and not _is_latin(text))):
        return Named(found, f"{_said(sure)}, against the document, which says {own!r}")
    return Named(own, "the document says so")


def _by_model(text: str, found: str, sure: float) -> Named:
    """What the model says; English where a text in Latin letters gives no sure sign of another language."""
    if found != "en" and sure < _SURE and _is_latin(text):
        return Named("en", f"Latin letters, and no sure sign of another language ({_said(sure)} of {found!r})")
    return Named(found, _said(sure))


def _said(sure: float) -> str:
    return f"language model py3langid, {int(sure * 100)} % sure"


def _ask(text: str) -> tuple[str, float]:
    language, sure = _identifier().classify(text[:_ENOUGH])
    return _SPOKEN.get(str(language), str(language)), float(sure)


def _code(words: str) -> str | None:
    """The code at the head of a name such as "en-GB"; None for what is no code."""
    found = _CODE.fullmatch(words.strip())
    return found[1].lower() if found else None


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _is_latin(text: str) -> bool:
    letters = [letter for letter in text[:_ENOUGH] if letter.isalpha()]
    latin = sum(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)
    return latin * 2 >= len(letters)
