"""Coding by hand: words of a report in any language become a claim that counts like one that was read."""

import json
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests import make
from tests.casebook.cases import made, parts
from tests.test_case_attaching import change

from everyclaim.case_coding import Coding, Voice, code_claim
from everyclaim.case_flow import judge, make_judgement, refresh
from everyclaim.casebook import Author, Case, open_view, payload_of
from everyclaim.cli.main import main
from everyclaim.codec import RecordParts
from everyclaim.model import Figure, Place, When
from everyclaim.verify import iter_case_faults

TEXT = (
    "قالت مُحَافِظة دورازنو إن القصف على السوق قتل تسعة مدنيين يوم الاثنين، ونفى الجيش أن يكون أي مدني قد قُتل. "
    "وقال طبيب إن القصف أصاب مدرسة."
)
TYPE = Coding("type", "قتل تسعة", value={"type": "shelling"})
TOLL = Coding("killed", "قتل تسعة مدنيين", value={"number": "9", "of": "civilians", "status": "civilian"})


def unread(text: str = TEXT) -> RecordParts:
    return RecordParts(make.report(text, language="ar"), "made", [], [], [], [], [])


def test_words_become_a_claim_of_their_report() -> None:
    claim = code_claim(unread(), replace(TOLL, voice=Voice("محافظة دورازنو", "governorate of Durazno")), "read aloud")
    figure = claim.value.meaning
    assert isinstance(figure, Figure)
    assert (figure.number, figure.low, figure.high, figure.status) == (9, 9, 9, "civilian")
    assert claim.value.span.quote == "قتل تسعة مدنيين"
    assert [(each.meaning.name, each.span.quote) for each in claim.said_by] == [
        ("governorate of Durazno", "مُحَافِظة دورازنو")
    ]
    assert (claim.value.step, claim.mode, claim.about, claim.why) == (
        "hand",
        "neutral",
        ("p1",),
        "coded by hand: read aloud",
    )


def test_a_denial_is_coded_as_one() -> None:
    coding = Coding(
        "killed", "نفى الجيش", value={"expression": "none"}, standing="denied", voice=Voice("الجيش", None, "LBY:MIL")
    )
    claim = code_claim(unread(), coding, "x")
    assert (claim.standing, claim.mode, claim.said_by[0].meaning.code) == ("denied", "denying", "LBY:MIL")
    assert isinstance(claim.value.meaning, Figure)
    assert (claim.value.meaning.low, claim.value.meaning.high) == (0, 0)


@pytest.mark.parametrize(
    ("given", "days"),
    [
        ({"earliest": "2019-05-13"}, ("2019-05-13", "2019-05-13", "day")),
        ({"earliest": "2019-05-13", "latest": "2019-05-15"}, ("2019-05-13", "2019-05-15", "days")),
        ({"earliest": "2019-05-13", "precision": "after"}, ("2019-05-13", "None", "after")),
        ({"latest": "2019-05-13", "precision": "before"}, ("None", "2019-05-13", "before")),
    ],
)
def test_a_day_is_given_once_and_an_open_end_is_said(given: dict[str, str], days: tuple[str, str, str]) -> None:
    when = code_claim(unread(), Coding("when", "يوم الاثنين", value=given), "x").value.meaning
    assert isinstance(when, When)
    assert (str(when.earliest), str(when.latest), when.precision) == days


def test_a_place_stands_at_its_row_of_the_gazetteer_under_the_words_that_name_it() -> None:
    coding = Coding("where", "دورازنو", value={"gazetteer": "geonames:3442727"})
    place = code_claim(unread(), coding, "x").value.meaning
    assert isinstance(place, Place)
    assert (place.name, place.gazetteer_name, place.country) == ("دورازنو", "Durazno", "UY")
    assert (place.precision, place.point_precision) == ("settlement", "settlement")


def test_a_place_that_the_gazetteer_does_not_know_has_no_point() -> None:
    place = code_claim(unread(), Coding("where", "مدرسة", value={"name": "Qqxyz", "country": "UY"}), "x").value.meaning
    assert isinstance(place, Place)
    assert (place.name, place.country, place.lat) == ("Qqxyz", "UY", None)


