from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import Unreadable
from extract.facts import MeetingFact
from extract.meetings.invite import ATTENDEES, EVENTS, Invite, read_calendar
from extract.raw import ReadingContext

OWNER = ReadingContext(timezone="Europe/Berlin")


def calendar(*lines: str, method: str = "") -> bytes:
    outer = [f"METHOD:{method}"] if method else []
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *outer, *lines, "END:VCALENDAR", ""]).encode()


def event(*lines: str, start: str = "DTSTART:20261105T090000Z") -> tuple[str, ...]:
    return ("BEGIN:VEVENT", "UID:one@alder.example", *([start] if start else []), *lines, "END:VEVENT")


def only(invite: Invite) -> MeetingFact:
    (fact,) = invite.meetings
    return fact


def test_an_invitation_with_everything() -> None:
    invite = read_calendar(
        calendar(
            *event(
                "DTEND;TZID=America/New_York:20261105T050000",
                "SEQUENCE:3",
                "SUMMARY:Pilot\\, second\r\n  round",
                "LOCATION:Room\\n4",
                "RRULE:FREQ=SECONDLY",
                "CLASS:CONFIDENTIAL",
                'ORGANIZER;CN="Okafor, Ines":mailto:Ines@Alder.Example',
                "ATTENDEE;PARTSTAT=ACCEPTED;CN=greta@ridge.example:MAILTO:greta@ridge.example",
                "ATTENDEE;EMAIL=pavel@ridge.example:urn:uuid:5",
            ),
            method="request",
        ),
        OWNER,
    )
    fact = only(invite)
    assert (fact.method, invite.method, fact.sequence, fact.status) == ("REQUEST", "REQUEST", 3, "confirmed")
    assert (fact.start, fact.end) == (datetime(2026, 11, 5, 9, tzinfo=UTC), datetime(2026, 11, 5, 10, tzinfo=UTC))
    assert (fact.summary, fact.location, fact.rule) == ("Pilot, second round", "Room 4", "FREQ=SECONDLY")
    assert fact.private
    assert [(one.address, one.name, one.response) for one in fact.people()] == [
        ("ines@alder.example", "Okafor, Ines", None),
        ("greta@ridge.example", None, "accepted"),
        ("pavel@ridge.example", None, "needs-action"),
    ]
    assert invite.warnings == ()


@pytest.mark.parametrize(
    ("start", "end", "hours", "all_day"),
    [
        ("DTSTART;VALUE=DATE:20261105", "", 24, True),
        ("DTSTART;VALUE=DATE:20261105", "DTEND;VALUE=DATE:20261107", 48, True),
        ("DTSTART:20261105T090000Z", "DURATION:PT1H", 1, False),
        ("DTSTART:20261105T090000Z", "DTEND:20261105T080000Z", None, False),
        ("DTSTART:20261105T090000Z", "DURATION:-PT1H", None, False),
    ],
)
def test_ends(start: str, end: str, hours: int | None, *, all_day: bool) -> None:
    fact = only(read_calendar(calendar(*event(end or "CLASS:PUBLIC", start=start)), OWNER))
    assert fact.start is not None
    lasts = (fact.end - fact.start).total_seconds() / 3600 if fact.end else None
    assert (lasts, fact.all_day) == (hours, all_day)


@pytest.mark.parametrize(
    ("line", "method", "status"),
    [
        ("STATUS:CANCELLED", "", "cancelled"),
        ("CLASS:PUBLIC", "CANCEL", "cancelled"),
        ("STATUS:TENTATIVE", "", "proposed"),
        ("CLASS:PUBLIC", "COUNTER", "proposed"),
        ("STATUS:CONFIRMED", "REPLY", "confirmed"),
    ],
)
def test_what_an_event_says_of_itself(line: str, method: str, status: str) -> None:
    assert only(read_calendar(calendar(*event(line), method=method), OWNER)).status == status


@pytest.mark.parametrize(
    ("line", "private"),
    [
        ("CLASS:PUBLIC", False),
        ("CLASS:private", True),
        ("CLASS:X-PERSONAL", True),
        ("X-CALENDARSERVER-ACCESS:CONFIDENTIAL", True),
        ("CATEGORIES:Customers,Privat", True),
        ("CATEGORIES:Private label", False),
    ],
)
def test_what_says_that_an_event_is_private(line: str, private: bool) -> None:  # noqa: FBT001 - a parameter
    assert only(read_calendar(calendar(*event("CATEGORIES:Travel", line)), OWNER)).private is private


