"""The kinds of corpora that can be measured: their files, their scoring programs, and the measures that are shown."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module

from everyclaim.bench import scorers
from everyclaim.bench.scorers import Scorer
from everyclaim.codec import Json

Predict = Callable[[Json], Json]


@dataclass(frozen=True, slots=True)
class Eval:
    """One corpus: its file, its scorer, and the measures that the table shows, by the scorer's names.

    `program` is the scoring program in the folder, None where counting is all; `needs` is what its lines hold beside
    id and text; `adapter` names the file of `adapters/` where it is not called like the corpus.
    """

    name: str
    file: str
    scorer: Scorer
    measures: Mapping[str, str]
    program: str | None = scorers.GENERAL
    needs: tuple[str, ...] = ("gold",)
    adapter: str | None = None

    @property
    def label(self) -> str:
        """How results name it: a file of one's own by its own name."""
        stem = self.file.removesuffix(".gz").removesuffix(".jsonl").replace("/", "-")
        return self.name if stem in (self.name, "incidents-single") else stem


_INCIDENTS = {
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
_NAMES = {
    "toponyms.F1": "names F1",
    "toponyms.resolution.acc@161km": "resolved",
    "toponyms.end_to_end@161km": "end to end",
}
_TIMES = {"timexes.F1": "value F1", "timexes.relaxed_span.F1": "relaxed span F1"}
_DATE = {"incident.date.F1": "date F1"}
_ENTITIES = {
    "entities.F1": "entities F1",
    "entities.F1_per_type.Organisation": "organisations F1",
    "entities.F1_per_type.Location": "locations F1",
    "entities.F1_per_type.Person": "persons F1",
}
_MUC4 = {
    "groups.F1": "groups F1",
    "groups.R": "groups recall",
    "roles.F1": "roles F1",
    "relevance.F1": "relevance F1",
}
_CASES = {
    "figures.F1": "totals F1",
    "figures.overlap_F1": "totals overlap F1",
    **_DATE,
    "incident.place.within_25km": "place",
    "perpetrator.F1": "perpetrator F1",
}
_STATEMENTS = {name: name for name in ("date", "province", "killed", "captured", "all four")}
_UNRELATED = {"hard": "hard items without incident", "easy": "easy items without incident"}


def _scored(name: str, measures: Mapping[str, str], adapter: str | None = None) -> Eval:
    """A corpus of the general scoring program, in a file of its own name."""
    return Eval(name, f"{name}.jsonl", scorers.general, measures, adapter=adapter)


EVALS = (
    Eval("incidents", "incidents/single.jsonl", scorers.incidents, _INCIDENTS, scorers.INCIDENTS),
    _scored("gvc", {"figures.F1": "totals F1", **_DATE}),
    _scored("msa", {"figures.F1": "totals F1", **_DATE, "incident.place.within_25km": "place"}),
    _scored("muc4", _MUC4),
    Eval("isaf", "isaf.jsonl", scorers.statements, _STATEMENTS, scorers.STATEMENTS),
    _scored("geovirus", _NAMES),
    _scored("wikiwars", _TIMES),
    _scored("re3d", _ENTITIES),
    Eval("other", "other.jsonl", scorers.unrelated, _UNRELATED, program=None, needs=("hard",)),
)
"""The corpora at hand when this was written, in the order in which they are shown."""

ALIKE = (
    *(_scored(name, _NAMES, "geovirus") for name in ("lgl", "trnews", "gwn")),
    _scored("te3platinum", _TIMES, "wikiwars"),
    *(_scored(name, _CASES, "cases") for name in ("ucdp", "airwars", "drone", "wikilist")),
)
"""Corpora of the same tasks that nobody here has seen: they are read by the adapter of their kind."""


def choose(only: Sequence[str], among: Sequence[Eval] = EVALS) -> list[Eval]:
    """The corpora asked for; without names, the incident reports.

    Raises:
        ValueError: no corpus has that name.
    """
    known = {each.name: each for each in among}
    if unknown := [name for name in only if name not in known and name != "every"]:
        raise ValueError(f"No corpus is called {unknown[0]!r}; choose among {', '.join(known)} or every.")
    return list(among) if "every" in only else [known[name] for name in only or ("incidents",)]


def adapter(corpus: Eval) -> Predict:
    """The `predict` of the corpus' adapter."""
    found: Predict = import_module(f"everyclaim.bench.adapters.{corpus.adapter or corpus.name}").predict
    return found
