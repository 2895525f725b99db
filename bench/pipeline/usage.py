"""Processor time of a process and all that it started."""

from __future__ import annotations

import os
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")


def processor_seconds(*roots: int) -> float:
    """Seconds that these processes and their descendants have used, those included that have ended."""
    parents = dict(_parents())
    return sum(_ticks(pid) for pid in parents if _descends(pid, frozenset(roots), parents)) / TICK


def server_pid() -> int:
    """The embedded server that this process has started."""
    ours = (pid for pid, parent in _parents() if parent == os.getpid())
    return next(pid for pid in ours if Path(f"/proc/{pid}/comm").read_text().strip() == "postgres")


def _parents() -> list[tuple[int, int]]:
    pids = [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]
    return [(pid, int(fields[1])) for pid in pids if (fields := _fields(pid))]


def _descends(pid: int, roots: frozenset[int], parents: dict[int, int]) -> bool:
    while pid > 1:
        if pid in roots:
            return True
        pid = parents.get(pid, 0)
    return False


def _ticks(pid: int) -> int:
    """User and system time of a process, and of its children that have ended (proc(5))."""
    fields = _fields(pid)
    return sum(int(each) for each in fields[11:15]) if fields else 0


def _fields(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []
