"""Puts a record in the order in which people read: each happening with its claims, then what belongs to none.

Where it stands: between the record (codec) and what shows it (the card, the page).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from everyclaim.codec import Json
from everyclaim.export.wording import FIGURES, LABELS, point, say, say_claim, say_type, says_denial, spaced

_OF_WHAT_MAY_COME = frozenset({"threat", "vow", "promise"})
"""Acts whose word says already that the thing has not happened."""

_ORDER = {field: place for place, field in enumerate(LABELS)}


@dataclass(frozen=True, slots=True)
class Line:
    """One claim in words.

    Args:
        id: the claim's id.
        field: its field, and `label` what people call it.
        value: the value in words.
        voice: who says so, with the cue; empty where the report itself states a plain fact.
        cautions: what keeps it from being plainly said: denied, feared, planned, hedged with its words.
        against: the claims that say otherwise, each as (id, words).
        supports: the evidence it rests on, as (id, words).
        quote: the words it rests on, at `start` to `end`; `page` is theirs in a text with pages.
        preferred: whether the happening shows this value.
        why: the step and cue, with the reader's confidence.
        coder: who coded the claim by hand; None where the reader read it.
    """

    id: str
    field: str
    label: str
    value: str
    voice: str
    cautions: tuple[str, ...]
    against: tuple[tuple[str, str], ...]
    supports: tuple[tuple[str, str], ...]
    quote: str
    start: int
    end: int
    preferred: bool
    why: str
    point: str | None
    page: int | None = None
    coder: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One happening in words; `id` is None for the claims that belong to none."""

    id: str | None
    title: str
    standing: tuple[str, ...]
    lines: tuple[Line, ...]


def outline(record: Json) -> tuple[Section, ...]:
    """Order the claims of a record under its happenings, the main ones first; those of none come last."""
    ranks = ("main", "also_reported", "background")
    happenings = sorted(record["happenings"], key=lambda each: ranks.index(each["rank"]))
    sections = [_section(each, record) for each in happenings]
    loose = tuple(_line(claim, record, preferred=False) for claim in _sorted(record["claims"]) if not claim["about"])
    if loose:
        sections.append(Section(None, "Not tied to one happening", (), loose))
    return tuple(sections)


def has_points(record: Json) -> bool:
    """Whether the record shows coordinates, for which the gazetteer's makers are to be credited."""
    return any(claim["field"] == "where" and point(claim["value"]) for claim in record["claims"])


def _section(happening: Json, record: Json) -> Section:
    preferred = {happening[name]["claim"] for name in ("type", "when", "where") if happening[name]}
    own = [claim for claim in record["claims"] if happening["id"] in claim["about"]]
    lines = tuple(
        _line(claim, record, preferred=claim["id"] in preferred, told=happening["modality"])
        for claim in _sorted(own, preferred)
    )
    standing = [spaced(happening["rank"])]
    standing += [happening["modality"]] if happening["modality"] != "happened" else []
    standing += [f"part of {happening['parent']}"] if happening["parent"] else []
    return Section(happening["id"], _title(happening), tuple(standing), lines)


def _title(happening: Json) -> str:
    kind = say_type(happening["type"]["value"]) if happening["type"] else "event"
    place = say("where", happening["where"]) if happening["where"] else None
    day = say("when", happening["when"]) if happening["when"] else None
    return " · ".join(each for each in (kind[:1].upper() + kind[1:], place, day) if each)


def _sorted(claims: list[Json], preferred: set[str] | frozenset[str] = frozenset()) -> list[Json]:
    """By field in people's order; the value preferred first, parts after their whole, else as in the text."""
    starts: dict[str, int] = {claim["id"]: claim["start"] for claim in claims}

    def key(claim: Json) -> tuple[int, bool, int, bool, int]:
        whole = str(claim["value"].get("subset_of") or claim["id"])
        start = starts[whole] if whole in starts else int(claim["start"])
        return _ORDER[claim["field"]], claim["id"] not in preferred, start, whole != claim["id"], claim["start"]

    return sorted(claims, key=key)


def _line(claim: Json, record: Json, *, preferred: bool, told: str = "happened") -> Line:
    by_id = {each["id"]: each for each in record["claims"]}
    evidence = {each["id"]: each for each in record["evidence"]}
    return Line(
        id=claim["id"],
        field=claim["field"],
        label=LABELS[claim["field"]],
        value=say_claim(claim),
        voice=say_voice(claim),
        cautions=tuple(cautions_of(claim, told)),
        against=tuple((each, short(by_id[each])) for each in claim["contradicts"] if each in by_id),
        supports=tuple((each, _item(evidence[each])) for each in claim["supported_by"] if each in evidence),
        quote=claim["quote"],
        start=claim["start"],
        end=claim["end"],
        preferred=preferred,
        why=f"{claim['why']} · confidence {claim['confidence']:.2f}",
        point=point(claim["value"]) if claim["field"] == "where" else None,
        page=claim.get("page"),
        coder=claim.get("coded_by"),
    )


def say_voice(claim: Json) -> str:
    """Who says it, with the cue; the report's own voice is named where a figure is at stake."""
    names = " and ".join(each["name"] for each in claim["said_by"])
    if not names:
        return "the report itself" if claim["field"] in FIGURES else ""
    via = f", via {' and '.join(each['name'] for each in claim['via'])}" if claim["via"] else ""
    cue = f" (“{claim['cue']['words']}”)" if claim["cue"] else ""
    return f"{names}{via}{cue}"


def cautions_of(claim: Json, told: str = "happened") -> Iterator[str]:
    """What keeps a claim from being plainly said, unless its happening's own modality (`told`) has said so."""
    if claim["standing"] != "asserted":
        yield from _standing(claim)
    if claim["modality"] not in {"happened", told} and claim["value"].get("act") not in _OF_WHAT_MAY_COME:
        yield claim["modality"]
    if claim["mode"] in {"denying", "withdrawing"} and claim["standing"] != "denied":
        yield claim["mode"]
    for hedge in claim["hedges"]:
        yield f"“{hedge['words']}”"


def _standing(claim: Json) -> Iterator[str]:
    """The standing of what is denied or feared; "denial" where the value is worded as one already."""
    if claim["standing"] != "denied" or not says_denial(claim):
        yield claim["standing"]
    elif claim["field"] != "statement":
        yield "denial"


def short(claim: Json) -> str:
    """Another claim in half a line: "killed: none — the army"."""
    words = say_claim(claim) if claim["field"] != "statement" else f"“{claim['quote'][:60]}”"
    denied = "denied " if claim["standing"] == "denied" and not says_denial(claim) else ""
    voice = f" — {claim['said_by'][0]['name']}" if claim["said_by"] else " — the report itself"
    return f"{denied}{LABELS[claim['field']]}: {words}{voice}"


def _item(evidence: Mapping[str, str]) -> str:
    return f"{spaced(evidence['kind'])} ({evidence['seen']})"
