"""Who is counted and how many, sentence by sentence (`figures.txt`), by the classes of docs/method/errors.md.

Each sentence is read up to the claims, so that whoever is counted twice, or lost on the way to a claim, is seen.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.read.drafts import draft_of

from everyclaim.model import Claim, Figure

TABLE = Path(__file__).with_name("figures.txt")
LEAD = "Gunmen raided Kano. "
"""An act to which the figures belong: harm without an event makes no claim."""


def cases() -> Iterator[tuple[str, str]]:
    rows = [line for line in TABLE.read_text("utf-8").splitlines() if line and not line.startswith(("#", "=="))]
    yield from zip(rows[::2], (row.strip() for row in rows[1::2]), strict=True)


def figure_of(claim: Claim) -> str:
    """A figure as the table writes it: "part killed at_least 3 children"."""
    figure = claim.value.meaning
    assert isinstance(figure, Figure)
    numbers = {str(each) for each in (figure.number, figure.number_high) if each is not None}
    words = (
        "part" if figure.subset_of is not None else "",
        figure.harm,
        figure.expression if figure.expression != "exact" else "",
        "-".join(sorted(numbers)),
        figure.of,
        "(attacker)" if "perpetrator" in figure.flags else "",
    )
    return " ".join(each for each in words if each)


def place(claim: Claim) -> tuple[int, bool]:
    figure = claim.value.meaning
    return claim.value.span.start, isinstance(figure, Figure) and figure.subset_of is not None


def figures(text: str) -> str:
    found = sorted(draft_of(LEAD + text, "figure_claims").by_step("figure_claims"), key=place)
    return "; ".join(figure_of(each) for each in found) or "nobody"


@pytest.mark.parametrize(("text", "expected"), list(cases()), ids=lambda each: each[:50])
def test_the_people_of_a_sentence_are_counted(text: str, expected: str) -> None:
    assert figures(text) == expected
