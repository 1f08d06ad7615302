"""Names of persons on characters: where a report names somebody in full, and beside which title.

Where it stands: the step `persons` joins what is found here into persons and looks for their later short forms.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from everyclaim.lexicon.actors import find_states
from everyclaim.lexicon.gazetteer import current
from everyclaim.lexicon.gazetteer_sources import load_list
from everyclaim.lexicon.gazetteer_words import place_words
from everyclaim.lexicon.words import Hit, find

_PARTICLE = (
    r"(?:al|el|Al|El|bin|ibn|bint|ben|van|von|der|den|de|da|dos|del|di|la|le|abu|abd|ul|ur|ud|ad|as|ash|y|e|of the)"
)
_WORD = r"(?:[A-Z][\w']*\w|[A-Z]\.)(?:-[A-Za-z][\w']*)*"
NAME = rf"(?<![\w-])(?:{_PARTICLE}[ -])?{_WORD}(?: (?:{_PARTICLE}[ -]){{0,2}}{_WORD}){{0,4}}"

_FULL = re.compile(NAME)
_AGED = re.compile(rf"(?P<name>{NAME})(?=,? (?:aged )?\(?\d{{1,2}}(?:-year-old)?[,).;]| \(\d{{1,2}}\))")
_OLD = re.compile(rf"\b\d{{1,2}}-year-old (?P<name>{NAME})")
_CALLED = re.compile(rf"(?:\bnamed(?: as)?|\bcalled|identified(?: \w+)? as|name was|known as) (?P<name>{NAME})")
_INITIALED = re.compile(
    r"\b(?:against|suspects?|accused|defendant|man|woman|named(?: as)?|identified as|restricted to|given as|known as"
    r"|called) [\"']?(?P<name>[A-Z][a-z]+(?:-[A-Z][a-z]+)? [B-HJ-Z]\b\.?)(?! [A-Z])"
)
_FATE = (
    r"(?:killed|murdered|assassinated|kidnapped|abducted|executed|slain|freed|sentenced|charged|arrested|convicted|jailed"
    r"|indicted|shot dead|stabbed|beheaded)"
)
_FATED = re.compile(
    rf"\b(?:(?:murder|assassination|killing|kidnapping|abduction|death|execution|slaying|disappearance) of|{_FATE})"
    rf" (?:[a-z-]+ ){{0,3}}(?P<name>{NAME})(?!')"
    rf"|\b(?P<after>{NAME})(?=,? (?:was|were|is|has been|have been|had been|who was) (?:\w+ )?{_FATE}\b)"
)
"""Who suffered or is charged is a person, whatever the name: "the murder of Lars Holm", "sentenced Lars Holm"."""
_NEXT = re.compile(
    rf"(?:, and |, | and )(?:(?!and\b)[a-z]+ ){{0,2}}(?P<name>{NAME})(?=,| and |\.| who | were | was |;)"
)
_LAST = re.compile(rf"(?P<name>{NAME})(?:, and |, | and )$")
_LETTERED = re.compile(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)? [B-HJ-Z]\.?")
"""Suspects whom the law of their country lets be named by a first name and a letter alone."""
_SPEAKS = (
    r"(?:said|says|told|added|wrote|explained|recalled|testified|insisted|declared|warned|stated|announced|tweeted)"
)
_SAYING = re.compile(
    rf"(?P<name>{NAME})(?=,? (?:also |later |who )?{_SPEAKS}\b)"
    rf"|\b(?:said|says|recalled|added|explained) (?P<after>{NAME})(?=[,.]| of | from )"
)
_APPOSED = re.compile(
    r", (?:(?:the|a|an|its|his|her|their|one of|who is|who was|then|former|head of the"
    r"|[a-z-]+|[A-Z][\w-]+(?:'s)?) ){0,4}$"
)
_BESIDE = re.compile(
    rf"(?: (?:of|for|at|in|with|to)(?: the)? [\w' -]{{2,60}}?)?, (?P<name>{NAME})(?=,|\.| {_SPEAKS}\b)"
)
_PLACED = re.compile(
    r"\b(?:in|at|near|from|to|outside|around|into|across|of|between|toward|towards)(?: the)? $", re.IGNORECASE
)


_FATHERS = frozenset({"abu", "umm", "abou"})
"""Beginnings of by-names ("Abu Omar"), which are beginnings of towns too."""

_TOWN = 5000
"""People from which on a town is likelier meant than somebody of its name: villages bear half of all names."""


class Named(NamedTuple):
    """A name in full at these offsets, and the title beside it, if any."""

    start: int
    end: int
    titles: tuple[Hit, ...] = ()


def find_names(text: str, taken: frozenset[int]) -> list[Named]:
    """Find persons named in full or by title and surname.

    Args:
        text: a normalised view.
        taken: offsets that names of actors cover; no person's name lies there.
    """
    found: list[Named] = []
    used = set(taken)
    for named in (*_titled(text), *_untitled(text)):
        here = range(named.start, named.end)
        if used.isdisjoint(here) and is_name(text[named.start : named.end], titled=bool(named.titles)):
            found.append(named)
            used.update(here)
    found += _listed(text, found, used)
    return sorted(found, key=lambda each: each.start)


def _listed(text: str, found: list[Named], used: set[int]) -> Iterator[Named]:
    """Names in one list with a name found: "A, B and C were killed" names three persons if it names one."""
    waiting = [each for each in found if " " in text[each.start : each.end]]
    while waiting:
        named = waiting.pop()
        for pattern, at in ((_NEXT, named.end), (_LAST, named.start)):
            match = pattern.match(text, at) if pattern is _NEXT else pattern.search(text, max(0, at - 80), at)
            span = _trimmed(text, *match.span("name")) if match else (at, at)
            words = text[slice(*span)]
            if " " not in words or not used.isdisjoint(range(*span)) or is_town(words):
                continue
            if is_name(words, titled=False) and not _PLACED.search(text, max(0, span[0] - 12), span[0]):
                used.update(range(*span))
                other = Named(*span)
                waiting.append(other)
                yield other


def titles(text: str) -> list[Hit]:
    """Titles and roles in a text, one a place."""
    return list({hit.start: hit for hit in find("titles", text)}.values())


def _titled(text: str) -> Iterator[Named]:
    hits = titles(text)
    chain: list[Hit] = []
    for index, hit in enumerate(hits):
        chain = [*chain, hit] if chain and re.fullmatch(r"\.? ", text[chain[-1].end : hit.start]) else [hit]
        after = re.match(r"\.? ", text[hit.end : hit.end + 2])
        following = hits[index + 1].start if index + 1 < len(hits) else -1
        if after and hit.end + after.end() == following:
            continue
        name = _FULL.match(text, hit.end + after.end()) if after else None
        if name is not None:
            yield Named(*_trimmed(text, *name.span()), tuple(chain))
        elif hit.entry.get("form") != "address":
            yield from _beside(text, chain)


def _beside(text: str, chain: list[Hit]) -> Iterator[Named]:
    """A name set beside a role: "Ana Ruiz, a spokeswoman for", "the head of the clinic, Ana Ruiz,"."""
    if "plural" in chain[-1].forms:
        return
    before = _APPOSED.search(text, max(0, chain[0].start - 90), chain[0].start)
    if before is not None:
        names = [
            m for m in _FULL.finditer(text, max(0, before.start() - 60), before.start()) if m.end() == before.start()
        ]
        if names and " " in names[0][0]:
            yield Named(*_trimmed(text, *names[0].span()), tuple(chain))
    after = _BESIDE.match(text, chain[-1].end)
    if after is not None and " " in after["name"]:
        yield Named(*_trimmed(text, *after.span("name")), tuple(chain))


def _untitled(text: str) -> Iterator[Named]:
    for pattern in (_AGED, _OLD, _CALLED, _INITIALED, _SAYING):
        for match in pattern.finditer(text):
            group = "name" if match["name"] else "after"
            start, end = _trimmed(text, *match.span(group))
            if " " in text[start:end] and not _PLACED.search(text, max(0, start - 12), start):
                yield Named(start, end)
    for match in _FATED.finditer(text):
        start, end = _trimmed(text, *match.span("name" if match["name"] else "after"))
        if " " in text[start:end] and not is_town(text[start:end]):
            yield Named(start, end)
    for match in _FULL.finditer(text):
        start, end = _trimmed(text, *match.span())
        words = re.split(r"[ -]", text[start:end])
        given = len(words) > 1 and words[0].lower() in place_words().given_names | _FATHERS
        if given and not is_town(text[start:end]) and not _PLACED.search(text, max(0, start - 12), start):
            yield Named(start, end)


def is_town(name: str) -> bool:
    """Whether a name is likelier a town's than a person's."""
    return any(entry.population > _TOWN for entry in current().find(name))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A name without the possessive at its end and the words of a sentence's beginning."""
    quote = text[start:end]
    if quote.endswith("'s"):
        end -= 2
    while (word := re.match(r"[\w'.-]+ ", text[start:end])) and _is_no_name(word[0].strip()):
        start += word.end()
    return start, end


