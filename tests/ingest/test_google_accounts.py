"""What is asked of a connected account at Google by its owner's page."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from ingest.connect_google import calendars_of, choose
from ingest.google.allowance import Unlimited
from ingest.google_accounts import Accounts, CalendarFound
from ingest.google_channels import CHANNELS
from ingest.sources.gmail.calls import Calls
from store.connections import mine
from store.errors import NotFound
from tests.firm import LATER
from tests.ingest.source_contract import payload
from tests.ingest.test_google_calendar_room import Diary
from tests.ingest.test_google_calendar_room import diary as diary
from tests.peers.google.clients import client, roots
from tests.peers.google.server import SOMEBODY, Google


def test_what_there_is_to_read_is_said_before_it_is(
    google: Google, diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    accounts = Accounts(diary.room.access, roots(google))
    with closing(client(google, SOMEBODY)) as gmail:
        calls = Calls(gmail, Unlimited())
        assert accounts.preview_of(calls, None).sentence() == "There is nothing to read yet."
        for number, day in enumerate((date(2024, 1, 31), date(2026, 1, 2), date(2026, 2, 3))):
            at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp() * 1000
            google.mailboxes[SOMEBODY].put(payload(number), at=int(at))
        every, some = accounts.preview_of(calls, None), accounts.preview_of(calls, date(2026, 1, 1))
        assert (every.wanted, every.oldest) == (3, date(2024, 1, 31))
        assert (some.wanted, some.oldest, some.folders[0].messages) == (2, date(2026, 1, 2), 3)
        assert "by what Google lets an account be read" in some.sentence()
        google.levers.most = 1
        monkeypatch.setattr("ingest.google_accounts.PAGES", 1)
        assert accounts.preview_of(calls, date(2026, 1, 1)).wanted == 3  # too many to be counted
    fast = replace(accounts, units=60_000)
    assert fast.units > accounts.units


def test_calendars_are_chosen_by_name_and_channels_end_with_the_connection(google: Google, diary: Diary) -> None:
    google.calendars[SOMEBODY].add("team@group", "Team", role="reader")
    accounts, owner = Accounts(diary.room.access, roots(google)), diary.owner
    with owner.app.transaction(owner.acting) as session:
        assert calendars_of(session, SOMEBODY) == diary.id
        choose(session, diary.id, ["Team"], [SOMEBODY], LATER)
        choose(session, diary.id, ["team"], [], LATER)
        with pytest.raises(NotFound):
            calendars_of(session, "nobody@boswell.example")
    assert accounts.calendars(owner.app, owner.user_id, diary.id) == (
        CalendarFound(SOMEBODY, foreign=False, read=False), CalendarFound("Team", foreign=True, read=True),
    )  # fmt: skip
    shelf = google.calendars[SOMEBODY]
    shelf.watch(SOMEBODY, {"id": "c-1", "address": "https://crm.example/"}, google.clock())
    channels = {SOMEBODY: {"id": "c-1", "resource": "r"}, "team@group": {"id": "c-9", "resource": "r"}}
    with owner.app.transaction(owner.acting) as session:
        connection = mine(session, diary.id)
        connection.settings = {**connection.settings, CHANNELS: channels}
    accounts.leave(owner.app, owner.user_id, diary.id)
    assert shelf.channels == {}
    google.levers.down = True
    accounts.leave(owner.app, owner.user_id, diary.id)  # Google's silence keeps nobody from leaving
