"""Who in a phrase bears arms, and for whom: a state's forces, other armed people, or nobody armed.

Where it stands: the types of acts (`read/acts/act_types.py`) and what is an act at all (`read/acts/reality.py`) depend
on it: troops who kill fighters fight, gunmen who kill farmers attack, and farmers who kill a goat do neither.
"""

import re
from functools import lru_cache
from typing import Literal

from everyclaim.model import Actor
from everyclaim.read.draft import Draft
from everyclaim.read.syntax import word
from everyclaim.read.tokens import Token

Arms = Literal["state", "other"]

STATE_SECTORS = frozenset({"MIL", "COP", "GOV", "SPY"})
OTHER_SECTORS = frozenset({"REB", "MLT", "PRM", "UAF", "CRM", "IMG"})
"""Sectors of an actor's code (codebook, 5.2) that bear arms."""
_OTHERS = re.compile(
    r"\b(?:gunm[ae]n|armed (?:m[ae]n|youths?|group|bandits?|herders?|tribesmen)|attackers?|assailants?|militants?|"
    r"fighters?|rebels?|insurgents?|terrorists?|extremists?|jihadists?|jihadis?|islamists?|guerrillas?|militia(?:s|m[ae]n)?|"
    r"paramilitar(?:y|ies)|bandits?|pirates?|separatists?|warlords?|mercenar(?:y|ies)|gangsters?|gangs?|hitm[ae]n|assassins?|"
    r"bombers?|kidnappers?|hijackers?|raiders?|vigilantes?|snipers?|masked men|unidentified men|unknown men)\b",
    re.IGNORECASE,
)
_STATES = re.compile(
    r"\b(?:soldiers?|troops?|army|police(?:m[ae]n|wom[ae]n)?|gendarmes?|security (?:forces?|agents?|personnel)|"
    r"(?:armed|special|government|coalition|state|police|border|navy|allied|foreign|occupation|"
    r"[a-z]+(?:ese|ian|ish|an|i)) forces?|"
    r"commandos?|marines?|paratroopers?|air force|navy|coalition|military|guardsmen|border guards?|peacekeepers?|"
    r"conscripts?|servicem[ae]n|patrol|garrison|battalion|brigade)\b",
    re.IGNORECASE,
)


def arms_of(draft: Draft, token: Token) -> Arms | None:
    """For whom the people of a noun phrase bear arms; None where nobody armed is named."""
    start, end = token.left_edge.idx, token.idx + len(token)
    sectors = {part for each in draft.found_in(Actor, start, end) for part in (each.meaning.code or "").split(":")[1:2]}
    phrase = draft.text[start:end]
    if sectors & OTHER_SECTORS or _OTHERS.search(phrase):
        return "other"
    return "state" if sectors & (STATE_SECTORS - {"GOV"}) or _STATES.search(phrase) else None


def speaks_of_arms(text: str) -> bool:
    """Whether some words name armed people of either kind."""
    return _OTHERS.search(text) is not None or _STATES.search(text) is not None


def is_armed(token: Token) -> bool:
    """Whether one word is said of armed people that are no state's: "gunmen", "rebels"."""
    return _is_label(word(token))


@lru_cache(maxsize=1024)
def _is_label(text: str) -> bool:
    return _OTHERS.fullmatch(text) is not None
