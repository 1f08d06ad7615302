"""Writes: a unit is kept whole or not at all, twice is once, and what is kept for ever cannot be changed."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import exc, text
from tests import make
from tests.casebook.cases import derived, made, parts, put_original, refreshed, writing

from everyclaim.casebook import Casebook, Failure, open_view
from everyclaim.casebook.store import open_for_writing
from everyclaim.codec import RecordParts
from everyclaim.verify import iter_case_faults

FIRST, SECOND = "EC-XKX-20200309-001", "EC-XKX-20200309-002"


def test_a_report_comes_back_with_everything_that_was_read_in_it(tmp_path: Path) -> None:
    kept = parts("Réports 🕊️ from درنة\r\n\u00a0— “so” they said.", path="a.txt", publisher=make.source())
    folder = made(tmp_path / "case", kept)
    with open_view(folder) as view:
        assert view.parts(kept.report.id) == kept


def test_the_same_report_twice_changes_nothing(tmp_path: Path) -> None:
    folder = made(tmp_path / "case", parts())
    with open_view(folder) as view:
        head = view.head()
    with writing(folder) as casebook, casebook.work() as work:
        assert not work.add_report(parts())
    with open_view(folder) as view:
        assert view.head() == head


def test_a_second_reading_stands_beside_the_first_and_counts(tmp_path: Path) -> None:
    first = parts()
    folder = made(tmp_path / "case", first)
    again = type(first)(first.report, "newer", [], first.happenings, [], [], [])
    with writing(folder) as casebook, casebook.work() as work:
        assert work.add_report(again)
    with open_view(folder) as view:
        assert view.parts(first.report.id) == again
        assert view.counts()["reports"] == 1


def test_an_error_leaves_nothing_of_its_unit(tmp_path: Path) -> None:
    folder = made(tmp_path / "case")

    def torn(casebook: Casebook) -> None:
        with casebook.work() as work:
            work.add_report(parts())
            raise RuntimeError

    with writing(folder) as casebook, pytest.raises(RuntimeError):
        torn(casebook)
    with open_view(folder) as view:
        assert view.counts()["reports"] == 0
        assert view.search("Harbour") == ()
        assert view.head()[0] == 1


@pytest.mark.parametrize("table", ["log", "reports", "readings", "claims", "judgements", "assessments"])
@pytest.mark.parametrize("change", ["UPDATE {} SET {} = {}", "DELETE FROM {}"])
def test_what_is_kept_for_ever_refuses_to_be_changed(tmp_path: Path, table: str, change: str) -> None:
    folder = made(tmp_path / "case", parts())
    with writing(folder) as casebook, casebook.work() as work:
        work.judge(make.judgement())
    refreshed(folder, FIRST)
    column = "position" if table == "claims" else "number"
    engine = open_for_writing(folder.database)
    with engine.connect() as connection, pytest.raises(exc.IntegrityError, match="kept for ever"):
        connection.execute(text(change.format(table, column, column)))
    engine.dispose()


def test_a_view_cannot_write(tmp_path: Path) -> None:
    folder = made(tmp_path / "case", parts())
    with open_view(folder) as view, pytest.raises(exc.OperationalError, match="readonly"):
        view.connection.execute(text("DELETE FROM failures"))


def test_an_id_is_allotted_once_and_leads_on_after_a_merge(tmp_path: Path) -> None:
    folder = made(tmp_path / "case", parts(), parts("Other words."))
    refreshed(folder, FIRST, SECOND)
    with open_view(folder) as view:
        result = derived(view, FIRST)
    merged = make.incident(id=FIRST, previous_codes=(SECOND,))
    with writing(folder) as casebook, casebook.work() as work:
        work.replace_derived(type(result)([merged], [], [], [], [], {}, result.made_from), "merged")
    with open_view(folder) as view:
        assert view.resolve(SECOND.lower()) == FIRST
        assert [each.id for each in view.allotted()] == [FIRST, SECOND]
        assert [entry.act for entry in view.iter_log(SECOND)] == ["incident_allotted", "assessed", "incident_merged"]


def test_a_retired_id_leads_nowhere(tmp_path: Path) -> None:
    folder = made(tmp_path / "case", parts(), parts("Other words."))
    refreshed(folder, FIRST, SECOND)
    refreshed(folder, FIRST)
    with open_view(folder) as view, pytest.raises(KeyError):
        view.resolve(SECOND)


def test_refreshing_without_a_change_logs_nothing(tmp_path: Path) -> None:
    folder = made(tmp_path / "case", parts())
    refreshed(folder, FIRST)
    with open_view(folder) as view:
        head = view.head()
    refreshed(folder, FIRST)
    with open_view(folder) as view:
        assert view.head() == head


def test_an_old_assessment_stays_readable(tmp_path: Path) -> None:
    folder = made(tmp_path / "case", parts())
    refreshed(folder, FIRST)
    with open_view(folder) as view:
        result = derived(view, FIRST)
    newer = make.assessment(grade="Fair")
    with writing(folder) as casebook, casebook.work() as work:
        work.replace_derived(type(result)(result.incidents, [], [newer], [], [], {}, result.made_from), "more")
    with open_view(folder) as view:
        assert [each.grade for each in view.history(FIRST)] == ["Weak", "Fair"]
        assert [each.grade for each in view.assessments(FIRST)] == ["Fair"]


def test_a_failure_is_kept_until_the_document_goes_well(tmp_path: Path) -> None:
    folder = made(tmp_path / "case")
    failure = Failure("a.pdf", "intake", "a.pdf: It is a PDF.")
    with writing(folder) as casebook, casebook.work() as work:
        work.note_failure(failure)
        work.note_failure(failure)
    with open_view(folder) as view:
        assert view.failures() == (failure,)
    with writing(folder) as casebook, casebook.work() as work:
        work.forget_failure("a.pdf")
    with open_view(folder) as view:
        assert view.failures() == ()


def test_two_who_add_at_once_lose_nothing_and_keep_one_chain(tmp_path: Path) -> None:
    folder = made(tmp_path / "case")
    reports = [parts(f"Report {number}.") for number in range(20)]
    for each in reports:
        put_original(folder, each.report.text)

    def add_all(own: list[RecordParts]) -> None:
        with writing(folder) as casebook:
            for each in own:
                with casebook.work() as work:
                    work.add_report(each)

    with ThreadPoolExecutor(2) as workers:
        list(workers.map(add_all, [reports, reports[::-1]]))
    with open_view(folder) as view:
        assert view.report_ids() == tuple(sorted(each.report.id for each in reports))
    assert list(iter_case_faults(folder.path)) == []
