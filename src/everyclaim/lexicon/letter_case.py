"""Gives a text that is all capitals, or has none, the letters that a careful writer would have given it.

Parser, names and titles all rely on capitals; old wire copy has nothing else and hasty messages have none. Where it
stands: after `text.view`, of equal length like it, so that offsets agree; reading and grounding ask for
`reading_view`. A word is written small where it is a common one (`letter_case_words.txt`, made by
`read/engines/common_words.py`). Listed actors, states, acronyms that the text defines and names of groups get the
letters of their own; any other unknown word is a name.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

from everyclaim.lexicon.actors import AliasHit, find_alias, find_states, heads
from everyclaim.lexicon.gazetteer import current
from everyclaim.lexicon.gazetteer_words import place_words
from everyclaim.lexicon.words import find
from everyclaim.text.view import view

LIST = files("everyclaim.lexicon") / "letter_case_words.txt"

_LOUD = 0.9
"""Share of capitals from which a stretch counts as shouted; a mixed text full of acronyms stays under a half."""
_WORDS = 9
"""A shouted stretch has at least this many words inside a text that is not: shorter ones are headings and datelines."""

_STRETCH = re.compile(r"\S(?:.|\n(?!\s*\n))*")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_DATELINE = re.compile(r"\s*[^\W\d_][^\n\[]{2,90}? ?(?:--|—) ?(?:\[[^\]]{2,60}\]\s*)*")
_OPENS = re.compile(
    r"(?:^|(?<![\s.(][a-z])(?<!\b(?:gen|col|maj|cpt|sgt|rev))(?<!\b(?:mr|dr|lt|st|no))[.!?:][\"')\]]*\s+"
    r"|(?:^|\n)\s*(?:\[[^\]\n]*\]\s+)+|(?<!\w)\")[\"'(\[]*$",
    re.IGNORECASE,
)
_BEFORE = 120
"""Characters before a word that tell whether a sentence opens with it: a bracketed mark of a transcript among them."""
_DEFINED = re.compile(r"((?:[A-Z'-]+ ){1,9})[\[(]([A-Z][A-Z-]{1,6})[\])]|\b([A-Z]{2,6}) [\[(]((?:[A-Z'-]+[ \])]){1,9})")
_ROMAN = re.compile(r"(?:II|III|IV|VI{1,3}|IX|XI{0,3}|XX)")
_VOWEL = re.compile(r"[aeiouy]")
_SHORT = 3
"""An unknown word of so few letters is an acronym ("CNI")."""

_MONTHS = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday".split()
)
_ALSO_VERBS = frozenset({"may", "march"})
_LEADING = frozenset("la las los el le san santa santo santos saint st abu al new fort port puerto mount villa".split())
_SMALL = frozenset("of the and for in at to on de la del".split())
_BETWEEN = frozenset(
    "of the and for in at to on by or as is was are were has had who his her its with from that not said told near "
    "when will would but then also later after before during while where against being been".split()
)
_ENDS_NAME = re.compile(r"[,.;)\]]|\s(?:WAS|WHO|IS|HAS|HAD|AND|SAID|TOLD|ADDED|STATED|WILL)\b")
_LINKING = frozenset("de del da das do dos du y e bin ibn bint von van der".split())
_PEOPLES = frozenset(
    "jesuit catholic christian muslim moslem islamic protestant jew jewish hindu buddhist sikh sunni shiite marxist "
    "maoist leninist trotskyist nazi soviet".split()
)
_COMPASS = frozenset("south north central latin west east saudi southern eastern western northern".split())
_CONTINENTS = frozenset("america american americans africa african africans asia asian asians europe european".split())
_OF_GROUPS = (
    "national|popular|people's|peoples|revolutionary|patriotic|liberation|democratic|united|unified|socialist|communist"
    "|republican|islamic|resistance|workers'?|students?'?|peasants?'?|farmers'?|nationalist|defen[cs]e|salvation|freedom"
    "|independence|republic|unity|labou?r|solidarity|martyrs'?|holy|human rights"
)


_ENDINGS = (
    *(("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""), ("d", "")),
    ("men", "man"),
)
_ABBREVIATED = frozenset("msgr rev sr jr st ltd co inc bros no gen col capt maj sgt cpl lt".split())


@lru_cache(maxsize=8)
def reading_view(text: str) -> str:
    """Return the view in which a report is read: plain signs, no repeats, capitals where they belong."""
    return restore(view(text))


def restore(text: str) -> str:
    """Return a view of equal length with its letter case restored where it is all capitals or has none."""
    if not (stretches := list(_caseless(text))):
        return text
    for start, end in stretches:
        text = text[:start] + _cased(_each(text[start:end], str.upper)) + text[end:]
    return text


def _caseless(text: str) -> Iterator[tuple[int, int]]:
    """The stretches whose letter case tells nothing: the whole text, or a long paragraph of it."""
    whole = _is_caseless(text)
    for found in _STRETCH.finditer(text):
        if _WORD.search(found[0]) if whole else _is_caseless(found[0], small=False):
            dateline = _DATELINE.match(found[0])
            yield found.start() + (dateline.end() if dateline and found[0].isupper() else 0), found.end()


def _is_caseless(text: str, *, small: bool = True) -> bool:
    capitals, others = sum(map(str.isupper, text)), sum(map(str.islower, text))
    tells_nothing = capitals >= _LOUD * (capitals + others) or (small and not capitals)
    return tells_nothing and len(_WORD.findall(text)) >= _WORDS


def _each(text: str, change: Callable[[str], str]) -> str:
    """Change letters one by one, leaving those whose other case is longer."""
    return "".join(new if len(new := change(each)) == 1 else each for each in text)


def _cased(loud: str) -> str:
    """One shouted stretch in small letters and capitals."""
    letters = list(_each(loud, str.lower))
    names = set(_as_common(loud, letters))
    _join(loud, letters, names)
    _group_names(letters)
    _titles(letters, names)
    for at in names:
        letters[at] = letters[at].upper()
    for start, words in _fixed(loud):
        letters[start : start + len(words)] = words
    _sentences(letters)
    return "".join(letters)


def _as_common(loud: str, letters: list[str]) -> Iterator[int]:
    """Yield where names begin; acronyms are written back in capitals at once."""
    acronyms = set(_defined(loud))
    for found in _WORD.finditer(loud):
        word, start, end = found[0].lower(), found.start(), found.end()
        if _is_acronym(loud, found, acronyms):
            letters[start:end] = loud[start:end]
        elif word.removesuffix("'s") in _MONTHS:
            if word not in _ALSO_VERBS or loud[:start][-2:-1].isdigit() or re.match(r",? \d", loud[end : end + 3]):
                yield start
        elif word in _PEOPLES or word.removesuffix("s") in _PEOPLES or not is_common(word):
            yield start


def _defined(loud: str) -> Iterator[str]:
    """Acronyms that stand in brackets behind the name they abbreviate, or before it."""
    for before, inside, outside, after in _DEFINED.findall(loud.replace("\n", " ")):
        acronym, name = inside or outside, (before or after).split()
        if any(each[0] == acronym[0] for each in name) and not is_common(acronym.lower()):
            yield acronym


def _is_acronym(loud: str, found: re.Match[str], acronyms: set[str]) -> bool:
    word = found[0]
    after, before = loud[found.end() : found.end() + 2], loud[: found.start()][-1:]
    if word == "I" or word in acronyms or _ROMAN.fullmatch(word):
        return True
    if len(word) == 1:
        return after[:1] == "." or before == "." or bool(re.match(r"-?\d", after))
    if word.lower() in _LEADING | _LINKING | _ABBREVIATED or is_common(word.lower()) or _is_title(word.lower()):
        return False
    given = re.search(r"([A-Z]+)[ \n]$", loud[max(0, found.start() - 20) : found.start()])
    if "'" in word or (given and given[1].lower() in place_words().given_names):
        return False
    return len(word) <= _SHORT or not _VOWEL.search(word.lower())


@cache
def _common() -> frozenset[str]:
    return frozenset(LIST.read_text("utf-8").split())


@cache
def is_common(word: str) -> bool:
    """Whether a word in small letters is an English one and no name: listed, formed of one, or joined of two."""
    words, bare = _common(), re.sub(r"'s?$|'(?:t|re|ve|ll|d|m)$", "", word)
    if bare in words or word in words:
        return True
    for ending, base in _ENDINGS:
        stem = bare.removesuffix(ending)
        if stem != bare and len(stem) > _SHORT and stem + base in words and not _is_town(bare):
            return True
    halves = ((bare[:at], bare[at:]) for at in range(4, len(bare) - 3))
    return any(one in words and two in words for one, two in halves) and not _is_town(bare)


def _is_town(word: str) -> bool:
    return bool(current().find(word))


@cache
def _is_title(word: str) -> bool:
    return word in place_words().titles


def _join(loud: str, letters: list[str], names: set[int]) -> None:
    """Words that stand beside a name and belong to it: "la", "san", "new", a common word of a town's name."""
    words = list(_WORD.finditer(loud))
    for one, two in zip(reversed(words[:-1]), reversed(words[1:]), strict=True):
        if loud[one.end() : two.start()] not in (" ", "\n", "-"):
            continue
        first, second = one[0].lower(), two[0].lower()
        if first in _LINKING and two.start() in names:
            names.discard(one.start())
        elif (first in _LEADING or first in place_words().given_names) and two.start() in names:
            names.add(one.start())
        elif (first in _COMPASS and second.removesuffix("'s") in _CONTINENTS) or (
            (one.start() in names) != (two.start() in names) and _names_town(f"{first} {second}")
        ):
            names.update({one.start(), two.start()})
    _surnames(loud, words, names)
    for at in names:
        letters[at] = loud[at].lower()


