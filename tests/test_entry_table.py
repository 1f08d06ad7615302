"""Tables for notebooks: plain rows, their page, pandas and Arrow, and the sentence where these are not installed."""

import pytest

import everyclaim
from everyclaim.entry_case import OpenCase
from everyclaim.entry_table import Table, table_of
from everyclaim.errors import MissingPart

NEWS = "Shells struck the market of Durazno in Uruguay on Monday, killing nine people, the mayor said."
ROWS = table_of(("a", "b", "c"), [{"a": 1, "c": ["x", "<y>"]}, {"a": 2, "other": 3}])


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> OpenCase:
    folder = tmp_path_factory.mktemp("tables")
    (folder / "news.md").write_text(f"---\npublished: 2019-05-14\npublisher: <b>Post</b>\n---\n{NEWS}\n")
    made = everyclaim.open_case(folder / "case", by="ana", new=True)
    assert made.add(folder / "news.md") == []
    return made


def test_rows_have_all_columns_and_no_others() -> None:
    assert list(ROWS) == [{"a": 1, "b": None, "c": ["x", "<y>"]}, {"a": 2, "b": None, "c": None}]
    assert len(ROWS) == 2


def test_a_table_shows_what_is_given_and_nothing_as_html() -> None:
    page = ROWS._repr_html_()
    assert "<th>a</th><th>c</th>" in page
    assert "<td>x; &lt;y&gt;</td>" in page


def test_a_long_table_shows_its_first_rows_and_how_many_follow() -> None:
    page = table_of(("a",), [{"a": number} for number in range(130)])._repr_html_()
    assert page.count("<td>") == 100
    assert "30 more rows" in page


@pytest.mark.parametrize("name", ["incidents", "claims", "harm"])
def test_a_case_gives_its_tables_as_plain_rows(case: OpenCase, name: str) -> None:
    table = case.table(name)
    assert len(table) > 0
    assert {row["incident"] for row in table} == {case.incidents()[0].id}


def test_an_unknown_table_is_refused_with_those_there_are(case: OpenCase) -> None:
    with pytest.raises(ValueError, match="'victims' is no table; ask for incidents, claims or harm"):
        case.table("victims")


def test_a_case_shows_its_incidents(case: OpenCase) -> None:
    page = case._repr_html_()
    assert case.incidents()[0].id in page
    assert "<table>" in page
    assert "killed" in page


def test_a_report_gives_its_claims_as_rows() -> None:
    table = everyclaim.read(NEWS, published="2019-05-14").table()
    assert "killed" in {row["field"] for row in table}
    assert all(row["quote"] in NEWS for row in table)


@pytest.mark.parametrize("method", ["to_pandas", "to_arrow"])
def test_what_is_not_installed_is_told_in_a_sentence(method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str) -> object:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr("everyclaim.entry_table.import_module", refuse)
    with pytest.raises(MissingPart, match=r"is not installed; install it with `pip install 'everyclaim\[notebook\]'`"):
        getattr(ROWS, method)()


@pytest.mark.parametrize("table", [ROWS, Table(("a", "b"), [])])
def test_pandas_takes_the_rows(table: Table) -> None:
    pytest.importorskip("pandas", reason="pandas is in the extra `notebook`")
    frame = table.to_pandas()
    assert tuple(frame.columns) == table.columns
    assert len(frame) == len(table)


@pytest.mark.parametrize("table", [ROWS, Table(("a", "b"), [])])
def test_arrow_takes_the_rows(table: Table) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is in the extra `notebook`")
    assert table.to_arrow().to_pylist() == list(table)


def test_arrow_takes_every_table_of_a_case(case: OpenCase) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is in the extra `notebook`")
    for name in ("incidents", "claims", "harm"):
        assert case.table(name).to_arrow().num_rows == len(case.table(name))
