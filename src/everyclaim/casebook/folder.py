"""A case on disk: a plain folder that can be copied, and in which one file and one store hold everything.

    CASE/README.txt                       what this is, for whoever finds it
    CASE/everyclaim/case.sqlite           reports, claims, incidents, assessments, judgements, log
    CASE/everyclaim/store/sha256/ab/...   the originals, never changed
    CASE/everyclaim/store/captures/ab/... the links that were fetched, as they came over the wire (WARC)
    CASE/everyclaim/log/                  exports of the log
    CASE/everyclaim/policies/             the policies as data, one file a policy and version
    CASE/exports/DATE/                    what was exported

Where it stands: it opens the store for `case_flow.py` and the commands. Everything else in the folder is the user's.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError, IntegrityError

from everyclaim.casebook.casebook import Casebook
from everyclaim.casebook.log import Author
from everyclaim.casebook.migrations import migrate
from everyclaim.casebook.store import open_for_reading, open_for_writing
from everyclaim.casebook.view import View, viewing
from everyclaim.errors import BrokenStore

README = """This folder is a case of everyclaim: reports about armed conflict, every claim in them kept with its words,
and the incidents that they tell of.

everyclaim/   the case itself. Do not change anything in it by hand: `everyclaim verify` would say so.
              case.sqlite holds everything but the originals, which lie unchanged in store/ by their SHA-256.
exports/      what was exported, by day.

Everything else in this folder is yours. To look into the case: everyclaim incidents --case .
Copy the whole folder to keep it or to hand it on; it may name people who are in danger.
"""


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder of a case, with the places in it."""

    path: Path

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.path / "everyclaim" / "case.sqlite"

    @property
    def is_writable(self) -> bool:
        """Whether this machine lets us write the case."""
        return os.access(self.database, os.W_OK) and os.access(self.database.parent, os.W_OK)

    @property
    def store(self) -> Path:
        """Where the originals lie."""
        return self.path / "everyclaim" / "store"

    @property
    def logs(self) -> Path:
        """Where exports of the log go."""
        return self.path / "everyclaim" / "log"

    @property
    def policies(self) -> Path:
        """Where the policies that assessed are kept as data."""
        return self.path / "everyclaim" / "policies"

    @property
    def exports(self) -> Path:
        """Where exports go."""
        return self.path / "exports"


@dataclass(frozen=True, slots=True)
class Case:
    """A case and who works on it, with which program."""

    folder: Folder
    author: Author


def make_folder(path: Path) -> Folder:
    """Make the plain folders of a case, the readme last.

    Raises:
        ValueError: there is a case already.
        BrokenStore: the folder cannot be written.
    """
    folder = Folder(path)
    if folder.database.exists():
        raise ValueError(f"{path} is a case already; add reports with `everyclaim add`.")
    try:
        for each in (folder.store, folder.logs, folder.policies, folder.exports):
            each.mkdir(parents=True, exist_ok=True)
        readme = folder.path / "README.txt"
        if not readme.exists():
            readme.write_text(README, encoding="utf-8")
    except OSError as error:
        raise BrokenStore(f"No case can be made at {path} ({(error.strerror or 'unknown reason').lower()}).") from error
    return folder


def find_folder(start: Path) -> Folder | None:
    """The case that contains a folder, or is it."""
    here = start.absolute()
    return next((Folder(each) for each in (here, *here.parents) if Folder(each).database.is_file()), None)


@contextmanager
def open_casebook(case: Case) -> Iterator[Casebook]:
    """Open a case for writing, its tables brought up to date.

    Raises:
        BrokenStore: it cannot be written, was written by a newer everyclaim, or is no case.
    """
    engine = open_for_writing(case.folder.database)
    with _told(engine, case.folder):
        migrate(engine)
        yield Casebook(engine, case.author)


@contextmanager
def open_view(folder: Folder) -> Iterator[View]:
    """Open a case for reading alone.

    Raises:
        BrokenStore: it cannot be read, or is no case.
    """
    engine = open_for_reading(folder.database)
    with _told(engine, folder), viewing(engine) as view:
        yield view


@contextmanager
def _told(engine: Engine, folder: Folder) -> Iterator[None]:
    """Tell what the database cannot do as a failure of the world, and let go of the file in the end."""
    try:
        yield
    except IntegrityError:
        raise
    except DatabaseError as error:
        raise BrokenStore(f"The case at {folder.path} cannot be used ({error.orig}).") from error
    finally:
        engine.dispose()