def _surnames(loud: str, words: list[re.Match[str]], names: set[int]) -> None:
    """Common words that are part of a person's name: behind a given name, or a short one between two names."""
    for place, (one, two) in enumerate(pairwise(words)):
        if loud[one.end() : two.start()] not in (" ", "\n") or one.start() not in names or two.start() in names:
            continue
        three = words[place + 2] if place + 2 < len(words) else None
        between = three is not None and three.start() in names and loud[two.end() : three.start()] in (" ", "\n")
        short = between and len(two[0]) <= _SHORT and two[0].lower() not in _BETWEEN | _LINKING
        given = any(each[0].lower() in place_words().given_names for each in words[max(0, place - 1) : place + 1])
        ends = bool(_ENDS_NAME.match(loud, two.end())) or _is_town(two[0].lower())
        if short or (given and ends and _is_surname(two[0].lower())):
            names.add(two.start())


@cache
def _is_surname(word: str) -> bool:
    """Whether a common word behind a given name may be a surname: it is none of the field."""
    lists = ("acts", "casualties", "persons", "speech", "titles", "infrastructure", "not_people", "weapons")
    return word not in _BETWEEN and len(word) > _SHORT and not any(find(name, word) for name in lists)


def _names_town(words: str) -> bool:
    """Whether two words are the name of a town or unit, neither of them being a word of units ("Velm province")."""
    if set(words.split()) & (
        place_words().units.keys() | place_words().titles | {"in", "of", "the", "and", "at", "to"}
    ):
        return False
    return any(each.rank == "main" and each.kind in ("settlement", "admin1") for each in current().find(words))


