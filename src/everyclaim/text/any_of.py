"""One pattern for many words: a tree of letters, so that a place where none begins costs a look at one letter."""

import re
from collections.abc import Iterable
from typing import TypeAlias

_Tree: TypeAlias = dict[str, "_Tree"]

_ENDS = ""


def any_of(words: Iterable[str]) -> str:
    """Write the pattern that matches any of the words, the longest that fits.

    It finds what the words joined by "|", the longest first, would find: "(?:army|armies)" is "(?:arm(?:y|ies))" here.
    """
    tree: _Tree = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[_ENDS] = {}
    return f"(?:{_written(tree)})"


def _written(node: _Tree) -> str:
    branches = [re.escape(letter) + _written(below) for letter, below in node.items() if letter]
    if not branches:
        return ""
    if _ENDS in node:
        return f"(?:{'|'.join(branches)})?"
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
