"""The order in which people read a record: the happening, its values, who denies them."""

from hypothesis import given
from tests import make
from tests.export.records import contested, drawn

from everyclaim.codec import Json
from everyclaim.export.outline import has_points, outline


def test_a_happening_is_named_by_its_preferred_values() -> None:
    (section, rest) = outline(contested()[0])
    assert section.title == "Shelling · Aldova, Kosovo · 9 Mar 2020"
    assert section.standing == ("main",)
    assert [line.label for line in section.lines] == ["what", "when", "where", "by", "killed", "killed"]
    assert [line.value for line in rest.lines] == ["mourning, 7 days"]


def test_a_toll_and_its_denial_name_each_other_and_who_says_so() -> None:
    toll, denial = outline(contested()[0])[0].lines[-2:]
    assert (toll.value, toll.voice, toll.cautions) == ("3 bakers", "the report itself", ())
    assert toll.against == (("c2", "killed: says no civilians were killed — the army"),)
    assert (denial.value, denial.voice) == ("says no civilians were killed", "the army")
    assert denial.cautions == ("denial",)
    assert denial.against == (("c1", "killed: 3 bakers — the report itself"),)
    assert toll.supports == (("e1", "video (mentioned)"),)


def test_no_denial_is_denied_twice() -> None:
    avowal = make.claim(make.actor(basis="denial"), id="c1", field="responsibility", standing="denied")
    speech = make.claim(make.speech(act="denial"), id="c2", standing="denied", mode="denying")
    toll = make.claim(make.figure(12, of="people"), id="c3", standing="denied", mode="denying")
    (section,) = outline(make.record(avowal, speech, toll))
    shown = {line.field: (line.cautions, line.value) for line in section.lines}
    assert shown == {
        "responsibility": (("denial",), "Army of Aldova, denies it"),
        "statement": ((), "denial"),
        "killed": (("denied",), "12 people"),
    }


def test_the_main_happening_comes_first_and_parts_follow_their_whole() -> None:
    part = make.claim(make.figure(1, subset_of="c1"), "Two shells", id="c9")
    record = make.record(
        part, make.claim(id="c1"), happenings=(make.happening(id="h0", rank="background"), make.happening())
    )
    sections = outline(record)
    assert [section.id for section in sections] == ["h1", "h0"]
    assert [line.id for line in sections[0].lines] == ["c1", "c9"]


def test_what_is_told_of_the_whole_happening_is_not_said_again_of_its_claims() -> None:
    claims = [make.claim(id="c1", modality="planned"), make.claim(id="c2", modality="threatened")]
    (section,) = outline(make.record(*claims, happenings=(make.happening(modality="planned"),)))
    assert [line.cautions for line in section.lines] == [(), ("threatened",)]


def test_coordinates_are_noticed() -> None:
    assert has_points(contested()[0])
    assert not has_points(make.record(make.claim()))


@given(drawn())
def test_every_claim_is_shown_and_none_twice_in_a_section(pair: tuple[Json, str]) -> None:
    record, _ = pair
    sections = outline(record)
    assert {line.id for section in sections for line in section.lines} == {claim["id"] for claim in record["claims"]}
    for section in sections:
        assert len({line.id for line in section.lines}) == len(section.lines)
