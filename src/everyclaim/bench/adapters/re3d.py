"""Organisations, persons, places and times found: our mentions in the form that the corpus' scorer asks for."""

from collections.abc import Iterator

from everyclaim.bench.adapters.re3d_phrases import Phrase, phrases
from everyclaim.bench.corpus import report_of
from everyclaim.codec import Json
from everyclaim.ground import ground
from everyclaim.read.run import Options, run
from everyclaim.text.calendar import find_times


def predict(line: Json) -> Json:
    """Read one document's entities.

    Args:
        line: a document of the corpus, with `id` and `text`.

    Returns:
        The prediction: `id` and `entities` with offsets and types.
    """
    draft = run(report_of(line), Options(ground=ground, until="events"))
    found = [*phrases(draft), *_times(draft.text)]
    return {"id": line["id"], "entities": [each._asdict() for each in found]}


def _times(text: str) -> Iterator[Phrase]:
    """Time expressions, also those that no day of publication resolves; lengths of time are none."""
    yield from (Phrase(each.start, each.end, "Temporal") for each in find_times(text, None) if each.length is None)
