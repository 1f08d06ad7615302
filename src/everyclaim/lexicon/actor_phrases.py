"""Expressions for actors in a text, found on characters: listed names, "Egyptian jets", "the army", unlisted groups.

The step `actors` keeps those that the parse bears out, grounding asks for the same expressions again and gives them
codes; so both see one list. States by themselves are left to the step, which knows what is a subject.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from everyclaim.lexicon.actors import Known, State, find_alias, find_states, heads, line_around
from everyclaim.text.any_of import any_of

PhraseKind = Literal["listed", "force", "alone", "group", "unlisted"]

_ACRONYM = re.compile(r'"? ?\((?:known as |or |the )?["\']?([A-Z][A-Za-z]*[A-Z][A-Za-z0-9]*(?:-[A-Z]\w*)?)["\']?[),;]')
_PART = r"(?:[A-Z][\w'-]*|of|for|the|and|de|la|des|du|&)"
_INITIALS = re.compile(rf"\b({_PART}(?: {_PART}){{1,8}}) \(([A-Z][A-Z0-9]{{1,7}})\)")
_TRANSLATED = re.compile(
    r'"(?P<words>(?:[A-Z][\w\'-]*|of|the)(?: (?:[A-Z][\w\'-]*|of|the)){0,4} '
    r'(?:Province|State|Emirate|Vilayet|Governorate))"'
    r" \((?P<name>[A-Z][\w'-]*(?: [\w'-]+){1,4})\)"
)
_NAME = r"[A-Z](?:[\w'-]|\.(?=\w))*"
_INNER = rf"(?:{_NAME}|of|for|the|al|and|in|to|&|wa|ul|e|de|la|del|bin)"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_IN = re.compile(r"\b(?:in|from|near|at|across|around) $", re.IGNORECASE)
_SCENE = re.compile(r"(?:[A-Z][\w'-]+ ){1,3}the (?=[A-Z])")
"""A place before a name with its article: it is where, not a part of the name."""
_BEGINNERS = frozenset(
    "the a an in on at by near across around and but as for from of after before when while where with his her its "
    "their our this that these those meanwhile suspected alleged however if since until during under says said "
    "according many some several two three four five all both most no many other another new members inside outside "
    "local mr mrs dr president general".split()
)
_MEMBERS = re.compile(
    r"(?:Soldiers|Troops|Members|Fighters|Units|Forces|Gunmen|Militants|Guerrillas|Rebels|Elements|Leaders|Officers"
    r"|Commanders|Supporters|Agents|Terrorists|Militiamen|Men|Combatants|Partisans)"
    r" (?:of|from) the (?=[A-Z])"
)
"""Whose members they are is the actor: "Soldiers of the Coast Army" opens a sentence and is no name."""
_OFFICES = frozenset(
    "envoy minister secretary president commander spokesman spokeswoman spokesperson ambassador director general "
    "governor mayor chief".split()
)
"""Words of persons' offices: a name that holds one is no body's ("Special Envoy for the Coalition")."""
_WIDE = 2
"""Acronyms of one letter are initials of persons."""


@dataclass(frozen=True, slots=True)
class ActorPhrase:
    """An expression for an actor.

    Args:
        start, end: offsets of the naming words.
        kind: listed by name; force: a state with a noun; alone: such a noun by itself; group: "the group"; unlisted.
        known: the listed actors that bear the name.
        state: the state that the words name.
        sector: the sector of the noun (codebook, 5.2).
        name: the usual name where the words are an acronym or a translation.
    """

    start: int
    end: int
    kind: PhraseKind
    known: tuple[Known, ...] = ()
    state: State | None = None
    sector: str | None = None
    name: str | None = None


def find_actor_phrases(text: str) -> list[ActorPhrase]:
    """Find the expressions for actors in a normalised view; none overlaps another."""
    return list(_phrases(text))


@lru_cache(maxsize=8)
def _phrases(text: str) -> tuple[ActorPhrase, ...]:
    listed = [ActorPhrase(hit.start, hit.end, "listed", hit.actors) for hit in find_alias(text)]
    first = [*listed, *_forces(text)]
    kept = _apart([*first, *_provinces(text), *_unlisted(text)])
    kept = _apart([*_acronyms(text, kept), *kept])
    ends = {each.end for each in kept}
    taken = {at for each in kept for at in range(each.start, each.end)}
    alone = [a for a in _alone(text) if a.start - 1 not in ends and taken.isdisjoint(range(a.start, a.end))]
    return tuple(sorted([*kept, *_apart(alone)], key=lambda each: each.start))


def _apart(phrases: Iterable[ActorPhrase]) -> list[ActorPhrase]:
    """The longest of overlapping phrases; of equals the one given first."""
    kept: list[ActorPhrase] = []
    taken: set[int] = set()
    for each in sorted(phrases, key=lambda p: p.start - p.end):
        if taken.isdisjoint(range(each.start, each.end)):
            kept.append(each)
            taken.update(range(each.start, each.end))
    return sorted(kept, key=lambda p: p.start)


def _forces(text: str) -> Iterator[ActorPhrase]:
    """A state with a noun: "Egyptian fighter jets", "Libya's army"; "Russian and Syrian jets" are two."""
    hits = find_states(text)
    found: dict[int, tuple[int, str]] = {}
    for hit in reversed(hits):
        match = _head().match(text, hit.end)
        if match is not None:
            found[hit.start] = (match.end(), _sector("with country")[_folded(match["head"])])
            yield ActorPhrase(hit.start, match.end(), "force", state=hit.state, sector=found[hit.start][1])
        elif (joint := re.compile(r"(?:,|,? and|/|-) ?").match(text, hit.end)) and joint.end() in found and hit.people:
            found[hit.start] = found[joint.end()]
            yield ActorPhrase(hit.start, hit.end, "force", state=hit.state, sector=found[hit.start][1])


@cache
def _head() -> re.Pattern[str]:
    inner, heading = any_of(map(str.lower, heads()["between"])), any_of(_sector("with country"))
    return re.compile(
        rf"(?:'s|'|-led(?!(?: [\w-]+)? coalition))?(?:[ -]{inner}){{0,3}} (?P<head>{heading})\b(?!-)", re.IGNORECASE
    )


@cache
def _sector(group: str) -> dict[str, str]:
    return {noun.lower(): sector for sector, nouns in heads()[group].items() for noun in nouns}


def _folded(words: str) -> str:
    return " ".join(words.lower().split())


def _alone(text: str) -> Iterator[ActorPhrase]:
    for match in _alone_nouns().finditer(text):
        words = _folded(match[0])
        sector = _sector("alone").get(words)
        yield ActorPhrase(match.start(), match.end(), "alone" if sector else "group", sector=sector)


@cache
def _alone_nouns() -> re.Pattern[str]:
    nouns = map(str.lower, [*_sector("alone"), *heads()["group"]])
    return re.compile(rf"(?<![\w'-]){any_of(nouns)}(?![\w-])", re.IGNORECASE)


def _unlisted(text: str) -> Iterator[ActorPhrase]:
    """Names that end or begin like those of groups and bodies: "Red Dawn Front", "Jaish al-Badr"."""
    for match in _endings().finditer(text):
        start = _own_start(text, match.start(), match.end())
        words = text[start : match.end()].split()
        if len(words) > 1 and _is_mixed(text, match) and _OFFICES.isdisjoint(map(str.lower, words)):
            yield ActorPhrase(start, match.end(), "unlisted", sector="REB" if words[-1] in _armed() else None)
    for match in _beginnings().finditer(text):
        if _is_mixed(text, match):
            yield ActorPhrase(match.start(), match.end(), "unlisted", sector="REB")


def _provinces(text: str) -> Iterator[ActorPhrase]:
    """A quoted translation with the name beside it: "Coast Province" (Wilayat al-Sahil). Both name one group."""
    for match in _TRANSLATED.finditer(text):
        for group in ("words", "name"):
            yield ActorPhrase(*match.span(group), "unlisted", sector="REB", name=match["name"])


def _own_start(text: str, start: int, end: int) -> int:
    """Where a name begins, without the words of a sentence's or phrase's beginning ("In Chad the Red Front")."""
    while True:
        scene = _SCENE.match(text, start, end) if _IN.search(text, max(0, start - 8), start) else None
        start = scene.end() if scene else start
        start = members.end() if (members := _MEMBERS.match(text, start, end)) else start
        word = re.compile(r"[\w'.-]+ ").match(text, start, end)
        if word is None or word[0].strip().lower().rstrip(".") not in _BEGINNERS:
            return start
        start = word.end()


def _is_mixed(text: str, match: re.Match[str]) -> bool:
    """Whether the name stands among small letters: a headline's capitals make everything a name."""
    rest = re.findall(r"\b[a-zA-Z]{4,}\b", line_around(text, match.start()))
    small = sum(map(str.islower, rest))
    return small * 4 > len(rest)


