"""The table: every corpus at hand read through the product, scored by its own scorer, and held against its floors.

Odd-numbered reports are for tuning, even-numbered ones are held out: errors are read in the odd ones alone, and a rule
that helps only there has been learned by heart.
"""

import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from evals import scorers
from evals.corpus import OWN, Json, characters_a_second, iter_lines
from evals.scorers import Scorer, Scores

FLOORS = Path(__file__).with_name("floors.json")
PARTS = ("odd", "even", "all")
Predict = Callable[[Json], Json]


@dataclass(frozen=True, slots=True)
class Eval:
    """One corpus: its file, its scorer, and the measures that the table shows, by the scorer's names."""

    name: str
    file: str
    scorer: Scorer
    measures: Mapping[str, str]


_OF_INCIDENTS = {
    "a": "main type",
    "b": "main date",
    "c": "main place",
    "d": "killed, exact F1",
    "d2": "injured, exact F1",
    "d3": "abducted, displaced, missing",
    "e": "status",
    "e2": "attribution",
    "e3": "stance",
    "e!": "status, not unspecified",
    "e2!": "attribution, not narrator",
    "e3!": "stance, not asserted",
    "e4": "perpetrator",
    "e5": "... with the right basis",
    "f": "traps not fallen into",
    "g": "negatives without incident",
    "s": "quotes overlap",
    "x": "incidents met",
}
"""Measures of whole incident reports, by the letters of their scorer."""

EVALS = (
    Eval(
        "incidents",
        "incidents/single.jsonl",
        scorers.incidents,
        _OF_INCIDENTS,
    ),
    Eval("own", str(OWN), scorers.incidents, _OF_INCIDENTS),
    Eval("gvc", "gvc.jsonl", scorers.general, {"figures.F1": "totals F1", "incident.date.F1": "date F1"}),
    Eval(
        "msa",
        "msa.jsonl",
        scorers.general,
        {"figures.F1": "totals F1", "incident.date.F1": "date F1", "incident.place.within_25km": "place"},
    ),
    Eval(
        "muc4",
        "muc4.jsonl",
        scorers.general,
        {"groups.F1": "groups F1", "groups.R": "groups recall", "roles.F1": "roles F1", "relevance.F1": "relevance F1"},
    ),
    Eval(
        "isaf",
        "isaf.jsonl",
        scorers.statements,
        {"date": "date", "province": "province", "killed": "killed", "captured": "captured", "all four": "all four"},
    ),
    Eval(
        "geovirus",
        "geovirus.jsonl",
        scorers.general,
        {
            "toponyms.F1": "names F1",
            "toponyms.resolution.acc@161km": "resolved",
            "toponyms.end_to_end@161km": "end to end",
        },
    ),
    Eval(
        "wikiwars",
        "wikiwars.jsonl",
        scorers.general,
        {"timexes.F1": "value F1", "timexes.relaxed_span.F1": "relaxed span F1"},
    ),
    Eval(
        "re3d",
        "re3d.jsonl",
        scorers.general,
        {
            "entities.F1": "entities F1",
            "entities.F1_per_type.Organisation": "organisations F1",
            "entities.F1_per_type.Location": "locations F1",
            "entities.F1_per_type.Person": "persons F1",
        },
    ),
    Eval(
        "other",
        "other.jsonl",
        scorers.unrelated,
        {"hard": "hard items without incident", "easy": "easy items without incident"},
    ),
)


@dataclass(frozen=True, slots=True)
class Result:
    """The scores of one corpus by part, and what reading it took."""

    corpus: Eval
    scores: Mapping[str, Scores]
    documents: int
    seconds: float


def choose(only: Sequence[str]) -> list[Eval]:
    """The corpora asked for; without names, the incident reports.

    Raises:
        ValueError: no corpus has that name.
    """
    known = {each.name: each for each in EVALS}
    if unknown := [name for name in only if name not in known and name != "every"]:
        raise ValueError(f"No corpus is called {unknown[0]!r}; choose among {', '.join(known)} or every.")
    return list(EVALS) if "every" in only else [known[name] for name in only or ("incidents",)]


def adapter(corpus: Eval) -> Predict | None:
    """The `predict` of `evals/NAME.py`; None where there is no such file."""
    module = f"evals.{corpus.name}"
    if find_spec(module) is None:
        return None
    found: Predict = import_module(module).predict
    return found


def measure(corpus: Eval, bench: Path, parts: Sequence[str], predict: Predict) -> Result | None:
    """Read and score one corpus; None where its file is absent."""
    path = bench / corpus.file
    if not path.exists():
        return None
    wanted = [(number, line) for number, line in enumerate(iter_lines(path), start=1) if _in_parts(number, parts)]
    started = time.perf_counter()
    answers = {number: predict(line) for number, line in wanted}
    seconds = time.perf_counter() - started
    scores = {}
    for part in parts:
        inside = [(number, line) for number, line in wanted if _in_parts(number, [part])]
        chosen = [answers[number] for number, _line in inside]
        scores[part] = corpus.scorer(bench, corpus.name, [line for _number, line in inside], chosen)
    return Result(corpus, scores, len(wanted), seconds)


def _in_parts(number: int, parts: Sequence[str]) -> bool:
    return "all" in parts or ("odd" if number % 2 else "even") in parts


def floors() -> dict[str, dict[str, float]]:
    """The floors by corpus and measure. Lowering one takes a reason in the commit that does it."""
    found: dict[str, dict[str, float]] = json.loads(FLOORS.read_text("utf-8"))
    return found


def under_floor(result: Result) -> list[str]:
    """Measures of all reports that are under their floor."""
    scores = result.scores.get("all", {})
    due = floors().get(result.corpus.name, {})
    return [name for name, floor in due.items() if scores and scores.get(name, 0.0) < floor]


def rows(result: Result) -> Iterator[str]:
    """The table of one corpus, line by line."""
    due = floors().get(result.corpus.name, {})
    parts = list(result.scores)
    yield f"{result.corpus.name} ({result.documents} documents, {result.seconds:.1f} s)"
    yield f"  {'measure':32}" + "".join(f"{part:>8}" for part in parts) + f"{'floor':>8}"
    for name, label in result.corpus.measures.items():
        cells = "".join(_cell(result.scores[part].get(name)) for part in parts)
        yield f"  {label:32}{cells}{_cell(due.get(name))}{'  UNDER' if name in under_floor(result) else ''}"
    yield f"  read at {characters_a_second():,.0f} characters a second"


def _cell(value: float | None) -> str:
    return f"{'':>8}" if value is None else f"{value:8.3f}"
