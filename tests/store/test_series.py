from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from extract.facts import Extraction, SourceText
from extract.meetings.invite import read_calendar
from extract.meetings.lines import unfolded
from extract.raw import ReadingContext
from store.connections import Place, collection_of, connect
from store.meetings import touched_by, without_key
from store.messages import record
from store.models.due import Due
from store.models.private.inbound import Inbound
from store.models.private.message import Meeting
from store.recording import Item
from store.review.suggest import suggest
from store.series import MOST, unroll
from tests.firm import Person
from tests.readings import mail, meeting

GRETA = "greta@halden.example"
FIRST = datetime(2026, 3, 2, 9, tzinfo=UTC)  # a Monday, ten o'clock in Berlin
WEEKLY = "RRULE:FREQ=WEEKLY;COUNT=4"
BETWEEN = FIRST + timedelta(days=8)  # two have ended
AFTER = FIRST + timedelta(days=60)


def event(ines: Person, *lines: str, start: str = "20260302T100000") -> str:
    end = f"{start[:9]}1100{start[13:]}"
    own = (f"DTSTART;TZID=Europe/Berlin:{start}", f"DTEND;TZID=Europe/Berlin:{end}", "UID:round")
    people = (f"ORGANIZER:mailto:{ines.address}", f"ATTENDEE:mailto:{GRETA}")
    return "\n".join(("BEGIN:VEVENT", *own, "SUMMARY:Pilot review", *people, *lines, "END:VEVENT"))


def calendar(ines: Person, *events: str, name: str = "one") -> Extraction:
    text = unfolded("\n".join(("BEGIN:VCALENDAR", *events, "END:VCALENDAR")).encode())
    read = read_calendar(text.encode(), ReadingContext(frozenset({ines.address}), timezone="Europe/Berlin"))
    reading = meeting("round", ines.address, GRETA)
    return replace(reading, sha256=name, meetings=read.meetings, sources=(SourceText("calendar", text),))


def invitation(ines: Person, *events: str) -> Extraction:
    """The same, sent by its organizer."""
    read = calendar(ines, *events, name="letter")
    return replace(mail(1, ines.address, GRETA), sha256="letter", meetings=read.meetings, sources=read.sources)


def days(ines: Person) -> list[str]:
    rows = [row for row in ines.suggestions("waiting") if row.kind == "interaction"]
    return [row.happened_at.strftime("%d.%m. %H") for row in rows]


def test_each_time_is_a_note_and_the_next_is_due(ines: Person) -> None:
    ines.feed(calendar(ines, event(ines, WEEKLY)), now=BETWEEN)
    assert days(ines) == ["02.03. 09", "09.03. 09"]
    keys = [row.key for row in ines.suggestions("waiting") if row.kind == "interaction"]
    assert keys == ["meeting:round:", "meeting:round:20260309T090000Z"]
    for at in (FIRST + timedelta(days=15), FIRST + timedelta(days=22), AFTER):
        with ines.worker.transaction(ines.acting) as session:
            due = session.scalars(select(Due).where(Due.kind == "meeting_ended")).all()
            suggest(session, ines.owner, touched_by(session, ines.owner, [UUID(each.reference) for each in due]), at)
    assert days(ines) == ["02.03. 09", "09.03. 09", "16.03. 09", "23.03. 09"]
    with ines.worker.transaction(ines.acting) as session:
        assert session.scalars(select(Due).where(Due.kind == "meeting_ended")).all() == []


def test_doing_it_twice_changes_nothing(ines: Person) -> None:
    ines.feed(calendar(ines, event(ines, WEEKLY)), now=AFTER)
    with ines.worker.transaction(ines.acting) as session:
        assert unroll(session, ines.owner, [("round", "")], AFTER) == frozenset()
        assert unroll(session, ines.owner, [], AFTER) == frozenset()


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_moved_and_a_cancelled_instance_are_followed_in_any_order(ines: Person, order: tuple[int, ...]) -> None:
    moved = event(ines, "RECURRENCE-ID;TZID=Europe/Berlin:20260309T100000", start="20260310T150000")
    gone = event(ines, "RECURRENCE-ID:20260316T090000Z", "STATUS:CANCELLED", start="20260316T100000")
    readings = [calendar(ines, event(ines, WEEKLY)), calendar(ines, moved, gone, name="two")]
    for at in order:
        ines.feed(readings[at], now=AFTER)
    assert days(ines) == ["02.03. 09", "10.03. 14", "23.03. 09"]


def test_a_first_time_that_was_left_out_is_no_note(ines: Person) -> None:
    ines.feed(calendar(ines, event(ines, WEEKLY)), now=AFTER)
    left_out = "EXDATE;TZID=Europe/Berlin:20260302T100000,20260316T100000"
    ines.feed(calendar(ines, event(ines, WEEKLY, left_out), name="two"), now=AFTER)
    assert days(ines) == ["09.03. 09", "23.03. 09"]
    ines.feed(calendar(ines, event(ines, WEEKLY), name="three"), now=AFTER)
    assert days(ines) == ["02.03. 09", "09.03. 09", "16.03. 09", "23.03. 09"]


def test_what_is_to_come_ends_with_the_series_and_what_was_stays(ines: Person) -> None:
    ines.feed(calendar(ines, event(ines, WEEKLY)), now=BETWEEN)
    ines.feed(calendar(ines, event(ines, WEEKLY, "STATUS:CANCELLED"), name="two"), now=BETWEEN)
    assert days(ines) == ["09.03. 09"]
    with ines.worker.transaction(ines.acting) as session:
        assert session.scalars(select(Due).where(Due.kind == "meeting_ended")).all() == []


