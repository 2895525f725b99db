"""One meeting that is seen in many places is one; and who may say what of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from ingest.reading import ReadingPool
from store.models.private.message import Meeting
from tests.builders import MONDAY
from tests.firm import LATER, Person
from tests.ingest.calendars_connected import of_account, of_feed
from tests.ingest.letters import GRETA, calendar, desk_of, exchange, item, lay, read_waiting
from tests.ingest.sources.caldav.account import CalendarAccount
from tests.peers import certificates
from tests.peers.publishing import Server, serving

AT = MONDAY + timedelta(hours=6)


def itip(number: int, method: str, sender: str, to: str, event: bytes) -> bytes:
    """A mail with an event as its sender's calendar program writes one (RFC 6047)."""
    said = event.replace(b"VERSION:2.0\r\n", b"VERSION:2.0\r\nMETHOD:" + method.encode() + b"\r\n")
    head = (
        f"From: {sender}\r\nTo: {to}\r\nSubject: Pilot review\r\nDate: Mon, 02 Mar 2026 09:0{number}:00 +0100\r\n"
        f"Message-ID: <itip-{number}@mail.example>\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee you.\r\n'
        f"--b\r\nContent-Type: text/calendar; charset=utf-8; method={method}\r\n\r\n"
    )
    return head.encode() + said + b"\r\n--b--\r\n"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with serving(certificates.write(tmp_path)) as running:
        yield running


def read(person: Person, pool: ReadingPool, now: datetime = LATER) -> None:
    read_waiting(desk_of(person, pool), person.user_id, now)


def meetings(person: Person) -> list[tuple[str, bool]]:
    with person.app.transaction(person.acting) as session:
        return [(row.status, row.from_calendar) for row in session.scalars(select(Meeting))]


def notes(person: Person) -> int:
    return sum(row.key.startswith("meeting:") for row in person.suggestions("waiting"))


def test_calendar_feed_and_invitation_give_one_note(
    ines: Person, calendars: CalendarAccount, server: Server, reading: ReadingPool
) -> None:
    event = calendar("pilot@halden.example", GRETA, ines.address, AT)
    lay(ines, [item(n, each) for n, each in enumerate(exchange(ines))])
    lay(ines, [item(9, itip(1, "REQUEST", GRETA, ines.address, event))])
    read(ines, reading)
    assert (meetings(ines), notes(ines)) == ([("confirmed", False)], 1)
    calendars.write("pilot", event)
    of_account(ines, calendars).look()
    read(ines, reading)
    server.pages["/team.ics"] = event.replace(b"VERSION:2.0", b"VERSION:2.0\r\nX-WR-CALNAME:Team\r\nMETHOD:PUBLISH")
    of_feed(ines, server, "/team.ics").look()
    read(ines, reading)
    assert (meetings(ines), notes(ines)) == ([("confirmed", True)], 1)


def test_only_the_organizer_may_call_off_and_the_calendar_has_the_last_word(
    ines: Person, calendars: CalendarAccount, reading: ReadingPool
) -> None:
    event = calendar("pilot@halden.example", GRETA, ines.address, AT)
    stranger = "mallory@elsewhere.example"
    lay(ines, [item(n, each) for n, each in enumerate(exchange(ines))])
    lay(ines, [item(9, itip(1, "REQUEST", GRETA, ines.address, event))])
    lay(ines, [item(10, itip(2, "CANCEL", stranger, ines.address, event.replace(b"UID:", b"SEQUENCE:99\r\nUID:")))])
    lay(ines, [item(11, itip(3, "COUNTER", stranger, ines.address, event))])
    lay(ines, [item(12, itip(4, "REPLY", stranger, ines.address, event.replace(b"ACCEPTED", b"DECLINED")))])
    read(ines, reading)
    assert (meetings(ines), notes(ines)) == ([("confirmed", False)], 1)
    lay(ines, [item(13, itip(5, "CANCEL", GRETA, ines.address, event))])
    read(ines, reading)
    assert (meetings(ines), notes(ines)) == ([("cancelled", False)], 0)
    calendars.write("pilot", event)  # the owner's own calendar still has it
    of_account(ines, calendars).look()
    read(ines, reading)
    assert (meetings(ines), notes(ines)) == ([("confirmed", True)], 1)


def test_what_goes_from_the_calendar_before_it_begins_is_called_off(
    ines: Person, calendars: CalendarAccount, reading: ReadingPool
) -> None:
    later = LATER + timedelta(days=3)
    calendars.write("pilot", calendar("pilot@halden.example", GRETA, ines.address, later))
    following = of_account(ines, calendars)
    following.look()
    read(ines, reading)
    assert (meetings(ines), notes(ines)) == ([("confirmed", True)], 0)
    (calendars.work / "pilot.ics").unlink()
    following.again(LATER + timedelta(hours=1))
    assert (meetings(ines), notes(ines)) == ([("cancelled", True)], 0)


def test_a_day_without_hours_and_a_refusal_are_no_notes(ines: Person, reading: ReadingPool) -> None:
    lay(ines, [item(n, each) for n, each in enumerate(exchange(ines))])
    day = calendar("fair@halden.example", GRETA, ines.address, AT)
    day = day.replace(f"DTSTART:{AT:%Y%m%dT%H%M%SZ}".encode(), f"DTSTART;VALUE=DATE:{AT:%Y%m%d}".encode())
    day = day.replace(b"DTEND:", b"X-WAS:")
    ours = f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{ines.address}".encode()
    refused = calendar("no@halden.example", GRETA, ines.address, AT).replace(
        ours, ours.replace(b"ACCEPTED", b"DECLINED")
    )
    lay(ines, [item(20, day, "text/calendar"), item(21, refused, "text/calendar")])
    read(ines, reading)
    assert (len(meetings(ines)), notes(ines)) == (2, 0)
