"""Who is counted and how many, sentence by sentence (`figures.txt`), by the classes of docs/method/errors.md."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.read.drafts import draft_of

from everyclaim.model import Mention
from everyclaim.read.meanings import Harmed

TABLE = Path(__file__).with_name("figures.txt")


def cases() -> Iterator[tuple[str, str]]:
    rows = [line for line in TABLE.read_text("utf-8").splitlines() if line and not line.startswith(("#", "=="))]
    yield from zip(rows[::2], (row.strip() for row in rows[1::2]), strict=True)


def figure_of(found: Mention[Harmed]) -> str:
    """A figure as the table writes it: "part killed at_least 3 children"."""
    figure = found.meaning.figure
    numbers = {str(each) for each in (figure.number, figure.number_high) if each is not None}
    words = (
        "part" if found.meaning.part_of is not None else "",
        figure.harm,
        figure.expression if figure.expression != "exact" else "",
        "-".join(sorted(numbers)),
        figure.of,
        "(attacker)" if "perpetrator" in figure.flags else "",
    )
    return " ".join(each for each in words if each)


def figures(text: str) -> str:
    found = (each for each in draft_of(text, "casualty_counts").by_step("casualty_counts"))
    return "; ".join(figure_of(each) for each in found) or "nobody"


@pytest.mark.parametrize(("text", "expected"), list(cases()), ids=lambda each: each[:50])
def test_the_people_of_a_sentence_are_counted(text: str, expected: str) -> None:
    assert figures(text) == expected
