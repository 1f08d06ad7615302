"""From pairs to groups: the surest joins first, never over a conflict, the same whatever the order of arrival."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product

from everyclaim.match.told import Join, Key

Apart = Callable[[Key, Key], bool]
"""Whether two happenings may never be in one group."""

TIE = 0.05
"""Two joins of one happening that differ by less are equally good: leading to different events, neither holds."""


def cluster(
    keys: Iterable[Key], joins: Sequence[Join], together: Sequence[tuple[Key, Key]], apart: Apart
) -> list[frozenset[Key]]:
    """Group happenings.

    Args:
        keys: every happening.
        joins: the pairs that score enough.
        together: pairs that a person judged to be the same; they come first.
        apart: what keeps two apart for certain.

    Returns:
        the groups in the order of their smallest keys.
    """
    group: dict[Key, frozenset[Key]] = {key: frozenset({key}) for key in keys}
    for left, right in together:
        if left in group and right in group:
            _unite(group, left, right)
    for join in sorted(joins, key=lambda each: (-each.score, each.left, each.right)):
        one, other = group[join.left], group[join.right]
        if one != other and not any(apart(left, right) for left, right in product(one, other)):
            _unite(group, join.left, join.right)
    return sorted(set(group.values()), key=min)


def _unite(group: dict[Key, frozenset[Key]], left: Key, right: Key) -> None:
    united = group[left] | group[right]
    for key in united:
        group[key] = united


def undecided(joins: Sequence[Join], apart: Apart) -> set[tuple[Key, Key]]:
    """Joins of a happening that fits two different events about equally well: a person should say which."""
    by_key: Mapping[Key, list[tuple[float, Key]]] = defaultdict(list)
    for each in joins:
        by_key[each.left].append((each.score, each.right))
        by_key[each.right].append((each.score, each.left))
    found: set[tuple[Key, Key]] = set()
    for key, partners in by_key.items():
        best, first = max(partners)
        rivals = [other for score, other in partners if best - score < TIE and other != first and apart(first, other)]
        held = [other for _, other in partners if any(each == other or apart(each, other) for each in [first, *rivals])]
        found |= {(min(key, other), max(key, other)) for other in held} if rivals else set()
    return found
