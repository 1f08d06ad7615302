"""How much speaks for a capitalised name being a place: a sum of parts, each with its reason.

The parts and their weights were set one by one on the development corpora of place names; what each brings is told in
docs/method/places.md. All of them move together with `ACCEPT`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from everyclaim.lexicon.gazetteer import Entry, demonyms
from everyclaim.lexicon.gazetteer_fold import fold
from everyclaim.lexicon.gazetteer_words import place_words
from everyclaim.read.names.place_scan import Run, Scan

Part = tuple[str, float]

ACCEPT = 0.9
"""The least sum. Higher thresholds cost places faster than they saved false ones."""

SURE = 2.5
"""From this sum on, one mention vouches for the others of the same name."""

_KIND = {"country": 3.2, "continent": 3.0, "sea": 3.0, "region": 3.0, "admin1": 1.7, "admin2": 0.3,
         "neighbourhood": 0.2, "landmark": 0.3, "admin3": 0.2, "landscape": 0.2}  # fmt: skip
_SIZES = ((1_000_000, 2.2), (100_000, 1.4), (15_000, 0.8), (2_000, 0.3))
_CAPITAL, _ALTERNATE, _DERIVED = 1.0, -0.7, -1.2
_STRENGTH = {"strong": 2.0, "fair": 1.4, "some": 1.2}
_OF, _UNIT, _IN_COUNTRY, _NEIGHBOUR, _BASED, _SAME_NAME = 0.5, 2.0, 1.8, 1.3, 2.0, 1.6
_TITLE, _SURNAME, _NEVER, _DOUBTFUL, _ORGANISATION = -4.0, -3.0, -5.0, -2.8, -1.5
_UNKNOWN_BEFORE, _UNKNOWN_AFTER = -1.2, -1.6
_ALSO_LOWER, _NOT_A_NAME, _SPEAKS = -1.5, -1.5, -1.2
_LARGE = ("country", "continent", "sea", "region")

_PRINTED, _BODY_OF, _CARRIER, _ACTED_ON, _IN_NAMED_COUNTRY, _CALLED = -2.5, -3.0, -4.0, 1.2, 0.6, 2.0
_COURT, _AFTER_ARTICLE = -5.0, -2.0

_CALLED_AFTER = re.compile(
    r",? (?:is|was|are|were|, )?,? ?(?:a|an|the) (?:[\w'-]+ ){0,3}?(?P<noun>[a-z]+)\b(?! of the attack)"
)
_BODY_BEFORE = re.compile(
    r"(?:Universit(?:y|ies)|Institute|College|School|Corporation|Bank|Voice|Journal|Museum|Company|Union|Club|Sons?"
    r"|Daughters?|Bishop|Archbishop|Duke|Prince|Battle|Treaty|Agreement|Accords?) (?:of|for) (?:the )?(?:\w+ern )?$"
)
_COURT_BEFORE = re.compile(
    r"\b(?i:attorneys?|court|judge|magistrate|prosecutors?)(?: \w+){0,4}"
    r" (?:Northern|Southern|Eastern|Western|Central|Middle) District of $"
)
_CARRIER_AFTER = re.compile(r" (?:[Vv]irus|[Ff]lu|[Ff]ever|[Dd]isease|[Ss]yndrome)\b")
_PRINTED_AFTER = re.compile(
    r" (?:Post|Times|Herald|Journal|Tribune|Gazette|Telegraph|Observer|Mirror|Star|Chronicle|Press|Today|Daily|Weekly"
    r"|News)\b"
    r"|-[A-Z][a-z]+(?! (?:border|frontier|highway|road))"
)
_MONEY = re.compile(r"[$€£]")
ACTED_ON = (
    r"(?:hit|hits|struck|strikes?|bomb(?:ed|s|ing)|shell(?:ed|s|ing)|attack(?:ed|s|ing)|raid(?:ed|s|ing)"
    r"|captur(?:ed|es|ing)|seiz(?:ed|es|ing)|storm(?:ed|s|ing)|besieg(?:ed|es|ing)|liberat(?:ed|es|ing)|target(?:ed|s|ing)"
    r"|rock(?:ed|s)|pound(?:ed|s|ing)|retak(?:e|en|ing)|retook|took|tak(?:e|en|ing)|enter(?:ed|s|ing)|left|leav(?:e|es|ing)"
    r"|reach(?:ed|es|ing)|visit(?:ed|s|ing)|control(?:s|led|ling)?|invad(?:ed|es|ing)|occup(?:ied|ies|ying)|fled|flee(?:ing)?"
    r"|recaptur(?:ed|es|ing)|overr[au]n|evacuat(?:ed|es|ing)|hitting|striking|burn(?:ed|t|ing)|ransack(?:ed|ing)|loot(?:ed|ing))"
)
"""Verbs of force, of coming and of going, whose object is a place as often as not."""
_ACTS_BEFORE = re.compile(rf"\b{ACTED_ON} (?:the )?$", re.IGNORECASE)
_SITE_AFTER = re.compile(
    r"(?:'s)?(?: (?:International|Central|General|Military|State|Main|Grand|Great|Teaching|Public|National))?"
    r" (?:University|College|School|Hospital|Airport|Airbase|Air Base|Airfield|Base|Barracks|Prison|Stadium|Mosque"
    r"|Church|Cathedral|Market|Station|Port|Dam|Bridge|Camp|Square|Mall|Hotel)\b"
)
"""A site called after its town ("Velm General Hospital")."""
_AT = re.compile(rf"\b(?i:in|at|near|outside|inside|around|on|from|{ACTED_ON}) (?:the )?$")
_BASED_AFTER = re.compile(r"-(?:based|born|held|controlled|area|wide)\b")
_SPEAKS_AFTER = re.compile(
    r",? (?:said|says|told|added|noted|tweeted|wrote|testified|explained|himself|herself|who)\b"
    r"|, \d\d\b|, (?:a|the|an) [a-z]"
)
_HELD = re.compile(r"(?:'s)?(?:,| in|, in) (?:the )?(?:\w+ern )?")
_LISTED = re.compile(r"(?:,| and|, and| or|, or| to|-) ?(?:the |in )?")
_MODIFIERS = re.compile(
    r"(?:the |nearby |neighbouring |neighboring |northern |southern |eastern |western |central |rural )+$",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"([^\W\d_][\w'.-]*) ?$")
_NOUN_OF = re.compile(r"([a-z-]+) of $", re.IGNORECASE)
_PARTS = frozenset("edge outskirts outskirt centre center heart streets suburbs vicinity entrance edges gates".split())
"""Nouns for a part of a town, or for what lies around it: "on the edge of X"."""
_PARTS_OF_RUN = frozenset(["of", "for", "and", "the", "de", "al"])


@dataclass(frozen=True, slots=True)
class Context:
    """What the whole text says.

    Words of persons' names, stretches that belong to other names, where words read as ordinary ones, and the countries
    that it names or whose people it names.
    """

    surnames: frozenset[str]
    taken: tuple[tuple[int, int], ...]
    ordinary: frozenset[int]
    countries: frozenset[str]


def parts_of(run: Run, scan: Scan, context: Context) -> Iterator[Part]:
    """Yield everything that one name by itself and the words beside it say."""
    best = max(run.entries, key=worth)
    large = best.kind in _LARGE and best.rank != "derived"
    yield f"{best.kind} {best.name}", worth(best)
    yield from _of_itself(run, scan, context, large=large)
    yield from _never(run, scan)
    yield from _before(run, scan, large=large)
    yield from _after(run, scan, large=large)
    if not large and any(entry.country in context.countries for entry in run.entries):
        yield "its country is spoken of", _IN_NAMED_COUNTRY


def worth(entry: Entry) -> float:
    """What a gazetteer entry brings by itself: its kind or size, less for another name than its main one."""
    size = next((value for least, value in _SIZES if entry.population >= least), 0.0)
    value = _KIND.get(entry.kind, size) + _CAPITAL * entry.capital
    if entry.kind in _LARGE and entry.rank == "alternate":
        return value
    return value + {"alternate": _ALTERNATE, "derived": _DERIVED}.get(entry.rank, 0.0)


def _of_itself(run: Run, scan: Scan, context: Context, *, large: bool) -> Iterator[Part]:
    words = [word.text.lower() for word in scan.words[run.first : run.last]]
    lists = place_words()
    if not (large and len(words) > 1) and all(word in lists.never or word in lists.units for word in words):
        hard = any(word in lists.never and word not in lists.doubtful for word in words)
        yield "a word that is seldom a place", _NEVER if hard else _DOUBTFUL
    if run.key in demonyms() and not large:
        yield "a people", _NEVER
    if large:
        return
    if len(words) == 1:
        if words[0] in context.surnames or run.key in context.surnames:
            yield "a person's surname in this text", _SURNAME
        if words[0] in scan.lower:
            yield "written in lower case too", _ALSO_LOWER
        if scan.words[run.first].start in context.ordinary:
            yield "read as an ordinary word", _NOT_A_NAME


def _never(run: Run, scan: Scan) -> Iterator[Part]:
    """What makes even a country's name part of another: "University of X", "X flu", "the X Times", "US$"."""
    left, right = scan.text[max(0, run.start - 60) : run.start], scan.text[run.end : run.end + 40]
    if _BODY_BEFORE.search(left):
        yield "a body's name before", _BODY_OF
    if _COURT_BEFORE.search(left):
        yield "a court's district", _COURT
    if _CARRIER_AFTER.match(right):
        yield "a disease's name", _CARRIER
    if _PRINTED_AFTER.match(right) and not right.startswith("-Pacific"):
        yield "a paper's name", _PRINTED
    if _MONEY.match(right) or _MONEY.search(left[-1:]):
        yield "a currency", _NEVER


