"""Weighs a pair: conflicts first, then the features' shares times their weights, each with its sentence."""

from everyclaim.match.conflicts import find_conflict
from everyclaim.match.facts import Facts
from everyclaim.match.features import FEATURES
from everyclaim.match.options import Options
from everyclaim.match.told import Join, Reason, Refusal

COPY = Reason("one_text", 0.5, "The two reports carry one text.")
"""Added where copied reports tell of the same type: their words are the same, so the events are."""


PLACED = 0.15
"""What `same_place` gives where a place finer than a country is shared, at least."""


def weigh(one: Facts, other: Facts, options: Options, *, copied: bool = False) -> Join | Refusal:
    """Say whether two happenings are one, and why.

    Args:
        one: the happening with the smaller key.
        other: the other.
        options: the threshold, and from where on a person should look.
        copied: the two reports carry one text.
    """
    reasons = tuple(_reasons(one, other))
    if copied and one.kind == other.kind:
        reasons += (COPY,)
    score = round(sum(each.score for each in reasons), 4)
    if (conflict := find_conflict(one, other)) is not None:
        return Refusal(one.key, other.key, score, (Reason(conflict[0], -1.0, conflict[1]), *reasons))
    placed = any(each.feature == "same_place" and each.score >= PLACED for each in reasons)
    if score >= (options.threshold if placed else options.unplaced):
        return Join(one.key, other.key, score, reasons)
    return Refusal(one.key, other.key, score, reasons, doubtful=score >= options.doubt)


def _reasons(one: Facts, other: Facts) -> list[Reason]:
    found = [(feature.__name__, feature(one, other), weight) for feature, weight in FEATURES]
    return [Reason(name, round(each.share * weight, 4), each.text) for name, each, weight in found if each is not None]
