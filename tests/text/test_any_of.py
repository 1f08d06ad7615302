"""A tree of letters finds what its words, the longest first, find."""

import re

from hypothesis import given
from hypothesis import strategies as st

from everyclaim.text.any_of import any_of

WORDS = st.lists(st.text("abx -.", min_size=1, max_size=5), min_size=1, max_size=8)


@given(WORDS, st.text("abxA -.", max_size=30))
def test_it_finds_what_the_words_find(words: list[str], text: str) -> None:
    joined = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    for after in ("", r"(?![\w-])"):
        one, other = (re.compile(rf"{each}{after}") for each in (any_of(words), f"(?:{joined})"))
        assert [found.span() for found in one.finditer(text)] == [found.span() for found in other.finditer(text)]


def test_what_words_share_is_written_once() -> None:
    assert any_of(["army", "armies", "arm"]) == "(?:arm(?:y|ies)?)"
