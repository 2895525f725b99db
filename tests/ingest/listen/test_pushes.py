"""Pushes become jobs: once each, and none is lost while the database is away."""

from __future__ import annotations

from threading import Event
from uuid import UUID, uuid4

import pytest
from sqlalchemy.exc import OperationalError

from ingest.listen import pushes
from ingest.listen.pushes import Pushes
from tests.ingest.listen.hearing import until


def test_a_mailbox_waits_once_however_often_it_is_pushed() -> None:
    asked, held = list[UUID](), Event()
    owner, first, second = uuid4(), uuid4(), uuid4()

    def ask(_: UUID, connection_id: UUID) -> None:
        asked.append(connection_id)
        held.wait(10)

    with Pushes(ask) as pushed:
        pushed.add(owner, first)
        until(lambda: asked == [first])
        for _ in range(50):
            pushed.add(owner, second)
        held.set()
        until(lambda: asked == [first, second])
        pushed.add(owner, second)
        until(lambda: asked == [first, second, second])


def test_none_is_lost_while_the_database_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pushes, "WAIT_FOR_DATABASE", 0.01)
    tries, asked, wanted = list[UUID](), list[UUID](), [uuid4() for _ in range(5)]

    def ask(_: UUID, connection_id: UUID) -> None:
        tries.append(connection_id)
        if len(tries) % 3:
            raise OperationalError("away", None, Exception())
        asked.append(connection_id)

    with Pushes(ask) as pushed:
        for each in wanted:
            pushed.add(each, each)
        until(lambda: sorted(asked) == sorted(wanted))
