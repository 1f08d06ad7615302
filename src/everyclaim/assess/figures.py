"""From the words of a figure to an interval, by a policy's table (codebook, 3.2).

Only the words' own `number`, `number_high` and `expression` are looked at, never `low` and `high`, which are one
policy's reading already.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from everyclaim.assess.policy import Policy
from everyclaim.model import Figure, Standing

_FEW = 5
"""From five on, an approximation spans at least one person to either side (codebook, 3.2)."""


class Interval(NamedTuple):
    """How many a figure says. `low` None: only a top is given. `specific`: it rests on a number and not on a word."""

    low: int | None
    high: int
    open_high: bool
    specific: bool


def convert(figure: Figure, standing: Standing, policy: Policy) -> Interval | None:
    """Read a figure by a policy; None where its words give nothing to count with.

    Args:
        figure: whose words are read.
        standing: harm that is only feared starts at nobody.
        policy: its table.
    """
    reading = policy.expressions[figure.expression]
    number = figure.number if figure.number is not None else figure.number_high
    if number is None and not reading.vague:
        return None
    n = number or 0
    m = figure.number_high if figure.number_high is not None else n
    low, high = FORMULAS[reading.low](n, m), FORMULAS[reading.high](n, m)
    if figure.expression == "family" and number is not None:
        low, high = low * n, high * max(n, m)  # the number counts families
    low, high = min(low, high), max(low, high)
    if standing == "feared":
        return Interval(0, max(1, high), open_high=False, specific=False)
    if figure.expression == "up_to":
        return Interval(None, high, open_high=False, specific=True)
    return Interval(low, high, reading.open_high, specific=not reading.vague)


def _round(value: float) -> int:
    return int(value + 0.5)


def _less_a_tenth(n: int, _m: int) -> int:
    return min(_round(0.9 * n), n - 1) if n >= _FEW else _round(0.9 * n)


def _more_by_a_tenth(n: int, _m: int) -> int:
    return max(_round(1.1 * n), n + 1) if n >= _FEW else _round(1.1 * n)


def _one_less(n: int, _m: int) -> int:
    return n - 1 if n >= _FEW else n


def _constant(value: int) -> Callable[[int, int], int]:
    return lambda _n, _m: value


FORMULAS: Mapping[str, Callable[[int, int], int]] = {
    "n": lambda n, _m: n,
    "m": lambda _n, m: m,
    "n+1": lambda n, _m: n + 1,
    "n-1": _one_less,
    "n-tenth": _less_a_tenth,
    "n+tenth": _more_by_a_tenth,
    "one": _constant(1),
    **{str(value): _constant(value) for value in (0, 2, 3, 10, 12, 20, 24, 40, 100, 200, 1000, 2000)},
}
"""What a policy's table may say for a bound, over the words' number `n` and top `m`."""
