"""A program that adds reports to a case, works out its incidents, and kills itself on the way (SIGKILL: no goodbye).

    python -m tests.interrupted CASE REPORTS POINT
    python -m tests.interrupted CASE loopback:PORT POINT

With a port of `tests/loopback.py` it looks once at the feeds that the case watches.

POINT counts what it does to the disk: every statement and commit of the database, every file that it opens, renames or
removes in the case. 0 is never; then the number of points is printed. Each report is printed when it is acknowledged.
"""

import os
import signal
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from sqlalchemy import Engine, event
from tests import loopback

from everyclaim import case_adding, case_flow, case_watching
from everyclaim.case_adding import Added
from everyclaim.casebook import Case
from everyclaim.flow import reader
from everyclaim.intake import Options

_FILES = {"open", "os.rename", "os.remove", "os.chmod", "os.mkdir"}


def main(case: str, reports: str, point: str) -> None:
    """Run, and die at the point."""
    reader()
    opened = case_flow.open_case(Path(case), "ana")
    steps = count(1)
    last = 0

    def step(*_args: object, **_named: object) -> None:
        nonlocal last
        last = next(steps)
        if last == int(point):
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(happening: str, args: tuple[object, ...]) -> None:
        if happening in _FILES and case in str(args[0]):
            step()

    sys.addaudithook(watch)
    event.listen(Engine, "before_cursor_execute", step)
    event.listen(Engine, "commit", step)
    for added in bring(opened, reports):
        if isinstance(added, Added):
            print(added.report, flush=True)  # noqa: T201 the acknowledgement
    case_flow.refresh(opened)
    print(last, flush=True)  # noqa: T201 how many points there are


def bring(case: Case, reports: str) -> Iterator[object]:
    """Add reports, or look at what is watched."""
    if not reports.startswith("loopback:"):
        return case_adding.add(case, [reports], Options())
    sources = [each.source for each in case_watching.watched(case)]
    return case_watching.look(case, sources, loopback.options(int(reports.removeprefix("loopback:"))))


if __name__ == "__main__":
    main(*sys.argv[1:])