@cache
def _group_name() -> re.Pattern[str]:
    endings = [*heads()["armed endings"], "Party", "Union", "Alliance", "Federation", "Council", "Commission", "Police"]
    return re.compile(
        rf"\b(?:[A-Z][a-z]+ |(?:{_OF_GROUPS}) |(?<!^)and (?=(?:{_OF_GROUPS}) )|for (?=(?:{_OF_GROUPS}))){{1,6}}"
        rf"(?:{'|'.join(endings).lower()})\b"
    )


def _group_names(letters: list[str]) -> None:
    """Names of groups made of common words: "the people's revolutionary army"."""
    text = "".join(letters).replace("\n", " ")
    for found in _group_name().finditer(text):
        if re.search(rf"\b(?:{_OF_GROUPS})\b", found[0]):
            for word in _WORD.finditer(found[0]):
                if word[0] not in ("and", "for", "of"):
                    letters[found.start() + word.start()] = word[0][0].upper()


def _titles(letters: list[str], names: set[int]) -> None:
    """Titles right before a name are part of how a person is called."""
    text = "".join(letters)
    for hit in find("titles", text):
        if hit.end + 1 in names or (hit.end + 2 in names and text[hit.end] == "."):
            for word in _WORD.finditer(text, hit.start, hit.end):
                if word[0] not in ("of", "the", "for", "and"):
                    letters[word.start()] = word[0][0].upper()


def _fixed(loud: str) -> Iterator[tuple[int, str]]:
    """Listed actors and states, written as they are listed."""
    for hit in find_states(loud):
        quote = loud[hit.start : hit.end]
        names = [*hit.state.names, *hit.state.people, hit.state.name]
        listed = next((name for name in names if name.upper() == quote), None)
        if listed is None or not listed.isupper() or _is_article(loud[: hit.start]):
            yield hit.start, listed or _titled(quote)
    for alias in find_alias(loud):
        yield alias.start, _as_listed(loud[alias.start : alias.end], alias)


def _is_article(before: str) -> bool:
    """Whether "the" stands before: "THE US" is the state, "TOLD US" is not."""
    return before.rstrip().lower().endswith("the")


def _as_listed(quote: str, hit: AliasHit) -> str:
    for actor in hit.actors:
        for alias in (*actor.short, *actor.clashing, *actor.aliases):
            if alias.upper() == quote.replace("\n", " "):
                return "".join(old if old.isspace() else new for new, old in zip(alias, quote, strict=True))
    return _titled(quote)


def _titled(quote: str) -> str:
    return _WORD.sub(
        lambda m: m[0].lower() if m[0].lower() in _SMALL and m.start() else m[0][0] + _each(m[0][1:], str.lower), quote
    )


def _sentences(letters: list[str]) -> None:
    """A capital where a sentence opens."""
    text = "".join(letters)
    for word in _WORD.finditer(text):
        if _OPENS.search(text[max(0, word.start() - _BEFORE) : word.start()]) or word.start() == 0:
            letters[word.start()] = letters[word.start()].upper()
