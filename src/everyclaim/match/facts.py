"""What matching looks at of one happening, gathered once: day, places, type, parties, figures, words.

Where it stands: `candidates`, `features` and `conflicts` see nothing else.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from everyclaim.match.told import Key, Told
from everyclaim.match.words import rare_words
from everyclaim.model import Actor, Claim, EventType, Figure, Happening, Kind, Place, Rank, Reason, When
from everyclaim.text.calendar import find_times
from everyclaim.text.view import view

FOUNDING = frozenset({"happened", "ongoing"})
JOINING = frozenset({*FOUNDING, "historical"})
"""A dated event of the past may be a known incident; it never makes one."""

PEACEFUL = frozenset(
    {
        *("protest", "agreement_ceasefire", "mobilisation", "hostage_release", "aid_access_granted"),
        "weapons_intercepted",
    }
)
_ACT = re.compile(
    r"\b(?:attacks?|(?:air ?)?strikes?|airstrikes?|bombings?|shootings?|shelling|raids?|massacres?|explosions?|blasts?|"
    r"killings?|murders?|abductions?|kidnappings?|executions?|poisonings?|ambush|ambushes|clashes|assaults?)\b",
    re.IGNORECASE,
)
_BACK = re.compile(r"\b(?:the|this|that|these|those|its|their|\w+['’]s|last)\s+(?:[\w'’-]+\s+){0,4}$", re.IGNORECASE)
"""Before a word for the act: what speaks of it as known. An indefinite article between the two breaks it."""

_NEW = re.compile(r"\b(?:an?|another|two|three|several|new|fresh)\s+(?:[\w'’-]+\s+){0,4}$", re.IGNORECASE)
_LOOK_BEFORE = 60


@dataclass(frozen=True, slots=True)
class Facts:
    """One happening as matching sees it.

    `guessed`: the day is the reader's guess from the day of publication. `refers_back`: its first telling speaks of it
    as known ("the strikes"). `historical`: told as long past. `linked` are happenings that its report names beside it,
    as its cause for one. `text` is the report's, `elsewhere` the names of places where its other happenings are.
    """

    key: Key
    rank: Rank
    published: date | None
    kind: EventType | None
    when: When | None
    guessed: bool
    refers_back: bool
    historical: bool
    places: tuple[Place, ...]
    actors: frozenset[str]
    figures: frozenset[tuple[str, int]]
    words: frozenset[str]
    linked: frozenset[str]
    founds: bool
    told_at: tuple[int, int]
    text: str
    elsewhere: frozenset[str]


def gather(told: Told, named: frozenset[Key] = frozenset()) -> Iterator[Facts]:
    """Gather the facts of every happening of a report that may belong to an incident; those `named` by a person may."""
    by_id = {claim.id: claim for claim in told.claims}
    for each in told.happenings:
        about = [claim for claim in told.claims if each.id in claim.about]
        harmful = each.modality in JOINING and _is_harmful(each, about, by_id)
        denied = each.modality in JOINING and not harmful and any(_names_denied(claim) for claim in about)
        if denied:
            counted = frozenset(_figures(about, denied=True))
            meant = _facts(told, _by_denial(each, about), about, by_id)
            yield replace(meant, founds=False, refers_back=True, figures=counted)
        elif harmful or (each.report, each.id) in named:
            yield _facts(told, each, about, by_id)


def _is_harmful(happening: Happening, about: Sequence[Claim], by_id: Mapping[str, Claim]) -> bool:
    kind, told = _kind(happening, by_id), by_id.get(happening.type or "")
    asserted = told is not None and told.standing != "denied"
    return (asserted and kind not in PEACEFUL) or any(_harms(claim) for claim in about)


def _names_denied(claim: Claim) -> bool:
    """Whether a claim says which act or harm is denied ("the army denied that it had shelled the market")."""
    denied = claim.value.meaning
    violent = isinstance(denied, Kind) and denied.type not in PEACEFUL
    return claim.standing == "denied" and (violent or isinstance(denied, Figure))


def _by_denial(happening: Happening, about: Sequence[Claim]) -> Happening:
    """The happening with the act, place and day that are denied: they tell which event is meant, and found none."""
    first = {claim.field: claim.id for claim in reversed(about)}
    return replace(
        happening,
        type=happening.type or first.get("type"),
        when=happening.when or first.get("when"),
        where=happening.where or first.get("where"),
    )


def _harms(claim: Claim) -> bool:
    figure = claim.value.meaning
    return isinstance(figure, Figure) and claim.standing != "denied" and figure.expression != "none"


def _kind(happening: Happening, by_id: Mapping[str, Claim]) -> EventType | None:
    claim = by_id.get(happening.type or "")
    return claim.value.meaning.type if claim is not None and isinstance(claim.value.meaning, Kind) else None


def _facts(told: Told, happening: Happening, about: Sequence[Claim], by_id: Mapping[str, Claim]) -> Facts:
    day = by_id.get(happening.when or "")
    when = day.value.meaning if day is not None and isinstance(day.value.meaning, When) else None
    guessed = day is not None and is_guessed(day)
    places = tuple(_places(happening, about, by_id))
    kind = by_id.get(happening.type or "")
    known = _refers_back(told, kind)
    return Facts(
        key=(happening.report, happening.id),
        rank=happening.rank,
        published=told.report.published,
        kind=_kind(happening, by_id),
        when=when,
        guessed=guessed,
        refers_back=known,
        historical=happening.modality not in FOUNDING,
        places=places,
        actors=frozenset(_actors(about)),
        figures=frozenset(_figures(about)),
        words=rare_words(told.report.text, [claim.value.span for claim in about]),
        linked=frozenset(_linked(told, happening)),
        founds=_founds(happening, about, dated=_is_dated(when) and not guessed, placed=bool(places), known=known),
        told_at=(kind.value.span.start, kind.value.span.end) if kind is not None else (0, 0),
        text=told.report.text,
        elsewhere=frozenset(_elsewhere(told, happening, by_id)),
    )


def is_guessed(day: Claim) -> bool:
    """Whether the words of a `when` claim name no day: the reader took that of publication and the one before it."""
    when = day.value.meaning
    if not isinstance(when, When) or when.precision != "days" or None in {when.earliest, when.latest}:
        return False
    return day.said_at is not None and when.latest == day.said_at and not find_times(view(day.value.span.quote))


def _founds(happening: Happening, about: Sequence[Claim], *, dated: bool, placed: bool, known: bool) -> bool:
    """Whether a happening alone makes an incident.

    Main news does. What is only background needs a day and a place of its own, not those of a sentence that tells of
    another event too, and so does what is spoken of as known ("the raids") without harm; other news beside the main one
    needs harm of its own, or a day or a place.
    """
    if happening.modality not in FOUNDING or _is_beside(happening, about):
        return False
    if happening.rank == "main":
        return True
    harmful = any(_harms(claim) for claim in about)
    if happening.rank == "background" or (known and not harmful):
        own = {claim.field for claim in about if len(claim.about) == 1}
        return dated and placed and {"when", "where"} <= own
    return dated or placed or harmful


def _is_dated(when: When | None) -> bool:
    return when is not None and when.precision in {"hour", "part_of_day", "day", "days"}


def _is_beside(happening: Happening, about: Sequence[Claim]) -> bool:
    """Whether it is told beside another event only: all harm that it has is a total of both, and none is its own."""
    harm = [claim for claim in about if _harms(claim)]
    return happening.rank != "main" and bool(harm) and all(len(claim.about) > 1 for claim in harm)


def _refers_back(told: Told, claim: Claim | None) -> bool:
    """Whether the first words for the act, in the line of its telling, speak of it as known."""
    if claim is None:
        return False
    text, end = told.report.text, claim.value.span.end
    line = text.rfind("\n", 0, end) + 1
    first = _ACT.search(text, line, end)
    start = first.start() if first is not None else claim.value.span.start
    before = text[max(line, start - _LOOK_BEFORE) : start]
    return bool(_BACK.search(before)) and not _NEW.search(before)


def _places(happening: Happening, about: Sequence[Claim], by_id: Mapping[str, Claim]) -> Iterator[Place]:
    preferred = by_id.get(happening.where or "")
    ordered = ([preferred] if preferred is not None else []) + [each for each in about if each.field == "where"]
    seen: set[Place] = set()
    for claim in ordered:
        place = claim.value.meaning
        if isinstance(place, Place) and place not in seen and (claim is preferred or claim.standing != "denied"):
            seen.add(place)
            yield place


def _elsewhere(told: Told, happening: Happening, by_id: Mapping[str, Claim]) -> Iterator[str]:
    """Names of the places that the report prefers for its other happenings."""
    for each in told.happenings:
        claim = by_id.get(each.where or "")
        if each.id != happening.id and claim is not None and isinstance(claim.value.meaning, Place):
            yield claim.value.meaning.name


def _actors(about: Sequence[Claim]) -> Iterator[str]:
    """Who attacked, by code or name; "gunmen" and "a suicide bomber" are anybody's."""
    for claim in about:
        actor = claim.value.meaning
        told = claim.field in {"by", "responsibility"} and claim.standing != "denied"
        if told and isinstance(actor, Actor) and (actor.code or not actor.name.islower()):
            yield actor.code or actor.name.casefold()


def _figures(about: Sequence[Claim], *, denied: bool = False) -> Iterator[tuple[str, int]]:
    for claim in about:
        figure = claim.value.meaning
        if isinstance(figure, Figure) and figure.scope in {"happening", "operation"} and (denied or _harms(claim)):
            yield from ((figure.harm, each) for each in {figure.number, figure.number_high} if each)


def _linked(told: Told, happening: Happening) -> Iterator[str]:
    for claim in told.claims:
        reason = claim.value.meaning
        if isinstance(reason, Reason) and reason.to is not None and reason.kind not in {"same_attack_as", "part_of"}:
            ends = {*claim.about, reason.to}
            if happening.id in ends:
                yield from ends - {happening.id}
