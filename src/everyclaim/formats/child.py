"""The process that opens files: `python -m everyclaim.formats.child SOCKET`. It never sees a case, nor the network.

Where it stands: started once by `opener.py`, with nothing of the parent's but a socket. For each file it gets the open
file itself and a pipe, forks, and the fork confines itself and opens that one file. So a parser that crashes, hangs or
is taken over by a hostile file loses that file and nothing else, and a file costs a fork instead of a start of Python.

Whatever a parser raises ends the fork: there is no handler here. The end of the process is the fence.
"""

import json
import os
import signal
import socket
import sys
from types import TracebackType
from typing import TypedDict

from everyclaim.formats import frames
from everyclaim.formats.confine import allow_more_time, confine, leave_network
from everyclaim.formats.pieces import Asked, Document
from everyclaim.formats.table import prepare
from everyclaim.formats.walk import walk

LONGEST_REQUEST = 65536


class Request(TypedDict):
    """What the parent asks, beside the two handles: the file, and the pipe for what is found."""

    kind: str
    name: str
    encoding: str | None
    url: str | None
    largest: int
    columns: list[tuple[str, str]]
    after: str | None


def serve(connection: socket.socket) -> None:
    """Open file after file until the parent goes away."""
    leave_network()
    while True:
        content, handles, _, _ = socket.recv_fds(connection, LONGEST_REQUEST, 2)
        if not content:
            return
        request: Request = json.loads(content)
        prepare(request["kind"])
        child = os.fork()
        if not child:
            connection.close()
            open_file(request, *handles)
            os._exit(0)
        for each in handles:
            os.close(each)
        connection.sendall(frames.pack({"process": child}))
        # The parent may end the fork by its number, which stays its own until it is waited for: so that comes last.
        if not connection.recv(1):
            os.kill(child, signal.SIGKILL)
        _, status, used = os.wait4(child, 0)
        connection.sendall(frames.pack({"status": status, "memory": used.ru_maxrss}))


def open_file(request: Request, file: int, pipe: int) -> None:
    """Open one file, confined, and write what is found to the pipe."""

    def tell(kind: type[BaseException], error: BaseException, _where: TracebackType | None) -> None:
        said = " ".join(str(error).split())[:300]
        frames.write(pipe, frames.pack({"fault": kind.__name__, "said": said}))

    sys.excepthook = tell
    asked = Asked(request["largest"], tuple((wanted, column) for wanted, column in request["columns"]))
    with os.fdopen(file, "rb") as opened:
        document = Document(opened, request["name"], "", request["encoding"], request["url"], asked)
        confine()
        for message in walk(document, request["after"]):
            frames.write(pipe, frames.encode(message))
            allow_more_time()


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
