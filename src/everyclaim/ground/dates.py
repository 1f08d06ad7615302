"""From time expressions to the days that they mean.

Where it stands: `ground` hands in what the step `dates` found. The report's anchor is the date of its dateline, else
that of its publication; a report without either has only its absolute dates resolved. In news, days and months count
back from the anchor to the latest one past; in a history they carry on from the date named before.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from everyclaim.lexicon.letter_case import reading_view
from everyclaim.model import Mention, Report
from everyclaim.text.calendar import Expression, find_times
from everyclaim.text.date_anchor import find_anchor
from everyclaim.text.date_state import GIVEN


def ground_dates(report: Report, found: Sequence[Mention[Any]], before: Sequence[Mention[Any]]) -> list[Mention[Any]]:
    """Give each time expression its interval; lengths of time pass through.

    Args:
        report: the report that they stand in.
        found: what the step `dates` found, lengths of time among it.
        before: what earlier steps found; dates need none of it.

    Returns:
        the mentions with a `When` each, without the expressions that cannot be placed.
    """
    del before
    times = _times(report)
    grounded: list[Mention[Any]] = []
    for each in found:
        expression = times.get((each.span.start, each.span.end))
        if expression is None or expression.length is not None:
            grounded.append(each)
        elif expression.when is not None:
            grounded.append(replace(each, meaning=expression.when))
    return grounded


def why(report: Report, mention: Mention[Any]) -> str:
    """Say in a sentence how a time expression came by its days."""
    expression = _times(report).get((mention.span.start, mention.span.end))
    if expression is None or expression.when is None:
        return f"{mention.span.quote!r} cannot be placed on the calendar."
    found = f"{mention.span.quote!r} is {expression.value}: {expression.how}"
    anchor = find_anchor(reading_view(report.text), report.published)
    if expression.how == GIVEN or anchor.day is None:
        return f"{found}."
    return f"{found}; the report counts from {anchor.day}, {anchor.why}."


def _times(report: Report) -> dict[tuple[int, int], Expression]:
    text = reading_view(report.text)
    return {(each.start, each.end): each for each in find_times(text, find_anchor(text, report.published).day)}
