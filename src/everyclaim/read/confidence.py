"""How probably a claim is right: what speaks for it and against it, by a table of points that was measured.

Where it stands: the last thing `read` does to claims. Steps say how sure they are beside each other, which decides what
is preferred; that is no probability, and one field's .8 is not another's. Here each claim gets the share of claims with
the same evidence that were right on reports coded by people (docs/method/calibration.md, `python -m evals.calibrate`).
Nothing that is read, preferred or joined depends on it.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from math import exp
from typing import NamedTuple

from everyclaim.model import Actor, Claim, Figure, Happening, Place, When

OTHER = "other"
"""The row of the table for fields of which no answers are at hand: what holds of all measured fields together."""
_ROWS = {
    **dict.fromkeys(
        ("killed", "injured", "killed_or_injured", "missing", "detained", "abducted", "displaced"), "figure"
    ),
    **{name: name for name in ("type", "when", "where")},
    **dict.fromkeys(("by", "responsibility"), "by"),
}
_MANY = 4
"""Happenings in one report from which on they are often mixed up; of reports with several most have two or three."""
_ROUNDED = frozenset({"at_least", "about", "nearly", "range"})
_COARSE = frozenset({"week", "month", "season", "year"})
_SURE = 0.85
"""What the step gives to a day in the act's own clause."""


class Context(NamedTuple):
    """What a claim is weighed in: which happenings are main, how many there are, how long the text is."""

    main: frozenset[str]
    happenings: int
    characters: int


def context_of(happenings: Sequence[Happening], characters: int) -> Context:
    """The context of one report's claims."""
    return Context(frozenset(each.id for each in happenings if each.rank == "main"), len(happenings), characters)


def calibrated(claims: Sequence[Claim], context: Context) -> tuple[Claim, ...]:
    """The same claims with probabilities for confidences."""
    return tuple(replace(each, confidence=probability(each, context)) for each in claims)


def probability(claim: Claim, context: Context) -> float:
    """How probably a claim with this evidence is right."""
    points = table().get(row_of(claim.field), {"start": 0.0})
    odds = points["start"] + sum(points.get(each, 0.0) for each in evidence(claim, context))
    return round(1 / (1 + exp(-odds)), 2)


@cache
def table() -> Mapping[str, Mapping[str, float]]:
    """The points, in logarithms of odds, by row and piece of evidence."""
    found: dict[str, dict[str, float]] = json.loads(
        files("everyclaim.lexicon").joinpath("confidence.json").read_text("utf-8")
    )
    return found


def row_of(field: str) -> str:
    """The row of the table by which claims of a field are weighed."""
    return _ROWS.get(field, OTHER)


def evidence(claim: Claim, context: Context) -> Iterator[str]:
    """What speaks for or against a claim, by the names of the table."""
    if not context.main & set(claim.about):
        yield "not of the main event"
    if context.happenings > 1:
        yield "several events in the report"
    if context.happenings >= _MANY:
        yield "many events in the report"
    if claim.value.span.start * 2 >= context.characters:
        yield "in the second half"
    match claim.value.meaning:
        case Figure() as figure:
            yield from _of_figure(figure)
        case When() as when:
            yield from _of_day(when, claim.confidence)
        case Place() as place:
            yield from _of_place(place, claim)
        case Actor() as actor:
            yield from _of_actor(actor, claim)


def _of_figure(figure: Figure) -> Iterator[str]:
    if figure.number == 1:
        yield "a single person"
    if figure.expression in _ROUNDED:
        yield "a rounded number"
    if figure.expression == "more_than":
        yield "more than a number"
    if figure.subset_of is not None or figure.group is not None:
        yield "a part of the people"
    if figure.harm not in {"killed", "injured", "killed_or_injured"}:
        yield "neither killed nor injured"


def _of_day(when: When, sure: float) -> Iterator[str]:
    if sure >= _SURE:
        yield "a day in the act's own clause"
    if when.precision in {"hour", "part_of_day"}:
        yield "a time of day"
    if when.precision in _COARSE:
        yield "a week or longer"


def _of_place(place: Place, claim: Claim) -> Iterator[str]:
    if place.precision == "country":
        yield "a country"
    if place.precision in {"line_or_landscape", "sea_or_air"}:
        yield "a landscape"
    if claim.said_by:
        yield "said by somebody"


def _of_actor(actor: Actor, claim: Claim) -> Iterator[str]:
    if actor.code is not None:
        yield "a listed actor"
    if claim.said_by:
        yield "said by somebody"
