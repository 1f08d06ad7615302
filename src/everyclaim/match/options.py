"""What a caller may set for matching; the defaults are those that were measured (`docs/method/matching.md`)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """`threshold`: a pair joins from this score on; from `doubt` on it is put before a person."""

    threshold: float = 1.0
    doubt: float = 0.6
