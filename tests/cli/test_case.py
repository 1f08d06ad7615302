"""Commands on a case as a person calls them: what is printed where, exit codes, one sentence for what goes wrong."""

import json
import os
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.cli import cases

from everyclaim.cli.main import main
from everyclaim.codec import Json

Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with all reports, made once: reading is what takes time."""
    folder = tmp_path_factory.mktemp("full")
    case = folder / "case"
    assert main(["init", str(case), "--quiet"]) == 0
    assert main(["add", str(cases.write(folder / "reports")), "--case", str(case), "--quiet"]) == 3
    return case


@pytest.fixture
def case(full: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the full case, in which the test stands."""
    copied = tmp_path / "case"
    os.system(f"cp -r {full} {copied}")  # noqa: S605 our own paths
    monkeypatch.chdir(copied)
    return copied


def lines(captured: Captured) -> list[Json]:
    return [json.loads(line) for line in captured.readouterr().out.splitlines()]


def run(captured: Captured, *arguments: str, code: int = 0) -> list[Json]:
    captured.readouterr()
    assert main([*arguments, "--json"]) == code
    return lines(captured)


def test_an_empty_case_is_a_plain_folder(tmp_path: Path, capsys: Captured) -> None:
    assert main(["init", str(tmp_path / "case")]) == 0
    names = sorted(path.relative_to(tmp_path / "case").as_posix() for path in (tmp_path / "case").rglob("*"))
    assert names == [
        "README.txt",
        "everyclaim",
        "everyclaim/case.sqlite",
        "everyclaim/log",
        "everyclaim/policies",
        "everyclaim/store",
        "exports",
    ]
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "add reports with" in shown.err


def test_a_case_is_not_made_twice(case: Path, capsys: Captured) -> None:
    assert main(["init", "."]) == 2
    assert "is a case already" in capsys.readouterr().err


def test_what_was_added_is_there_and_adding_it_again_changes_nothing(case: Path, capsys: Captured) -> None:
    before = run(capsys, "log")
    added = run(capsys, "add", str(cases.write(case / "reports")), "--quiet")
    assert sorted((each["name"], each["new"]) for each in added) == [(name, False) for name in sorted(cases.REPORTS)]
    assert run(capsys, "log") == before


def test_the_cases_own_files_are_never_added(case: Path, capsys: Captured) -> None:
    assert run(capsys, "export", "csv")
    (ended,) = run(capsys, "add", ".", code=2)
    assert ended["table"]["read"] == 0


