"""Hypothesis over made claims: incidents told by several reports, whose voices, words and standing are drawn.

The parties are fixed (the army of one state strikes a group), so that every voice has a part: attackers, their enemy,
witnesses, a hospital, investigators, outlets and an anonymous account.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, get_args

from hypothesis import strategies as st
from tests.telling import Line, figure, line, told, voice

from everyclaim import model
from everyclaim.assess import Policy, assess, policies, register_of
from everyclaim.match import Told
from everyclaim.model import Actor, Assessment, Figure, Incident, Kind, Source

DAY = date(2020, 3, 9)
ATTACKER = Actor("Army of Aldova", "XAL:MIL")
ALLY = Actor("Air force of Bruma", "XBR:MIL:air-force")
ENEMY = Actor("Hill Brigade", "XAL:REB:hill-brigade")

VOICES: tuple[Source | None, ...] = (
    None,
    voice("residents", kind="witness"),
    voice("Aldova hospital", "XAL:MED:aldova-hospital", kind="medical"),
    voice("Rights Monitor", kind="investigator"),
    voice("Second Monitor", kind="investigator"),
    voice("army spokesman", "XAL:MIL"),
    voice("air force of Bruma", "XBR:MIL:air-force"),
    voice("government of Aldova", "XAL:GOV"),
    voice("Hill Brigade", "XAL:REB:hill-brigade"),
    voice("an account", kind="anonymous_social"),
)
BELLIGERENTS = ("XAL:MIL", "XBR:MIL:air-force", "XAL:GOV")
VAGUE = ("plural", "few", "several", "many", "family", "dozens", "tens", "scores", "hundreds", "thousands")
NUMBERED = ("exact", "at_least", "more_than", "about", "nearly", "range", "up_to", "none")

numbers = st.integers(0, 60)
voices = st.sampled_from(VOICES)
policy = st.sampled_from(policies())
harms = st.sampled_from(("killed", "injured", "killed_or_injured", "missing"))
statuses = st.sampled_from(get_args(model.Status))


@st.composite
def vague_figures(draw: st.DrawFn) -> Figure:
    return figure(draw(harms), None, None, draw(st.sampled_from(VAGUE)), status=draw(statuses))


@st.composite
def numbered_figures(draw: st.DrawFn) -> Figure:
    expression = draw(st.sampled_from(NUMBERED))
    number = draw(numbers)
    ends: tuple[int | None, int | None] = (number, number)
    if expression == "range":
        ends = (number, number + draw(st.integers(0, 20)))
    elif expression == "up_to":
        ends = (None, max(1, number))
    elif expression in {"at_least", "more_than"}:
        ends = (number, None)
    elif expression == "none":
        ends = (0, 0)
    return figure(
        draw(harms),
        *ends,
        expression,
        status=draw(statuses),
        group=draw(st.sampled_from((None, None, "child", "woman"))),
    )


figures = st.one_of(vague_figures(), numbered_figures())


@st.composite
def figure_lines(draw: st.DrawFn, values: st.SearchStrategy[Figure] = figures) -> Line:
    said = draw(voices)
    changes: dict[str, Any] = {
        "standing": draw(st.sampled_from(("asserted", "asserted", "asserted", "denied", "feared")))
    }
    return line(f"{draw(st.integers(0, 10**6))} words", draw(values), said_by=[said] if said else [], **changes)


EVENT = [
    line("The strike", Kind("air_strike")),
    line("by the army", ATTACKER),
    line("with Bruma", ALLY),
    line("on the brigade", ENEMY, field="against"),
]


@st.composite
def reports(draw: st.DrawFn) -> list[Told]:
    count = draw(st.integers(1, 4))
    return [
        told(
            f"paper-{at}",
            DAY + timedelta(days=draw(st.integers(0, 5))),
            [*EVENT, *draw(st.lists(figure_lines(), max_size=4))],
        )
        for at in range(count)
    ]


def incident_of(reports: Sequence[Told]) -> Incident:
    """One incident of all claims and main happenings."""
    keys = tuple(sorted((each.report.id, one.id) for each in reports for one in each.happenings))
    return Incident("EC-XXX-20200309-001", keys, tuple(sorted({claim.id for each in reports for claim in each.claims})))


def assessed(reports: Sequence[Told], by: Policy) -> Assessment:
    return assess(incident_of(reports), reports, register_of(reports), by)


def bounds(made: Assessment) -> dict[Any, Any]:
    return {(row.kind, row.status, row.group, row.side): (row.low, row.high, row.open_high) for row in made.harm}


def with_line(
    reports: Sequence[Told], more: Line, path: str = "later-paper", on: date = DAY + timedelta(days=9)
) -> list[Told]:
    """The reports and one more that says one thing."""
    return [*reports, told(path, on, [more])]


def overwritten(reports: Sequence[Told], low: int | None, high: int | None) -> list[Told]:
    """The reports with other readings of their words; the words stay."""
    return [each._replace(claims=tuple(_overwritten(claim, low, high) for claim in each.claims)) for each in reports]


def _overwritten(claim: model.Claim, low: int | None, high: int | None) -> model.Claim:
    value = claim.value.meaning
    if not isinstance(value, Figure):
        return claim
    return replace(claim, value=replace(claim.value, meaning=replace(value, low=low, high=high, open_high=True)))
