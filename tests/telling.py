"""Builds reports as if read: each line of a made text is the quote of one claim.

told("paper", date(2020, 3, 10), [line("Seven died.", figure("killed", 7), said_by=[voice("the mayor")])])
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from everyclaim import codec
from everyclaim.match import Told
from everyclaim.model import (
    Actor,
    Claim,
    Field,
    Figure,
    Happening,
    Kind,
    Mention,
    Place,
    Report,
    Source,
    Span,
    Thing,
    Value,
    When,
)

_FIELDS: dict[type, Field] = {Kind: "type", When: "when", Place: "where", Actor: "by", Thing: "target_hit"}


@dataclass(frozen=True)
class Line:
    """One claim to be: its words, value, voices, and whatever else is not the default."""

    words: str
    value: Value
    said_by: tuple[Source, ...] = ()
    via: tuple[Source, ...] = ()
    about: tuple[str, ...] = ("h1",)
    changes: tuple[tuple[str, Any], ...] = ()


def line(words: str, value: Value, **rest: Any) -> Line:
    own = {name: tuple(rest.pop(name)) for name in ("said_by", "via", "about") if name in rest}
    return Line(words, value, changes=tuple(rest.items()), **own)


def voice(name: str, code: str | None = None, **rest: Any) -> Source:
    return Source(name, code, **rest)


def figure(harm: Any, number: int | None, high: int | None = -1, expression: Any = "exact", **changes: Any) -> Figure:
    """Build a figure by its words; `low` and `high` are left out, so that nothing can lean on them."""
    top = number if high == -1 else high
    return replace(Figure(harm, number, top, expression, None, None, open_high=False, of="people"), **changes)


def told(
    path: str,
    published: date | None,
    lines: Sequence[Line],
    publisher: Source | None = None,
    happenings: Sequence[Happening] = (),
) -> Told:
    """Build a report whose text is the lines, read into claims; h1 is its main happening unless others are given."""
    text = f"{path}\n" + "\n".join(each.words for each in lines)
    original = codec.sha256(text.encode("utf-8", "surrogatepass"))
    made = Report(
        codec.report_id(original, None, path, published),
        original,
        text,
        path=path,
        publisher=publisher or Source(path, kind="outlet"),
        published=published,
    )
    claims = tuple(_claim(made, number, each) for number, each in enumerate(lines))
    given = happenings or (Happening("h1", made.id, "main", "happened"),)
    return Told(made, tuple(_preferring(replace(each, report=made.id), claims) for each in given), claims)


def _claim(report: Report, number: int, each: Line) -> Claim:
    start = len(report.text.split("\n", 1)[0]) + 1
    start += sum(len(words) + 1 for words in report.text.split("\n")[1 : number + 1])
    span = report.span(start, start + len(each.words))
    name = each.value.harm if isinstance(each.value, Figure) else _FIELDS.get(type(each.value), "statement")
    changes = dict(each.changes)
    made_field = changes.pop("field", name)
    return replace(
        Claim(
            codec.claim_id(report.id, made_field, span, []),
            report.id,
            each.about,
            made_field,
            Mention(span, each.value, "made"),
            said_by=tuple(_mention(span, source) for source in each.said_by),
            via=tuple(_mention(span, source) for source in each.via),
            said_at=report.published,
            mode="neutral" if each.said_by else "own_report",
            confidence=0.9,
        ),
        **changes,
    )


def _mention(span: Span, source: Source) -> Mention[Source]:
    return Mention(span, source, "made")


def _preferring(happening: Happening, claims: Sequence[Claim]) -> Happening:
    """Prefer the first claim of each kind that is about a happening."""
    found: dict[str, str | None] = {}
    for name in ("type", "when", "where"):
        about = [each for each in claims if each.field == name and happening.id in each.about]
        found[name] = about[0].id if about else None
    return replace(happening, **found)  # type: ignore[arg-type]
