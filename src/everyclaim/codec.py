"""The only place where model types become JSON and come back.

`encode` and `decode` are exact for every type. `identify` hashes the canonical form of what makes a thing itself.
`record` and `incident` are the views that people and programs read (docs/reference/record.md).
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Any, TypeVar, get_args

from cattrs import Converter
from cattrs.strategies import configure_tagged_union, configure_union_passthrough

from everyclaim.model import (
    Actor,
    Allegiance,
    Assessment,
    Claim,
    Evidence,
    Figure,
    Happening,
    Incident,
    Kind,
    Mention,
    Place,
    Reason,
    Report,
    Source,
    Span,
    Speech,
    Thing,
    Value,
    Victim,
    When,
)
from everyclaim.pages import page_of, pages_in

T = TypeVar("T")
Json = dict[str, Any]
RECORD_SCHEMA = "everyclaim/record/1"
INCIDENT_SCHEMA = "everyclaim/incident/1"


def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    converter.register_unstructure_hook(date, lambda day: day.isoformat())
    converter.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
    converter.register_unstructure_hook(datetime, lambda instant: instant.isoformat())
    converter.register_structure_hook(datetime, lambda text, _: datetime.fromisoformat(text))
    configure_tagged_union(Value, converter, tag_name="is", tag_generator=lambda kind: kind.__name__.lower())
    configure_union_passthrough(int | str | bool | None, converter)
    return converter


_CONVERTER = _converter()


def encode(value: object, kind: Any = None) -> Any:
    """Turn a model value into JSON's own types; `kind` is needed for `Mention[...]` alone, whose class it is not."""
    return _CONVERTER.unstructure(value, kind or type(value))


def decode(encoded: Any, kind: type[T]) -> T:
    """Turn what `encode` made back into the model value.

    Raises:
        cattrs.BaseValidationError: it is not the form of that type, or carries unknown keys.
    """
    return _CONVERTER.structure(encoded, kind)


def canonical(value: object) -> bytes:
    """The one byte form of a JSON value: sorted keys, no spaces, UTF-8."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "surrogatepass")


def identify(**identifying: object) -> str:
    """Hash (SHA-256, hexadecimal) the canonical form of identifying fields."""
    return hashlib.sha256(canonical(identifying)).hexdigest()


def sha256(content: bytes) -> str:
    """SHA-256 of bytes, hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def text_sha256(text: str) -> str:
    """SHA-256 of a reading text's UTF-8 bytes, hexadecimal."""
    return sha256(text.encode("utf-8", "surrogatepass"))


def report_id(original: str, member: str | None, found_at: str | None, published: date | None) -> str:
    """The id of a report: identical wire copy found at two links stays two reports."""
    return "r" + identify(
        original=original, member=member, found_at=found_at, published=published and published.isoformat()
    )


def claim_id(report: str, field: str, quote: Span, voices: Sequence[Span]) -> str:
    """The id of a claim, short: what it is about and who says it, by their places in the text."""
    return (
        "c"
        + identify(
            report=report,
            field=field,
            quote=[quote.start, quote.end],
            voice=[[voice.start, voice.end] for voice in voices],
        )[:12]
    )


@dataclass(frozen=True, slots=True)
class RecordParts:
    """What a record is made of.

    `reader` names the program, lexicons and pipeline that read; `coders` says by claim id who coded a claim by hand;
    `attachments` are views of the evidence that people attached to the report.
    """

    report: Report
    reader: str
    claims: Sequence[Claim]
    happenings: Sequence[Happening]
    evidence: Sequence[Evidence]
    victims: Sequence[Victim]
    troubles: Sequence[Mention[str]]
    coders: Mapping[str, str] = field(default_factory=dict)
    attachments: Sequence[Json] = ()


def record(parts: RecordParts) -> Json:
    """Make the record of one report: its happenings with the values preferred, and everything that anybody said."""
    by_id, text = {claim.id: claim for claim in parts.claims}, parts.report.text
    return {
        "schema": RECORD_SCHEMA,
        "report": _report(parts.report, parts.reader),
        "happenings": [_happening(each, by_id) for each in parts.happenings],
        "claims": [
            _claim(each) | _known(page=page_of(text, each.value.span.start), coded_by=parts.coders.get(each.id))
            for each in parts.claims
        ],
        "evidence": [
            {"id": e.id, "kind": e.kind, "seen": e.seen, **_words(e.span), **_known(page=page_of(text, e.span.start))}
            for e in parts.evidence
        ],
        "victims": [_victim(each) for each in parts.victims],
        "troubles": [{"kind": each.meaning, **_words(each.span)} for each in parts.troubles],
        **_attached(parts.attachments),
    }


