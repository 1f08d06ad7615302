"""Finds time expressions: the longest pattern at each position, then clock times and parts of the day joined to days.

Where it stands: `calendar.py` resolves what is found here. Nothing here knows what day it is.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from everyclaim.text.date_patterns import PATTERNS, Kind
from everyclaim.text.date_words import CLOCK, PART, PARTS


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression: its kind, the words of its pattern's groups, and what was joined to it.

    `clock` and `part` are a clock time and a part of the day as written; `relation` the word before it that opens
    one end ("since"); `edge` the word that narrows it ("late"). `kind` None: only a clock time or part of the day.
    """

    start: int
    end: int
    kind: Kind | None
    words: Mapping[str, str] = field(default_factory=dict)
    clock: str | None = None
    part: str | None = None
    relation: str | None = None
    edge: str | None = None


_DAYS = ("day", "days", "numeric", "weekday", "deictic", "same", "ordinal", "holiday")
_STRETCHES = ("month", "season", "year", "decade", "century", "unit", "half", "years")
_ABSOLUTE = ("day", "days", "numeric", "month", "season", "year", "years", "weekday", "holiday")

_PART = rf"(?i:(?P<part>late at night|{PART}|early|late)(?! (?:of|on) (?:the )?attack))"
_BEFORE_DAY = re.compile(
    rf"(?:(?:(?i:at|about|around|by|shortly after|shortly before|just after|just before) )*(?P<clock>{CLOCK})(?:,? (?:on|of)(?: the)?|,)? "
    rf"|(?:(?i:(?:(?:shortly |just )?(?:at|before|after|around|by|about|during|in|on) )?(?:the )?)){_PART}"
    r"(?:,? (?i:on|of|in|hours of|hours on|hours)(?: the)?|,)? )$"
)
_AFTER_DAY = re.compile(
    rf"(?:,? (?i:(?:(?:shortly |just )?(?:at|around|about|by|before|after|in|during) )?(?:the )?)(?:early |late )?{_PART}"
    rf"(?! (?:raid|raids|attack|attacks|vigil|prayers|school|shift|edition)\b)\b"
    rf"|,? \(?(?i:(?:shortly |just )?(?:at|around|about|by|before|after|from) )*(?P<clock>{CLOCK})\)?)"
)
_ALONE = re.compile(
    rf"(?<!\w)(?:(?P<clock>{CLOCK})|(?i:(?:(?:shortly |just |long )?(?:at|before|after|around|by|about) |(?:late |early )?(?:in|during|that|into) "
    r"(?:the )?(?:early |late )?)"
    rf"(?P<part>late at night|{PART})|(?P<bare>overnight|pre-?dawn))\b(?! (?:of|prayers|school|raid on)\b))"
)
_EDGE = re.compile(
    r"(?i:(?:in )?(?:the )?(?:very )?(?P<edge>early|beginning|start|opening|first (?:days|weeks|months|part)|mid|middle"
    r"|late|latter part|end|close|final (?:days|weeks|months)|last (?:days|weeks|months)|closing (?:days|weeks|months))"
    r"(?: (?:days|weeks|months|part))?(?:[- ]| (?:of|in) )(?:the )?)$"
)
_RELATION = re.compile(
    r"(?i:\b(?P<relation>ever since|since|until|till|prior to|before|after|no later than|by|up to) (?:the )?)$"
)
_MODIFIES = re.compile(
    r"(?:'s?\b|-)|[- ](?!(?:a|about|after|against|amid|among|and|are|around|as|at|because|before|between|but|by|during|following|for"
    r"|from|had|has|have|he|her|his|if|in|inside|into|is|it|its|near|of|off|on|or|outside|over|she|shortly|since|so|that|the|their"
    r"|there|they|this|to|toward|towards|under|until|was|we|were|when|where|which|while|who|with|would|will)\b)[a-z]"
)
"""A day or month that describes a noun ("before Sunday's vote", "after the March floods") opens no interval."""

_AGE_OR_AFTER = re.compile(r"[- ]old\b|[- ]of age\b")
_LOOK_BACK = 48


