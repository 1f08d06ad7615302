"""Every word of every list is found in its own sentence, false friends are not; and how the finder chooses."""

import time

import pytest

from everyclaim.lexicon.words import Entry, entries, find, names


def sentences(entry: Entry) -> list[tuple[str, str]]:
    """The entry's test with each of its words put in; one sentence for all words where it has no place for them."""
    if "{}" not in entry.test:
        return [(entry.words[0], entry.test)]
    return [(word, entry.test.replace("{}", _spoken(word))) for word in entry.words]


def _spoken(word: str) -> str:
    return " ".join("the crew" if part == "..." else part.split("/")[0] for part in word.split())


@pytest.mark.parametrize("name", names())
def test_every_word_is_found_in_its_own_sentence(name: str) -> None:
    lost = [
        sentence
        for entry in entries(name)
        if not entry.never
        for word, sentence in sentences(entry)
        if not any(hit.entry is entry and ("{}" not in entry.test or hit.word == word) for hit in find(name, sentence))
    ]
    assert lost == []


@pytest.mark.parametrize("name", names())
def test_a_false_friend_is_not_found(name: str) -> None:
    found = [
        (sentence, hit)
        for entry in entries(name)
        if entry.never
        for _, sentence in sentences(entry)
        for hit in find(name, sentence)
        if hit.entry.category == entry.category
    ]
    assert found == []


@pytest.mark.parametrize("name", names())
def test_no_word_stands_twice_under_one_part_of_speech(name: str) -> None:
    seen = [(word, entry.pos, entry.never) for entry in entries(name) for word in entry.words]
    assert sorted({each for each in seen if seen.count(each) > 1}) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("An airstrike, an air strike and two air-strikes.", ["airstrike", "air strike", "air-strikes"]),
        ("They SHELLED it.", ["SHELLED"]),
        ("He was shot and later blew himself up.", ["shot", "blew himself up"]),
        ("They took two of the guards hostage.", ["took two of the guards hostage"]),
        ("They took two hours; later a hostage spoke.", ["hostage"]),
        ("The air raid siren sounded.", []),
    ],
)
def test_the_finder_knows_forms_variants_and_gaps(text: str, words: list[str]) -> None:
    assert list(dict.fromkeys(text[hit.start : hit.end] for hit in find("acts", text))) == words


def test_a_past_form_says_that_it_is_one() -> None:
    [hit] = [each for each in find("acts", "Rebels overran it.") if each.entry.pos == "verb"]
    assert hit.forms == {"past"}


def test_a_list_that_does_not_exist_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="There is no word list"):
        find("nothing", "text")


@pytest.mark.parametrize("name", names())
def test_a_report_is_searched_in_five_milliseconds(name: str) -> None:
    text = "The warplanes struck a house in the old town at dawn, killing at least seven people, witnesses said. " * 30
    find(name, text)
    started = time.perf_counter()
    find(name, text + " ")
    assert time.perf_counter() - started < 0.05  # ten times the aim: machines that test are busy
