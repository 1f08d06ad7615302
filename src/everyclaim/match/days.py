"""How two intervals of days stand to each other: the event's days, never those of publication."""

from dataclasses import dataclass
from datetime import date, timedelta

from everyclaim.match.facts import Facts

LOOKS_BACK = timedelta(days=30)
"""How long ago a known event ("the attack") may lie whose day a report does not name. Releases, arrests and last tolls
come within weeks; what comes later mostly names the month."""

NEWS_LAG = timedelta(days=2)
"""News without a day may be so much later than the reader's guess (the day of publication or the day before)."""

_LONG_AGO = date.min
_FAR_OFF = date.max


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day on which a happening may lie; `named` where the report itself says so."""

    first: date
    last: date
    named: bool
    open_ended: bool = False

    @property
    def width(self) -> int:
        """Number of days."""
        return (self.last - self.first).days + 1


def days_of(facts: Facts) -> Days | None:
    """The days of a happening as told, or as the reader guessed; None where nothing is known."""
    when = facts.when
    if when is None or (when.earliest is None and when.latest is None):
        return None
    open_ended = when.earliest is None or when.latest is None
    return Days(when.earliest or _LONG_AGO, when.latest or _FAR_OFF, not facts.guessed, open_ended)


def reach(facts: Facts) -> Days | None:
    """The days on which a happening can possibly lie: a guess reaches back, what is told stays.

    Without any day the publication bounds it: not after it, and not longer before it than known events may lie.
    """
    days = days_of(facts)
    if days is None:
        return _bounded(facts)
    if days.named:
        return days
    back = LOOKS_BACK if facts.refers_back or facts.rank == "background" else NEWS_LAG
    return Days(days.first - back, days.last, named=False)


def _bounded(facts: Facts) -> Days | None:
    """The days before publication, for what is told as news; what is long past may lie anywhere."""
    if facts.published is None or facts.historical:
        return None
    return Days(facts.published - LOOKS_BACK, facts.published, named=False)


def gap(one: Days, other: Days) -> int:
    """Days between two intervals; 0 where they meet."""
    return max(0, (max(one.first, other.first) - min(one.last, other.last)).days)
