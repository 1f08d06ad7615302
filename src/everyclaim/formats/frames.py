"""How the child process and its parent speak: frames of JSON, each behind its length in four bytes.

Nothing that comes from the child is trusted: a frame is JSON of a known shape, or the child is taken for broken.
"""

import json
import os
import struct
from dataclasses import asdict
from datetime import date
from select import select

from everyclaim.formats.pieces import Contents, Failed, Listed, Skipped
from everyclaim.formats.walk import Message, Step

LARGEST_FRAME = 400_000_000
"""Bytes of a frame. A text of the largest size allowed, all of signs that JSON writes in twelve characters, is less."""

KINDS: dict[str, type[Message]] = {
    "step": Step,
    "contents": Contents,
    "skipped": Skipped,
    "failed": Failed,
    "listed": Listed,
}
_NAMES = {kind: name for name, kind in KINDS.items()}


def encode(message: Message) -> bytes:
    """A message as a frame."""
    return pack({_NAMES[type(message)]: asdict(message)})


def pack(value: dict[str, object]) -> bytes:
    """JSON as a frame."""
    content = json.dumps(value, default=date.isoformat).encode("ascii")
    return struct.pack("!I", len(content)) + content


def write(handle: int, frame: bytes) -> None:
    """Write a frame to a pipe, all of it."""
    left = memoryview(frame)
    while left:
        left = left[os.write(handle, left) :]


def read(handle: int, patience: float) -> bytes | None:
    """Read one frame's content from a pipe; None at its end.

    Raises:
        TimeoutError: nothing came for that many seconds.
        ValueError: what comes is no frame.
    """
    start = _exactly(handle, 4, patience)
    if not start:
        return None
    size = struct.unpack("!I", start)[0] if len(start) == 4 else LARGEST_FRAME + 1
    if size > LARGEST_FRAME:
        raise ValueError("The child process sent no frame.")
    content = _exactly(handle, size, patience)
    return content if len(content) == size else None


def _exactly(handle: int, size: int, patience: float) -> bytes:
    """Read so many bytes, or fewer if the pipe ends before."""
    content = bytearray()
    while len(content) < size:
        if not select([handle], [], [], patience)[0]:
            raise TimeoutError
        piece = os.read(handle, min(size - len(content), 1 << 20))
        if not piece:
            break
        content += piece
    return bytes(content)
