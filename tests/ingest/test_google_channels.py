"""Channels: opened once, opened anew before they end, and heard where they are ours."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import update

from ingest.errors import CredentialsRejected, Unavailable
from ingest.google.allowance import Unlimited
from ingest.google_channels import HOOK, Channels, channels_of
from ingest.sources.google_calendar.calls import Calls
from store.connections import mine
from store.models.people import Installation
from tests.firm import Person
from tests.ingest.google.signing_in import SEALER
from tests.ingest.test_google_calendar_room import Diary
from tests.ingest.test_google_calendar_room import diary as diary
from tests.ingest.test_google_room import now
from tests.peers.google.clients import client
from tests.peers.google.levers import BROKEN
from tests.peers.google.server import SOMEBODY, Google

CHANNELS = Channels(SEALER.keyed_hash)


def kept(diary: Diary) -> dict[str, dict[str, str]]:
    with diary.owner.app.transaction(diary.owner.acting) as session:
        return channels_of(mine(session, diary.id).settings)


def test_calendars_are_watched_again_before_it_ends_and_not_before(google: Google, diary: Diary) -> None:
    diary.follow()

    def keep(days: int) -> None:
        google.late = timedelta(days=days).total_seconds()
        with closing(client(google, SOMEBODY, "calendar.v3")) as calendar:
            calls = Calls(calendar, Unlimited())
            CHANNELS.keep(diary.owner.worker, diary.owner.user_id, diary.id, calls, now() + timedelta(days=days))

    keep(0)
    assert not google.calendars[SOMEBODY].channels  # http://localhost is nothing that Google can reach
    with diary.owner.app.transaction() as session:
        session.execute(update(Installation).values(public_url="https://crm.example/"))
    keep(0)
    (first,) = google.calendars[SOMEBODY].channels.values()
    assert first["address"] == f"https://crm.example{HOOK}"
    keep(5)
    assert [first] == list(google.calendars[SOMEBODY].channels.values())
    keep(6)
    (second,) = google.calendars[SOMEBODY].channels
    assert second == kept(diary)[SOMEBODY]["id"] != first["id"]
    diary.shelf.closed = True
    keep(13)
    assert kept(diary)[SOMEBODY]["id"] == ""
    google.levers.fail("events.watch", BROKEN)
    with pytest.raises(Unavailable):
        keep(14)
    assert kept(diary)[SOMEBODY]["id"] == ""
    diary.shelf.closed = False
    keep(15)
    assert kept(diary)[SOMEBODY]["id"]


def test_a_channel_says_whose_it_is_and_no_other_does(ines: Person) -> None:
    connection_id = uuid4()
    token = CHANNELS.token("c-1", ines.user_id, connection_id)
    assert len(token) <= 256
    assert CHANNELS.heard("c-1", token) == (ines.user_id, connection_id)
    for channel_id, said in (("c-2", token), ("c-1", token[:-2]), ("c-1", ""), ("c-1", "a.b.c"), ("c-1", f"é{token}")):
        with pytest.raises(CredentialsRejected):
            CHANNELS.heard(channel_id, said)
