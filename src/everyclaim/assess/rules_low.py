"""Rules for the least: each a plain function whose docstring reviewers read, listed once in `LOW` or `RAISE`.

A rule sees what each origin says now of one group of people and answers a number with its claims and a sentence, or
None where it does not apply. A policy names its rules in order: the first of `low` that answers holds, and those of
`raise_low` may raise it.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from everyclaim.assess.current import Current, names_in


class Bound(NamedTuple):
    """What a rule answers: the number, what it rests on, and why."""

    number: int
    rest: tuple[Current, ...]
    text: str


Rule = Callable[[Sequence[Current]], Bound | None]
Raise = Callable[[Sequence[Current], int], Bound | None]


def nobody_credible(said: Sequence[Current]) -> Bound | None:
    """Where no voice of the register is credible, the least is 0."""
    if any(each.credible for each in said):
        return None
    return Bound(0, tuple(said), f"0: no voice is credible by the source register ({names_in(said)}).")


def only_about_the_enemy(said: Sequence[Current]) -> Bound | None:
    """Where only belligerents count, and count their enemy, the least is 0 and the figure is their claim."""
    told = [each for each in said if each.credible]
    if not told or not all(each.enemy for each in told):
        return None
    return Bound(0, tuple(told), f"0: claimed by {names_in(told)} about the enemy, and by nobody else.")


def only_contested(said: Sequence[Current]) -> Bound | None:
    """Where the status of all is contested, or counted by their enemy alone, they are in no least."""
    told = [each for each in said if each.credible]
    if not told or not all(each.enemy or each.contested for each in told):
        return None
    return Bound(0, tuple(told), f"0: whether they were civilians is contested ({names_in(told)}).")


def lowest_specific(said: Sequence[Current]) -> Bound | None:
    """The lowest number that a credible voice gives now; words without a number never lower it.

    A belligerent's count of its enemy does not take part, nor does a top alone ("up to N") or harm that is only feared.
    """
    firm = [each for each in _usable(said) if each.firm and each.low is not None]
    if not firm:
        return None
    least = min(each.low for each in firm if each.low is not None)
    lowest = tuple(each for each in firm if each.low == least)
    return Bound(least, lowest, f"{least} is the lowest number given now ({names_in(lowest)}).")


def vague_alone(said: Sequence[Current]) -> Bound | None:
    """Where nobody gives a number, the least that a word such as "dozens" means; of several words the highest."""
    words = [each for each in _usable(said) if not each.firm and each.low is not None and not _feared(each)]
    if not words:
        return None
    least = max(each.low for each in words if each.low is not None)
    highest = tuple(each for each in words if each.low == least)
    expressions = sorted({each.claims[0].figure.expression for each in highest})
    return Bound(least, highest, f"{least}: the least that {' and '.join(expressions)} means ({names_in(highest)}).")


def only_a_top(said: Sequence[Current]) -> Bound | None:
    """Where only "up to N" is said, at least one if harm is asserted."""
    tops = tuple(each for each in _usable(said) if each.low is None)
    if not tops:
        return None
    return Bound(min(1, max(each.high for each in tops)), tops, f"1: only a top is given ({names_in(tops)}).")


def only_feared(said: Sequence[Current]) -> Bound | None:
    """Where harm is only feared or possible, nobody."""
    return Bound(0, tuple(said), f"0: harm is feared or possible, not asserted ({names_in(said)}).") if said else None


def most_agree(said: Sequence[Current], least: int) -> Bound | None:
    """Raises the least to a number that more than half of the credible origins give, at least two."""
    firm = [each for each in _usable(said) if each.firm and each.low is not None]
    if not firm:
        return None
    number, times = max(Counter(each.low for each in firm).items(), key=lambda item: (item[1], item[0] or 0))
    if number is None or number <= least or times < 2 or 2 * times <= len(firm):
        return None
    agreeing = tuple(each for each in firm if each.low == number)
    return Bound(number, agreeing, f"{number}: {times} of {len(firm)} origins agree on it ({names_in(agreeing)}).")


def identified_victims(said: Sequence[Current], least: int) -> Bound | None:
    """Raises the least to the people whom one voice tells one by one ("a mother and three of her children")."""
    told = [each for each in _usable(said) if each.claims[0].figure.expression == "inferred" and not _feared(each)]
    number = max((each.low for each in told if each.low is not None), default=0)
    if number <= least:
        return None
    best = tuple(each for each in told if each.low == number)
    return Bound(number, best, f"{number} people are told one by one ({names_in(best)}).")


def _usable(said: Sequence[Current]) -> list[Current]:
    return [each for each in said if each.credible and not each.enemy and not each.contested]


def _feared(each: Current) -> bool:
    return all(said.claim.standing == "feared" for said in each.claims)


LOW: Mapping[str, Rule] = {
    rule.__name__: rule
    for rule in (
        nobody_credible,
        only_about_the_enemy,
        only_contested,
        lowest_specific,
        vague_alone,
        only_a_top,
        only_feared,
    )
}
RAISE: Mapping[str, Raise] = {rule.__name__: rule for rule in (most_agree, identified_victims)}
