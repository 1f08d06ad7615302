"""Our words say what spaCy's own say of the same parse: heads, edges, subtrees, sentences, roots of phrases."""

import pytest
import spacy

from everyclaim.read.engines.english import parse, pipeline
from everyclaim.read.tokens import Doc, Phrase

TEXTS = (
    "Twelve people, many of them women who had fled the fighting, were killed when a shell hit a school, he said.",
    'The army denied it. "We hit nobody," a colonel told reporters, adding that "what they say" was false.',
    "What the rebels, whom the ministry had blamed, did was shoot the two young men dead and burn what they owned.",
)


@pytest.fixture(params=TEXTS)
def both(request: pytest.FixtureRequest) -> tuple[Doc, spacy.tokens.Doc]:
    model, _ = pipeline()
    return parse(request.param), model(request.param)


def numbers(tokens: object) -> list[int]:
    assert hasattr(tokens, "__iter__")
    return [token.i for token in tokens]


def test_each_word_hangs_where_spacy_hangs_it(both: tuple[Doc, spacy.tokens.Doc]) -> None:
    ours, theirs = both
    for mine, other in zip(ours, theirs, strict=True):
        assert (mine.text, mine.idx, mine.tag_, mine.dep_) == (other.text, other.idx, other.tag_, other.dep_)
        assert (mine.head.i, mine.left_edge.i, mine.right_edge.i) == (
            other.head.i,
            other.left_edge.i,
            other.right_edge.i,
        )
        assert (mine.is_space, mine.is_punct, mine.lower_) == (other.is_space, other.is_punct, other.lower_)
        for name in ("children", "lefts", "rights", "subtree", "ancestors", "sent"):
            assert numbers(getattr(mine, name)) == numbers(getattr(other, name))


def test_phrases_have_spacys_roots_and_bounds(both: tuple[Doc, spacy.tokens.Doc]) -> None:
    ours, theirs = both
    for start in range(len(ours)):
        for end in range(start + 1, len(ours) + 1):
            mine, other = ours[start:end], theirs[start:end]
            assert mine.root.i == other.root.i
            assert (mine.start_char, mine.end_char, mine.text) == (other.start_char, other.end_char, other.text)


def test_a_word_has_no_neighbour_beyond_the_text() -> None:
    doc = parse("Two men died.")
    with pytest.raises(IndexError):
        doc[0].nbor(-1)
    assert doc[0].nbor(2).text == "died"


def test_an_empty_text_has_no_words() -> None:
    assert (len(parse("")), list(parse("")), Phrase(parse(""), 0, 0).start_char) == (0, [], 0)