def _attached(attachments: Sequence[Json]) -> Json:
    return {"attachments": list(attachments)} if attachments else {}


def _report(report: Report, reader: str) -> Json:
    return {
        "id": report.id,
        "original": f"sha256:{report.original}",
        "path": located(report),
        "title": report.title,
        "url": report.url,
        "publisher": report.publisher and report.publisher.name,
        "published": report.published and report.published.isoformat(),
        "language": report.language,
        "characters": len(report.text),
        "text_sha256": text_sha256(report.text),
        "reader": reader,
        **_known(member=report.member, pages=pages_in(report.text), language_reason=report.language_reason),
    }


def _known(**optional: str | int | None) -> Json:
    """The optional fields of a view: each is there only where there is something to say."""
    return {name: value for name, value in optional.items() if value is not None}


def located(report: Report) -> str | None:
    """Where a report lies: the path of its file, and its place in that: "mail.mbox#3", "archive.zip!/a.pdf"."""
    return report.path and report.path + (report.member or "")


def _happening(happening: Happening, by_id: Mapping[str, Claim]) -> Json:
    shown: Json = {
        "id": happening.id,
        "rank": happening.rank,
        "modality": happening.modality,
        "parent": happening.parent,
    }
    return shown | _preferences(happening, by_id)


def _preferred(name: str, claim: Claim) -> Json:
    value = meaning(claim.value.meaning)
    return {"value": value["type"], "modes": value["modes"]} if name == "type" else value


def _claim(claim: Claim) -> Json:
    return {
        "id": claim.id,
        "about": list(claim.about),
        "field": claim.field,
        "value": meaning(claim.value.meaning),
        "said_by": [_voice(each) for each in claim.said_by],
        "via": [_voice(each) for each in claim.via],
        "said_at": claim.said_at and claim.said_at.isoformat(),
        "cue": claim.cue and _words(claim.cue),
        "hedges": [_words(each) for each in claim.hedges],
        "mode": claim.mode,
        "modality": claim.modality,
        "standing": claim.standing,
        "supported_by": list(claim.supported_by),
        "contradicts": list(claim.contradicts),
        "confidence": round(claim.confidence, 3),
        "why": claim.why,
        "quote": claim.value.span.quote,
        "start": claim.value.span.start,
        "end": claim.value.span.end,
    }


def _voice(voice: Mention[Source]) -> Json:
    return {"name": voice.meaning.name, "code": voice.meaning.code, **_words(voice.span)}


def _victim(victim: Victim) -> Json:
    shown = encode(victim)
    del shown["report"]
    shown["mentions"] = [_words(span) for span in victim.mentions]
    return dict(shown)


def _words(span: Span) -> Json:
    return {"words": span.quote, "start": span.start, "end": span.end}


def meaning(value: Value) -> Json:
    """The value of a claim as the record shows it (shapes: docs/reference/record.md)."""
    match value:
        case Actor():
            return _plain(value)
        case Figure():
            shown = _plain(value)
            del shown["harm"]
            return shown
        case Allegiance():
            return {
                "actor": _party(value.actor),
                "to": _party(value.to),
                "from": value.since and value.since.isoformat(),
                "until": value.until and value.until.isoformat(),
            }
        case Reason():
            rest = "words" if value.basis is None else "basis"
            return {"kind": value.kind, "to": value.to, rest: getattr(value, rest)}
        case Kind() | When() | Place() | Thing() | Speech():
            return _plain(value)


def _party(actor: Actor) -> Json:
    return {"name": actor.name, "code": actor.code}


def _plain(value: Actor | Figure | Kind | When | Place | Thing | Speech) -> Json:
    shown: Json = {}
    for each in fields(value):
        item = getattr(value, each.name)
        shown[each.name] = (
            item.isoformat() if isinstance(item, date) else list(item) if isinstance(item, tuple) else item
        )
    return shown


