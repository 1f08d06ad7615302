"""Who really knows it: one origin for each independent voice (codebook, 9). Outlets quoting one voice are one.

Two claims are independent only if their origins differ, neither cites the other, they are not of one side, and no
shared number with shared wording suggests copying.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from everyclaim.assess.offices import one_office
from everyclaim.assess.parties import Parties, speaks_for
from everyclaim.assess.register import Register, Voice, publisher_of
from everyclaim.assess.sides import side_of
from everyclaim.model import Claim, Figure, Harm, Report

_RUN = 4
_WORD = re.compile(r"\w+")
_REPEATERS = frozenset({"outlet", "summary", "anonymous_social"})


_Number = tuple[Harm, int | None, int | None]
"""Of what harm, from which number up to which."""


class Spoken(NamedTuple):
    """A claim with the voice that says it and the key of that voice's origin, before repeats are joined."""

    claim: Claim
    report: Report
    voice: Voice
    origin: str


def speak(claim: Claim, report: Report, register: Register, parties: Parties) -> Spoken:
    """Say whose word a claim is: of joint speakers the first, of nobody named the publisher.

    A belligerent's word is its side's, whoever speaks. Anybody of a kind ("residents") is a voice of those through whom
    it came: residents heard by two outlets are two origins, and an investigator's interviews are its own word.
    """
    if not claim.said_by:
        source = publisher_of(report)
        voice = register.find(source)
        return Spoken(claim, report, voice, _own(voice, report, register))
    speakers = [replace(register.find(each.meaning), name=each.meaning.name) for each in claim.said_by]
    voice = min(speakers, key=lambda each: each.key)
    if parties.is_belligerent(voice):
        return Spoken(claim, report, voice, f"side:{_side(voice, parties)}")
    if voice.named:
        return Spoken(claim, report, voice, voice.key)
    heard_by = register.find(claim.via[0].meaning if claim.via else publisher_of(report))
    through = heard_by.key if claim.via else _own(heard_by, report, register)
    if heard_by.kind == "investigator":
        return Spoken(claim, report, voice, through)
    return Spoken(claim, report, voice, f"{voice.key} @ {through}")


def _own(voice: Voice, report: Report, register: Register) -> str:
    copied = register.first_copy(report.id)
    in_copies = any(report.id in group for group in register.copies)
    return f"text:{copied}" if in_copies else voice.key


def _side(voice: Voice, parties: Parties) -> str:
    actor = next((each for each in (*parties.attackers, *parties.targets) if speaks_for(voice, each)), None)
    if voice.side is not None:
        return voice.side
    if actor is not None:
        return side_of(actor.code) if actor.code is not None else actor.name.casefold()
    return voice.key


def origins(spoken: Sequence[Spoken]) -> dict[str, str]:
    """The origin of each claim, repeats joined: claim id to origin."""
    ordered = sorted(spoken, key=lambda each: (str(each.claim.said_at), each.claim.id))
    of = {each.claim.id: each.origin for each in ordered}
    heard = {(each.report.id, each.voice.key) for each in ordered if each.claim.said_by}
    may_repeat = _comparable(ordered)
    repeated: dict[str, str] = {}
    for each in ordered:
        others = (other for other in may_repeat(each) if other.origin != each.origin)
        known = next((other for other in others if repeats(each, other) or _passes_on(each, other, heard)), None)
        if known is not None:
            repeated[each.claim.id] = known.claim.id
    return {code: of[_first(code, repeated)] for code in of}


def _comparable(ordered: Sequence[Spoken]) -> Callable[[Spoken], Iterator[Spoken]]:
    """Which claims one may repeat, in order: those of its number, and those of voices that it cites; no others can."""
    by_number: dict[_Number, list[int]] = defaultdict(list)
    by_voice: dict[str, list[int]] = defaultdict(list)
    for index, each in enumerate(ordered):
        if (number := _number(each.claim)) is not None:
            by_number[number].append(index)
        by_voice[each.voice.key].append(index)

    def among(one: Spoken) -> Iterator[Spoken]:
        cited = (by_voice.get(key, ()) for key in one.voice.cites)
        number = _number(one.claim)
        same = by_number[number] if number is not None else ()
        yield from (ordered[index] for index in sorted({*same, *chain.from_iterable(cited)}))

    return among


def _first(code: str, repeated: Mapping[str, str]) -> str:
    """The claim at the end of a chain of repeats; where two cite each other, the smaller id."""
    seen = [code]
    while (following := repeated.get(seen[-1])) is not None:
        if following in seen:
            return min(seen[seen.index(following) :])
        seen.append(following)
    return seen[-1]


def repeats(one: Spoken, other: Spoken) -> bool:
    """Whether a claim only repeats another origin's: it cites it, or has its number without knowing more.

    The number must be the same, and either the report itself tells it of the other voice, or both voices are anybody of
    one kind, or may be one office, or an outlet's own words are an earlier voice's words.
    """
    if other.voice.key in one.voice.cites:
        return True
    if not _same_number(one.claim, other.claim):
        return False
    own, others = not one.claim.said_by, not other.claim.said_by
    if own and not others and one.report.id == other.report.id:
        return True
    if one.voice.kind == "summary" and other.voice.kind != "summary":
        return True
    earlier = (str(other.claim.said_at), other.claim.id) < (str(one.claim.said_at), one.claim.id)
    vague = not (one.voice.named and other.voice.named) and one.voice.kind == other.voice.kind
    if vague and earlier and (_both_anybody(one, other) or one_office(one.voice.name, other.voice.name)):
        return True
    return own and one.voice.kind in _REPEATERS and earlier and _share_words(one.claim, other.claim)


def _passes_on(one: Spoken, other: Spoken, heard: Collection[tuple[str, str]]) -> bool:
    """Whether an outlet's own words give the number of a voice that its report quotes, there or elsewhere."""
    own = not one.claim.said_by and one.voice.kind in _REPEATERS
    quotes = bool(other.claim.said_by) and (one.report.id, other.voice.key) in heard
    return own and quotes and _same_number(one.claim, other.claim)


def _both_anybody(one: Spoken, other: Spoken) -> bool:
    return not (one.voice.named or other.voice.named)


def _same_number(one: Claim, other: Claim) -> bool:
    number = _number(one)
    return number is not None and number == _number(other)


def _number(claim: Claim) -> _Number | None:
    """What is counted and how often; None where no number is given."""
    figure = claim.value.meaning
    if not isinstance(figure, Figure) or (figure.number is None and figure.number_high is None):
        return None
    return figure.harm, figure.number, figure.number_high


def _share_words(one: Claim, other: Claim) -> bool:
    first, second = (_runs(each.value.span.quote) for each in (one, other))
    return bool(first & second)


def _runs(quote: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(quote.casefold())
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
