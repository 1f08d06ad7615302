"""The words of the calendar, and the pattern fragments made of them.

Where it stands: `date_patterns.py` puts these together. Months and weekdays must be capitalised (or all in capitals),
because "may", "march" and "sun" are common words; everything else is read in any case.
"""

from everyclaim.text.number_words import TEENS, TENS, UNITS

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The first month of each, north of the equator; what other halves of the world call summer is not known here."""

PARTS = {
    "dawn": "dawn", "daybreak": "dawn", "sunrise": "dawn", "first light": "dawn", "morning": "morning",
    "mid-morning": "morning", "noon": "noon", "midday": "noon", "lunchtime": "noon", "noontime": "noon",
    "afternoon": "afternoon", "mid-afternoon": "afternoon", "dusk": "dusk", "sunset": "dusk", "nightfall": "dusk",
    "evening": "evening", "night": "night", "midnight": "midnight", "overnight": "overnight", "nighttime": "night",
    "small hours": "night", "early hours": "early hours", "predawn": "dawn", "pre-dawn": "dawn", "daylight": "daylight",
    "broad daylight": "daylight", "rush hour": "rush hour", "early morning": "morning",
    "late morning": "morning", "late afternoon": "afternoon", "early afternoon": "afternoon", "late evening": "evening",
    "early evening": "evening", "late night": "night", "early": "early", "late": "late", "late at night": "night",
    "morning hours": "morning", "early morning hours": "morning", "evening hours": "evening", "night hours": "night",
    "daytime": "daylight", "early in the morning": "morning", "late in the evening": "evening",
    "late in the day": "late", "early in the day": "early", "late in the afternoon": "afternoon",
}  # fmt: skip
"""Every word for a part of the day, and the word that the record keeps for it."""

SPAN_UNITS = "second|minute|hour|day|night|week|fortnight|weekend|month|year|decade|centur(?:y|ie)"

SMALL_NUMBERS = {**UNITS, **TEENS, **TENS}
VAGUE_NUMBERS = ("several", "a few", "some", "many", "a couple of", "a number of")


def _capitals(words: tuple[str, ...] | list[str]) -> str:
    return "|".join([*words, *(word.upper() for word in words)])


_SHORT = ["Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec"]
MONTH = rf"(?:(?:{_capitals(MONTHS)})|(?:{_capitals(_SHORT)})\b\.?)(?!\w)"
WEEKDAY = rf"(?:{_capitals(WEEKDAYS)})\b"
_SHORT_DAYS = ["Mon", "Tues", "Tue", "Weds", "Wed", "Thurs", "Thur", "Thu", "Fri", "Sat", "Sun"]
WEEKDAY_SHORT = rf"(?:{WEEKDAY}|(?:{_capitals(_SHORT_DAYS)})\b\.?)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)(?:st|nd|rd|th|ST|ND|RD|TH)?\b"
YEAR = r"(?:1\d\d\d|20\d\d)(?!\d|[.,/:]\d|-\d{3})\b(?!%)"
ANCIENT = r"\d{1,4}(?= ?(?:BCE?\b|B\.C\.?))"
SEASON = r"(?i:spring|summer|autumn|fall|winter)\b"
PART = (
    "(?:"
    + "|".join(sorted((w.replace("-", "[- ]?") for w in PARTS if w not in ("early", "late")), key=len, reverse=True))
    + ")"
)
CLOCK = (
    r"(?:(?:[01]?\d|2[0-4])(?::[0-5]\d(?::[0-5]\d)?|\.[0-5]\d(?= ?(?:[ap]\.?m\b|hrs|hours|local|GMT|UTC)))(?!\d|[.:]\d)"
    r"(?: ?(?i:[ap]\.m\.|[ap]m\b|hrs\b|hours\b))?"
    r"|(?:1[0-2]|0?[1-9])(?: ?(?i:[ap]\.m\.|[ap]m\b)| ?o'clock(?: in the (?:morning|afternoon|evening)| at night)?)"
    r"|(?:[01]\d|2[0-3])[0-5]\d ?(?:hours\b|hrs\b|h\b|GMT\b|UTC\b|local time\b)"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:[ap]\.m\.|o'clock))"
    r"(?:,? ?\(?(?:local time|local|GMT|UTC|EST|EDT|[A-Z][a-z]+ time)\)?)?(?: \(\d\d:?\d\d ?(?:GMT|UTC)\))?(?!\w)"
)
NUMBER_WORD = "|".join(
    [*(rf"{ten}[- ]{unit}" for ten in TENS for unit in UNITS), *SMALL_NUMBERS, r"a hundred", r"\d{1,3}(?:\.\d)?"]
)


def month_of(word: str) -> int:
    """The number of a month from its name or abbreviation."""
    start = word[:3].lower()
    return next(n for n, name in enumerate(MONTHS, 1) if name.lower().startswith(start))


def weekday_of(word: str) -> int:
    """The number of a weekday, Monday 0, from its name or abbreviation."""
    start = word[:2].lower()
    return next(n for n, name in enumerate(WEEKDAYS) if name.lower().startswith(start))
