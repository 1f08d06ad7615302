"""Reports come into a case: intake -> read -> keep, one after the other, each acknowledged when it is on the disk.

Where it stands: above `flow.py`, whose fence every report goes through. Nothing is matched here and no id is allotted:
that waits until somebody asks for incidents (`case_flow.refresh`), so that the order of adding does not matter.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from everyclaim import codec
from everyclaim.casebook import Case, Casebook, Failure, Folder, open_casebook
from everyclaim.flow import Trouble, fence, name_of, notes, read_parts, reader, take_safely
from everyclaim.intake import Capture, Location, Options, PassedOver, capture_at, find_capture, locate
from everyclaim.model import Report


@dataclass(frozen=True, slots=True)
class Added:
    """A report that is in the case; `new` if it was not there before. `notes` say what could not be done for it."""

    report: str
    name: str
    new: bool
    notes: tuple[str, ...] = ()


def add(case: Case, sources: Iterable[str], options: Options) -> Iterator[Added | PassedOver | Trouble]:
    """Add every report of every source; each is kept when it is yielded, and one that fails is told.

    It may be stopped at any moment and run again: what is kept already is passed over.

    Raises:
        MissingPart: the English pipeline or the gazetteer is absent or not the one pinned; nothing can be read.
    """
    reader()
    taking = replace(options, archive=case.folder.store)
    with open_casebook(case) as casebook:
        for source in sources:
            for location in locate(source):
                if not is_own(location, case.folder):
                    yield from add_located(casebook, location, taking)


def add_located(casebook: Casebook, location: Location, options: Options) -> Iterator[Added | PassedOver | Trouble]:
    """Add every report of a document, as `add` does; `options` name the case's store as archive."""
    for taken in take_safely(location, options):
        match taken:
            case Report():
                added = _add_one(casebook, taken, name_of(taken, location))
                if isinstance(added, Added):
                    _note_capture(casebook, added.report, location, options)
                yield added
            case Trouble():
                yield _failed(casebook, taken)
            case PassedOver():
                yield taken


def _add_one(casebook: Casebook, report: Report, name: str) -> Added | Trouble:
    with casebook.work() as work:
        if work.has_report(report.id):
            return Added(report.id, name, new=False)
        # A page is made anew at every visit: counters, menus and advertisements change, and the words stay.
        if report.url and not (report.path or report.member) and (same := work.same_report(report)) is not None:
            work.forget_failure(name)
            return Added(same, name, new=False)
    parts = fence("read", name, read_parts, report)
    if isinstance(parts, Trouble):
        return _failed(casebook, parts)
    with casebook.work() as work:
        new = work.add_report(parts)
        work.forget_failure(name)
    return Added(report.id, name, new, tuple(notes(report)))


def _note_capture(casebook: Casebook, report: str, location: Location, options: Options) -> None:
    """Log the fetch that a report came by: when, over which addresses, and the hash of its file."""
    if (found := _capture_of(location, options)) is not None:
        with casebook.work() as work:
            work.note_capture(report, codec.encode(found))


def _capture_of(location: Location, options: Options) -> Capture | None:
    if options.archive is None or location.kind not in {"link", "capture"}:
        return None
    find = find_capture if location.kind == "link" else capture_at
    return find(options.archive, location.at)


def _failed(casebook: Casebook, trouble: Trouble) -> Trouble:
    with casebook.work() as work:
        work.note_failure(Failure(trouble.about, trouble.stage, trouble.sentence, trouble.step, trouble.trace))
    return trouble


def is_own(location: Location, folder: Folder) -> bool:
    """Whether it is a file of the case itself: people keep their reports in the case's folder and add all of it."""
    if location.kind != "file":
        return False
    path, case = Path(location.at).absolute(), folder.path.absolute()
    own = (case / "everyclaim", folder.exports.absolute())
    return path == case / "README.txt" or any(path.is_relative_to(each) for each in own)
