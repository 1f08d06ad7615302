"""Takes from a process what opening a hostile file does not need: memory, time, files, network, other programs.

Where it stands: the child process calls it (`child.py`), `leave_network` once and `confine` before each file. What the
system offers is used, in layers: limits on resources everywhere; on Linux Landlock (no file can be opened by name, no
TCP) and a network of its own with nobody in it; and Python's own audit hook, which stops what the kernel was not asked
to. A file that is already open stays open: that is how the one file to read comes in.
"""

import ctypes
import resource
import sys

from everyclaim.formats.pieces import MEMORY, SECONDS

_NEW_USER, _NEW_NET = 0x10000000, 0x40000000
_NO_NEW_PRIVILEGES = 38
_CREATE_RULESET, _RESTRICT_SELF = 444, 446
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
"""By Landlock's version, how many rights over files it knows; each is one bit."""

_FORBIDDEN = (
    "socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "os.kill", "ctypes.dlopen",
    "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.chmod", "os.truncate",
)  # fmt: skip


def leave_network() -> bool:
    """Move this process, and all that it forks, to a network with nobody in it; return whether the system lets us."""
    if sys.platform != "linux":
        return False
    return bool(_libc().unshare(_NEW_USER | _NEW_NET) == 0)


def confine() -> None:
    """Confine this process for good. Everything that it will need must be loaded already."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    allow_more_time()
    if sys.platform == "linux":
        _lock_files()
    sys.addaudithook(_refuse)


def allow_more_time() -> None:
    """Let the process work on from now for as long as one result may take; the system ends it after that."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + SECONDS, hard))


def landlock_version() -> int:
    """Which version of Landlock the kernel has; 0 is none."""
    if sys.platform != "linux":
        return 0
    return max(0, int(_libc().syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), 1)))


def _lock_files() -> None:
    """Give up every right to open files and TCP connections that the kernel lets a process give up."""
    version = landlock_version()
    if not version:
        return
    libc = _libc()
    rights = (1 << _FILE_RIGHTS.get(version, max(_FILE_RIGHTS.values()))) - 1
    attributes = (ctypes.c_uint64 * 2)(rights, 3)
    size = ctypes.c_size_t(16 if version >= 4 else 8)
    ruleset = libc.syscall(_CREATE_RULESET, attributes, size, 0)
    if ruleset >= 0 and libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) == 0:
        libc.syscall(_RESTRICT_SELF, ruleset, 0)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Stop what a library may try: reaching out, starting programs, opening files by name."""
    by_name = event == "open" and not isinstance(arguments[0], int)
    if by_name or event.startswith(_FORBIDDEN):
        raise PermissionError(f"A confined process tried {event} {arguments[:1]!r}.")


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
