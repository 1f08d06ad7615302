"""Where and when a report was written is neither the place nor the day of what it tells."""

import pytest
from tests.read.drafts import draft_of

from everyclaim.read.acts.datelines import in_dateline


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Joint Command 2011-04 For Release VELM, Ruritania (May 3, 2011) A force held two men in Brome.", "VELM"),
        ("Joint Command 2011-04 For Release VELM, Ruritania (May 3, 2011) A force held two men in Brome.", "May 3"),
        ("Evening Operational Update May 7, 2011\n\nTwo men were held in Brome today.", "May 7"),
        ("2011-05-S-010\nFor Release\n\nVELM, Ruritania (May 7, 2011)\nTwo men were held in Brome.", "VELM"),
        ("May 7: Two Operations in the South\nJoint Command\nTwo men were held in Brome.", "May 7"),
    ],
)
def test_a_dateline_in_running_text_is_found(text: str, name: str) -> None:
    assert in_dateline(draft_of(text, "blocks"), text.index(name))


@pytest.mark.parametrize("name", ["Brome", "today"])
def test_what_follows_a_dateline_is_the_news(name: str) -> None:
    text = "Joint Command VELM, Ruritania (May 3) A force held two men in Brome today."
    assert not in_dateline(draft_of(text, "blocks"), text.index(name))


def test_a_place_in_capitals_far_down_is_no_dateline() -> None:
    text = "Nothing was new. " * 40 + "VELM, Ruritania (May 3) was printed on the poster."
    assert not in_dateline(draft_of(text, "blocks"), text.index("VELM"))


def test_a_day_that_heads_an_entry_of_a_chronicle_is_the_day_of_the_news() -> None:
    text = "May 7: Jets bombed the port of Velm.\nMay 8: The port was bombed again."
    assert not in_dateline(draft_of(text, "blocks"), text.index("May 7"))
