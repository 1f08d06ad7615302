"""The Python entry to a case: `everyclaim.open_case(path)`.

    case = everyclaim.open_case("derna")
    case.add("reports/")
    for incident in case.incidents(): ...

Where it stands: beside the command line, above the flows. What it gives shows itself in notebooks.
"""

import getpass
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from everyclaim import case_flow
from everyclaim.casebook import Case, Hit, View, open_view
from everyclaim.codec import Json
from everyclaim.entry_table import Table, table_of
from everyclaim.export import csv_files
from everyclaim.export.incident_words import say_range, say_standing, say_whom, title
from everyclaim.intake import Options
from everyclaim.settings import from_environment
from everyclaim.sieve import parse_share

if TYPE_CHECKING:
    from everyclaim.flow import Trouble

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Incident:
    """One incident, as `everyclaim show ID --json` prints it."""

    json: Json

    @property
    def id(self) -> str:
        """Its id, allotted once."""
        return str(self.json["id"])

    def _repr_html_(self) -> str:
        """Its title, and each policy's figures, for notebooks."""
        made = "".join(f"<p>{escape(each['policy'])}: {escape(_told(each))}</p>" for each in self.json["assessments"])
        return f"<h4>{escape(title(self.json))}</h4><p>{escape(self.id)}</p>{made}"


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A case: reports in, incidents out. Incidents are brought up to date whenever they are asked for."""

    case: Case
    min_confidence: float = 0.0

    def add(self, *sources: str | Path, options: Options | None = None) -> "Sequence[Trouble]":
        """Add files, folders or links; return what could not be added. Adding the same again changes nothing.

        Raises:
            MissingPart: the English pipeline or the gazetteer is absent or not the one pinned; nothing can be read.
        """
        from everyclaim.case_adding import add  # noqa: PLC0415 loads the parser, which looking at a case needs not
        from everyclaim.flow import Trouble, configure  # noqa: PLC0415 the same

        configure(from_environment())
        results = add(self.case, [str(each) for each in sources], options or Options())
        return [each for each in results if isinstance(each, Trouble)]

    def surer(self, min_confidence: float) -> "OpenCase":
        """The same case, shown without claims that are less probably right (docs/method/calibration.md).

        Raises:
            ValueError: the confidence is no share.
        """
        return replace(self, min_confidence=parse_share(min_confidence))

    def incidents(self) -> Sequence[Incident]:
        """All incidents that stand."""
        return self._current(lambda view: [Incident(each) for each in view.iter_incidents()])

    def incident(self, name: str) -> Incident:
        """One incident by its id.

        Raises:
            KeyError: there is none of that id.
        """
        return self._current(lambda view: Incident(view.incident(name)))

    def records(self) -> Sequence[Json]:
        """The records of all reports (docs/reference/record.md)."""
        return self._current(lambda view: [view.record(each) for each in view.report_ids()])

    def table(self, name: str) -> Table:
        """Rows with the columns of `everyclaim export csv`, for pandas, Arrow, or as plain dicts.

        Args:
            name: incidents (one row per incident and policy), claims (one per claim), harm (one per row of harm).

        Raises:
            ValueError: there is no such table.
        """
        if name not in _TABLES:
            raise ValueError(f"{name!r} is no table; ask for incidents, claims or harm.")
        return self._current(_TABLES[name])

    def search(self, words: str, limit: int = 20) -> Sequence[Hit]:
        """Find words in the reports, in any script.

        Raises:
            ValueError: there is no word in them.
        """
        with open_view(self.case.folder) as view:
            return view.search(words, limit)

    def judge(self, verdict: str, about: Sequence[str], why: str, **payload: str) -> None:
        """Decide about incidents, happenings, claims or sources, as `everyclaim judge` does."""
        case_flow.judge(self.case, case_flow.make_judgement(self.case, verdict, about, why, payload))

    def _current(self, ask: Callable[[View], T]) -> T:
        case_flow.refresh(self.case)
        with open_view(self.case.folder) as view:
            return ask(case_flow.surer(view, self.min_confidence) if self.min_confidence else view)

    def _repr_html_(self) -> str:
        """How much there is of what, and the incidents with what the product's own policy says, for notebooks."""
        incidents = self.incidents()
        with open_view(self.case.folder) as view:
            counts = ", ".join(f"{count} {name}" for name, count in view.counts().items())
        rows = table_of(_OVERVIEW, (_overview(each.json) for each in incidents))
        return f"<p>Case {escape(str(self.case.folder.path))}: {escape(counts)}</p>{rows._repr_html_()}"


def open_case(path: str | Path, *, by: str | None = None, new: bool = False) -> OpenCase:
    """Open the case that a folder is, or lies in.

    Args:
        path: the folder.
        by: who acts, for the log; the name you are logged in as, if not given.
        new: make an empty case there.

    Raises:
        ValueError: there is none; or there is one, and a new one was asked for.
    """
    start = case_flow.init_case if new else case_flow.open_case
    return OpenCase(start(Path(path), by or getpass.getuser()))


_OVERVIEW = ("id", "incident", "says", "reports")


def _overview(incident: Json) -> Json:
    own = next((each for each in incident["assessments"] if each["policy"] == "everyclaim"), None)
    said = _told(own) if own else None
    return {"id": incident["id"], "incident": title(incident), "says": said, "reports": len(incident["reports"])}


def _claims(view: View) -> Table:
    records = {each: view.record(each) for each in view.report_ids()}
    return table_of(csv_files.CLAIM_COLUMNS, csv_files.claim_rows(view.iter_incidents(), records))


def _incidents(view: View) -> Table:
    rows = (row for each in view.iter_incidents() for row in csv_files.incident_rows(each))
    return table_of(csv_files.INCIDENT_COLUMNS, rows)


def _harm(view: View) -> Table:
    return table_of(
        csv_files.HARM_COLUMNS, (row for each in view.iter_incidents() for row in csv_files.harm_rows(each))
    )


_TABLES: Mapping[str, Callable[[View], Table]] = {"incidents": _incidents, "claims": _claims, "harm": _harm}


def _told(assessment: Json) -> str:
    figures = "; ".join(f"{say_whom(row)} {say_range(row)}" for row in assessment["harm"])
    return " — ".join(each for each in (say_standing(assessment), figures) if each)
