"""The measure of quality as a person calls it, on small invented corpora with scoring programs of their own."""

import gzip
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from everyclaim.cli.main import main
from everyclaim.codec import Json

Captured = pytest.CaptureFixture[str]

SCORER = """
import json, sys
corpus, gold, pred = sys.argv[1], sys.argv[2], sys.argv[3]
gold = [json.loads(line) for line in open(gold)]
pred = [json.loads(line) for line in open(pred)]
due = [{"kind": "killed", "min": each["gold"], "max": each["gold"]} for each in gold]
right = sum(figure in each["casualties"] for figure, each in zip(due, pred, strict=True))
print(json.dumps({"figures": {"F1": right / len(gold)}, "corpus": corpus}))
"""
LINES: tuple[Json, ...] = (
    {"id": "a", "text": "A grenade killed two farmers in Durazno on Monday.", "published": "2019-05-14", "gold": 2},
    {
        "id": "b",
        "text": "Gunmen shot dead three drivers near Salto on 3 May 2019.\u2028No group claimed it.",
        "gold": 3,
    },
    {"id": "c", "text": "A mine killed one shepherd in Artigas, police said.", "gold": 7},
)


def folder_of(folder: Path, lines: Sequence[object], name: str = "gvc.jsonl", scorer: str | None = SCORER) -> str:
    text = "".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in lines)
    (folder / name).write_text(text, "utf-8")
    if scorer is not None:
        (folder / "score.py").write_text(scorer)
    return str(folder)


def rows(capsys: Captured) -> list[Json]:
    return [json.loads(each) for each in capsys.readouterr().out.splitlines()]


def test_a_folder_is_read_and_scored_by_its_own_program(tmp_path: Path, capsys: Captured) -> None:
    assert main(["bench", "quality", folder_of(tmp_path, LINES), "--json"]) == 0
    (row,) = rows(capsys)
    assert (row["corpus"], row["measure"], row["documents"]) == ("gvc", "totals F1", 3)
    assert row["score"] == pytest.approx(2 / 3)
    assert row["characters_a_second"] > 0


def test_floors_recorded_on_other_texts_are_not_held_against_it(tmp_path: Path, capsys: Captured) -> None:
    assert main(["bench", "quality", folder_of(tmp_path, LINES[2:]), "--json"]) == 0
    (row,) = rows(capsys)
    assert (row["score"], row["floor"], row["change"]) == (0.0, None, None)


def test_under_a_floor_the_exit_code_says_so(tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("everyclaim.bench.measuring.is_known", lambda _name, _path: True)
    assert main(["bench", "quality", folder_of(tmp_path, LINES[2:]), "--json"]) == 1
    (row,) = rows(capsys)
    assert row["floor"] > 0
    assert row["change"] == -row["floor"]


def test_the_table_has_a_line_for_each_measure(tmp_path: Path, capsys: Captured) -> None:
    assert main(["bench", "quality", folder_of(tmp_path, LINES)]) == 0
    head, row = capsys.readouterr().out.splitlines()
    assert head.split() == ["corpus", "measure", "score", "floor", "change", "texts", "characters/s"]
    assert row.split()[:5] == ["gvc", "totals", "F1", "0.667", "3"]


def test_a_file_of_ones_own_is_measured_as_the_kind_that_its_lines_name(tmp_path: Path, capsys: Captured) -> None:
    packed = tmp_path / "valley.jsonl.gz"
    packed.write_bytes(gzip.compress("".join(f"{json.dumps({**each, 'corpus': 'gvc'})}\n" for each in LINES).encode()))
    (tmp_path / "score.py").write_text(SCORER)
    assert main(["bench", "quality", str(tmp_path), "--json"]) == 0
    assert [row["corpus"] for row in rows(capsys)] == ["valley"]


def test_answers_can_be_kept_for_other_programs(tmp_path: Path) -> None:
    bench = folder_of(tmp_path, LINES)
    assert main(["bench", "quality", bench, "--predictions", str(tmp_path / "answers"), "--quiet"]) == 0
    kept = [json.loads(each) for each in (tmp_path / "answers" / "gvc.jsonl").read_text("utf-8").splitlines()]
    assert [each["id"] for each in kept] == ["a", "b", "c"]
    assert kept[0]["casualties"][0] == {"kind": "killed", "min": 2, "max": 2}


def test_scoring_programs_may_lie_elsewhere(tmp_path: Path, capsys: Captured) -> None:
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "score.py").write_text(SCORER)
    texts = tmp_path / "texts"
    texts.mkdir()
    bench = folder_of(texts, LINES, scorer=None)
    assert main(["bench", "quality", bench, "--scorers", str(programs), "--json"]) == 0
    assert len(rows(capsys)) == 1


