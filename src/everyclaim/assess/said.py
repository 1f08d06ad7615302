"""What was ever put forward: the span of the numbers of all claims in scope, superseded ones too (codebook, 3.4)."""

from collections.abc import Iterable, Sequence

from everyclaim.assess.weighed import Weighed
from everyclaim.model import HarmRow

Span = tuple[int | None, int | None]


def said_span(figures: Iterable[Weighed]) -> Span:
    """The least and the most of the numbers in the words; words without a number add nothing."""
    numbers = [number for each in figures if _asserted(each) for number in _numbers(each)]
    return min(numbers, default=None), max(numbers, default=None)


def said_of_everybody(figures: Sequence[Weighed], rows: Sequence[HarmRow], *, counted: bool) -> Span:
    """The same for everybody of a kind: parts and the attackers' own dead left out.

    Args:
        figures: all of that kind.
        rows: its rows by status.
        counted: some claim counts everybody; where none does, the top is the sum over the disjoint groups.
    """
    low, high = said_span(each for each in figures if each.whole and not each.own_dead)
    if counted:
        return low, high
    wholes = [row for row in rows if row.group is None and row.side is None]
    tops = [row.said_high for row in wholes if row.said_high is not None]
    lows = [row.said_low for row in wholes if row.said_low is not None]
    return min(lows, default=low), sum(tops) if tops else high


def _asserted(each: Weighed) -> bool:
    return each.claim.standing == "asserted"


def _numbers(each: Weighed) -> list[int]:
    return [number for number in (each.figure.number, each.figure.number_high) if number is not None]
