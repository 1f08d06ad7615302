"""Where the corpora lie for those who work on the reading, and what every program here does first."""

from dataclasses import replace
from pathlib import Path

from everyclaim import flow
from everyclaim.bench.corpus import warm
from everyclaim.bench.table import EVALS
from everyclaim.settings import from_environment

BENCH = Path(__file__).parents[2] / "shared" / "bench"
"""Texts that may be measured on and not passed on; they lie beside the repository, or nowhere."""

OWN = Path(__file__).with_name("own")
"""Invented reports with their answers, one file a subject: written before any of them was read by the product."""

CORPORA = (EVALS[0], replace(EVALS[0], name="own", file=str(OWN), adapter="incidents"), *EVALS[1:])
"""All that can be measured here, in the order in which it is shown."""


def prepare() -> None:
    """Read with the gazetteer and actors that the environment names, and load them before any clock starts."""
    flow.configure(from_environment())
    warm()
