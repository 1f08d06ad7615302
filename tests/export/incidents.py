"""Incidents for the exports' tests: one with a bit of everything, and drawn places."""

from typing import Any

from hypothesis import strategies as st
from tests import make, strategies

from everyclaim import codec
from everyclaim.codec import IncidentParts, Json

ID = "EC-XKX-20200309-001"


def claims() -> tuple[Any, ...]:
    return (
        make.claim(make.kind(), "Two shells fell", id="c1", field="type"),
        make.claim(make.when(), "on Monday", id="c2", field="when"),
        make.claim(make.place(), "Aldova", id="c3", field="where"),
        make.claim(make.actor(), "Two shells", id="c4", field="by", said_by=(make.voice(),)),
        make.claim(make.figure(), id="c5", said_by=(make.voice(),), contradicts=("c6",)),
        make.claim(make.figure(2), id="c6", contradicts=("c5",), cue=make.span("said")),
    )


def record() -> Json:
    return make.record(*claims(), evidence=(make.evidence(),))


def incident(place: Any = None, **changes: Any) -> Json:
    """The JSON of an incident of one report, by the product's policy and by one that it imitates."""
    said = claims()
    if place is not None:
        said = (*said[:2], make.claim(place, "Aldova", id="c3", field="where"), *said[3:])
    told = make.incident(id=ID, claims=tuple(each.id for each in said), type="c1", when="c2", where="c3")
    made = (make.assessment(strike_status="Likely strike"), make.assessment(policy="airwars", version="2"))
    parts = IncidentParts(told, [make.report(path="a.txt")], [make.happening()], said, made)
    return codec.incident(parts) | changes


places: st.SearchStrategy[Any] = strategies.places
