"""Whole records: the laws hold over generated texts and over all texts at hand, and reading is a plain function."""

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from random import Random
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import laws, strategies
from tests.conftest import SLOW
from tests.reading import SHARED, read_afresh, record_of

from everyclaim import codec

PUBLISHED = date(2021, 6, 14)
SAMPLE = 60
"""How many bundled texts the ordinary run reads: about ten seconds on two cores. The slow run reads all."""

SENTENCES = (
    "At least nine people were killed when a rocket hit a bakery in Aleppo on Friday.",
    "The ministry said 12 soldiers and three nurses had been wounded.",
    "Rebels claimed that 30-40 “fighters” died in the raid near Taiz.",
    "More than 200 families fled the town of Mocha, according to aid workers.",
    "There were casualties, including children, a medic said.",
    "The army denied that any civilians had been killed.",
    "Up to 15 miners are missing under the rubble.",
    "Dozens were injured, two of them seriously.",
    "Gunmen abducted six teachers from a village outside Maiduguri at dawn.",
    "A drone reportedly struck a convoy carrying about 40 pilgrims.",
    "The governor, Ana Reyes, vowed to punish the attackers.",
    "Two men and a woman were shot dead; half of the wounded were children.",
    "Video posted online showed a crater beside the Al-Noor school.",
    "No one was hurt.",
    "Police arrested seven suspects on 3 May 2021.",
    "The Northern Brigade pledged allegiance to the Council last year.",
    "It was retaliation for the killing of 5 farmers in December.",
    "In 2014 a similar attack killed 60.",
    "ROCKET HITS BAKERY",
    "“We hit our targets,” the air force said in a statement.",
)
JOINTS = (" ", " ", "\n\n", "\r\n\r\n", "\n", "\u00a0")


@st.composite
def stories(draw: st.DrawFn) -> str:
    """A few sentences of a report, with odd characters put in anywhere."""
    text = ""
    for sentence in draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5)):
        text += sentence + draw(st.sampled_from(JOINTS))
    for odd in draw(st.lists(strategies.odd, max_size=6)):
        spot = draw(st.integers(0, len(text)))
        text = text[:spot] + odd + text[spot:]
    return text


@settings(max_examples=200 if SLOW else 30)
@given(stories())
def test_the_laws_hold_for_a_generated_report(text: str) -> None:
    assert laws.find_faults(read_afresh(text, PUBLISHED), text) == []


@settings(max_examples=100 if SLOW else 15)
@given(strategies.texts)
def test_the_laws_hold_for_any_characters(text: str) -> None:
    assert laws.find_faults(read_afresh(text, PUBLISHED), text) == []


@settings(max_examples=60 if SLOW else 8)
@given(stories())
def test_the_same_report_gives_the_same_bytes(text: str) -> None:
    assert codec.canonical(read_afresh(text, PUBLISHED)) == codec.canonical(read_afresh(text, PUBLISHED))


class Bundled(NamedTuple):
    id: str
    text: str
    published: date | None


@cache
def bundled() -> tuple[Bundled, ...]:
    """All texts of the corpora, or a sample that is the same each time."""
    lines = (line for path in sorted(SHARED.glob("bench/**/*.jsonl")) for line in _lines(path))
    every = [Bundled(each["id"], each["text"], _day(each.get("published"))) for each in lines]
    return tuple(every if SLOW else Random(2015).sample(every, min(SAMPLE, len(every))))  # noqa: S311 - no secret


def _lines(path: Any) -> Iterator[dict[str, Any]]:
    return (json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip())


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text and len(text) >= len("2020-01-01") else None


@cache
def breaches() -> tuple[tuple[str, str, str], ...]:
    """Law, text and fault, of texts that are read once each: their records together would fill the memory."""
    return tuple(
        (law.__name__, each.id, fault)
        for each in bundled()
        for record in (read_afresh(each.text, each.published),)
        for law in laws.LAWS
        for fault in law(record, each.text)
    )


@pytest.mark.skipif(not (SHARED / "bench").is_dir(), reason="the corpora are not beside the repository")
@pytest.mark.parametrize("law", laws.LAWS, ids=lambda law: law.__name__)
def test_a_law_holds_for_all_texts_at_hand(law: laws.Law) -> None:
    assert [(text, fault) for name, text, fault in breaches() if name == law.__name__] == []


NOT_EVENTS = (
    "The army will bomb the port of Aden next week.",
    "The general threatened to shell Taiz.",
    "If rebels attack the town, hundreds could be killed.",
    "The drill simulates an attack that kills 20 people in Mosul.",
    "The government plans to strike camps near Gao.",
    "The mayor urged the army to bomb the camp.",
    "In 1998 a bomb killed 29 people in Omagh.",
    "Police foiled an attack on a market in Basra.",
    "The town marked the anniversary of the massacre of 400 villagers in 1994.",
    "The film tells of a raid that killed ten soldiers.",
    "Militants often attack buses on this road.",
)


