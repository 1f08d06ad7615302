"""Who did it and who says so, sentence by sentence (`who.txt`), by the classes of docs/method/errors.md."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.reading import record_of

from everyclaim.bench.records import basis_of

TABLE = Path(__file__).with_name("who.txt")
NEWS = {"happened", "ongoing"}


def cases() -> Iterator[tuple[str, str]]:
    rows = [line for line in TABLE.read_text("utf-8").splitlines() if line and not line.startswith(("#", "=="))]
    yield from zip(rows[::2], (row.strip() for row in rows[1::2]), strict=True)


def doers(text: str) -> str:
    """The main event's doers as the table writes them."""
    record = record_of(text, date(2024, 3, 8))
    main = {each["id"] for each in record["happenings"] if each["rank"] == "main"}
    found = {
        f"{claim['value']['code'] or claim['value']['name']}: {basis_of(claim)}"
        for claim in record["claims"]
        if claim["field"] in {"by", "responsibility"} and claim["modality"] in NEWS and main & set(claim["about"])
    }
    return "; ".join(sorted(found)) or "nobody"


@pytest.mark.parametrize(("text", "expected"), list(cases()), ids=lambda each: each[:50])
def test_the_doers_of_a_sentence_are_found(text: str, expected: str) -> None:
    assert doers(text) == expected