def _before(run: Run, scan: Scan, *, large: bool) -> Iterator[Part]:
    left = re.split(r"[.;:!?]\s|\n\n", scan.text[max(0, run.start - 60) : run.start].replace("\n", " "))[-1]
    bare = _MODIFIERS.sub("", left)
    if left != bare and re.search(r"(?:ern|central|rural|neighbou?ring|nearby) $", left):
        yield "a compass word before", _STRENGTH["strong"]
        return
    if (found := _NOUN_OF.search(bare)) is not None:
        noun = found[1].lower()
        part = noun in place_words().units or noun in _PARTS
        yield ("a unit's noun before", _UNIT) if part else ("of", _OF)
        return
    if _ACTS_BEFORE.search(left):
        yield "acted on", _ACTED_ON
        return
    if (found := _BEFORE.search(bare)) is None:
        return
    word = found[1].rstrip(".")
    lowered = word.lower()
    if (strength := place_words().prepositions.get(lowered)) is not None and not (word.isupper() and len(word) > 2):
        yield f"{lowered!r} before", _STRENGTH[strength]
    elif lowered in place_words().units and not word[0].isupper():
        yield "a unit's noun before", _UNIT / 2
    elif lowered in place_words().titles and (not large or lowered in ("mr", "mrs", "ms", "dr")):
        yield "a title before", _TITLE
    elif word[0].isupper() and lowered in place_words().articles and not large and bare.endswith(" "):
        yield "an article of a longer name before", _AFTER_ARTICLE
    elif word[0].isupper() and not large and bare.endswith(" "):
        yield from _name_before(lowered)


