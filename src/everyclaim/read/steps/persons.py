"""Persons named in a report: one person for the full name, the surname later on, and "the President" alone.

The span is the name, or the title where it stands alone; the name is the fullest in the report, the role the title as
written. The code comes from role and country: a president is of the country's government, an army spokesman of its
armed forces, "Hamas spokesman" has Hamas' code. A bare title stands for a person only where one alone bears it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from everyclaim.lexicon.actors import find_states
from everyclaim.lexicon.offices import find_office, known_alone
from everyclaim.lexicon.words import Hit
from everyclaim.model import Actor, Mention
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Person
from everyclaim.read.names.person_names import Named, find_names, is_name, is_town, titles
from everyclaim.read.step import step

EXAMPLES = """
Kenya's President [Ayo Marin Oduya](role=President, code=KEN:GOV) spoke. [Oduya](name=Ayo Marin Oduya, code=KEN:GOV) left, and the [President](name=Ayo Marin Oduya) slept.
Sudanese army spokesman Col. [Idris Hamad](role=army spokesman Col, code=SDN:MIL) said so.
Brig. Gen. [Omar Dalla](role=Brig. Gen) led the raid.
[Ana Ruiz](role=spokeswoman), a spokeswoman for the clinic, said the roof fell in.
The head of the clinic, [Ana Ruiz](role=head), said the roof fell in. [Ruiz](name=Ana Ruiz) wept.
[Lena Petrova](role=None), 34, died at home.
Egypt's Foreign Minister [Hany El Masri](role=Foreign Minister, code=EGY:GOV) went home; [El Masri](name=Hany El Masri) and [Masri](name=Hany El Masri) are one.
Hamas spokesman [Sami Odeh](role=spokesman, code=PSE:REB:hamas) said nothing.
{published=2019-05-02} President [Al-Burhan](role=President, code=SDN:MIL) met the envoy.
{published=2016-05-02} [Bashar Assad](code=SYR:GOV) said no; [Assad](name=Bashar Assad) left.
{published=2026-05-02} [Bashar Assad](code=None) said no.
{published=2016-05-02} [Leyla Assad](code=None) said no.
Shells killed [Leila Brombel](name=Leila Brombel), and [Leila](name=Leila Brombel) died at once.
Shells killed [Leila Brombel](name=Leila Brombel) and wounded [Nour Brombel](name=Nour Brombel).
The dead include [Huda Brombel](name=Huda Brombel), a nurse.
{published=2016-05-02} [Assad](code=SYR:GOV) refused.
The president of the club and the president of the bank met.
The General Assembly met on Monday.
"""

_BEFORE = re.compile(r"(?:'s|')? (?:[a-z][\w-]*(?:'s)? ){0,2}$|(?:'s|')? $")
_AFTER = re.compile(r" (?:of|for|from|in|to)(?: the)? ")
_THE = re.compile(r"\b[Tt]he (?:(?:former|late|then|new|Egyptian) )?$")
_OFFICIALS = frozenset(
    {"official", "spokesman", "spokeswoman", "spokesperson", "diplomat", "negotiator", "senior official"}
)
_NEAR = 100
"""Characters from a title within which its country or actor begins."""
_GIVEN = r"[A-Z][a-z][\w'-]*"
_PARTICLES = frozenset("al el bin ibn bint ben van von der den de da dos del di la le abu abd".split())


@dataclass(slots=True)
class _One:
    """One person while names are joined: every place named in full, roles and code as they are found."""

    name: str
    places: list[tuple[int, int]] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    code: str | None = None

    @property
    def surname(self) -> str:
        return re.split(r"[ -]", self.name)[-1]


@step(needs=("blocks", "actors"))
def persons(draft: Draft) -> Iterator[Mention[Person]]:
    """Find the persons of a report."""
    named_actors = draft.found(Actor)
    taken = frozenset(at for each in named_actors for at in range(each.span.start, each.span.end))
    people: list[_One] = []
    spans: dict[tuple[int, int], _One] = {}
    for named in find_names(draft.text, taken):
        one = _joined(people, _plain(draft.text[named.start : named.end]))
        one.places.append((named.start, named.end))
        if named.titles:
            one.roles.append(_role(draft, named))
            one.code = one.code or _code(draft, named.titles, named_actors)
        spans[named.start, named.end] = one
    year = draft.report.published.year if draft.report.published else None
    spans |= _relatives(draft, people, spans, taken)
    spans |= _short_forms(draft, people, spans, taken)
    spans |= _given_names(draft, people, taken | _covered(spans))
    spans |= _office_holders(draft, people, year, taken | _covered(spans))
    spans |= _bare_titles(draft, people)
    for one in people:
        one.code = one.code or find_office(one.name, year, titled=bool(one.roles))
    for (start, end), one in sorted(spans.items()):
        yield draft.mention(start, end, Person(one.name, one.roles[0] if one.roles else None, one.code))


def _plain(words: str) -> str:
    return " ".join(words.split())


def _joined(people: list[_One], name: str) -> _One:
    """The person that a name belongs to: one whose name holds all its words, else a new one."""
    words = set(re.split(r"[ -]", name.lower())) - _PARTICLES
    for one in reversed(people):
        known = set(re.split(r"[ -]", one.name.lower())) - _PARTICLES
        if one.surname.lower() == re.split(r"[ -]", name.lower())[-1] and (words <= known or known <= words):
            one.name = max(one.name, name, key=len)
            return one
    people.append(_One(name))
    return people[-1]


def _role(draft: Draft, named: Named) -> str:
    return _plain(draft.text[named.titles[0].start : named.titles[-1].end])


def _covered(spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    return frozenset(at for start, end in spans for at in range(start, end))


def _relatives(
    draft: Draft, people: list[_One], spans: dict[tuple[int, int], _One], taken: frozenset[int]
) -> dict[tuple[int, int], _One]:
    """Others of a surname: a first name of their own stands before it ("Leila Tabet and Nour Tabet")."""
    used = taken | _covered(spans)
    found: dict[tuple[int, int], _One] = {}
    for surname in {one.surname for one in people if len(one.surname) > 2}:
        for match in re.finditer(rf"(?<![\w-]){_GIVEN} {re.escape(surname)}(?![\w-])", draft.text):
            if used.isdisjoint(range(*match.span())) and is_name(match[0]):
                found[match.span()] = _joined(people, _plain(match[0]))
                found[match.span()].places.append(match.span())
    return found


def _given_names(draft: Draft, people: list[_One], used: frozenset[int]) -> dict[tuple[int, int], _One]:
    """Given names by themselves, of those told of without a title: stories of families call people so."""
    found: dict[tuple[int, int], _One] = {}
    by_name: dict[str, list[_One]] = {}
    for one in people:
        first = re.split(r"[ -]", one.name)[0]
        if not one.roles and first != one.surname and re.fullmatch(_GIVEN, first) and len(first) > 2:
            by_name.setdefault(first, []).append(one)
    for first, bearers in by_name.items():
        if len(bearers) > 1 or is_town(first) or not is_name(first, titled=True):
            continue
        for match in re.finditer(rf"(?<![\w-]){re.escape(first)}(?![\w-])(?! [A-Z]|-[A-Z])", draft.text):
            before = re.search(r"[A-Z][\w-]+ $", draft.text[max(0, match.start() - 20) : match.start()])
            if before is None and match.start() > bearers[0].places[0][0] and used.isdisjoint(range(*match.span())):
                found[match.span()] = bearers[0]
    return found


def _office_holders(
    draft: Draft, people: list[_One], year: int | None, used: frozenset[int]
) -> dict[tuple[int, int], _One]:
    """Heads of state and commanders by a surname that means them alone in the report's year ("Assad")."""
    found = {}
    for match in known_alone().finditer(draft.text):
        beside = re.search(r"[A-Z][\w-]+ $", draft.text[max(0, match.start() - 20) : match.start()])
        goes_on = re.match(r" [A-Z]|-[A-Z]", draft.text[match.end() : match.end() + 2])
        if beside or goes_on or not used.isdisjoint(range(*match.span())) or find_office(match[0], year) is None:
            continue
        one = _joined(people, _plain(match[0]))
        one.places.append(match.span())
        found[match.span()] = one
    return found


