"""What each kind of time expression means: the table from kinds to the functions that place them on the calendar.

Where it stands: `calendar.py` walks a text with these.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from everyclaim.text import date_given as given
from everyclaim.text import date_relative as relative
from everyclaim.text.date_moment import Edge
from everyclaim.text.date_state import Resolved, State, Words

Resolver = Callable[[Words, State], Resolved | None]
RESOLVERS: Mapping[str, Resolver] = {
    "day": given.given_day,
    "days": given.given_days,
    "numeric": given.given_in_figures,
    "holiday": given.given_holiday,
    "month": given.given_month,
    "season": given.given_season,
    "half": given.given_half,
    "year": given.given_year,
    "years": given.given_years,
    "decade": given.given_decade,
    "century": given.given_century,
    "weekday": relative.relative_weekday,
    "deictic": relative.relative_day,
    "unit": relative.relative_unit,
    "counted": relative.counted_from,
    "same": relative.relative_to_named,
    "ordinal": relative.day_of_month,
    "past": relative.stretch_until_now,
}


def resolve(kind: str, words: Words, state: State) -> Resolved | None:
    """Place one expression on the calendar; None where it cannot be placed."""
    resolver = RESOLVERS.get(kind)
    return None if resolver is None else resolver(words, state)


_EARLY = ("early", "very early", "beginning", "start", "opening", "first")


def narrowed(resolved: Resolved, words: str) -> Resolved:
    """The early, middle or late part of what was resolved."""
    edge: Edge = "early" if words.startswith(_EARLY) else "mid" if words.startswith("mid") else "late"
    return resolved._replace(moment=replace(resolved.moment, edge=edge))
