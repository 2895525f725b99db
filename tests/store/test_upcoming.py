"""Meetings that a rep announces: who, when and which company, of those alone that are nothing private."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from store.upcoming import AHEAD, announce, withdraw
from tests.firm import LATER, Person
from tests.readings import mail, meeting

GRETA, KIM = "greta@halden.example", "kim@kestrel.example"
SOON = LATER + timedelta(days=2)


def announced(reader: Person) -> list[tuple[str, datetime]]:
    with reader.app.transaction(reader.acting) as session:
        rows = session.execute(
            text("select c.name, u.starts_at from upcoming_meeting u join company c on c.id = u.company_id order by 2")
        )
        return [(name, at) for name, at in rows]


def test_only_what_is_agreed_of_business_and_soon(ines: Person, jonas: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.approve_all()
    closed = meeting("b", ines.address, GRETA, at=SOON + timedelta(hours=1))
    private = replace(closed, meetings=(replace(closed.meetings[0], private=True),))
    ines.feed(meeting("a", ines.address, GRETA, at=SOON), private, meeting("c", ines.address, KIM, at=SOON))
    ines.feed(meeting("d", ines.address, GRETA, at=LATER + AHEAD + timedelta(days=1)))
    ines.feed(meeting("e", ines.address, GRETA, at=SOON + timedelta(hours=3), status="cancelled"))
    assert announced(jonas) == []
    with ines.app.transaction(ines.acting) as session:
        for _ in range(2):
            announce(session, ines.user_id, LATER)
    assert announced(jonas) == [("Halden", SOON)]
    with pytest.raises(DBAPIError, match="row-level security"), jonas.app.transaction(jonas.acting) as session:
        session.execute(
            text("insert into upcoming_meeting (rep_id, company_id, starts_at) select :rep, id, now() from company"),
            {"rep": ines.user_id},
        )
    with ines.app.transaction(ines.acting) as session:
        withdraw(session, ines.user_id)
    assert announced(jonas) == []
