"""What matching takes (`Told`: one report as it was read) and gives (`Matching`)."""

from collections.abc import Sequence
from typing import NamedTuple

from everyclaim.model import Claim, Happening, Incident, Report

Key = tuple[str, str]
"""One happening of one report: (report id, happening id)."""


class Told(NamedTuple):
    """One report with what was read out of it."""

    report: Report
    happenings: Sequence[Happening]
    claims: Sequence[Claim]


class Reason(NamedTuple):
    """What one feature found on a pair: its name, what it adds (never more than its weight), and a sentence."""

    feature: str
    score: float
    text: str


class Join(NamedTuple):
    """Two happenings that were judged to be one, and why."""

    left: Key
    right: Key
    score: float
    reasons: tuple[Reason, ...]


class Refusal(NamedTuple):
    """Two happenings that were compared and kept apart, and why. `doubtful`: near enough to ask a person."""

    left: Key
    right: Key
    score: float
    reasons: tuple[Reason, ...]
    doubtful: bool = False


class Matching(NamedTuple):
    """All incidents with the joins and refusals behind them.

    `copies` are groups of report ids that pass on one text and count as one voice. `retired` are ids that were allotted
    once and belong to no incident any more; they are never given again.
    """

    incidents: tuple[Incident, ...]
    joins: tuple[Join, ...]
    refusals: tuple[Refusal, ...]
    copies: tuple[tuple[str, ...], ...] = ()
    retired: tuple[str, ...] = ()
