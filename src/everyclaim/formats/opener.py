"""Opens a file in the confined child process, and goes on after whatever brought that down.

    for piece in open_file(Request(file, "mail.mbox", "mbox", Asked())): ...

Where it stands: intake calls it; `child.py` is the other end. The child process is started when it is first needed and
kept for all further files of this process.
"""

import atexit
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from everyclaim import codec
from everyclaim.errors import MissingPart
from everyclaim.formats import frames
from everyclaim.formats.pieces import MEMORY, SECONDS, Asked, Contents, Failed, Listed, Skipped
from everyclaim.formats.walk import Step

PATIENCE = 180.0
"""Seconds to wait for a sign of life. A process that works is ended by its own limit long before."""

MOST_FALLS = 20
"""How often a file may bring the process down before the rest of it is given up."""

Opened = Contents | Skipped | Failed | Listed


@dataclass(frozen=True, slots=True)
class Request:
    """Which file to open, and how.

    Args:
        file: the file, open for reading.
        name: its name, whose ending may tell kinds of text apart.
        kind: its kind by its first bytes (`kinds.py`).
        asked: the limits and columns.
        encoding: the one that its server named.
        url: where its server had it.
    """

    file: BinaryIO
    name: str
    kind: str
    asked: Asked
    encoding: str | None = None
    url: str | None = None


@dataclass(slots=True)
class Course:
    """How an attempt went: what is open, whether all was opened, and what ended it if not."""

    open: list[str] = field(default_factory=list)
    done: bool = False
    fault: str = ""


@dataclass(slots=True, eq=False)
class Opener:
    """The child process, from its start to its end; `owner` started it, `memory` is the most KB that a file took."""

    process: subprocess.Popen[bytes]
    connection: socket.socket
    owner: int
    memory: int = 0
    is_busy: bool = False

    def attempt(self, request: Request, after: str | None, course: Course) -> Iterator[Opened]:
        """Open a file, all that comes after a member; how it goes is written into `course`."""
        reading, writing = os.pipe()
        try:
            self._send(request, after, writing)
        finally:
            os.close(writing)
        child, heard = self._answer()["process"], False
        try:
            yield from _listen(reading, course)
            heard = True
        except TimeoutError:
            course.fault = "SIGXCPU"
        finally:
            os.close(reading)
            if not heard:
                os.kill(child, signal.SIGKILL)
            self._finish(course)

    def _send(self, request: Request, after: str | None, writing: int) -> None:
        asked: dict[str, object] = {"kind": request.kind, "name": request.name, "after": after}
        asked |= {"encoding": request.encoding, "url": request.url}
        asked |= {"largest": request.asked.largest, "columns": request.asked.columns}
        request.file.seek(0)
        socket.send_fds(self.connection, [json.dumps(asked).encode("ascii")], [request.file.fileno(), writing])

    def _answer(self) -> dict[str, int]:
        content = frames.read(self.connection.fileno(), PATIENCE)
        if content is None:
            raise EOFError
        return {str(name): int(value) for name, value in json.loads(content).items()}

    def _finish(self, course: Course) -> None:
        self.connection.sendall(b"\0")
        answer = self._answer()
        self.memory = max(self.memory, answer["memory"])
        if os.WIFSIGNALED(answer["status"]) and not course.fault:
            course.fault = signal.Signals(os.WTERMSIG(answer["status"])).name

    def close(self) -> None:
        """End the process."""
        OPENERS.remove(self)
        self.connection.close()
        self.process.wait()


def _listen(reading: int, course: Course) -> Iterator[Opened]:
    """Pass on what is found, and keep count of what is open."""
    while (content := frames.read(reading, PATIENCE)) is not None:
        message = json.loads(content)
        if "fault" in message:
            course.fault = f"{message['fault']}: {message['said']}".rstrip(": ")
            return
        ((name, value),) = message.items()
        found = codec.decode(value, frames.KINDS[name])
        if not isinstance(found, Step):
            yield found
        elif found.what == "begin":
            course.open.append(found.member)
        else:
            course.open.pop()
            course.done = not course.open


def open_file(request: Request) -> Iterator[Opened]:
    """Open a file and all that lies in it. What brings the child process down is told, and the rest goes on.

    Raises:
        MissingPart: this system cannot confine a process.
    """
    after = None
    for _ in range(MOST_FALLS):
        opener, course = _take(), Course()
        try:
            yield from opener.attempt(request, after, course)
        except (EOFError, OSError):
            opener.close()
            course.fault = course.fault or "SIGKILL"
            if not course.open and not course.done:
                continue  # the process was gone before it began; no file is to blame, and the next one is asked
        finally:
            opener.is_busy = False
        if course.done:
            return
        after = course.open[-1] if course.open else ""
        yield _failed(after, course.fault)
        if not after:
            return
    yield Failed("", "BrokenInput", f"It brought the process that opens it down {MOST_FALLS} times; unpack it.")


def _failed(member: str, fault: str) -> Failed:
    if fault == "MemoryError" or fault.startswith("MemoryError:"):
        return Failed(member, "TooCostly", f"It needs more than {MEMORY / 1e6:g} MB of memory to open; cut it up.")
    if fault == "SIGXCPU":
        return Failed(member, "TooCostly", f"It takes more than {SECONDS} seconds to open; cut it up.")
    if not fault.startswith("SIG"):
        return Failed(member, "BrokenInput", f"It is broken, or of a form that is not known here ({fault}).")
    return Failed(member, "BrokenInput", f"It brings down the process that opens it ({fault}); it is broken.")


OPENERS: list[Opener] = []
"""Every child process, also a busy one: what holds it may be thrown away half-way, and must find it alive then."""


def _take() -> Opener:
    """A child process that waits for a file. A fork of the process that started it must start its own."""
    for opener in OPENERS:
        if not opener.is_busy and opener.owner == os.getpid():
            opener.is_busy = True
            return opener
    return _start()


def _start() -> Opener:
    if not hasattr(os, "fork"):
        raise MissingPart("This system cannot confine a process; files other than text are opened on Linux and macOS.")
    ours, theirs = socket.socketpair()
    arguments = [sys.executable, "-P", "-m", "everyclaim.formats.child", str(theirs.fileno())]
    environment = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "LC_ALL": "C.UTF-8"}
    with theirs:
        process = subprocess.Popen(  # noqa: S603 our own interpreter and module
            arguments,
            pass_fds=[theirs.fileno()],
            cwd="/",
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    opener = Opener(process, ours, os.getpid(), is_busy=True)
    OPENERS.append(opener)
    return opener


@atexit.register
def _close_all() -> None:
    for opener in [each for each in OPENERS if each.owner == os.getpid()]:
        opener.close()
