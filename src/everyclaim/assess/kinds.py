"""The kind of a voice: as the report's reading says, by its actor code, or by the words of its name."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import cast

import yaml

from everyclaim.assess.sides import is_fighting
from everyclaim.lexicon.actors import Known, find_alias
from everyclaim.model import Source, SourceKind

_BY_SECTOR: Mapping[str, SourceKind] = {
    "GOV": "official", "LEG": "official", "JUD": "official", "COP": "official", "OPP": "official", "PTY": "official",
    "ELI": "official", "MED": "medical", "JRN": "outlet", "CVL": "witness", "REF": "witness", "SOC": "local_body",
}  # fmt: skip
_BY_BLOC: Mapping[str, SourceKind] = {
    "IGO": "investigator", "UNO": "investigator", "NGO": "investigator", "JRN": "outlet", "MED": "medical",
}  # fmt: skip


@lru_cache(maxsize=4096)
def known_actor(name: str) -> Known | None:
    """The one actor of the table that goes by this whole name; None where there is none, or several."""
    hits = [hit for hit in find_alias(name) if (hit.start, hit.end) == (0, len(name))]
    return hits[0].actors[0] if len(hits) == 1 and len(hits[0].actors) == 1 else None


def kind_of(source: Source) -> tuple[SourceKind, str]:
    """The kind of a voice, and why in a few words.

    What was read holds, but that a publisher is an "outlet" says no more than that it publishes.
    """
    if source.kind is not None and source.kind != "outlet":
        return source.kind, "as read"
    if (known := known_actor(source.name)) is not None and known.source is not None:
        return known.source, f"known as {known.name}"
    if source.kind is not None:
        return _published(source)
    if source.code is not None and (kind := _by_code(source.code)) is not None:
        return kind, f"by its code {source.code}"
    return _by_words(source.name)


def _published(source: Source) -> tuple[SourceKind, str]:
    kind, why = _by_words(source.name)
    return (kind, why) if kind in {"investigator", "medical", "summary"} else ("outlet", "as read")


def _by_code(code: str) -> SourceKind | None:
    bloc, _, rest = code.partition(":")
    sector = rest.partition(":")[0]
    if is_fighting(code):
        return "belligerent"
    return _BY_SECTOR.get(sector) or _BY_BLOC.get(bloc)


def _by_words(name: str) -> tuple[SourceKind, str]:
    for kind, pattern in _patterns().items():
        if found := pattern.search(name):
            return kind, f"by its name, {found[0]!r}"
    return "outlet" if name[:1].isupper() else "witness", "by default"


@cache
def _patterns() -> Mapping[SourceKind, re.Pattern[str]]:
    table = yaml.safe_load(files("everyclaim.assess").joinpath("kinds.yaml").read_text("utf-8"))
    return {cast("SourceKind", kind): _pattern(words) for kind, words in table.items()}


def _pattern(words: list[str]) -> re.Pattern[str]:
    parts = [re.escape(word[:-1]) + r"\w*" if word.endswith("*") else re.escape(word) for word in words]
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)
