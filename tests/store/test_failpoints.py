"""Points of sudden death: each is somewhere in the product, and none does anything unless it is asked for."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys

import pytest

from store.failpoints import NAMES, VARIABLE, armed, reach
from tests.source_tree import ROOT, modules

REACHED = re.compile(r'\breach\("([^"]+)"\)')
WALK = "from store.failpoints import reach\nfor name in {names}: reach(name)\nprint('alive')"


def walk(points: str, *names: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", WALK.format(names=names)],
        cwd=ROOT, env={**os.environ, VARIABLE: points}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_every_point_is_passed_somewhere_and_once() -> None:
    passed = [name for module in modules() for name in REACHED.findall((ROOT / module).read_text())]
    assert sorted(passed) == sorted(NAMES)


def test_the_process_dies_at_the_hit_that_was_asked_for() -> None:
    assert walk("batch.kept=2", "batch.kept", "read.taken").stdout == "alive\n"
    assert walk("batch.kept=2", "batch.kept", "read.taken", "batch.kept").returncode == -signal.SIGKILL
    assert walk("pass.ended", "pass.ended").returncode == -signal.SIGKILL


def test_nothing_happens_unless_it_is_asked_for() -> None:
    for name in NAMES:
        reach(name)
    assert walk("", *NAMES).stdout == "alive\n"


def test_a_point_that_there_is_not_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"no such point: batch\.kept-twice"):
        armed("batch.kept-twice=1")
