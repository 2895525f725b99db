"""A throw-away installation in a folder of its own: the demo's company on an embedded PostgreSQL."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Running:
    """A running demo: where it is, and one sign-in link by first name."""

    address: str
    links: dict[str, str]


@contextmanager
def folder() -> Iterator[Path]:
    """A folder that every account may enter, gone afterwards."""
    path = Path(tempfile.mkdtemp(prefix="boswell-bench-"))
    path.chmod(0o755)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def environment(home: Path) -> dict[str, str]:
    """The environment of a command that works on ``home``."""
    return {**os.environ, "BOSWELL_HOME": str(home), "PYTHONUNBUFFERED": "1"}


def command(*words: str) -> list[str]:
    """A command of the product."""
    return [sys.executable, "-m", "api", *words]


def add_user(home: Path) -> None:
    """A rep called Ines, whose mail is measured with."""
    words = command("user", "add", "ines@company.example", "--name", "Ines")
    subprocess.run(words, env=environment(home), check=True, capture_output=True)


@contextmanager
def demo(home: Path) -> Iterator[Running]:
    """The demo, until the block ends."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
    with subprocess.Popen(
        command("demo", "--port", port),
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        links: dict[str, str] = {}
        for line in process.stdout or ():
            found = re.match(r"  \w+ +(\w+) \w+ +(http\S+)", line)
            if found:
                links[found[1]] = found[2]
            if "admin" in line:
                break
        try:
            yield Running(f"http://localhost:{port}", links)
        finally:
            process.terminate()
            process.wait(60)