def test_a_sample_is_so_many_documents(tmp_path: Path, capsys: Captured) -> None:
    assert main(["bench", "quality", folder_of(tmp_path, LINES), "--sample", "2", "--json"]) == 0
    assert rows(capsys)[0]["documents"] == 2


def test_unrelated_news_needs_no_program(tmp_path: Path, capsys: Captured) -> None:
    news = [
        {"id": "n1", "text": "The cup final drew a record crowd.", "hard": False},
        {"id": "n2", "text": "A tanker bomb killed nine people in Salto on Monday.", "hard": True},
    ]
    assert main(["bench", "quality", folder_of(tmp_path, news, "other.jsonl", None), "--json"]) == 0
    assert {row["measure"]: row["score"] for row in rows(capsys)} == {
        "hard items without incident": 0.0,
        "easy items without incident": 1.0,
    }


def test_a_corpus_of_another_task_is_told_and_left(tmp_path: Path, capsys: Captured) -> None:
    folder_of(tmp_path, [{"id": "x", "text": "A vote.", "corpus": "gazette"}], "gazette.jsonl")
    assert main(["bench", "quality", folder_of(tmp_path, LINES)]) == 0
    assert "gazette.jsonl: Nothing is measured on the corpus 'gazette'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["no object"], 'gvc.jsonl, line 1: It is no object with "id" and "text"'),
        ([LINES[0], {"id": "z", "text": "Words."}], 'gvc.jsonl, line 2: It has no "gold"'),
        ([LINES[0], LINES[0]], "gvc.jsonl, line 2: The id 'a' stands twice"),
        ([{**LINES[0], "published": "last May"}], "gvc.jsonl, line 1: 'last May' is no day of publication"),
        ([], "gvc.jsonl: There is no document in it"),
    ],
)
def test_a_broken_line_is_told_in_one_sentence(
    lines: list[object], told: str, tmp_path: Path, capsys: Captured
) -> None:
    assert main(["bench", "quality", folder_of(tmp_path, lines)]) == 2
    (sentence,) = capsys.readouterr().err.splitlines()
    assert sentence.startswith(f"everyclaim: {told}")


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe\x00", b""])
def test_what_is_no_json_is_told_in_one_sentence(content: bytes, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "gvc.jsonl").write_bytes(content)
    assert main(["bench", "quality", str(tmp_path)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_what_can_be_measured_is_when_something_else_is_broken(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "msa.jsonl.gz").write_bytes(b"not packed")
    (tmp_path / "isaf.jsonl").write_text('{"id": "s", "text": "One fell.", "gold": {}}\n')
    assert main(["bench", "quality", folder_of(tmp_path, LINES), "--json"]) == 3
    told = capsys.readouterr()
    assert [json.loads(each)["corpus"] for each in told.out.splitlines()] == ["gvc"]
    assert "msa.jsonl.gz: It is no JSON Lines file" in told.err
    assert "isaf.jsonl: There is no scoring program isaf_score.py" in told.err


def test_a_scoring_program_that_fails_is_told_in_one_sentence(tmp_path: Path, capsys: Captured) -> None:
    assert main(["bench", "quality", folder_of(tmp_path, LINES, scorer="raise SystemExit('gold is bad')")]) == 2
    (sentence,) = capsys.readouterr().err.splitlines()
    assert "The scoring program failed (gold is bad)" in sentence


def test_an_empty_folder_and_an_unknown_name_are_refused(tmp_path: Path, capsys: Captured) -> None:
    assert main(["bench", "quality", str(tmp_path)]) == 2
    assert "There is no corpus to measure" in capsys.readouterr().err
    assert main(["bench", "quality", folder_of(tmp_path, LINES), "--only", "gazette"]) == 2
    assert "no corpus 'gazette'" in capsys.readouterr().err
