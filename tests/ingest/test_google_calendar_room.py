"""Calendars at Google from sign-in to notes: over the fake's sockets, the reading children and the real database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from ingest.connect_google import Account, begin
from ingest.following import Follower
from ingest.gate import Gate
from ingest.google.metering import Limits, Metering
from ingest.google_access import Access
from ingest.google_calendar_room import GoogleCalendarRoom, reading_of
from ingest.grants import Grant
from ingest.reading import ReadingPool
from store.errors import NotFound
from store.models.private.inbound import Inbound
from store.models.private.message import Meeting
from store.models.shared.connection_state import ConnectionState
from tests.builders import MONDAY
from tests.firm import LATER, Person
from tests.ingest.google.signing_in import SEALER, endpoint
from tests.ingest.letters import GRETA, calendar, desk_of, exchange, item, lay, read_waiting
from tests.peers.google.calendar import EVENTS, LISTS, Calendar
from tests.peers.google.clients import roots
from tests.peers.google.gmail import Answer
from tests.peers.google.levers import Fault
from tests.peers.google.server import SOMEBODY, Google

AT = MONDAY + timedelta(hours=6)


def at(moment: datetime) -> Answer:
    return {"dateTime": moment.isoformat(), "timeZone": "Europe/Berlin"}


class Diary:
    """One owner's calendars at Google, and the worker that follows and reads them."""

    def __init__(self, google: Google, owner: Person, reading: ReadingPool) -> None:
        self.google, self.owner, self.reading = google, owner, reading
        metering = Metering(owner.worker, SEALER.keyed_hash, lambda: LATER, Limits(600), of_what="calendars")
        self.room = GoogleCalendarRoom(Access(SEALER, endpoint(google), clock=lambda: LATER), metering, roots(google))
        self.follower = Follower(owner.worker, self.room, SEALER.keyed_hash, lambda *_: None, lambda: LATER)
        person = google.grants.at_the_screen
        assert person
        grant = Grant(google.grants.sign_in(person, *EVENTS, *LISTS))
        account = Account(SOMEBODY, "1001", grant, ("calendars",))
        with owner.app.transaction(owner.acting) as session:
            (begun,) = begin(session, SEALER, owner.user_id, account, LATER - timedelta(days=9))
        self.id = begun.id

    @property
    def shelf(self) -> Calendar:
        return self.google.calendars[SOMEBODY].shelf[SOMEBODY]

    def put(self, id_: str, begins: datetime = AT, **fields: object) -> None:
        """A meeting with Greta."""
        people: Sequence[Answer] = [
            {"email": GRETA, "responseStatus": "accepted"},
            {"email": self.owner.address, "self": True, "responseStatus": "accepted"},
        ]
        said = {"summary": "Pilot review", "organizer": {"email": GRETA}, "attendees": people}
        self.shelf.put(id_, **said | {"start": at(begins), "end": at(begins + timedelta(hours=1))} | fields)

    def follow(self) -> None:
        self.follower.follow(self.owner.user_id, self.id, lambda: False)
        read_waiting(desk_of(self.owner, self.reading), self.owner.user_id, LATER)

    def meetings(self) -> list[tuple[str, str]]:
        with self.owner.app.transaction(self.owner.acting) as session:
            rows = session.scalars(select(Meeting).order_by(Meeting.uid, Meeting.recurrence_id))
            return [(row.recurrence_id, row.status) for row in rows]

    def state(self) -> str:
        with self.owner.app.transaction(self.owner.acting) as session:
            of_it = ConnectionState.connection_id == self.id
            return session.scalars(select(ConnectionState.state).where(of_it)).one()

    def notes(self) -> int:
        return sum(row.key.startswith("meeting:") for row in self.owner.suggestions("waiting"))


@pytest.fixture
def diary(google: Google, ines: Person, reading: ReadingPool) -> Diary:
    lay(ines, [item(number, each) for number, each in enumerate(exchange(ines))])
    return Diary(google, ines, reading)


def test_a_meeting_that_google_and_another_calendar_have_is_one(diary: Diary) -> None:
    diary.put("e1", iCalUID="pilot@halden.example")
    diary.follow()
    assert (diary.meetings(), diary.notes(), diary.state()) == ([("", "confirmed")], 1, "up to date")
    other = calendar("pilot@halden.example", GRETA, diary.owner.address, AT)
    lay(diary.owner, [item(7, other, "text/calendar")])
    diary.follow()
    assert (diary.meetings(), diary.notes()) == ([("", "confirmed")], 1)


