"""Many reports, many incidents: `python -m evals.multi [--bench FOLDER] [--show] [--fail]`.

Reads every report, matches their happenings, assesses the incidents, and has the folder's own scorer compare the groups
of reports (by their main happenings) and the span of the dead. Floor of the issue: B-cubed F1 .85; every report alone
gives .651.
"""

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from evals.corpus import BENCH, prepare
from everyclaim import codec, ground
from everyclaim.assess import assess, policies, register_of
from everyclaim.bench.corpus import iter_lines
from everyclaim.codec import Json
from everyclaim.match import Join, Matching, Refusal, Told, match
from everyclaim.model import Incident, Report, Source
from everyclaim.read import Options, read

FLOOR = 0.85
"""B-cubed F1 that the groups must reach; lowering it takes a reason in the commit that does it."""

_MEASURE = re.compile(r"^h B-cubed F1 +(\d\.\d+)", re.MULTILINE)


def told_of(line: Json) -> Told:
    """One line, read."""
    day = date.fromisoformat(line["published"][:10]) if line.get("published") else None
    original = codec.sha256(line["text"].encode("utf-8", "surrogatepass"))
    report = Report(
        codec.report_id(original, None, line["id"], day),
        original,
        line["text"],
        path=line["id"],
        title=line.get("title"),
        published=day,
        publisher=Source(line["source"]) if line.get("source") else None,
    )
    reading = read(report, Options(getattr(ground, "ground", Options().ground)))
    return Told(report, reading.happenings, reading.claims)


def groups_of(matching: Matching, told: Sequence[Told]) -> list[tuple[Incident | None, list[str]]]:
    """Reports by the incident of their main happening; the others alone."""
    path = {each.report.id: str(each.report.path) for each in told}
    main = {(one.report, one.id) for each in told for one in each.happenings if one.rank == "main"}
    left = set(path)
    groups: list[tuple[Incident | None, list[str]]] = []
    for incident in matching.incidents:
        members = {report for report, happening in incident.happenings if (report, happening) in main} & left
        left -= members
        if members:
            groups.append((incident, sorted(path[each] for each in members)))
    return groups + [(None, [path[each]]) for each in sorted(left)]


def predict(told: Sequence[Told]) -> Json:
    """Clusters and spans of the dead, as the scorer reads them."""
    matching = match(told)
    register = register_of(told, ())
    policy = policies()[0]
    groups = groups_of(matching, told)
    ranges: Json = {}
    for at, (incident, _members) in enumerate(groups):
        made = assess(incident, told, register, policy) if incident is not None else None
        for row in made.harm if made is not None else ():
            if (row.kind, row.status, row.group, row.side) == ("killed", "all", None, None):
                ranges[str(at)] = {"min": row.said_low, "max": row.said_high}
    return {"clusters": [members for _, members in groups], "ranges": ranges}


def shown(told: Sequence[Told]) -> Iterator[str]:
    """Joins and refusals with their reasons, for reading errors."""
    matching = match(told)
    path = {each.report.id: str(each.report.path) for each in told}
    pairs: list[Join | Refusal] = [*matching.joins, *matching.refusals]
    for each in sorted(pairs, key=lambda pair: -pair.score):
        names = f"{path[each.left[0]]}#{each.left[1]} {path[each.right[0]]}#{each.right[1]}"
        reasons = " ".join(f"[{reason.score:+.2f}] {reason.text}" for reason in each.reasons)
        yield f"{type(each).__name__:8}{each.score:6.2f} {names} {reasons}"


def main() -> int:
    """Print the scorer's table."""
    options = argparse.ArgumentParser(prog="python -m evals.multi", description=__doc__)
    options.add_argument("--bench", type=Path, default=BENCH, help="folder of the corpora")
    options.add_argument("--fail", action="store_true", help="exit with 1 under the floor")
    options.add_argument("--show", action="store_true", help="print every pair with its reasons")
    given = options.parse_args()
    folder = given.bench / "incidents"
    if not (folder / "multi.jsonl").is_file():
        print(f"No reports at {folder}; nothing measured.")
        return 0
    prepare()
    told = [told_of(line) for line in iter_lines(folder / "multi.jsonl")]
    if given.show:
        print(*shown(told), sep="\n")
    printed = score(folder, predict(told))
    print(printed)
    found = _MEASURE.search(printed)
    return int(given.fail and (found is None or float(found[1]) < FLOOR))


def score(folder: Path, predicted: Json) -> str:
    """What the folder's own scorer prints."""
    with TemporaryDirectory() as place:
        path = Path(place) / "clusters.json"
        path.write_text(json.dumps(predicted), encoding="utf-8")
        arguments = ["--gold", str(folder / "multi.jsonl"), "--clusters", str(path), "-v"]
        done = subprocess.run(  # noqa: S603 the corpus' own program
            [sys.executable, str(folder / "score.py"), *arguments], capture_output=True, text=True, check=True
        )
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
