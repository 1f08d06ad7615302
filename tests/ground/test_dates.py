"""Time expressions of a report get the days that they mean there."""

from datetime import date
from typing import Any

from everyclaim.ground.dates import ground_dates, why
from everyclaim.model import Mention, Report, When
from everyclaim.read.meanings import Dating, Duration
from everyclaim.text.calendar import find_times
from everyclaim.text.date_anchor import find_anchor


def report(text: str, published: date | None = date(2014, 3, 5)) -> Report:
    return Report("r", "o", text, published=published)


def found(given: Report) -> list[Mention[Any]]:
    times = find_times(given.text, find_anchor(given.text, given.published).day)
    return [
        Mention(given.span(each.start, each.end), Duration(each.length) if each.length else Dating(), "dates")
        for each in times
    ]


def grounded(given: Report) -> list[Mention[Any]]:
    return ground_dates(given, found(given), ())


def test_a_weekday_counts_from_the_day_of_publication() -> None:
    (each,) = grounded(report("Shells fell on Monday."))
    assert each.meaning == When(date(2014, 3, 3), date(2014, 3, 3), "day")


def test_the_dateline_wins_over_the_day_of_publication() -> None:
    given = report("GABES, 2 March 2014 (Agency) - Shells fell on Friday.")
    assert grounded(given)[1].meaning.earliest == date(2014, 2, 28)


def test_the_span_and_the_step_stay_as_they_were() -> None:
    given = report("Shells fell on Monday.")
    assert [(each.span, each.step) for each in grounded(given)] == [(each.span, each.step) for each in found(given)]


def test_what_cannot_be_placed_is_left_out() -> None:
    assert grounded(report("Shells fell on Monday.", None)) == []


def test_a_length_of_time_passes_through() -> None:
    (each,) = grounded(report("He declared five days of mourning."))
    assert each.meaning == Duration("P5D")


def test_the_reason_names_the_rule_and_the_day_counted_from() -> None:
    given = report("Shells fell on Monday.")
    (each,) = grounded(given)
    assert why(given, each) == (
        "'Monday' is 2014-03-03: the latest one past; the report counts from 2014-03-05, the day of publication."
    )


def test_a_date_given_in_full_needs_no_anchor_in_its_reason() -> None:
    given = report("Shells fell on 3 May 2012.")
    (each,) = grounded(given)
    assert why(given, each) == "'3 May 2012' is 2012-05-03: given in full."
