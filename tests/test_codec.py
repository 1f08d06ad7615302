"""The codec: every type comes back as it went, one byte form, and ids that hang on what makes a thing itself."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from cattrs.errors import BaseValidationError
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import make, strategies

from everyclaim import codec, model


def name(kind: Any) -> str:
    return str(getattr(kind, "__name__", kind))


@pytest.mark.parametrize("kind", strategies.TYPES, ids=name)
@settings(max_examples=25)
@given(data=st.data())
def test_what_is_encoded_decodes_to_itself(kind: Any, data: st.DataObject) -> None:
    value = data.draw(strategies.TYPES[kind])
    written = codec.canonical(codec.encode(value, kind))
    assert codec.decode(json.loads(written), kind) == value


@pytest.mark.parametrize("kind", strategies.TYPES, ids=name)
@settings(max_examples=10)
@given(data=st.data())
def test_the_canonical_form_is_stable(kind: Any, data: st.DataObject) -> None:
    value = data.draw(strategies.TYPES[kind])
    written = codec.canonical(codec.encode(value, kind))
    again = codec.decode(json.loads(written), kind)
    assert codec.canonical(codec.encode(again, kind)) == written


def test_the_canonical_form_does_not_hang_on_the_order_of_keys() -> None:
    assert (
        codec.canonical({"b": 1, "a": [2, None]})
        == codec.canonical({"a": [2, None], "b": 1})
        == b'{"a":[2,null],"b":1}'
    )


def test_every_value_of_a_claim_has_its_own_type_tag() -> None:
    for value in (make.kind(), make.when(), make.place(), make.actor(), make.figure(), make.thing(), make.speech()):
        assert codec.encode(make.claim(value))["value"]["meaning"]["is"] == type(value).__name__.lower()


def test_an_unknown_key_is_refused() -> None:
    encoded = codec.encode(make.source())
    with pytest.raises(BaseValidationError):
        codec.decode({**encoded, "credible": True}, model.Source)


def test_a_word_outside_its_list_is_refused() -> None:
    encoded = codec.encode(make.happening())
    with pytest.raises(BaseValidationError):
        codec.decode({**encoded, "rank": "first"}, model.Happening)


def test_a_claim_of_a_text_with_pages_names_the_page_of_its_words_and_no_other_does() -> None:
    text = "Harbour Post\f" + make.TEXT + "\f"
    report = make.report(text, path="a.zip", member="!/b.pdf")
    claim = make.claim(make.figure())
    paged = replace(claim, value=make.mention(claim.value.meaning, "three bakers", report))
    evidence = make.evidence(span=make.span("Two shells", report))
    shown = make.record(paged, report=report, evidence=(evidence,))
    assert (shown["report"]["pages"], shown["report"]["member"]) == (2, "!/b.pdf")
    assert (shown["claims"][0]["page"], shown["evidence"][0]["page"]) == (2, 2)
    assert not {"page", "coded_by"} & make.record(claim)["claims"][0].keys()
    assert not {"pages", "member"} & make.record(claim)["report"].keys()


REPORT = {"original": "00", "member": "a.txt", "found_at": "reports/a.txt", "published": date(2020, 1, 2)}


@pytest.mark.parametrize(
    ("field", "other"),
    [
        ("original", "01"),
        ("member", None),
        ("found_at", "reports/b.txt"),
        ("published", None),
        ("published", date(2020, 1, 3)),
    ],
)
def test_a_reports_id_changes_with_each_identifying_field(field: str, other: Any) -> None:
    arguments: dict[str, Any] = {**REPORT, field: other}
    assert codec.report_id(**arguments) != codec.report_id(**REPORT)  # type: ignore[arg-type]


def test_a_reports_id_is_the_same_for_the_same_fields() -> None:
    assert codec.report_id(**REPORT) == codec.report_id(**dict(REPORT))  # type: ignore[arg-type]


def claim_id(
    report: str = "r1", field: str = "killed", quote: str = "three bakers", voices: tuple[str, ...] = ("the mayor",)
) -> str:
    return codec.claim_id(report, field, make.span(quote), [make.span(each) for each in voices])


@pytest.mark.parametrize(
    "changed",
    [
        {"report": "r2"},
        {"field": "injured"},
        {"quote": "three"},
        {"quote": "bakers"},
        {"voices": ()},
        {"voices": ("mayor",)},
        {"voices": ("the mayor", "Aldova")},
    ],
    ids=str,
)
def test_a_claims_id_changes_with_each_identifying_field(changed: dict[str, Any]) -> None:
    assert claim_id(**changed) != claim_id()


def test_a_claims_id_hangs_on_the_place_of_its_words_and_not_on_the_words() -> None:
    report = make.report("aa aa")
    here, same, there = report.span(0, 2), model.Span("r9", 0, 2, "bb"), report.span(3, 5)
    assert codec.claim_id("r1", "killed", here, []) == codec.claim_id("r1", "killed", same, [])
    assert codec.claim_id("r1", "killed", here, []) != codec.claim_id("r1", "killed", there, [])


def test_identifying_fields_are_not_glued_together() -> None:
    assert codec.identify(a="xy", b="z") != codec.identify(a="x", b="yz")
    assert codec.identify(a=None) != codec.identify(a="None")


@given(strategies.texts)
def test_a_text_is_hashed_as_utf_8(text: str) -> None:
    assert codec.text_sha256(text) == codec.sha256(text.encode())


@given(strategies.claims)
def test_a_claim_in_a_record_keeps_its_words_and_offsets(claim: model.Claim) -> None:
    shown = make.record(claim)["claims"][0]
    spot = claim.value.span
    assert (shown["quote"], shown["start"], shown["end"]) == (spot.quote, spot.start, spot.end)
    assert [each["words"] for each in shown["said_by"]] == [each.span.quote for each in claim.said_by]
    assert [each["words"] for each in shown["hedges"]] == [each.quote for each in claim.hedges]


@given(strategies.claims, st.lists(strategies.evidence, max_size=2), st.lists(strategies.victims, max_size=2))
def test_every_record_is_json(claim: model.Claim, items: list[model.Evidence], people: list[model.Victim]) -> None:
    made = make.record(claim, evidence=items, victims=people)
    assert json.loads(json.dumps(made)) == made


SHAPES: list[tuple[Any, set[str]]] = [
    (make.kind(), {"type", "modes"}),
    (make.when(), {"earliest", "latest", "precision", "part_of_day", "time"}),
    (
        make.place(),
        {
            *("name", "gazetteer_name", "country", "admin1", "lat", "lon", "gazetteer"),
            *("precision", "point_precision", "radius_km", "rivals"),
        },
    ),
    (make.actor(), {"name", "code", "basis", "certainty"}),
    (
        make.figure(),
        {
            *("number", "number_high", "expression", "low", "high", "open_high", "of", "status"),
            *("claimed_label", "group", "flags", "subset_of", "scope", "side"),
        },
    ),
    (make.thing(), {"what", "infrastructure"}),
    (make.allegiance(), {"actor", "to", "from", "until"}),
    (make.reason(), {"kind", "to", "words"}),
    (make.reason(words=None, basis="sequence"), {"kind", "to", "basis"}),
    (make.speech(), {"act", "verbatim", "channel", "language", "duration"}),
]


@pytest.mark.parametrize(("value", "keys"), SHAPES, ids=lambda each: type(each).__name__)
def test_a_value_is_shown_in_its_contracted_shape(value: Any, keys: set[str]) -> None:
    assert codec.meaning(value).keys() == keys


def test_a_happening_shows_the_values_it_prefers_and_names_their_claims() -> None:
    kind = make.claim(make.kind(modes=("mortar",)), field="type", id="k")
    place = make.claim(make.place(), field="where", id="p")
    shown = make.record(kind, place, happenings=[make.happening(type="k", where="p")])["happenings"][0]
    assert shown["type"] == {"value": "shelling", "modes": ["mortar"], "claim": "k"}
    assert (shown["where"]["name"], shown["where"]["claim"]) == ("Aldova", "p")
    assert shown["when"] is None
