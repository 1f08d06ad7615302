"""Which texts are the same text: wire copy passed on, cut a little or with a line added.

Used by matching (copies are one voice) and by assessing (shared wording is no independent word).
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations
from zlib import crc32

RUN = 5
"""Words in a row that are compared. Two reporters seldom write the same five."""

ALIKE = 0.6
"""Share of the shorter text's runs that the longer one must have. Agency copy that was cut or added to keeps two thirds
of its runs and more; two own reports of one event share under a tenth."""

SHORT = 20
"""Texts with fewer words are copies only where all words are the same."""

_KEYS = 12
"""Smallest run hashes by which likely copies find each other: with three fifths shared, a miss is all but excluded."""

_WORD = re.compile(r"\w+", re.UNICODE)


def find_copies(texts: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """Group the keys of texts that are one text; groups of one are left out.

    Args:
        texts: text by key, in any order; the answer does not hang on it.
    """
    runs = {key: _runs(text) for key, text in texts.items()}
    blocks: dict[int, list[str]] = defaultdict(list)
    for key in sorted(runs):
        for run in sorted(runs[key])[:_KEYS]:
            blocks[run].append(key)
    pairs = {pair for block in blocks.values() for pair in combinations(block, 2)}
    group = {key: key for key in texts}
    for left, right in sorted(pairs):
        if group[left] != group[right] and are_alike(runs[left], runs[right]):
            first, second = sorted((group[left], group[right]))
            group = {key: first if held == second else held for key, held in group.items()}
    return _groups(group)


def _groups(group: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    held: dict[str, list[str]] = defaultdict(list)
    for key in sorted(group):
        held[group[key]].append(key)
    return tuple(tuple(keys) for keys in held.values() if len(keys) > 1)


def are_alike(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two texts, given by their runs, are one text."""
    shorter = min(len(one), len(other))
    return shorter > 0 and len(one & other) >= ALIKE * shorter


def _runs(text: str) -> frozenset[int]:
    words = _WORD.findall(text.casefold())
    if len(words) < SHORT:
        return frozenset({crc32(" ".join(words).encode("utf-8", "surrogatepass"))} if words else ())
    runs = (" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
    return frozenset(crc32(run.encode("utf-8", "surrogatepass")) for run in runs)
