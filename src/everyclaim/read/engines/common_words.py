"""`python -m everyclaim.read.engines.common_words`: writes the list of English words that are written small.

`lexicon/letter_case.py` needs it to give a text in capitals its small letters back. The words are those of WordNet and
of the closed classes that the pinned pipeline carries, as far as its own parser has met them in some form. The names of
towns and states that WordNet has among its nouns are left out, unless the word is far more often no name.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.lookups import Lookups
from spacy.strings import get_string_id

from everyclaim.lexicon import letter_case
from everyclaim.lexicon.gazetteer import current
from everyclaim.lexicon.gazetteer_words import place_words
from everyclaim.read.engines.english import get_folder, pipeline

_PARTS = ("noun", "verb", "adj", "adv")
_TOWN = 100_000
"""Inhabitants of a town whose name is no common noun: of smaller ones most share theirs with everyday things."""
_CITY = 700_000
"""The same for any of its names ("bogota"): those of smaller ones are too often misspelled common words."""

_EVERYDAY = frozenset(
    "acre archway ark bender bole bore car carrefour centurion corona court delta deli desk enterprise "
    "humus independence limo lira logos mango mantilla mara marches mascara mesa metro mission nada ore "
    "parade paradise para pax plateau pueblo reading reunion riverside ruse saga serra sol soul source "
    "tours tub tuba van vista westerly zombi park said sun grace amber mason mark roman christian male "
    "same pest islands springs boulder cypress jersey providence queens simmering sale river rivers "
    "victor cars colon genes tunes".split()
)
"""Words that name towns too and are read as themselves."""

_ENDINGS = (
    *(("", ""), ("s", ""), ("es", ""), ("ies", "y"), ("ves", "f"), ("men", "man"), ("ed", ""), ("ed", "e")),
    *(("ing", ""), ("ing", "e"), ("er", ""), ("er", "e"), ("est", ""), ("est", "e"), ("ly", ""), ("d", "")),
)
_OWN = ("junta", "juntas", "guerrilla", "guerrillas")
"""Words of the field that the dictionary lacks."""


def main() -> int:
    """Write the list beside the lexicon that reads it."""
    Path(str(letter_case.LIST)).write_text("\n".join(wrap(" ".join(sorted({*words()})), 118)) + "\n", encoding="utf-8")
    return 0


def words() -> Iterator[str]:
    """The words that the pipeline has met, small, and that a dictionary or closed class knows; any verb and adverb."""
    model, _ = pipeline()
    parts = _wordnet()
    every = frozenset().union(*parts.values())
    acting = frozenset().union(*(parts[name] for name in _PARTS[1:]))
    met = {text for text in {*model.vocab.strings, *every} if text in model.vocab.strings}
    met |= parts["verb"] | parts["adv"]
    plain = {text for text in met if text.isascii() and text.isalpha() and text.islower() and len(text) > 1}
    yield from _OWN
    for text in sorted(plain | STOP_WORDS):
        if text in STOP_WORDS or (_is_form(text, every) and not _is_name(text, acting)):
            yield text


def _wordnet() -> dict[str, frozenset[str]]:
    lookups = Lookups().from_bytes((get_folder() / "lemmatizer" / "lookups" / "lookups.bin").read_bytes())
    index, odd = lookups.get_table("lemma_index"), lookups.get_table("lemma_exc")
    found = {}
    for part in _PARTS:
        key = part if part in index else get_string_id(part)
        found[part] = frozenset(index[key]) | frozenset(odd.get(key, ()))
    return found


def _is_form(text: str, every: frozenset[str]) -> bool:
    """Whether a word or the one that it is formed of is listed."""
    return any(text.endswith(end) and text.removesuffix(end) + base in every for end, base in _ENDINGS)


def _is_name(text: str, acting: frozenset[str]) -> bool:
    """Whether a noun is the name of a state, a large town or a person before it is anything else."""
    if text in _EVERYDAY or text in acting:
        return False
    if text in place_words().given_names:
        return True
    found = [each for each in current().find(text) if each.kind in ("settlement", "country", "admin1")]
    named = [each for each in found if each.name.lower() == text or each.population >= _CITY]
    return any(each.kind == "country" or each.population >= _TOWN for each in named)


if __name__ == "__main__":
    sys.exit(main())
