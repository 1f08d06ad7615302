"""Whether words that look like a time are one: "May", "fall", "second" and "1973" are often something else.

Where it stands: `date_finding.py` asks here before it takes a pattern's match; the neighbours decide.
"""

import re
from collections.abc import Callable, Mapping

Match = re.Match[str]
_NEIGHBOURS = 24
"""How many characters on either side are looked at: a preposition before, an adjective and a noun after."""


def stands(text: str, kind: str, match: Match) -> bool:
    """Whether a pattern's words are a time here."""
    judge = _JUDGES.get(kind)
    if judge is None:
        return True
    before = text[max(0, match.start() - _NEIGHBOURS) : match.start()]
    return judge(match, before, text[match.end() : match.end() + _NEIGHBOURS])


_MONTH_CUE = re.compile(
    r"(?i:\b(?:in|of|since|until|till|by|during|from|to|between|before|after|and|or|early|late|mid|this|last|next"
    r"|through|around|throughout|every|beginning|end)[ -])$|[-(]$|, $"
)
_NAME_MONTHS = ("may", "march", "april", "june", "august")
"""Months that are also verbs, nouns or given names."""
_NO_MONTH = re.compile(r" (?:of|on|to(?! [A-Z])|through|for|against)\b|-[a-z]")


def _is_month(match: Match, before: str, after: str) -> bool:
    groups, name = match.groupdict(), match["m"].lower()
    if groups.get("y") or groups.get("rel"):
        return True
    cue = _MONTH_CUE.search(before) is not None and (not before.endswith(", ") or after[:1] in tuple(",.;)"))
    if name.endswith("."):
        return cue
    if len(name) <= len("sept") and name not in ("may", "june", "july"):
        return False
    if name in ("may", "march") and _NO_MONTH.match(after):
        return False
    return cue or name not in _NAME_MONTHS


_SEASON_CUE = re.compile(
    r"(?i:\b(?:in|last|this|next|early|late|mid|that|during|since|until|by|the|and|or|over|through)[ -])$"
)
_CAMPAIGN = re.compile(r" (?i:offensive|campaign|fighting|assault|harvest|floods|rains)")
_NO_SEASON = re.compile(
    r" of (?!that|the year|this)|'s|-| (?:water|apart|victim|short|back|into|under|from|to|flat|through)\b"
)


def _is_season(match: Match, before: str, after: str) -> bool:
    if match.groupdict().get("y"):
        return True
    if _NO_SEASON.match(after):
        return False
    if match["s"].lower() not in ("fall", "spring"):
        return True
    opening = match[0].lower().startswith(("the ", "last", "this", "next", "that"))
    return opening or _CAMPAIGN.match(after) is not None or _SEASON_CUE.search(before) is not None


_COUNTED = re.compile(
    r" (?:[a-z-]+ )?(?:people|men|women|children|soldiers|civilians|troops|fighters|km|miles|dollars|tons|tonnes)\b"
)
_QUANTIFIED = re.compile(
    r"(?i:\b(?:some|at least|nearly|almost|over|more than|as many as|up to|number|no\.|resolution)) $"
)
_NO_YEAR = re.compile(r" ?%|-\w| (?:hours|UTC|GMT|local)\b")


def _is_year(match: Match, before: str, after: str) -> bool:
    if match.groupdict().get("bc"):
        return True
    return not (_COUNTED.match(after) or _QUANTIFIED.search(before) or _NO_YEAR.match(after))


def _are_years(match: Match, before: str, after: str) -> bool:
    del before
    if match.groupdict().get("bc"):
        return True
    first, last = match["y"], match["y2"]
    end = int(last) if len(last) == len(first) else int(first[:2] + last)
    return int(first) < end and not re.match(r"-\w", after)


_NEAR_DAYS = 3
"""How far apart "15 and 17 February" may be: what is farther is rather a count after a date ("May 5 and 20 men")."""


def _are_days(match: Match, before: str, after: str) -> bool:
    del before, after
    first, last = int(re.sub(r"\D", "", match["d"])), int(re.sub(r"\D", "", match["d2"]))
    return first < last and (match["to"].strip() not in ("and", "or") or last - first <= _NEAR_DAYS)


def _is_numeric(match: Match, before: str, after: str) -> bool:
    del before, after
    first, second = int(match["d"]), int(match["n"])
    return 0 < first <= 31 and 0 < second <= 31 and min(first, second) <= 12


def _is_holiday(match: Match, before: str, after: str) -> bool:
    del match, before
    return not re.match(r" [A-Z]", after)


_OLD = re.compile(r"[- ]old\b|[- ]of age\b")


def _is_length(match: Match, before: str, after: str) -> bool:
    if match["u"].lower() == "second" and not re.search(r"seconds\b", match[0]):
        return False
    return not _OLD.match(after) and not re.search(r"[\d.,-]$", before)


_JUDGES: Mapping[str, Callable[[Match, str, str], bool]] = {
    "month": _is_month,
    "season": _is_season,
    "year": _is_year,
    "years": _are_years,
    "days": _are_days,
    "numeric": _is_numeric,
    "holiday": _is_holiday,
    "duration": _is_length,
    "counted": _is_length,
}
