"""The source register: kinds by what was read, by code, by words; a person's word for all of it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.assess import made
from tests.telling import figure, line, told, voice

from everyclaim.assess import Register, assess, policies, register_of
from everyclaim.assess.kinds import kind_of
from everyclaim.assess.sides import same_side
from everyclaim.model import Judgement


@pytest.mark.parametrize(
    ("name", "code", "kind"),
    [
        ("the director of the Tawila hospital", None, "medical"),
        ("residents", None, "witness"),
        ("a resident of the village", None, "witness"),
        ("Amnesty International", None, "investigator"),
        ("Human Rights Watch", None, "investigator"),
        ("an army spokesman", None, "belligerent"),
        ("the air force commander", None, "belligerent"),
        ("Islamic State", None, "belligerent"),
        ("police", None, "official"),
        ("the foreign minister", None, "official"),
        ("the mayor of Kralov", None, "local_body"),
        ("satellite imagery", None, "imagery"),
        ("a Facebook page", None, "anonymous_social"),
        ("Kralov Evening News", None, "outlet"),
        ("Somebody", "EGY:MIL", "belligerent"),
        ("Somebody", "EGY:GOV", "official"),
        ("Somebody", "NGO:rights", "investigator"),
        ("Somebody", "LBY:REB:brigade", "belligerent"),
    ],
)
def test_a_voices_kind_follows_from_code_or_words(name: str, code: str | None, kind: str) -> None:
    assert kind_of(voice(name, code))[0] == kind


def test_the_kind_that_was_read_comes_first() -> None:
    assert kind_of(voice("army hospital", kind="medical"))[0] == "medical"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("EGY:MIL", "EGY:GOV", True),
        ("EGY:MIL", "LBY:MIL", False),
        ("ISR:MIL", "ISR:MIL:air-force", True),
        ("LBY:MIL", "LBY:MIL:house-of-representatives", True),
        ("LBY:MIL:house-of-representatives", "LBY:GOV:house-of-representatives", True),
        ("LBY:MIL:house-of-representatives", "LBY:GOV:general-national-congress", False),
        ("LBY:REB:ansar-al-sharia", "LBY:MIL", False),
        ("LBY:REB:islamic-state-derna", "IMG:REB:islamic-state", True),
    ],
)
def test_organs_of_one_state_are_one_side_and_rival_governments_are_not(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    assert same_side(one, other) is same
    assert same_side(other, one) is same


def judgement(key: str, at: int = 0, **payload: str) -> Judgement:
    decided = datetime(2020, 4, 1, 12, at, tzinfo=UTC)
    return Judgement(f"j{at}", "source", (key,), "reviewer", decided, "asked them", tuple(payload.items()))


def row(register: Register, name: str) -> object:
    return next(each for each in register.voices if each.name == name)


REPORTS = [
    told(
        "paper",
        made.DAY,
        [
            *made.EVENT,
            line(
                "five", figure("killed", 5, status="civilian"), said_by=[voice("Rights Monitor", kind="investigator")]
            ),
            line("nine", figure("killed", 9, status="civilian"), said_by=[voice("residents", kind="witness")]),
        ],
    )
]


def test_a_person_sets_kind_side_credibility_and_whom_a_voice_cites() -> None:
    key = "residents"
    found = register_of(
        REPORTS,
        [
            judgement(key, 0, credible="no"),
            judgement(key, 1, kind="summary"),
            judgement(key, 2, cites="rights monitor"),
        ],
    )
    voice_ = next(each for each in found.voices if each.key == key)
    assert (voice_.credible, voice_.kind, voice_.cites, voice_.why) == (
        False,
        "summary",
        ("rights monitor",),
        "asked them",
    )


def test_a_withdrawn_judgement_does_not_count() -> None:
    first = judgement("residents", 0, credible="no")
    withdrawn = replace(judgement("", 1), verdict="withdraw", about=(first.id,))
    assert register_of(REPORTS, [first, withdrawn]) == register_of(REPORTS)


def lows(*judgements: Judgement) -> tuple[int | None, int | None, str | None]:
    found = assess(made.incident_of(REPORTS), REPORTS, register_of(REPORTS, judgements), policies()[0])
    low, high, _ = made.bounds(found)["killed", "civilian", None, None]
    return low, high, found.grade


def test_a_voice_that_is_not_credible_sets_no_bound_and_no_grade() -> None:
    assert lows() == (5, 9, "Fair")
    assert lows(judgement("residents", credible="no")) == (5, 5, "Weak")


def test_a_voice_that_cites_another_is_no_second_origin() -> None:
    assert lows(judgement("residents", cites="rights monitor"))[2] == "Weak"


def test_all_voices_of_the_reports_are_listed_once() -> None:
    keys = [each.key for each in register_of([*REPORTS, *REPORTS]).voices]
    assert keys == ["paper", "residents", "rights monitor"]
