"""The flow and its fence: what fails alone, fails alone; a record names all that it depends on."""

from pathlib import Path

import pytest
from tests import make

from everyclaim import flow
from everyclaim.errors import EmptyInput
from everyclaim.flow import Result, Trouble, fence, read_all, read_report, reader
from everyclaim.intake import Options


def fail(error: Exception) -> None:
    raise error


def test_a_failure_of_the_world_becomes_its_sentence() -> None:
    assert fence("intake", "a.txt", fail, EmptyInput("a.txt: It is empty.")) == Trouble(
        "intake", "a.txt", "a.txt: It is empty.", kind="EmptyInput"
    )


def test_a_fault_of_ours_keeps_its_trace() -> None:
    trouble = fence("read", "a.txt", fail, KeyError("x"))
    assert isinstance(trouble, Trouble)
    assert trouble.sentence == "a.txt: A fault of everyclaim stopped stage 'read' (KeyError: 'x'); please report it."
    assert "in fail" in (trouble.trace or "")


def test_the_step_that_failed_is_named() -> None:
    inside: dict[str, object] = {"__name__": "everyclaim.read.steps.numbers"}
    exec("def broken():\n    raise ValueError('x')", inside)  # noqa: S102 a frame of that name
    trouble = fence("read", "a.txt", inside["broken"])  # type: ignore[arg-type]
    assert isinstance(trouble, Trouble)
    assert trouble.step == "numbers"


def test_one_bad_report_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("")
    (tmp_path / "b.txt").write_text(make.TEXT)
    first, second = read_all(str(tmp_path), Options())
    assert isinstance(first, Trouble)
    assert isinstance(second, Result)


def test_keyboard_and_exit_pass_the_fence() -> None:
    with pytest.raises(KeyboardInterrupt):
        fence("read", "a.txt", lambda: (_ for _ in ()).throw(KeyboardInterrupt))


def test_the_same_report_gives_the_same_record() -> None:
    assert read_report(make.report()).record == read_report(make.report()).record


def test_the_reader_names_program_steps_lexicon_gazetteer_and_weights() -> None:
    words = reader().split()
    assert words[0] == "everyclaim"
    assert [word.partition(":")[0] for word in words[2:5]] == ["steps", "lexicon", "gazetteer"]
    assert words[5].startswith("en_core_web")


def test_an_unread_language_marks_the_first_line_that_has_words() -> None:
    record = flow.read_report(make.report("\n\n  Erste Zeile \nZweite", language="de")).record
    assert record["troubles"] == [{"kind": "unsupported_language", "words": "Erste Zeile", "start": 4, "end": 15}]
