"""Search: any script, signs, words in a row, beginnings; every hit stands where its report says the words."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from tests import strategies
from tests.casebook.cases import made, parts

from everyclaim.casebook import Hit, open_view
from everyclaim.casebook.search import iter_words, parse_query

TEXT = (
    "The mayor of Al-Qubbah wept. قالت مُحَافِظة درنة إن القصف قتل ثلاثة 🕊️ on the Río Alto bridge; "
    "O’Hara's family fled. 12,000 people left."
)


def find(tmp_path: Path, query: str, text: str = TEXT) -> list[str]:
    folder = made(tmp_path / "case", parts(text))
    with open_view(folder) as view:
        return [text[start:end] for hit in view.search(query) for start, end in hit.places]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("MAYOR", ["mayor"]),
        ("rio alto", ["Río", "Alto"]),
        ("محافظه", ["مُحَافِظة"]),
        ("ان القصف", ["إن", "القصف"]),
        ("🕊", ["🕊"]),
        ('"al-qubbah wept"', ["Al-Qubbah wept"]),
        ("fam*", ["family"]),
        ("bridge mayor", ["mayor", "bridge"]),
        ("bridge tunnel", []),
        ('"qubbah mayor"', []),
        ("000", ["000"]),
    ],
)
def test_words_are_found_where_they_stand(tmp_path: Path, query: str, found: list[str]) -> None:
    assert find(tmp_path, query) == found


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("الاحد", "وقع القصف يوم الأحد", ["الأحد"]),
        ("مستشفي", "قُصف المستشفى و مُسْتَشْفَى آخر", ["مُسْتَشْفَى"]),
        ("ХАРКІВ", "Обстріл міста Харків тривав", ["Харків"]),
        ("харьков", "Обстрел: ХАРЬКОВ, утро", ["ХАРЬКОВ"]),
        ("еще", "Ещё двое погибли", ["Ещё"]),
        ("nino", "Murió un niño; MURIÓ otra NIÑA", ["niño"]),
        ("ecole", "L’École a été touchée", ["École"]),
        ("אזרחים", "תשעה אֶזְרָחִים נהרגו", ["אֶזְרָחִים"]),
        ("市场", "杜拉斯诺市场遭到炮击", ["市场"]),
        ("空爆", "病院への空爆で死者", ["空爆"]),
        ("အရပ်သား", "အရပ်သားကိုးဦးသေဆုံးခဲ့သည်", ["အရပ်သား"]),
        ("ตลาด", "กระสุนตกในตลาดเมื่อวันจันทร์", ["ตลาด"]),
        ("नागरिक", "हमले में नौ नागरिक मारे गए", ["नागरिक"]),
    ],
)
def test_words_of_every_script_are_found_however_they_are_spelt(
    tmp_path: Path, query: str, text: str, found: list[str]
) -> None:
    assert find(tmp_path, query, text) == found


def test_vowel_signs_that_nobody_leaves_out_tell_words_apart(tmp_path: Path) -> None:
    assert find(tmp_path, "ကု", "ကို ကူ") == []


@pytest.mark.parametrize("query", ["", "  ", "...", '""', "*"])
def test_a_search_without_words_is_a_callers_mistake(query: str) -> None:
    with pytest.raises(ValueError, match="There is no word"):
        parse_query(query)


def test_the_title_is_searched_too(tmp_path: Path) -> None:
    folder = made(tmp_path / "case", parts(title="Orchard shelled"))
    with open_view(folder) as view:
        (hit,) = view.search("orchard")
    assert hit.places == ()
    assert hit.snippet.startswith("Two shells")


def test_a_snippet_is_the_reports_own_words(tmp_path: Path) -> None:
    text = "word " * 100 + "needle " + "word " * 100
    folder = made(tmp_path / "case", parts(text))
    with open_view(folder) as view:
        (hit,) = view.search("needle")
    assert hit.snippet == text[hit.snippet_start : hit.snippet_start + len(hit.snippet)]
    assert "needle" in hit.snippet
    assert len(hit.snippet) < 200


def test_hits_come_in_one_order_whatever_came_first(tmp_path: Path) -> None:
    reports = [parts(f"The bridge fell, bridge {number}.") for number in range(5)]

    def hits(name: str, order: list[int]) -> tuple[Hit, ...]:
        with open_view(made(tmp_path / name, *(reports[each] for each in order))) as view:
            return view.search("bridge")

    assert hits("a", [0, 1, 2, 3, 4]) == hits("b", [3, 1, 4, 0, 2])


@given(strategies.texts)
def test_every_word_is_its_own_place_in_the_text(text: str) -> None:
    words = list(iter_words(text))
    assert all(0 <= word.start < word.end <= len(text) for word in words)
    assert all(left.end <= right.start for left, right in pairwise(words))
    for word in words:
        assert word.form in {each.form for each in iter_words(text[word.start : word.end])}
