"""The mailbox that the store is held against is what the server has, whatever the server answered."""

from __future__ import annotations

import random

import pytest

from bench.faults.boxes import Box
from tests.peers.dovecot import Dovecot


def test_what_a_server_took_without_saying_where_is_there_once(
    dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    box, said, run = Box(dovecot, "ines@mail.example"), list[bytes](), Box._run

    def mute(self: Box, command: bytes) -> bytes:
        said.append(run(self, command))
        return said[-1] if len(said) > 1 else b""

    box.deliver(2, random.Random(1), "Sent")
    monkeypatch.setattr(Box, "_run", mute)
    box.deliver(2, random.Random(1), "Sent")
    box.client.select('"Sent"', readonly=True)
    assert (len(said), box.client.uid("SEARCH", "ALL")[1], len(box.held)) == (2, [b"1 2 5 6"], 4)
    box.client.unselect()
    assert box.differs() == []
    box.client.logout()
