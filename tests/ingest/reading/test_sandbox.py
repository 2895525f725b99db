from __future__ import annotations

import subprocess
import sys

import pytest

from ingest.reading.sandbox import Level

CPU = "from ingest.reading.sandbox import limit_cpu; limit_cpu(0.2)\nwhile True: pass"
MEMORY = "from ingest.reading.sandbox import limit_resources; limit_resources(2**28); bytearray(2**29)"
SHUT = (
    "import socket, os; from ingest.reading.sandbox import shut_in; level = shut_in()\n"
    "try: socket.socket()\n"
    "except OSError as error: print(level.filtered, error.errno)"
)


def run(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)


def test_the_kernel_ends_what_runs_too_long_or_grows_too_large() -> None:
    assert run(CPU).returncode < 0
    assert "MemoryError" in run(MEMORY).stderr


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has the filter")
def test_a_filtered_process_gets_no_socket() -> None:
    assert run(SHUT).stdout.split() == ["True", "1"]


def test_the_operator_is_told_how_closely() -> None:
    assert "namespace" in Level(namespace=True, filtered=False).sentence
    assert "BOSWELL_ACCEPT_OPEN_SANDBOX" in Level(namespace=False, filtered=False).sentence
