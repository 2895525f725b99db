"""Connections of every kind are followed alike, each opened in its own room."""

from __future__ import annotations

import pytest

from ingest.rooms import Rooms
from store.connections import Place, connect
from store.errors import NotFound
from tests.firm import LATER, Person
from tests.ingest.calendars_connected import of_account
from tests.ingest.sources.caldav.account import CalendarAccount


def test_a_connection_is_opened_where_its_kind_is(ines: Person, calendars: CalendarAccount) -> None:
    calendars.put(1)
    following = of_account(ines, calendars)
    with following.follower.mailroom.visit(ines.worker, ines.user_id, following.connection_id) as source:
        assert [ref.name for ref in source.collections()] == ["Work"]


def test_a_kind_that_nobody_follows_is_not_opened(ines: Person) -> None:
    with ines.app.transaction(ines.acting) as session:
        files = connect(session, ines.user_id, Place("files", "letters"), LATER)
        connection_id = files.id
    with pytest.raises(NotFound), Rooms({}).visit(ines.worker, ines.user_id, connection_id):
        pass
