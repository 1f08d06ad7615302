"""From the words for an actor to who it is: its usual name and its code.

Where it stands: reading hands in what the step `actors` found. Listed names are looked up, namesakes told apart by the
country the report is about; "the army" is the army named before, else that of the report's one country; "the
jihadists" are the one group named before. A name nobody has listed stays an actor of its own, without a code.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from everyclaim.ground.actor_choice import choose, state_before
from everyclaim.ground.actor_context import ARMED_KINDS, Context, context_of
from everyclaim.ground.actor_names import as_called, of_state
from everyclaim.lexicon.actor_phrases import ActorPhrase
from everyclaim.lexicon.actors import Known, actors, adjective, find_states
from everyclaim.lexicon.letter_case import reading_view
from everyclaim.model import Actor, Mention, Report

_PLEDGED = re.compile(r"[^.]{0,40}\b(?:allegiance|loyalty|fealty|bay'?a)\b[^.]{0,20}\bto (?:the )?$")
LOOK_BACK = 1500
"""Characters within which a group named before is still meant by "the jihadists": some three paragraphs."""

_OF = re.compile(r" (?:of|from) (?:the )?")
_DEFINITE = re.compile(r"\b(?:the|these|those|this)\s(?:[\w-]+\s)?$", re.IGNORECASE)
_THINGS = re.compile(
    r"jet|plane|aircraft|copter|gunship|drone|artillery|tank|ship|boat|submarine|bomber|F-16|MiG", re.IGNORECASE
)
_RESTRICTED = re.compile(r" (?:suspected|accused|believed|thought|blamed|responsible|behind|who|that)\b")
_COALITION = re.compile(r"(?:the )?coalition (?:forces|warplanes|aircraft|jets)", re.IGNORECASE)
"""A coalition's arms without its name. The bare word may be a government's."""
_STATE_SECTORS = frozenset({"MIL", "COP", "SPY", "GOV"})
_BODIES = ARMED_KINDS | {"ngo", "party"}


def ground_actors(report: Report, found: Sequence[Mention[Any]], before: Sequence[Mention[Any]]) -> list[Mention[Any]]:
    """Give each actor its usual name and code; what is no actor passes through.

    Args:
        report: the report that they stand in.
        found: what the step `actors` found.
        before: what earlier steps found; actors need none of it.

    Returns:
        the mentions, without those of "the group" and the like that mean nobody in particular.
    """
    del before
    context = context_of(reading_view(report.text), report.published.year if report.published else None)
    by_span = {(each.start, each.end): each for each in context.phrases}
    grounded: list[Mention[Any]] = []
    for mention in found:
        phrase = by_span.get((mention.span.start, mention.span.end)) if isinstance(mention.meaning, Actor) else None
        if phrase is None or mention.meaning.code is not None:
            grounded.append(mention)
        elif (actor := _resolve(phrase, context)) is not None:
            grounded.append(replace(mention, meaning=replace(mention.meaning, name=actor.name, code=actor.code)))
        elif phrase.kind != "group":
            grounded.append(mention)
    return grounded


def _resolve(phrase: ActorPhrase, context: Context) -> Actor | None:
    match phrase.kind:
        case "listed":
            return _listed(phrase, context)
        case "force":
            return _force(phrase, context)
        case "unlisted":
            return Actor(phrase.name or _words(phrase, context))
        case "alone":
            return _alone(phrase, context)
        case "group":
            return _live(phrase, context, _BODIES)
    return None


def _words(phrase: ActorPhrase, context: Context) -> str:
    return " ".join(context.text[phrase.start : phrase.end].split())


def _listed(phrase: ActorPhrase, context: Context) -> Actor:
    known = choose(phrase, context)
    if known is None:
        return _of_another_state(phrase, context)
    branches = {each: context.countries[each] for each in known.branches if context.countries[each]}
    code = known.local(max(branches, key=lambda each: branches[each], default=None))
    return Actor(as_called(known, context.called.get(known.code, [])), code)


def _of_another_state(phrase: ActorPhrase, context: Context) -> Actor:
    """A name that only bodies elsewhere bear in the table: the body of the state before it, else itself."""
    words, state = phrase.name or _words(phrase, context), state_before(phrase, context)
    sectors = {each.code.split(":")[1] for each in phrase.known if each.country} & _STATE_SECTORS
    if state is None or len(sectors) != 1:
        return Actor(words)
    return Actor(f"{adjective(state.alpha3)} {words}", f"{state.alpha3}:{sectors.pop()}")


def _force(phrase: ActorPhrase, context: Context) -> Actor | None:
    """A state's force by its adjective and noun; jets and guns are their state's, soldiers stay soldiers."""
    if phrase.state is None:
        return None
    people = of_state(phrase.state, context.text[phrase.start : _state_end(phrase, context)])
    noun = re.sub(r"^(?:'s|')?[\s-]*", "", context.text[_state_end(phrase, context) : phrase.end])
    noun = noun.lower() if noun.isupper() else noun
    if phrase.name is not None:
        return Actor(phrase.name, f"{phrase.state.alpha3}:{phrase.sector}")
    if phrase.sector == "MIL" and (not noun or _THINGS.search(noun)):
        return Actor(phrase.state.name, f"{phrase.state.alpha3}:{phrase.sector}")
    return Actor(" ".join(f"{people} {noun}".split()), f"{phrase.state.alpha3}:{phrase.sector}")


def _state_end(phrase: ActorPhrase, context: Context) -> int:
    return context.states.get(phrase.start, phrase.start)


def _alone(phrase: ActorPhrase, context: Context) -> Actor | None:
    if phrase.sector in _STATE_SECTORS:
        return _organ(phrase, context)
    if phrase.sector == "IMG":
        return _live(phrase, context, frozenset({"coalition"})) or _in_theatre(phrase, context)
    if phrase.sector in {"REB", "MLT", "CRM"} and not _is_restricted(phrase, context):
        return _live(phrase, context, ARMED_KINDS)
    return None


def _in_theatre(phrase: ActorPhrase, context: Context) -> Actor | None:
    """Whose "coalition forces" are: those of the one coalition that fought in the report's country in its year."""
    country, year = context.country, context.year
    if country is None or year is None or not _COALITION.fullmatch(_words(phrase, context)):
        return None
    there = [each for each in actors().values() if country in each.theatre and (each.since or 0) <= year]
    there = [each for each in there if (each.until or year) >= year]
    return Actor(there[0].name, there[0].code) if len(there) == 1 else None