def test_one_changed_instance_of_a_series() -> None:
    found = read_calendar(
        calendar(*event("RRULE:FREQ=WEEKLY"), *event("RECURRENCE-ID;TZID=Europe/Berlin:20261112T100000")), OWNER
    )
    assert [fact.recurrence_id for fact in found.meetings] == [None, "20261112T100000"]


def test_what_is_wrong_with_one_event_is_a_warning() -> None:
    found = read_calendar(
        calendar(
            *event(start=""), *event("ORGANIZER:nobody", "SEQUENCE:x", start="DTSTART;TZID=Atlantis:20261105T100000")
        ),
        OWNER,
    )
    fact = only(found)
    assert (fact.start, fact.timezone) == (datetime(2026, 11, 5, 9, tzinfo=UTC), "Europe/Berlin")
    assert (fact.organizer, fact.sequence) == (None, 0)
    assert len(found.warnings) == 3


def test_too_many_events_and_attendees_are_cut_and_said() -> None:
    crowd = [f"ATTENDEE:mailto:a{number}@ridge.example" for number in range(ATTENDEES + 1)]
    many = [line for _ in range(EVENTS) for line in event()]
    found = read_calendar(calendar(*event(*crowd), *many), OWNER)
    assert len(found.meetings) == EVENTS
    assert len(found.meetings[0].attendees) == ATTENDEES
    assert len(found.warnings) == 2


def test_what_is_no_calendar() -> None:
    with pytest.raises(Unreadable, match="not a calendar"):
        read_calendar(b"Dear all,\n\nno calendar here: sorry.\n", OWNER)
    assert read_calendar(calendar(), OWNER).warnings == ("It holds no event.",)


@given(st.binary(max_size=60), st.integers(min_value=0, max_value=400))
def test_laws_of_evidence_and_determinism(noise: bytes, place: int) -> None:
    whole = calendar(
        *event(
            "SUMMARY:Grüße\r\n aus Köln", "LOCATION:Köln", "ATTENDEE;CN=Ä:mailto:a@ridge.example", "STATUS:CONFIRMED"
        )
    )
    spoilt = whole[: place % len(whole)] + noise + whole[place % len(whole) :]
    try:
        found = read_calendar(spoilt, OWNER)
    except Unreadable:
        return
    assert read_calendar(spoilt, OWNER) == found
    for fact in found.meetings:
        for one in (*fact.evidence, *(person.evidence for person in fact.people())):
            assert one is not None
            assert found.text[one.span.start : one.span.end] == one.quote


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        ("RECURRENCE-ID:20261105T090000Z", "20261105T090000Z"),
        ("RECURRENCE-ID;TZID=America/New_York:20261105T040000", "20261105T090000Z"),
        ("RECURRENCE-ID;TZID=W. Europe Standard Time:20261105T100000", "20261105T090000Z"),
        ("RECURRENCE-ID:20261105T100000", "20261105T090000Z"),
        ("RECURRENCE-ID;VALUE=DATE:20261105", "20261105"),
        ("RECURRENCE-ID:some day", "some day"),
    ],
)
def test_an_instance_is_the_same_moment_in_whatever_zone_it_is_written(written: str, instant: str) -> None:
    assert only(read_calendar(calendar(*event(written)), OWNER)).instant == instant


def test_an_event_itself_is_no_instance() -> None:
    assert only(read_calendar(calendar(*event()), OWNER)).instant is None


def test_when_it_was_said() -> None:
    assert only(read_calendar(calendar(*event("DTSTAMP:20261101T080000Z")), OWNER)).stamped_at == datetime(
        2026, 11, 1, 8, tzinfo=UTC
    )
    assert only(read_calendar(calendar(*event("DTSTAMP:soon")), OWNER)).stamped_at is None
    assert only(read_calendar(calendar(*event()), OWNER)).stamped_at is None


def test_a_time_that_is_added_to_a_series_is_named_by_its_start() -> None:
    assert only(read_calendar(calendar(*event(), method="ADD"), OWNER)).instant == "20261105T090000Z"
    named = event("RECURRENCE-ID:20261106T090000Z")
    assert only(read_calendar(calendar(*named, method="ADD"), OWNER)).instant == "20261106T090000Z"
