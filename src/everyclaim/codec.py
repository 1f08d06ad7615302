"""The only place where model types become JSON and come back.

`encode` and `decode` are exact for every type. `identify` hashes the canonical form of what makes a thing itself.
`record` is the view of one report that people and programs read (docs/reference/record.md).
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, TypeVar, get_args

from cattrs import Converter
from cattrs.strategies import configure_tagged_union, configure_union_passthrough

from everyclaim.model import (
    Actor,
    Allegiance,
    Claim,
    Evidence,
    Figure,
    Happening,
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

T = TypeVar("T")
Json = dict[str, Any]
RECORD_SCHEMA = "everyclaim/record/1"


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
    """What a record is made of; `reader` names the program, lexicons and pipeline that read."""

    report: Report
    reader: str
    claims: Sequence[Claim]
    happenings: Sequence[Happening]
    evidence: Sequence[Evidence]
    victims: Sequence[Victim]
    troubles: Sequence[Mention[str]]


def record(parts: RecordParts) -> Json:
    """Make the record of one report: its happenings with the values preferred, and everything that anybody said."""
    by_id = {claim.id: claim for claim in parts.claims}
    return {
        "schema": RECORD_SCHEMA,
        "report": _report(parts.report, parts.reader),
        "happenings": [_happening(each, by_id) for each in parts.happenings],
        "claims": [_claim(each) for each in parts.claims],
        "evidence": [{"id": e.id, "kind": e.kind, "seen": e.seen, **_words(e.span)} for e in parts.evidence],
        "victims": [_victim(each) for each in parts.victims],
        "troubles": [{"kind": each.meaning, **_words(each.span)} for each in parts.troubles],
    }


def _report(report: Report, reader: str) -> Json:
    return {
        "id": report.id,
        "original": f"sha256:{report.original}",
        "path": report.path,
        "title": report.title,
        "url": report.url,
        "publisher": report.publisher and report.publisher.name,
        "published": report.published and report.published.isoformat(),
        "language": report.language,
        "characters": len(report.text),
        "text_sha256": text_sha256(report.text),
        "reader": reader,
    }


def _happening(happening: Happening, by_id: Mapping[str, Claim]) -> Json:
    shown: Json = {
        "id": happening.id,
        "rank": happening.rank,
        "modality": happening.modality,
        "parent": happening.parent,
    }
    for name in ("type", "when", "where"):
        claim = by_id.get(getattr(happening, name) or "")
        shown[name] = None if claim is None else {**_preferred(name, claim), "claim": claim.id}
    return shown


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


VALUES: tuple[type, ...] = get_args(Value)