def _is_restricted(phrase: ActorPhrase, context: Context) -> bool:
    """Whether a clause behind the words says which ones are meant ("the militants suspected of the murder")."""
    return bool(_RESTRICTED.match(context.text, phrase.end))


def _organ(phrase: ActorPhrase, context: Context) -> Actor | None:
    """Who "the army" is: the one named before by its country, else that of the report's one country."""
    before = reversed(context.phrases[: bisect_left(context.starts, phrase.start)])
    named = next((p.state for p in before if p.sector == phrase.sector and p.kind == "force"), None)
    country = _owning(phrase, context) or (named.alpha3 if named else context.country)
    if country is None:
        return None
    noun = _words(phrase, context).lower()
    return Actor(
        f"{adjective(country)} {'armed forces' if _THINGS.search(noun) else noun}", f"{country}:{phrase.sector}"
    )


def _owning(phrase: ActorPhrase, context: Context) -> str | None:
    """The state set behind the words: "the air force of Peru", "the army of Peru's new government"."""
    behind = _OF.match(context.text, phrase.end)
    hits = find_states(context.text) if behind and behind.end() in context.states else []
    return next((hit.state.alpha3 for hit in hits if behind and hit.start == behind.end()), None)


def _is_definite(phrase: ActorPhrase, context: Context) -> bool:
    return bool(_DEFINITE.search(context.text, max(0, phrase.start - 40), phrase.start))


def _live(phrase: ActorPhrase, context: Context, kinds: frozenset[str]) -> Actor | None:
    """The one actor of these kinds that the report has named shortly before; None if there are several."""
    if not _is_definite(phrase, context):
        return None
    live = dict(_named_before(phrase, context, kinds))
    parents = {name: known.parent.code for name, (_, known) in live.items() if known and known.parent}
    masters = {known.code for _, known in live.values() if known}
    owned = _owned(context)
    live = {name: each for name, each in live.items() if parents.get(name) not in masters and each[0].name not in owned}
    return next(iter(live.values()))[0] if len(live) == 1 else None


def _owned(context: Context) -> frozenset[str]:
    """Names of actors told as another's own ("the Front's North Province", "X, which pledged allegiance to the Front").

    By "the group" their master is meant.
    """
    ends = {each.end for each in context.phrases}
    own = [each for each in context.phrases if _master_end(context.text, each.start) in ends]
    own += [one for one, other in pairwise(context.phrases) if _PLEDGED.match(context.text, one.end, other.start)]
    glossed = [b for a, b in pairwise(context.phrases) if a in own and context.text[a.end : b.start].strip('" ') == "("]
    return frozenset(_own_name(each, context) for each in (*own, *glossed))


def _master_end(text: str, start: int) -> int:
    before = text[:start].rstrip('"\u201c ')
    return len(before) - 2 if before.endswith(("'s", "\u2019s")) else -1


def _own_name(phrase: ActorPhrase, context: Context) -> str:
    return _listed(phrase, context).name if phrase.kind == "listed" else phrase.name or _words(phrase, context)


def _named_before(
    phrase: ActorPhrase, context: Context, kinds: frozenset[str]
) -> Iterator[tuple[str, tuple[Actor, Known | None]]]:
    starts = context.starts
    first, last = bisect_left(starts, phrase.start - LOOK_BACK), bisect_left(starts, phrase.start)
    for each in context.phrases[first:last]:
        if each.kind == "listed" and any(known.kind in kinds for known in each.known):
            actor = _listed(each, context)
            yield actor.code or actor.name, (actor, choose(each, context))
        elif each.kind == "unlisted" and ("group" in kinds) and (each.sector == "REB" or "ngo" in kinds):
            actor = Actor(each.name or _words(each, context))
            yield actor.name, (actor, None)
