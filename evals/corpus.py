"""The corpora: where they lie, their lines, and the record of a line as the product reads it, each read once a run."""

import json
import time
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from everyclaim import codec, flow
from everyclaim.model import Report
from everyclaim.settings import from_environment

Json = dict[str, Any]

BENCH = Path(__file__).parents[2] / "shared" / "bench"
"""Texts that may be measured on and not passed on; they lie beside the repository, or nowhere."""

OWN = Path(__file__).with_name("own")
"""Invented reports with their answers, one file a subject: written before any of them was read by the product."""

_CLOCK = {"characters": 0.0, "seconds": 0.0}


def iter_lines(path: Path) -> Iterator[Json]:
    """Stream the objects of a JSON Lines file, or of all in a folder; other line marks than LF stand inside texts."""
    if path.is_dir():
        for each in sorted(path.glob("*.jsonl")):
            yield from iter_lines(each)
        return
    with path.open(encoding="utf-8", newline="\n") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def record_of(line: Json) -> Json:
    """The record of one line's text, with what the line says of its title and day of publication."""
    return _record(line["text"], line.get("title"), line.get("published"))


def characters_a_second() -> float:
    """How fast this process has read so far, without loading the parser."""
    return _CLOCK["characters"] / _CLOCK["seconds"] if _CLOCK["seconds"] else 0.0


@cache
def _record(text: str, title: str | None, published: str | None) -> Json:
    _warm()
    original = codec.sha256(text.encode("utf-8", "surrogatepass"))
    day = date.fromisoformat(published[:10]) if published else None
    report = Report(codec.report_id(original, None, None, day), original, text, title=title, published=day)
    started = time.perf_counter()
    record = flow.read_report(report).record
    _CLOCK["seconds"] += time.perf_counter() - started
    _CLOCK["characters"] += len(text)
    return record


@cache
def _warm() -> None:
    """Load parser, lexicons and gazetteer before the clock starts."""
    flow.configure(from_environment())
    flow.read_report(Report("warm", "", "Two people were killed in Kyiv on Monday, the mayor said."))