@pytest.mark.parametrize("text", NOT_EVENTS)
def test_what_did_not_happen_now_makes_no_happening(text: str) -> None:
    record = record_of(text, PUBLISHED)
    happened = [each for each in record["happenings"] if each["modality"] in {"happened", "ongoing"}]
    current = [each for each in happened if each["rank"] != "background"]
    assert current == []


CASUALTIES = (
    "There were 14 casualties after the blast in Quetta.",
    "Civilian casualties were reported in Idlib.",
    "The shelling of Sloviansk caused casualties among residents.",
    "Heavy casualties, including women, were feared in the collapse of the barracks after the strike.",
)


@pytest.mark.parametrize("text", CASUALTIES)
def test_casualties_fill_neither_killed_nor_injured(text: str) -> None:
    fields = {claim["field"] for claim in record_of(text, PUBLISHED)["claims"]}
    assert "killed_or_injured" in fields
    assert not {"killed", "injured"} & fields


def test_a_denial_is_a_zero_and_silence_is_none() -> None:
    denied = record_of("The army said no civilians were killed in the raid.", PUBLISHED)["claims"]
    assert [(c["value"]["number"], c["value"]["expression"]) for c in denied if c["field"] == "killed"] == [(0, "none")]
    silent = record_of("Jets bombed a depot in Sanaa on Sunday.", PUBLISHED)["claims"]
    assert not {claim["field"] for claim in silent} & set(laws.HARMS)


REPORT = (
    "Shelling killed at least 11 people in the town of Debaltseve on Tuesday, the mayor said.\n\n"
    "Rebels claimed that 20 soldiers had died. The army denied it. Three medics were wounded."
)
UNRELATED = (
    "The library will open an hour later from September.",
    "Tickets for the concert are sold at the door.",
    "Apples were cheaper than pears this autumn.",
)


def core(record: laws.Json) -> list[str]:
    """What a reader takes from each claim, without what hangs on the report's id."""
    keys = ("field", "quote", "start", "end", "mode", "modality", "standing")
    taken = []
    for claim in record["claims"]:
        value = {key: item for key, item in claim["value"].items() if key not in {"subset_of", "to"}}
        voices = [[voice["name"], voice["start"]] for voice in claim["said_by"]]
        taken.append(json.dumps([[claim[key] for key in keys], value, voices], sort_keys=True))
    return taken


@pytest.mark.parametrize("sentence", UNRELATED)
def test_an_unrelated_sentence_changes_no_claim(sentence: str) -> None:
    before, after = core(record_of(REPORT, PUBLISHED)), core(record_of(f"{REPORT}\n\n{sentence}", PUBLISHED))
    assert before
    assert [each for each in before if each not in after] == []


@settings(max_examples=20 if SLOW else 5)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4, unique=True), st.sampled_from(UNRELATED))
def test_unrelated_words_change_no_claim_of_a_generated_report(sentences: list[str], unrelated: str) -> None:
    text = " ".join(sentences)
    before, after = core(record_of(text, PUBLISHED)), core(record_of(f"{text}\n\n{unrelated}", PUBLISHED))
    assert [each for each in before if each not in after] == []


FIGURES = (
    ("{} people were killed", "12", (12, 12, "exact", 12, 12, False)),
    ("at least {} people were killed", "12", (12, None, "at_least", 12, 12, True)),
    ("more than {} people were killed", "50", (50, None, "more_than", 51, 51, True)),
    ("{} people were killed", "40-50", (40, 50, "range", 40, 50, False)),
    ("between 40 and {} people were killed", "50", (40, 50, "range", 40, 50, False)),
    ("about {} people were killed", "20", (20, 20, "about", 18, 22, False)),
    ("nearly {} people were killed", "20", (20, 20, "nearly", 18, 19, False)),
    ("up to {} people were killed", "12", (None, 12, "up_to", 1, 12, False)),
    ("{} people were killed", "dozens of", (None, None, "dozens", 12, 24, False)),
    ("{} people were killed", "scores of", (None, None, "scores", 20, 40, False)),
    ("{} people were killed", "several", (None, None, "several", 2, 2, True)),
    ("{} people were killed", "two dozen", (24, 24, "exact", 24, 24, False)),
    ("{} were killed", "civilians", (None, None, "plural", 2, 2, True)),
)


@pytest.mark.parametrize(("frame", "words", "due"), FIGURES, ids=str)
def test_a_figure_keeps_what_the_words_say(frame: str, words: str, due: tuple[Any, ...]) -> None:
    phrase = frame.format(words)
    record = record_of(f"{phrase[0].upper()}{phrase[1:]} in an air strike on Raqqa on Sunday.", PUBLISHED)
    keys = ("number", "number_high", "expression", "low", "high", "open_high")
    found = [tuple(c["value"][key] for key in keys) for c in record["claims"] if c["field"] == "killed"]
    assert found == [due]
