"""A person codes a claim by hand: selects words of a report in any language, and says what they claim.

Where it stands: beside `case_flow.py`, which keeps the judgement that is made here. Nothing is guessed: the words are
found in the text or refused, a place of several namesakes is asked about, and what nobody says stays null.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import get_args

from everyclaim import codec
from everyclaim.casebook import correct
from everyclaim.casebook.coded import STEP
from everyclaim.casebook.search import places_of
from everyclaim.codec import RecordParts
from everyclaim.ground.place_unknown import at_entry
from everyclaim.lexicon import gazetteer
from everyclaim.lexicon.actors import get
from everyclaim.lexicon.gazetteer import PRECISIONS, Entry
from everyclaim.model import (
    Actor,
    Allegiance,
    Claim,
    Field,
    Figure,
    Harm,
    Kind,
    Mention,
    Modality,
    Mode,
    Place,
    Reason,
    Report,
    Source,
    Span,
    Speech,
    Standing,
    Thing,
    Value,
    When,
)

_ACTORS = ("by", "against", "controlled_by", "responsibility")
_THINGS = ("weapon", "target_stated", "target_hit", "damage")
_MUST: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(get_args(Harm), ("number", "number_high", "expression")),
    "type": ("type",),
    "when": ("earliest", "latest"),
    "affiliation": ("to",),
    "motive": ("kind",),
    "link": ("kind",),
    "statement": ("act",),
}
"""Of these parts a person must give one; the rest of a value is named by the words themselves, or null."""

_MOST = 8
"""Places of one name, or places in a text, that a message lists."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says it, by the words that name them in the text; `name` and `code` where these are not enough."""

    words: str
    name: str | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Coding:
    """What a person says.

    Args:
        field: the claim's field.
        words: the words it rests on, as they stand in the text or spelt without vowel signs and accents.
        at: their offsets instead, half-open.
        value: parts of the value by their names in the record.
        voice: who says so; None is the report itself.
        about: a happening of the report, or "new"; None is its only or main one, or a new one where it has none.
    """

    field: Field
    words: str | None = None
    at: tuple[int, int] | None = None
    value: Mapping[str, str] = dataclasses.field(default_factory=dict)
    voice: Voice | None = None
    about: str | None = None
    standing: Standing = "asserted"
    modality: Modality = "happened"
    mode: Mode | None = None


def code_claim(parts: RecordParts, coding: Coding, why: str) -> Claim:
    """Make the claim that a person codes.

    Args:
        parts: what the case knows of the report, judgements heeded.
        coding: what the person says.
        why: the reason, for whoever reads the record.

    Raises:
        ValueError: the words do not stand in the text or do so several times, a value is none, or the claim is there.
    """
    report = parts.report
    span = _find(report, coding.words, coding.at)
    said_by = () if coding.voice is None else (_voice(report, coding.voice),)
    made = Claim(
        id=codec.claim_id(report.id, coding.field, span, [each.span for each in said_by]),
        report=report.id,
        about=(_happening(parts, coding.about),),
        field=coding.field,
        value=Mention(span, _blank(coding.field, span.quote), STEP),
        said_by=said_by,
        mode=coding.mode or _mode(coding),
        modality=coding.modality,
        standing=coding.standing,
        confidence=1.0,
        why=f"coded by hand: {why}",
    )
    if made.id in {each.id for each in parts.claims}:
        raise ValueError(f"These words are a claim of this field and voice already ({made.id}); see `judge correct`.")
    return replace(made, value=replace(_value(made, coding.value), step=STEP))


def _mode(coding: Coding) -> Mode:
    if coding.standing == "denied":
        return "denying"
    return "own_report" if coding.voice is None else "neutral"


def _find(report: Report, words: str | None, at: tuple[int, int] | None) -> Span:
    """The one place where words stand: exactly so, or but for vowel signs, accents and case."""
    if at is not None:
        return report.span(*at)
    if not words:
        raise ValueError("Say which words the claim rests on; give --quote WORDS or --at START-END.")
    exact = [start for start in range(len(report.text)) if report.text.startswith(words, start)]
    places = [(start, start + len(words)) for start in exact] or list(places_of(report.text, words))
    if not places:
        raise ValueError(f"{words!r} does not stand in the report; `everyclaim search` shows its words as they are.")
    if len(places) > 1:
        listed = ", ".join(f"{start}-{end}" for start, end in places[:_MOST])
        raise ValueError(f"{words!r} stands {len(places)} times; say which with offsets (--at): {listed}.")
    return report.span(*places[0])