def _name_before(word: str) -> Iterator[Part]:
    words = place_words()
    if word in words.given_names:
        yield "a given name before", _TITLE
    elif word not in words.harmless and word not in words.never and fold(word) not in demonyms():
        yield "an unknown name before", _UNKNOWN_BEFORE


def _after(run: Run, scan: Scan, *, large: bool) -> Iterator[Part]:
    right = scan.text[run.end : run.end + 60]
    if _BASED_AFTER.match(right):
        yield "based or held", _BASED
    following = re.match(r"(?:'s)? ([a-z-]+)", right)
    if following and following[1] in (words := place_words()).units.keys() | words.landmarks:
        yield "a unit's or site's noun after", _UNIT if following[1] in words.units else 1.0
    if large:
        return
    called = _CALLED_AFTER.match(right)
    if called and called["noun"] in place_words().units:
        yield "called a town or unit", _CALLED
    elif run.last - run.first == 1 and _SPEAKS_AFTER.match(right):
        yield "speaks or has an age", _SPEAKS
    site = _SITE_AFTER.match(right)
    if site is not None and _AT.search(scan.text, max(0, run.start - 20), run.start):
        yield "a site in its name, and something done there", _UNIT
        return
    yield from _name_after(run, scan)


def _name_after(run: Run, scan: Scan) -> Iterator[Part]:
    if not scan.joined(run.last - 1):
        return
    nearest = scan.words[run.last]
    if not nearest.capital:
        if nearest.text in place_words().articles and re.match(r"-[A-Z]", scan.text[nearest.end : nearest.end + 2]):
            yield "an unknown name after", _UNKNOWN_AFTER
        return
    if run.last - run.first == 1 and run.key in place_words().given_names:
        yield "a given name", _TITLE
    chain = _chain(run, scan)
    if any(word in place_words().organisations for word in chain):
        yield "in an organisation's name", _ORGANISATION
    if nearest.text.lower() not in place_words().harmless and fold(nearest.text) not in demonyms():
        yield "an unknown name after", _UNKNOWN_AFTER


def _chain(run: Run, scan: Scan) -> list[str]:
    """The capitalised words that run on after a name."""
    found, index = [], run.last
    while index < len(scan.words) and scan.joined(index - 1):
        word = scan.words[index]
        if not word.capital and word.text not in _PARTS_OF_RUN:
            break
        found.append(word.text.lower())
        index += 1
    return found


def together(run: Run, scan: Scan, before: Run | None, after: Run | None, *, named: bool) -> Iterator[Part]:
    """Yield what the other names of the text say: the same name, a country right after, neighbours in a list.

    Args:
        run: the name.
        scan: the text.
        before: the place before it.
        after: the place after it.
        named: whether another mention of the name is surely a place.
    """
    if named:
        yield "a place elsewhere in this text", _SAME_NAME
    if after is not None and _HELD.fullmatch(scan.text, run.end, after.start):
        wide = any(each.kind in ("country", "admin1", "region") for each in after.entries[:3])
        word = run.last - run.first == 1 and scan.words[run.first].text.lower() in place_words().doubtful
        yield (f"in {after.key}", _IN_COUNTRY - _DOUBTFUL / 2 * word) if wide else ("in a list of places", _NEIGHBOUR)
    elif (before is not None and _LISTED.fullmatch(scan.text, before.end, run.start)) or (
        after is not None and _LISTED.fullmatch(scan.text, run.end, after.start)
    ):
        yield "in a list of places", _NEIGHBOUR
