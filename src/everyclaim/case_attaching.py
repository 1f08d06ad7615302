"""Evidence comes into a case: a picture, video or document is kept by its hash, with what it belongs to and its origin.

Where it stands: beside `case_adding.py`. Nothing is read in an attached file, and no claim is made of it; which claims
it supports is for people to say.
"""

from pathlib import Path

from everyclaim.casebook import Attachment, Case, View, open_casebook, open_view
from everyclaim.errors import UnreadableInput
from everyclaim.formats.kinds import HEAD, kind_of
from everyclaim.formats.table import NO_REPORTS
from everyclaim.intake.archive import hash_of, keep


def attach(case: Case, path: Path, to: str, origin: str) -> tuple[Attachment, bool]:
    """Attach a file to an incident or report; return it, and whether it is new there.

    Raises:
        ValueError: there is no such incident or report, or no origin is given.
        UnreadableInput: the file cannot be opened.
        BrokenStore: the case cannot be written.
    """
    if not origin.strip():
        raise ValueError("Say where the file is from; --origin takes a link, a name, or a sentence.")
    with open_view(case.folder) as view:
        about = _find(view, to)
    try:
        with path.open("rb") as file:
            kind = kind_of(file.read(HEAD), path.name)
            size, original = file.seek(0, 2), hash_of(file)
            keep(file, original, case.folder.store)
    except OSError as error:
        said = (error.strerror or "unknown reason").lower()
        raise UnreadableInput(f"{path.name}: It cannot be opened ({said}).") from error
    item = Attachment(about, original, path.name, NO_REPORTS.get(kind, kind), size, origin.strip())
    with open_casebook(case) as casebook, casebook.work() as work:
        return item, work.attach(item)


def _find(view: View, name: str) -> str:
    try:
        return view.resolve(name)
    except KeyError:
        report = view.find_report(name)
    if report is None:
        raise ValueError(f"There is no incident or report {name!r}; see `everyclaim incidents`.")
    return report
