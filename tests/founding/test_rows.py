"""The founding report: one test a row. The report lies beside the repository; without it there is nothing to test."""

import pytest
from tests import laws, make
from tests.founding.expected import Expected
from tests.founding.rows import ROWS, Row
from tests.founding.variants import SEED, founding
from tests.reading import record_of

absent = pytest.mark.skipif(not SEED.exists(), reason="the founding report is not beside the repository")


@absent
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.__name__)
def test_a_row_holds(row: Row) -> None:
    case = founding()
    assert list(row(record_of(case.text, case.due.published), case.due, case.text)) == []


@absent
@pytest.mark.parametrize("law", laws.LAWS, ids=lambda law: law.__name__)
def test_the_founding_record_keeps_every_law(law: laws.Law) -> None:
    case = founding()
    assert list(law(record_of(case.text, case.due.published), case.text)) == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.__name__)
def test_no_row_holds_for_a_record_of_nothing(row: Row) -> None:
    assert list(row(make.record(happenings=()), Expected(captions=("A CAPTION",), block="words"), make.TEXT))
