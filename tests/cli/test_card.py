"""The card in the terminal: at 80 columns, with who says what in which words, and nothing that moves the cursor."""

import io

import pytest
from hypothesis import given
from rich.console import Console
from tests import make
from tests.export.records import contested, drawn

from everyclaim.cli.card import CLAIMED, show
from everyclaim.codec import Json
from everyclaim.lexicon.gazetteer import CREDIT


def card(record: Json, *, explain: bool = False, colours: bool = False) -> str:
    out = io.StringIO()
    console = Console(file=out, width=80, force_terminal=colours, markup=False, emoji=False, highlight=False)
    show(record, console, explain=explain)
    return out.getvalue()


def flat(text: str) -> str:
    return " ".join(text.split())


def test_a_card_names_the_report_the_happening_and_every_value_with_its_words() -> None:
    shown = card(contested()[0])
    for words in (
        "Shells on Harbour Street",
        "published 2020-03-10",
        "h1  Shelling · Aldova, Kosovo · 9 Mar 2020 ─",
        "“Two shells fell”",
        "3 bakers",
        "“three bakers were killed”",
        "Hill Brigade, suspected",
        "Evidence",
        CLAIMED[:40],
    ):
        assert words in shown


def test_a_denial_stands_beside_what_it_denies_with_who_denies_it() -> None:
    shown = flat(card(contested()[0]))
    assert "[denial] says no civilians" in shown
    assert "BUT killed: says no civilians" in shown
    assert "— the army" in shown


def test_coordinates_come_with_their_credit_and_only_then() -> None:
    assert flat(CREDIT) in flat(card(contested()[0]))
    assert "GeoNames" not in card(make.record(make.claim()))


def test_explaining_adds_the_step_and_the_confidence() -> None:
    record = make.record(make.claim(why="figures: exact"))
    assert "figures: exact · confidence 0.50" in flat(card(record, explain=True))
    assert "figures: exact" not in card(record)


def test_a_report_without_claims_says_so() -> None:
    assert "No claims were found in this report." in card(make.record(happenings=()))


def test_a_long_quote_is_cut_at_a_word() -> None:
    text = "word " * 100
    record = make.record(make.claim(make.speech()))
    record["claims"][0]["quote"] = text
    assert " …”" in card(record)


def test_no_control_character_of_a_report_reaches_the_terminal() -> None:
    record = make.record(make.claim(make.thing(what="a\x1b[2Jb\x07\x9b31m\r"), field="damage", why="\x1b]0;x\x07"))
    shown = card(record, explain=True)
    assert "a[2Jb" in shown
    assert not set(shown) & {"\x1b", "\x07", "\x9b", "\r"}


@pytest.mark.parametrize("colours", [False, True])
@given(drawn())
def test_any_record_has_a_card_no_wider_than_the_terminal(colours: bool, pair: tuple[Json, str]) -> None:  # noqa: FBT001 given by pytest
    shown = card(pair[0], colours=colours)
    if not colours and pair[1].isascii():
        assert max(len(line) for line in shown.splitlines()) <= 80
