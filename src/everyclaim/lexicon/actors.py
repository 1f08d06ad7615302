"""The table of actors (`actors/*.yaml`): who they are, by which names they go, and where those stand in a text.

Reading finds names and grounding chooses among actors that share one; both ask here. How a row is written is told in
docs/reference/lexicon.md.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

import yaml

from everyclaim.lexicon.alias_otherwise import is_otherwise, speaks
from everyclaim.lexicon.inflect import spellings
from everyclaim.lexicon.trie import Match, Node, Words, cut, variants
from everyclaim.model import SourceKind

TABLES = ("forces", "services", "groups", "bodies", "outlets")

_ORGANS = {
    "MIL": ("armed forces", "force", "belligerent"), "COP": ("police", "police", "official"),
    "SPY": ("intelligence service", "intelligence", "official"), "GOV": ("government", "government", "official"),
    "LEG": ("parliament", "government", "official"), "JUD": ("courts", "court", "official"),
}  # fmt: skip
"""What a state's organ is called where no row of the table names it."""

_OF_A_GROUP = re.compile(r"[- ](?:led |run |held |backed |linked |affiliated )?(?:militant|fighter|group|jihadist|gunm|"
                         r"commander|leader|insurgent|terrorist|extremist|member|rebel|forces|official)")  # fmt: skip

LINE = 200
"""Characters of a line that tell whether it is written in capitals."""

Grade = Literal["full", "short", "clashing"]


class Parent(NamedTuple):
    """Whom an actor belongs to, from and until which year."""

    code: str
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """One actor. `short` names count in capitals alone, `clashing` ones only where the text bears them out.

    `branches` are countries of which a transnational group's members are a group (`local`); `theatre` those in which
    "coalition forces" are a coalition's; `place` is a town whose being named makes this one of several namesakes the
    likeliest.
    """

    code: str
    name: str
    kind: str
    country: str | None = None
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    clashing: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    parent: Parent | None = None
    branches: tuple[str, ...] = ()
    theatre: tuple[str, ...] = ()
    place: str | None = None
    source: SourceKind | None = None

    def local(self, country: str | None) -> str:
        """The code of a transnational group's branch in a country, else the actor's own."""
        if country in self.branches:
            return ":".join((country, *self.code.split(":")[1:]))
        return self.code


@dataclass(frozen=True, slots=True)
class State:
    """A state: its codes, names, and the adjectives and nouns for its people."""

    alpha3: str
    alpha2: str
    name: str
    names: tuple[str, ...]
    people: tuple[str, ...]


class AliasHit(NamedTuple):
    """A listed name at these offsets, and the actors that bear it."""

    start: int
    end: int
    alias: str
    actors: tuple[Known, ...]
    grade: Grade

    @property
    def usual(self) -> Known | None:
        """The actor that the name means where nothing else is told: its one bearer, or the one whose name it is."""
        own = [each for each in self.actors if each.name.lower() == self.alias.lower()]
        return own[0] if len(own) == 1 else self.actors[0] if len(self.actors) == 1 else None


class StateHit(NamedTuple):
    """A state's name, or the adjective of its people, at these offsets."""

    start: int
    end: int
    state: State
    people: bool


class _Alias(NamedTuple):
    alias: str
    grade: Grade
    actor: Known


_own: list[Path | None] = [None]


def use(own: Path | None) -> None:
    """Say which table of the user's own actors this process reads from now on. Called by flow, once."""
    if own != _own[0]:
        _own[0] = own
        for kept in (actors, _names, _sharing, _find_alias):
            kept.cache_clear()


def own() -> Path | None:
    """The table of the user's own actors in use, where there is one."""
    return _own[0] if _own[0] is not None and _own[0].is_file() else None


@cache
def actors() -> Mapping[str, Known]:
    """Every actor of the table by its code; the user's own come last and win."""
    rows = [row for name in TABLES for row in _load(name)]
    if (mine := own()) is not None:
        rows += _parse(mine.read_text(encoding="utf-8"))
    return MappingProxyType({row["code"]: _known(row) for row in rows})


