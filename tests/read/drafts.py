"""Drafts of small texts for the tests of reading: one step and what it needs, run without grounding."""

from datetime import date

from everyclaim.model import Report
from everyclaim.read.draft import Draft
from everyclaim.read.run import Options, run


def draft_of(text: str, until: str, published: date | None = date(2015, 2, 16)) -> Draft:
    return run(Report("r", "sha256:0", text, published=published), Options(until=until))
