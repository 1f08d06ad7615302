"""Which language a text is in, where nobody says."""

import unicodedata
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

_SURE = 0.6
"""Below this a text in Latin letters counts as English. On short lines that are mostly names ("Air raid, Mosul") the
classifier gives odd languages at 0.05-0.25, while a sentence of German, French or Indonesian gets 0.64-0.99 (16 lines
tried)."""

_ENOUGH = 20_000
"""Characters looked at: more change nothing."""


def find_language(text: str) -> str:
    """Find the likeliest language, ISO 639-1; "en" where a text in Latin letters gives no sure sign of another."""
    text = text[:_ENOUGH]
    language, confidence = _identifier().classify(text)
    if language != "en" and confidence < _SURE and _is_latin(text):
        return "en"
    return str(language)


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _is_latin(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    latin = sum(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)
    return latin * 2 >= len(letters)
