"""The table: a corpus' own scorer is run as a program, parts are told apart, and a floor is a floor."""

import json
from pathlib import Path

import pytest

from everyclaim.bench import scorers
from everyclaim.bench.measuring import PARTS, Result, floor_of, floors, measure, rows, under_floor
from everyclaim.bench.table import ALIKE, EVALS, Eval, adapter, choose
from everyclaim.codec import Json
from everyclaim.errors import BrokenInput

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
    with pytest.raises(BrokenInput, match=r"score\.py: The scoring program failed"):
        scorers.incidents(corpus(tmp_path, []), "incidents", [{}], [{}])


def test_unrelated_news_is_counted_by_how_hard_it_is() -> None:
    lines: list[Json] = [{"hard": True}, {"hard": True}, {"hard": False}]
    answers: list[Json] = [{"incidents": 1}, {"incidents": 0}, {"incidents": 0}]
    assert scorers.unrelated(Path(), "other", lines, answers) == {"hard": 0.5, "easy": 1.0}


def answer(line: Json) -> Json:
    return {"id": line["id"], "answer": 1}


def test_odd_reports_even_reports_and_all_are_scored_apart(tmp_path: Path) -> None:
    lines: list[dict[str, object]] = [{"id": str(n), "gold": n % 2, "text": "one\u2028line"} for n in range(1, 5)]
    result = measure(EVALS[0], corpus(tmp_path, lines), PARTS, answer)
    assert result.scores == {"odd": {"a": 1.0}, "even": {"a": 0.0}, "all": {"a": 0.5}}


def test_a_corpus_without_its_scoring_program_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with pytest.raises(BrokenInput, match=r"no scoring program incidents/score\.py"):
        measure(EVALS[0], tmp_path, PARTS, answer)


def test_a_sample_is_the_same_each_time_and_has_no_floors(tmp_path: Path) -> None:
    lines: list[dict[str, object]] = [{"id": str(n), "text": "x", "gold": n} for n in range(40)]
    bench = corpus(tmp_path, lines)
    asked: list[str] = []

    def noted(line: Json) -> Json:
        asked.append(line["id"])
        return answer(line)

    first, second = (measure(EVALS[0], bench, ["all"], noted, sample=7) for _ in range(2))
    assert asked[:7] == asked[7:]
    assert (first.documents, second.known, floor_of(first, "d")) == (7, False, None)


def test_the_table_marks_what_is_under_its_floor() -> None:
    due = floors()["incidents"]
    low = Result(EVALS[0], {"all": {**due, "d": due["d"] - 0.01}}, 73, 1.0)
    assert under_floor(low) == ["d"]
    assert [row for row in rows(low) if row.endswith("UNDER")] == [next(row for row in rows(low) if "killed" in row)]
    assert under_floor(Result(EVALS[0], {"all": due}, 73, 1.0)) == []


@pytest.mark.parametrize("kind", [*EVALS, *ALIKE], ids=lambda kind: kind.name)
def test_every_corpus_has_an_adapter_that_predicts(kind: Eval) -> None:
    line = {"id": "x1", "text": "A mine killed two shepherds near Durazno on Monday.", "published": "2019-05-14"}
    assert adapter(kind)(line)["id"] == "x1"


def test_only_known_corpora_can_be_asked_for() -> None:
    assert [each.name for each in choose([])] == ["incidents"]
    assert choose(["every"]) == list(EVALS)
    with pytest.raises(ValueError, match="No corpus is called 'gazette'"):
        choose(["gazette"])


def test_every_floor_is_of_a_measure_that_the_table_shows() -> None:
    shown = {each.name: set(each.measures) for each in EVALS}
    assert all(set(due) <= shown[name] for name, due in floors().items())
