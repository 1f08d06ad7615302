"""The reads of a case: an object that cannot write.

    with open_view(folder) as view:
        for incident in view.iter_incidents(): ...

Where it stands: `case_flow.py`, the commands and the exports are fed by it. What it tells comes in an order that
depends on what is in the case alone, never on when it came in; only the log and judgements are in order of time.
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache

from sqlalchemy import Column, Connection, Engine, RowMapping, Select, func, inspect, select

from everyclaim import codec
from everyclaim.casebook import attachments, log, search, tables, watched
from everyclaim.casebook.attachments import Attachment
from everyclaim.casebook.casebook import Failure, last_input
from everyclaim.casebook.coded import add_coded, coded
from everyclaim.casebook.found import KINDS, decode_found, load
from everyclaim.casebook.heeded import standing
from everyclaim.casebook.log import Entry
from everyclaim.casebook.search import Hit
from everyclaim.casebook.watched import Seen, Watched
from everyclaim.codec import IncidentParts, Json, RecordParts
from everyclaim.model import Assessment, Claim, Incident, Judgement, Report
from everyclaim.sieve import Sieve, incident_without, without

_NO_SIEVE = Sieve(frozenset())

_REPORTS_HELD = 64
"""Reports kept in memory while incidents are told; the reports of one incident are rarely more."""


@dataclass(frozen=True, slots=True)
class View:
    """A case opened for reading, as it is at this moment; `sieve` leaves out claims for those who need precision."""

    connection: Connection
    sieve: Sieve = _NO_SIEVE
    judged: tuple[Judgement, ...] = ()
    """The judgements that hold: what people coded by hand is told beside what was read."""

    def counts(self) -> Mapping[str, int]:
        """How much there is of each thing."""
        c = tables
        current = c.incidents.c.standing == "current"
        return {
            "reports": self._count(select(c.reports.c.id)),
            "incidents": self._count(select(c.incidents.c.id).where(current)),
            "judgements": self._count(select(c.judgements.c.id)),
            "failures": self._count(select(c.failures.c.about)),
            "entries": self._count(select(c.log.c.number)),
        }

    def report_ids(self) -> tuple[str, ...]:
        """The ids of all reports."""
        return tuple(self.connection.scalars(select(tables.reports.c.id).order_by(tables.reports.c.id)))

    def iter_parts(self, reports: Collection[str] | None = None) -> Iterator[RecordParts]:
        """Walk reports with what was read in them last and coded by hand; all of them, or those named."""
        wanted = self.report_ids() if reports is None else sorted(reports)
        yield from (self.parts(each) for each in wanted)

    def parts(self, report: str) -> RecordParts:
        """One report with what was read in it last, and what people coded by hand.

        Raises:
            KeyError: there is no such report.
        """
        row = self.connection.execute(select(*self._columns()).where(tables.reports.c.id == report)).mappings().first()
        if row is None:
            raise KeyError(report)
        table = tables.readings.c
        last = select(table.number, table.reader).where(table.report == report).order_by(table.number.desc()).limit(1)
        reading = self.connection.execute(last).one()
        found = {kind: self._found(kind, reading.number) for kind in KINDS}
        told = add_coded(decode_found(_report(row), reading.reader, found), self.judged)
        return without(told, self.sieve.left_out)

    def find_report(self, name: str) -> str | None:
        """The report whose id this is, or begins like this; None if there is none, or more than one."""
        table = tables.reports.c
        found = self.connection.scalars(
            select(table.id).where(table.id.startswith(name, autoescape=True)).limit(2)
        ).all()
        return found[0] if len(found) == 1 else None

    def find_claim(self, name: str) -> Claim | None:
        """The claim of this id as it was read last, or as a person coded it."""
        asked = (
            select(tables.claims.c.content).where(tables.claims.c.id == name).order_by(tables.claims.c.reading.desc())
        )
        content = self.connection.scalar(asked.limit(1))
        if content is not None:
            return codec.decode(load(content), Claim)
        return next((claim for claim, _ in coded(self.judged) if claim.id == name), None)

    def record(self, report: str) -> Json:
        """The record of a report (docs/reference/record.md)."""
        return codec.record(replace(self.parts(report), attachments=self.attached({report})))

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, the earlier first."""
        every = [
            codec.decode(load(each), Judgement) for each in self.connection.scalars(select(tables.judgements.c.content))
        ]
        return tuple(sorted(every, key=lambda each: (each.decided_at, each.id)))

    def incidents(self) -> tuple[Incident, ...]:
        """The incidents that stand."""
        table = tables.incidents.c
        asked = select(table.content).where(table.standing == "current").order_by(table.id)
        every = (codec.decode(load(each), Incident) for each in self.connection.scalars(asked))
        shown = (incident_without(each, self.sieve.left_out) for each in every)
        return tuple(each for each in shown if each.claims or not self.sieve.left_out)

    def allotted(self) -> tuple[Incident, ...]:
        """Every incident whose id was ever allotted, as it last stood: merged and retired ones too."""
        asked = select(tables.incidents.c.content).order_by(tables.incidents.c.id)
        return tuple(codec.decode(load(each), Incident) for each in self.connection.scalars(asked))

    def iter_incidents(self) -> Iterator[Json]:
        """Walk the incidents that stand, as `incidents --json` prints them (docs/reference/case.md)."""
        current = self.incidents()
        incident_of = {pair: each.id for each in current for pair in each.happenings}
        parts = lru_cache(_REPORTS_HELD)(self.parts)
        for each in current:
            told = [parts(report) for report in sorted({report for report, _ in each.happenings})]
            yield codec.incident(self._incident_parts(each, told, incident_of))

    def incident(self, name: str) -> Json:
        """One incident by its id, or by one that leads to it.

        Raises:
            KeyError: there is no such incident.
        """
        current = self.incidents()
        wanted = self.resolve(name)
        incident_of = {pair: each.id for each in current for pair in each.happenings}
        for each in current:
            if each.id == wanted:
                told = [self.parts(report) for report in sorted({report for report, _ in each.happenings})]
                return codec.incident(self._incident_parts(each, told, incident_of))
        raise KeyError(name)

    def resolve(self, name: str) -> str:
        """The id under which an incident stands now: merged ones lead on.

        Raises:
            KeyError: there is no such incident, or it stands no more.
        """
        table, wanted, seen = tables.incidents.c, name.upper(), set[str]()
        while wanted not in seen:
            seen.add(wanted)
            row = self.connection.execute(select(table.standing, table.successor).where(table.id == wanted)).first()
            if row is None or row.standing == "retired":
                break
            if row.standing == "current":
                return wanted
            wanted = row.successor
        raise KeyError(name)

    def assessments(self, incident: str) -> tuple[Assessment, ...]:
        """What counts now: the last assessment of each policy, in the policies' order of name."""
        if incident in self.sieve.assessments:
            return tuple(self.sieve.assessments[incident])
        last = {each.policy: each for each in self.history(incident)}
        return tuple(last[policy] for policy in sorted(last, key=_own_first))

    def history(self, incident: str) -> tuple[Assessment, ...]:
        """Every assessment of an incident, the earlier first."""
        table = tables.assessments.c
        asked = select(table.content).where(table.incident == incident).order_by(table.number)
        return tuple(codec.decode(load(each), Assessment) for each in self.connection.scalars(asked))

    def comparisons(self, verdict: str) -> tuple[Json, ...]:
        """What matching joined, refused or found doubtful."""
        table = tables.comparisons.c
        asked = select(table.content).where(table.verdict == verdict).order_by(table.number)
        return tuple(load(each) for each in self.connection.scalars(asked))

    def copies(self) -> tuple[tuple[str, ...], ...]:
        """Groups of reports that pass on one text."""
        return tuple(tuple(group) for group in json.loads(self._derived("copies") or "[]"))

    def made_from(self) -> tuple[int, str] | None:
        """What the incidents were worked out from; None if they never were."""
        stored = self._derived("made_from")
        return tuple(json.loads(stored)) if stored else None

    def last_input(self) -> int:
        """The number of the last entry that what is derived depends on."""
        return last_input(self.connection)

    def iter_log(self, about: str | None = None) -> Iterator[Entry]:
        """Walk the log, or the entries about one id."""
        entry, payload = tables.log, tables.payloads
        asked = select(entry, payload.c.content.label("payload")).join_from(entry, payload).order_by(entry.c.number)
        if about is not None:
            asked = asked.where(entry.c.about == about)
        for row in self.connection.execute(asked).mappings():
            yield Entry(**row)

    def head(self) -> tuple[int, str]:
        """The number and hash of the last entry."""
        return log.last(self.connection)

    def failures(self) -> tuple[Failure, ...]:
        """Documents that could not be taken in or read when they were last tried."""
        table = tables.failures
        columns = [column for column in table.columns if column.name != "at"]
        rows = self.connection.execute(select(*columns).order_by(table.c.about)).mappings()
        return tuple(Failure(**row) for row in rows)

    def attachments(self, about: str) -> tuple[Attachment, ...]:
        """The evidence that people attached to an incident or report; none in a case that an older program wrote."""
        if not inspect(self.connection).has_table(tables.attachments.name):
            return ()
        return attachments.of(self.connection, about)

    def attached(self, about: Collection[str] | None = None) -> tuple[Json, ...]:
        """The same as records and exports show it: of these incidents and reports, or of the whole case."""
        if not inspect(self.connection).has_table(tables.attachments.name):
            return ()
        return attachments.shown(self.connection, about)

    def watched(self) -> tuple[Watched, ...]:
        """The feeds and folders that the case watches; none in a case that an older program wrote."""
        if not inspect(self.connection).has_table(tables.watched.name):
            return ()
        return watched.sources(self.connection)

    def seen_in(self, source: str) -> Mapping[str, Seen]:
        """What was seen of a watched source, by entry."""
        return watched.seen_in(self.connection, source)

    def contradictions(self, incident: str) -> tuple[tuple[str, str], ...]:
        """Pairs of an incident's claims, across its reports, that cannot both hold."""
        if incident in self.sieve.contradictions:
            return tuple(self.sieve.contradictions[incident])
        kept = json.loads(self._derived("contradictions") or "{}")
        return tuple((one, other) for one, other in kept.get(incident, ()))

    def search(self, query: str, limit: int = 20) -> tuple[Hit, ...]:
        """Find words in the reports.

        Raises:
            ValueError: there is no word in the query.
        """
        return tuple(search.find(self.connection, query, limit))

    def _incident_parts(
        self, incident: Incident, told: Sequence[RecordParts], incident_of: Mapping[tuple[str, str], str]
    ) -> IncidentParts:
        return IncidentParts(
            incident=incident,
            reports=[each.report for each in told],
            happenings=[happening for each in told for happening in each.happenings],
            claims=[claim for each in told for claim in each.claims],
            assessments=self.assessments(incident.id),
            copies=self.copies(),
            contradictions=self.contradictions(incident.id),
            incident_of=incident_of,
            attachments=self.attached({incident.id, *incident.previous_codes, *(each.report.id for each in told)}),
        )

    def _columns(self) -> list[Column[str]]:
        """What is kept of a report; in a case that an older program wrote, that is less."""
        there = {column["name"] for column in inspect(self.connection).get_columns(tables.reports.name)}
        return [column for column in tables.reports.columns if column.name in there]

    def _found(self, kind: str, reading: int) -> list[Json]:
        table = tables.METADATA.tables[kind].c
        asked = select(table.content).where(table.reading == reading).order_by(table.position)
        return [load(each) for each in self.connection.scalars(asked)]

    def _derived(self, name: str) -> str | None:
        return self.connection.scalar(select(tables.derived.c.content).where(tables.derived.c.name == name))

    def _count(self, asked: Select[tuple[str]] | Select[tuple[int]]) -> int:
        return self.connection.scalar(select(func.count()).select_from(asked.subquery())) or 0


@contextmanager
def viewing(engine: Engine) -> Iterator[View]:
    """Open a view in one read transaction: everything it tells is of one moment."""
    with engine.connect() as connection, connection.begin():
        yield View(connection, judged=standing(View(connection).judgements()))


def _report(row: RowMapping) -> Report:
    encoded = {name: row[name] for name in row if name not in {"number", "text_sha256", "entry"}}
    encoded["publisher"] = encoded["publisher"] and json.loads(encoded["publisher"])
    return codec.decode(encoded, Report)


def _own_first(policy: str) -> tuple[bool, str]:
    """The product's own policy before those that it emulates."""
    return policy != "everyclaim", policy
