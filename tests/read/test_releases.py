"""A party's own release: what it tells of the own deeds is a claim, told in the third person or not."""

from dataclasses import replace
from datetime import date

from tests.reading import configure, report_of

from everyclaim import flow
from everyclaim.model import Source

TEXT = "Israeli jets bombed a depot near Tyre on Monday, killing two men."


def bases(url: str | None, publisher: str | None = None) -> set[str]:
    configure()
    report = replace(
        report_of(TEXT, date(2024, 3, 8)), url=url, publisher=Source(publisher) if publisher is not None else None
    )
    return {each["value"]["basis"] for each in flow.read_report(report).record["claims"] if each["field"] == "by"}


def test_a_release_claims_its_own_deeds() -> None:
    assert bases("https://www.idf.il/en/1") == {"self_claim"}
    assert bases(None, "Israel Defense Forces") == {"self_claim"}


def test_an_outlet_and_the_other_side_claim_nothing() -> None:
    assert bases("https://news.example/1", "The Herald") == {"unspecified"}
    assert bases("https://mil.gov.ua/1") == {"unspecified"}