def _voice(report: Report, voice: Voice) -> Mention[Source]:
    span = _find(report, voice.words, None)
    if voice.code is not None:
        get(voice.code)
    return Mention(span, Source(voice.name or span.quote, voice.code), STEP)


def _happening(parts: RecordParts, about: str | None) -> str:
    """The happening that a claim is about: one that is there, or a new one ("p1")."""
    known = [each.id for each in parts.happenings]
    main = [each.id for each in parts.happenings if each.rank == "main"]
    if about == "new" or (about is None and not known):
        return next(name for number in range(1, len(known) + 2) if (name := f"p{number}") not in known)
    if about is None and 1 in {len(known), len(main)}:
        return known[0] if len(known) == 1 else main[0]
    if about not in known:
        listed = ", ".join(known)
        raise ValueError(f"Say which happening it is about with --about: {listed or 'none is there yet'}, or new.")
    return about


def _blank(name: Field, words: str) -> Value:
    """A value of a field of which nothing is known but the words that name it."""
    if name in get_args(Harm):
        return Figure(name, None, None, "exact", None, None, open_high=False, of="")  # type: ignore[arg-type]
    if name in _ACTORS:
        return Actor(words)
    if name in _THINGS:
        return Thing(words)
    others: dict[str, Value] = {
        "type": Kind("other_violence"),
        "when": When(None, None, "day"),
        "where": Place(words),
        "affiliation": Allegiance(Actor(words), Actor("")),
        "motive": Reason("retaliation_for", None, words=words),
        "link": Reason("follow_up_to", None, words=words),
        "statement": Speech("statement"),
    }
    return others[name]


def _value(claim: Claim, given: Mapping[str, str]) -> Mention[Value]:
    """The claim's value with what the person gives.

    Raises:
        ValueError: something that must be given is not, or is no value of this field.
    """
    must = _MUST.get(claim.field, ())
    if must and not set(must) & given.keys():
        raise ValueError(f"A claim of field {claim.field!r} needs --set {' or '.join(f'{each}=...' for each in must)}.")
    match claim.value.meaning:
        case When():
            return correct(claim, _days(given))
        case Figure():
            return correct(claim, _counted(given))
        case _:
            made = correct(claim, dict(given))
            place = made.meaning
            return replace(made, meaning=_placed(place, given)) if isinstance(place, Place) else made


def _counted(given: Mapping[str, str]) -> dict[str, str]:
    """A single number is its own upper one, as it is of figures that were read; none is 0."""
    zero = {"number": "0"} if given.get("expression") == "none" else {}
    said = {**zero, **given}
    if said.get("expression", "exact") in {"exact", "none"} and "number" in said:
        return {"number_high": said["number"], **said}
    return said


def _days(given: Mapping[str, str]) -> dict[str, str]:
    """One day is given once; an open end is said by a precision of "after" or "before"."""
    said = dict(given)
    if "latest" not in said and said.get("precision") != "after":
        said["latest"] = said["earliest"]
    if "earliest" not in said and said.get("precision") != "before":
        said["earliest"] = said["latest"]
    same = said.get("earliest") == said.get("latest")
    return {"precision": "day" if same else "days", **said}


def _placed(place: Place, given: Mapping[str, str]) -> Place:
    """A place at the row of the gazetteer that bears its name, if it is one; at none if there is none."""
    if "lat" in given or "lon" in given:
        return place
    rows = gazetteer.current().find(place.name, place.country)
    if place.gazetteer is not None:
        rows = [each for each in rows if each.gazetteer == place.gazetteer]
        if not rows:
            raise ValueError(
                f"The gazetteer has no {place.gazetteer} of the name {place.name!r}; see `gazetteer find`."
            )
    if not rows:
        return place
    if len(rows) > 1:
        listed = "; ".join(_told(each) for each in rows[:_MOST])
        raise ValueError(f"{place.name!r} is {len(rows)} places; say which with --set gazetteer=ID: {listed}.")
    own = PRECISIONS[rows[0].kind]
    return at_entry(place if "precision" in given else replace(place, precision=own), rows[0])


def _told(entry: Entry) -> str:
    inside = [gazetteer.current().unit_name(entry.admin1), entry.country]
    return f"{entry.gazetteer} {', '.join([entry.name, *(each for each in inside if each)])} ({entry.kind})"
