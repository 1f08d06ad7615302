"""The parts of a dossier: matrix, figures, timeline and map as they are laid out."""

from datetime import date
from pathlib import Path

import pytest
from tests import make
from tests.export.dossiers import assessment, material, row, said

from everyclaim import codec
from everyclaim.codec import Json
from everyclaim.export import dossier_map
from everyclaim.export.dossier_figures import figures, outputs, tiles
from everyclaim.export.dossier_map import coarser, draw
from everyclaim.export.dossier_material import put_into_words
from everyclaim.export.dossier_matrix import contradictions, matrix
from everyclaim.export.dossier_timeline import WIDTH, timeline
from everyclaim.lexicon import gazetteer


def test_a_voice_has_one_row_however_its_article_is_written() -> None:
    columns, rows = matrix([said(), said(id="c2", voice="The mayor", field="when", label="when", hue="time", report=2)])
    assert columns == ("What and when", "Killed")
    assert [(each.voice, each.reports) for each in rows] == [("the mayor", (1, 2))]


def test_who_speaks_of_harm_comes_first() -> None:
    _, rows = matrix(
        [said(id="c1", voice="a paper", field="when", hue="time"), said(id="c2", voice="a nurse", report=2)]
    )
    assert [each.voice for each in rows] == ["a nurse", "a paper"]


def test_voices_of_one_code_stand_together_and_apart() -> None:
    spoken = [
        said(id="c1", voice="a general", code="XXX:MIL", report=1),
        said(id="c2", voice="a nurse", report=2),
        said(id="c3", voice="the army", code="XXX:MIL", report=3, field="when", hue="time"),
    ]
    assert [each.voice for each in matrix(spoken)[1]] == ["a general", "the army", "a nurse"]


def test_a_contradiction_is_lit_on_both_sides_and_told_once() -> None:
    pair = [said(against=("c2",)), said(id="c2", voice="the army", against=("c1",))]
    _, rows = matrix(pair)
    assert [entry.against[0].id for each in rows for cell in each.cells for entry in cell] == ["c1", "c2"]
    assert len(contradictions(pair)) == 1


def test_what_is_said_is_told_in_its_words() -> None:
    words = put_into_words(material())
    assert [each.value for each in words if each.field == "killed"] == ["3 bakers", "2 bakers"]
    assert [each.voice for each in words if each.field == "by"] == ["mayor"]


def test_a_registered_name_stands_for_the_words_of_a_voice() -> None:
    made = material()
    named = type(made)(made.incident, made.records, made.texts, {"c5": "Mayor of Aldova"})
    assert {each.voice for each in put_into_words(named) if each.id == "c5"} == {"Mayor of Aldova"}


def test_policies_stand_side_by_side_and_share_a_reason() -> None:
    made = [assessment(row(7, 7, open_high=True)), assessment(row(7, 9), policy="airwars")]
    (figure,) = figures(made, [said()])
    assert (figure.label, figure.values) == ("civilians killed", ("7 or more", "7–9"))
    assert [each.policies for each in figure.grounds] == [("everyclaim", "emulated:airwars")]


def test_a_row_that_one_policy_alone_has_leaves_a_gap() -> None:
    made = [assessment(row(1, 1, group="child")), assessment(policy="airwars")]
    (figure,) = figures(made, [])
    assert (figure.label, figure.part, figure.values) == ("children killed", True, ("1", "–"))


def test_the_head_shows_the_dead_first_and_nobody_twice() -> None:
    rows = [row(9, 9, kind="injured", status="all"), row(9, 9, kind="injured"), row(7, 9, status="all"), row(7, 7)]
    rows += [row(1, 1, group="woman"), row(1, 1, kind="injured", group="child")]
    made = [assessment(*rows, row(0, 2, status="contested")), assessment(row(1, 1, kind="missing"), policy="airwars")]
    labels = [(number, each.label) for number, each in tiles(made, [])]
    assert labels == [
        (1, "civilians killed"),
        (2, "woman killed"),
        (3, "people of contested status killed"),
        (4, "people killed"),
        (5, "civilians injured"),
    ]


