"""The store of a case: reports, claims, incidents, assessments, judgements and the log (docs/reference/case.md)."""

from everyclaim.casebook.attachments import Attachment
from everyclaim.casebook.casebook import Casebook, Derived, Failure, Work
from everyclaim.casebook.coded import payload_of
from everyclaim.casebook.folder import Case, Folder, find_folder, make_folder, open_casebook, open_view
from everyclaim.casebook.heeded import correct, heed, standing
from everyclaim.casebook.log import Author
from everyclaim.casebook.search import Hit
from everyclaim.casebook.view import View
from everyclaim.casebook.watched import Seen, Watched

__all__ = [
    "Attachment",
    "Author",
    "Case",
    "Casebook",
    "Derived",
    "Failure",
    "Folder",
    "Hit",
    "Seen",
    "View",
    "Watched",
    "Work",
    "correct",
    "find_folder",
    "heed",
    "make_folder",
    "open_casebook",
    "open_view",
    "payload_of",
    "standing",
]
