"""Processes beside this one: they end with the block, whatever they do, and are started again when they die."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from api.cli.beside import beside


def test_a_process_ends_with_its_block(tmp_path: Path) -> None:
    said = tmp_path / "said"
    program = "import os, pathlib, time; pathlib.Path(os.environ['SAID']).write_text(str(os.getpid())); time.sleep(60)"
    with beside("-c", program, environment={"SAID": str(said)}):
        pid = until_written(said)
        os.kill(pid, 0)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_one_that_does_not_end_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = tmp_path / "said"
    program = (
        "import os, pathlib, signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); "
        "pathlib.Path(os.environ['SAID']).write_text(str(os.getpid())); time.sleep(60)"
    )
    monkeypatch.setattr("api.cli.beside.STOP_SECONDS", 0.1)
    with beside("-c", program, environment={"SAID": str(said)}):
        pid = until_written(said)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def until_written(file: Path) -> int:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if file.exists() and file.read_text():
            return int(file.read_text())
        time.sleep(0.02)
    raise AssertionError(file)


def test_one_that_is_killed_is_started_again(tmp_path: Path) -> None:
    said = tmp_path / "said"
    program = "import os, pathlib, time; pathlib.Path(os.environ['SAID']).write_text(str(os.getpid())); time.sleep(60)"
    with beside("-c", program, environment={"SAID": str(said)}):
        first = until_written(said)
        said.unlink()
        os.kill(first, signal.SIGKILL)
        assert until_written(said) != first