def find_expressions(text: str) -> list[Found]:
    """Find all time expressions in a view of the text, left to right, none overlapping another."""
    flat = re.sub(r"(?<!\n)\n(?!\n)", " ", text)
    days = _apart([_joined(flat, each) for each in _longest(flat)])
    return sorted([*days, *_alone(flat, days)], key=lambda found: found.start)


def _apart(found: list[Found]) -> list[Found]:
    """Drop what a day has taken in, and let no expression reach back into the one before it."""
    out: list[Found] = []
    for each in found:
        while out and each.start < out[-1].end and out[-1].kind not in (*_DAYS, *_STRETCHES):
            out.pop()
        out.append(replace(each, start=out[-1].end) if out and each.start < out[-1].end else each)
    return out


def _longest(text: str) -> Iterator[Found]:
    rivals = [
        Found(*match.span(), kind, _words(match))
        for kind, pattern in PATTERNS
        for match in pattern.finditer(text)
        if _stands(text, kind, match)
    ]
    end = 0
    for each in sorted(rivals, key=lambda found: (found.start, -found.end)):
        if each.start >= end:
            yield each
            end = each.end


def _words(match: re.Match[str]) -> Mapping[str, str]:
    return {name: words for name, words in match.groupdict().items() if words is not None}


def _joined(text: str, found: Found) -> Found:
    """Join what belongs to an expression before and after it."""
    if found.kind in _DAYS:
        found = _with_part(text, found)
    elif (
        found.kind in _STRETCHES
        and (edge := _EDGE.search(text[max(0, found.start - _LOOK_BACK) : found.start])) is not None
    ):
        found = replace(found, start=found.start - len(edge[0].lstrip()), edge=edge["edge"].lower())
        found = replace(found, start=found.start + (3 if text[found.start : found.start + 3].lower() == "in " else 0))
    if found.kind in (*_DAYS, *_STRETCHES) and not _MODIFIES.match(text, found.end):
        relation = _RELATION.search(text[max(0, found.start - _LOOK_BACK) : found.start])
        if relation is not None:
            start = found.start - len(relation[0])
            found = replace(found, start=start, relation=relation["relation"].lower())
    return found


def _with_part(text: str, found: Found) -> Found:
    before = _BEFORE_DAY.search(text[max(0, found.start - _LOOK_BACK) : found.start])
    if before is not None and not text[found.start - 1].isalnum():
        found = replace(found, start=found.start - len(before[0]), clock=before["clock"], part=_part(before["part"]))
    after = _AFTER_DAY.match(text, found.end)
    while after is not None:
        found = replace(
            found,
            end=after.end(),
            clock=found.clock or after["clock"],
            part=_finer(found.part, _part(after["part"])),
        )
        after = _AFTER_DAY.match(text, found.end)
    return found


def _part(words: str | None) -> str | None:
    if words is None:
        return None
    words = words.lower()
    return next(part for word, part in PARTS.items() if re.fullmatch(word.replace("-", "[- ]?"), words))


def _finer(first: str | None, second: str | None) -> str | None:
    """Of "early ... morning" the morning."""
    return second if first in (None, "early", "late") and second is not None else first


def _alone(text: str, days: list[Found]) -> Iterator[Found]:
    """Clock times and parts of the day that no day stands beside."""
    for match in _ALONE.finditer(text):
        if all(match.end() <= each.start or match.start() >= each.end for each in days):
            yield Found(*match.span(), None, clock=match["clock"], part=_part(match["part"] or match["bare"]))


_TIME_PREPOSITION = re.compile(
    r"(?i:\b(?:in|of|since|until|till|by|during|from|to|between|before|after|and|or|early|late|mid|this|last|next|through"
    r"|around|about|circa|throughout|than|for|on|the|begin(?:ning)?|end|start|middle|that|until)[ -])$|[-(]$|[;,] $|^$|\n$|\. $"
)
_MONTH_PREPOSITION = re.compile(
    r"(?i:\b(?:in|of|since|until|till|by|during|from|to|between|before|after|and|or|early|late|mid|this|last|next"
    r"|through|around|throughout|every|beginning|end)[ -])$|[-(]$|, $"
)
_COUNTED = re.compile(
    rf" (?:[a-z-]+ )?(?:people|men|women|children|soldiers|civilians|troops|fighters|km|miles|dollars|tons|tonnes)\b"
)
_QUANTIFIED = re.compile(
    r"(?i:\b(?:some|about|at least|nearly|almost|over|more than|approximately|as many as|up to|number|no\.|resolution)) $"
)
_NAME_MONTHS = ("may", "march", "mar", "april", "june", "august", "jan", "jun")


