"""The patterns of time expressions: what stands on the calendar, what is counted from another day, what lasts.

Where it stands: `date_finding.py` looks for these and keeps the longest at each position; `date_resolving.py` says
what each kind means. A pattern's groups are its only result: `d m y` day, month and year as written, `w` weekday,
`rel` the word that relates it to another time, `n u` a number and its unit. Clock times and parts of the day are
joined to days afterwards, so no pattern here holds both.
"""

import re
from typing import Literal

from everyclaim.text.date_feasts import NAMES
from everyclaim.text.date_words import (
    ANCIENT,
    DAY,
    MONTH,
    NUMBER_WORD,
    SEASON,
    SPAN_UNITS,
    VAGUE_NUMBERS,
    WEEKDAY,
    WEEKDAY_SHORT,
    YEAR,
)

Kind = Literal[
    "day", "days", "numeric", "month", "season", "half", "year", "years", "decade", "century", "weekday", "deictic",
    "unit", "counted", "same", "ordinal", "past", "holiday", "event", "duration", "reference", "set",
]  # fmt: skip

_BC = r"(?P<bc> ?(?:BCE?\b|B\.C\.?))"
_WEEKDAY = rf"(?:(?P<w>{WEEKDAY_SHORT})(?: (?P<wp>morning|afternoon|evening|night))?,? (?:the )?)?"
_REL = (
    r"(?:last|past|this past|this|next|coming|upcoming|the following|the previous|the preceding|the same|that same"
    r"|that|the next)"
)
_REL_UNIT = (
    r"(?:(?:earlier|later|sometime|late|early) )?(?:last|this past|this|next|(?:the )?(?:coming|upcoming|current)"
    r"|(?:the )?(?:following|next|previous|preceding|same|past)|that same|that)"
)
_TO = r"(?: ?- ?| to | through | until | till )"
_ORDINAL = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first)"
)
_N = (
    rf"(?:(?:{NUMBER_WORD})(?:-| and a half | or (?:{NUMBER_WORD}) | to (?:{NUMBER_WORD}) )?|an?"
    rf"|{'|'.join(VAGUE_NUMBERS)}|half an?)"
)
_HEDGE = (
    r"(?:(?:about|around|some|nearly|almost|roughly|approximately|more than|over|at least|just|only|less than|up to) )?"
)
_DAY_PART = r"(?:day|morning|afternoon|evening|night)"

_FEASTS = "|".join(sorted(NAMES, key=len, reverse=True))

