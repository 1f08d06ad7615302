"""The view of an incident: what is preferred, who is named, what contradicts, which reports tell of it."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests import make, strategies

from everyclaim import codec
from everyclaim.model import Actor

KEYS = {
    *("schema", "id", "parent", "previous_codes", "type", "when", "where", "by", "against", "claims", "links"),
    *("contradictions", "reports", "assessments"),
}


def parts(*claims: object, **changes: object) -> codec.IncidentParts:
    held = tuple(each.id for each in claims)  # type: ignore[attr-defined]
    incident = make.incident(
        claims=held, **{name: changes.pop(name) for name in ("type", "when", "where") if name in changes}
    )
    given_: dict[str, object] = {"reports": [make.report()], "happenings": [make.happening()], **changes}
    return codec.IncidentParts(incident, claims=claims, **given_)  # type: ignore[arg-type]


@given(st.lists(strategies.claims, max_size=4), strategies.incidents, st.lists(strategies.assessments, max_size=2))
def test_every_view_is_json_with_the_contracted_keys(
    claims: list[object], incident: object, made: list[object]
) -> None:
    held = replace(incident, claims=tuple(each.id for each in claims))  # type: ignore[type-var, attr-defined]
    shown = codec.incident(codec.IncidentParts(held, [], [], claims, made))  # type: ignore[arg-type]
    assert shown.keys() == KEYS
    assert json.loads(json.dumps(shown)) == shown


def test_what_is_preferred_is_shown_with_its_claim() -> None:
    shown = codec.incident(
        parts(
            make.claim(make.kind(), field="type", id="k"),
            make.claim(make.place(), field="where", id="p"),
            type="k",
            where="p",
        )
    )
    assert shown["type"] == {"value": "shelling", "modes": [], "claim": "k"}
    assert (shown["where"]["name"], shown["where"]["claim"]) == ("Aldova", "p")
    assert shown["when"] is None


def test_an_actor_is_named_once_with_all_claims_and_a_denial_names_nobody() -> None:
    one = make.claim(make.actor(), field="by", id="a")
    same = make.claim(make.actor(basis="self_claim"), field="responsibility", id="b")
    denied = make.claim(Actor("Hill Brigade", basis="denial"), field="responsibility", id="c")
    shown = codec.incident(parts(one, same, denied))
    assert [(each["name"], each["claims"]) for each in shown["by"]] == [("Army of Aldova", ["a", "b"])]


def test_a_link_leads_to_the_incident_of_its_happening() -> None:
    link = make.claim(make.reason(to="h2"), field="link", id="l")
    shown = codec.incident(parts(link, incident_of={(make.report().id, "h2"): "EC-XKX-20200308-001"}))
    assert shown["links"] == [
        {"kind": "retaliation_for", "to": "EC-XKX-20200308-001", "words": "the ambush", "claim": "l"}
    ]


def test_contradictions_are_pairs_each_once_within_and_across_reports() -> None:
    one, other = make.claim(id="a", contradicts=("b", "outside")), make.claim(id="b", contradicts=("a",))
    shown = codec.incident(parts(one, other, make.claim(id="c"), contradictions=[("c", "a")]))
    assert shown["contradictions"] == [["a", "b"], ["a", "c"]]


def test_copies_share_a_voice_and_main_says_whose_main_news_it_is() -> None:
    first, second, third = (make.report(id=name, path=name) for name in ("r1", "r2", "r3"))
    incident = make.incident(happenings=(("r1", "h1"), ("r2", "h1"), ("r3", "h2")), claims=())
    happenings = [
        make.happening(report="r1"),
        make.happening(report="r2"),
        make.happening(report="r3", id="h2", rank="background"),
    ]
    shown = codec.incident(codec.IncidentParts(incident, [third, second, first], happenings, [], copies=[("r1", "r2")]))
    assert [(each["id"], each["main"], each["voice"]) for each in shown["reports"]] == [
        ("r1", True, 1),
        ("r2", True, 1),
        ("r3", False, 2),
    ]


def test_an_assessment_is_shown_with_its_rows_and_grounds() -> None:
    shown = codec.assessment(make.assessment(acknowledged_strike="yes"))
    assert shown["acknowledged"] == {"strike": "yes", "harm": None}
    assert shown["harm"][0]["reasons"] == [
        {"bound": "low", "rule": "lowest_specific", "claims": ["c1"], "text": "The lowest figure is 3 (c1)."}
    ]
    assert {
        "policy",
        "version",
        "strike_status",
        "grade",
        "verification",
        "positions",
        "beside",
        "reasons",
    } <= shown.keys()