def test_what_is_declined_private_a_whole_day_or_among_us_is_no_note(diary: Diary) -> None:
    declined = [{"email": GRETA}, {"email": diary.owner.address, "responseStatus": "declined"}]
    diary.put("e1", attendees=declined)
    diary.put("e2", visibility="private")
    diary.put("e3", start={"date": f"{AT:%Y-%m-%d}"}, end={"date": f"{AT + timedelta(days=1):%Y-%m-%d}"})
    diary.put("e4", attendees=[{"email": "c_1@resource.calendar.google.com", "resource": True}], organizer={})
    diary.follow()
    assert (len(diary.meetings()), diary.notes()) == (4, 0)


def test_a_series_is_followed_with_what_was_moved_and_cancelled_in_it(diary: Diary) -> None:
    first = AT - timedelta(days=28)
    diary.put("s", first, recurrence=["RRULE:FREQ=WEEKLY;COUNT=9"])
    diary.follow()
    before = diary.meetings()
    assert len(before) == 6  # the first, four that followed, and the next
    moved: dict[str, object] = {"start": at(first + timedelta(days=15)), "sequence": 1}
    for number, fields in enumerate((dict[str, object](status="cancelled"), moved)):
        original = first + timedelta(days=7 * (number + 1))
        of_series: dict[str, object] = {"recurringEventId": "s", "originalStartTime": at(original)}
        diary.put(f"s_{original:%Y%m%dT%H%M%S}Z", original, **of_series | fields)
    diary.follow()
    after = dict(diary.meetings())
    assert [place for place, _ in before] == list(after)
    assert list(after.values()).count("cancelled") == 1
    diary.shelf.cancel("s")
    diary.follow()
    assert dict(diary.meetings())[before[-1][0]] == "cancelled"
    assert diary.state() in {"up to date", "waiting for its owner"}


def test_a_refused_token_a_closed_calendar_and_a_narrow_grant(diary: Diary) -> None:
    for number in range(4):
        diary.put(f"e{number}", AT + timedelta(hours=number))
    diary.follow()
    diary.shelf.expire()
    diary.shelf.cancel("e0")
    diary.put("e4", AT - timedelta(hours=3))
    diary.follow()
    assert (len(diary.meetings()), diary.state()) == (5, "up to date")
    with diary.owner.app.transaction(diary.owner.acting) as session:
        gone = session.scalars(select(Inbound.remote_id).where(Inbound.gone)).all()
    assert gone == ["e0"]
    diary.shelf.closed = True
    diary.follow()
    assert diary.state() == "not reachable"
    diary.google.grants.granted = frozenset()
    diary.google.grants.end_access()
    diary.follow()
    assert diary.state() == "sign-in needed"


def test_a_room_opens_calendars_alone_and_its_owner_s(diary: Diary, jonas: Person) -> None:
    with pytest.raises(NotFound), diary.room.visit(jonas.worker, jonas.user_id, diary.id):
        pass
    mail = Account(SOMEBODY, "1001", Grant("token"))
    with diary.owner.app.transaction(diary.owner.acting) as session:
        (begun,) = begin(session, SEALER, diary.owner.user_id, mail, LATER)
    with pytest.raises(NotFound), diary.room.visit(diary.owner.worker, diary.owner.user_id, begun.id):
        pass
    found = reading_of({"without": ["Fairs"], "also": ["Team"], "since": "2026-01-01"})
    assert (found.without, found.also, found.floor > 0) == (("Fairs",), ("Team",), True)
    assert replace(reading_of({})).since is None


def test_an_account_that_is_to_wait_is_not_asked_by_anybody_meanwhile(diary: Diary) -> None:
    wrong, moments = Fault(429, "rateLimitExceeded", retry_after=60), [LATER]
    gate = Gate(diary.owner.worker, SEALER.keyed_hash, lambda: moments[-1], chance=lambda: 1.0)
    diary.follower = replace(
        diary.follower, mailroom=replace(diary.room, gate=gate), clock=lambda: moments[-1], chance=lambda: 1.0
    )
    diary.put("e1")
    diary.google.levers.fail("events.list", wrong)
    diary.follow()
    asked = diary.google.levers.calls.total()
    moments.append(LATER + timedelta(seconds=59))
    diary.follow()
    assert (diary.state(), diary.google.levers.calls.total()) == ("not reachable", asked)
    moments.append(LATER + timedelta(seconds=61))
    diary.follow()
    assert (len(diary.meetings()), diary.state()) == (1, "up to date")
