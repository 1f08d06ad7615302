"""Opens the files of `files/` and files made on the spot, as intake does: through the confined child process."""

from collections.abc import Sequence
from pathlib import Path

from everyclaim.intake import Options, PassedOver, Refused, locate, take
from everyclaim.model import Report

FILES = Path(__file__).parent / "files"

Things = tuple[list[Report], list[PassedOver], list[Refused]]


def open_all(path: Path, options: Options | None = None) -> Things:
    """What is in a file or folder: reports, what was skipped, what failed."""
    taken = [each for location in locate(str(path)) for each in take(location, options or Options())]
    return (
        [each for each in taken if isinstance(each, Report)],
        [each for each in taken if isinstance(each, PassedOver)],
        [each for each in taken if isinstance(each, Refused)],
    )


def reports_in(folder: Path, name: str, content: bytes, **options: object) -> list[Report]:
    """The reports of a file with this content, in which nothing fails."""
    (folder / name).write_bytes(content)
    reports, _, refused = open_all(folder / name, Options(**options))  # type: ignore[arg-type]
    assert refused == []
    return reports


def sentences(refused: Sequence[Refused]) -> list[str]:
    return [str(each.error) for each in refused]
