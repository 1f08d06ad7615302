"""The inflected forms of English verbs and nouns, so that word lists need base forms alone.

Regular spelling is rule, everything else is data (`inflections.yaml`). Used by `words.py` when a list is compiled, and
by steps that want to know whether a verb stands in its past form or its participle.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal

import yaml

Form = Literal["base", "s", "past", "participle", "ing", "plural"]

_VOWELS = "aeiou"
_BRITISH = re.compile(r"(?:al|an|ic|or|il|er|at|ot|im|it|ol|ar|ys|om)i?(?P<s>s)e$")


@cache
def forms(verb: str) -> Mapping[str, frozenset[Form]]:
    """Say which forms of a verb each of its spellings is.

    Returns:
        Every spelling, lower case, with its forms: `forms("shoot")["shot"]` is `{"past", "participle"}`.
    """
    found: dict[str, set[Form]] = {}
    for spelling, form in _verb_forms(verb.lower()):
        found.setdefault(spelling, set()).add(form)
    return MappingProxyType({spelling: frozenset(each) for spelling, each in found.items()})


def plurals(noun: str) -> tuple[str, ...]:
    """Give the plural spellings of a noun, most usual first."""
    lower = noun.lower()
    irregular = _data()["nouns"]
    if lower in irregular:
        return tuple(irregular[lower].split())
    for ending in _data()["compounding"]:
        if lower.endswith(ending):
            return tuple(lower[: -len(ending)] + each for each in irregular[ending].split())
    return (noun + "es" if _hisses(lower) else _with_s(noun),)


def spellings(word: str) -> tuple[str, ...]:
    """Give a word in British and American spelling; the given one first."""
    for british, american in _data()["spellings"].items():
        if british in word:
            return word, word.replace(british, american)
    if word.endswith("ise") and _BRITISH.search(word) and word not in _data()["keeps_ise"]:
        return word, word[:-2] + "ze"
    return (word,)


def _verb_forms(verb: str) -> Iterator[tuple[str, Form]]:
    irregular = _data()["verbs"].get(verb)
    yield verb, "base"
    yield from ((each, "s") for each in _third(verb))
    stems = _doubled(verb)
    yield from ((each, "ing") for each in (_ing(verb, stem) for stem in stems))
    if irregular is None:
        for each in (_past(verb, stem) for stem in stems):
            yield each, "past"
            yield each, "participle"
        return
    past, participle = irregular.split()
    yield from ((each, "past") for each in past.split("/"))
    yield from ((each, "participle") for each in participle.split("/"))


def _third(verb: str) -> tuple[str, ...]:
    if verb == "be":
        return "is", "are", "am"
    if verb == "have":
        return ("has",)
    return (verb + "es",) if _hisses(verb) or verb in {"go", "do", "undergo"} else (_with_s(verb),)


def _hisses(word: str) -> bool:
    return word.endswith(("s", "x", "z", "ch", "sh"))


def _with_s(word: str) -> str:
    if word.endswith("y") and len(word) > 1 and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _ing(verb: str, stem: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    return stem + "ing"


def _past(verb: str, stem: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return stem + "ed"


def _doubled(verb: str) -> tuple[str, ...]:
    """The stems before -ing and -ed: "stab" gives "stabb", "cancel" both "cancell" and "cancel"."""
    if verb in _data()["doubling"]:
        return (verb + verb[-1],)
    short = re.fullmatch(r"[^aeiou]*(?:qu)?[aeiou][bdgklmnprtvz]", verb)
    if short and verb[-1] not in "wxy" and len(re.findall(r"[aeiouy]+", verb)) == 1:
        return (verb + verb[-1],)
    if verb.endswith(("el", "al")) and len(verb) > 4 and verb[-3] not in _VOWELS:
        return verb + "l", verb
    return (verb,)


@cache
def _data() -> Mapping[str, Mapping[str, str]]:
    text = (files("everyclaim.lexicon") / "inflections.yaml").read_text(encoding="utf-8")
    loaded: Mapping[str, Mapping[str, str]] = yaml.safe_load(text)
    return loaded
