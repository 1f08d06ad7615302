"""Small cases for the store's tests: made of the model's builders, without reading anything."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from tests import make

from everyclaim import codec
from everyclaim.casebook import Author, Case, Casebook, Derived, Folder, View, make_folder, open_casebook, open_view
from everyclaim.codec import RecordParts

ANA = Author("ana", "everyclaim test")


def parts(text: str = make.TEXT, **changes: object) -> RecordParts:
    """The parts of one report with something of every kind, all of it quoting its first words."""
    report = make.report(text, **changes)
    report = replace(report, id=codec.report_id(report.original, None, report.path or report.url, report.published))
    quote = text.split(maxsplit=1)[0]
    mention = make.mention(make.figure(), quote, report)
    claim = make.claim(id="c" + report.id[1:13], report=report.id, value=mention.meaning)
    return RecordParts(
        report,
        "made",
        [replace(claim, value=mention)],
        [make.happening(report=report.id)],
        [replace(make.evidence(), span=make.span(quote, report))],
        [replace(make.victim(), report=report.id, mentions=(make.span(quote, report),))],
        [make.mention("repeated_words", quote, report)],
    )


def derived(view: View, *incidents: str) -> Derived:
    """Incidents of these ids, each of one report, with one assessment each."""
    told = [make.incident(id=name, happenings=((report, "h1"),)) for name, report in zip(incidents, view.report_ids())]  # noqa: B905 fewer ids than reports
    assessed = [make.assessment(incident=name) for name in incidents]
    return Derived(told, (), assessed, [("join", {"score": 1.0})], [], {}, (view.last_input(), "test"))


@contextmanager
def writing(folder: Folder) -> Iterator[Casebook]:
    with open_casebook(Case(folder, ANA)) as casebook:
        yield casebook


def made(path: Path, *reports: RecordParts) -> Folder:
    """A case on disk with these reports and their originals."""
    folder = make_folder(path)
    with writing(folder) as casebook, casebook.work() as work:
        work.start("case")
        for each in reports:
            put_original(folder, each.report.text)
            work.add_report(each)
    return folder


def put_original(folder: Folder, text: str) -> None:
    content = text.encode("utf-8", "surrogatepass")
    digest = codec.sha256(content)
    path = folder.store / "sha256" / digest[:2] / digest
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def refreshed(folder: Folder, *incidents: str) -> None:
    with open_view(folder) as view:
        result = derived(view, *incidents)
    with writing(folder) as casebook, casebook.work() as work:
        work.replace_derived(result, "a test")
