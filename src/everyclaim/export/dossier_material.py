"""What a dossier is made of, and every claim of the incident put into words once.

Where it stands: `dossier.py` takes a `Material`; matrix, figures, timeline and map all speak of the same `Said`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from everyclaim.codec import Json
from everyclaim.export.lit_text import address, hue
from everyclaim.export.outline import cautions_of
from everyclaim.export.wording import LABELS, say_claim, spaced

_LONGEST = 110
"""Characters of a quote in a table; the whole is in the archived text."""


@dataclass(frozen=True, slots=True)
class Material:
    """One incident with all that its dossier shows.

    Args:
        incident: the incident as `incidents --json` prints it (design of the product, 3).
        records: the records of its reports.
        texts: the reading text of each report, by its id.
        voices: the name under which a claim's voice is registered, by claim id, where it differs from the claim's own
            words for it ("the commander" is the one whom others name).
    """

    incident: Json
    records: Sequence[Json]
    texts: Mapping[str, str]
    voices: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Said:
    """One claim of the incident in words.

    Args:
        id: the claim's id.
        field: its field, `label` what people call it, `hue` its colour group.
        value: the value in words, and `raw` the value itself.
        voice: who says so, `code` their code; `via` through whom.
        cautions: what keeps it from being plainly said.
        report: the number of its report in the dossier; `published` that report's day.
        href: the address of its words in the dossier, and `quote` the words; `page` is theirs in a text with pages.
        preferred: whether the incident shows this value.
        position: whether it is a party's position, which is never a bound.
        against: the ids of the claims of this incident that say otherwise.
        coder: who coded the claim by hand; None where the reader read it.
        language: the language of the words.
    """

    id: str
    field: str
    label: str
    hue: str
    value: str
    raw: Json
    voice: str
    code: str | None
    via: str
    cautions: tuple[str, ...]
    report: int
    published: str | None
    href: str
    quote: str
    preferred: bool
    position: bool
    against: tuple[str, ...]
    page: int | None = None
    coder: str | None = None
    language: str = "en"


def prefix(number: int) -> str:
    """What the addresses of the words of a report begin with."""
    return f"r{number}-"


def numbered(material: Material) -> list[tuple[int, Json]]:
    """The records in the order of the incident's reports, each with its number from 1 on."""
    order = {each["id"]: place for place, each in enumerate(material.incident["reports"])}
    known = [each for each in material.records if each["report"]["id"] in order]
    return list(enumerate(sorted(known, key=lambda it: order[it["report"]["id"]]), 1))


def own_claims(material: Material, record: Json) -> list[Json]:
    """The claims of a record that belong to the incident."""
    held = set(material.incident["claims"])
    return [claim for claim in record["claims"] if claim["id"] in held]


def put_into_words(material: Material) -> tuple[Said, ...]:
    """Put every claim of the incident into words, in the order of reports and of the words in them."""
    incident = material.incident
    positions = {each for made in incident["assessments"] for each in made["positions"]}
    preferred = {incident[name]["claim"] for name in ("type", "when", "where") if incident[name]}
    against: dict[str, list[str]] = {}
    for one, other in incident["contradictions"]:
        against.setdefault(one, []).append(other)
        against.setdefault(other, []).append(one)
    said = []
    for number, record in numbered(material):
        for claim in sorted(own_claims(material, record), key=lambda it: (it["start"], it["end"], it["id"])):
            told = _Told(number, record["report"], material.voices.get(claim["id"]))
            marks = (claim["id"] in preferred, claim["id"] in positions, tuple(against.get(claim["id"], ())))
            said.append(_said(claim, told, marks))
    return tuple(said)


@dataclass(frozen=True, slots=True)
class _Told:
    """Where a claim stands: its report's number and head, and the registered name of its voice."""

    number: int
    report: Json
    voice: str | None


def _said(claim: Json, told: _Told, marks: tuple[bool, bool, tuple[str, ...]]) -> Said:
    preferred, position, against = marks
    return Said(
        id=claim["id"],
        field=claim["field"],
        label=claim["value"]["act"] if claim["field"] == "statement" else LABELS[claim["field"]],
        hue=hue(claim["field"]),
        value=_value(claim),
        raw=claim["value"],
        voice=told.voice or _voice(claim, told),
        code=next((each["code"] for each in claim["said_by"] if each["code"]), None),
        via=" and ".join(each["name"] for each in claim["via"]),
        cautions=tuple(cautions_of(claim)),
        report=told.number,
        published=told.report["published"],
        href=address((claim["start"], claim["end"]), prefix(told.number)),
        quote=claim["quote"],
        preferred=preferred,
        position=position,
        against=against,
        page=claim.get("page"),
        coder=claim.get("coded_by"),
        language=told.report["language"],
    )


def _value(claim: Json) -> str:
    """The value in words; of what is said, or meant as a reason, its own words."""
    match claim["field"]:
        case "statement":
            return f"“{_shortened(claim['quote'])}”"
        case "motive" | "link":
            return f"{spaced(claim['value']['kind'])}: “{_shortened(claim['quote'])}”"
        case _:
            return say_claim(claim)


def _shortened(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _voice(claim: Json, told: _Told) -> str:
    """Who speaks: those whom the report quotes, else the report by its publisher's name."""
    names = " and ".join(each["name"] for each in claim["said_by"])
    return names or told.report["publisher"] or f"Report {told.number}"