def _short_forms(
    draft: Draft, people: list[_One], spans: dict[tuple[int, int], _One], taken: frozenset[int]
) -> dict[tuple[int, int], _One]:
    """Surnames by themselves, with or without their particle; of two persons so named the one named last."""
    used = taken | _covered(spans)
    states = {hit.state.name for hit in find_states(draft.text)}
    found = {}
    for surname in {one.surname for one in people if len(one.surname) > 2} - states:
        bearers = [one for one in people if one.surname == surname]
        for match in re.finditer(rf"(?<![\w-])(?:(?:[Aa]l|[Ee]l)[ -])?{re.escape(surname)}(?![\w-])", draft.text):
            if used.isdisjoint(range(*match.span())):
                before = [one for one in bearers if one.places[0][0] < match.start()]
                found[match.span()] = max(before or bearers, key=lambda one: one.places[0][0])
    return found


def _bare_titles(draft: Draft, people: list[_One]) -> dict[tuple[int, int], _One]:
    """Places where "the President" can be only one: a single person bears the title."""
    found = {}
    for hit in titles(draft.text):
        if not hit.entry.get("alone") or hit.forms or not _THE.search(draft.text, max(0, hit.start - 14), hit.start):
            continue
        after = draft.text[hit.end : hit.end + 30]
        if re.match(r"\.? [A-Z]|,? (?:of|for|to) |, [A-Z]", after):
            continue
        title = draft.text[hit.start : hit.end].lower()
        bearing = [one for one in people if any(_bears(role, title) for role in one.roles)]
        if len(bearing) == 1:
            found[hit.start, hit.end] = bearing[0]
    return found


