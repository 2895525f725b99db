"""What Google says of an event reads as what another calendar says of the same one."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from extract.facts import MeetingFact
from extract.meetings.invite import read_calendar
from extract.meetings.lines import unfolded
from extract.meetings.recurrence import read_series
from extract.raw import ReadingContext
from ingest.sources.google_calendar.writing import Frame, last_day, sequence_of, updated, written

FRAME = Frame("pilot@halden.example", "Europe/Berlin")
EVENT = {
    "id": "a1", "iCalUID": "pilot@halden.example", "status": "confirmed", "sequence": 2,
    "updated": "2026-03-01T08:00:00.000Z", "summary": "Pilot; review, part 2", "location": "Halle 3",
    "start": {"dateTime": "2026-03-10T09:00:00-04:00", "timeZone": "Europe/Berlin"},
    "end": {"dateTime": "2026-03-10T15:00:00+01:00", "timeZone": "Europe/Berlin"},
    "organizer": {"email": "greta@halden.example", "displayName": "Greta Halden"},
    "creator": {"email": "greta@halden.example"},
    "attendees": [
        {"email": "Jo@boswell.example", "self": True, "responseStatus": "accepted"},
        {"email": "greta@halden.example", "displayName": "Greta Halden", "responseStatus": "accepted"},
        {"email": "li@halden.example", "responseStatus": "declined", "optional": True},
        {"email": "c_18@resource.calendar.google.com", "resource": True, "responseStatus": "accepted"},
        {"displayName": "Somebody without an address"},
    ],
}  # fmt: skip
ELSEWHERE = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:pilot@halden.example
SEQUENCE:2
STATUS:CONFIRMED
DTSTART;TZID=Europe/Berlin:20260310T140000
DTEND;TZID=Europe/Berlin:20260310T150000
SUMMARY:Pilot\\; review\\, part 2
LOCATION:Halle 3
ORGANIZER;CN=Greta Halden:mailto:greta@halden.example
ATTENDEE;PARTSTAT=ACCEPTED:mailto:jo@boswell.example
ATTENDEE;PARTSTAT=ACCEPTED;CN=Greta Halden:mailto:greta@halden.example
ATTENDEE;PARTSTAT=DECLINED:mailto:li@halden.example
END:VEVENT
END:VCALENDAR
"""


def fact_of(calendar: bytes) -> MeetingFact:
    (fact,) = read_calendar(calendar, ReadingContext(timezone="Europe/Berlin")).meetings
    return fact


def told(fact: MeetingFact) -> list[object]:
    """All of a fact but where its words stand."""
    people = [(each.role, each.address, each.name, each.response) for each in fact.people()]
    return [
        fact.uid, fact.recurrence_id, fact.instant, fact.sequence, fact.status, fact.start, fact.end, fact.all_day,
        fact.timezone, fact.summary, fact.location, fact.rule, fact.private, people,
    ]  # fmt: skip


def event(**changed: object) -> dict[str, object]:
    return EVENT | changed


def test_an_event_reads_as_it_does_elsewhere() -> None:
    assert told(fact_of(written(EVENT, FRAME))) == told(fact_of(ELSEWHERE.encode()))


def test_whole_days_private_ones_and_proposals() -> None:
    day = fact_of(written(event(start={"date": "2026-03-10"}, end={"date": "2026-03-12"}), FRAME))
    assert (day.all_day, day.start) == (True, datetime(2026, 3, 9, 23, tzinfo=UTC))
    for visibility in ("private", "confidential"):
        assert fact_of(written(event(visibility=visibility), FRAME)).private
    assert not fact_of(written(event(visibility="public"), FRAME)).private
    assert fact_of(written(event(status="tentative"), FRAME)).status == "proposed"
    assert b"TRANSP:TRANSPARENT" in written(event(transparency="transparent"), FRAME)
    assert fact_of(written(event(endTimeUnspecified=True), FRAME)).end is None


