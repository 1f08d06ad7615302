"""The short ways of tagging and parsing say what spaCy's own pipeline says, to the word."""

import numpy as np
import pytest
import spacy

from everyclaim.read.engines.english import annotate, pipeline
from everyclaim.read.engines.vectors import find_vectors, take_vectors

TEXTS = (
    "Gunmen killed four herders near the river on Monday, said a nurse who had treated two others.",
    "No one has claimed the attack.",
    "",
    (
        "The ministry, whose spokesman blamed rebels, said its aircraft had not been flying that night; \n villagers "
        "showed reporters fragments of a bomb and the graves of those whom they had buried at dawn."
    ),
)


def docs() -> list[spacy.tokens.Doc]:
    model, _ = pipeline()
    return [model.make_doc(text) for text in TEXTS]


def test_vectors_are_those_of_spacys_layers_up_to_rounding() -> None:
    model, _ = pipeline()
    taken = take_vectors(model)
    assert taken is not None
    for ours, theirs in zip(find_vectors(taken, docs()), model.get_pipe("tok2vec").predict(docs()), strict=True):
        assert np.allclose(ours, theirs, atol=1e-5)


def test_a_word_met_before_has_the_vector_that_it_had() -> None:
    model, _ = pipeline()
    taken = take_vectors(model)
    assert taken is not None
    first, again = find_vectors(taken, docs()), find_vectors(taken, docs())
    assert all(np.array_equal(one, two) for one, two in zip(first, again, strict=True))


def test_tags_and_trees_are_spacys() -> None:
    model, _ = pipeline()
    for ours, theirs in zip(annotate(model, docs()), model.pipe(docs()), strict=True):
        assert [(t.tag_, t.dep_, t.head.i, t.is_sent_start) for t in ours] == [
            (t.tag_, t.dep_, t.head.i, t.is_sent_start) for t in theirs
        ]


def test_a_pipeline_without_such_layers_is_left_to_spacy() -> None:
    assert take_vectors(spacy.blank("en")) is None


@pytest.mark.parametrize("given", [[], [""]])
def test_nothing_to_parse_is_no_fault(given: list[str]) -> None:
    model, _ = pipeline()
    assert [len(doc) for doc in annotate(model, [model.make_doc(text) for text in given])] == [0] * len(given)
