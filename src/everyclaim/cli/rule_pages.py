"""The reference pages of matching's features and assessing's rules, made from their docstrings and tables."""

import inspect
from collections.abc import Callable, Iterable, Iterator

from everyclaim.assess.acknowledged import acknowledged_harm, acknowledged_strike
from everyclaim.assess.grade import grade
from everyclaim.assess.policy import Policy, policies
from everyclaim.assess.prepare import is_position
from everyclaim.assess.rules_high import highest_said, open_words
from everyclaim.assess.rules_low import LOW, RAISE
from everyclaim.assess.strike_status import strike_status
from everyclaim.assess.verification import verification
from everyclaim.match.conflicts import CONFLICTS
from everyclaim.match.features import FEATURES
from everyclaim.match.options import Options

_MADE = "Made from the program by `make docs`; the reasons are in"


def features() -> Iterator[str]:
    """The page of what joins two happenings and what keeps them apart."""
    options = Options()
    yield f"# Features of matching\n\n{_MADE} [matching](../method/matching.md).\n"
    yield (
        f"Two happenings of two reports join from a sum of {options.threshold:g} on, or {options.unplaced:g} where they"
        f" have no place in common finer than a country. From {options.doubt:g} on a person is asked.\n"
    )
    yield "| feature | weight | what it says |\n|---|---|---|"
    for feature, weight in FEATURES:
        yield f"| `{feature.__name__}` | {weight:g} | {_said(feature)} |"
    yield "\n## What keeps two happenings apart for certain\n\n| conflict | what it says |\n|---|---|"
    yield from _table(CONFLICTS)
    yield ""


def rules() -> Iterator[str]:
    """The page of the policies: how words are read, and by which rules bounds, statuses and grades come about."""
    yield f"# Rules of assessing\n\n{_MADE} [assessing](../method/assessing.md).\n"
    yield "## How words are read\n\n`n` is the number in the words, `m` the number at the top.\n"
    yield from _words(policies())
    yield "\n## The least\n\nThe first rule that has an answer holds; then the rules below the line may raise it.\n"
    yield "| rule | what it does |\n|---|---|"
    yield from _table(LOW.values())
    yield "\n| rule that raises | what it does |\n|---|---|"
    yield from _table(RAISE.values())
    yield "\n## The most\n\n| rule | what it does |\n|---|---|"
    yield from _table((highest_said, open_words))
    yield "\n## Positions, statuses and grades\n\n| output | how |\n|---|---|"
    yield from _table((is_position, strike_status, acknowledged_strike, acknowledged_harm, grade, verification))
    yield ""


def _words(shipped: tuple[Policy, ...]) -> Iterator[str]:
    yield "| expression | " + " | ".join(f"`{each.name}`" for each in shipped) + " |\n|---|" + "---|" * len(shipped)
    for expression in shipped[0].expressions:
        cells = (each.expressions[expression] for each in shipped)
        read = " | ".join(f"{cell.low} to {cell.high}{', open' if cell.open_high else ''}" for cell in cells)
        yield f"| {expression} | {read} |"


def _table(functions: Iterable[Callable[..., object]]) -> Iterator[str]:
    yield from (f"| `{each.__name__}` | {_said(each)} |" for each in functions)


def _said(function: Callable[..., object]) -> str:
    return " ".join((inspect.getdoc(function) or "").split()).replace("|", "&#124;")
