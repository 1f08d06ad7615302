"""Records for the exports' tests: drawn ones with every kind of value, and one with a bit of everything."""

from datetime import date
from typing import Any

from hypothesis import strategies as st
from tests import make, strategies

from everyclaim.codec import Json
from everyclaim.model import Actor, Claim, Kind, Mention, Report, Source

FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "type": strategies.kinds,
    "when": strategies.whens,
    "where": strategies.places,
    "by": strategies.actors,
    "responsibility": strategies.actors,
    "damage": strategies.things,
    "affiliation": strategies.allegiances,
    "link": strategies.reasons,
    "motive": strategies.reasons,
    "statement": strategies.speeches,
}


@st.composite
def drawn(draw: st.DrawFn) -> tuple[Json, str]:
    """A record whose claims stand at real places of a hostile text, with that text."""
    report = make.report(draw(strategies.texts.filter(str.strip)), title=draw(strategies.words))

    def mention(meaning: Any) -> Mention[Any]:
        start = draw(st.integers(0, len(report.text) - 1))
        return Mention(report.span(start, draw(st.integers(start + 1, len(report.text)))), meaning, "drawn")

    claims = []
    for number in range(draw(st.integers(0, 4))):
        field = draw(st.sampled_from([*FIELDS, "figure"]))
        value = draw(strategies.figures if field == "figure" else FIELDS[field])
        voices = tuple(mention(draw(strategies.sources)) for _ in range(draw(st.integers(0, 2))))
        about = draw(st.sampled_from([(), ("h1",)]))
        field = value.harm if field == "figure" else field
        claims.append(Claim(f"c{number}", report.id, about, field, mention(value), voices, voices))  # type: ignore[arg-type]
    return make.record(*claims, report=report, troubles=(mention("repeated_words"),)), report.text


def contested() -> tuple[Json, str]:
    """Shells on a street: a toll, its denial, who did it, when and where."""
    report: Report = make.report(title="Shells on Harbour Street")
    toll = make.claim(id="c1", contradicts=("c2",), supported_by=("e1",))
    none = make.figure(0, expression="none", of="civilians")
    army: Mention[Source] = make.voice("the army", "XXX:MIL", "the mayor")
    denial = make.claim(
        none, "bakers", id="c2", said_by=(army,), mode="denying", standing="denied", contradicts=("c1",)
    )
    others = [
        make.claim(Kind("shelling"), "Two shells fell", id="c3", field="type"),
        make.claim(make.when(), "on Monday", id="c4", field="when"),
        make.claim(make.place(), "Aldova", id="c5", field="where"),
        make.claim(Actor("Hill Brigade", certainty="suspected"), "Two shells", id="c6", field="by"),
        make.claim(make.speech(act="mourning", duration="P7D"), "said", id="c7", about=()),
    ]
    happening = make.happening(type="c3", when="c4", where="c5")
    record = make.record(
        toll,
        denial,
        *others,
        report=report,
        happenings=(happening,),
        evidence=(make.evidence(),),
        victims=(make.victim(),),
    )
    assert report.published == date(2020, 3, 10)
    return record, report.text
