"""For which side a speaker speaks whom no listed actor names: an office, a capital, one in office, "its commander".

Where it stands: `read/voices/speakers.py` asks here for the code of a speaker that has none. A president of a country
speaks for its government, a capital's name is that government ("Cairo maintained"), a military source in the capital
is of its armed forces.
"""

import re

from everyclaim.lexicon.actors import StateHit, by_alpha2, find_states
from everyclaim.lexicon.gazetteer import current
from everyclaim.lexicon.gazetteer_words import place_words
from everyclaim.lexicon.offices import find_office
from everyclaim.model import Actor
from everyclaim.read.draft import Draft
from everyclaim.read.names.person_names import titles
from everyclaim.read.syntax import children, prepositional, word
from everyclaim.read.tokens import Token

_SECTORS = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "JUD"})
_OFFICIALS = re.compile(r"\b(?:officials?|spokes(?:man|woman|person)|diplomats?|negotiators?)$", re.IGNORECASE)
_WHOSE = re.compile(
    r"(?:'s|')?(?: (?:new|current|then|acting|interim|transitional|embattled|newly elected|senior|top|deputy|own))* $"
)
_OF_WHOM = re.compile(r"s? (?:of|for|from)(?: the)? $")
_FORMER = re.compile(r"\b(?:former|ex|ousted|deposed|toppled|late|exiled|overthrown)\b", re.IGNORECASE)
_SOURCE = re.compile(
    r"(?P<of>military|army|navy|air force|defen[cs]e|police|intelligence|government|presidential|foreign ministry)"
    r" (?:sources?|officials?|officers?|commanders?|spokes(?:man|woman|person)) (?:in|from) (?P<town>[A-Z][\w' -]+)$"
)
_OF_SOURCE = {"police": "COP", "intelligence": "SPY", "government": "GOV", "presidential": "GOV", "foreign": "GOV"}
_SERVANT = re.compile(r"\b(?:commander|chief|spokes(?:man|woman|person)|chief of staff|commander-in-chief)\b")
_SENT = re.compile(r"(?:senior |top )?(?:representatives?|delegates?|emissar(?:y|ies))\b", re.IGNORECASE)
_LED = frozenset({"MIL", "COP", "SPY", "GOV", "REB", "MLT", "PRO"})


def side_of(draft: Draft, head: Token, start: int, end: int) -> str | None:
    """Find the code of the side that the words for a speaker tell."""
    text = re.sub(r"^(?:an?|the) ", "", draft.text[start:end], flags=re.IGNORECASE)
    year = draft.report.published.year if draft.report.published else None
    return (
        _of_seat(text)
        or _of_sender(draft, head, text)
        or _of_source(text)
        or find_office(text, year)
        or _of_office(draft, start, end)
        or _of_whose(draft, head, text)
    )


def _of_seat(text: str) -> str | None:
    """A capital alone stands for the government there; houses of government are listed actors."""
    return f"{country}:GOV" if (country := capital_of(text)) else None


def capital_of(name: str) -> str | None:
    """The state (alpha-3) whose capital has this name and that a speaker can go by."""
    if not name[:1].isupper() or name.lower() in place_words().given_names:
        return None
    countries = {each.country for each in current().find(name) if each.capital and each.country}
    return by_alpha2().get(countries.pop()) if len(countries) == 1 else None


def _of_sender(draft: Draft, head: Token, text: str) -> str | None:
    """For whom representatives speak, who sit in no parliament then: "representatives of the army", "from Peru"."""
    if _SENT.match(text) is None:
        return None
    for noun in prepositional(head, "of", "from", "for"):
        first, last = noun.left_edge.idx, noun.idx + len(noun)
        for actor in draft.found_in(Actor, first, last):
            return actor.meaning.code
        for hit in find_states(draft.text):
            if hit.start <= noun.idx < hit.end and not hit.people:
                return f"{hit.state.alpha3}:GOV"
    return None


def _of_source(text: str) -> str | None:
    match = _SOURCE.search(text)
    if match is None:
        return None
    hits = [hit for hit in find_states(match["town"]) if hit.end - hit.start == len(match["town"])]
    country = hits[0].state.alpha3 if hits else capital_of(match["town"])
    return f"{country}:{_OF_SOURCE.get(match['of'].split()[0], 'MIL')}" if country else None


def _of_office(draft: Draft, start: int, end: int) -> str | None:
    """An office beside a country: "Egypt's president", "the president of Kenya", "a Kenyan official"."""
    states = [hit for hit in find_states(draft.text) if start <= hit.start < end]
    for title in titles(draft.text) if states and not _FORMER.search(draft.text, start, end) else ():
        if not start <= title.start < end:
            continue
        sector = title.entry.category
        if sector == "none" and _OFFICIALS.search(draft.text[title.start : title.end]):
            sector = "GOV"
        if sector in _SECTORS and any(_owns(draft, hit, title.start, title.end) for hit in states):
            state = next(hit.state for hit in states if _owns(draft, hit, title.start, title.end))
            return f"{state.alpha3}:{sector}"
    return None


def _owns(draft: Draft, hit: StateHit, start: int, end: int) -> bool:
    if hit.end <= start:
        return _WHOSE.fullmatch(draft.text, hit.end, start) is not None
    follows = re.match(r"'s? \w", draft.text[hit.end : hit.end + 4])
    return not follows and _OF_WHOM.fullmatch(draft.text, end, hit.start) is not None


def _of_whose(draft: Draft, head: Token, text: str) -> str | None:
    """Whose "its commander" is: that of the force which the sentence is about."""
    owner = next(iter(children(head, "poss")), None)
    if owner is None or word(owner) != "its" or not _SERVANT.search(text):
        return None
    floor = head.sent.start_char
    here = [m for m in draft.found_in(Actor, floor, owner.idx) if m.meaning.code]
    led = [m for m in here if m.meaning.code and m.meaning.code.split(":")[1] in _LED]
    return led[0].meaning.code if led else None
