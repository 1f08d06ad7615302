"""What speaks for two happenings being one: each feature a function whose docstring reviewers read.

A feature returns a share between -1 and 1 and a sentence, or None where it has nothing to say; `FEATURES` lists each
once with its weight. What makes two happenings different for certain stands in `conflicts.py`.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from everyclaim.match.days import days_of, gap
from everyclaim.match.facts import Facts
from everyclaim.match.nearness import compare, fold
from everyclaim.match.words import SITES
from everyclaim.model import EventType


class Found(NamedTuple):
    """What a feature found: a share of its weight, and a sentence."""

    share: float
    text: str


Feature = Callable[[Facts, Facts], Found | None]

_GUESSES, _ONE_GUESS = 0.8, 0.9
_LOOKING_BACK = ((3, 0.85), (7, 0.7), (30, 0.4))
_WIDTHS = ((2, 1.0), (7, 0.7), (31, 0.5))
_OPEN = 0.15
_UNDATED, _KNOWN, _NEITHER = 0.7, 0.5, 0.4
"""Shares where a report names no day: of the week before it, of a known event of the month before it, and where neither
of two reports of a week does. Flat on purpose: of two events the days of publication do not choose."""
_WEEK, _MONTH = 7, 30

_FEW, _NEAR, _NEARLY = 9, 0.2, 0.23
_OTHER_SITE = -0.8
_FURTHER, _ELSEWHERE = 0.8, 0.5


def same_days(one: Facts, other: Facts) -> Found | None:
    """The days of the two happenings meet.

    A day counts full, a week or month less, an open interval ("before 16 February") little. Where a report names no
    day, the reader's guess from its publication counts a little less, and a known event ("the strikes") may lie up to
    a month before the report. A report that gives no ground for a guess tells of the week before it, or speaks of a
    known event; that counts half.
    """
    left, right = days_of(one), days_of(other)
    if left is None or right is None:
        return _undated(one, other)
    if gap(left, right) == 0:
        guesses = 2 - left.named - right.named
        share = (1.0, _ONE_GUESS, _GUESSES)[guesses] * _by_width(max(left.width, right.width))
        if left.open_ended or right.open_ended:
            share = _OPEN
        first, last = max(left.first, right.first), min(left.last, right.last)
        return Found(share, f"Both may lie on {first}." if first == last else f"Both may lie from {first} to {last}.")
    apart, later = gap(left, right), one if left.first > right.first else other
    if later.refers_back and later.guessed:
        share = next((share for most, share in _LOOKING_BACK if apart <= most), 0.0)
        return Found(share, f"One report speaks of a known event, which may lie {apart} days before its news.")
    return Found(0.0, "The days lie close, and one of them is not named.")


def _undated(one: Facts, other: Facts) -> Found | None:
    """One names a day and the other only its own publication, which the event cannot follow; or neither names one."""
    undated, dated = (one, other) if days_of(one) is None else (other, one)
    days = days_of(dated)
    if undated.published is None or undated.historical or dated.historical or (days is not None and days.open_ended):
        return None
    if days is None:
        near = dated.published is not None and abs((undated.published - dated.published).days) <= _WEEK
        return Found(_NEITHER, "Neither report names a day; they are of one week.") if near else None
    before = (undated.published - days.last).days
    share, most = (_KNOWN, _MONTH) if undated.refers_back else (_UNDATED, _WEEK)
    if not 0 <= before <= most:
        return Found(0.0, "One report names no day, and speaks of no event of that time as known.")
    return Found(share * _by_width(days.width), f"One report names no day and was published {before} days after.")


def _by_width(width: int) -> float:
    return next((share for most, share in _WIDTHS if width <= most), _OPEN)


def same_place(one: Facts, other: Facts) -> Found | None:
    """The places are the same, or one holds the other, or they lie within what their precision leaves open.

    The coarser precision decides: two reports that name one town share much, two that name one province less. The
    preferred places are compared first; further places of either happening count four fifths, or half where the
    preferred ones are apart.
    """
    best: Found | None = None
    further = _ELSEWHERE if one.places and other.places and compare(one.places[0], other.places[0]).apart else _FURTHER
    for at, left in enumerate(one.places):
        for by, right in enumerate(other.places):
            near = compare(left, right)
            found = Found(near.share * (1.0 if at == by == 0 else further), near.text)
            if best is None or found.share > best.share:
                best = found
    return best


_COARSE = frozenset({"country", "province", "line_or_landscape", "sea_or_air"})
_TOWNS = frozenset({"exact", "landmark", "street", "neighbourhood", "settlement", "near_settlement", "district"})


def named_town(one: Facts, other: Facts) -> Found | None:
    """One report ties its event to a country or nothing, yet names the town of the other, and no other event is there.

    Counts where the country, if there is one, is that of the town.
    """
    for vague, placed in ((one, other), (other, one)):
        town = next((each for each in placed.places[:1] if each.precision in _TOWNS), None)
        if town is None or any(each.precision not in _COARSE for each in vague.places):
            continue
        if any(compare(each, town).apart for each in vague.places) or town.name in vague.elsewhere:
            continue
        if re.search(rf"\b{re.escape(town.name)}\b", vague.text):
            return Found(1.0, f"The report that places it coarsely names {town.name} too.")
    return None


_FAMILIES: tuple[frozenset[EventType], ...] = (
    frozenset({"air_strike", "drone_strike", "shelling", "air_or_artillery_unclear", "chemical"}),
    frozenset({"ied_mine_uxo", "suicide_attack", "grenade"}),
    frozenset(
        {
            *("ground_clash", "shooting_at_civilians", "armed_attack", "execution_killing", "assassination"),
            *("stabbing_ramming_arson", "siege_blockade"),
        }
    ),
    frozenset({"abduction", "hostage_release", "arrest"}),
)
_VAGUE: frozenset[EventType] = frozenset({"attack_unclear", "armed_attack", "other_violence"})
_MIXED: tuple[frozenset[EventType], ...] = (
    frozenset(
        {
            *("ied_mine_uxo", "suicide_attack", "grenade", "ground_clash", "shooting_at_civilians", "armed_attack"),
            *("siege_blockade", "assassination"),
        }
    ),
    frozenset({"abduction", "armed_attack", "shooting_at_civilians"}),
    frozenset({"shelling", "ied_mine_uxo"}),
)
"""Types that one attack often has together (a bomb, then gunfire) or that reports mix up (a missile "bombing")."""


_BOMBINGS: frozenset[EventType] = frozenset({"air_strike", "ied_mine_uxo"})
"""Reports call both a bombing; unlike a car bomb and gunfire they are never one attack."""


def same_kind(one: Facts, other: Facts) -> Found | None:
    """The types are the same, of one family, or one of them is vague.

    Types of different nature (an abduction, an air strike) speak against one event, though not for certain.
    """
    if one.kind is None or other.kind is None:
        return None
    names = f"{one.kind} and {other.kind}"
    if one.kind == other.kind:
        vague = one.kind in _VAGUE
        return Found(0.7 if vague else 1.0, f"Both are told as {one.kind}.")
    if any({one.kind, other.kind} <= family for family in _FAMILIES):
        return Found(0.7, f"{names} are of one family.")
    if {one.kind, other.kind} & _VAGUE:
        return Found(0.5, f"{names}: one of them leaves the means open.")
    if any({one.kind, other.kind} <= mixed for mixed in _MIXED):
        return Found(0.4, f"{names} are often one attack.")
    either = {one.kind, other.kind} == _BOMBINGS
    share, why = (0.0, ": either may be told as a bombing") if either else (-1.0, " are of different nature")
    return Found(share, f"{names}{why}.")


_GROUPS = frozenset({"REB", "MLT", "UAF", "CRM"})
"""Sectors of armed groups: one may fight in several countries, each with a code of its own."""


def same_parties(one: Facts, other: Facts) -> Found | None:
    """The attackers named are the same or of one side; different attackers speak against one event.

    Joint attackers count as soon as one of them is named by both.
    """
    if not (one.actors and other.actors):
        return None
    left, right = {_side(each) for each in one.actors}, {_side(each) for each in other.actors}
    if shared := left & right:
        return Found(1.0, f"Both name {', '.join(sorted(shared))}.")
    coded = all(":" in each for each in one.actors | other.actors)
    return Found(-1.0 if coded else -0.3, f"One names {_list(one.actors)}, the other {_list(other.actors)}.")


def _side(actor: str) -> str:
    """The state of a code, or the group wherever it fights; a name as it is."""
    parts = actor.split(":")
    if len(parts) < 2:
        return actor
    return ":".join(parts[2:] or parts) if parts[1] in _GROUPS else parts[0]


def _list(names: frozenset[str]) -> str:
    return ", ".join(sorted(names))


def same_figures(one: Facts, other: Facts) -> Found | None:
    """A number of people killed, injured or abducted stands in both, or nearly so.

    Large numbers and several at once say more; one and two say nothing, since most attacks have them. Tolls move: where
    no number is in both, two above nine that differ by less than a fifth say a little.
    """
    shared = {pair for pair in one.figures & other.figures if pair[1] > 2}
    if not shared:
        return _near_figures(one, other)
    share = sum(_rarity(number) for _, number in shared)
    told = ", ".join(f"{number} {harm}" for harm, number in sorted(shared))
    return Found(min(1.0, share), f"Both count {told}.")


def _near_figures(one: Facts, other: Facts) -> Found | None:
    near = [
        (harm, number, least)
        for harm, number in sorted(one.figures)
        for kind, least in sorted(other.figures)
        if kind == harm and min(number, least) > _FEW and abs(number - least) < _NEAR * max(number, least)
    ]
    return Found(_NEARLY, f"They count {near[0][1]} and {near[0][2]} {near[0][0]}.") if near else None


def _rarity(number: int) -> float:
    """How much it says that two reports have one number: round ones and small ones are in many reports."""
    if number < 10:
        return 0.25
    if number < 30 or number % 10 == 0:
        return 0.4
    return 0.55 if number < 100 else 1.0


def same_words(one: Facts, other: Facts) -> Found | None:
    """Names and things beside the two happenings are the same: a mosque, a school, a road, a person.

    Words of every report of violence and the names of places that both have are left out; four shared words count full.
    """
    shared = (one.words & other.words) - (_place_words(one) & _place_words(other))
    if not shared:
        return None
    return Found(min(1.0, len(shared) / 4), f"Both speak of {', '.join(sorted(shared)[:5])}.")


def _place_words(facts: Facts) -> frozenset[str]:
    return frozenset(word for place in facts.places for word in f"{place.name} {fold(place.name)}".casefold().split())


def same_site(one: Facts, other: Facts) -> Found | None:
    """Both speak of a site of one kind (a mosque, a bus), or each of others, which speaks against one event."""
    left, right = one.words & SITES, other.words & SITES
    if not (left and right):
        return None
    if shared := left & right:
        return Found(1.0, f"Both speak of a {min(shared)}.")
    return Found(_OTHER_SITE, f"One speaks of a {min(left)}, the other of a {min(right)}.")


def both_main(one: Facts, other: Facts) -> Found | None:
    """It is the main news of both reports; decides between two candidates that are otherwise equal."""
    return Found(1.0, "It is the main news of both.") if one.rank == other.rank == "main" else None


FEATURES: tuple[tuple[Feature, float], ...] = (
    (same_days, 0.45),
    (same_place, 0.4),
    (named_town, 0.2),
    (same_kind, 0.15),
    (same_parties, 0.15),
    (same_figures, 0.32),
    (same_words, 0.16),
    (same_site, 0.1),
    (both_main, 0.02),
)
"""Every feature with its weight. A day, a town and one type make a little more than the threshold; where one of them is
weaker, parties, figures or words must stand in. Raise one and the threshold in `options.py` moves with it."""
