"""One meeting that is seen in many places is one; and who may say what of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from extract.raw import RawItem
from ingest.reading import ReadingPool
from store.models.private.message import Meeting
from tests.builders import MONDAY
from tests.firm import LATER, Person
from tests.ingest.calendars_connected import of_account, of_feed
from tests.ingest.letters import GRETA, calendar, desk_of, exchange, item, lay, read_waiting
from tests.ingest.sources.caldav.account import CalendarAccount
from tests.ingest.sources.google_calendar.shelf import GoogleShelf, at
from tests.peers import certificates
from tests.peers.google.server import Google
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


def daily(moved: str, first: str, original: str) -> bytes:
    """Two days in a row at nine UTC, the second moved to two o'clock; each calendar writes its own zone."""
    people = f"ORGANIZER:mailto:{GRETA}\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:ines@alder.example\r\n"
    both = f"BEGIN:VEVENT\r\nUID:round@halden.example\r\nDTSTAMP:20260301T080000Z\r\n{people}SUMMARY:Pilot review\r\n"
    return (
        f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{both}DTSTART{first}\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=2\r\n"
        f"END:VEVENT\r\n{both}RECURRENCE-ID{original}\r\nDTSTART{moved}\r\nDURATION:PT1H\r\nEND:VEVENT\r\n"
        "END:VCALENDAR\r\n"
    ).encode()


BERLIN = daily(
    ";TZID=Europe/Berlin:20260304T150000", ";TZID=Europe/Berlin:20260303T100000", ";TZID=Europe/Berlin:20260304T100000"
)
WINDOWS = BERLIN.replace(b"Europe/Berlin", b"W. Europe Standard Time")
IN_UTC = daily(":20260304T140000Z", ":20260303T090000Z", ":20260304T090000Z")


def put_at_google(place: GoogleShelf) -> None:
    people = {
        "organizer": {"email": GRETA},
        "attendees": [{"email": "ines@alder.example", "responseStatus": "accepted", "self": True}],
        "summary": "Pilot review",
    }
    times = {hour: at(f"2026-03-04T{hour:02}:00:00-05:00", "America/New_York") for hour in (4, 5, 9, 10)}
    first = {
        name: at(f"2026-03-03T{hour:02}:00:00-05:00", "America/New_York") for name, hour in (("start", 4), ("end", 5))
    }
    place.calendar.put("e1", iCalUID="round@halden.example", recurrence=["RRULE:FREQ=DAILY;COUNT=2"], **people, **first)
    place.calendar.put(
        "e1_2", recurringEventId="e1", originalStartTime=times[4], start=times[9], end=times[10], **people
    )


def from_google(place: GoogleShelf) -> list[RawItem]:
    source = place.open()
    return [each for ref in source.collections() for batch in source.changes(ref, None) for each in batch.items]


def keys_of_instances(person: Person) -> dict[bytes, datetime | None]:
    with person.app.transaction(person.acting) as session:
        return {row.exchange_key: row.starts_at for row in session.scalars(select(Meeting))}


def test_a_series_seen_in_four_places_and_zones_is_two_notes(
    ines: Person, calendars: CalendarAccount, server: Server, google: Google, reading: ReadingPool
) -> None:
    lay(ines, [item(n, each) for n, each in enumerate(exchange(ines))])
    lay(ines, [item(9, itip(1, "REQUEST", GRETA, ines.address, WINDOWS))])
    read(ines, reading)
    assert (meetings(ines), notes(ines)) == ([("confirmed", False)] * 2, 2)
    before = keys_of_instances(ines)
    place = GoogleShelf(google)
    put_at_google(place)
    lay(ines, from_google(place))
    place.close()
    read(ines, reading)
    assert (meetings(ines), notes(ines)) == ([("confirmed", True)] * 2, 2)
    calendars.write("round", BERLIN)
    of_account(ines, calendars).look()
    server.pages["/team.ics"] = IN_UTC
    of_feed(ines, server, "/team.ics").look()
    read(ines, reading)
    assert (meetings(ines), notes(ines)) == ([("confirmed", True)] * 2, 2)
    assert sorted(filter(None, before.values())) == [
        datetime(2026, 3, 3, 9, tzinfo=UTC),
        datetime(2026, 3, 4, 14, tzinfo=UTC),
    ]
    assert keys_of_instances(ines) == before


def test_two_reps_calendars_in_two_zones_mean_the_same_times(ines: Person, jonas: Person, reading: ReadingPool) -> None:
    lay(ines, [item(9, itip(1, "REQUEST", GRETA, ines.address, WINDOWS))])
    lay(jonas, [item(1, IN_UTC, "text/calendar")])
    for person in (ines, jonas):
        read(person, reading)
    assert len(keys_of_instances(ines)) == 2
    assert keys_of_instances(ines) == keys_of_instances(jonas)