@cache
def _armed() -> frozenset[str]:
    return frozenset(heads()["armed endings"])


@cache
def _endings() -> re.Pattern[str]:
    ends = any_of([*heads()["armed endings"], *heads()["body endings"], *heads()["outlet endings"]])
    first = rf"(?!(?:{_MONTHS}|{_DAYS})){_NAME}(?!'s)"
    topic = r"(?:(?<=Committee)|(?<=Commission)|(?<=Council)|(?<=Office)|(?<=Agency)) on"
    tail = rf"(?: ?(?:(?<! )(?: for| of)|{topic}) (?:the )?{first}(?: (?:and |of |the )?{_NAME}){{0,3}})?"
    return re.compile(rf"\b{_NAME}(?: {_INNER}){{0,5}}? {ends}\b(?: {ends}\b)*(?!-){tail}")


@cache
def _beginnings() -> re.Pattern[str]:
    words = any_of(heads()["armed beginnings"])
    articles = r"(?:[ -](?:al|ul|el|ash|as|ad|an|bayt|wa|wal|i|e)\b)*"
    return re.compile(
        rf"\b{words}{articles}[ -](?!(?:{_MONTHS}|{_DAYS})\b){_NAME}(?: (?:al-|ul-|el-|[A-Z])[\w'-]+){{0,3}}"
    )