def _is_no_name(word: str) -> bool:
    """Whether a word only stands before a name: a sentence's beginning, or whose citizen somebody is."""
    return word.lower() in _no_name() or any(hit.people and hit.end == len(word) for hit in find_states(word))


def is_name(name: str, *, titled: bool = False) -> bool:
    """Whether words in capitals can be a person's: none a title, weekday or institution; not all in capitals."""
    words = [word.lower().rstrip(".") for word in name.split(" ")]
    if any(hit.end - hit.start == len(name) for hit in find_states(name)):
        return False
    if (
        not words
        or any(word in _no_name() for word in (words[0], words[-1]))
        or (len(words[-1]) < 2 and not _LETTERED.fullmatch(name))
    ):
        return False
    return titled or (len(words) > 1 and not any(word in _institutions() for word in words) and not name.isupper())


@cache
def _no_name() -> frozenset[str]:
    """Words that neither begin nor end a person's name; many words that are no towns are surnames ("Cook")."""
    lists = load_list("place_words")["never"]
    kinds = ("weekdays and months", "titles", "directions", "institutions", "beginnings of sentences")
    return frozenset(word for kind in kinds for word in lists[kind].split()) - _NAMES | _LANDS


_LANDS = frozenset(
    "province district governorate city village town region river sea camp valley county assembly".split()
)
_NAMES = frozenset(
    "king prince queen bishop pope baron duke earl count black white brown grey gray green rose gold silver young bush "
    "khan hall little long good noel april may june august summer winter easter christmas major father brother saint "
    "saddam justice sultan shah imam sheikh marshal sergeant mayor joy victory grace hope".split()
)
"""Words that `place_words` rules out for towns and that are surnames or given names all the same."""


@cache
def _institutions() -> frozenset[str]:
    return place_words().organisations | place_words().landmarks
