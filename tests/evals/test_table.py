"""The table: a corpus' own scorer is run as a program, parts are told apart, and a floor is a floor."""

import json
from pathlib import Path

import pytest
from evals.corpus import Json
from evals.table import EVALS, Result, choose, floors, rows, under_floor

from evals import scorers, table

SCORER = """
import json, sys
gold = [json.loads(line) for line in open(sys.argv[2])]
pred = [json.loads(line) for line in open(sys.argv[4])]
right = sum(g["gold"] == p["answer"] for g, p in zip(gold, pred, strict=True))
print("a main incident type                             %.3f  (%d/%d)" % (right / len(gold), right, len(gold)))
print("e status, of matched claims                        n/a  (0/0)")
"""


def corpus(folder: Path, lines: list[dict[str, object]]) -> Path:
    (folder / "incidents").mkdir()
    (folder / "incidents" / "score.py").write_text(SCORER)
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    (folder / "incidents" / "single.jsonl").write_text(text, "utf-8")
    return folder


def test_a_scorer_is_run_and_what_it_does_not_score_is_left_out(tmp_path: Path) -> None:
    bench = corpus(tmp_path, [])
    gold, answers = [{"gold": 1}, {"gold": 2}], [{"answer": 1}, {"answer": 3}]
    assert scorers.incidents(bench, "incidents", gold, answers) == {"a": 0.5}


def test_a_scorer_that_fails_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match=r"score\.py failed"):
        scorers.incidents(corpus(tmp_path, []), "incidents", [{}], [{}])


def test_unrelated_news_is_counted_by_how_hard_it_is() -> None:
    lines: list[Json] = [{"hard": True}, {"hard": True}, {"hard": False}]
    answers: list[Json] = [{"incidents": 1}, {"incidents": 0}, {"incidents": 0}]
    assert scorers.unrelated(Path(), "other", lines, answers) == {"hard": 0.5, "easy": 1.0}


def answer(line: Json) -> Json:
    return {"id": line["id"], "answer": 1}


def test_odd_reports_even_reports_and_all_are_scored_apart(tmp_path: Path) -> None:
    lines: list[dict[str, object]] = [{"id": str(n), "gold": n % 2, "text": "one\u2028line"} for n in range(1, 5)]
    result = table.measure(EVALS[0], corpus(tmp_path, lines), table.PARTS, answer)
    assert result is not None
    assert result.scores == {"odd": {"a": 1.0}, "even": {"a": 0.0}, "all": {"a": 0.5}}


def test_an_absent_corpus_is_not_measured(tmp_path: Path) -> None:
    assert table.measure(EVALS[0], tmp_path, table.PARTS, answer) is None


def test_the_table_marks_what_is_under_its_floor() -> None:
    due = floors()["incidents"]
    low = Result(EVALS[0], {"all": {**due, "d": due["d"] - 0.01}}, 73, 1.0)
    assert under_floor(low) == ["d"]
    assert [row for row in rows(low) if row.endswith("UNDER")] == [next(row for row in rows(low) if "killed" in row)]
    assert under_floor(Result(EVALS[0], {"all": due}, 73, 1.0)) == []


def test_every_corpus_whose_adapter_is_there_has_one_that_predicts() -> None:
    assert all(callable(found) for each in EVALS if (found := table.adapter(each)) is not None)
    assert table.adapter(EVALS[0]) is not None


def test_only_known_corpora_can_be_asked_for() -> None:
    assert [each.name for each in choose([])] == ["incidents"]
    assert choose(["every"]) == list(EVALS)
    with pytest.raises(ValueError, match="No corpus is called 'gazette'"):
        choose(["gazette"])


def test_every_floor_is_of_a_measure_that_the_table_shows() -> None:
    shown = {each.name: set(each.measures) for each in EVALS}
    assert all(set(due) <= shown[name] for name, due in floors().items())