def _acronyms(text: str, found: list[ActorPhrase]) -> Iterator[ActorPhrase]:
    """Acronyms that the text itself defines, wherever they stand, with the names they stand for."""
    defined: dict[str, ActorPhrase] = {}
    for phrase in found:
        if phrase.kind in ("listed", "unlisted", "force") and (match := _ACRONYM.match(text, phrase.end)):
            defined.setdefault(match[1], phrase)
    for match in _INITIALS.finditer(text):
        if match[2] not in defined and (start := _spelling(match[1], match[2])) is not None:
            phrase = ActorPhrase(match.start(1) + start, match.end(1), "unlisted")
            defined[match[2]] = phrase
            yield phrase
    for acronym, phrase in defined.items():
        name = phrase.name or " ".join(text[phrase.start : phrase.end].split())
        for match in re.finditer(rf"(?<![\w-]){re.escape(acronym)}(?![\w-])", text):
            if len(acronym) >= _WIDE:
                yield ActorPhrase(
                    match.start(), match.end(), phrase.kind, phrase.known, phrase.state, phrase.sector, name
                )


def _spelling(words: str, acronym: str) -> int | None:
    """Where in the words the name begins whose initials are the acronym."""
    for match in re.finditer(r"(?<![\w'-])[A-Z]", words):
        rest = words[match.start() :]
        initials = "".join(part[0] for part in re.split(r"[\s-]+", rest) if part[0].isupper())
        every = "".join(part[0] for part in re.split(r"[\s-]+", rest)).upper()
        if acronym in (initials, every):
            return match.start()
    return None
