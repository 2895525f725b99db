"""A program that becomes another account, asks to end with its parent, and turns into PostgreSQL.

It runs as a script, by its path and with the standard library alone: in a child of a threaded process no Python may run
between fork and exec, and the server's account need not be able to read the environment that Boswell lives in.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1
NO_ACCOUNT = "-"


def command(account: object) -> list[str]:
    """What to put before a program and its arguments. ``account`` has ``uid`` and ``gid``; None keeps the caller's."""
    uid, gid = getattr(account, "uid", NO_ACCOUNT), getattr(account, "gid", NO_ACCOUNT)
    return [sys.executable, "-I", "-S", __file__, str(os.getpid()), str(uid), str(gid)]


def end_with_parent(parent: int) -> None:
    """Have the kernel send SIGINT (fast shutdown) when the parent dies. Linux only; elsewhere nothing happens.

    Raises:
        SystemExit: the parent is dead already.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGINT, 0, 0, 0)
        if os.getppid() != parent:
            raise SystemExit(1)


def main(arguments: list[str]) -> None:
    """``PARENT UID GID PROGRAM ARGUMENT...``: never returns."""
    parent, uid, gid, *program = arguments
    if uid != NO_ACCOUNT:
        os.setgroups([])
        os.setgid(int(gid))
        os.setuid(int(uid))  # clears the death signal, so that comes after
    end_with_parent(int(parent))
    os.execv(program[0], program)  # noqa: S606 - the launcher's own command


if __name__ == "__main__":
    main(sys.argv[1:])
