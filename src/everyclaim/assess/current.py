"""What each origin says now: repeats dropped, earlier counts superseded, versions of one day taken together.

A later number outside what the origin said before replaces it; one inside only repeats it. Papers print the next day
what was said the day before: a number that meets the one before it, published within a day, is a version of the same
statement. Of several numbers in one report the largest is the whole. An approximation ("about 50") of a number that the
origin gives more exactly adds nothing. A word without a number never replaces a number.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from everyclaim.assess.names import listed
from everyclaim.assess.weighed import Weighed

_Words = tuple[int | None, int | None, str]
_APPROXIMATE = frozenset({"about", "nearly"})
NEXT_DAY = timedelta(days=1)
"""A statement of the evening is in the papers of the next day; later than that, a changed number is a new one."""


@dataclass(frozen=True, slots=True)
class Current:
    """What one origin says now of one group of people.

    `firm`: it rests on an asserted number and may set the least. `low` None: only a top was given. `enemy`: all of it
    is a belligerent's word about its enemy; `contested`: all of it is about people of contested status. `said_on` is
    the day of the newest version that said something new; `claims` are the versions that hold, repeats among them.
    """

    origin: str
    low: int | None
    high: int
    open_high: bool
    firm: bool
    enemy: bool
    contested: bool
    credible: bool
    said_on: date | None
    claims: tuple[Weighed, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The voices by name."""
        return tuple(each.voice.name for each in self.claims)


def names_in(said: Iterable[Current]) -> str:
    """The voices of several origins, for a sentence."""
    return listed(name for each in said for name in each.names)


def current(figures: Iterable[Weighed], open_kinds: Sequence[str]) -> tuple[Current, ...]:
    """Reduce the figures of one row to what each origin says now, words and numbers apart."""
    by_origin: dict[tuple[str, bool], list[Weighed]] = defaultdict(list)
    for each in figures:
        if each.interval is not None:
            by_origin[each.origin, each.contested].append(each)
    found: list[Current] = []
    for (origin, _contested), said in sorted(by_origin.items()):
        firm = _firm(origin, [each for each in said if each.firm])
        newest = firm.said_on if firm is not None else None
        soft = [_single(origin, each) for each in said if not each.firm and not _is_older(each.said_on, newest)]
        found += [*([firm] if firm is not None else []), *soft]
    return tuple(_opened(each, open_kinds) for each in found)


def _is_older(day: date | None, newest: date | None) -> bool:
    """Whether a vague word came before the number that the same voice gives now."""
    return day is not None and newest is not None and day < newest


def _opened(each: Current, open_kinds: Sequence[str]) -> Current:
    """Some voices count only those who reached them: there may be more."""
    partial = any(said.voice.kind in open_kinds and said.kind != "missing" for said in each.claims)
    return replace(each, open_high=True) if partial and each.high > 0 else each


def _single(origin: str, said: Weighed) -> Current:
    if said.interval is None:
        raise ValueError(f"Claim {said.claim.id} gives nothing to count with; leave it out before reducing.")
    low, high, open_high, _specific = said.interval
    return Current(
        origin, low, high, open_high, said.firm, said.enemy, said.contested, said.credible, said.said_on, (said,)
    )


def _firm(origin: str, said: Sequence[Weighed]) -> Current | None:
    """The numbers of an origin, in the order in which they were said."""
    state: Current | None = None
    seen: set[_Words] = set()
    for each in _one_a_report(origin, said):
        if state is None:
            state = each
        elif _words(each.claims[0]) not in seen and not _repeats(each, state):
            state = _together(state, each) if _is_version(state, each) else each
        else:
            opened = state.open_high or (each.open_high and _is_version(state, each))
            state = replace(state, open_high=opened, claims=(*state.claims, *each.claims))
        seen |= {_words(other) for other in said if other.report == each.claims[0].report}
    return state


def _words(said: Weighed) -> _Words:
    return said.figure.number, said.figure.number_high, said.figure.expression


def _one_a_report(origin: str, said: Sequence[Weighed]) -> list[Current]:
    reports: dict[str, list[Current]] = defaultdict(list)
    for each in said:
        reports[each.report].append(_single(origin, each))
    return sorted((_whole(each) for each in reports.values()), key=_order)


def _whole(said: Sequence[Current]) -> Current:
    """Of the numbers in one report the largest, with those that overlap it; smaller ones are parts."""
    ordered = sorted(said, key=lambda each: (-each.high, each.low is None, each.low or 0, each.claims[0].claim.id))
    whole = ordered[0]
    for each in ordered[1:]:
        if each.high >= (whole.low or 0):
            whole = _together(whole, each)
    return whole


def _order(each: Current) -> tuple[bool, date, bool, str, str]:
    head = each.claims[0]
    day = head.said_on
    rough = head.figure.expression in _APPROXIMATE
    return day is None, day or date.max, rough, head.report, head.claim.id


def _is_version(state: Current, each: Current) -> bool:
    """Whether a number is another outlet's version of what was said before, and no news."""
    if state.said_on is None or each.said_on is None or state.said_on == each.said_on:
        return True
    meets = (each.low or 0) <= state.high and (state.low or 0) <= each.high
    return meets and abs(each.said_on - state.said_on) <= NEXT_DAY


def _repeats(each: Current, state: Current) -> bool:
    """Whether a version says nothing new: it lies inside what was said, or only rounds it."""
    head = each.claims[0].figure
    bottom = state.low if state.low is not None else 0
    if head.expression in _APPROXIMATE and head.number is not None:
        return bottom <= head.number <= state.high
    low = each.low if each.low is not None else each.high
    return bottom <= low and each.high <= state.high


def _together(one: Current, other: Current) -> Current:
    lows = [each for each in (one.low, other.low) if each is not None]
    return Current(
        one.origin,
        min(lows) if lows else None,
        max(one.high, other.high),
        one.open_high or other.open_high,
        one.firm or other.firm,
        one.enemy and other.enemy,
        one.contested and other.contested,
        one.credible and other.credible,
        max((each for each in (one.said_on, other.said_on) if each is not None), default=None),
        (*one.claims, *other.claims),
    )