def test_an_import_ends_with_its_table_as_a_line_of_json(case: Path, capsys: Captured, tmp_path: Path) -> None:
    folder = tmp_path / "drop"
    cases.write(folder, "week.txt")
    (folder / "new.txt").write_text("---\npublished: 2019-05-14\n---\nTwo people were killed near Salto on Monday.")
    (folder / "crater.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "cut.pdf").write_bytes(b"%PDF-1.7")
    *added, ended = run(capsys, "add", str(folder), code=3)
    assert [(each["name"], each["new"]) for each in added] == [("new.txt", True), ("week.txt", False)]
    assert ended == {
        "table": {
            "read": 2,
            "added": 1,
            "there_already": 1,
            "skipped": {"picture": 1},
            "troubles": {"broken or cut short": 1},
        }
    }


def test_what_fails_is_told_and_kept_until_it_goes_well(tmp_path: Path, capsys: Captured) -> None:
    main(["init", str(tmp_path / "case"), "--quiet"])
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.7")
    assert main(["add", str(tmp_path / "a.txt"), "--case", str(tmp_path / "case")]) == 2
    assert "a.txt: It is cut short" in capsys.readouterr().err


def test_two_reports_of_one_shelling_are_one_incident(case: Path, capsys: Captured) -> None:
    found = run(capsys, "incidents")
    (market,) = [each for each in found if each["id"] == "EC-URY-20190513-001"]
    assert sorted(each["path"] for each in market["reports"]) == ["post.md", "wire.md"]
    assert run(capsys, "show", market["id"]) == [market]
    assert [each["id"] for each in found] == sorted(each["id"] for each in found)


def test_an_incident_is_what_its_schema_says(case: Path, capsys: Captured) -> None:
    main(["schema", "incident"])
    validator = Draft202012Validator(json.loads(capsys.readouterr().out))
    for incident in run(capsys, "incidents"):
        validator.validate(incident)


def test_an_incident_becomes_a_card(case: Path, capsys: Captured) -> None:
    assert main(["show", "ec-ury-20190513-001", "--explain"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    for words in (
        "Durazno, Uruguay",
        "Who says what",
        "killing nine civilians",
        "Durazno Post",
        "post.md",
        "everyclaim",
    ):
        assert words in shown


def test_a_list_of_incidents_is_for_people_too(case: Path, capsys: Captured) -> None:
    assert main(["incidents"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "EC-URY-20190513-001" in shown
    assert "2 reports" in shown


def test_a_report_is_shown_by_its_first_letters(case: Path, capsys: Captured) -> None:
    (hit,) = run(capsys, "search", "grenade")
    (record,) = run(capsys, "show", hit["report"][:8])
    assert record["report"]["path"] == "week.txt"
    assert main(["show", hit["report"][:8]]) == 0
    assert "Salto Weekly" in capsys.readouterr().out


def test_search_finds_any_script_and_signs(case: Path, capsys: Captured) -> None:
    (arabic,) = run(capsys, "search", "محافظه")
    assert run(capsys, "search", "🕊") == [
        {**arabic, **{name: run(capsys, "search", "🕊")[0][name] for name in ("snippet", "start", "places")}}
    ]
    assert run(capsys, "search", "nothing-like-it") == []
    assert main(["search", "three", "children"]) == 0
    assert "Three children" in capsys.readouterr().out


def test_a_judgement_always_wins_and_can_be_taken_back(case: Path, capsys: Captured) -> None:
    (one,) = run(capsys, "search", "fired")
    (other,) = run(capsys, "search", "doctor")
    (made,) = run(capsys, "judge", "not-same", one["report"], other["report"], "--why", "two markets", "--by", "ana")
    assert (made["by"], made["why"]) == ("ana", "two markets")
    apart = [each["reports"] for each in run(capsys, "incidents")]
    assert all(len(reports) == 1 for reports in apart)
    assert run(capsys, "judge", "withdraw", made["id"], "--why", "one market after all")
    together = [len(each["reports"]) for each in run(capsys, "incidents")]
    assert 2 in together


def test_a_rejected_claim_counts_no_more_and_its_row_stays(case: Path, capsys: Captured) -> None:
    claim = killed(capsys, "post.md")
    run(capsys, "judge", "reject", claim["id"], "--why", "misread")
    assert claim["id"] not in market(capsys)["claims"]
    assert claim["id"] in {each["id"] for each in record(capsys, "post.md")["claims"]}
    assert main(["verify", "--quiet"]) == 0


def test_a_corrected_claim_counts_as_the_person_says(case: Path, capsys: Captured) -> None:
    claim = killed(capsys, "post.md")
    run(capsys, "judge", "correct", claim["id"], "--set", "number=19", "--why", "misread")
    reasons = json.dumps(market(capsys)["assessments"])
    assert "19" in reasons
    assert killed(capsys, "post.md") == claim


def market(captured: Captured) -> Json:
    (found,) = run(captured, "show", "EC-URY-20190513-001")
    return found


def record(captured: Captured, path: str) -> Json:
    (report,) = [each["id"] for each in market(captured)["reports"] if each["path"] == path]
    (found,) = run(captured, "show", report)
    return found


def killed(captured: Captured, path: str) -> Json:
    (claim,) = [each for each in record(captured, path)["claims"] if each["field"] == "killed"]
    return dict(claim)


def test_sources_are_listed_and_decided_about(case: Path, capsys: Captured) -> None:
    voices = {each["name"]: each for each in run(capsys, "sources")}
    assert voices["Durazno Post"]["kind"] == "outlet"
    run(capsys, "sources", "set", "Durazno Post", "--credible", "no", "--why", "prints rumours")
    voices = {each["name"]: each for each in run(capsys, "sources")}
    assert voices["Durazno Post"]["credible"] is False
    assert main(["sources"]) == 0
    given = ["sources", "--case", str(case), "set", "Durazno Post", "--credible", "unset", "--why", "asked again"]
    assert main([*given, "--quiet"]) == 0


def test_each_policy_assesses_each_incident(case: Path, capsys: Captured) -> None:
    names = [each["policy"] for each in run(capsys, "policies")]
    assert names[0] == "everyclaim"
    made = run(capsys, "assess")
    incidents = run(capsys, "incidents")
    assert [(each["incident"], each["policy"]) for each in made] == [
        (it["id"], name) for it in incidents for name in names
    ]
    assert run(capsys, "assess", "--policy", "everyclaim") == [each for each in made if each["policy"] == "everyclaim"]
    assert main(["assess"]) == 0
    assert main(["policies"]) == 0


def test_the_log_tells_who_did_what_and_its_head_can_be_handed_on(case: Path, capsys: Captured) -> None:
    entries = run(capsys, "log")
    assert [each["number"] for each in entries] == list(range(1, len(entries) + 1))
    assert {"case_made", "report_added", "report_read"} <= {each["act"] for each in entries}
    assert run(capsys, "log", "--head") == [{"number": entries[-1]["number"], "hash": entries[-1]["hash"]}]
    assert main(["verify", "--head", entries[-1]["hash"], "--quiet"]) == 0
    assert main(["verify", "--head", "0" * 64, "--quiet"]) == 1
    assert main(["log", "--save"]) == 0
    assert len(list((case / "everyclaim" / "log").iterdir())) == 1
    assert main(["log"]) == 0


def test_a_changed_original_is_a_finding(case: Path, capsys: Captured) -> None:
    original = next(path for path in (case / "everyclaim" / "store").rglob("*") if path.is_file())
    original.chmod(0o644)
    original.write_bytes(b"something else")
    assert [each for each in run(capsys, "verify", code=1) if "was changed" in each["fault"]]


@pytest.mark.parametrize("form", ["json", "csv", "geojson"])
def test_the_same_case_exports_the_same_bytes(case: Path, capsys: Captured, form: str) -> None:
    first = run(capsys, "export", form, "--output", "one")
    again = run(capsys, "export", form, "--output", "two")
    assert [each["sha256"] for each in first] == [each["sha256"] for each in again]
    assert all(Path(each["path"]).read_bytes() for each in first)


def test_an_export_goes_into_the_cases_folder_of_the_day(case: Path, capsys: Captured) -> None:
    (written,) = run(capsys, "export", "geojson")
    assert Path(written["path"]).parent.parent == case / "exports"


def test_reading_commands_say_nothing_but_results_when_quiet(case: Path, capsys: Captured) -> None:
    main(["incidents", "--quiet"])
    capsys.readouterr()
    for arguments in (["incidents"], ["search", "absent"], ["log"], ["verify"], ["policies"], ["sources"], ["assess"]):
        assert main([*arguments, "--quiet"]) == 0
        assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["show", "EC-XXX-00000000-001"], "There is no incident EC-XXX-00000000-001"),
        (["show", "r0000000"], "is no incident, and the id of no one report"),
        (["search", "..."], "There is no word in '...'"),
        (["judge", "same", "EC-URY-20190513-001", "--why", "x"], "is about two or more"),
        (["judge", "same", "EC-1", "EC-2", "--why", "x"], "There is no incident EC-1"),
        (["judge", "reject", "c0", "--why", "x"], "There is no claim c0"),
        (["judge", "withdraw", "j0", "--why", "x"], "There is no judgement j0"),
        (["judge", "accept", "c0"], "Missing option '--why'"),
        (["sources", "set", "nobody", "--credible", "no", "--why", "x"], "is the key or name of no one voice"),
        (["sources", "set", "nobody", "--why", "x"], "Nothing is decided"),
        (["export", "xml"], "'xml' is not one of 'json', 'csv', 'geojson'"),
        (["add"], "Missing argument 'PATH|URL...'"),
        (["watch"], "Nothing is watched yet"),
        (["watch", "no-such-folder"], "no-such-folder is no folder, and no link to a feed"),
        (["watch", "--remove", "no-such-folder"], "no-such-folder is not watched"),
        (["watch", "--remove"], "Nothing is named"),
        (["watch", "--every", "0.1"], "Invalid value for '--every'"),
        (["incidents", "--case", "/nowhere-at-all"], "There is no case at /nowhere-at-all or above it"),
    ],
)
def test_wrong_usage_is_told_in_one_sentence(case: Path, capsys: Captured, arguments: list[str], sentence: str) -> None:
    assert main(arguments) == 2
    shown = capsys.readouterr()
    assert sentence in shown.err
    assert shown.err.count("\n") == 1
    assert shown.out == ""


def test_a_case_that_is_no_database_is_told(case: Path, capsys: Captured) -> None:
    (case / "everyclaim" / "case.sqlite").write_bytes(b"words, no database" * 100)
    assert main(["incidents"]) == 2
    shown = capsys.readouterr().err
    assert "cannot be used" in shown
    assert shown.count("\n") == 1


def test_a_case_is_used_from_python(case: Path) -> None:
    import everyclaim  # noqa: PLC0415 the package root, as the world imports it

    opened = everyclaim.open_case(case, by="ana")
    incident = opened.incident("EC-URY-20190513-001")
    assert incident.id in {each.id for each in opened.incidents()}
    assert "Durazno" in incident._repr_html_()
    assert "4 reports" in opened._repr_html_()
    assert opened.search("grenade")[0].places
    assert len(opened.records()) == 4
    assert opened.add(case.parent / "nowhere.txt")[0].stage == "intake"
