"""The tables of a case, declared once: what is kept for ever, and what is worked out from it and may be made anew.

Where it stands: below `casebook.py` (writes) and `view.py` (reads). `migrations.py` leads to exactly these tables. All
columns are TEXT or INTEGER; what has a shape of its own is the codec's canonical JSON. Days and instants are ISO 8601.

Kept for ever: the log with its payloads, reports, readings with what was read, judgements, assessments, attachments.
Worked out (`incidents`, `comparisons`, `derived`): replaced as a whole at each refresh. Passing: `failures`, and what
is watched (`watched`, `seen`).
"""

from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Index, Integer, MetaData, Table, Text, UniqueConstraint

METADATA = MetaData()


def _table(name: str, *parts: Column[int] | Column[str] | Index | UniqueConstraint | ForeignKeyConstraint) -> Table:
    return Table(name, METADATA, *parts, sqlite_strict=True)


def _number() -> Column[int]:
    return Column("number", Integer, primary_key=True)


def _text(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null)


def _entry() -> Column[int]:
    """The entry of the log that came with the row, in one transaction."""
    return Column("entry", Integer, ForeignKey("log.number"), nullable=False)


migrations = _table("migrations", _number(), _text("name"), _text("applied_at"))

log = _table(
    "log",
    _number(),
    _text("at"),
    _text("by"),
    _text("software"),
    _text("act"),
    _text("about"),
    _text("payload_sha256"),
    _text("previous"),
    Column("hash", Text, nullable=False, unique=True),
)
"""The chain: `hash` covers all columns before it, and `previous` is the hash of the entry before."""

payloads = _table(
    "payloads",
    Column("number", Integer, ForeignKey("log.number"), primary_key=True),
    _text("salt", null=True),
    _text("content", null=True),
)
"""What an entry is about, apart from the chain, which holds a salted hash of it: it can go and the chain stay whole."""

reports = _table(
    "reports",
    _number(),
    Column("id", Text, nullable=False, unique=True),
    _text("original"),
    _text("text"),
    _text("text_sha256"),
    _text("language"),
    _text("path", null=True),
    _text("member", null=True),
    _text("url", null=True),
    _text("title", null=True),
    _text("publisher", null=True),
    _text("published", null=True),
    _entry(),
    _text("language_reason", null=True),
    Index("reports_by_url", "url"),
)

readings = _table(
    "readings",
    _number(),
    Column("report", Text, ForeignKey("reports.id"), nullable=False),
    _text("reader"),
    _text("sha256"),
    _entry(),
    UniqueConstraint("report", "reader"),
)
"""One run of a reader over a report; the last one of a report is what counts."""


def _found(name: str) -> Table:
    """What a reading found of one kind, in its order. The same claim keeps its id from reading to reading."""
    return _table(
        name,
        Column("reading", Integer, ForeignKey("readings.number"), primary_key=True),
        Column("position", Integer, primary_key=True),
        _text("id"),
        _text("content"),
        Index(f"{name}_by_id", "id"),
    )


claims = _found("claims")
happenings = _found("happenings")
evidence = _found("evidence")
victims = _found("victims")
troubles = _found("troubles")

judgements = _table(
    "judgements", _number(), Column("id", Text, nullable=False, unique=True), _text("content"), _entry()
)

assessments = _table(
    "assessments",
    _number(),
    _text("incident"),
    _text("policy"),
    _text("version"),
    _text("because"),
    _text("content"),
    _entry(),
    Index("assessments_by_incident", "incident", "policy"),
)
"""Every assessment ever made; the last one of an incident and policy is what counts."""

incidents = _table(
    "incidents",
    Column("id", Text, primary_key=True),
    _text("standing"),
    _text("successor", null=True),
    _text("content"),
    _entry(),
)
"""Every id ever allotted. `standing`: current, merged (then `successor` is where it leads) or retired."""

comparisons = _table("comparisons", _number(), _text("verdict"), _text("content"))
"""What matching joined, refused or found doubtful, with the reasons."""

derived = _table("derived", Column("name", Text, primary_key=True), _text("content"))
"""Single values worked out at the last refresh: which reports are copies, and what the refresh was made from."""

attachments = _table(
    "attachments",
    _number(),
    _text("about"),
    _text("original"),
    _text("name"),
    _text("kind"),
    Column("size", Integer, nullable=False),
    _text("origin"),
    _entry(),
    Index("attachments_by_about", "about"),
)
"""Evidence that a person attached to an incident or report; its bytes lie in the store."""

watched = _table(
    "watched",
    Column("source", Text, primary_key=True),
    _text("since"),
    _text("looked_at", null=True),
    _text("trouble", null=True),
    _text("capture", null=True),
    _entry(),
)
"""Feeds and folders that the case watches: when they were last looked at, what was wrong then, and the last capture of
a feed that the log tells of."""

seen = _table(
    "seen",
    Column("source", Text, primary_key=True),
    Column("entry", Text, primary_key=True),
    _text("mark"),
    Column("tries", Integer, nullable=False),
    _text("waiting", null=True),
)
"""What was seen in them: `mark` is what an entry was like; `waiting` is kept of one that is tried again."""

failures = _table(
    "failures",
    Column("about", Text, primary_key=True),
    _text("stage"),
    _text("step", null=True),
    _text("sentence"),
    _text("trace", null=True),
    _text("at"),
)
"""Documents that could not be taken in or read when they were last tried."""
