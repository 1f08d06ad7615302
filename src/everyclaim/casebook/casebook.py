"""The writes of a case. One unit of work is one transaction: all of it is kept, or nothing.

    with casebook.work() as work:
        work.add_report(parts)

Where it stands: `case_flow.py` calls it, after the stages; `view.py` reads. Every row that is kept for ever comes with
its entry of the log in the same transaction. Nothing here decides anything: it is told what to keep.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, Engine, RowMapping, Table, delete, func, insert, select

from everyclaim import codec
from everyclaim.casebook import attachments, log, search, tables, watched
from everyclaim.casebook.attachments import Attachment
from everyclaim.casebook.found import dump, encode_found, found_sha256
from everyclaim.casebook.log import Author
from everyclaim.casebook.watched import Seen
from everyclaim.codec import Json, RecordParts
from everyclaim.model import Assessment, Incident, Judgement, Report

INPUTS = ("report_read", "judged")
"""The acts of which what is derived is a function."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be taken in or read."""

    about: str
    stage: str
    sentence: str
    step: str | None = None
    trace: str | None = None


@dataclass(frozen=True, slots=True)
class Derived:
    """What matching and assessing worked out of all reports and judgements.

    Args:
        incidents: those that stand.
        retired: ids that were allotted once and belong to no incident any more.
        assessments: of the incidents that stand, one for each policy.
        comparisons: what was joined, refused or doubtful, as (verdict, JSON of it with the reasons).
        copies: groups of report ids that are one voice.
        contradictions: by incident id, pairs of claims of different voices that cannot both hold.
        made_from: the number of the last entry of the log that was an input, and what else the result depends on.
    """

    incidents: Sequence[Incident]
    retired: Sequence[str]
    assessments: Sequence[Assessment]
    comparisons: Sequence[tuple[str, Json]]
    copies: Sequence[Sequence[str]]
    contradictions: Mapping[str, Sequence[tuple[str, str]]]
    made_from: tuple[int, str]


@dataclass(frozen=True, slots=True)
class Casebook:
    """A case opened for writing, by one author."""

    engine: Engine
    author: Author

    @contextmanager
    def work(self) -> "Iterator[Work]":
        """Begin a unit of work; it is kept when the block ends, and undone if an error leaves it."""
        with self.engine.begin() as connection:
            yield Work(connection, self.author)

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()


