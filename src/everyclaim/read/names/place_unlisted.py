"""Names of places that the gazetteer lacks, where the words beside them say that they are places.

Of bare names after "in", half are no places; those with a unit's noun, in a list of places or before "in Y" mostly are.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from everyclaim.lexicon.gazetteer import demonyms
from everyclaim.lexicon.gazetteer_fold import fold
from everyclaim.lexicon.gazetteer_words import place_words
from everyclaim.model import PlacePrecision
from everyclaim.read.names.place_scan import Run
from everyclaim.read.names.place_scores import ACTED_ON

Found = tuple[int, int, PlacePrecision]

_WORD = r"[A-Z](?:[\w-]|'(?!s\b))+"
_NAME = rf"(?:(?:[Aa]l|[Ee]l|[Aa]sh|[Aa]d|[Aa]z)-)?{_WORD}(?: (?:(?:al|el|ash|ad|az|de|ez|kwa)[ -])?{_WORD}){{0,2}}"
_UNITS = (
    r"village|town|hamlet|city|district|neighbou?rhood|suburb|province|governorate|county|quarter|territory|commune"
    r"|municipality|chiefdom|locality|subdistrict|sub-district|township"
)
_AFTER_NOUN = re.compile(rf"\b(?:{_UNITS}) (?:of |called |named )(?P<name>{_NAME})")
_BEFORE_NOUN = re.compile(
    rf"(?<![A-Z]\. )(?<!-)\b(?P<name>{_NAME})"
    r"(?= (?:village|district|province|governorate|(?:refugee |IDP )camp|slum)s?\b)"
    rf"|\b(?:[Tt]he|[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|to|of) (?P<held>{_NAME})(?= (?:{_UNITS}|camp)s?\b)"
)
_COMPASS = (
    r"(?:the )?(?:(?:[a-z]+-)?(?:eastern|western|northern|southern)|(?:north|south)(?:eastern|western)|central|rural) "
)
_STORMED = (
    r"(?:bomb|shell|storm|raid|captur|seiz|besieg|liberat|pound|recaptur|evacuat|burn|enter|occupi|invad|strafed|loot)ed"
    r"|overran|retook"
)
"""What is done to places rather than to persons."""
_IN_KNOWN = re.compile(
    rf"\b(?:in|near|outside|at|into|around|{_STORMED}) (?P<name>{_NAME})"
    rf"(?=,? (?:in )?(?:{_COMPASS})?(?P<next>[A-Z]\w+))"
)
_RELATED = (
    r"(?:(?:about |some |around |nearly |roughly |just )?[\d.,]+ ?-?(?:km|kilomet(?:re|er)s?|miles?)"
    r"(?: \([^()]{1,20}\))? "
    r"(?:(?:to the )?(?:north|south)?-?(?:east|west|north|south)? ?(?:of|from|outside))"
    r"|(?:just )?(?:(?:north|south)?-?(?:east|west)|north|south) of|near|outside|on the (?:\w+ )?(?:outskirts|edge) of)"
)
_SETTLED = (
    r"(?:(?:[a-z-]+ ){0,3}(?:village|town|hamlet|city|suburb|settlement|community|neighbou?rhood|district|area|port)s?)"
)
_NEAR_KNOWN = re.compile(
    rf"\b(?:(?i:in|at|near|outside|into|around|{ACTED_ON})(?: the)? )(?P<name>{_NAME}),? (?:\()?{_RELATED} (?:the )?"
    r"(?:(?:[a-z-]+ )?(?:city|town|port|village)(?: of)? )?(?P<next>[A-Z]\w+)"
)
"""A name in place or acted on, told by its way from a known one: "hit Tel Brome, 20 km north of X"."""
_CALLED_NEAR = re.compile(
    rf"(?<![\w'-])(?P<name>{_NAME}), (?:a|an|the|another|one of) {_SETTLED},? (?:[a-z]+ ){{0,2}}?"
    rf"(?:in|of|{_RELATED}) (?:the )?(?:{_COMPASS})?(?:(?:[a-z-]+ )?(?:city|town|port|province|district)(?: of)? )?"
    r"(?P<next>[A-Z]\w+)"
)
"""A name called a village beside or in a known place: "Tel Brome, a farming village on the edge of X"."""
_BORDER = re.compile(
    r"\b(?P<whose>[A-Z][a-z]+(?:(?:-| and )[A-Z][a-z]+)?) (?:border|frontier)(?: (?:area|region|zone|crossing)s?)?"
)
"""The border of one or two peoples: "the Ruritanian-Zendan border"."""
_WHOLE_UNIT = re.compile(
    rf"(?P<name>{_NAME}) (?P<unit>Township|Regency|District|County|Province|Governorate|Municipality|Subdistrict"
    r"|Sub-District|Sub-district|Prefecture|Raion|Oblast|Woreda|Tehsil|Parish)\b(?! [A-Z])"
)
"""A name with its unit's noun in capitals: "Upper Brome Regency"."""
_AFTER_PREPOSITION = re.compile(r"\b(?:in|near|outside|at|into|around|from|to|across) (?:the )?$")
_SEVERAL = re.compile(
    r"\b(?:villages|towns|cities|districts|communities|neighbou?rhoods|suburbs|provinces)"
    r"(?: of|:| including| such as|,) "
    rf"(?P<list>{_NAME}(?:, {_NAME})*(?:,? and {_NAME})?)"
)
_EACH = re.compile(_NAME)
_NEXT = re.compile(rf"(?:, and |, | and )(?P<name>{_NAME})")
_STREET = re.compile(r" (?:Street|Road|Avenue|Boulevard|Lane|Square)$")
_LARGE_KINDS = ("country", "continent", "sea", "region", "admin1")
_WORD_BEFORE = re.compile(rf"(?P<placed>\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside) )?(?P<word>\b{_WORD}) $")
_VILLAGE = 50_000
"""People below which a name beside another is no town named with its neighbour ("the Hama Homs road")."""
_MOST_BETWEEN = 3
"""Unlisted names between two listed ones in a list; longer rows are lists of something else."""


