"""A program that adds reports to a case, works out its incidents, and kills itself on the way (SIGKILL: no goodbye).

    python -m tests.interrupted CASE REPORTS POINT

POINT counts what it does to the disk: every statement and commit of the database, every file that it opens, renames or
removes in the case. 0 is never; then the number of points is printed. Each report is printed when it is acknowledged.
"""

import os
import signal
import sys
from itertools import count
from pathlib import Path

from sqlalchemy import Engine, event

from everyclaim import case_adding, case_flow
from everyclaim.case_adding import Added
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
    for added in case_adding.add(opened, [reports], Options()):
        if isinstance(added, Added):
            print(added.report, flush=True)  # noqa: T201 the acknowledgement
    case_flow.refresh(opened)
    print(last, flush=True)  # noqa: T201 how many points there are


if __name__ == "__main__":
    main(*sys.argv[1:])
