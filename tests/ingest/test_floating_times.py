"""A time without a zone (RFC 5545 section 3.3.5) is on the wall clock of whoever's calendar it stands in."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update

from ingest.reading import ReadingPool
from store.models.people import User
from store.models.private.message import Meeting
from tests.firm import LATER, Person
from tests.ingest.letters import GRETA, calendar, desk_of, item, lay, read_waiting

SOON = LATER + timedelta(days=3)


def upcoming(person: Person) -> list[datetime | None]:
    """When a person's meetings that they see begin."""
    with person.app.transaction(person.acting) as session:
        return list(session.scalars(select(Meeting.starts_at).where(Meeting.starts_at > LATER)).all())


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York"])
def test_a_meeting_to_come_begins_on_its_owner_s_wall_clock_and_is_seen_by_nobody_else(
    ines: Person, jonas: Person, reading: ReadingPool, zone: str
) -> None:
    with ines.app.transaction() as session:
        session.execute(update(User).where(User.id == ines.user_id).values(timezone=zone))
    written = calendar("plan@halden.example", GRETA, ines.address, SOON)
    start, end = (f"{at:%Y%m%dT%H%M%S}".encode() for at in (SOON, SOON + timedelta(hours=1)))
    floating = written.replace(b"DTSTART:" + start + b"Z", b"DTSTART:" + start)
    lay(ines, [item(1, floating.replace(b"DTEND:" + end + b"Z", b"DTEND:" + end), "text/calendar")])
    read_waiting(desk_of(ines, reading), ines.user_id, LATER)
    assert upcoming(ines) == [SOON.replace(tzinfo=ZoneInfo(zone))]
    assert upcoming(jonas) == []