def find_unlisted(text: str, runs: Sequence[Run], blocked: Iterable[tuple[int, int]]) -> Iterator[Found]:
    """Find names of places that no run covers.

    Args:
        text: the view.
        runs: the names that the gazetteer knows.
        blocked: stretches that are persons or actors.

    Yields:
        Start, end, and the precision that the noun beside the name gives.
    """
    taken = [(run.start, run.end) for run in runs] + list(blocked)
    for start, end, precision in (*_beside_nouns(text), *_in_known(text, runs), *_in_lists(text, runs)):
        if not any(s < end and start < e for s, e in taken) and _is_name(text[start:end]):
            taken.append((start, end))
            yield start, end, "street" if _STREET.search(text[start:end]) else precision


_LONGEST_FIRST = 24
"""The longest first word of a joined Arabic name that is looked for, with its article."""
_JOINED = re.compile(r"\b[A-Z][\w']+ (?:al|el|ad|ed|ar|er|as|es|ash|esh|at|et|an|en|az|ez)-$")
"""The first half of a name joined by the article ("Umm al-Brome"): what follows it is no name of its own."""


def find_whole(text: str, runs: Sequence[Run]) -> Iterator[Found]:
    """Find unlisted names of several words of which only a part is listed somewhere: "Salem Brome Regency".

    The part is then the namesake of something else. What the gazetteer knows as a whole is no such name, nor is a
    listed name beside a harmless word ("Upper Salem").

    Yields:
        Start, end, and the precision that the unit's noun gives.
    """
    for found in _WHOLE_UNIT.finditer(text):
        if _holds_part(text, found.span("name"), runs) and _is_name(found["name"]):
            yield found.start("name"), found.end(), place_words().units[found["unit"].lower()]
    starts = {run.start for run in runs}
    for found in _IN_KNOWN.finditer(text):
        if found.start("next") in starts and _holds_part(text, found.span("name"), runs) and _is_name(found["name"]):
            yield found.start("name"), _bare(text, *found.span("name")), "settlement"
    for found in _BORDER.finditer(text):
        if any(fold(word) in demonyms() for word in re.split("[- ]", found["whose"])):
            yield *found.span(), "line_or_landscape"
    yield from _of_two(text, runs)
    for run in runs:
        if (joined := _JOINED.search(text, max(0, run.start - _LONGEST_FIRST), run.start)) is not None:
            yield joined.start(), run.end, "neighbourhood"


