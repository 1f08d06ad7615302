"""Names of places, as the report writes them, with how exactly its words mean them.

Every run of capitalised words that the gazetteer knows is weighed: its own size, the words before and after it, lists,
the other mentions of the name; persons, organisations and words that begin sentences weigh against it. Names that the
gazetteer lacks are kept where a noun says what they are ("the village of X"). Grounding then chooses among namesakes.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from everyclaim.lexicon.gazetteer import PRECISIONS, Entry, current, demonyms
from everyclaim.lexicon.gazetteer_fold import fold
from everyclaim.lexicon.gazetteer_hedges import Hedge, find_hedge
from everyclaim.lexicon.gazetteer_words import place_words
from everyclaim.model import Actor, Mention, Place, PlacePrecision
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Person, PlaceHedge
from everyclaim.read.names.place_scan import Run, Scan
from everyclaim.read.names.place_scores import ACCEPT, SURE, Context, parts_of, together, worth
from everyclaim.read.names.place_unlisted import find_unlisted, find_whole
from everyclaim.read.step import step

EXAMPLES = """
Shells fell on a market in [Aleppo](precision=settlement, country=SY, gazetteer=geonames:170063) on Monday.
Rebels stormed [Goma](country=CD) and left.
The convoy was hit [near](kind=near) [Kirkuk](precision=near_settlement, country=IQ).
A mine went off [10 km from](kind=distance) [Kandahar](precision=near_settlement, radius_km=10.0).
Fighting went on in [eastern](kind=direction) [Libya](precision=line_or_landscape, country=LY).
A school in [Idlib](precision=province, point_precision=province) [province](kind=unit) was hit.
Trucks waited at the [Syria](precision=line_or_landscape)-[Turkey](country=TR) [border](kind=border).
A car bomb exploded in [Tripoli](country=LB), [Lebanon](country=LB).
A car bomb exploded in [Tripoli](country=LY), and [Libya](country=LY) mourned.
The [village of](kind=unit) [Brombelsham](gazetteer=None, point_precision=None) was shelled.
Shots were heard in [Brombelsham](country=KE, gazetteer=None, point_precision=country), [Kenya](country=KE).
A clinic was shelled in [Goma Brome Regency](gazetteer=None, precision=district, country=KE), [Kenya](country=KE).
A convoy was hit in [Brombel Township](gazetteer=None, precision=settlement), [Kenya](country=KE).
A blast took place in [Rombel al-Kazra](gazetteer=None, country=SY), [northern](kind=direction) [Syria](country=SY).
Drones hit a house in [Cité Ombrelle](gazetteer=None, country=HT), [Port-au-Prince](country=HT), [Haiti](country=HT).
Soldiers stormed the Al Salem hospital in the heart of [East](kind=direction) [Mosul](country=IQ, precision=neighbourhood).
Bandits burned [Gombrela](gazetteer=None, country=NG, admin1=Borno State, precision=settlement), a village [near](kind=near) [Maiduguri](country=NG).
Shells hit [Tel Brombel](gazetteer=None, country=SY), [about 20 km north of](kind=distance) [Hama](country=SY, precision=near_settlement).
A mine went off in [Afghanistan](country=AF)'s [Paktiya](gazetteer=geonames:AF.36, precision=province) [province](kind=unit).
Two men died in [Pul-e 'Alam](country=AF) [district](kind=unit), [Logar](country=AF) [province](kind=unit).
Raids went on in [Khost](precision=province) and [Paktiya](gazetteer=geonames:AF.36) [provinces](kind=unit) of [Afghanistan](country=AF).
Planes bombed [Bin Brombel](gazetteer=None, country=LY) in [Libya](country=LY).
Guards shot two men on the [Syrian-Turkish border](country=SY, precision=line_or_landscape, point_precision=country).
Shells hit the [Al-Quds](gazetteer=None, country=SY, admin1=Aleppo) [hospital](kind=landmark) in [Aleppo](country=SY).
Gunmen stormed [Garissa](country=KE) [University](kind=landmark) on Monday.
The attorney for the Western District of Texas spoke.
Reading the list took an hour. Most of the men were from the Northern Guard.
Mr Houston met General Lincoln on Friday.
Planes bombed a market in [Idlib](country=SY). (Kabul Now) (The Times of Malta)
He read it in the Washington Post and taught at the University of Manchester.
"""

_ROUNDS = 2
"""How often the names of the text are weighed against each other; a third round changed nothing."""

_BETWEEN = re.compile(
    r"\bbetween (?:the (?:towns|cities|villages) of )?$|\b(?:road|highway|route|railway|motorway)s? "
    r"(?:from|linking|connecting|between|that links|that connects|which links) (?:the (?:towns|cities|villages) of )?$"
)
_ROAD_AFTER = re.compile(r"^ (?:road|highway|route|railway|motorway)\b")
_CREDIT = re.compile(
    r"(?<=[.!?\"”)]) \((?:[A-Z][\w.'’&-]*|of|via|and)(?: (?:[A-Z][\w.'’&-]*|of|via|and))+\)(?=\s*(?:\n|\(|$))"
)
"""An outlet named behind the last sentence of a paragraph, by whom the news comes: "(Velm Daily)"."""
_SETTLED = ("settlement", "near_settlement", "neighbourhood", "district", "province")


@step(needs=("actors", "persons"), grounded=True)
def places(draft: Draft) -> Iterator[Mention[Place] | Mention[PlaceHedge]]:
    """Names of places and the words that make them more or less exact."""
    scan = Scan(draft.text, current())
    runs = accepted_runs(scan, _context(draft))
    whole = list(find_whole(draft.text, runs))
    runs = [run for run in runs if not any(start <= run.start and run.end <= end for start, end, _ in whole)]
    known = [(run.start, run.end, precision_of(run.entries)) for run in runs]
    blocked = [(m.span.start, m.span.end) for m in (*draft.found(Person), *draft.found(Actor))]
    unknown = list(find_unlisted(draft.text, runs, [*blocked, *(each[:2] for each in whole)])) + whole
    named: list[Mention[Place]] = []
    hedges: dict[tuple[int, int], Mention[PlaceHedge]] = {}
    for start, end, own in sorted(known + unknown):
        hedge = find_hedge(draft.text, start, end, own)
        named.append(draft.mention(start, end, _place(draft, start, end, own, hedge)))
        if hedge is not None:
            hedges[hedge.start, hedge.end] = draft.mention(hedge.start, hedge.end, PlaceHedge(hedge.kind, hedge.km))
    every: list[Mention[Place] | Mention[PlaceHedge]] = [*named, *hedges.values(), *_lines(draft, named)]
    yield from sorted(every, key=lambda m: (m.span.start, -m.span.end))


def accepted_runs(scan: Scan, context: Context) -> list[Run]:
    """Choose the runs of words that are places, by their sums of parts."""
    candidates = list(_candidates(scan, context))
    alone = {run: sum(weight for _, weight in parts_of(run, scan, context)) for run in candidates}
    accepted = [run for run in candidates if alone[run] >= ACCEPT]
    for _ in range(_ROUNDS):
        accepted = _weighed_together(candidates, accepted, alone, scan)
    return accepted


def _weighed_together(candidates: list[Run], accepted: list[Run], alone: dict[Run, float], scan: Scan) -> list[Run]:
    starts = [run.start for run in accepted]
    sure = Counter(run.key for run in accepted if alone[run] >= SURE)
    found = []
    for run in candidates:
        at = bisect_left(starts, run.start)
        follows = at + (at < len(starts) and starts[at] == run.start)
        named = sure[run.key] > (follows > at and alone[run] >= SURE)
        before = accepted[at - 1] if at else None
        after = accepted[follows] if follows < len(accepted) else None
        if alone[run] + sum(weight for _, weight in together(run, scan, before, after, named=named)) >= ACCEPT:
            found.append(run)
    return found


def _candidates(scan: Scan, context: Context) -> Iterator[Run]:
    index = 0
    while index < len(scan.words):
        run = next(scan.runs_at(index), None)
        if run is None:
            index += 1
            continue
        index = run.last
        if run.entries and not any(start <= run.start and run.end <= end for start, end in context.taken):
            yield run


def _context(draft: Draft) -> Context:
    """Gather what other steps found: names of persons, and actors whose names hold a place's."""
    persons = draft.found(Person)
    surnames = {fold(word) for person in persons for word in person.meaning.name.split()} | _titled(draft.text)
    taken = [(m.span.start, m.span.end) for m in persons]
    taken += [(m.span.start, m.span.end) for m in draft.found(Actor) if _is_one_name(m.span.quote)]
    taken += [found.span() for found in _CREDIT.finditer(draft.text)]
    ordinary = {token.idx for token in draft.doc if token.tag_ not in ("NNP", "NNPS", "NN", "JJ", "FW", "NNS")}
    return Context(frozenset(surnames), tuple(taken), frozenset(ordinary), frozenset(_countries(draft.text)))


def _countries(text: str) -> Iterator[str]:
    """Countries that the text names, or whose people it names."""
    known, gazetteer = demonyms(), current()
    for word in set(re.findall(r"\b[A-Z][a-z]{3,}(?: [A-Z][a-z]{3,})?", text)):
        yield from (country for each in (word, *word.split()) if (country := known.get(fold(each))))
        best = next(iter(gazetteer.find(word)), None)
        if best is not None and best.kind == "country" and best.country:
            yield best.country


def _is_one_name(words: str) -> bool:
    """Whether an actor's words are one name that a place inside it belongs to: not "police in X", nor "X" itself."""
    parts = re.findall(r"[\w'-]+", words)
    small = [
        part for part in parts if part[:1].islower() and part not in ("of", "the", "for", "and") and "-" not in part
    ]
    return len(parts) > 1 and not small and not current().knows(fold(words))


def _titled(text: str) -> set[str]:
    """Surnames that follow a title or a given name somewhere in the text."""
    lists = place_words()
    words = re.findall(r"[^\W\d_][\w'-]*\.?|[,;:!?]", text)
    found = set()
    for here, following in pairwise(words):
        if following[0].isupper() and here[0].isupper() and not following.isupper():
            lowered = here.rstrip(".").lower()
            if lowered in lists.given_names or lowered in lists.titles:
                found.add(fold(following))
    return found - lists.never - lists.organisations


def precision_of(entries: Iterable[Entry]) -> PlacePrecision:
    """The precision that a name has by itself: its likeliest kind, the town where a unit bears a town's name."""
    best = max(entries, key=lambda entry: worth(entry) + 1.0 * (entry.kind == "settlement" and entry.rank != "derived"))
    return PRECISIONS[best.kind]


def _place(draft: Draft, start: int, end: int, own: PlacePrecision, hedge: Hedge | None) -> Place:
    name = re.sub(r"\s+", " ", draft.report.text[start:end])
    if hedge is None:
        return Place(name, precision=own)
    return Place(name, precision=hedge.precision, radius_km=hedge.km)


def _lines(draft: Draft, found: list[Mention[Place]]) -> Iterator[Mention[Place]]:
    """Stretches between two towns: "between X and Y", "the road from X to Y", "the X-Y highway"."""
    for one, other in pairwise(found):
        joint = draft.text[one.span.end : other.span.start]
        if any(m.meaning.precision not in _SETTLED for m in (one, other)) or joint not in (
            " and ",
            " to ",
            " with ",
            "-",
        ):
            continue
        left = _BETWEEN.search(draft.text[max(0, one.span.start - 50) : one.span.start])
        if (left and joint != "-") or (
            joint == "-" and _ROAD_AFTER.match(draft.text[other.span.end : other.span.end + 12])
        ):
            start = one.span.start
            name = f"between {one.meaning.name} and {other.meaning.name}"
            yield draft.mention(start, other.span.end, Place(name, precision="line_or_landscape"))
