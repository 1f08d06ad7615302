"""What a caller may set for matching; the defaults are those that were measured (`docs/method/matching.md`)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """`threshold`: a pair joins from this score on; from `doubt` on it is put before a person.

    `unplaced` is the threshold of pairs that have no place in common finer than a country: all else must agree.
    `vouched` is theirs where figures and rare words alone tell the event from others ("21 captives", "beheaded").
    """

    threshold: float = 0.9
    unplaced: float = 1.05
    vouched: float = 0.85
    doubt: float = 0.6
