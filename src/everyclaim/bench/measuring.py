"""One corpus read through the product, scored by its own program, and held against what was recorded for it.

Odd-numbered documents are for tuning, even-numbered ones are held out: errors are read in the odd ones alone, and a
rule that helps only there has been learned by heart.
"""

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from random import Random

from everyclaim.bench.corpus import iter_lines
from everyclaim.bench.scorers import Scores
from everyclaim.bench.table import Eval, Predict
from everyclaim.codec import Json
from everyclaim.errors import BrokenInput

PARTS = ("odd", "even", "all")
SEED = 20150216
"""Draws the same sample each time; the number means nothing (the founding report's day)."""


@dataclass(frozen=True, slots=True)
class Result:
    """The scores of one corpus by part, and what reading it took. `known`: the floors were recorded on these texts."""

    corpus: Eval
    scores: Mapping[str, Scores]
    documents: int
    seconds: float
    characters: int = 0
    known: bool = True

    @property
    def pace(self) -> float:
        """Characters read a second."""
        return self.characters / self.seconds if self.seconds else 0.0


def measure(
    corpus: Eval,
    bench: Path,
    parts: Sequence[str],
    predict: Predict,
    *,
    sample: int | None = None,
    scorers: Path | None = None,
) -> Result:
    """Read and score one corpus.

    Args:
        corpus: which, and its file inside `bench`.
        bench: the folder of texts and scoring programs.
        parts: which documents are scored together.
        predict: the adapter.
        sample: no more documents than these, drawn with a fixed seed; floors do not hold for them.
        scorers: the folder of the scoring programs, where it is not `bench`.

    Raises:
        BrokenInput: a line is not as it must be, or the scoring program is absent or fails.
    """
    path, programs = bench / corpus.file, scorers or bench
    if corpus.program is not None and not (programs / corpus.program).is_file():
        raise BrokenInput(f"{corpus.file}: There is no scoring program {corpus.program} in {programs}.")
    wanted = _wanted(list(iter_lines(path, corpus.needs)), parts, sample)
    started = time.perf_counter()
    answers = {number: predict(line) for number, line in wanted.items()}
    seconds = time.perf_counter() - started
    scores = {part: _score(corpus, programs, wanted, answers, part) for part in parts}
    characters = sum(len(line["text"]) for line in wanted.values())
    return Result(corpus, scores, len(wanted), seconds, characters, sample is None and is_known(corpus.name, path))


def _wanted(lines: Sequence[Json], parts: Sequence[str], sample: int | None) -> dict[int, Json]:
    numbered = {number: line for number, line in enumerate(lines, start=1) if any(_in(number, part) for part in parts)}
    if sample is None or sample >= len(numbered):
        return numbered
    chosen = Random(SEED).sample(sorted(numbered), sample)  # noqa: S311 no secret
    return {number: numbered[number] for number in sorted(chosen)}


def _score(corpus: Eval, programs: Path, wanted: Mapping[int, Json], answers: Mapping[int, Json], part: str) -> Scores:
    inside = [number for number in wanted if _in(number, part)]
    return corpus.scorer(programs, corpus.name, [wanted[each] for each in inside], [answers[each] for each in inside])


def _in(number: int, part: str) -> bool:
    return part == "all" or part == ("odd" if number % 2 else "even")


def is_known(name: str, path: Path) -> bool:
    """Whether a file holds the very texts on which floors were recorded."""
    return path.is_file() and _table("known.json").get(name) == sha256(path.read_bytes()).hexdigest()


def floors() -> dict[str, dict[str, float]]:
    """The floors by corpus and measure. Lowering one takes a reason in the commit that does it."""
    found: dict[str, dict[str, float]] = _table("floors.json")
    return found


def _table(name: str) -> Json:
    found: Json = json.loads(files("everyclaim.bench").joinpath(name).read_text("utf-8"))
    return found


def under_floor(result: Result) -> list[str]:
    """Measures of all documents that are under their floor."""
    scores = result.scores.get("all", {}) if result.known else {}
    due = floors().get(result.corpus.name, {})
    return [name for name, floor in due.items() if scores and scores.get(name, 0.0) < floor]


def rows(result: Result) -> Iterator[str]:
    """The table of one corpus, line by line."""
    parts = list(result.scores)
    yield f"{result.corpus.name} ({result.documents} documents, {result.seconds:.1f} s)"
    yield f"  {'measure':32}" + "".join(f"{part:>8}" for part in (*parts, "floor", "change"))
    for name, label in result.corpus.measures.items():
        cells = "".join(_cell(result.scores[part].get(name)) for part in parts)
        under = "  UNDER" if name in under_floor(result) else ""
        yield f"  {label:32}{cells}{_cell(floor_of(result, name))}{_cell(change_of(result, name), '+')}{under}"
    yield f"  read at {result.pace:,.0f} characters a second"


def floor_of(result: Result, name: str) -> float | None:
    """The floor recorded for a measure on these very texts."""
    return floors().get(result.corpus.name, {}).get(name) if result.known else None


def change_of(result: Result, name: str) -> float | None:
    """How far the score of all documents is over its floor; None without either."""
    score, floor = result.scores.get("all", {}).get(name), floor_of(result, name)
    return None if score is None or floor is None else score - floor


def _cell(value: float | None, sign: str = "") -> str:
    return f"{'':>8}" if value is None else f"{value:{sign}8.3f}"
