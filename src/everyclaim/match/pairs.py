"""Weighs a pair: conflicts first, then the features' shares times their weights, each with its sentence."""

from collections.abc import Sequence

from everyclaim.match.conflicts import find_conflict
from everyclaim.match.facts import Facts
from everyclaim.match.features import FEATURES, same_figures
from everyclaim.match.options import Options
from everyclaim.match.told import Join, Reason, Refusal

COPY = Reason("one_text", 0.5, "The two reports carry one text.")
"""Added where copied reports tell of the same type: their words are the same, so the events are."""


PLACED = 0.15
"""What `same_place` gives where a place finer than a country is shared, at least."""


VOUCHING = 0.28
"""What figures and rare words must give together to stand in for a place: one number above nine that both have and four
words, or two such numbers and one word. Days must be named by both."""


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
    if score >= _threshold(one, other, reasons, options):
        return Join(one.key, other.key, score, reasons)
    return Refusal(one.key, other.key, score, reasons, doubtful=score >= options.doubt)


def _threshold(one: Facts, other: Facts, reasons: Sequence[Reason], options: Options) -> float:
    if _is_placed(one, other, reasons):
        return options.threshold
    vouching = sum(each.score for each in reasons if each.feature in {"same_figures", "same_words"})
    counted = any(each.feature == "same_figures" for each in reasons)
    dated = not (one.guessed or other.guessed or None in {one.when, other.when})
    return options.vouched if counted and dated and vouching >= VOUCHING else options.unplaced


def _is_placed(one: Facts, other: Facts, reasons: Sequence[Reason]) -> bool:
    """Whether place and day are sure enough that the rest need not all agree.

    A pair that shares no town, or one of which has no day, must not differ in its figures either.
    """
    if any(each.feature == "same_place" and each.score >= PLACED for each in reasons):
        return not (None in {one.when, other.when} and _figures_differ(one, other))
    return any(each.feature == "named_town" for each in reasons) and not _figures_differ(one, other)


def _figures_differ(one: Facts, other: Facts) -> bool:
    """Whether both count the dead or hurt and no number is in both, or nearly so."""
    harms = {harm for harm, _ in one.figures} & {harm for harm, _ in other.figures}
    return bool(harms) and not one.figures & other.figures and same_figures(one, other) is None


def _reasons(one: Facts, other: Facts) -> list[Reason]:
    found = [(feature.__name__, feature(one, other), weight) for feature, weight in FEATURES]
    return [Reason(name, round(each.share * weight, 4), each.text) for name, each, weight in found if each is not None]