@pytest.mark.parametrize(
    ("coding", "said"),
    [
        (Coding("killed", "قتل"), "needs --set number="),
        (Coding("killed", "عشرة", value={"number": "9"}), "does not stand in the report"),
        (Coding("type", "القصف", value={"type": "shelling"}), "stands 2 times; say which with offsets"),
        (Coding("type", at=(0, 9000), value={"type": "shelling"}), "No span 0-9000"),
        (Coding("type", value={"type": "shelling"}), "Say which words"),
        (Coding("type", "قتل", value={"type": "bang"}), "is no value of a claim"),
        (Coding("killed", "قتل", value={"number": "9", "dead": "9"}), "has no 'dead'"),
        (Coding("where", "دورازنو"), "is 2 places; say which with --set gazetteer=ID"),
        (Coding("where", "دورازنو", value={"gazetteer": "geonames:1"}), "has no geonames:1"),
        (replace(TOLL, about="h7"), "Say which happening"),
        (replace(TOLL, voice=Voice("الجيش", None, "NO:BODY")), "There is no actor"),
    ],
)
def test_what_is_not_clear_is_asked_about_and_never_guessed(coding: Coding, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        code_claim(unread(), coding, "x")


def test_offsets_choose_among_equal_words() -> None:
    start = TEXT.rindex("القصف")
    claim = code_claim(unread(), Coding("type", at=(start, start + 5), value={"type": "shelling"}), "x")
    assert claim.value.span.start == start


def test_the_same_words_are_not_coded_twice() -> None:
    claim = code_claim(unread(), TOLL, "x")
    with pytest.raises(ValueError, match=f"are a claim of this field and voice already \\({claim.id}\\)"):
        code_claim(replace(unread(), claims=[claim]), TOLL, "x")


def test_a_claim_is_about_the_main_happening_unless_one_says_otherwise() -> None:
    happenings = [make.happening(), make.happening(id="h2", rank="background")]
    read = replace(unread(), happenings=happenings)
    assert code_claim(read, TOLL, "x").about == ("h1",)
    assert code_claim(read, replace(TOLL, about="h2"), "x").about == ("h2",)
    assert code_claim(read, replace(TOLL, about="new"), "x").about == ("p1",)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    english = parts("Two shells fell on Aldova.")
    return Case(made(tmp_path / "case", unread(), english), Author("ana", "test"))


def report_of(case: Case) -> str:
    with open_view(case.folder) as view:
        return next(each for each in view.report_ids() if view.parts(each).report.language == "ar")


def coded(case: Case, coding: Coding) -> str:
    """Code a claim; return the judgement's id."""
    with open_view(case.folder) as view:
        claim = code_claim(view.parts(report_of(case)), coding, "coded from the Arabic")
    judgement = make_judgement(case, "code", (report_of(case),), "coded from the Arabic", payload_of(claim))
    judge(case, judgement)
    return judgement.id


def test_a_coded_claim_is_told_of_its_report_with_who_coded_it(case: Case) -> None:
    coded(case, TYPE)
    coded(case, TOLL)
    with open_view(case.folder) as view:
        record = view.record(report_of(case))
    assert [(each["field"], each["coded_by"]) for each in record["claims"]] == [("type", "ana"), ("killed", "ana")]
    (happening,) = record["happenings"]
    assert (happening["id"], happening["rank"], happening["type"]["value"]) == ("p1", "main", "shelling")
    schema = json.loads((files("everyclaim") / "schemas" / "record.json").read_text())
    part = {"$defs": schema["$defs"], "$ref": "#/$defs/claim"}
    for claim in record["claims"]:
        Draft202012Validator(part).validate(claim)
    assert list(iter_case_faults(case.folder.path)) == []


def test_coded_claims_are_matched_and_assessed_and_withdrawn_ones_are_not(case: Case) -> None:
    coded(case, Coding("where", "دورازنو", value={"gazetteer": "geonames:3442727"}))
    coded(case, Coding("when", "يوم الاثنين", value={"earliest": "2019-05-13"}))
    coded(case, TYPE)
    toll = coded(case, TOLL)
    refresh(case)
    with open_view(case.folder) as view:
        (incident,) = [view.incident(each.id) for each in view.incidents() if each.id == "EC-URY-20190513-001"]
    own = incident["assessments"][0]
    assert [(row["low"], row["high"]) for row in own["harm"] if row["status"] == "civilian"] == [(9, 9)]
    judge(case, make_judgement(case, "withdraw", (toll,), "misheard", {}))
    refresh(case)
    with open_view(case.folder) as view:
        assert view.incident("EC-URY-20190513-001")["assessments"][0]["harm"] == []


def test_a_coded_claim_can_be_corrected_and_rejected_like_any_other(case: Case) -> None:
    coded(case, TOLL)
    with open_view(case.folder) as view:
        (claim,) = view.parts(report_of(case)).claims
        assert view.find_claim(claim.id) == claim
    assert main(["judge", "correct", claim.id, "--set", "number=8", "--why", "x", "--case", str(case.folder.path)]) == 0
    assert main(["judge", "reject", claim.id, "--why", "x", "--case", str(case.folder.path)]) == 0


def test_verify_finds_a_coded_claim_whose_words_are_not_the_texts(case: Case) -> None:
    coded(case, TOLL)
    change(case.folder, "UPDATE judgements SET content = replace(content, 'تسعة', 'عشرة')")
    faults = list(iter_case_faults(case.folder.path))
    assert any("is not 'قتل عشرة مدنيين'" in each for each in faults)


def test_the_command_codes_a_claim(case: Case, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--case", str(case.folder.path), "--by", "noor"]
    asked = ["judge", "code", report_of(case)[:12], "--field", "killed", "--quote", "قتل تسعة مدنيين", "--why", "heard"]
    assert main([*asked, "--set", "number=9", "--set", "of=civilians", *where, "--json"]) == 0
    made_ = json.loads(capsys.readouterr().out)
    assert (made_["verdict"], made_["by"], made_["why"]) == ("code", "noor", "heard")
    assert main(["show", report_of(case)[:12], *where]) == 0
    assert "coded by noor" in capsys.readouterr().out
    assert main([*asked, "--set", "number=9", *where]) == 2
    assert "are a claim of this field and voice already" in capsys.readouterr().err
    assert main(["judge", "code", "r0", *asked[3:], *where]) == 2
    assert main([*asked[:3], "--field", "type", "--at", "x", "--why", "y", *where]) == 2
