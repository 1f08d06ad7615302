"""A policy: how an organisation turns words and claims into figures, grades and statuses. Data, never an `if`.

The tables lie in `assess/policies/NAME.yaml`; the rules that they name are functions of `rules_low.py`,
listed there once.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, cast

import yaml

from everyclaim.model import Expression, Status

ORDER = ("everyclaim", "airwars")
"""Every policy that is shipped, the product's own first."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a policy reads one expression: formulas over the words' numbers (`figures.FORMULAS`); `vague`: no number."""

    low: str
    high: str
    open_high: bool = False
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Policy:
    """One codebook's way of counting.

    `emulated`: an imitation, labelled so in every export. `rows` says into which row's status each status of a claim
    goes. `low` names the rules for the least, of which the first with an answer holds, `raise_low` those that raise it
    afterwards. `open_kinds` are kinds of voice that count only what reached them.
    """

    name: str
    version: str
    emulated: bool
    unit: str
    expressions: Mapping[Expression, Reading] = field(hash=False)
    rows: Mapping[Status, Status] = field(hash=False)
    low: tuple[str, ...] = ()
    raise_low: tuple[str, ...] = ()
    open_kinds: tuple[str, ...] = ()


def policies() -> tuple[Policy, ...]:
    """Every policy that is shipped, the product's own first."""
    return tuple(_load(name) for name in ORDER)


@cache
def _load(name: str) -> Policy:
    return parse_policy(files("everyclaim.assess").joinpath(f"policies/{name}.yaml").read_text("utf-8"))


def parse_policy(text: str) -> Policy:
    """Read a policy's table.

    Raises:
        ValueError: a key is missing or unknown.
    """
    table = cast("dict[str, Any]", yaml.safe_load(text))
    try:
        return Policy(
            name=table["name"],
            version=table["version"],
            emulated=table["emulated"],
            unit=table["unit"],
            expressions=MappingProxyType({name: Reading(**row) for name, row in table["expressions"].items()}),
            rows=MappingProxyType(table["rows"]),
            low=tuple(table["low"]),
            raise_low=tuple(table["raise_low"]),
            open_kinds=tuple(table.get("open_kinds", ())),
        )
    except (KeyError, TypeError) as error:
        raise ValueError(
            f"The policy {table.get('name')!r} is not complete ({error}); compare it with a shipped one."
        ) from error
