"""From graded claims to points for evidence, and how far what is said is from what is right."""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import NamedTuple

import numpy as np

from everyclaim.read.confidence import OTHER

WHOLE = ("incidents", "own", "multi")
"""Corpora of the product's own domain, coded by its own rules."""
WEIGHT = 3.0
"""How much more one of their claims weighs in the fit: they are a third of all, and of what users read."""
PULL = 3.0
"""How strongly points are drawn to 0 (ridge); from 1 to 10 the error on odd documents moves by less than .01."""
BINS, LEAST = 10, 50
"""Claims are put into about ten bins of like size by confidence, fewer where a bin would hold less than fifty."""


class Value(NamedTuple):
    """One graded claim with its evidence; `said` is what the product says of it."""

    corpus: str
    odd: bool
    row: str
    evidence: frozenset[str]
    right: bool
    raw: float
    said: float


def fit(known: Sequence[Value]) -> dict[str, float]:
    """The points of one row: logistic regression with a ridge, by Newton's method."""
    names = sorted({name for each in known for name in each.evidence})
    columns = [[1.0, *(float(name in each.evidence) for name in names)] for each in known]
    seen, right = np.array(columns), np.array([float(each.right) for each in known])
    weight = np.array([WEIGHT if each.corpus in WHOLE else 1.0 for each in known])
    pull = np.array([0.0, *(PULL for _ in names)])
    points = np.zeros(len(names) + 1)
    for _ in range(30):
        guess = 1 / (1 + np.exp(-seen @ points))
        slope = seen.T @ (weight * (guess - right)) + pull * points
        bend = (seen.T * (weight * guess * (1 - guess))) @ seen + np.diag(pull)
        points = points - np.linalg.solve(bend, slope)
    return {name: round(float(each), 2) for name, each in zip(["start", *names], points, strict=True)}


def levelled(points: dict[str, float], known: Sequence[Value]) -> dict[str, float]:
    """The same points with a start by which as many claims are said to be right as are right, odd and even."""
    weight = np.array([WEIGHT if each.corpus in WHOLE else 1.0 for each in known])
    odds = np.array([sum(points.get(name, 0.0) for name in each.evidence) for each in known])
    due = float(weight @ np.array([float(each.right) for each in known]))
    low, high = -9.0, 9.0
    while high - low > 1e-4:
        start = (low + high) / 2
        low, high = (low, start) if float(weight @ (1 / (1 + np.exp(-odds - start)))) > due else (start, high)
    return {**points, "start": round(low, 2)}


def table_of(known: Sequence[Value]) -> dict[str, dict[str, float]]:
    """The whole table; the row for fields without answers is fitted on all claims, by what holds of any claim."""
    rows = {name: [each for each in known if each.row == name] for name in sorted({each.row for each in known})}
    general = frozenset.intersection(*(frozenset(n for each in row for n in each.evidence) for row in rows.values()))
    rows[OTHER] = [each._replace(evidence=each.evidence & general) for each in known]
    return {name: levelled(fit([each for each in row if each.odd]), row) for name, row in rows.items()}


class Bin(NamedTuple):
    """Claims of like confidence: what was said on average, how many of them are right, and how many there are."""

    said: float
    right: float
    size: int


def bins(known: Sequence[Value], say: Callable[[Value], float] = lambda each: each.said) -> list[Bin]:
    """Claims in bins of like size by confidence; claims of one confidence are never in two bins."""
    least = max(LEAST, len(known) // BINS)
    groups: list[list[Value]] = []
    for _, alike in groupby(sorted(known, key=say), key=say):
        if groups and len(groups[-1]) < least:
            groups[-1] += alike
        else:
            groups.append(list(alike))
    if len(groups) > 1 and len(groups[-1]) < LEAST:
        last = groups.pop()
        groups[-1] += last
    return [
        Bin(float(np.mean([say(each) for each in group])), float(np.mean([each.right for each in group])), len(group))
        for group in groups
    ]


def error(found: Sequence[Bin]) -> float:
    """The expected calibration error: how far shares said and shares right lie apart, by how many claims there are."""
    return sum(each.size * abs(each.said - each.right) for each in found) / max(1, sum(each.size for each in found))


def said_by(points: dict[str, dict[str, float]], each: Value) -> Value:
    """The same claim with what a table says of it."""
    row = points[each.row]
    odds = row["start"] + sum(row.get(name, 0.0) for name in each.evidence)
    return each._replace(said=round(float(1 / (1 + np.exp(-odds))), 2))
