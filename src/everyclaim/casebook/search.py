"""Finds words in the texts of reports, in any script, and shows them where they stand.

Where it stands: `casebook.py` adds each report's words to the index, `view.py` asks. Words are made here, for the index
and for a search alike: without case, accents, vowel signs and the letter forms that Arabic writers use for one
another; a sign such as 🕊 is a word, and so is each sign of a script without spaces. The index holds no text: places
are found in the report, so that every hit has its offsets.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from sqlalchemy import Connection, select, text

from everyclaim.casebook import tables

_MARKS = (
    r"\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0dff\u0e31-\u0e4e"
)
_UNSPACED = (
    r"\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf"
    r"\u4e00-\u9fff\ua9e0-\ua9ff\uaa60-\uaa7f\uf900-\ufaff\U00020000-\U0003134f"
)
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese: no space stands between words, so that each sign with its marks is a
word of its own, and words searched for are signs in a row."""
_UNSPACED_MARKS = (
    r"\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u1056-\u1059\u17b4-\u17d3"
    r"\u3099\u309a"
)
_WORD = re.compile(rf"[{_UNSPACED}][{_UNSPACED_MARKS}]*|[^\W_{_UNSPACED}](?:[^\W_{_UNSPACED}]|[{_MARKS}])*|\S")
_ONE_LETTER = str.maketrans("ٱىیةہک", "اييههك")
_ASKED = re.compile(r'"([^"]*)"|(\S+)')

AROUND = 60
"""Characters shown on each side of what was found: with the words themselves about two lines of a terminal."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: its place and the form by which it is found."""

    start: int
    end: int
    form: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing searched for: forms in a row, the last of them perhaps only a beginning."""

    forms: tuple[str, ...]
    beginning: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a search's words stand in a report: half-open places in its reading text, in order."""

    report: str
    title: str | None
    places: tuple[tuple[int, int], ...]
    snippet: str
    snippet_start: int


def iter_words(text: str) -> Iterator[Word]:
    """Walk the words of a text; punctuation is none."""
    for found in _WORD.finditer(text):
        form = _form(found[0])
        if form:
            yield Word(*found.span(), form)


@lru_cache(maxsize=50_000)
def _form(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word).casefold()
    bare = "".join(sign for sign in decomposed if _is_kept(sign)).translate(_ONE_LETTER)
    return bare.replace("\u0640", "")


def _is_kept(sign: str) -> bool:
    """Letters, digits and signs; of marks those that are vowels nobody leaves out, from Devanagari to Khmer."""
    category = unicodedata.category(sign)
    return category in _KEPT or (category == "Mn" and "\u0900" <= sign <= "\u17ff")


_KEPT = {"Lu", "Ll", "Lt", "Lm", "Lo", "Nd", "Nl", "No", "Mc", "So"}


def add(connection: Connection, number: int, title: str | None, words: str) -> None:
    """Put a report's title and text into the index."""
    forms = " ".join(word.form for each in (title or "", words) for word in iter_words(each))
    statement = text("INSERT INTO report_words (rowid, words) VALUES (:number, :forms)")
    connection.execute(statement, {"number": number, "forms": forms})


def parse_query(query: str) -> tuple[Asked, ...]:
    """Cut a search into what is asked: all must be there; "in quotes" in a row; the* as a beginning.

    Raises:
        ValueError: there is no word in it.
    """
    asked = []
    for found in _ASKED.finditer(query):
        words = found[1] if found[1] is not None else found[2]
        forms = tuple(word.form for word in iter_words(words))
        if forms:
            asked.append(Asked(forms, words.endswith("*")))
    if not asked:
        raise ValueError(f'There is no word in {query!r}; give words, "words in a row", or a beginning with *.')
    return tuple(asked)


def find(connection: Connection, query: str, limit: int) -> Iterator[Hit]:
    """Find the reports that hold all that is asked, the best match first."""
    asked = parse_query(query)
    reports = tables.reports
    ranked = text("SELECT rowid, bm25(report_words) FROM report_words WHERE report_words MATCH :expression")
    expression = " AND ".join(_expression(each) for each in asked)
    ranks = {row[0]: round(row[1], 6) for row in connection.execute(ranked, {"expression": expression})}
    named = {
        row.number: row.id for row in connection.execute(select(reports.c.number, reports.c.id)) if row.number in ranks
    }
    order = sorted(named, key=lambda number: (ranks[number], named[number]))
    for number in islice(order, limit):
        row = connection.execute(
            select(reports.c.id, reports.c.title, reports.c.text).where(reports.c.number == number)
        ).one()
        yield _hit(row.id, row.title, row.text, asked)


def _expression(asked: Asked) -> str:
    phrase = " ".join(asked.forms)
    return f'"{phrase}"{" *" if asked.beginning else ""}'


def _hit(report: str, title: str | None, words: str, asked: tuple[Asked, ...]) -> Hit:
    places = sorted({place for each in asked for place in _places(words, each)})
    first = places[0] if places else (0, 0)
    start, end = _cut(words, *first)
    return Hit(report, title, tuple(places), words[start:end], start)


def places_of(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Where words stand in a row in a text, as a search finds them; nowhere if there is no word in them."""
    forms = tuple(word.form for word in iter_words(words))
    yield from _places(text, Asked(forms)) if forms else ()


def _places(text: str, asked: Asked) -> Iterator[tuple[int, int]]:
    words = list(iter_words(text))
    length = len(asked.forms)
    for at in range(len(words) - length + 1):
        row = words[at : at + length]
        forms = tuple(word.form for word in row)
        whole = forms == asked.forms
        begun = asked.beginning and forms[:-1] == asked.forms[:-1] and forms[-1].startswith(asked.forms[-1])
        if whole or begun:
            yield row[0].start, row[-1].end


def _cut(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a place to whole words around it."""
    left, right = max(0, start - AROUND), min(len(text), end + AROUND)
    while 0 < left < start and not text[left - 1].isspace():
        left += 1
    while end < right < len(text) and not text[right].isspace():
        right -= 1
    return left, right