@dataclass(frozen=True, slots=True)
class Work:
    """What can be kept in one unit of work."""

    connection: Connection
    author: Author

    def start(self, about: str) -> None:
        """Write the first entry of a new case."""
        self._log("case_made", about, {"case": about})

    def has_report(self, report: str) -> bool:
        """Whether this report is kept; one that is, was read."""
        return self._has(tables.reports, tables.reports.c.id == report)

    def add_report(self, parts: RecordParts) -> bool:
        """Keep a report with what was read; return False if this very reading is kept already."""
        return self._add_text(parts.report) | self._add_reading(parts)

    def same_report(self, report: Report) -> str | None:
        """The report that is kept of this link and day with these very words, from a page whose markup was another."""
        table = tables.reports.c
        said = {name: getattr(report, name) for name in ("url", "path", "member")}
        said |= {"text_sha256": codec.text_sha256(report.text), "published": codec.encode(report)["published"]}
        same = [table[name] == value for name, value in said.items()]
        return self.connection.scalar(select(table.id).where(*same).order_by(table.number).limit(1))

    def note_capture(self, report: str, capture: Json) -> None:
        """Log how a report was fetched; the capture's file lies in the store."""
        self._log("captured", report, capture)

    def note_listing(self, report: str, listing: Json) -> None:
        """Log which feed named a report, once."""
        table = tables.log
        if not self._has(table, (table.c.act == "listed") & (table.c.about == report)):
            self._log("listed", report, listing)

    def watch(self, source: str) -> bool:
        """Watch a feed or folder; return False if it is watched already."""
        return watched.watch(self.connection, self.author, source)

    def unwatch(self, source: str) -> bool:
        """Watch a feed or folder no more; return False if it is not watched."""
        return watched.unwatch(self.connection, self.author, source)

    def note_look(self, source: str, trouble: str | None) -> None:
        """Note that a watched source was looked at now, and what was wrong."""
        watched.note_look(self.connection, source, trouble)

    def note_feed(self, source: str, capture: Json) -> bool:
        """Log how a watched feed was fetched; return False if the log tells of this capture already."""
        return watched.note_capture(self.connection, self.author, source, capture)

    def note_seen(self, source: str, seen: Seen) -> None:
        """Note an entry of a watched source."""
        watched.note_seen(self.connection, source, seen)

    def judge(self, judgement: Judgement) -> None:
        """Keep a judgement. One that is kept already is not kept twice."""
        table = tables.judgements
        if self._has(table, table.c.id == judgement.id):
            return
        encoded = codec.encode(judgement)
        entry = self._log("judged", judgement.id, encoded)
        self._insert(table, id=judgement.id, content=dump(encoded), entry=entry)

    def attach(self, item: Attachment) -> bool:
        """Keep an item of evidence; return False if it is kept already."""
        return attachments.keep(self.connection, self.author, item)

    def replace_derived(self, derived: Derived, because: str) -> int:
        """Put what was worked out in place of what stood; return how many ids were allotted.

        What is allotted, merged, retired, changed or assessed anew is logged; what is as it was is left alone.
        """
        known = {row["id"]: row for row in self.connection.execute(select(tables.incidents)).mappings()}
        allotted = sum(self._keep_incident(each, known) for each in derived.incidents)
        self._close_ids(derived, known)
        for each in derived.assessments:
            self._keep_assessment(each, because)
        self._replace(
            tables.comparisons, ({"verdict": verdict, "content": dump(it)} for verdict, it in derived.comparisons)
        )
        values: dict[str, object] = {
            "copies": [list(group) for group in derived.copies],
            "contradictions": {name: [list(pair) for pair in pairs] for name, pairs in derived.contradictions.items()},
            "made_from": list(derived.made_from),
        }
        self._replace(tables.derived, ({"name": name, "content": dump(value)} for name, value in values.items()))
        return allotted

    def note_failure(self, failure: Failure) -> None:
        """Keep what went wrong with a document, in place of what went wrong before."""
        table = tables.failures
        values = {column.name: getattr(failure, column.name, None) for column in table.columns}
        values["at"] = datetime.now(UTC).isoformat(timespec="seconds")
        self._put(table, table.c.about == failure.about, values)

    def forget_failure(self, about: str) -> None:
        """A document that failed before went well."""
        self.connection.execute(delete(tables.failures).where(tables.failures.c.about == about))

    def last_input(self) -> int:
        """The number of the last entry that what is derived depends on."""
        return last_input(self.connection)

    def _add_text(self, report: Report) -> bool:
        table = tables.reports
        if self.has_report(report.id):
            return False
        encoded = codec.encode(report)
        del encoded["text"]
        encoded["text_sha256"] = codec.text_sha256(report.text)
        entry = self._log("report_added", report.id, encoded)
        publisher = encoded["publisher"] and dump(encoded["publisher"])
        number = self._insert(table, **{**encoded, "publisher": publisher, "text": report.text, "entry": entry})
        search.add(self.connection, number, report.title, report.text)
        return True

    def _add_reading(self, parts: RecordParts) -> bool:
        table, report = tables.readings, parts.report.id
        if self._has(table, (table.c.report == report) & (table.c.reader == parts.reader)):
            return False
        found = encode_found(parts)
        digest = found_sha256(found)
        entry = self._log("report_read", report, {"report": report, "reader": parts.reader, "sha256": digest})
        reading = self._insert(table, report=report, reader=parts.reader, sha256=digest, entry=entry)
        for kind, items in found.items():
            rows = [
                {"reading": reading, "position": position, "id": each.get("id", ""), "content": dump(each)}
                for position, each in enumerate(items)
            ]
            if rows:
                self.connection.execute(insert(tables.METADATA.tables[kind]), rows)
        return True

    def _keep_incident(self, incident: Incident, known: Mapping[str, RowMapping]) -> bool:
        """Keep an incident if it is new or not what it was; return whether its id was allotted now."""
        encoded = codec.encode(incident)
        before = known.get(incident.id)
        if before is not None and before["standing"] == "current" and before["content"] == dump(encoded):
            return False
        entry = self._log("incident_changed" if before is not None else "incident_allotted", incident.id, encoded)
        values = {"id": incident.id, "standing": "current", "successor": None, "content": dump(encoded), "entry": entry}
        self._put(tables.incidents, tables.incidents.c.id == values["id"], values)
        return before is None

    def _close_ids(self, derived: Derived, known: Mapping[str, RowMapping]) -> None:
        """Ids that stood and stand no more lead to the incident that they were merged into, or are retired."""
        current = {each.id for each in derived.incidents}
        successors = {old: each.id for each in derived.incidents for old in each.previous_codes}
        for old in sorted(known.keys() - current):
            successor = successors.get(old)
            standing = "retired" if successor is None else "merged"
            if (known[old]["standing"], known[old]["successor"]) == (standing, successor):
                continue
            entry = self._log(f"incident_{standing}", old, {"incident": old, "successor": successor})
            values = {
                "id": old,
                "standing": standing,
                "successor": successor,
                "content": known[old]["content"],
                "entry": entry,
            }
            self._put(tables.incidents, tables.incidents.c.id == values["id"], values)

    def _keep_assessment(self, assessment: Assessment, because: str) -> None:
        table, encoded = tables.assessments, codec.encode(assessment)
        same = (table.c.incident == assessment.incident) & (table.c.policy == assessment.policy)
        last = self.connection.scalar(select(table.c.content).where(same).order_by(table.c.number.desc()).limit(1))
        if last == dump(encoded):
            return
        payload = {"assessment": encoded, "because": because}
        entry = self._log("assessed", assessment.incident, payload)
        named = {name: encoded[name] for name in ("incident", "policy", "version")}
        self._insert(table, **named, because=because, content=dump(encoded), entry=entry)

    def _log(self, act: str, about: str, payload: Json) -> int:
        return log.append(self.connection, self.author, act, about, payload)

    def _has(self, table: Table, which: ColumnElement[bool]) -> bool:
        return self.connection.execute(select(table).where(which).limit(1)).first() is not None

    def _insert(self, table: Table, **values: object) -> int:
        result = self.connection.execute(insert(table).values(values))
        (number,) = result.inserted_primary_key or (0,)
        return int(number)

    def _put(self, table: Table, which: ColumnElement[bool], values: Mapping[str, object]) -> None:
        self.connection.execute(delete(table).where(which))
        self.connection.execute(insert(table).values(values))

    def _replace(self, table: Table, rows: Iterable[Mapping[str, object]]) -> None:
        self.connection.execute(delete(table))
        if listed := list(rows):
            self.connection.execute(insert(table), listed)


def last_input(connection: Connection) -> int:
    """The number of the last entry that brought something to match or assess: a reading or a judgement."""
    table = tables.log.c
    return connection.scalar(select(func.max(table.number)).where(table.act.in_(INPUTS))) or 0
