"""Place names found and put on the map: our mentions in the form that the corpus' scorer asks for."""

from everyclaim.bench.corpus import report_of
from everyclaim.codec import Json
from everyclaim.ground.places import ground_places
from everyclaim.model import Place
from everyclaim.read.run import Options, run


def predict(line: Json) -> Json:
    """Read one document's places.

    Args:
        line: a document of the corpus, with `id` and `text`.

    Returns:
        The prediction: `id` and `toponyms` with offsets and points.
    """
    draft = run(report_of(line), Options(ground=ground_places, until="places"))
    found = [m for m in draft.found(Place) if not m.meaning.name.startswith("between ")]
    return {
        "id": line["id"],
        "toponyms": [
            {"start": m.span.start, "end": m.span.end, "lat": m.meaning.lat, "lon": m.meaning.lon} for m in found
        ],
    }
