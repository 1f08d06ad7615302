"""Happenings of one report that are one attack: a bomb and then gunfire, told in one breath.

Reading keeps acts of different type apart; an incident is one attack sequence (codebook, 2).
"""

import re

from everyclaim.match.days import days_of, gap
from everyclaim.match.facts import Facts
from everyclaim.match.nearness import compare
from everyclaim.match.told import Join, Reason

_APART = re.compile(
    r"[.!?][\"”’)]*\s|[\n;]|\b(?:while|separate\w*|meanwhile|another|elsewhere|also|later|earlier|after|before|following|since|"
    r"revenge|aveng\w+|reprisals?|retaliat\w+|response|answer|because)\b"
)
"""Between two acts: the end of a sentence, or a word that begins something else."""

_ATTACKS = frozenset(
    {
        *("ied_mine_uxo", "suicide_attack", "grenade", "shooting_at_civilians", "armed_attack", "attack_unclear"),
        *("abduction", "stabbing_ramming_arson", "air_strike", "drone_strike", "shelling", "execution_killing"),
    }
)


def one_sequence(one: Facts, other: Facts, text: str) -> Join | None:
    """Join two happenings of one report that its sentence tells as one attack.

    Both are current news, of attacks, told between the same sentence marks with no word that parts them; their days
    meet, no two places are named, and neither is the other's cause.
    """
    if one.key[0] != other.key[0] or "background" in {one.rank, other.rank} or not {one.kind, other.kind} <= _ATTACKS:
        return None
    if other.key[1] in one.linked or one.key[1] in other.linked or _days_differ(one, other):
        return None
    first, second = sorted((one.told_at, other.told_at))
    if _APART.search(text[first[1] : second[0]]) or _places_differ(one, other):
        return None
    reason = Reason("one_sequence", 1.0, "The report tells them in one sentence as one attack.")
    return Join(min(one.key, other.key), max(one.key, other.key), 1.0, (reason,))


def _days_differ(one: Facts, other: Facts) -> bool:
    left, right = days_of(one), days_of(other)
    return left is not None and right is not None and gap(left, right) > 0


def _places_differ(one: Facts, other: Facts) -> bool:
    """Two towns are two attacks; a town and a place that may hold it are one."""
    near = [compare(left, right) for left in one.places[:1] for right in other.places[:1]]
    return any(each.share < 0.5 for each in near)
