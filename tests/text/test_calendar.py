"""Which days the words of a time expression mean, and how finely."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from everyclaim.text.calendar import Expression, find_times
from everyclaim.text.date_anchor import find_anchor, is_narrative
from everyclaim.text.date_finding import find_expressions
from everyclaim.text.time_clock import clock
from everyclaim.text.view import view

ANCHOR = date(2014, 3, 5)
"""A Wednesday."""


def only(text: str, anchor: date | None = ANCHOR) -> Expression:
    (found,) = [each for each in find_times(text, anchor) if each.kind not in ("reference", "set")]
    return found


def reading(text: str, anchor: date | None = ANCHOR) -> tuple[str, str, str, str]:
    found = only(text, anchor)
    assert found.when is not None
    return (
        text[found.start : found.end],
        str(found.when.earliest),
        str(found.when.latest),
        found.when.precision,
    )


CASES = [
    # full dates
    ("on 16 February 2013,", "16 February 2013", "2013-02-16", "2013-02-16", "day"),
    ("on the 16th of February, 2013,", "the 16th of February, 2013", "2013-02-16", "2013-02-16", "day"),
    ("on February 16, 2013,", "February 16, 2013", "2013-02-16", "2013-02-16", "day"),
    ("on Feb. 16th 2013,", "Feb. 16th 2013", "2013-02-16", "2013-02-16", "day"),
    ("on Saturday, 16 February 2013,", "Saturday, 16 February 2013", "2013-02-16", "2013-02-16", "day"),
    ("on 2013-02-16,", "2013-02-16", "2013-02-16", "2013-02-16", "day"),
    ("on 3/4/2014,", "3/4/2014", "2014-03-04", "2014-03-04", "day"),
    ("on Good Friday.", "Good Friday", "2013-03-29", "2013-03-29", "day"),
    ("on Easter Monday,", "Easter Monday", "2013-04-01", "2013-04-01", "day"),
    ("during Eid al-Adha,", "Eid al-Adha", "2013-10-13", "2013-10-15", "days"),
    ("in Ramadan,", "Ramadan", "2013-07-08", "2013-08-07", "month"),
    ("on Eid al-Fitr 2012,", "Eid al-Fitr 2012", "2012-08-17", "2012-08-19", "days"),
    ("on Monday and Tuesday,", "Monday and Tuesday", "2014-03-03", "2014-03-04", "days"),
    ("on 28 Feb/1 March", "28 Feb/1 March", "2014-02-28", "2014-03-01", "days"),
    ("on 04.02.2013,", "04.02.2013", "2013-02-04", "2013-02-04", "day"),
    ("on 16.02.2013,", "16.02.2013", "2013-02-16", "2013-02-16", "day"),
    ("on 2/16/2013,", "2/16/2013", "2013-02-16", "2013-02-16", "day"),
    ("SANAA, 16 FEB 90 (AGENCY)", "16 FEB 90", "1990-02-16", "1990-02-16", "day"),
    ("the 9/11 attacks", "9/11", "2001-09-11", "2001-09-11", "day"),
    ("on Christmas Day 2011,", "Christmas Day 2011", "2011-12-25", "2011-12-25", "day"),
    # days without a year
    ("on 1 March,", "1 March", "2014-03-01", "2014-03-01", "day"),
    ("on 12 November,", "12 November", "2013-11-12", "2013-11-12", "day"),
    ("on 12 March,", "12 March", "2014-03-12", "2014-03-12", "day"),
    ("on the 3rd, he", "the 3rd", "2014-03-03", "2014-03-03", "day"),
    ("on the 20th, he", "the 20th", "2014-02-20", "2014-02-20", "day"),
    # ranges
    ("3 to 5 May 2012", "3 to 5 May 2012", "2012-05-03", "2012-05-05", "days"),
    ("May 3-5, 2012", "May 3-5, 2012", "2012-05-03", "2012-05-05", "days"),
    ("between 11-13 Dec.", "11-13 Dec.", "2013-12-11", "2013-12-13", "days"),
    ("from 3 May to 5 June 2012", "3 May to 5 June 2012", "2012-05-03", "2012-06-05", "season"),
    ("from December to February 2012", "December to February 2012", "2011-12-01", "2012-02-29", "season"),
    ("between Friday and Monday", "Friday and Monday", "2014-02-28", "2014-03-03", "days"),
    ("the years 1998-99", "1998-99", "1998-01-01", "1999-12-31", "year"),
    # coarser
    ("in June 2012,", "June 2012", "2012-06-01", "2012-06-30", "month"),
    ("in February,", "February", "2014-02-01", "2014-02-28", "month"),
    ("in March,", "March", "2014-03-01", "2014-03-31", "month"),
    ("in May,", "May", "2013-05-01", "2013-05-31", "month"),
    ("in early May 2012,", "early May 2012", "2012-05-01", "2012-05-10", "month"),
    ("at the end of 2012,", "the end of 2012", "2012-09-01", "2012-12-31", "year"),
    ("in the summer of 2012,", "the summer of 2012", "2012-06-01", "2012-08-31", "season"),
    ("last summer,", "last summer", "2013-06-01", "2013-08-31", "season"),
    ("in the first half of 2012,", "the first half of 2012", "2012-01-01", "2012-06-30", "year"),
    ("in 2012,", "2012", "2012-01-01", "2012-12-31", "year"),
    ("in the 1990s,", "the 1990s", "1990-01-01", "1999-12-31", "year"),
    # counted from the anchor
    ("on Wednesday,", "Wednesday", "2014-03-05", "2014-03-05", "day"),
    ("on Thursday,", "Thursday", "2014-02-27", "2014-02-27", "day"),
    ("last Wednesday,", "last Wednesday", "2014-02-26", "2014-02-26", "day"),
    ("next Monday,", "next Monday", "2014-03-10", "2014-03-10", "day"),
    ("on Monday last week,", "Monday last week", "2014-02-24", "2014-02-24", "day"),
    ("They will meet on Friday.", "Friday", "2014-03-07", "2014-03-07", "day"),
    ("today", "today", "2014-03-05", "2014-03-05", "day"),
    ("yesterday", "yesterday", "2014-03-04", "2014-03-04", "day"),
    ("the day before yesterday", "the day before yesterday", "2014-03-03", "2014-03-03", "day"),
    ("two days ago", "two days ago", "2014-03-03", "2014-03-03", "day"),
    ("a week ago", "a week ago", "2014-02-24", "2014-03-02", "week"),
    ("three months ago", "three months ago", "2013-12-01", "2013-12-31", "month"),
    ("last week", "last week", "2014-02-24", "2014-03-02", "week"),
    ("earlier this week", "earlier this week", "2014-03-03", "2014-03-05", "week"),
    ("over the weekend", "over the weekend", "2014-03-01", "2014-03-02", "days"),
    ("last month", "last month", "2014-02-01", "2014-02-28", "month"),
    ("this year", "this year", "2014-01-01", "2014-12-31", "year"),
    ("last October", "last October", "2013-10-01", "2013-10-31", "month"),
    ("last March", "last March", "2013-03-01", "2013-03-31", "month"),
    ("in the last three days", "in the last three days", "2014-03-02", "2014-03-05", "days"),
    # open ends
    ("since Monday,", "since Monday", "2014-03-03", "None", "after"),
    ("after 3 May 2012,", "after 3 May 2012", "2012-05-03", "None", "after"),
    ("before 1 March,", "before 1 March", "None", "2014-03-01", "before"),
    ("until January,", "until January", "None", "2014-01-31", "before"),
    ("before Sunday's vote", "Sunday", "2014-03-02", "2014-03-02", "day"),
    # parts of the day
    ("at dawn on Monday", "at dawn on Monday", "2014-03-03", "2014-03-03", "part_of_day"),
    ("early Saturday", "early Saturday", "2014-03-01", "2014-03-01", "part_of_day"),
    ("late on Thursday", "late on Thursday", "2014-02-27", "2014-02-27", "part_of_day"),
    ("Friday evening", "Friday evening", "2014-02-28", "2014-02-28", "part_of_day"),
    ("in the early hours of Sunday", "the early hours of Sunday", "2014-03-02", "2014-03-02", "part_of_day"),
    ("at dawn", "at dawn", "2014-03-05", "2014-03-05", "part_of_day"),
    ("last night", "last night", "2014-03-04", "2014-03-04", "part_of_day"),
    ("overnight", "overnight", "2014-03-04", "2014-03-05", "part_of_day"),
    ("the night of 1-2 March", "the night of 1-2 March", "2014-03-01", "2014-03-02", "part_of_day"),
    ("at 07:15", "07:15", "2014-03-05", "2014-03-05", "hour"),
    ("about 10 p.m. on Friday", "about 10 p.m. on Friday", "2014-02-28", "2014-02-28", "hour"),
    ("on Friday at 3pm", "Friday at 3pm", "2014-02-28", "2014-02-28", "hour"),
]


@pytest.mark.parametrize(("text", "words", "earliest", "latest", "precision"), CASES, ids=[c[0] for c in CASES])
def test_words_mean_their_days(text: str, words: str, earliest: str, latest: str, precision: str) -> None:
    assert reading(text) == (words, earliest, latest, precision)


FOLLOWING = [
    ("the next day", "2014-03-02"),
    ("the previous day", "2014-02-28"),
    ("three days later", "2014-03-04"),
    ("a day earlier", "2014-02-28"),
    ("that evening", "2014-03-01"),
    ("the same day", "2014-03-01"),
]


@pytest.mark.parametrize(("words", "day"), FOLLOWING)
def test_some_words_follow_the_day_named_last(words: str, day: str) -> None:
    _, found = find_times(f"It began on 1 March. People fled {words}.", ANCHOR)
    assert found.when is not None
    assert str(found.when.earliest) == day


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("seven days of mourning", "P7D"), ("a 12-day siege", "P12D"), ("for three hours", "PT3H"),
        ("a two-week truce", "P2W"), ("twenty-five years", "P25Y"), ("for several days", None),
    ],
)  # fmt: skip
def test_a_length_of_time_is_no_date(text: str, length: str | None) -> None:
    found = only(text)
    assert (found.kind, found.length, found.when) == ("duration", length, None)


@pytest.mark.parametrize(
    "text",
    [
        "A 16-year-old boy.", "They may march.", "The Long March ended.", "The second man fell.",
        "Some 2000 people fled.", "A score of 3-1.", "She said 1,940 fled.", "It may. He saw Ben Sun there.",
        "Fallujah and Wednesbury.", "Some 3.14 million left.",
        "The fall of the town.",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert [each for each in find_times(text, ANCHOR) if each.when is not None] == []


def test_two_months_are_two_expressions_each_the_latest_past() -> None:
    found = find_times("They were held in December and January.", ANCHOR)
    assert [each.value for each in found] == ["2013-12", "2014-01"]


def test_two_months_share_a_year_that_stands_once() -> None:
    found = find_times("It rained in June and July 2011.", ANCHOR)
    assert [each.value for each in found] == ["2011-06", "2011-07"]


def test_a_weekday_decides_a_year_that_is_not_given() -> None:
    assert reading("on Monday, 18 March,")[1] == "2013-03-18"


def test_a_clock_time_belongs_to_the_day_in_its_sentence_else_to_the_first_of_the_news() -> None:
    found = find_times("It began on Sunday. On Tuesday, police spoke at noon. The blast was at 07:15.", ANCHOR)
    assert [str(each.when.earliest) for each in found if each.when] == ["2014-03-02"] + 2 * ["2014-03-04"] + [
        "2014-03-02"
    ]


def test_without_an_anchor_only_what_the_text_dates_is_resolved() -> None:
    assert only("It fell on Monday.", None).when is None
    assert [each.value for each in find_times("It fell on 3 May 2012, and burnt the next day.", None)] == [
        "2012-05-03",
        "2012-05-04",
    ]


def test_years_before_christ_have_a_value_and_no_days() -> None:
    found = only("in 480 BC")
    assert (found.value, found.when) == ("BC0480", None)


def test_a_history_carries_on_from_the_date_before() -> None:
    text = (
        "In 1912 it began. In 1913 it spread. By November 1914 all fought. In February, peace came. It ended in 1915."
    )
    found = find_times(text, ANCHOR)
    assert [each.value for each in found] == ["1912", "1913", "1914-11", "1915-02", "1915"]


def test_news_with_a_long_background_is_no_history() -> None:
    text = "On Monday shells fell. The town saw war in 1994, 1998, 2003 and 2005."
    assert not is_narrative(find_expressions(text), ANCHOR)


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("Tuesday, March 4, 2014\n\nTwo people died.", None, date(2014, 3, 4)),
        ("MISRATA, 4 March 2014 (Agency) - Two people died.", None, date(2014, 3, 4)),
        ("MISRATA, Libya (March 4) - Two people died.", date(2014, 3, 5), date(2014, 3, 4)),
        ("2014-03-S-012\nFor release\n\nMISRATA, Libya (March 4) -- Two people died.", None, date(2014, 3, 4)),
        ("Morning Update March 4, 2014\n\nTwo people died.", None, date(2014, 3, 4)),
        ("MISRATA, Libya (March 4, 2014)\nTwo people died yesterday.", None, date(2014, 3, 4)),
        ("2014-03-S-012\nFor Immediate Release\n\nMISRATA, Libya (Mar. 04)\nTwo died.", None, date(2014, 3, 4)),
        ("March 4: Patrols Find Arms in the South\nOffice 2014-03-CA-015 For Release", None, date(2014, 3, 4)),
        ("Misrata, 4 March 2014\nTwo people died.", date(2014, 3, 9), date(2014, 3, 4)),
        ("MISRATA, Libya (March 4)\nTwo people died today.", None, None),
        ("Fighting in Misrata since 4 March\nTwo people died.", date(2014, 3, 9), date(2014, 3, 9)),
        ("Two people died on 2 March 2014 in Misrata.", date(2014, 3, 5), date(2014, 3, 5)),
        ("Two people died on 2 March 2014 in Misrata.", None, None),
    ],
)  # fmt: skip
def test_a_text_counts_from_its_dateline_else_from_its_publication(
    text: str, published: date | None, day: date | None
) -> None:
    assert find_anchor(text, published).day == day


@pytest.mark.parametrize(
    ("words", "time"),
    [("07:15", "07:15"), ("10:39 a.m. local time", "10:39"), ("3pm", "15:00"), ("12 a.m.", "00:00"),
     ("9.30 pm", "21:30"),
     ("0300 hours", "03:00"), ("five o'clock in the afternoon", "17:00")],
)  # fmt: skip
def test_clock_times_are_kept_on_twenty_four_hours(words: str, time: str) -> None:
    assert clock(words) == time


PIECES = (
    "on|Monday|the|3rd|of|May|2014|March 5|last|next|week|two days|ago|later|at dawn|07:15|since|before|overnight|in"
    "|December|and|to|-|1990s|early|summer|480 BC|31|February|.|\n|\n\n|,|from|1939-45|the night|yesterday|9/11"
    "|29 February|0001|9999|300 years|hence"
)


@given(st.lists(st.sampled_from(PIECES.split("|")), max_size=20).map(" ".join), st.dates() | st.none())
def test_expressions_lie_apart_in_the_text_and_their_intervals_are_ordered(text: str, anchor: date | None) -> None:
    end = 0
    for each in find_times(view(text), anchor):
        assert end <= each.start < each.end <= len(text)
        end = each.end
        if each.when is not None and each.when.earliest is not None and each.when.latest is not None:
            assert each.when.earliest <= each.when.latest


@given(st.dates(date(1990, 1, 1), date(2030, 12, 31)), st.sampled_from(["Monday", "Friday", "Sunday"]))
def test_a_weekday_is_within_the_week_that_ends_with_the_anchor(anchor: date, weekday: str) -> None:
    found = only(f"It fell on {weekday}.", anchor)
    assert found.when is not None
    assert found.when.earliest is not None
    assert timedelta(0) <= anchor - found.when.earliest < timedelta(days=7)


@given(st.text(max_size=200))
def test_any_text_can_be_searched_for_times(text: str) -> None:
    for each in find_times(view(text), ANCHOR):
        assert text[each.start : each.end].strip()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It fell on 25/2/2013 and again on 3/4/2013.", date(2013, 4, 3)),
        ("It fell on 2/25/2013 and again on 3/4/2013.", date(2013, 3, 4)),
        ("It fell on 25.02.2013 and again on 03.04.2013.", date(2013, 4, 3)),
    ],
)
def test_a_date_in_figures_is_read_in_the_order_of_the_others(text: str, day: date) -> None:
    assert [each.when.earliest for each in find_times(text, ANCHOR) if each.when][-1] == day


def test_a_date_in_figures_that_may_be_two_days_is_neither() -> None:
    assert only("It fell on 3/4/2013.").when is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He died a day after rebels took the base on Monday.", "2014-03-04"),
        ("He died two days after the bombing on 26 February.", "2014-02-28"),
        ("It came two days before elections on Sunday.", "2014-02-28"),
    ],
)
def test_what_is_counted_from_an_event_counts_from_its_day(text: str, value: str) -> None:
    assert find_times(text, ANCHOR)[0].value == value


def test_an_event_told_before_a_pause_lends_no_day() -> None:
    assert find_times("A day after the raid, rebels fled on Monday.", ANCHOR)[0].value is None


@pytest.mark.parametrize(
    "aside",
    [
        "This left the road open for a campaign that was planned for 1976.",
        "A report published in 2005 told another story.",
        "The toll was lower than in 1979.",
        "Numbers are those known as of December 2006.",
    ],
)
def test_a_history_does_not_move_to_a_year_named_in_passing(aside: str) -> None:
    story = "It began in 1971, grew in 1972, 1973 and 1974. On 1 March 1975 the town was attacked."
    text = f"{story} {aside} On 11 March it fell."
    assert find_times(text, date(2009, 1, 1))[-1].value == "1975-03-11"
