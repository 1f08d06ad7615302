"""From words to meanings: places, days, actors. One function, handed into reading by flow."""

from collections.abc import Sequence
from typing import Any

from everyclaim.ground.dates import ground_dates
from everyclaim.ground.places import ground_places
from everyclaim.model import Mention, Place, Report

__all__ = ["ground"]


def ground(report: Report, found: Sequence[Mention[Any]], before: Sequence[Mention[Any]]) -> Sequence[Mention[Any]]:
    """Fill in the meanings of what one step found, in the light of everything found before it."""
    if any(isinstance(each.meaning, Place) for each in found):
        return ground_places(report, found, before)
    return ground_dates(report, found, before)
