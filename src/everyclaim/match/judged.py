"""What persons decided: pairs that are the same and pairs that are not. Their word always wins; the latest holds.

A judgement's `about` names happenings ("REPORT#HAPPENING"), reports (their main happening) or incidents (all that they
held when they were allotted). Of a judgement about one incident and one happening in it, the happening stands against
the rest.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import NamedTuple

from everyclaim.match.told import Key, Told
from everyclaim.model import Incident, Judgement

_SEPARATOR = "#"


class Judged(NamedTuple):
    """Pairs decided, smaller key first."""

    together: tuple[tuple[Key, Key], ...]
    apart: frozenset[tuple[Key, Key]]


def name_of(key: Key) -> str:
    """How a judgement names a happening."""
    return _SEPARATOR.join(key)


def decided(judgements: Sequence[Judgement], told: Sequence[Told], allotted: Sequence[Incident]) -> Judged:
    """Turn judgements into pairs; a later one on a pair replaces the earlier, a withdrawn one does not count."""
    members = _members(told, allotted)
    verdicts: dict[tuple[Key, Key], str] = {}
    for each in in_force(judgements):
        if each.verdict in {"same", "not_same", "unsure"}:
            verdicts |= dict.fromkeys(_pairs(each.about, members), each.verdict)
    return Judged(
        tuple(sorted(pair for pair, verdict in verdicts.items() if verdict == "same")),
        frozenset(pair for pair, verdict in verdicts.items() if verdict == "not_same"),
    )


def in_force(judgements: Sequence[Judgement]) -> list[Judgement]:
    """Judgements that were not withdrawn, each once, the earliest first."""
    ordered = sorted({each.id: each for each in judgements}.values(), key=lambda each: (each.decided_at, each.id))
    withdrawn = {about for each in ordered if each.verdict == "withdraw" for about in each.about}
    return [each for each in ordered if each.id not in withdrawn]


def _members(told: Sequence[Told], allotted: Sequence[Incident]) -> Mapping[str, frozenset[Key]]:
    members: dict[str, frozenset[Key]] = {}
    for each in told:
        keys = [(happening.report, happening.id) for happening in each.happenings]
        members |= {name_of(key): frozenset({key}) for key in keys}
        main = [(one.report, one.id) for one in each.happenings if one.rank == "main"] or keys[:1]
        members[each.report.id] = frozenset(main)
    for incident in allotted:
        members[incident.id] = frozenset(incident.happenings)
    for incident in allotted:
        members |= {code: members.get(code, frozenset(incident.happenings)) for code in incident.previous_codes}
    return members


def _pairs(about: Sequence[str], members: Mapping[str, frozenset[Key]]) -> Iterator[tuple[Key, Key]]:
    for one, other in combinations([members.get(each, frozenset()) for each in about], 2):
        left, right = (one, other - one) if len(one) <= len(other) else (one - other, other)
        yield from ((min(pair), max(pair)) for pair in product(left, right) if pair[0] != pair[1])