def find_actors(name: str) -> list[Known]:
    """Find the actors that go by a name, or by one that holds its words: the exact ones first.

    Case, hyphens and apostrophes do not matter; a code finds its actor.
    """
    wanted = _bare(name)
    ranked: list[tuple[int, str, Known]] = []
    for actor in actors().values():
        names = [_bare(each) for each in (actor.code, actor.name, *actor.aliases, *actor.short, *actor.clashing)]
        if wanted in names:
            ranked.append((0, actor.code, actor))
        elif wanted and any(f" {wanted} " in f" {each} " for each in names):
            ranked.append((1, actor.code, actor))
    return [actor for _, _, actor in sorted(ranked, key=lambda each: each[:2])]


def _bare(name: str) -> str:
    return " ".join(re.split(r"[\W_]+", re.sub(r"['\u2019.]", "", name.lower()))).strip()


@cache
def states() -> Mapping[str, State]:
    """Every state by its ISO 3166-1 alpha-3 code."""
    return MappingProxyType(
        {
            code: State(code, row["alpha2"], row["name"], tuple(row.get("names", ())), tuple(row.get("people", ())))
            for code, row in _load("states").items()
        }
    )


@cache
def heads() -> Mapping[str, Any]:
    """The nouns for forces, organs and armed people (`actors/heads.yaml`)."""
    return MappingProxyType(_load("heads"))


def get(code: str) -> Known:
    """Get an actor by its code: a row of the table, a branch of a transnational group, or a plain organ of a state.

    Raises:
        ValueError: there is no such actor.
    """
    if (found := actors().get(code)) is not None:
        return found
    country, sector, *slug = code.split(":")
    if country in states() and slug and (group := actors().get(":".join(("IMG", sector, *slug)))) is not None:
        return group
    if country in states() and not slug and sector in _ORGANS:
        noun, kind, source = _ORGANS[sector]
        return Known(code, f"{adjective(country)} {noun}", kind, country, source=source)  # type: ignore[arg-type]
    raise ValueError(f"There is no actor {code!r}; codes are COUNTRY:SECTOR or stand in lexicon/actors.")


def adjective(country: str) -> str:
    """The adjective of a state; its name where it has none but a noun ("New Zealander")."""
    state = states()[country]
    adjectives = [people for people in state.people if not people.endswith("er")]
    return adjectives[0] if adjectives else state.name


def find_alias(text: str) -> list[AliasHit]:
    """Find the names of listed actors in a text, the longest first; none inside another.

    A name written with a capital counts only with one; a short name only in capitals among small letters, unless it
    is long; a clashing one only where the text has the full name too, or where it names the actor's country and has
    the name twice or beside a word for a group.
    """
    return list(_find_alias(text))


@lru_cache(maxsize=8)
def _find_alias(text: str) -> tuple[AliasHit, ...]:
    words = cut(text)
    found = [m for m in _longest(_names(), words) if _written(m, words, text) and not _otherwise(m, words, text)]
    times = Counter(_quote(m, words, text) for m in found)
    bearers = {m.payload.actor.code for m in found if m.payload.grade == "full"}
    grouped: dict[tuple[int, int], list[_Alias]] = {}
    for match in found:
        if match.payload.grade != "clashing" or _borne_out(match, words, text, bearers, times):
            grouped.setdefault((words.starts[match.first], words.ends[match.last - 1]), []).append(match.payload)
    return tuple(
        AliasHit(start, end, aliases[0].alias, tuple(dict.fromkeys(each.actor for each in aliases)), aliases[0].grade)
        for (start, end), aliases in sorted(grouped.items())
    )


def _borne_out(match: Match[_Alias], words: Words, text: str, bearers: set[str], times: Counter[str]) -> bool:
    actor, alias = match.payload.actor, match.payload.alias
    if actor.code in bearers or len(_sharing(alias)) > 1:
        return actor.code in bearers
    if actor.country is not None and all(hit.state.alpha3 != actor.country for hit in find_states(text)):
        return False
    if _OF_A_GROUP.match(text, words.ends[match.last - 1]):
        return True
    return times[_quote(match, words, text)] > 1 and (actor.country is not None or speaks(text, alias))


@cache
def _sharing(alias: str) -> frozenset[str]:
    """The codes of the actors that go by an acronym."""
    return frozenset(actor.code for actor in actors().values() if alias in actor.clashing or alias in actor.short)


@cache
def by_alpha2() -> Mapping[str, str]:
    """Codes of states by those that gazetteers use: "EG" to "EGY"."""
    return MappingProxyType({state.alpha2: code for code, state in states().items()})


