"""Reading as the product does it, for proofs: a text in, its record out."""

from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from everyclaim import codec, flow
from everyclaim.model import Report
from everyclaim.settings import from_environment

SHARED = Path(__file__).parents[2] / "shared"
"""Texts that may be measured on and not passed on; what needs them is skipped where they are absent."""


@cache
def configure() -> None:
    """Read with the gazetteer that the environment names."""
    flow.configure(from_environment())


def report_of(text: str, published: date | None = None, title: str | None = None) -> Report:
    original = codec.sha256(text.encode("utf-8", "surrogatepass"))
    return Report(codec.report_id(original, None, None, published), original, text, title=title, published=published)


def read_afresh(text: str, published: date | None = None, title: str | None = None) -> codec.Json:
    configure()
    return flow.read_report(report_of(text, published, title)).record


record_of = lru_cache(maxsize=4096)(read_afresh)
"""The same, each text read once. What it returns is shared: do not change it."""
