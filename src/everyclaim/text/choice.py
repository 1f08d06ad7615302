"""Choosing among counted things the same way every time."""

from collections.abc import Mapping
from typing import TypeVar

T = TypeVar("T")


def best(scores: Mapping[T, float]) -> T:
    """The key with the highest score; of equals the one that was put in first.

    Raises:
        ValueError: there is nothing to choose from.
    """
    if not scores:
        raise ValueError("Nothing to choose from; test for emptiness first.")
    return max(scores, key=lambda key: scores[key])