FORMS: tuple[tuple[Kind, str], ...] = (
    # on the calendar
    ("day", rf"{_WEEKDAY}(?i:the )?(?P<d>{DAY})(?: of)? (?P<m>{MONTH})(?:,? (?:of )?(?P<y>{YEAR}))?"),
    ("day", rf"{_WEEKDAY}(?P<m>{MONTH}) (?:the )?(?P<d>{DAY})(?!,\d)(?:,? (?:of )?(?P<y>{YEAR}))?"),
    ("day", rf"(?P<d>{DAY}) (?P<m>{MONTH}) (?P<yy>\d\d)(?= ?[-(\[])"),
    ("day", rf"{_WEEKDAY}(?i:the )?(?P<d>{DAY}) of (?P<same>this month|the month|that month|last month)"),
    ("day", r"(?P<y>(?:1\d|20)\d\d)-(?P<month>0\d|1[0-2])-(?P<d>[0-3]\d)(?!\d)"),
    (
        "days",
        (
            rf"(?i:the )?(?P<d>{DAY})(?P<to>{_TO}| and "
            rf"| or )(?:the )?(?P<d2>{DAY})(?: of)? (?P<m>{MONTH})(?:,? (?P<y>{YEAR}))?"
        ),
    ),
    ("days", rf"(?P<m>{MONTH}) (?P<d>{DAY})(?P<to>{_TO}| and | or )(?:the )?(?P<d2>{DAY})(?!,\d)(?:,? (?P<y>{YEAR}))?"),
    ("numeric", r"(?P<d>\d{1,2})(?P<sep>[/.])(?P<n>\d{1,2})(?P=sep)(?P<y>\d{4}|\d\d)(?![\d/.]\d)"),
    ("numeric", r"(?P<d>\d{1,2})-(?P<n>\d{1,2})-(?P<y>\d{4})"),
    ("holiday", rf"(?P<name>(?=[A-Z])(?i:{_FEASTS})\b)(?:,? (?:of |in )?(?P<y>{YEAR}))?"),
    ("holiday", r"(?P<name>9/11)"),
    ("month", rf"(?:(?P<rel>(?i:{_REL})) )?(?P<m>{MONTH})(?:,? (?:of )?(?:the year )?(?P<y>{YEAR}))?"),
    ("month", rf"(?P<m>{MONTH}),? (?P<y>{ANCIENT}){_BC}"),
    (
        "month",
        (
            rf"(?P<m>{MONTH}) (?:of )?(?P<rel>last year|this year|next year|that year|the same year"
            r"|the following year|the next year)"
        ),
    ),
    (
        "season",
        (
            rf"(?:(?P<rel>(?i:{_REL})) |(?i:the ))?(?P<s>{SEASON})(?:,?(?: of| in)? (?P<y>{YEAR}"
            rf"|{ANCIENT})(?P<bc> ?(?:BCE?\b|B\.C\.?))?)?"
        ),
    ),
    ("season", rf"(?P<y>{YEAR}) (?P<s>{SEASON})"),
    (
        "half",
        (r"(?i:the )?(?i:(?P<nth>first|1st|second|2nd|latter|last|third|3rd|fourth|4th)) (?P<u>half|quarter|part) of "
        rf"(?:the year )?(?:(?P<y>{YEAR})|(?P<rel>the year|that year|this year|last year|next year))"),
    ),
    ("years", rf"(?<![\d.,/-])(?P<y>1\d\d\d|20\d\d) ?[-/] ?(?P<y2>{YEAR}|\d\d(?!\d|[-/]))"),
    ("years", rf"(?P<y>\d{{1,4}})(?:(?: ?(?:BCE?|B\.C\.?))?(?: ?- ?| to ))(?P<y2>{ANCIENT}){_BC}"),
    ("year", rf"(?:(?<![\w$€£#/.,:-])|(?<=mid-)|(?<=pre-)|(?<=post-))(?P<y>{YEAR})(?: (?:AD|CE)\b)?"),
    ("year", rf"(?<![\d.,])(?P<y>{ANCIENT}){_BC}"),
    ("decade", r"(?i:the )?(?:(?P<y>(?:1\d|20)\d0)'?s\b|'(?P<yy>\d0)'?s\b)"),
    ("decade", r"(?i:the )?(?P<y>\d{1,3}0)s(?P<bc> ?(?:BCE?\b|B\.C\.?))"),
    ("century", rf"(?i:the )?(?i:(?P<nth>{_ORDINAL}))[- ](?i:century)(?P<bc> ?(?:BCE?\b|B\.C\.?))?"),
    # counted from another day
    (
        "weekday",
        (
            rf"(?:(?P<rel>(?i:{_REL})) )?(?P<w>{WEEKDAY})(?!s\b)(?:,? (?:of )?(?P<rel2>last week|this week"
            r"|next week|last))?"
        ),
    ),
    ("weekday", rf"(?P<rel2>(?i:last week|this week|next week)),? (?:on )?(?P<w>{WEEKDAY})"),
    (
        "deictic",
        (
            r"(?i:(?P<word>the day before yesterday|yesterday|today|tonight|tomorrow|last night|this (?:morning"
            r"|afternoon|evening)))\b"
        ),
    ),
    (
        "deictic",
        (
            r"(?i:(?P<word>earlier today|later today|earlier in the day|later in the day))\b"
        ),
    ),
    ("unit", rf"(?i:(?P<rel>{_REL_UNIT}) (?P<u>week|weekend|fortnight|month|year|decade|century))\b(?!-)"),
    ("unit", r"(?i:(?:over|at|on|during) (?:the|this) (?P<rel>last |past |coming )?(?P<u>weekend))\b"),
    ("unit", r"(?i:(?P<rel>earlier|later) in the (?P<u>week|month|year))\b"),
    (
        "unit",
        (
            r"(?i:(?:the )?(?:end|beginning|start|middle|close|rest) of the (?P<u>week|month|year))\b(?! of"
            r"| [a-z]*ing\b)"
        ),
    ),
    (
        "event",
        (
            rf"(?i:{_HEDGE}(?P<n>{_N}) (?P<u>{SPAN_UNITS})s? (?P<rel>before|after))\b"
            r"(?= (?!and|but|or|when|in|at|on|as|near|that|which|it|he|she|they|to|by|for|with\b)[a-z]+ [a-zA-Z0-9])"
        ),
    ),
    (
        "counted",
        (
            rf"(?i:{_HEDGE}(?P<n>{_N})[ ]?(?:more )?(?P<u>{SPAN_UNITS})s? (?P<rel>ago|earlier|previously"
            r"|prior|later|afterwards|afterward|from now|hence|(?:before|after)(?! (?:the|his|her|their|its|a|an|this"
            r"|[a-z]+ing)\b| [A-Z])))\b"
        ),
    ),
    ("counted", rf"(?i:(?P<n>)(?P<u>{SPAN_UNITS})s (?P<rel>ago|earlier|previously|later|afterwards))\b"),
    (
        "same",
        (
            r"(?i:(?:early |late |later )?(?P<rel>the (?:very )?next|the following|the previous|the preceding"
            rf"|the same|that same|that) (?P<u>{_DAY_PART}))\b"
        ),
    ),
    (
        "same",
        (
            r"(?i:(?P<rel>the (?:day|night|morning|evening) (?:before|after|following)|a day (?:after|before)"
            r"(?! [a-z]+ )|a day (?:later|earlier)"
            r"|next day))\b(?! (?:the|his|her|their|its|a|an|[a-z]+ing)\b| [A-Z])"
        ),
    ),
    (
        "ordinal",
        (
            r"(?i:the )(?P<d>(?:[12]?\d|3[01])(?:st|nd|rd|th))(?= ?[,.;:)]| and\b| (?:when|but|after|at|in|to"
            r"|until)\b|$|\n)"
        ),
    ),
    (
        "past",
        (
            rf"(?i:(?:in|over|during|within|for|throughout)? ?the (?:last|past) (?:(?P<n>{NUMBER_WORD}"
            rf"|{'|'.join(VAGUE_NUMBERS)}|few) )?(?P<u>{SPAN_UNITS})s?)\b"
        ),
    ),
    # about an event that nobody dated here
    (
        "event",
        (
            rf"(?i:{_HEDGE}(?P<n>{_N}) (?P<u>{SPAN_UNITS})s? (?P<rel>before|after|prior to|following"
            r"|into))\b(?= (?:the|his|her|their|its|a|an|this|[a-z]+ing)\b| [A-Z])"
        ),
    ),
    (
        "event",
        (
            r"(?i:(?P<rel>the (?:day|night|morning|week|month|year) (?:before|after|following|of))\b)(?= (?:the|his"
            r"|her|their|its|a|an|[a-z]+ing)\b| [A-Z])"
        ),
    ),
    # how long
    (
        "duration",
        (
            rf"(?i:{_HEDGE}(?:another |a further )?(?:first |next |final |last |full "
            rf"|entire )?(?P<n>{_N})[- ]?(?:more |full |long |consecutive |straight |bloody "
            rf"|brutal )?(?P<u>{SPAN_UNITS})s?(?:-long)?)(?![\w-])"
        ),
    ),
    ("duration", rf"(?i:(?P<n>)(?P<u>{SPAN_UNITS})s)(?=\b(?! (?:to come|old)\b| \d))"),
    ("duration", rf"(?i:(?P<n>)(?P<u>{SPAN_UNITS})-long)\b"),
    # neither
    (
        "set",
        (
            r"(?i:daily|weekly|monthly|annually|yearly|nightly|(?:every|each) (?:day|week|month|year|night)"
            r"|per (?:day|week|month|year))\b"
        ),
    ),
    ("set", rf"(?i:(?:every|each) )?{WEEKDAY}s\b|(?i:every|each) {WEEKDAY}"),
    (
        "reference",
        (
            r"(?i:(?P<word>now|currently|current|recent|at present|present-day|modern[- ]day|nowadays|right now"
            r"|recently|the past|former|(?:in )?(?:the )?future))\b"
        ),
    ),
    ("reference", r"(?i:(?<=during )|(?<=throughout )|(?<=in ))(?i:(?P<word>(?:this|that) (?:period|time)))\b"),
)  # fmt: skip
GUARD = r"(?<![\w'])"
"""Every pattern begins where no word runs on."""

PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"{GUARD}(?:{form})")) for kind, form in FORMS
)