def test_an_event_that_repeats_no_more_keeps_what_was(ines: Person) -> None:
    ines.feed(calendar(ines, event(ines, WEEKLY)), now=BETWEEN)
    ines.feed(calendar(ines, event(ines), name="two"), now=BETWEEN)
    assert days(ines) == ["02.03. 09", "09.03. 09"]
    with ines.worker.transaction(ines.acting) as session:
        status = session.scalars(select(Meeting.status).order_by(Meeting.starts_at)).all()
    assert status == ["confirmed", "confirmed", "cancelled"]


def test_a_series_does_not_flood(ines: Person) -> None:
    daily = event(ines, "RRULE:FREQ=DAILY", f"RDATE:{','.join(_hours())}")
    ines.feed(calendar(ines, daily), now=AFTER)
    assert ines.count("meeting") == MOST + 2


def _hours() -> Iterator[str]:
    yield from (f"202603{day:02}T{hour:02}0000Z" for day in range(3, 20) for hour in range(12, 20))


def test_a_rule_made_to_never_end_is_not_followed(ines: Person) -> None:
    ines.feed(calendar(ines, event(ines, "RRULE:FREQ=SECONDLY")), now=AFTER)
    assert days(ines) == ["02.03. 09"]


def test_a_mail_tells_of_what_is_to_come(ines: Person) -> None:
    _arrived(ines, "letter", received=FIRST + timedelta(days=10))
    ines.feed(invitation(ines, event(ines, WEEKLY)), now=AFTER)
    with ines.worker.transaction(ines.acting) as session:
        starts = session.scalars(select(Meeting.starts_at).order_by(Meeting.starts_at)).all()
    assert [each.day for each in starts if each] == [2, 16, 23]


def test_history_ends_where_the_mailbox_was_connected(ines: Person) -> None:
    before = FIRST + timedelta(days=8)
    _arrived(ines, "one", received=FIRST - timedelta(days=9), before=before)
    reading = calendar(ines, event(ines, WEEKLY))
    with ines.worker.transaction(ines.acting) as session:
        item = Item(uuid4(), (), FIRST - timedelta(days=9), reading, before)
        suggest(session, ines.owner, record(session, ines.owner, [item]), AFTER)
        was = session.scalars(select(Meeting.is_history).order_by(Meeting.starts_at)).all()
    assert was == [True, True, False, False]
    assert days(ines) == ["16.03. 09", "23.03. 09"]


def test_a_series_with_nobody_in_it(ines: Person) -> None:
    reading = calendar(ines, event(ines, WEEKLY))
    alone = replace(reading.meetings[0], organizer=None, attendees=())
    ines.feed(replace(reading, meetings=(alone,)), now=AFTER)
    assert (ines.count("meeting"), ines.count("participation")) == (4, 0)


def _arrived(ines: Person, sha256: str, received: datetime, before: datetime | None = None) -> None:
    """A place where the bytes lie."""
    with ines.worker.transaction(ines.acting) as session:
        connection = connect(session, ines.user_id, Place("files", "old mail"), FIRST)
        connection.history_before = before
        collection = collection_of(session, connection, "all", "calendar")
        lies = Inbound(
            owner_id=ines.user_id, collection_id=collection.id, remote_id="1", media_type="text/calendar",
            sha256=sha256, payload=b"", labels=[], received_at=received, state="read",
        )  # fmt: skip
        session.add(lies)


def test_two_calendars_that_write_an_instance_in_two_zones_mean_one_exchange(ines: Person, jonas: Person) -> None:
    whole = calendar(ines, event(ines, WEEKLY))
    moved = event(ines, "RECURRENCE-ID:20260309T090000Z", start="20260309T100000")
    ines.feed(whole, now=BETWEEN)
    jonas.feed(calendar(ines, moved, name="other"), now=BETWEEN)
    for rep in (ines, jonas):
        rep.rule("approve", rep.suggestions("waiting", kind="interaction"))
        rep.publish()
    assert (ines.count("interaction"), len(days(jonas))) == (2, 0)
    assert keys(ines) & keys(jonas)


def test_whole_days_are_joined_by_their_date(ines: Person, jonas: Person) -> None:
    for rep, zone in ((ines, "Europe/Berlin"), (jonas, "Europe/Lisbon")):
        lines = ("DTSTART;VALUE=DATE:20260309", "UID:fair", "SUMMARY:Fair", f"ATTENDEE:mailto:{GRETA}")
        text = "\n".join(("BEGIN:VCALENDAR", "BEGIN:VEVENT", "RECURRENCE-ID;VALUE=DATE:20260309", *lines, "END:VEVENT"))
        read = read_calendar(f"{text}\nEND:VCALENDAR".encode(), ReadingContext(frozenset(), timezone=zone))
        rep.feed(replace(meeting("fair", rep.address, GRETA), sha256=zone, meetings=read.meetings), now=AFTER)
    assert keys(ines) == keys(jonas) != set()


def test_a_revision_leaves_the_key_under_which_a_meeting_is_noted(ines: Person) -> None:
    assert "exchange_key" not in without_key({"exchange_key": b"", "title": "Pilot"})


def keys(rep: Person) -> set[bytes]:
    with rep.app.transaction(rep.acting) as session:
        return set(session.scalars(select(Meeting.exchange_key)))
