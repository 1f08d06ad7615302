"""Verifying: a record that was tampered with, or a text that was, is always found out."""

import json
import subprocess
import sys
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests import make, strategies

from everyclaim import codec, model, verify


def whole() -> codec.Json:
    """A record with words in every place that can hold some."""
    claim = make.claim(
        said_by=(make.voice(),),
        via=(make.voice("Aldova Post", quote="Aldova"),),
        cue=make.span("said"),
        hedges=(make.span("fell"),),
    )
    trouble = make.mention("repeated_words", "Harbour Street")
    return make.record(claim, evidence=[make.evidence()], victims=[make.victim()], troubles=[trouble])


QUOTES = [path for path, *_ in verify.iter_quotes(whole())]


def reach(record: codec.Json, path: str) -> codec.Json:
    for step in path.removeprefix("record").replace("]", "").replace("[", ".").split(".")[1:]:
        record = record[int(step)] if isinstance(record, list) else record[step]
    return record


def test_a_record_that_nobody_touched_has_no_fault() -> None:
    assert verify.find_faults(whole(), make.TEXT) == []


def test_words_are_found_wherever_a_record_can_hold_them() -> None:
    places = ("claims[0]", "said_by", "via", "cue", "hedges", "evidence", "victims", "troubles")
    assert all(any(place in path for path in QUOTES) for place in places)


def other_words(each: codec.Json) -> None:
    key = "quote" if "quote" in each else "words"
    each[key] = each[key][:-1] + "#"


def shorter_words(each: codec.Json) -> None:
    key = "quote" if "quote" in each else "words"
    each[key] = each[key][:-1]


def later_start(each: codec.Json) -> None:
    each["start"] += 1


def later_end(each: codec.Json) -> None:
    each["end"] += 1


def beyond_the_text(each: codec.Json) -> None:
    each["start"] += 10_000
    each["end"] += 10_000


def counted_from_the_end(each: codec.Json) -> None:
    each["start"] -= len(make.TEXT)
    each["end"] -= len(make.TEXT)


def empty(each: codec.Json) -> None:
    each.update({"quote" if "quote" in each else "words": "", "end": each["start"]})


def no_offsets(each: codec.Json) -> None:
    each.update(start=None, end=None)


TAMPERINGS = (
    other_words,
    shorter_words,
    later_start,
    later_end,
    beyond_the_text,
    counted_from_the_end,
    empty,
    no_offsets,
)


@pytest.mark.parametrize("path", QUOTES)
@pytest.mark.parametrize("tamper", TAMPERINGS, ids=lambda each: each.__name__)
def test_a_tampered_quote_is_found(path: str, tamper: Callable[[codec.Json], None]) -> None:
    record = deepcopy(whole())
    tamper(reach(record, path))
    assert any(path in fault for fault in verify.find_faults(record, make.TEXT))


@given(st.data())
def test_a_text_changed_anywhere_is_found(data: st.DataObject) -> None:
    spot = data.draw(st.integers(0, len(make.TEXT) - 1))
    put = data.draw(st.text(max_size=2))
    text = make.TEXT[:spot] + put + make.TEXT[spot + 1 :]
    assume(text != make.TEXT)
    assert verify.find_faults(whole(), text)


@given(strategies.reports, st.data())
def test_any_spans_of_any_text_verify(report: model.Report, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(report.text) - 1))
    spot = model.Mention(report.span(start, data.draw(st.integers(start + 1, len(report.text)))), "odd", "made")
    record = make.record(report=report, troubles=[spot])
    assert verify.find_faults(json.loads(codec.canonical(record)), report.text) == []


@pytest.mark.parametrize("tampered", [False, True])
def test_it_runs_alone_at_a_partners(tmp_path: Path, tampered: bool) -> None:  # noqa: FBT001 - a parametrized case
    record: dict[str, Any] = whole()
    record["claims"][0]["start"] += tampered
    (tmp_path / "record.json").write_bytes(codec.canonical(record))
    (tmp_path / "report.txt").write_bytes(make.TEXT.encode())
    (tmp_path / "verify.py").write_bytes(Path(verify.__file__).read_bytes())
    done = subprocess.run(
        [sys.executable, "-I", "verify.py", "record.json", "report.txt"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == int(tampered)
    assert ("claims[0]" in done.stdout) == tampered


def test_line_ends_of_the_text_are_kept_when_it_runs_alone(tmp_path: Path) -> None:
    text = "One.\r\nTwo people died.\r\n"
    report = make.report(text)
    (tmp_path / "record.json").write_bytes(codec.canonical(make.record(report=report)))
    (tmp_path / "report.txt").write_bytes(text.encode())
    done = subprocess.run(  # noqa: S603 - our own file
        [sys.executable, verify.__file__, str(tmp_path / "record.json"), str(tmp_path / "report.txt")],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