def test_statuses_come_with_their_reasons() -> None:
    grade = next(each for each in outputs([assessment()], [said()]) if each.label.startswith("Grade"))
    assert grade.values == ("Fair",)
    assert [ground.claims[0].id for ground in grade.grounds] == ["c1"]


def heads(*days: str | None) -> list[tuple[int, Json]]:
    return [
        (number, {"published": day, "publisher": f"Paper {number}", "title": None})
        for number, day in enumerate(days, 1)
    ]


def times(**changes: object) -> list[object]:
    return [said(field="when", raw=codec.meaning(make.when(**changes)), preferred=True)]


def test_a_day_is_a_day_wide_and_dawn_a_few_hours() -> None:
    when = codec.meaning(make.when())
    day = timeline({"when": when}, times(), heads("2020-03-10"))  # type: ignore[arg-type]
    dawn = timeline({"when": when}, times(part_of_day="dawn"), heads("2020-03-10"))  # type: ignore[arg-type]
    assert day is not None
    assert dawn is not None
    assert dawn.bars[0].width * 24 == pytest.approx(day.bars[0].width * 3, abs=5)
    assert dawn.bars[0].x > day.bars[0].x


def test_an_end_that_nobody_gives_fades() -> None:
    open_start = {"earliest": None, "latest": date(2020, 3, 9), "precision": "before"}
    drawn = timeline({"when": codec.meaning(make.when())}, times(**open_start), heads("2020-03-10"))  # type: ignore[arg-type]
    assert drawn is not None
    assert drawn.bars[0].open == "start"


def test_a_report_of_years_later_stands_behind_a_break() -> None:
    drawn = timeline({"when": codec.meaning(make.when())}, [], heads("2020-03-10", "2022-01-01"))
    assert drawn is not None
    assert drawn.breaks is not None
    assert [each.later for each in drawn.dots] == [False, True]
    assert all(0 < each.x < WIDTH for each in drawn.dots)


def test_reports_without_a_day_are_named() -> None:
    drawn = timeline({"when": codec.meaning(make.when())}, [], heads(None, "2020-03-10"))
    assert drawn is not None
    assert drawn.undated == ("Paper 1",)


def test_without_any_day_there_is_no_timeline() -> None:
    assert timeline({"when": None}, [], heads(None)) is None


def place(**changes: object) -> list[object]:
    return [said(field="where", id="w1", raw=codec.meaning(make.place(**changes)), preferred=True)]


INCIDENT: Json = {"where": {"claim": "w1"}}


def test_a_circle_is_as_wide_as_the_coarser_precision(gazetteer_absent: None) -> None:
    fine = draw(INCIDENT, place(precision="neighbourhood", point_precision="settlement"))  # type: ignore[arg-type]
    coarse = draw(INCIDENT, place(precision="district", point_precision="district"))  # type: ignore[arg-type]
    assert fine is not None
    assert coarse is not None
    assert "known to the settlement" in fine.marks[0].note
    assert "radius of 5 km" in fine.marks[0].note
    assert "radius of 40 km" in coarse.marks[0].note
    assert (fine.marks[0].x, fine.marks[0].y) == (dossier_map.WIDTH / 2, dossier_map.HEIGHT / 2)


@pytest.fixture
def gazetteer_absent(tmp_path: Path) -> object:
    """Maps without neighbouring towns: what is laid out must not depend on a pack."""
    gazetteer.use(tmp_path / "none.sqlite")
    yield None
    gazetteer.use()


def test_a_country_is_no_place_for_a_mark(gazetteer_absent: None) -> None:
    assert draw(INCIDENT, place(precision="country", point_precision="country")) is None  # type: ignore[arg-type]


def test_the_coarser_of_two_precisions_counts() -> None:
    assert coarser(codec.meaning(make.place(precision="street", point_precision="district"))) == "district"
    assert coarser(codec.meaning(make.place(precision="near_settlement", point_precision=None))) == "near_settlement"
