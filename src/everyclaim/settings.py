"""One frozen `Settings`: the only file that reads the environment.

Imported by cli, workbench and flow alone; stages take a frozen options value of their own.
"""

import os
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things lie on this machine, and the limits that guard it.

    Args:
        gazetteer: the built gazetteer file (SQLite).
        own_gazetteer: places that the user imported; need not exist.
        own_actors: actors that the user imported; need not exist.
        archive: folder in which originals are kept by their SHA-256; None keeps none.
        largest_report: the most bytes that one report may have.
        fetch_seconds: how long a link may take to answer.
        redirects: how many redirects a link may make.
    """

    gazetteer: Path = PACKAGE / "lexicon" / "packs" / "geonames.sqlite"
    own_gazetteer: Path = Path.home() / ".local" / "share" / "everyclaim" / "places.sqlite"
    own_actors: Path = Path.home() / ".local" / "share" / "everyclaim" / "actors.yaml"
    archive: Path | None = None
    largest_report: int = 20_000_000
    fetch_seconds: float = 20.0
    redirects: int = 5


def from_environment() -> Settings:
    """Read `EVERYCLAIM_GAZETTEER`, `EVERYCLAIM_OWN_GAZETTEER`, `EVERYCLAIM_OWN_ACTORS` and `EVERYCLAIM_ARCHIVE`.

    All else has its default.
    """
    default = Settings()
    archive = os.environ.get("EVERYCLAIM_ARCHIVE")
    return Settings(
        gazetteer=Path(os.environ.get("EVERYCLAIM_GAZETTEER", default.gazetteer)),
        own_gazetteer=Path(os.environ.get("EVERYCLAIM_OWN_GAZETTEER", default.own_gazetteer)),
        own_actors=Path(os.environ.get("EVERYCLAIM_OWN_ACTORS", default.own_actors)),
        archive=Path(archive) if archive else None,
    )
