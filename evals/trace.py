"""`python -m evals.trace ID`: one report with all that was read in it, and what was coded beside it.

All progress comes from reading such traces. Read those of odd-numbered reports; the even ones are held out.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from evals.corpus import BENCH, prepare
from everyclaim.bench.adapters import incidents
from everyclaim.bench.corpus import iter_lines, record_of
from everyclaim.codec import Json

FILE = "incidents/single.jsonl"


def main() -> int:
    """Print the traces asked for."""
    options = argparse.ArgumentParser(prog="python -m evals.trace", description=__doc__)
    options.add_argument("id", nargs="+")
    options.add_argument("--bench", type=Path, default=BENCH)
    options.add_argument("--file", default=FILE, help="corpus file inside the folder")
    options.add_argument("--no-text", action="store_true")
    given = options.parse_args()
    prepare()
    found = 0
    for line in iter_lines(given.bench / given.file):
        if line["id"] in given.id:
            found += 1
            if not given.no_text:
                print(line["text"], "")
            print(*trace(line), sep="\n")
    if not found:
        print(f"No report {', '.join(given.id)} in {given.file}.", file=sys.stderr)
    return 0 if found else 2


def trace(line: Json) -> Iterator[str]:
    """What was read in a report, what is sent to the scorer, and what was coded."""
    record = record_of(line)
    yield f"== {line['id']} {line.get('title') or ''} ({line.get('published')})"
    yield from _read(record)
    yield "-- sent"
    for sent in incidents.predict(line)["incidents"]:
        days = f"{sent['date_start']}..{sent['date_end']}"
        yield f"  {sent['type']} {days} {_short(sent['place'])} {_short(sent['perpetrators'])}"
        yield from (f"    {_figure(each)}" for each in sent["claims"])
    yield "-- coded"
    gold = line["gold"]
    for due in gold.get("incidents", []):
        kinds = "/".join([due["type"], *due.get("type_ok", [])])
        yield f"  {kinds} {_short(due['date'])} {_short(due['place'])} {_short(due['perpetrators'])}"
        yield from (f"    {_figure(each)}{' optional' if each.get('optional') else ''}" for each in due["claims"])
    yield from (f"  trap: {_short(each)}" for each in gold.get("traps", []))
    if "incidents" not in gold:
        yield f"  {_short(gold)}"


def _read(record: Json) -> Iterator[str]:
    for each in record["happenings"]:
        shown = [
            (each[name] or {}).get(key) for name, key in (("type", "value"), ("when", "earliest"), ("where", "name"))
        ]
        yield f"-- {each['id']} {each['rank']} {each['modality']} {' | '.join(str(value) for value in shown)}"
        yield from (_claim(claim) for claim in record["claims"] if each["id"] == next(iter(claim["about"]), None))
    yield "-- about no happening"
    yield from (_claim(claim) for claim in record["claims"] if not claim["about"])
    yield from (f"  evidence {each['kind']} {each['seen']}: {each['words']!r}" for each in record["evidence"])
    yield from (f"  trouble {each['kind']}: {each['words']!r}" for each in record["troubles"])


def _claim(claim: Json) -> str:
    value = {key: item for key, item in claim["value"].items() if item not in (None, [], "unspecified", False)}
    value = {
        key: item for key, item in value.items() if key not in ("gazetteer", "rivals", "point_precision", "admin1")
    }
    voices = ", ".join(voice["name"] for voice in claim["said_by"]) or "-"
    stand = " ".join(
        word for word in (claim["mode"], claim["modality"], claim["standing"]) if word not in ("happened", "asserted")
    )
    how = f"[{voices}; {stand}; {claim['confidence']:.2f} {claim['why']}]"
    return f"  {claim['field']:13} {_short(value)} {how} {claim['quote']!r}"


def _figure(claim: Json) -> str:
    number = f"{claim.get('min', claim.get('vague'))}-{claim.get('max')}"
    told = f"{claim['status']} {claim['stance']} by {claim['attributed_to']}"
    return f"{claim['kind']} {number} {told} {claim.get('quote')!r}"


def _short(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace('"', "")


if __name__ == "__main__":
    sys.exit(main())
