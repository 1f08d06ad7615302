"""From the record to the corpus' words: the mapping table, row by row, on made records."""

from datetime import date
from typing import Any, get_args

import pytest
from tests import make

from everyclaim import model
from everyclaim.bench.records import TYPES, numbers, predict, same_side, stance, status

GOLD_TYPES = {
    *("air_strike", "drone_strike", "shelling", "missile", "ied", "suicide_attack", "landmine", "chemical_attack"),
    *("armed_attack", "clash", "execution", "abduction", "arrest", "protest_violence", "looting_destruction"),
    *("displacement", "sexual_violence", "other_violence"),
}


def kind(name: str) -> model.Claim:
    return make.claim(make.kind(type=name), "Two shells", field="type", id=f"type-{name}")


def weapon(what: str) -> model.Claim:
    return make.claim(make.thing(what=what), "shells", field="weapon", id="weapon")


def sent(*claims: model.Claim, **parts: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = predict(make.record(*claims, **parts))["incidents"]
    return found


def sent_type(name: str, *others: model.Claim) -> list[str]:
    claims = (kind(name), make.claim(), *others)
    return [each["type"] for each in sent(*claims, happenings=[make.happening(type=f"type-{name}")])]


@pytest.mark.parametrize("name", get_args(model.EventType))
def test_every_type_has_a_type_of_the_corpus(name: str) -> None:
    assert set(sent_type(name)) <= GOLD_TYPES


@pytest.mark.parametrize(
    ("name", "due"),
    [
        ("air_strike", "air_strike"),
        ("air_or_artillery_unclear", "shelling"),
        ("ied_mine_uxo", "ied"),
        ("chemical", "chemical_attack"),
        ("territory_taken", "clash"),
        ("execution_killing", "execution"),
        ("assassination", "armed_attack"),
        ("stabbing_ramming_arson", "armed_attack"),
        ("riot_mob", "protest_violence"),
        ("torture_beating", "other_violence"),
        ("siege_blockade", "other_violence"),
        ("protest", "other_violence"),
    ],
)
def test_a_type_becomes_that_of_the_table(name: str, due: str) -> None:
    assert sent_type(name) == [due]


@pytest.mark.parametrize(
    ("name", "what", "due"),
    [
        ("shelling", "ballistic missiles", "missile"),
        ("air_or_artillery_unclear", "missile", "missile"),
        ("shelling", "mortar", "shelling"),
        ("ied_mine_uxo", "landmine", "landmine"),
        ("ied_mine_uxo", "unexploded shell", "landmine"),
        ("air_strike", "missile", "air_strike"),
    ],
)
def test_a_weapon_decides_where_the_table_says_so(name: str, what: str, due: str) -> None:
    assert sent_type(name, weapon(what)) == [due]


def test_no_type_is_other_violence() -> None:
    assert [each["type"] for each in sent(make.claim())] == ["other_violence"]
    assert set(TYPES.values()) < GOLD_TYPES


@pytest.mark.parametrize("name", ["protest", "mobilisation", "agreement_ceasefire", "hostage_release"])
def test_a_peaceful_act_without_harm_is_left_out(name: str) -> None:
    happening = make.happening(type=f"type-{name}")
    none = make.claim(make.figure(0, expression="none"))
    denied = make.claim(standing="denied")
    assert sent(kind(name), happenings=[happening]) == []
    assert sent(kind(name), none, happenings=[happening]) == []
    assert sent(kind(name), denied, happenings=[happening]) == []
    assert len(sent(kind(name), make.claim(), happenings=[happening])) == 1


def test_the_main_happening_comes_first_and_background_not_at_all() -> None:
    listed = [
        make.happening(id="h2", rank="also_reported"),
        make.happening(id="h3", rank="background"),
        make.happening(id="h4", rank="also_reported", modality="planned"),
        make.happening(id="h5", rank="also_reported", modality="ongoing"),
        make.happening(id="h1"),
    ]
    claims = [make.claim(make.figure(n), id=f"c{n}", about=(f"h{n}",)) for n in range(1, 6)]
    assert [[c["min"] for c in each["claims"]] for each in sent(*claims, happenings=listed)] == [[1], [2], [5]]


def test_a_figure_about_several_goes_to_the_first_that_counts() -> None:
    listed = [
        make.happening(),
        make.happening(id="h2", rank="also_reported"),
        make.happening(id="h3", rank="background"),
    ]
    shared = make.claim(about=("h3", "h2", "h1"))
    assert [len(each["claims"]) for each in sent(shared, happenings=listed)] == [0, 1]


@pytest.mark.parametrize("change", [{"scope": "war"}, {"scope": "campaign"}])
def test_a_figure_of_a_wider_scope_is_left_out(change: dict[str, Any]) -> None:
    assert sent(make.claim(make.figure(**change)))[0]["claims"] == []


@pytest.mark.parametrize("scope", ["happening", "operation", "day"])
def test_a_figure_of_the_happening_its_operation_or_its_day_counts(scope: str) -> None:
    assert len(sent(make.claim(make.figure(scope=scope)))[0]["claims"]) == 1


def test_a_hypothetical_figure_is_left_out_and_a_part_is_not() -> None:
    part = make.claim(make.figure(1, subset_of="c1"), id="c2")
    if_ever = make.claim(make.figure(9), id="c3", modality="hypothetical")
    assert [each["min"] for each in sent(make.claim(), part, if_ever)[0]["claims"]] == [3, 1]


@pytest.mark.parametrize(
    ("harm", "due"),
    [
        ("killed", ["killed"]),
        ("injured", ["injured"]),
        ("abducted", ["abducted"]),
        ("missing", ["missing"]),
        ("displaced", ["displaced"]),
        ("detained", ["arrested"]),
        ("killed_or_injured", []),
    ],
)
def test_a_field_becomes_a_kind(harm: str, due: list[str]) -> None:
    assert [each["kind"] for each in sent(make.claim(make.figure(harm=harm)))[0]["claims"]] == due


@pytest.mark.parametrize(
    ("expression", "number", "high", "due"),
    [
        *((how, 7, 7, (7, 7)) for how in ("exact", "inferred", "about", "nearly")),
        ("fraction", 7, 8, (7, 7)),
        ("none", 0, 0, (0, 0)),
        ("range", 40, 50, (40, 50)),
        ("at_least", 12, None, (12, None)),
        ("more_than", 12, None, (12, None)),
        ("up_to", None, 9, (0, 9)),
        *((how, None, None, None) for how in ("plural", "few", "several", "many", "dozens", "tens", "scores")),
        *((how, None, None, None) for how in ("hundreds", "thousands", "family")),
    ],
)
def test_an_expression_becomes_least_and_most(
    expression: str, number: int, high: int, due: tuple[int, int] | None
) -> None:
    value = {"number": number, "number_high": high, "expression": expression, "low": 1000, "high": 2000}
    assert numbers(value) == due


@pytest.mark.parametrize(
    ("given", "group", "due"),
    [
        ("civilian", None, "civilian"),
        ("protected", None, "civilian"),
        ("combatant", None, "combatant"),
        ("contested", None, "combatant"),
        ("hors_de_combat", None, "combatant"),
        ("unknown", None, "unspecified"),
        ("civilian", "child", "child"),
        ("civilian", "woman", "women"),
        ("civilian", "man", "civilian"),
    ],
)
def test_a_status_becomes_that_of_the_table(given: str, group: str | None, due: str) -> None:
    assert status({"status": given, "group": group}) == due


def test_a_figure_is_attributed_to_its_voices_and_not_to_what_they_came_through() -> None:
    voice, through = make.voice("Mayor Ilic", quote="the mayor"), make.voice("Aldova Post", quote="Aldova")
    assert (
        sent(make.claim(said_by=(voice,), via=(through,)))[0]["claims"][0]["attributed_to"] == "Mayor Ilic; the mayor"
    )
    assert sent(make.claim())[0]["claims"][0]["attributed_to"] == "narrator"


def stance_of(claim: model.Claim, *parties: model.Claim) -> str:
    shown = make.record(claim, *parties)["claims"]
    return stance(shown[0], shown[1:])


ARMY = make.voice("army", "UKR:MIL", "the mayor")
POLICE = make.voice("police", "UKR:COP", "the mayor")
MINISTRY = make.voice("ministry", "UKR:GOV", "the mayor")


def test_a_denial_is_denied_whoever_speaks() -> None:
    assert stance_of(make.claim(standing="denied", said_by=(ARMY,))) == "denied"
    assert stance_of(make.claim(mode="denying")) == "denied"


def test_a_belligerent_on_its_enemy_claims_though_it_only_says() -> None:
    assert stance_of(make.claim(said_by=(ARMY,), mode="neutral")) == "claimed"
    assert stance_of(make.claim(said_by=(ARMY,), mode="hedged")) == "claimed"


def test_a_belligerent_on_its_own_losses_asserts() -> None:
    for side in ("UKR:MIL", "UKR", "UKR:GOV"):
        assert stance_of(make.claim(make.figure(side=side), said_by=(ARMY,), mode="neutral")) == "asserted"


def test_a_party_of_the_happening_claims_and_a_third_party_asserts() -> None:
    by = make.claim(make.actor(name="ministry", code="UKR:GOV"), "Two shells", field="by", id="by")
    assert stance_of(make.claim(said_by=(MINISTRY,), mode="neutral"), by) == "claimed"
    assert stance_of(make.claim(said_by=(MINISTRY,), mode="neutral")) == "asserted"
    assert stance_of(make.claim(said_by=(POLICE,), mode="neutral")) == "asserted"


def test_doubt_makes_an_allegation() -> None:
    assert stance_of(make.claim(mode="hedged")) == "alleged"
    assert stance_of(make.claim(standing="feared")) == "alleged"
    assert stance_of(make.claim(mode="non_factive", said_by=(POLICE,))) == "alleged"
    assert stance_of(make.claim(mode="factive", said_by=(POLICE,))) == "asserted"


@pytest.mark.parametrize(
    ("one", "other", "due"),
    [
        ("UKR:MIL", "UKR:MIL", True),
        ("UKR:MIL", "UKR:GOV", True),
        ("UKR", "UKR:MIL", True),
        ("LBY:MIL", "LBY:REB:hill-brigade", False),
        ("LBY:REB:a", "LBY:REB:b", False),
        ("RUS:MIL", "UKR:MIL", False),
    ],
)
def test_organs_of_one_state_are_one_side_and_rebels_are_not(one: str, other: str, due: bool) -> None:  # noqa: FBT001
    assert same_side(one, other) is due


@pytest.mark.parametrize(
    ("basis", "said", "standing", "due"),
    [
        ("self_claim", True, "asserted", "claimed"),
        ("denial", True, "denied", "denied"),
        ("accusation", True, "asserted", "alleged"),
        ("inference_from_weapon", False, "asserted", "alleged"),
        ("unspecified", False, "asserted", "asserted"),
        ("unspecified", True, "asserted", "alleged"),
    ],
)
@pytest.mark.parametrize("field", ["by", "responsibility"])
def test_a_perpetrator_has_the_basis_of_the_table(field: str, basis: str, said: bool, standing: str, due: str) -> None:  # noqa: FBT001
    voices = (POLICE,) if said else ()
    claim = make.claim(make.actor(basis=basis), field=field, said_by=voices, standing=standing)
    assert sent(claim)[0]["perpetrators"] == [{"name": "Army of Aldova", "basis": due}]


def test_a_target_is_no_perpetrator() -> None:
    assert sent(make.claim(make.actor(), field="against"))[0]["perpetrators"] == []


def test_day_and_place_are_those_that_the_happening_prefers() -> None:
    when = make.claim(make.when(latest=date(2020, 3, 10)), "Monday", field="when", id="w")
    place = make.claim(make.place(), "Aldova", field="where", id="p")
    incident = sent(when, place, happenings=[make.happening(when="w", where="p")])[0]
    assert (incident["date_start"], incident["date_end"]) == ("2020-03-09", "2020-03-10")
    assert incident["place"] == {"name": "Aldova", "country": "XK", "lat": 42.5, "lon": 20.5}


def test_what_is_not_known_is_null() -> None:
    incident = sent(make.claim())[0]
    assert (incident["date_start"], incident["date_end"], incident["place"]) == (None, None, None)
