"""Reading as the product does it, for proofs and evals: a text in, its record out."""

from datetime import date
from functools import lru_cache
from importlib import import_module
from pathlib import Path

from everyclaim import codec
from everyclaim.model import Report
from everyclaim.read.run import Ground, Options, Reading, read

SHARED = Path(__file__).parents[2] / "shared"
"""Texts that may be measured on and not passed on; what needs them is skipped where they are absent."""


@lru_cache
def grounding() -> Ground:
    found: Ground = getattr(import_module("everyclaim.ground"), "ground", Options().ground)
    return found


def report_of(text: str, published: date | None = None, title: str | None = None) -> Report:
    original = codec.sha256(text.encode("utf-8", "surrogatepass"))
    return Report(codec.report_id(original, None, None, published), original, text, title=title, published=published)


def reading_of(report: Report) -> Reading:
    return read(report, Options(ground=grounding()))


def read_afresh(text: str, published: date | None = None, title: str | None = None) -> codec.Json:
    report = report_of(text, published, title)
    found = reading_of(report)
    return codec.record(codec.RecordParts(report, "proofs", *found))


record_of = lru_cache(maxsize=4096)(read_afresh)
"""The same, each text read once. What it returns is shared: do not change it."""
