from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from extract.raw import MESSAGE, RawItem, ReadingContext
from ingest.reading import frames
from ingest.reading.child import request, serve
from tests.ingest.reading.readers import Misbehaving


def test_a_child_serves_until_its_input_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, answered = io.BytesIO(), io.BytesIO()
    item = RawItem(MESSAGE, b"refuse", datetime(2026, 11, 2, tzinfo=UTC), "1", ("\\Inbox",))
    frames.send(asked, request(item, ReadingContext()), item.payload)
    asked.seek(0)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=asked))
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=answered))
    monkeypatch.setattr("ingest.reading.sandbox.limit_cpu", lambda seconds: None)
    serve(Misbehaving(), 2.0)
    answered.seek(0)
    assert frames.receive(answered) == ({"unreadable": "It is torn."}, b"")
