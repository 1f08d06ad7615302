"""Two dates as one range, and a year that two dates share: "3 May to 5 June 2012", "in June and July 2013".

Where it stands: `calendar.py` asks here while it walks through what was found.
"""

import re
from dataclasses import replace

from everyclaim.text.date_finding import Found
from everyclaim.text.date_words import month_of, weekday_of

_JOINS = re.compile(r" ?(?:-|/|to|until|till|through) ?(?:the )?(?:on )?")
_AND = re.compile(r",? ?(?:and|or|,|/|to|-|until|through) ?(?:the )?(?:early |late |mid-)?")
_RANGED = ("day", "month", "season", "year", "weekday", "ordinal")
_BETWEEN = re.compile(r"\b[Bb]etween (?:the )?$")


def is_range(text: str, first: Found, second: Found) -> bool:
    """Whether two dates are the ends of one range: "3 May to 5 June", "Monday and Tuesday"."""
    if first.kind not in _RANGED or second.kind not in _RANGED or second.relation not in (None, "until", "till"):
        return False
    gap = text[first.end : second.start].replace("\n", " ")
    if _JOINS.fullmatch(gap) or (second.relation in ("until", "till") and gap == " "):
        return True
    if gap == " and " and first.kind == second.kind == "weekday" and _follow(first, second):
        return True
    return gap in (" and ", " and the ") and _BETWEEN.search(text[max(0, first.start - 14) : first.start]) is not None


def _follow(first: Found, second: Found) -> bool:
    """Whether the second weekday is the day after the first."""
    return (weekday_of(second.words["w"]) - weekday_of(first.words["w"])) % 7 == 1


def shared_years(text: str, found: list[Found]) -> list[Found]:
    """Give a date without a year that of the next in its row: "in June and July 2013"."""
    out = list(found)
    for n in range(len(out) - 2, -1, -1):
        first, second = out[n], out[n + 1]
        fits = first.kind in ("day", "month", "season") and second.kind in ("day", "days", "month", "season")
        lacks = "y" not in first.words and "y" in second.words
        if fits and lacks and _AND.fullmatch(text[first.end : second.start]) is not None:
            out[n] = replace(first, words={**first.words, **_year_words(first, second)})
    return out


def _year_words(first: Found, second: Found) -> dict[str, str]:
    """The year of the second; the one before where the first month would else come after the second."""
    year = second.words["y"]
    if "m" in first.words and "m" in second.words and month_of(first.words["m"]) > month_of(second.words["m"]):
        year = str(int(year) - 1)
    shared = {"y": year}
    if "bc" in second.words:
        shared["bc"] = second.words["bc"]
    return shared


def shared_order(found: list[Found]) -> list[Found]:
    """Give dates in figures the order of those that can be read in one way alone ("25/2/2015": the day first)."""
    figures = [each for each in found if each.kind == "numeric"]
    orders = {order for each in figures if (order := _order(each)) is not None}
    if len(orders) != 1:
        return found
    shared = {"order": orders.pop()}
    return [replace(each, words={**each.words, **shared}) if each.kind == "numeric" else each for each in found]


_MOST_MONTHS = 12


def _order(each: Found) -> str | None:
    first, second = int(each.words["d"]), int(each.words["n"])
    if (first > _MOST_MONTHS) == (second > _MOST_MONTHS):
        # with dots the day stands first wherever dots are used
        return "day" if each.words.get("sep") == "." else None
    return "day" if first > _MOST_MONTHS else "month"
