"""Evidence: items that a report shows, speaks of, or doubts."""

import pytest
from tests.read.drafts import draft_of

from everyclaim.model import Evidence


def items(text: str) -> list[tuple[str, str, str]]:
    found = draft_of(text, "evidence_items").by_step("evidence_items")
    return [(each.kind, each.seen, each.span.quote) for each in found if isinstance(each, Evidence)]


def test_coordinated_items_share_what_they_show() -> None:
    assert items("Ten died, a count supported by video and images of burnt houses.") == [
        ("video", "mentioned", "video and images of burnt houses"),
        ("image", "mentioned", "images of burnt houses"),
    ]


def test_captions_after_a_line_that_announces_doubtful_footage_are_claimed() -> None:
    text = "A shell fell.\n\nAlleged footage of the blast:\n\nPORTOVEN HARBOUR\n\nPORTOVEN MARKET\n\nTen people died."
    assert [(kind, seen) for kind, seen, _ in items(text)] == [("video", "claimed")] * 3


def test_a_caption_with_a_credit_is_an_image_that_the_report_shows() -> None:
    assert items("A shell fell.\n\nThe market on Monday. (Photo: Newswire)") == [
        ("image", "seen", "The market on Monday. (Photo: Newswire)")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The minister said the picture was unclear.",
        "He sells video games.",
        "The report changed the image of the army.",
        "Damage was heavy and ten bodies were found.",
        "Residents fled.",
    ],
)
def test_figures_of_speech_and_bare_harm_are_no_evidence(text: str) -> None:
    found = [each for each in items(text) if each[0] != "image" or "image" not in text]
    assert found == []


def test_one_video_told_twice_is_one_item_in_its_fuller_words() -> None:
    text = "The Red Guard threatened the town in a video. The Red Guard video showed ten captives."
    assert items(text) == [("video", "mentioned", "The Red Guard video")]


def test_items_are_numbered_in_the_order_of_the_text() -> None:
    found = draft_of("Photos of a crater were shared, and a satellite image was released.", "evidence_items")
    ids = [each.id for each in found.by_step("evidence_items") if isinstance(each, Evidence)]
    assert ids == [f"e{n}" for n in range(1, len(ids) + 1)]
    assert len(ids) == 3
