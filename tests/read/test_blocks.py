"""Blocks: which kind of line words stand in."""

import pytest
from tests.read.drafts import draft_of

from everyclaim.read.meanings import Block


def kinds(text: str) -> list[tuple[str, str]]:
    return [(m.meaning.kind, m.span.quote) for m in draft_of(text, "blocks").found(Block)]


def test_every_character_that_is_no_space_lies_in_exactly_one_block() -> None:
    text = "PORT FALLS\n\nBy Ana Ruiz\nZENDA (Newswire) - A shell fell.\n\n\nPhoto: Ruiz\nFollow us\n\t\nTen died.\n"
    blocks = draft_of(text, "blocks").found(Block)
    covering = [sum(m.span.start <= i < m.span.end for m in blocks) for i in range(len(text)) if not text[i].isspace()]
    assert set(covering) == {1}


def test_a_dateline_is_cut_off_its_paragraph() -> None:
    assert kinds("ZENDA, 3 May (Newswire) — A shell fell on the market.") == [
        ("dateline", "ZENDA, 3 May (Newswire) — "),
        ("paragraph", "A shell fell on the market."),
    ]


def test_a_paragraph_that_begins_with_a_capitalised_name_has_no_dateline() -> None:
    assert [kind for kind, _ in kinds("Zenda was quiet (for once) on Monday.")] == ["paragraph"]


@pytest.mark.parametrize(
    "line", ["Monday, March 3, 2014", "3 March 2014", "Published: 2014-03-03", "Updated March 3, 2014 12:30 GMT"]
)
def test_a_date_on_a_line_of_its_own_is_a_dateline(line: str) -> None:
    assert kinds(f"{line}\n\nA shell fell on the market.")[0][0] == "dateline"


@pytest.mark.parametrize(
    "line", ["THE RUINED MARKET", "The ruined market", "Video: the market burns", "Image: A. Ruiz"]
)
def test_short_lines_under_pictures_are_captions(line: str) -> None:
    assert kinds(f"A shell fell on the market.\n\n{line}\n\nTen people died.")[1][0] == "caption"


def test_a_title_within_the_text_is_a_headline() -> None:
    found = kinds("A shell fell on the market.\n\nCourt frees two men\n\nA court freed two men on Monday.")
    assert found[1] == ("headline", "Court frees two men")


def test_lines_of_a_wrapped_paragraph_are_one_block() -> None:
    text = (
        "A shell fell on the market of the harbour town on Monday\nmorning and killed ten people who came to buy fish."
    )
    assert len(kinds(text)) == 1


def test_a_block_quote_knows_the_sentence_that_introduces_it() -> None:
    text = "It was Monday. The ministry said in a statement:\n\nWe hit the depot\n\n\nTen people died."
    quote = next(m for m in draft_of(text, "blocks").found(Block) if m.meaning.kind == "block_quote")
    assert quote.span.quote == "We hit the depot"
    assert quote.meaning.introduced_by == text.index("The ministry")


def test_a_block_quote_runs_on_while_it_says_we() -> None:
    text = "The ministry said:\n\nThe depot was hit.\n\nWe regret every loss.\n\nThe mayor said ten people died."
    assert [kind for kind, _ in kinds(text)] == ["paragraph", "block_quote", "block_quote", "paragraph"]


def test_a_colon_before_a_list_of_names_introduces_no_quote() -> None:
    assert "block_quote" not in {kind for kind, _ in kinds("The dead are these men:\n\nAli Badri, 40, a porter.")}


@pytest.mark.parametrize(
    "line", ["READ MORE: Ten years of war", "Subscribe to our newsletter", "Share this", "This site uses cookies"]
)
def test_invitations_are_boilerplate(line: str) -> None:
    assert kinds(f"Ten people died.\n\n{line}")[-1][0] == "boilerplate"
