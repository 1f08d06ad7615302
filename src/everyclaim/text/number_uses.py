"""What numbers that count no people are used for: ages, money, years, distances, names of weapons, and so on.

Where it stands: the step `quantities` asks here before it offers a number as a count of people. `find_uses` finds
what is recognised by its own form; `use` judges a counting expression by the words around it. Who is counted by what
remains is decided later, by the noun.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from everyclaim.text.number_words import GAP, NUMBER
from everyclaim.text.numbers import Count


class Use(NamedTuple):
    """A number at `start` to `end` that counts no people, and its kind."""

    start: int
    end: int
    kind: str


_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WORD_AGE = r"[a-z]+(?:-[a-z]+)?"
_MONEY = r"(?:US|C|A|NZ|HK)?[$€£¥₪₹]|\b(?:USD|EUR|GBP|Rs\.?|SR|US dollars)"

_FORMS: tuple[tuple[str, str], ...] = (
    ("age", rf"\b(?:\d+|{_WORD_AGE})(?:-(?:and-a-half-)?| )(?:year|month|week|day)s?-olds?\b"),
    ("age", rf"\baged (?:between )?{NUMBER}(?:(?: ?- ?| to | and |, ){NUMBER})*"),
    ("age", rf"\bages? (?:of |between |from )*{NUMBER}(?: ?- ?| to | and ){NUMBER}"),
    ("age", r"(?<=[a-z]), \d{1,2}(?=,| and\b|;|\.(?:\s|$)|\)|:)(?!, \d)"),
    ("age", r"(?<=[a-z] )\(\d{1,2}\)"),
    (
        "age",
        r"\bin (?:his|her|their) (?:early |mid-?|late )?(?:\d0s|twenties|thirties|forties|fifties|sixties|seventies)\b",
    ),
    ("money", rf"(?:{_MONEY}) ?\d[\d,.]*(?: ?- ?\d[\d,.]*)?(?:[kmb]n?\b| (?:thousand|million|billion|trillion))?"),
    ("date", rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?: ?- ?\d{{1,2}})?\b(?!,\d)(?:,? \d{{4}}\b)?"),
    ("date", rf"\b{_MONTH},? \d{{4}}\b|\b(?:1[5-9]|20)\d0'?s\b"),
    (
        "time",
        r"\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) ?(?:[ap]\.m\.|[ap]m\b|o'clock)",
    ),
    (
        "weapon",
        r"\b[A-Z]{1,4}-\d+[A-Za-z]*\b|\b\d+(?:\.\d+)?[- ]?(?:mm|cal)\b|\b\d+-(?:caliber|calibre|inch|pounder|pound)\b",
    ),
    ("weapon", r"\b[A-Z][A-Za-z]+-\d+[A-Za-z]*\b|\b[A-Z]{1,3}\d{1,4}[A-Z]?\b|(?<!\w)\.\d\d\b"),
    ("number", r"(?:\bNo\.?|#|\bnumber|№) ?\d+[\w/-]*"),
    ("phone", r"\+\d[\d ()-]{6,}\d|\(\d{3}\) ?\d{3}-\d{4}|\b\d{3}-\d{3,4}(?:-\d{4})?\b"),
    ("coordinates", r"-?\d{1,3}\.\d{3,}°?(?: ?[NSEW]\b)?(?:, ?-?\d{1,3}\.\d{3,}°?(?: ?[EW]\b)?)?|\d+° ?\d*'?"),
    ("length", rf"\b(?:\d+|{_WORD_AGE})-(?:second|minute|hour|day|night|week|month|year|decade)(?:-long)?\b(?!-)"),
    ("one_of", r"\bone of the (?:most|\w+est|first|last|few|many|main|leading|oldest)\b"),
    ("rank", r"\b(?:top|Big|Group of|Gang of|Channel|Apollo|Catch) (?:\d+|[A-Z][a-z]+)\b(?<=\d|n|e|t|y|r|o|x)"),
)
_DIGIT_FORMS: tuple[tuple[str, str], ...] = (
    ("percentage", r"\d[\d,.]*(?: ?- ?\d[\d,.]*)?(?: ?%| ?per ?cent\b)"),
    ("date", r"\b\d{1,4}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b|\b9/11\b"),
    ("date", rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: ?- ?\d{{1,2}}(?:st|nd|rd|th)?)? (?:of )?{_MONTH}\b(?:,? \d{{4}}\b)?"),
    ("time", r"\b\d{1,2}[:.]\d{2}(?::\d{2})? ?(?:[ap]\.m\.|[ap]m\b|hrs|hours|GMT|UTC|local)?(?!\d)"),
    ("ordinal", r"\b\d+(?:st|nd|rd|th)\b"),
    ("address", r"\b\d{1,5}(?=(?: ?- ?\d+)? (?:north |south |east |west |N\.? |S\.? |E\.? |W\.? )?block\b)"),
    ("score", r"\b\d{1,3}-\d{1,3}(?= (?:win|victory|defeat|vote|lead|loss|draw|majority|ruling)\b)"),
    (
        "measure",
        r"\b\d[\d,.]*(?:km|kg|m|cm|ft|lb|lbs|mph|kph|C|F|ha)\b|\b\d+-(?:foot|metre|meter|mile|kilomet(?:er|re)|ton|tonne)\b",
    ),
)
"""Forms that begin with the first digit of a number, whatever they begin with otherwise: looked for there alone."""


def _compiled(forms: tuple[tuple[str, str], ...]) -> list[tuple[str, re.Pattern[str]]]:
    return [
        (kind, re.compile(form, re.IGNORECASE if kind in ("age", "time", "percentage") else 0)) for kind, form in forms
    ]


_USES, _DIGIT_USES = _compiled(_FORMS), _compiled(_DIGIT_FORMS)
_FIRST_DIGIT = re.compile(r"(?<!\d)\d")

_UNITS = (
    (
        "duration",
        r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|months?|years?|decades?|centur(?:y|ies))\b",
    ),
    (
        "distance",
        r"(?:kms?|kilomet(?:re|er)s?|met(?:re|er)s?|miles?|yards?|feet|foot|inch(?:es)?|centimet(?:re|er)s?|blocks)\b",
    ),
    (
        "weight",
        r"(?:kgs?|kilos?|kilogram(?:me)?s?|pounds? of|lbs?|tons?|tonnes?|grams?|gallons?|lit(?:re|er)s?|barrels)\b",
    ),
    (
        "money",
        r"(?:dollars?|euros?|pounds|pesos?|rupees?|dinars?|riyals?|rials?|shekels?|francs?|cents?|dirhams?|lira)\b",
    ),
    ("percentage", r"(?:per ?cent|percentage points?)\b"),
    ("measure", r"(?:degrees?|acres?|hectares?|square|cubic|knots?|mph|megawatts?|kilotons?)\b"),
    ("times", r"(?:times|rounds|occasions|shots|bullets|gunshots)\b"),
    ("score", r"(?:points?|goals?|runs|wickets|votes?)\b"),
    ("time", r"(?:a\.m\.|p\.m\.|am\b|pm\b|o'clock|hrs\b|GMT\b|UTC\b|local time|noon\b)"),
    ("number", r"(?:[A-Z][a-z]+ ){1,3}(?:Street|Avenue|Road|Lane|Drive|Boulevard|Way|Place|Square)\b"),
    ("share", r"half\b"),
)
_AFTER = [
    (
        kind,
        re.compile(
            rf"[ \n-]{{0,2}}(?:(?:more|full|long|straight|consecutive|other|U\.?S\.?|nautical|successive) )?{unit}"
        ),
    )
    for kind, unit in _UNITS
]
_NUMBERED = (
    "resolution|article|flight|route|highway|section|chapter|unit|room|gate|area|page|number|division|order|law|decree"
    "|act|sector|zone|district|block|building|apartment|house|road|interstate|channel|level|phase|type|mark|camp"
    "|checkpoint|junction|exit|pier|terminal|battalion|brigade|regiment|company|point|ward|line|paragraph|annex"
    r"|no\.|nos\."
)
_VEHICLES = "Boeing|Airbus|Tupolev|Antonov|Mirage|Sukhoi|Apache|Hawk|Kalashnikov|Grad|Scud|Tornado"
_AGED = (
    r"\b(?:aged|ages?(?: of)?|under the age of|over the age of|turned|under|years old,|[Hh]e was|[Ss]he was|[Hh]e is"
    r"|[Ss]he is) $"
)
_BEFORE = (
    ("number", rf"\b(?i:{_NUMBERED}) $"),
    ("age", _AGED),
    ("vehicle", rf"\b(?:{_VEHICLES}) $"),
)
_PRECEDED = [(kind, re.compile(words)) for kind, words in _BEFORE]
_AGE_AFTER = re.compile(r"[ -](?:years?|months?|weeks?|days?)(?:[ -]old\b| of age\b)")
_YEAR = re.compile(
    r"(?:(?:from|between) )?(?:1[5-9]|20)\d\d(?:(?: ?- ?| to | and | or )(?:1[5-9]|20)?\d\d)?", re.IGNORECASE
)
_COUNTED = re.compile(rf"{GAP}(?:[a-z][a-z'-]*{GAP}){{0,2}}(?:[a-z'-]{{3,}}s|people|men|women|children|dead)\b")
_NEAR = 20


def find_uses(text: str) -> Iterator[Use]:
    """Find numbers whose form alone says that they count no people, left to right; the longest of rivals."""
    found = [Use(*each.span(), kind) for kind, form in _USES for each in form.finditer(text)]
    found += _at_numbers(text)
    end = -1
    for each in sorted(found, key=lambda use: (use.start, -use.end)):
        if each.start >= end:
            yield each
            end = each.end


def _at_numbers(text: str) -> Iterator[Use]:
    numbers = [each.start() for each in _FIRST_DIGIT.finditer(text)]
    for kind, form in _DIGIT_USES:
        end = 0
        for start in numbers:
            if start >= end and (found := form.match(text, start)) is not None:
                yield Use(*found.span(), kind)
                end = found.end()


def use(text: str, count: Count) -> Use | None:
    """What a counting expression is used for, if its neighbours say that it counts no people."""
    start, end = count.start, count.end
    if (age := _AGE_AFTER.match(text, end)) is not None:
        return Use(start, age.end(), "age")
    for kind, unit in _AFTER:
        if (unit_found := unit.match(text, end)) is not None:
            return Use(start, unit_found.end(), kind)
    before = text[max(0, start - _NEAR) : start]
    for kind, cue in _PRECEDED:
        if cue.search(before):
            return Use(start, end, kind)
    if _YEAR.fullmatch(text[start:end]) and not _COUNTED.match(text, end):
        return Use(start, end, "date")
    return None
