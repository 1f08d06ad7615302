"""Builders for the model's types, with sensible defaults: a test names only what it is about.

`claim` and `happening` build one value; `record` puts such values into the record of one report.
"""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from everyclaim import codec
from everyclaim.model import (
    Actor,
    Allegiance,
    Assessment,
    Claim,
    Evidence,
    Figure,
    Grounds,
    Happening,
    HarmRow,
    Incident,
    Judgement,
    Kind,
    Mention,
    Place,
    Reason,
    Report,
    Source,
    Span,
    Speech,
    Thing,
    Victim,
    When,
)

M = TypeVar("M")

TEXT = "Two shells fell on Harbour Street in Aldova on Monday, the mayor said; three bakers were killed."
PUBLISHED = date(2020, 3, 10)


def report(text: str = TEXT, **changes: Any) -> Report:
    original = codec.sha256(text.encode("utf-8", "surrogatepass"))
    made = Report(codec.report_id(original, None, None, PUBLISHED), original, text, published=PUBLISHED)
    return replace(made, **changes)


def span(quote: str = "three bakers were killed", within: Report | None = None) -> Span:
    within = within or report()
    start = within.text.index(quote)
    return within.span(start, start + len(quote))


def mention(meaning: M, quote: str = "three bakers were killed", within: Report | None = None) -> Mention[M]:
    return Mention(span(quote, within), meaning, "made")


def source(**changes: Any) -> Source:
    return replace(Source("mayor"), **changes)


def actor(**changes: Any) -> Actor:
    return replace(Actor("Army of Aldova", "XXX:MIL"), **changes)


def place(**changes: Any) -> Place:
    return replace(Place("Aldova", "Aldova", "XK", lat=42.5, lon=20.5, point_precision="settlement"), **changes)


def when(**changes: Any) -> When:
    return replace(When(date(2020, 3, 9), date(2020, 3, 9), "day"), **changes)


def figure(number: int | None = 3, **changes: Any) -> Figure:
    made = Figure("killed", number, number, "exact", number, number, open_high=False, of="bakers")
    return replace(made, **changes)


def kind(**changes: Any) -> Kind:
    return replace(Kind("shelling"), **changes)


def thing(**changes: Any) -> Thing:
    return replace(Thing("bakery"), **changes)


def allegiance(**changes: Any) -> Allegiance:
    return replace(Allegiance(Actor("Hill Brigade"), actor()), **changes)


def reason(**changes: Any) -> Reason:
    return replace(Reason("retaliation_for", None, words="the ambush"), **changes)


def speech(**changes: Any) -> Speech:
    return replace(Speech("condemnation"), **changes)


def voice(name: str = "mayor", code: str | None = None, quote: str = "the mayor") -> Mention[Source]:
    return mention(source(name=name, code=code), quote)


def claim(value: Any = None, quote: str = "three bakers were killed", **changes: Any) -> Claim:
    """Build a claim about h1; its field is the figure's harm unless it is given."""
    value = figure() if value is None else value
    field = changes.pop("field", value.harm if isinstance(value, Figure) else "statement")
    return replace(Claim("c1", report().id, ("h1",), field, mention(value, quote)), **changes)


def happening(**changes: Any) -> Happening:
    return replace(Happening("h1", report().id, "main", "happened"), **changes)


def evidence(**changes: Any) -> Evidence:
    return replace(Evidence("e1", "video", "mentioned", span("Two shells")), **changes)


def victim(**changes: Any) -> Victim:
    return replace(Victim("v1", report().id, (span("bakers"),), befell="killed", claims=("c1",)), **changes)


def incident(**changes: Any) -> Incident:
    return replace(Incident("EC-XKX-20200309-001", ((report().id, "h1"),), ("c1",)), **changes)


def assessment(**changes: Any) -> Assessment:
    return replace(Assessment(incident().id, "everyclaim", "1", grade="Weak", harm=(harm_row(),)), **changes)


def harm_row(**changes: Any) -> HarmRow:
    grounds = Grounds("low", "lowest_specific", ("c1",), "The lowest figure is 3 (c1).")
    row = HarmRow("killed", "all", None, None, 3, None, 3, False, 3, 3, reasons=(grounds,))  # noqa: FBT003 as the type has it
    return replace(row, **changes)


def judgement(**changes: Any) -> Judgement:
    decided = datetime(2020, 3, 11, 12, tzinfo=UTC)
    return replace(Judgement("j1", "same", ("a", "b"), "reviewer", decided, "the same square"), **changes)


def record(*claims: Claim, **parts: Any) -> codec.Json:
    """Build the record of the default report; `happenings`, `evidence`, `victims` and `troubles` may be given."""
    given = {"happenings": (happening(),), "evidence": (), "victims": (), "troubles": (), **parts}
    return codec.record(codec.RecordParts(given.pop("report", report()), "made", claims, **given))
