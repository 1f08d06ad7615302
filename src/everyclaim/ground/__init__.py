"""From words to meanings: places, dates, actors. Reading is handed `ground`; each kind of mention has its file."""

from collections.abc import Sequence
from typing import Any

from everyclaim.ground.actors import ground_actors
from everyclaim.ground.dates import ground_dates
from everyclaim.ground.places import ground_places
from everyclaim.model import Actor, Mention, Place, Report

__all__ = ["ground"]


def ground(report: Report, found: Sequence[Mention[Any]], before: Sequence[Mention[Any]]) -> Sequence[Mention[Any]]:
    """Fill in the meanings of what one step found.

    Args:
        report: the report that is read.
        found: the step's findings, all of one kind.
        before: everything that earlier steps found.
    """
    if any(isinstance(each.meaning, Actor) for each in found):
        return ground_actors(report, found, before)
    if any(isinstance(each.meaning, Place) for each in found):
        return ground_places(report, found, before)
    return ground_dates(report, found, before)
