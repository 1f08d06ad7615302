"""A policy: how an organisation turns words and claims into figures, grades and statuses. Data, never an `if`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Policy:
    """One codebook's way of counting; the tables lie in `assess/policies/NAME.yaml`."""

    name: str
    version: str


def policies() -> tuple[Policy, ...]:
    """Every policy that is shipped, the product's own first."""
    raise NotImplementedError