def _bears(role: str, title: str) -> bool:
    """Whether a role is what a bare title says: "Foreign Minister" is the minister."""
    role = role.lower()
    return role == title or role.endswith(" " + title)


def _code(draft: Draft, chain: tuple[Hit, ...], actors: tuple[Mention[Actor], ...]) -> str | None:
    """The code that roles and the country or actor beside them give."""
    sector = next((hit.entry.category for hit in reversed(chain) if hit.entry.category != "none"), None)
    start, end = chain[0].start, chain[-1].end
    near = bisect_left(actors, start - _NEAR, key=lambda each: each.span.start)
    for actor in takewhile(lambda each: each.span.start < end + _NEAR, actors[near:]):
        beside = _BEFORE.fullmatch(draft.text, actor.span.end, start) if actor.span.end <= start else None
        after = _AFTER.fullmatch(draft.text, end, actor.span.start) if actor.span.start >= end else None
        if (beside or after) and actor.meaning is not None and actor.meaning.code:
            return actor.meaning.code
    if sector == "IGO":
        return "IGO:UNO"
    if sector is None and _plain(draft.text[chain[-1].start : end]).lower() in _OFFICIALS:
        sector = "GOV"
    country = _country(draft, start, end)
    return f"{country}:{sector}" if country and sector else None


def _country(draft: Draft, start: int, end: int) -> str | None:
    """The state named right before a title, or behind it after "of"."""
    hits = find_states(draft.text)
    near = bisect_left(hits, start - _NEAR, key=lambda each: each.start)
    for hit in takewhile(lambda each: each.start < end + _NEAR, hits[near:]):
        if hit.end <= start and _BEFORE.fullmatch(draft.text, hit.end, start):
            return hit.state.alpha3
        if hit.start >= end and _AFTER.fullmatch(draft.text, end, hit.start):
            return hit.state.alpha3
    return None
