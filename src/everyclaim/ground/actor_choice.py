"""Which of the actors that bear a name is meant, and whether any of them is.

Where it stands: `ground/actors.py` asks for each listed name. A name made of common words ("Foreign Office", "Border
Security Force") or of initials is borne by bodies of many states; the table knows one or two of them. It is that one
where the report says so, or says nothing to the contrary; another state's stays an actor of its own.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from everyclaim.ground.actor_context import Context
from everyclaim.lexicon.actor_phrases import ActorPhrase
from everyclaim.lexicon.actors import Known, State, find_states, heads
from everyclaim.lexicon.letter_case import is_common

_JOINTS = (" ", "'s ", "\u2019s ", "' ", "\u2019 ")
_WIDELY_NAMED = frozenset({"USA:GOV", "USA:MIL", "GBR:MIL"})
"""Actors whose plain names ("State Department", "Royal Navy") stand without their country everywhere."""

_SMALL = frozenset("of for the and in on to".split())
_TOLD = re.compile(r"\b(?:told|tell|tells|telling)\s(?:the\s)?$")
_CREDIT = re.compile(r" (?:reporter|journalist|correspondent|photographer|news|that\b)|\) [-\u2013\u2014]|/")
_PRESS = frozenset({"agency", "outlet"})


def choose(phrase: ActorPhrase, context: Context) -> Known | None:
    """Choose the actor that a listed name means here: valid in the report's year, of its country, its town named.

    Returns:
        the actor, or None where it is none of those listed, or cannot be told.
    """
    whose = state_before(phrase, context)
    valid = [each for each in phrase.known if context.year is None or (each.since or 0) <= context.year]
    valid = [each for each in valid if not _is_anothers(phrase, each, whose, context)]
    press = [each for each in valid if each.kind in _PRESS]
    if len(valid) > 1 and press and _is_credited(phrase, context):
        return press[0]
    return valid[0] if len(valid) == 1 else _of_several(phrase, valid, context)


def state_before(phrase: ActorPhrase, context: Context) -> State | None:
    """The state named right before a plain name, whose body it then is: "Pakistan's Foreign Office"."""
    if not is_plain(_words(phrase, context)):
        return None
    joints = {phrase.start - len(joint) for joint in _JOINTS if context.text.endswith(joint, 0, phrase.start)}
    starts = [start for start, end in context.states.items() if end in joints]
    return next((hit.state for hit in find_states(context.text) if starts and hit.start == starts[0]), None)


@cache
def is_plain(name: str) -> bool:
    """Whether a name says no more than what sort of body it is: common words, one of them a body's or a force's."""
    words = [word for word in re.split(r"[\s-]+", name) if word]
    ends = {*heads()["armed endings"], *heads()["body endings"]}
    common = all(word in _SMALL or is_common(word.lower()) for word in words)
    return len(words) > 1 and common and not ends.isdisjoint(words) and not find_states(name)


def _is_anothers(phrase: ActorPhrase, known: Known, whose: State | None, context: Context) -> bool:
    """Whether a plain or short name is that of another state's body, as far as the report tells."""
    if whose is not None:
        return whose.alpha3 != known.country
    words = _words(phrase, context)
    vague = is_plain(words) or words in known.short or words in known.clashing
    if not vague or known.country is None or known.code in _WIDELY_NAMED or known.country in context.told:
        return False
    return context.country in _named(context.text) and not _is_named_in_full(known, context)


@lru_cache(maxsize=4)
def _named(text: str) -> frozenset[str]:
    """States named outright: what a town's name suggests is too little to say that a name is not its usual bearer's."""
    return frozenset(hit.state.alpha3 for hit in find_states(text))


def _is_named_in_full(known: Known, context: Context) -> bool:
    own = {alias for alias in known.aliases if not is_plain(alias)}
    return any(known in each.known and _words(each, context) in own for each in context.phrases)


def _is_credited(phrase: ActorPhrase, context: Context) -> bool:
    before = _TOLD.search(context.text, max(0, phrase.start - 20), phrase.start)
    return before is not None or _CREDIT.match(context.text, phrase.end) is not None


def _of_several(phrase: ActorPhrase, known: Sequence[Known], context: Context) -> Known | None:
    """The namesake of the country most spoken of, its town named; of rivals alive in the year the one founded last."""
    votes = {each.code: context.countries[each.country] if each.country else 0 for each in known}
    most = max(votes.values(), default=0)
    if not most:
        return _usual(phrase, known, context)
    best = [each for each in known if votes[each.code] == most]
    local = [each for each in best if each.place and re.search(rf"\b{each.place}\b", context.text, re.IGNORECASE)]
    general = [each for each in best if not each.place]
    alive = [each for each in general if context.year is None or (each.until or context.year) >= context.year]
    return max(local or alive or general or best, key=lambda each: each.since or 0)


def _usual(phrase: ActorPhrase, known: Sequence[Known], context: Context) -> Known | None:
    """Of namesakes whose countries the report does not name, the one that is usually called so, or of no country."""
    words = _words(phrase, context).lower()
    bearers = [each for each in known if words in (each.name.lower(), *map(str.lower, each.short))]
    return bearers[0] if len(bearers) == 1 else None


def _words(phrase: ActorPhrase, context: Context) -> str:
    return " ".join(context.text[phrase.start : phrase.end].split())
