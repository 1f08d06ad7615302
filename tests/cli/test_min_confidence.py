"""`--min-confidence`, wherever claims are shown: doubtful ones are left out, and the case keeps them."""

import json
from pathlib import Path

import pytest
from tests.cli import cases

import everyclaim
from everyclaim.cli.main import main
from everyclaim.codec import Json

Captured = pytest.CaptureFixture[str]
NEWS = "Shells struck the market of Durazno in Uruguay on Monday, killing nine people, the mayor said."


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("full")
    case = folder / "case"
    assert main(["init", str(case), "--quiet"]) == 0
    reports = cases.write(folder / "reports", "post.md", "wire.md", "week.txt")
    assert main(["add", str(reports), "--case", str(case), "--quiet"]) == 0
    return str(case)


def run(capsys: Captured, *arguments: str) -> list[Json]:
    capsys.readouterr()
    assert main([*arguments, "--json"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def middle(claims: list[Json]) -> float:
    """A confidence that some claims have and some have not."""
    found = sorted({claim["confidence"] for claim in claims})
    assert len(found) > 1
    return float(found[len(found) // 2])


def test_read_leaves_doubtful_claims_out(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "news.txt").write_text(f"---\npublished: 2019-05-14\n---\n{NEWS}\n")
    (whole,) = run(capsys, "read", str(tmp_path / "news.txt"))
    least = middle(whole["claims"])
    (sure,) = run(capsys, "read", str(tmp_path / "news.txt"), "--min-confidence", str(least))
    assert sure["claims"] == [each for each in whole["claims"] if each["confidence"] >= least]
    assert [each["id"] for each in sure["happenings"]] == [each["id"] for each in whole["happenings"]]


def test_nothing_is_certain_and_everything_is_possible(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "news.txt").write_text(f"---\npublished: 2019-05-14\n---\n{NEWS}\n")
    whole, none, every = (
        run(capsys, "read", str(tmp_path / "news.txt"), *more)[0]
        for more in ((), ("--min-confidence", "1"), ("--min-confidence", "0"))
    )
    assert none["claims"] == []
    assert every == whole


@pytest.mark.parametrize("share", ["1.2", "-1", "sure"])
def test_what_is_no_share_is_wrong_usage(share: str, capsys: Captured) -> None:
    assert main(["read", "-", "--min-confidence", share]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_incidents_keep_their_ids_and_lose_what_is_doubtful(full: str, capsys: Captured) -> None:
    whole = run(capsys, "incidents", "--case", full)
    records = {each: run(capsys, "show", each, "--case", full)[0] for it in whole for each in reports(it)}
    sure_of = {claim["id"]: claim["confidence"] for record in records.values() for claim in record["claims"]}
    least = middle([claim for record in records.values() for claim in record["claims"]])
    sure = run(capsys, "incidents", "--case", full, "--min-confidence", str(least))
    assert {each["id"] for each in sure} <= {each["id"] for each in whole}
    assert all(sure_of[claim] >= least for each in sure for claim in each["claims"])
    rows = [row for each in sure for made in each["assessments"] for row in made["harm"]]
    named = {claim for row in rows for reason in row["reasons"] for claim in reason["claims"]}
    assert all(sure_of[claim] >= least for claim in named)


def reports(incident: Json) -> list[str]:
    return [each["id"] for each in incident["reports"]]


def test_one_incident_its_assessments_and_exports_are_without_doubtful_claims(
    full: str, tmp_path: Path, capsys: Captured
) -> None:
    (incident, *_) = run(capsys, "incidents", "--case", full)
    bare = ("--case", full, "--min-confidence", "1")
    assert run(capsys, "incidents", *bare) == []
    assert run(capsys, "assess", *bare) == []
    assert run(capsys, "show", reports(incident)[0], *bare)[0]["claims"] == []
    run(capsys, "export", "json", *bare, "--output", str(tmp_path / "out"))
    exported = (tmp_path / "out" / "records.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(each)["claims"] for each in exported] == [[]] * len(exported)


@pytest.mark.parametrize("form", ["json", "csv", "geojson", "dossier"])
@pytest.mark.parametrize("least", ["0.8", "1"])
def test_every_format_can_be_written_without_doubtful_claims(
    form: str, least: str, full: str, tmp_path: Path, capsys: Captured
) -> None:
    written = run(capsys, "export", form, "--case", full, "--min-confidence", least, "--output", str(tmp_path / "out"))
    assert all(Path(each["path"]).is_file() for each in written)
    assert bool(written) is (form != "dossier" or least != "1")


def test_the_case_keeps_all_that_was_read(full: str, capsys: Captured) -> None:
    before = run(capsys, "incidents", "--case", full)
    run(capsys, "incidents", "--case", full, "--min-confidence", "0.9")
    run(capsys, "assess", "--case", full, "--min-confidence", "0.9")
    assert run(capsys, "incidents", "--case", full) == before


def test_what_a_person_accepted_is_sure(full: str, tmp_path: Path, capsys: Captured) -> None:
    copied = everyclaim.open_case(tmp_path / "case", by="reviewer", new=True)
    assert copied.add(cases.write(tmp_path / "reports", "week.txt")) == []
    (incident,) = copied.incidents()
    claim = incident.json["claims"][0]
    copied.judge("accept", [claim], "I checked it.")
    assert [each.json["claims"] for each in copied.surer(1.0).incidents()] == [[claim]]


def test_python_takes_the_same_share() -> None:
    assert everyclaim.read(NEWS, published="2019-05-14", min_confidence=1.0).record["claims"] == []
    with pytest.raises(ValueError, match="give a share"):
        everyclaim.read(NEWS, min_confidence=2.0)
