"""Reads: everything comes back as it was written, in an order that depends on content alone."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import make, strategies
from tests.casebook.cases import made, parts, refreshed, writing
from tests.conftest import SLOW

from everyclaim import codec
from everyclaim.casebook import find_folder, open_view
from everyclaim.codec import RecordParts
from everyclaim.errors import BrokenStore
from everyclaim.model import Judgement


@st.composite
def drawn(draw: st.DrawFn) -> RecordParts:
    """Parts with values of any kind, as hostile as the strategies make them."""
    report = make.report(draw(strategies.texts.filter(str.strip)), title=draw(strategies.words))
    return RecordParts(
        report,
        draw(strategies.words),
        draw(st.lists(strategies.claims, max_size=3)),
        draw(st.lists(strategies.happenings, max_size=2)),
        draw(st.lists(strategies.evidence, max_size=2)),
        draw(st.lists(strategies.victims, max_size=2)),
        [],
    )


@given(drawn())
@settings(max_examples=200 if SLOW else 15)
def test_whatever_was_read_comes_back(kept: RecordParts) -> None:
    with TemporaryDirectory() as folder, open_view(made(Path(folder) / "case", kept)) as view:
        assert view.parts(kept.report.id) == kept
        assert view.record(kept.report.id) == codec.record(kept)


@given(strategies.judgements)
@settings(max_examples=50 if SLOW else 10)
def test_a_judgement_comes_back(judgement: Judgement) -> None:
    with TemporaryDirectory() as name:
        folder = made(Path(name) / "case")
        with writing(folder) as casebook, casebook.work() as work:
            work.judge(judgement)
            work.judge(judgement)
        with open_view(folder) as view:
            assert view.judgements() == (judgement,)


def test_reports_come_in_one_order_whatever_came_first(tmp_path: Path) -> None:
    reports = [parts(f"Report {number}.") for number in range(4)]
    with open_view(made(tmp_path / "a", *reports)) as one, open_view(made(tmp_path / "b", *reversed(reports))) as other:
        assert list(one.iter_parts()) == list(other.iter_parts())


def test_a_report_is_found_by_the_beginning_of_its_id(tmp_path: Path) -> None:
    kept = parts()
    with open_view(made(tmp_path / "case", kept, parts("Other words."))) as view:
        assert view.find_report(kept.report.id[:10]) == kept.report.id
        assert view.find_report("r") is None
        assert view.find_report("r%") is None
        assert view.find_claim(kept.claims[0].id) == kept.claims[0]
        assert view.find_claim("c0") is None


def test_an_incident_tells_its_reports_claims_and_assessments(tmp_path: Path) -> None:
    kept, name = parts(), "EC-XKX-20200309-001"
    folder = made(tmp_path / "case", kept)
    refreshed(folder, name)
    with open_view(folder) as view:
        shown = view.incident(name.lower())
        assert shown == next(view.iter_incidents())
    assert [each["id"] for each in shown["reports"]] == [kept.report.id]
    assert [each["policy"] for each in shown["assessments"]] == ["everyclaim"]


def test_an_unknown_report_or_incident_is_no_key(tmp_path: Path) -> None:
    with open_view(made(tmp_path / "case")) as view:
        for ask in (view.parts, view.incident):
            with pytest.raises(KeyError):
                ask("EC-XXX-00000000-001")


def test_judgements_come_in_the_order_in_which_they_were_made(tmp_path: Path) -> None:
    late = make.judgement(id="j1")
    early = replace(late, id="j2", decided_at=late.decided_at.replace(year=2019))
    folder = made(tmp_path / "case")
    with writing(folder) as casebook, casebook.work() as work:
        work.judge(late)
        work.judge(early)
    with open_view(folder) as view:
        assert view.judgements() == (early, late)


def test_a_case_is_found_from_any_folder_in_it(tmp_path: Path) -> None:
    folder = made(tmp_path / "case")
    inside = folder.path / "reports" / "may"
    inside.mkdir(parents=True)
    found = find_folder(inside)
    assert found is not None
    assert found.path == folder.path
    assert find_folder(tmp_path) is None


def test_a_case_on_a_medium_that_cannot_be_written_is_read(tmp_path: Path) -> None:
    folder = made(tmp_path / "case", parts())
    folder.database.parent.chmod(0o555)
    folder.database.chmod(0o444)
    try:
        with open_view(folder) as view:
            assert view.counts()["reports"] == 1
    finally:
        folder.database.parent.chmod(0o755)


def test_what_is_no_database_is_a_broken_store(tmp_path: Path) -> None:
    folder = made(tmp_path / "case")
    folder.database.write_bytes(b"words" * 1000)
    with pytest.raises(BrokenStore, match="cannot be used"), open_view(folder) as view:
        view.counts()