def _stands(text: str, kind: Kind, match: re.Match[str]) -> bool:
    """Whether a pattern's words are a time here: "May", "fall" and "1973" are often something else."""
    before, after = text[max(0, match.start() - 20) : match.start()], text[match.end() : match.end() + 24]
    match kind:
        case "month":
            return _is_month(match, before, after)
        case "season":
            return _is_season(match, before, after)
        case "year":
            if match.groupdict().get("bc"):
                return True
            return not (
                _COUNTED.match(after)
                or _QUANTIFIED.search(before)
                or re.match(r" ?%|-\w| (?:hours|UTC|GMT|local)\b", after)
            )
        case "days":
            first, last = int(re.sub(r"\D", "", match["d"])), int(re.sub(r"\D", "", match["d2"]))
            return first < last and (match["to"].strip() not in ("and", "or") or last - first <= _NEAR_DAYS)
        case "holiday":
            return not re.match(r" [A-Z]", after)
        case "numeric":
            return _is_numeric(match)
        case "duration" | "counted":
            if match["u"].lower() == "second" and not re.search(r"seconds\b", match[0]):
                return False
            return not _AGE_OR_AFTER.match(after) and not re.search(r"[\d.,-]$", before)
        case "years":
            return bool(match.groupdict().get("bc")) or (
                _is_span(match["y"], match["y2"]) and not re.match(r"-\w", after)
            )
    return True


_NEAR_DAYS = 3
"""How far apart "15 and 17 February" may be: what is farther is rather a count after a date ("May 5 and 20 men")."""


def _is_span(first: str, last: str) -> bool:
    end = int(last) if len(last) == 4 else int(first[:2] + last)
    return int(first) < end


def _is_numeric(match: re.Match[str]) -> bool:
    first, second = int(match["d"]), int(match["n"])
    return 0 < first <= 31 and 0 < second <= 31 and min(first, second) <= 12


def _is_month(match: re.Match[str], before: str, after: str) -> bool:
    groups = match.groupdict()
    if groups.get("y") or (groups.get("rel") and match["m"].lower().rstrip(".") not in ("mar",)):
        return True
    if len(match["m"].rstrip(".")) <= 3 and match["m"] not in ("May", "MAY"):
        return bool(_MONTH_PREPOSITION.search(before)) and match["m"].endswith(".")
    if match["m"].lower() not in _NAME_MONTHS:
        return True
    if match["m"].lower() in ("may", "march", "mar") and re.match(
        r" (?:of|on|to(?! [A-Z])|through|for|against)\b|-", after
    ):
        return False
    return _MONTH_PREPOSITION.search(before) is not None and (not before.endswith(", ") or after[:1] in ",.;)")


_SEASON_CUE = re.compile(
    r"(?i:\b(?:in|last|this|next|early|late|mid|that|during|since|until|by|the|and|or|over|through)[ -])$"
)


_CAMPAIGN = re.compile(r" (?i:offensive|campaign|fighting|assault|harvest|floods|rains)")


def _is_season(match: re.Match[str], before: str, after: str) -> bool:
    groups = match.groupdict()
    if groups.get("y"):
        return True
    if re.match(
        r" of (?!that|the year|this)|'s|-| (?:water|apart|victim|short|back|into|under|from|to|flat|through)\b", after
    ):
        return False
    if match["s"].lower() in ("fall", "spring"):
        return bool(
            _CAMPAIGN.match(after)
            or _SEASON_CUE.search(before)
            or match[0].lower().startswith(("the ", "last", "this", "next", "that"))
        )
    return True