def _of_two(text: str, runs: Sequence[Run]) -> Iterator[Found]:
    """A small listed name right behind another word of a name is the end of one that nobody has listed.

    "Velm Brome" of two listed villages, "in Velm Brome" of which the second is listed, "Tel Brome", "Bin Brome".
    """
    for run in runs:
        before = _WORD_BEFORE.search(text, max(0, run.start - _LONGEST_FIRST), run.start)
        if before is None or not _is_village(run):
            continue
        word = before["word"].lower()
        listed = any(other.start == before.start("word") and _is_village(other) for other in runs)
        if listed or word in place_words().beginnings or (before["placed"] and _is_free(word)):
            yield before.start("word"), run.end, "settlement"


def _is_free(word: str) -> bool:
    """Whether a word belongs to no other kind of name."""
    lists = place_words()
    other = lists.harmless | lists.never | lists.titles | lists.given_names | lists.organisations | lists.landmarks
    return word not in other and word not in lists.units and fold(word) not in demonyms()


def _is_large(runs: Sequence[Run], start: int) -> bool:
    return any(run.start == start and run.entries[0].kind in _LARGE_KINDS for run in runs)


def _is_village(run: Run) -> bool:
    return all(entry.kind not in _LARGE_KINDS and entry.population < _VILLAGE for entry in run.entries[:3])


def _holds_part(text: str, span: tuple[int, int], runs: Sequence[Run]) -> bool:
    """Whether a name holds one small listed name beside words that belong to no other kind of name."""
    inside = [run for run in runs if run.start < span[1] and span[0] < run.end]
    if len(inside) != 1 or inside[0].entries[0].kind in _LARGE_KINDS:
        return False
    run = inside[0]
    rest = re.findall(r"[A-Z][\w'-]+", text[span[0] : run.start] + " " + text[run.end : span[1]])
    lists = place_words()
    plain = lists.harmless | lists.never | lists.units.keys() | lists.landmarks | lists.organisations | lists.titles
    return (
        span[0] <= run.start
        and run.end <= span[1]
        and bool(rest)
        and not any(word.lower() in plain or fold(word) in demonyms() for word in rest)
    )


def _is_name(written: str) -> bool:
    lists = place_words()
    words = [fold(word) for word in re.findall(r"[^\W_]+(?:'[^\W_]+)*", written)]
    if all(word in lists.never or word in lists.units for word in words):
        return False
    if any(word in lists.organisations for word in words):
        return False
    return words[0] not in lists.given_names and words[0] not in lists.titles and words[0] not in demonyms()


def _beside_nouns(text: str) -> Iterator[Found]:
    units = place_words().units
    for found in (*_AFTER_NOUN.finditer(text), *_BEFORE_NOUN.finditer(text)):
        start, end = found.span("name" if found["name"] else "held")
        near = text[found.start() : found.end() + 14]
        nouns = [word for word in re.findall(r"[a-z]+", near) if word in units]
        yield start, _bare(text, start, end), units[nouns[-1]] if nouns else "neighbourhood"
    for found in _WHOLE_UNIT.finditer(text):
        if _AFTER_PREPOSITION.search(text, max(0, found.start() - 14), found.start()):
            yield found.start("name"), found.end(), units[found["unit"].lower()]
    for found in _SEVERAL.finditer(text):
        precision = units.get(found[0].split()[0].rstrip(":,"), "settlement")
        for each in _EACH.finditer(text, *found.span("list")):
            yield each.start(), _bare(text, *each.span()), precision


def _in_known(text: str, runs: Sequence[Run]) -> Iterator[Found]:
    starts = {run.start for run in runs}
    for pattern in (_IN_KNOWN, _NEAR_KNOWN, _CALLED_NEAR):
        for found in pattern.finditer(text):
            joined = text[found.end("name") : found.start("next")] == " "
            if found.start("next") in starts and not (joined and not _is_large(runs, found.start("next"))):
                yield found.start("name"), _bare(text, *found.span("name")), "settlement"


def _in_lists(text: str, runs: Sequence[Run]) -> Iterator[Found]:
    """Names between two known ones in a list are of the kind of the first."""
    starts = {run.start for run in runs}
    for run in runs:
        between: list[tuple[int, int]] = []
        found = _NEXT.match(text, run.end)
        while found and found.start("name") not in starts and len(between) < _MOST_BETWEEN:
            between.append(found.span("name"))
            found = _NEXT.match(text, found.end())
        if found and found.start("name") in starts:
            yield from ((*span, "settlement") for span in between)


def _bare(text: str, start: int, end: int) -> int:
    """Where a name ends, its possessive left off."""
    return start + len(text[start:end].removesuffix("'s"))
