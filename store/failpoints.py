"""Named moments at which a test kills the process, to show that nothing is lost there. In production they do nothing.

``BOSWELL_FAILPOINTS`` names them: ``batch.kept=3`` ends the process by SIGKILL the third time it comes by that point,
as a power cut would. Without the variable ``reach`` is a function that returns.
"""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import Mapping
from threading import Lock
from typing import Final

VARIABLE: Final = "BOSWELL_FAILPOINTS"
# Each stands before or after a commit, or between two steps of what one transaction does.
NAMES: Final = (
    "due.taken",
    "batch.kept",
    "batch.asked-for",
    "batch.committed",
    "gone.marked",
    "gone.committed",
    "pass.listed",
    "state.reported",
    "pass.ended",
    "pass.again",
    "read.taken",
    "read.answered",
    "read.recorded",
    "read.suggested",
    "read.committed",
    "publish.taken",
    "publish.done",
    "push.heard",
    "push.asked-for",
)


class _Armed:
    """Counts who comes by, and kills at the moment that was asked for."""

    def __init__(self, deadly: Mapping[str, int]) -> None:
        self._deadly = deadly
        self._passed: Counter[str] = Counter()
        self._lock = Lock()

    def __call__(self, name: str) -> None:
        with self._lock:
            self._passed[name] += 1
            if self._passed[name] == self._deadly.get(name):
                os.kill(os.getpid(), signal.SIGKILL)


def _unarmed(name: str) -> None:
    """Nothing happens."""


def armed(text: str) -> _Armed:
    """The points named in ``point=n point=n``.

    Raises:
        ValueError: there is no such point, or n is no number.
    """
    deadly = {name: int(hit or 1) for name, _, hit in (each.partition("=") for each in text.split())}
    unknown = deadly.keys() - set(NAMES)
    if unknown:
        raise ValueError(f"{VARIABLE} names no such point: {', '.join(sorted(unknown))}")
    return _Armed(deadly)


reach = armed(os.environ[VARIABLE]) if os.environ.get(VARIABLE) else _unarmed
