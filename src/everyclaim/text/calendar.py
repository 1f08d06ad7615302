"""Time expressions of a text, resolved: which days each means, how finely, and how that was found out.

Where it stands: the step `dates` marks what is found, `ground/dates.py` hands in the anchor. One pass from left to
right carries the last date named. Finding is `date_finding.py`, meaning `date_resolving.py`, the units of the calendar
`date_moment.py`, the anchor `date_anchor.py`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from everyclaim.model import TimePrecision, When
from everyclaim.text.date_anchor import is_narrative
from everyclaim.text.date_finding import Found, find_expressions
from everyclaim.text.date_moment import Moment, day_of, interval, value
from everyclaim.text.date_ranges import is_range, shared_order, shared_years
from everyclaim.text.date_resolving import narrowed, resolve
from everyclaim.text.date_state import COUNTED, FOLLOWING, Resolved, State
from everyclaim.text.time_clock import clock
from everyclaim.text.time_lengths import length_of


@dataclass(frozen=True, slots=True)
class Expression:
    """A resolved time expression.

    `when` is None for lengths of time and for what the text alone cannot place; `value` is ISO 8601 with the usual
    letters for seasons and parts of the day; `length` an ISO 8601 duration; `ends` the values of a range's two ends.
    """

    start: int
    end: int
    kind: str | None
    when: When | None = None
    value: str | None = None
    length: str | None = None
    ends: tuple[str, ...] = ()
    how: str = ""


@lru_cache(maxsize=8)
def find_times(text: str, anchor: date | None = None) -> tuple[Expression, ...]:
    """Find and resolve all time expressions of a view of a text.

    Args:
        text: the view.
        anchor: the day from which "yesterday" and "Monday" count; without one only absolute dates resolve.
    """
    found = shared_order(shared_years(text, find_expressions(text)))
    return tuple(_walk(text, found, State(anchor, anchor is None or is_narrative(found, anchor))))


def _walk(text: str, found: list[Found], state: State) -> Iterator[Expression]:
    position = 0
    last_at = 0
    while position < len(found):
        each = found[position]
        state = replace(state, ahead=_is_ahead(text, each.start), carry=_carried(text, found[:position], each, state))
        second = (
            found[position + 1] if position + 1 < len(found) and is_range(text, each, found[position + 1]) else None
        )
        near = _NO_SENTENCE_END.fullmatch(text[last_at : each.start]) is not None
        each, base = _from_its_event(text, found[position : position + 2], state)
        made, resolved = _resolved(each, second, base, near=near)
        if resolved is not None and not (state.narrative and _is_aside(text, each)):
            state = _after(state, resolved, each.kind)
            last_at = each.end
        yield made
        position += 1 if second is None or made.end == each.end else 2


_ON_FROM = {"after": "later", "following": "later", "before": "earlier", "prior to": "earlier"}
_NAMES_A_DAY = ("day", "numeric", "weekday", "deictic", "holiday")
_TO_ITS_DAY = re.compile(r"[^,.;:\n]{1,90}")
"""What stands between "two days after" and the day of the event: the event, told without a pause."""


def _from_its_event(text: str, ahead: list[Found], state: State) -> tuple[Found, State]:
    """Count from the event that is named next with its day: "a day after rebels took the base on Monday"."""
    each = ahead[0]
    rel = _ON_FROM.get(each.words.get("rel", "").lower())
    if each.kind != "event" or rel is None or "n" not in each.words or len(ahead) == 1:
        return each, state
    event = ahead[1]
    if event.kind not in _NAMES_A_DAY or not _TO_ITS_DAY.fullmatch(text[each.end : event.start]):
        return each, state
    resolved = resolve(event.kind, event.words, state)
    if resolved is None or resolved.moment.unit != "day" or (span := interval(resolved.moment)) is None:
        return each, state
    counted = replace(each, kind="counted", words={**each.words, "rel": rel})
    return counted, replace(state, day=span[0], last=resolved.moment)


_NO_SENTENCE_END = re.compile(r"(?:(?!\n\n|[.!?][\"']?\s+[A-Z\"]).){0,400}", re.DOTALL)
_CARRY = 250
"""How far on, within a paragraph, a date without a year still takes that of the last date that has one."""


def _carried(text: str, before: list[Found], each: Found, state: State) -> Moment | None:
    """The date with a year that a day without one follows closely, in the same paragraph."""
    if each.kind != "day" or state.narrative:
        return None
    for other in reversed(before):
        between = text[other.end : each.start]
        if "\n\n" in between or len(between) > _CARRY:
            return None
        if other.kind in ("day", "days", "month") and "y" in other.words:
            resolved = resolve(other.kind, other.words, state)
            return None if resolved is None else resolved.moment
    return None


_ASIDE = re.compile(
    r"\b(?:as of|planned|scheduled|projected|expected|due|would|declassified|published|released|revealed|surpassing"
    r"|compared (?:to|with)|than|similar to|lasted|lasting|last(?=s until)|so-called|later known)\b[^.;,()\n]{0,60}$"
)


def _is_aside(text: str, each: Found) -> bool:
    """Whether a year is named in passing: a plan, a comparison, a later publication. The story does not move there."""
    return "y" in each.words and _ASIDE.search(text[max(0, each.start - 90) : each.start]) is not None


_AHEAD = re.compile(
    r"\b(?:will|due|scheduled|planned|plans|planning|expected|upcoming|going to|is to|are to|to be held)\b"
    r"(?:(?!\b(?:after|following|since|when|who|that|said)\b)[^.;,\n\"])*$"
)


def _is_ahead(text: str, start: int) -> bool:
    return _AHEAD.search(text[max(0, start - 90) : start]) is not None


def _resolved(each: Found, second: Found | None, state: State, *, near: bool) -> tuple[Expression, Resolved | None]:
    """One expression, with the end of its range where it has one; and what the walk is to remember."""
    if each.kind is None:
        return _part_alone(each, state, near=near), None
    if each.kind == "duration":
        return Expression(each.start, each.end, "duration", length=length_of(each.words)), None
    resolved = resolve(each.kind, each.words, state)
    if resolved is None:
        return Expression(each.start, each.end, each.kind), None
    if each.edge is not None:
        resolved = narrowed(resolved, each.edge)
    end = each.end
    if second is not None and second.kind is not None:
        other = resolve(second.kind, second.words, _after(state, resolved, each.kind))
        if other is not None and each.kind == "weekday" and not _follows(resolved.moment, other.moment):
            resolved = resolved._replace(moment=_week_before(resolved.moment))
        if other is not None and _follows(resolved.moment, other.moment):
            resolved, end = resolved._replace(last=other.last or other.moment), second.end
    return _expression(each, end, resolved, state), resolved


def _week_before(moment: Moment) -> Moment:
    return day_of(date(moment.year, moment.month, moment.day) - timedelta(days=7))


def _follows(first: Moment, second: Moment) -> bool:
    return (first.year, first.month, first.day) < (second.year, second.month, second.day)


def _after(state: State, resolved: Resolved, kind: str | None) -> State:
    """The state after a date was named. A bare year that is the story's own does not lose its month."""
    moment = resolved.last or resolved.moment
    if kind == "past" or (kind in ("counted", "decade", "century") and moment.unit != "day"):
        return state
    span = interval(moment)
    day = span[0] if span is not None and moment.unit == "day" else state.day
    if moment.unit == "year" and state.last is not None and state.last.year == moment.year:
        return state
    return replace(state, last=moment, day=day, first=state.first or _story_day(state, day))


_RECENT = 21
"""A day within three weeks before the report is one of its news; the day of the dateline is not."""


def _story_day(state: State, day: date | None) -> date | None:
    if state.anchor is None or day is None:
        return None
    return day if 0 < (state.anchor - day).days <= _RECENT else None


def _part_alone(each: Found, state: State, *, near: bool) -> Expression:
    """Place "at dawn", "07:15": on the day named in its sentence, else on the first of the news, else on the anchor."""
    day = state.day if near or state.narrative else state.first or state.anchor
    if near and day is None:
        day = state.anchor
    if day is None:
        return Expression(each.start, each.end, "part")
    resolved = Resolved(day_of(day), None, COUNTED if day == state.anchor else FOLLOWING)
    return _expression(each, each.end, resolved, state)


def _expression(each: Found, end: int, resolved: Resolved, state: State) -> Expression:
    last = resolved.last or resolved.moment
    ends = (value(resolved.moment),) if resolved.last is None else (value(resolved.moment), value(last))
    part = each.part or _own_part(each)
    first_span, last_span = interval(resolved.moment), interval(last)
    when = None
    if first_span is not None and last_span is not None:
        earliest, latest = _stretched(each, part, (first_span[0], last_span[1]), state)
        when = _when(each, resolved, part, (earliest, latest))
    return Expression(each.start, end, each.kind or "part", when, ends[0], None, ends, resolved.how)


def _own_part(each: Found) -> str | None:
    """The part of the day inside "last night", "this morning", "that evening"."""
    words = " ".join(each.words.values()).lower()
    return next(
        (part for part in ("night", "morning", "afternoon", "evening") if re.search(rf"\b(?:to)?{part}\b", words)), None
    )


def _stretched(each: Found, part: str | None, span: tuple[date, date], state: State) -> tuple[date, date]:
    """What the words add to the days: a night spans two dates, "earlier this week" ends with the anchor."""
    earliest, latest = span
    if part == "overnight" and earliest == latest:
        # the night that ended on the day of the report, unless an earlier day is named
        into = each.kind is None or earliest == state.anchor
        return (earliest - timedelta(days=1), latest) if into else (earliest, latest + timedelta(days=1))
    rel = each.words.get("rel", "").lower()
    if each.kind == "unit" and state.anchor is not None and earliest <= state.anchor <= latest:
        if rel.startswith("earlier"):
            return earliest, state.anchor
        if rel.startswith("later"):
            return state.anchor, latest
    return earliest, latest


_BEFORE = ("until", "till", "prior to", "before", "no later than", "by", "up to")


def _when(each: Found, resolved: Resolved, part: str | None, span: tuple[date, date]) -> When:
    earliest, latest = span
    if each.relation in _BEFORE:
        return When(None, earliest if each.relation in ("before", "prior to") else latest, "before", part, _clock(each))
    if each.relation is not None:
        return When(latest if each.relation == "after" else earliest, None, "after", part, _clock(each))
    if each.clock is not None:
        return When(earliest, latest, "hour", part, _clock(each))
    if part is not None:
        return When(earliest, latest, "part_of_day", part)
    return When(earliest, latest, _precision(resolved, (latest - earliest).days + 1))


def _clock(each: Found) -> str | None:
    return None if each.clock is None else clock(each.clock)


_LONGEST: tuple[tuple[int, TimePrecision], ...] = ((1, "day"), (6, "days"), (7, "week"), (31, "month"), (100, "season"))


def _precision(resolved: Resolved, days: int) -> TimePrecision:
    named: dict[str, TimePrecision] = {"month": "month", "season": "season", "year": "year", "quarter": "season"}
    if resolved.last is None and resolved.moment.unit in named:
        return named[resolved.moment.unit]
    if resolved.last is None and resolved.moment.unit in ("week", "weekend"):
        return "week" if resolved.moment.unit == "week" else "days"
    return next((precision for longest, precision in _LONGEST if days <= longest), "year")
