"""Who really knows it: one origin for each independent voice (codebook, 9). Outlets quoting one voice are one.

Two claims are independent only if their origins differ, neither cites the other, they are not of one side, and no
shared number with shared wording suggests copying.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from everyclaim.assess.offices import one_office
from everyclaim.assess.parties import Parties, speaks_for
from everyclaim.assess.register import Register, Voice, publisher_of
from everyclaim.assess.sides import side_of
from everyclaim.model import Claim, Figure, Report

_RUN = 4
_WORD = re.compile(r"\w+")
_REPEATERS = frozenset({"outlet", "summary", "anonymous_social"})


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
    repeated: dict[str, str] = {}
    for each in ordered:
        others = [other for other in ordered if other.origin != each.origin]
        known = [other for other in others if repeats(each, other) or _passes_on(each, other, heard)]
        if known:
            repeated[each.claim.id] = known[0].claim.id
    return {code: of[_first(code, repeated)] for code in of}


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
    first, second = one.value.meaning, other.value.meaning
    if not isinstance(first, Figure) or not isinstance(second, Figure) or first.harm != second.harm:
        return False
    if first.number is None and first.number_high is None:
        return False
    return (first.number, first.number_high) == (second.number, second.number_high)


def _share_words(one: Claim, other: Claim) -> bool:
    first, second = (_runs(each.value.span.quote) for each in (one, other))
    return bool(first & second)


def _runs(quote: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(quote.casefold())
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