def find_states(text: str) -> list[StateHit]:
    """Find states named, or named by their people's adjective, in a text."""
    return list(_find_states(text))


@lru_cache(maxsize=8)
def _find_states(text: str) -> tuple[StateHit, ...]:
    words = cut(text)
    found = {}
    for match in _longest(_state_names(), words):
        start, end = words.starts[match.first], words.ends[match.last - 1]
        alias, state, people = match.payload
        end += match.payload[0].endswith(".") and text.startswith(".", end)
        if text[start].isupper() and (
            not alias.isupper() or text[start:end].replace(".", "") == alias.replace(".", "")
        ):
            found[start, end] = StateHit(start, end, state, people)
    return tuple(found[span] for span in sorted(found))


def _otherwise(match: Match[_Alias], words: Words, text: str) -> bool:
    alias, persons = match.payload.alias, heads()["also persons"]
    return is_otherwise(
        text, words.starts[match.first], words.ends[match.last - 1], alias, persons_too=alias in persons
    )


def _quote(match: Match[Any], words: Words, text: str) -> str:
    return text[words.starts[match.first] : words.ends[match.last - 1]]


def _written(match: Match[_Alias], words: Words, text: str) -> bool:
    """Whether a name is written as a name: with its capitals, and a short one among small letters."""
    quote, alias = _quote(match, words, text), match.payload.alias
    if match.payload.grade == "full":
        return alias.islower() or not any(map(str.isupper, alias)) or any(map(str.isupper, quote))
    line = line_around(text, words.starts[match.first])
    plain = quote.replace(".", "").replace("-", "") == alias.replace(".", "").replace("-", "").replace("/", "")
    exact = quote in (alias, alias + "s") or plain
    return exact and (any(map(str.islower, line)) or (match.payload.grade == "short" and len(alias) > 3))


def line_around(text: str, at: int) -> str:
    """The line in which an offset lies, as far as `LINE` characters either side: enough to see how it is written."""
    before = text[max(0, at - LINE) : at].rsplit("\n", 1)[-1]
    return before + text[at : at + LINE].split("\n", 1)[0]


def _longest(tree: Node[Any], words: Words) -> Iterator[Match[Any]]:
    """All matches of the longest expressions, from the left."""
    at = 0
    while at < len(words.lower):
        if words.lower[at] not in tree.next:
            at += 1
            continue
        here = list(tree.matches(words, at))
        last = max((match.last for match in here), default=at + 1)
        yield from (match for match in here if match.last == last)
        at = last


@cache
def _names() -> Node[_Alias]:
    tree: Node[_Alias] = Node()
    for actor in actors().values():
        for grade, aliases in (("full", actor.aliases), ("short", actor.short), ("clashing", actor.clashing)):
            for alias in aliases:
                for variant in _spelled(alias, inflect=grade == "full"):
                    tree.add(variant, _Alias(alias, grade, actor))  # type: ignore[arg-type]
    return tree


@cache
def _state_names() -> Node[tuple[str, State, bool]]:
    tree: Node[tuple[str, State, bool]] = Node()
    for state in states().values():
        for name in (state.name, *state.names):
            for variant in _spelled(name, inflect=False):
                tree.add(variant, (name, state, False))
        for people in state.people:
            for variant in _spelled(people, inflect=False):
                tree.add(variant, (people, state, True))
    return tree


def _spelled(alias: str, *, inflect: bool) -> Iterator[tuple[str, ...]]:
    words = alias.lower().replace("/", " ").split()
    spelled = product(*(spellings(word) if inflect else (word,) for word in words))
    yield from dict.fromkeys(variant for each in spelled for variant in variants(" ".join(each)))


def _known(row: Mapping[str, Any]) -> Known:
    lists = {
        name: tuple(map(str, row.get(name, ()))) for name in ("aliases", "short", "clashing", "branches", "theatre")
    }
    given = {name: row[name] for name in ("country", "since", "until", "place", "source") if name in row}
    if "parent" in row:
        given["parent"] = Parent(**row["parent"])
    return Known(**{"code": row["code"], "name": row["name"], "kind": row["kind"]} | lists | given)


def _load(name: str) -> Any:
    return _parse((files("everyclaim.lexicon") / "actors" / f"{name}.yaml").read_text(encoding="utf-8"))


def _parse(text: str) -> Any:
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe loaders