@dataclass(frozen=True, slots=True)
class IncidentParts:
    """What the view of an incident is made of.

    `reports`, `happenings` and `claims` may be those of the whole case. `copies` are groups of reports that are one
    voice; `incident_of` says to which incident a (report, happening) belongs, for the ends of links. `attachments` are
    views of the evidence that people attached to it or to its reports.
    """

    incident: Incident
    reports: Sequence[Report]
    happenings: Sequence[Happening]
    claims: Sequence[Claim]
    assessments: Sequence[Assessment] = ()
    contradictions: Sequence[tuple[str, str]] = ()
    copies: Sequence[Sequence[str]] = ()
    incident_of: Mapping[tuple[str, str], str] = field(default_factory=dict)
    attachments: Sequence[Json] = ()


def incident(parts: IncidentParts) -> Json:
    """Make the view of one incident: what is preferred, everything said, in which reports, and every assessment."""
    it = parts.incident
    held = set(it.claims)
    claims = [each for each in parts.claims if each.id in held]
    by_id = {claim.id: claim for claim in claims}
    shown: Json = {
        "schema": INCIDENT_SCHEMA,
        "id": it.id,
        "parent": it.parent,
        "previous_codes": list(it.previous_codes),
    }
    shown |= _preferences(it, by_id)
    shown["by"] = _parties(claims, ("by", "responsibility"))
    shown["against"] = _parties(claims, ("against",))
    shown["claims"] = list(it.claims)
    shown["links"] = [_link(each, parts.incident_of) for each in claims if isinstance(each.value.meaning, Reason)]
    own = {tuple(sorted((each.id, other))) for each in claims for other in each.contradicts if other in by_id}
    shown["contradictions"] = sorted(
        list(pair) for pair in own | {tuple(sorted(pair)) for pair in parts.contradictions}
    )
    shown["reports"] = _reports(parts)
    shown["assessments"] = [assessment(each) for each in parts.assessments]
    return shown | _attached(parts.attachments)


def _preferences(preferring: Happening | Incident, by_id: Mapping[str, Claim]) -> Json:
    shown: Json = {}
    for name in ("type", "when", "where"):
        claim = by_id.get(getattr(preferring, name) or "")
        shown[name] = None if claim is None else {**_preferred(name, claim), "claim": claim.id}
    return shown


def _parties(claims: Sequence[Claim], roles: Sequence[str]) -> list[Json]:
    """The actors that claims of these fields name, each once; a denial names nobody."""
    named: dict[str, Json] = {}
    for claim in claims:
        actor = claim.value.meaning
        if claim.field in roles and claim.standing != "denied" and isinstance(actor, Actor) and actor.basis != "denial":
            entry = named.setdefault(actor.code or actor.name.casefold(), {**meaning(actor), "claims": []})
            entry["claims"].append(claim.id)
    return list(named.values())


def _link(claim: Claim, incident_of: Mapping[tuple[str, str], str]) -> Json:
    shown = meaning(claim.value.meaning)
    return {**shown, "to": incident_of.get((claim.report, shown["to"])), "claim": claim.id}


def _reports(parts: IncidentParts) -> list[Json]:
    ours = dict.fromkeys(report for report, _ in parts.incident.happenings)
    told = sorted(
        (each for each in parts.reports if each.id in ours), key=lambda it: (str(it.published), str(it.path), it.id)
    )
    first_of = {report: min(group) for group in parts.copies for report in group}
    main = {(each.report, each.id) for each in parts.happenings if each.rank == "main"}
    voices: dict[str, int] = {}
    return [
        {
            "id": each.id,
            "path": located(each),
            "publisher": each.publisher and each.publisher.name,
            "main": any(pair in main for pair in parts.incident.happenings if pair[0] == each.id),
            "voice": voices.setdefault(first_of.get(each.id, each.id), len(voices) + 1),
        }
        for each in told
    ]


def assessment(made: Assessment) -> Json:
    """Make the view of one assessment, rows of harm with their grounds."""
    shown = encode(made)
    del shown["incident"]
    shown["acknowledged"] = {"strike": shown.pop("acknowledged_strike"), "harm": shown.pop("acknowledged_harm")}
    return dict(shown)


VALUES: tuple[type, ...] = get_args(Value)
