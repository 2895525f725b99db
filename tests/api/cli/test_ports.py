from __future__ import annotations

import errno
import os
import socket

import pytest

from api.cli.ports import listening
from store.errors import NotReady

HERE = "127.0.0.1"


def test_a_free_port_is_taken_and_given_back() -> None:
    with listening(HERE, 0) as taken:
        port = taken.getsockname()[1]
        with socket.create_connection((HERE, port), timeout=5):
            pass
        with pytest.raises(NotReady) as refused, listening(HERE, port):
            pass
        assert refused.value.sentence == (
            f"Port {port} is taken. Stop what uses it, or choose another one: --port {port + 1}"
        )
    with listening(HERE, port):
        pass


@pytest.mark.parametrize(
    ("host", "port", "sentence"),
    [
        ("192.0.2.1", 0, "192.0.2.1 is not an address of this machine. Correct BOSWELL_HOST."),
        ("no such host", 0, "no such host is not an address of this machine. Correct BOSWELL_HOST."),
    ],
)
def test_what_cannot_be_taken_gets_a_sentence(host: str, port: int, sentence: str) -> None:
    with pytest.raises(NotReady) as refused, listening(host, port):
        pass
    assert refused.value.sentence == sentence


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.EACCES, "This user may not take port 80. Choose one above 1023: --port 8080"),
        (errno.ENFILE, f"I cannot listen on {HERE}, port 80. Choose another one with --port."),
    ],
)
def test_what_the_system_refuses_gets_a_sentence(monkeypatch: pytest.MonkeyPatch, number: int, sentence: str) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(socket, "create_server", refuse)
    with pytest.raises(NotReady) as refused, listening(HERE, 80):
        pass
    assert refused.value.sentence == sentence
