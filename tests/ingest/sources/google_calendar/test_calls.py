from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from ingest.errors import Malformed
from ingest.google.allowance import Unlimited
from ingest.google.service import NotThere
from ingest.sources.google_calendar.calls import Calls
from tests.peers.google.clients import client
from tests.peers.google.server import SOMEBODY, Google


@pytest.fixture
def calls(google: Google) -> Iterator[Calls]:
    dialled = client(google, SOMEBODY, "calendar.v3")
    yield Calls(dialled, Unlimited())
    dialled.close()


def test_a_channel_is_opened_for_a_while_and_ended(google: Google, calls: Calls) -> None:
    channel = calls.watch(SOMEBODY, "c-1", "https://crm.example/hooks", "token")
    assert timedelta(days=6) < channel.until - datetime.now(UTC) <= timedelta(days=7)
    assert google.calendars[SOMEBODY].channels["c-1"]["token"] == "token"
    calls.stop(channel.id, channel.resource)
    assert not google.calendars[SOMEBODY].channels
    with pytest.raises(NotThere):
        calls.stop(channel.id, channel.resource)
    with pytest.raises(Malformed):
        calls.watch(SOMEBODY, "c-2", "http://crm.example/hooks", "token")


def test_a_list_of_calendars_without_end_is_none(google: Google, calls: Calls, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.sources.google_calendar.calls.ROUNDS", 5)
    google.levers.most = 0
    with pytest.raises(Malformed):
        calls.calendars()
