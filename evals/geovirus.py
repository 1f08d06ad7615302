"""Place names found and put on the map: our mentions in the form that the corpus' scorer asks for.

python evals/geovirus.py ../shared/bench/geovirus.jsonl > predicted.jsonl
"""

import json
import sys
from pathlib import Path
from typing import Any

from everyclaim.codec import report_id, sha256
from everyclaim.ground.places import ground_places
from everyclaim.model import Place, Report
from everyclaim.read.run import Options, run


def predict(line: dict[str, Any]) -> dict[str, Any]:
    """Read one document's places.

    Args:
        line: a document of the corpus, with `id` and `text`.

    Returns:
        The prediction: `id` and `toponyms` with offsets and points.
    """
    text = line["text"]
    original = sha256(text.encode())
    report = Report(report_id(original, None, line["id"], None), original, text, title=line.get("title"))
    draft = run(report, Options(ground=ground_places, until="places"))
    found = [m for m in draft.found(Place) if not m.meaning.name.startswith("between ")]
    return {
        "id": line["id"],
        "toponyms": [
            {"start": m.span.start, "end": m.span.end, "lat": m.meaning.lat, "lon": m.meaning.lon} for m in found
        ],
    }


if __name__ == "__main__":
    for each in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        sys.stdout.write(json.dumps(predict(json.loads(each)), ensure_ascii=False) + "\n")
