"""The vocabulary as data: loads `words/NAME.yaml` and finds its words in a text.

Steps of `read` ask `find("acts", draft.text)` and decide with the parse. How an entry is written is told in
docs/reference/lexicon.md.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import product
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, get_args

import yaml

from everyclaim.errors import BrokenStore
from everyclaim.lexicon.inflect import Form, forms, plurals, spellings
from everyclaim.lexicon.trie import GAP, Match, Node, Words, cut, variants

Pos = Literal["verb", "noun", "adjective", "adverb", "phrase"]

_PREPOSITIONS = frozenset("of in on by to for with at from against over under into out".split())
_OWN = ("words", "pos", "category", "test")
_FOLDER = files("everyclaim.lexicon") / "words"


@dataclass(frozen=True, slots=True)
class Entry:
    """Words that mean one thing. `attributes` holds every other key of the entry, as text or texts."""

    words: tuple[str, ...]
    pos: Pos
    category: str
    test: str
    attributes: Mapping[str, str | list[str]] = field(default_factory=dict, hash=False)

    @property
    def never(self) -> bool:
        """Whether these are false friends: they are never found and block what they overlap."""
        return self.attributes.get("never") == "true"

    def get(self, name: str) -> str:
        """An attribute as text, empty where the entry does not have it."""
        value = self.attributes.get(name, "")
        return value if isinstance(value, str) else " ".join(value)

    def many(self, name: str) -> tuple[str, ...]:
        """An attribute as texts, empty where the entry does not have it."""
        value = self.attributes.get(name, ())
        return (value,) if isinstance(value, str) else tuple(value)


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found at these offsets. `word` is the listed word; `forms` what its head may be there."""

    start: int
    end: int
    entry: Entry
    word: str
    forms: frozenset[Form] = frozenset()


class _Expression(NamedTuple):
    entry: Entry
    word: str
    forms: frozenset[Form]
    cased: str | None


def find(name: str, text: str) -> list[Hit]:
    """Find the words of a list in a text: whole words, any case, any inflection, the longest expression first.

    Args:
        name: the list, a file of `words/` without its ending.
        text: a normalised view (`text.view`).

    Returns:
        Hits by place. Hits overlap only where entries share exactly the same words ("shell", verb and noun).
    """
    words = cut(text)
    matches = [each for each in _matches(_tree(name), words) if _cased(each, words, text)]
    return [
        Hit(
            words.starts[each.first],
            words.ends[each.last - 1],
            each.payload.entry,
            each.payload.word,
            each.payload.forms,
        )
        for each in _chosen(matches)
    ]


@cache
def entries(name: str) -> tuple[Entry, ...]:
    """Load a list.

    Raises:
        ValueError: there is no such list.
        BrokenStore: an entry lacks a part that every entry has.
    """
    path = _FOLDER / f"{name}.yaml"
    if not path.is_file():
        raise ValueError(f"There is no word list {name!r}; the lists are {', '.join(names())}.")
    loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe loaders
    return tuple(_entry(name, raw) for raw in loaded)


def names() -> tuple[str, ...]:
    """Name the lists there are."""
    return tuple(sorted(each.name.removesuffix(".yaml") for each in _FOLDER.iterdir() if each.name.endswith(".yaml")))


def _entry(name: str, raw: Mapping[str, Any]) -> Entry:
    missing = [part for part in _OWN if not raw.get(part)]
    if missing or raw.get("pos") not in get_args(Pos):
        raise BrokenStore(f"An entry of words/{name}.yaml lacks {missing or 'a known pos'}: {dict(raw)}; complete it.")
    if wrong := [each for each in raw["words"] if not isinstance(each, str)]:
        raise BrokenStore(f"words/{name}.yaml holds {wrong} where words belong; put them in quotation marks.")
    rest = {key: _plain(value) for key, value in raw.items() if key not in _OWN}
    return Entry(tuple(raw["words"]), raw["pos"], str(raw["category"]), str(raw["test"]), MappingProxyType(rest))


def _plain(value: object) -> str | list[str]:
    if isinstance(value, list):
        return [str(each) for each in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


@cache
def _tree(name: str) -> Node[_Expression]:
    tree: Node[_Expression] = Node()
    for entry in entries(name):
        for word in entry.words:
            for spelled, found in _inflected(word, entry).items():
                cased = spelled if entry.get("cased") == "true" else None
                for variant in variants(spelled):
                    tree.add(variant, _Expression(entry, word, found, cased))
    return tree


def _inflected(word: str, entry: Entry) -> dict[str, frozenset[Form]]:
    """Every spelling of an expression with its head inflected, and the forms of the head.

    A false friend blocks in whatever form it comes, so it is inflected both as a verb and as a noun.
    """
    kinds: tuple[Pos, ...] = ("verb", "noun") if entry.never else (entry.pos,)
    found: dict[str, frozenset[Form]] = {}
    for parts, pos in product(product(*(spellings(part) for part in word.split())), kinds):
        head = _head(parts, pos)
        for form, made in _forms(parts[head], pos).items():
            found[" ".join((*parts[:head], form, *parts[head + 1 :]))] = made
    return found


def _head(parts: tuple[str, ...], pos: Pos) -> int:
    if pos != "noun":
        return 0
    inner = (index for index, part in enumerate(parts) if index and (part in _PREPOSITIONS or part == GAP))
    return next(inner, len(parts)) - 1


def _forms(word: str, pos: Pos) -> Mapping[str, frozenset[Form]]:
    none: frozenset[Form] = frozenset()
    if pos == "verb":
        return {spelled: each for verb in word.split("/") for spelled, each in forms(verb).items()}
    if pos == "noun":
        plural: frozenset[Form] = frozenset({"plural"})
        return {word: none} | {each: plural for noun in word.split("/") for each in plurals(noun) if each != word}
    return {word: none}


def _matches(tree: Node[_Expression], words: Words) -> Iterator[Match[_Expression]]:
    for first, word in enumerate(words.lower):
        if word in tree.next:
            yield from tree.matches(words, first)


def _cased(match: Match[_Expression], words: Words, text: str) -> bool:
    wanted = match.payload.cased
    return wanted is None or text[words.starts[match.first] : words.ends[match.last - 1]] == wanted


def _chosen(matches: list[Match[_Expression]]) -> list[Match[_Expression]]:
    """Drop false friends with what they overlap, then keep the longest of what overlaps."""
    blocked = (-1, -1)
    taken: dict[int, tuple[int, int]] = {}
    kept = []
    # The own words of an expression count, not those in its gap; a longer expression beats a false friend inside it.
    for match in sorted(matches, key=lambda m: (-m.length, not m.payload.entry.never, m.last - m.first, m.first)):
        here, never = (match.first, match.last), match.payload.entry.never
        over = {taken[at] for at in range(*here) if at in taken}
        if over and (never or over != {here}):
            continue
        taken.update(dict.fromkeys(range(*here), blocked if never else here))
        if not never:
            kept.append(match)
    return sorted(kept, key=lambda m: (m.first, m.last))
