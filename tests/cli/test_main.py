"""Commands as a person calls them: exit codes, one sentence for what goes wrong, and what is printed where."""

import io
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from everyclaim import codec
from everyclaim.cli.main import main
from everyclaim.lexicon.actors import use
from everyclaim.verify import find_faults

NEWS = "Shells struck the market of Durazno in Uruguay on Monday, killing nine people, the mayor said.\n"
EXAMPLE = Path(__file__).parents[2] / "src" / "everyclaim" / "examples" / "market.md"

Captured = pytest.CaptureFixture[str]


def write(folder: Path, name: str, content: str | bytes) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run lines of our own in a new process."""
    return subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False)  # noqa: S603


def records(captured: Captured) -> list[codec.Json]:
    return [json.loads(line) for line in captured.readouterr().out.splitlines()]


def test_a_report_becomes_one_line_of_json_that_its_schema_and_its_text_confirm(
    tmp_path: Path, capsys: Captured
) -> None:
    path = write(tmp_path, "a.txt", NEWS)
    assert main(["read", path, "--published", "2019-05-14", "--publisher", "P", "--title", "T", "--json"]) == 0
    (record,) = records(capsys)
    report = record["report"]
    assert (report["path"], report["published"], report["publisher"], report["title"]) == (
        "a.txt",
        "2019-05-14",
        "P",
        "T",
    )
    assert find_faults(record, NEWS) == []
    assert main(["schema", "record"]) == 0
    Draft202012Validator(json.loads(capsys.readouterr().out)).validate(record)


def test_a_report_becomes_a_card(tmp_path: Path, capsys: Captured) -> None:
    assert main(["read", write(tmp_path, "a.txt", NEWS), "--published", "2019-05-14"]) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith("a.txt\npublished 2019-05-14")
    assert shown.err == ""


def test_a_folder_is_read_through_and_what_fails_is_told(tmp_path: Path, capsys: Captured) -> None:
    write(tmp_path, "c.txt", NEWS)
    write(tmp_path, "a/b.txt", b"%PDF-1.7")
    write(tmp_path, "a/a.md", f"---\npublished: 2019-05-14\n---\n{NEWS}")
    assert main(["read", str(tmp_path), "--json", "--quiet"]) == 3
    shown = capsys.readouterr()
    assert [json.loads(line)["report"]["path"] for line in shown.out.splitlines()] == ["a/a.md", "c.txt"]
    assert shown.err == "everyclaim: a/b.txt: It is cut short: its end is missing; get it again.\n"


def test_a_missing_date_is_told_and_the_report_is_read(tmp_path: Path, capsys: Captured) -> None:
    assert main(["read", write(tmp_path, "a.txt", NEWS), "--json"]) == 3
    shown = capsys.readouterr()
    assert json.loads(shown.out)["report"]["published"] is None
    assert shown.err.count("\n") == 1
    assert "a.txt: No publication date was found" in shown.err


def test_quiet_keeps_the_exit_code_and_drops_the_sentence(tmp_path: Path, capsys: Captured) -> None:
    assert main(["read", write(tmp_path, "a.txt", NEWS), "--json", "--quiet"]) == 3
    assert capsys.readouterr().err == ""


def test_another_language_is_taken_in_and_reading_it_is_refused(tmp_path: Path, capsys: Captured) -> None:
    text = "Bei einem Luftangriff wurden am Montag in der Stadt zwölf Menschen getötet, sagten Ärzte.\n"
    assert main(["read", write(tmp_path, "a.txt", text), "--json"]) == 3
    shown = capsys.readouterr()
    (trouble,) = json.loads(shown.out)["troubles"]
    assert (trouble["kind"], trouble["words"]) == ("unsupported_language", text.strip())
    assert shown.err == (
        "everyclaim: a.txt: It is in German (language model py3langid, 99 % sure), and only English is read: its "
        "record is empty until claims are coded by hand.\n"
    )


BAD = {
    "empty.txt": b"",
    "picture.txt": b"\x89PNG\r\n\x1a\n\0\0",
    "cyrillic.txt": "Снаряды упали на рынок города".encode("cp1251"),
    "report.pdf": b"%PDF-1.7",
    "head.md": b"---\npublished: last week\n---\nText.",
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_gets_one_sentence_and_exit_code_2(tmp_path: Path, capsys: Captured, name: str) -> None:
    assert main(["read", write(tmp_path, name, BAD[name])]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith(f"everyclaim: {name}: ")
    assert shown.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["read", "nowhere.txt"], "everyclaim: nowhere.txt: It cannot be opened (no such file or directory)."),
        (["read", "http://127.0.0.1/a"], "private or local address 127.0.0.1"),
        (["read", "http://[::1]:8000/a"], "private or local address ::1"),
        (["read", "a.txt", "--published", "yesterday"], "'yesterday' is no day; write it as 2015-02-16"),
        (["read", "a.txt", "--published", "2015-02-30"], "'2015-02-30' is no day"),
        (["read"], "Missing argument 'PATH|URL|-'"),
        (["read", ".", "--html", "x.html"], "give one report instead of a folder"),
        (["explain"], "No such command 'explain'"),
        (["schema", "claim"], "'claim' is not one of 'record', 'incident'"),
    ],
)
def test_wrong_usage_is_told_with_exit_code_2(capsys: Captured, arguments: list[str], sentence: str) -> None:
    assert main(arguments) == 2
    shown = capsys.readouterr().err
    assert sentence in shown
    assert shown.count("\n") == 1


def test_a_long_text_is_refused_unless_the_limit_is_raised(tmp_path: Path, capsys: Captured) -> None:
    path = write(tmp_path, "a.txt", NEWS)
    assert main(["read", path, "--published", "2019-05-14", "--largest", "0.00005"]) == 2
    assert "holds more than 5e-05 MB" in capsys.readouterr().err
    assert main(["read", path, "--published", "2019-05-14", "--largest", "1"]) == 0


def test_an_empty_folder_is_told(tmp_path: Path, capsys: Captured) -> None:
    assert main(["read", str(tmp_path)]) == 2
    assert "There is no report in this folder" in capsys.readouterr().err


def test_a_folder_that_may_not_be_listed_is_told(tmp_path: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only the superuser can become somebody else")
    done = run(f"import os; os.setuid(65534)\nfrom everyclaim.cli.main import main\nmain(['read', {str(tmp_path)!r}])")
    if "everyclaim" not in done.stderr or "ModuleNotFoundError" in done.stderr:
        pytest.skip("the checkout itself is closed to others")
    assert done.stdout == ""
    assert "It cannot be opened (permission denied)" in done.stderr


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(NEWS.encode())))
    assert main(["read", "-", "--published", "2019-05-14", "--json"]) == 0
    assert records(capsys)[0]["report"]["characters"] == len(NEWS)


def test_a_page_is_written(tmp_path: Path, capsys: Captured) -> None:
    target = tmp_path / "page.html"
    assert main(["read", str(EXAMPLE), "--html", str(target)]) == 0
    shown = capsys.readouterr()
    assert target.read_text("utf-8").startswith("<!doctype html>")
    assert (shown.out, shown.err) == ("", f"everyclaim: The page is at {target}.\n")


def test_a_page_that_cannot_be_written_is_told(tmp_path: Path, capsys: Captured) -> None:
    assert main(["read", str(EXAMPLE), "--html", str(tmp_path / "none" / "page.html")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_the_original_is_kept_where_an_archive_is_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("EVERYCLAIM_ARCHIVE", str(tmp_path / "store"))
    assert main(["read", write(tmp_path, "a.txt", NEWS), "--json", "--published", "2019-05-14"]) == 0
    digest = records(capsys)[0]["report"]["original"].removeprefix("sha256:")
    assert (tmp_path / "store" / "sha256" / digest[:2] / digest).read_bytes() == NEWS.encode()


def test_a_missing_gazetteer_is_told_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    from everyclaim import flow  # noqa: PLC0415 what it cached is put back

    monkeypatch.setenv("EVERYCLAIM_GAZETTEER", str(tmp_path / "none.sqlite"))
    flow.reader.cache_clear()
    assert main(["read", write(tmp_path, "a.txt", NEWS)]) == 2
    assert "run `make demo`" in capsys.readouterr().err
    assert main(["doctor"]) == 1
    assert "MISSING" in capsys.readouterr().out


def test_the_demo_goes_from_reports_to_an_incident_and_its_dossier(tmp_path: Path, capsys: Captured) -> None:
    assert main(["demo", str(tmp_path)]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("Reading 21 bundled reports")
    assert "Derna, Libya" in shown
    assert "Try next:" in shown
    (dossier,) = (tmp_path / "exports" / "demo").glob("*.html")
    assert f"{dossier}" in shown.replace("\n", "")
    assert dossier.read_text("utf-8").startswith("<!doctype html>")
    assert main(["demo", str(tmp_path), "--json", "--quiet"]) == 0
    largest = max(records(capsys), key=lambda each: len(each["reports"]))
    assert largest["schema"] == "everyclaim/incident/1"
    assert dossier.stem == largest["id"]


def test_the_doctor_finds_a_whole_installation_well(capsys: Captured) -> None:
    assert main(["doctor", "--json"]) == 0
    parts = {part["part"]: part["ok"] for part in records(capsys)}
    assert {"python", "pipeline", "lexicons", "steps", "gazetteer"} <= parts.keys()
    assert all(parts.values())


def test_steps_are_listed_after_what_they_need(capsys: Captured) -> None:
    assert main(["steps", "--json"]) == 0
    done: set[str] = set()
    for step in records(capsys):
        assert set(step["needs"]) <= done
        assert step["does"]
        done.add(step["name"])
    assert main(["steps"]) == 0
    assert "quotations" in capsys.readouterr().out


def test_a_place_is_found_with_its_credit(capsys: Captured) -> None:
    assert main(["gazetteer", "find", "Durazno", "--country", "uy"]) == 0
    shown = capsys.readouterr().out
    assert "geonames:" in shown
    assert "GeoNames" in shown
    assert main(["gazetteer", "find", "Durazno", "--json", "--limit", "1"]) == 0
    (place,) = records(capsys)
    assert place["country"] == "UY"


VILLAGE = "9000001\tVilla Inventada\tVilla Inventada\t\t-33.3\t-56.5\tP\tPPL\tUY\t\t05\t\t\t\t90\t\t80\tx\t2019-01-01\n"


def test_a_country_file_is_taken_in_and_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("EVERYCLAIM_OWN_GAZETTEER", str(tmp_path / "own.sqlite"))
    assert main(["gazetteer", "import", write(tmp_path, "UY.txt", VILLAGE)]) == 0
    assert "1 places taken" in capsys.readouterr().out
    assert main(["gazetteer", "find", "Villa", "Inventada"]) == 0
    assert "Villa Inventada, Durazno Department, Uruguay" in capsys.readouterr().out


def test_a_file_that_is_no_country_file_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("EVERYCLAIM_OWN_GAZETTEER", str(tmp_path / "own.sqlite"))
    assert main(["gazetteer", "import", write(tmp_path, "UY.txt", "a,b,c\n")]) == 2
    assert "give a country file of GeoNames" in capsys.readouterr().err


def test_own_actors_are_taken_in_and_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setenv("EVERYCLAIM_OWN_ACTORS", str(tmp_path / "own.yaml"))
    row = "- {code: 'LBY:REB:red-dawn', name: Red Dawn, kind: group, country: LBY, aliases: [Red Dawn]}\n"
    assert main(["actors", "import", write(tmp_path, "rows.yaml", row)]) == 0
    assert "1 actors taken" in capsys.readouterr().out
    assert main(["actors", "find", "red", "dawn"]) == 0
    assert "LBY:REB:red-dawn · Red Dawn · group" in capsys.readouterr().out
    assert main(["actors", "find", "Xqzzyx"]) == 1
    assert "No actor goes by that name" in capsys.readouterr().err
    use(None)


def test_a_place_that_is_not_there_is_a_finding(capsys: Captured) -> None:
    assert main(["gazetteer", "find", "Xqzzyx"]) == 1
    assert "has no such place" in capsys.readouterr().err


def test_help_and_version_are_given(capsys: Captured) -> None:
    assert main(["--help"]) == 0
    assert main(["read", "-h"]) == 0
    assert main(["--version"]) == 0
    assert "everyclaim 0." in capsys.readouterr().out


BROKEN = """
import everyclaim.cli.main as m
@m.everyclaim.command()
def broken(): raise KeyError("x")
raise SystemExit(m.main())
"""


def test_a_fault_of_ours_is_one_sentence_and_a_trace_on_request() -> None:
    done = run(BROKEN, "broken")
    assert done.returncode == 3
    assert done.stderr.startswith("everyclaim: A fault of everyclaim stopped this command (KeyError: 'x')")
    assert done.stderr.count("\n") == 1
    assert "Traceback" in run(BROKEN, "--trace", "broken").stderr


def test_a_closed_pipe_is_no_fault() -> None:
    command = f"{sys.executable} -m everyclaim.cli.main schema record | head -c 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)  # noqa: S602 our own words
    assert (done.returncode, done.stderr) == (0, "")


def test_the_first_line_of_the_demo_is_out_within_three_seconds() -> None:
    began = time.monotonic()
    with subprocess.Popen(
        [sys.executable, "-m", "everyclaim.cli.main", "demo"], stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline().startswith("Reading")
        assert time.monotonic() - began < 3
        running.kill()