def test_a_series_is_followed_as_its_rule_says() -> None:
    rule = ["RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE;TZID=Europe/Berlin:20260317T140000", "X-ODD:1", "RDATE\r\nUID:2"]
    text = unfolded(written(event(recurrence=rule), FRAME))
    assert "X-ODD" not in text
    assert text.count("\nUID:") == 1
    series = read_series(text, "pilot@halden.example", "UTC")
    assert series
    starts = series.between(datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 5, 1, tzinfo=UTC))
    assert [each.start.isoformat() for each in starts] == [
        "2026-03-10T13:00:00+00:00", "2026-03-24T13:00:00+00:00", "2026-03-31T12:00:00+00:00",
    ]  # fmt: skip


def test_an_instance_is_named_as_its_series_names_it() -> None:
    moved = event(recurringEventId="s", originalStartTime={"dateTime": "2026-03-17T13:00:00Z"})
    assert fact_of(written(moved, FRAME)).recurrence_id == "20260317T140000"
    in_utc = event(recurringEventId="s", originalStartTime={"dateTime": "2026-03-17T13:00:00Z", "timeZone": "UTC"})
    assert fact_of(written(in_utc, FRAME)).recurrence_id == "20260317T130000Z"
    day = event(recurringEventId="s", originalStartTime={"date": "2026-03-17"}, start={"date": "2026-03-18"})
    assert fact_of(written(day, FRAME)).recurrence_id == "20260317"
    gone = {"status": "cancelled", "recurringEventId": "s", "originalStartTime": {"dateTime": "2026-03-17T13:00:00Z"}}
    fact = fact_of(written(gone, Frame("u@x", "Europe/Berlin", 7)))
    assert (fact.status, fact.sequence, fact.recurrence_id) == ("cancelled", 7, "20260317T140000")


def test_zones_that_nobody_knows_and_times_without_one() -> None:
    start = {"dateTime": "2026-03-10T14:00:00+01:00", "timeZone": "../../etc/localtime"}
    assert b"DTSTART:20260310T130000Z\r\n" in written(event(start=start), FRAME)
    assert b"DTSTART;TZID=Europe/Berlin:20260310T140000" in written(
        event(start={"dateTime": "2026-03-10T14:00:00"}), FRAME
    )
    assert b"DTSTART:20260310T140000Z" in written(event(start={"dateTime": "2026-03-10T14:00:00"}), Frame("u", ""))


@pytest.mark.parametrize(
    "start", [None, "tomorrow", {}, {"date": "2026-02-30"}, {"dateTime": "0001-01-01T00:00:00+14:00"}]
)
def test_an_event_without_a_time_is_none(start: object) -> None:
    with pytest.raises(ValueError, match=r".+"):
        written(event(start=start), FRAME)


def test_a_shared_calendar_is_no_person() -> None:
    shared = {"email": "c_1@group.calendar.google.com", "displayName": "Team"}
    assert fact_of(written(event(organizer=shared), FRAME)).organizer
    assert fact_of(written(event(organizer=shared, creator=shared), FRAME)).organizer is None


def test_lines_are_folded_between_characters_and_no_value_ends_one() -> None:
    summary = "Grüße " * 40 + "\r\nATTENDEE:mailto:mallory@elsewhere.example"
    people = [{"email": "li@halden.example", "displayName": 'Li "The\r\nUID:2" Ho'}]
    said = written(event(summary=summary, attendees=people, description=None), Frame("u\r\nUID:3", ""))
    assert all(len(line) <= 75 and line.decode() for line in said.strip().split(b"\r\n"))
    fact = fact_of(said)
    assert [each.address for each in fact.attendees] == ["li@halden.example"]
    assert fact.uid == "uUID:3"
    assert fact.summary.startswith("Grüße Grüße")


def test_what_an_event_says_of_itself() -> None:
    assert [sequence_of(event(sequence=each)) for each in (3, -1, "3", None, 2**31)] == [3, None, None, None, None]
    assert updated(EVENT) == datetime(2026, 3, 1, 8, tzinfo=UTC)
    assert updated({}) is updated({"updated": "0001-01-01T00:00:00+14:00"}) is None
    assert last_day(EVENT) == date(2026, 3, 10)
    assert last_day(event(recurrence=["RRULE:FREQ=DAILY"])) is last_day({"end": {"date": "x"}}) is last_day({}) is None
