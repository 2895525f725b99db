"""Events that went from a calendar: called off when they were to come, kept when they have been."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select, update

from extract.raw import CALENDAR, RawItem
from store.called_off import call_off
from store.connections import Place, collection_of, connect
from store.due import is_put
from store.gone import let_go
from store.inbound import Arrival, save
from store.models.private.inbound import Inbound
from store.models.private.message import Meeting
from tests.firm import Person
from tests.store.test_series import AFTER, BETWEEN, FIRST, WEEKLY, calendar, event

SOON = FIRST - timedelta(days=1)


def lay(person: Person, name: str, *held: tuple[str, str]) -> None:
    """Put events, each with the hash of its bytes, into a calendar; they count as read."""
    with person.worker.transaction(person.acting) as session:
        connection = connect(session, person.user_id, Place("caldav", name), FIRST)
        found = collection_of(session, connection, name, "calendar")
        items = [RawItem(CALENDAR, b"UID:round\r\n" + pointer.encode(), None, pointer) for pointer, _ in held]
        save(session, found, Arrival(items, "here"), lambda told: told.encode())
        for pointer, sha256 in held:
            session.execute(update(Inbound).where(Inbound.remote_id == pointer).values(sha256=sha256, state="read"))


def went(person: Person, name: str, pointers: Sequence[str] | None, now: datetime) -> bool:
    with person.worker.transaction(person.acting) as session:
        connection = connect(session, person.user_id, Place("caldav", name), FIRST)
        found = collection_of(session, connection, name, "calendar")
        let_go(session, found.id, pointers)
        return call_off(session, found, pointers, now)


def meetings(person: Person) -> dict[str, tuple[str, str | None]]:
    with person.app.transaction(person.acting) as session:
        return {row.recurrence_id: (row.status, row.rule) for row in session.scalars(select(Meeting))}


def test_what_was_to_come_is_called_off_and_judged_anew(ines: Person) -> None:
    ines.feed(calendar(ines, event(ines)), now=SOON)
    lay(ines, "Work", ("1.ics", "one"))
    assert went(ines, "Work", ["1.ics"], SOON) is False
    assert meetings(ines) == {"": ("cancelled", None)}
    with ines.worker.transaction(ines.acting) as session:
        row = session.scalars(select(Meeting)).one()
        assert is_put(session, ines.user_id, "meeting_ended", str(row.id))
    ines.feed(calendar(ines, event(ines)), now=SOON)  # it was put back
    assert meetings(ines) == {"": ("confirmed", None)}


def test_what_has_been_stays_and_a_series_goes_on_no_more(ines: Person) -> None:
    ines.feed(calendar(ines, event(ines, WEEKLY)), now=BETWEEN)
    lay(ines, "Work", ("1.ics", "one"))
    went(ines, "Work", None, BETWEEN)
    assert meetings(ines)[""] == ("confirmed", None)
    with ines.worker.transaction(ines.acting) as session:
        rows = session.scalars(select(Meeting)).all()
        ids = [row.id for row in rows]
    assert len(ids) > 1
    ines.feed(now=AFTER)
    noted = [row.happened_at for row in ines.suggestions("waiting") if row.kind == "interaction"]
    assert len(noted) == 2


def test_what_lies_elsewhere_too_has_not_gone(ines: Person) -> None:
    ines.feed(calendar(ines, event(ines)), now=SOON)
    lay(ines, "Work", ("1.ics", "one"))
    lay(ines, "Copy", ("2.ics", "one"))
    assert went(ines, "Work", ["1.ics"], SOON) is False
    assert meetings(ines) == {"": ("confirmed", None)}


def test_another_calendar_that_has_it_is_the_last_word_then(ines: Person) -> None:
    ines.feed(calendar(ines, event(ines)), now=SOON)
    lay(ines, "Work", ("1.ics", "one"))
    lay(ines, "Team", ("3.ics", "other bytes"))
    assert went(ines, "Work", ["1.ics"], SOON) is True
    with ines.app.transaction(ines.acting) as session:
        assert session.scalars(select(Inbound.state).where(Inbound.remote_id == "3.ics")).one() == "waiting"
    assert meetings(ines) == {"": ("cancelled", None)}
    assert went(ines, "Work", ["1.ics"], SOON) is False
