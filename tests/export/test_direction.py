"""Directions: by most of the letters, whatever stands first; without letters, that of what the words stand in."""

import pytest

from everyclaim.export.direction import Direction, direction, direction_of


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Shells fell on Durazno.", "ltr"),
        ("قتل تسعة مدنيين", "rtl"),
        ("BBC: نفى الجيش أن يكون أي مدني قد قتل", "rtl"),
        ("The paper الأخبار said so.", "ltr"),
        ("תשעה אזרחים נהרגו", "rtl"),
        ("Унаслідок обстрілу", "ltr"),
        ("13.5.2019", "auto"),
        ("", "auto"),
    ],
)
def test_words_run_as_most_of_their_letters_do(words: str, found: Direction) -> None:
    assert direction(words) == found


def test_what_has_no_letters_runs_as_what_it_stands_in() -> None:
    assert direction("13–14", "rtl") == "rtl"
    assert direction_of(["13", " – 14"], "rtl") == "rtl"
    assert direction_of(["قتل ", "9"], "ltr") == "rtl"
