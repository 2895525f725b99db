from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes
from typing import Any

import pytest
from icalendar import Calendar

from demo.clock import OFFICE, moment, working_day
from demo.meetings import Event, gather, vevent
from demo.plans import Gathering
from demo.world import Mail, Meeting, World
from tests.demo.playing import LAST, stage

PLAN = Gathering(day=3, clock=1000, minutes=60, summary="Pilot at {firm}", people="rep lead")


def gathered(**more: Any) -> tuple[Meeting, tuple[Mail, ...]]:
    (found,) = gather(stage(meetings=(replace(PLAN, **more),)))
    return found


def events(text: str) -> list[dict[str, object]]:
    """The times, numbers and words of each event, as another program reads them."""
    read = Calendar.from_ical(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{text}END:VCALENDAR\r\n")
    names = ("DTSTART", "DTEND", "RECURRENCE-ID", "SEQUENCE")
    return [
        {name: each.decoded(name) if name in names else str(each[name]) for name in each}
        for each in read.walk("VEVENT")
    ]


def test_a_plain_meeting_with_its_people() -> None:
    meeting, mails = gathered()
    assert mails == ()
    assert meeting.start == moment(working_day(LAST, 3), 1000)
    assert (meeting.instances, meeting.sequence, meeting.note) == ((meeting.start,), 0, True)
    assert (meeting.reps, meeting.external) == (("ines",), ("tomas.ferreira@northwind.example",))
    assert meeting.event.count("ATTENDEE") == 2
    assert "SUMMARY:Pilot at Northwind" in meeting.event
    (event,) = events(meeting.event)
    assert event["STATUS"] == "CONFIRMED"


def test_a_meeting_of_ours_alone_is_no_note_and_a_private_one_says_so() -> None:
    inside, _ = gathered(people="rep colleague")
    assert (inside.external, inside.note, inside.reps) == ((), False, ("ines", "jonas"))
    alone, _ = gathered(people="rep", private=True)
    assert alone.private
    assert "CLASS:PRIVATE" in alone.event
    assert "ATTENDEE" not in alone.event


def test_a_cancelled_meeting_never_took_place() -> None:
    meeting, mails = gathered(cancelled=True, invited=True)
    assert (meeting.instances, meeting.note, meeting.cancelled, meeting.sequence) == ((), False, True, 1)
    assert events(meeting.event)[0]["STATUS"] == "CANCELLED"
    assert methods(mails) == ["REQUEST", "REPLY", "CANCEL"]
    assert not any(mail.mark.note for mail in mails)


def methods(mails: tuple[Mail, ...]) -> list[str]:
    found = []
    for mail in mails:
        part = next(
            each for each in message_from_bytes(mail.payload).walk() if each.get_content_type() == "text/calendar"
        )
        payload = part.get_payload(decode=True)
        assert isinstance(payload, bytes)
        assert part.get_param("method") == Calendar.from_ical(payload)["METHOD"]
        found.append(str(part.get_param("method")))
    return found


def test_a_moved_meeting_was_invited_for_an_hour_earlier() -> None:
    meeting, mails = gathered(moved=True, invited=True)
    assert methods(mails) == ["REQUEST", "REPLY", "REQUEST"]
    assert [mail.at for mail in mails] == sorted(mail.at for mail in mails)
    assert all(mail.at < meeting.start for mail in mails)
    assert [mail.sender for mail in mails] == [meeting.organizer, meeting.external[0], meeting.organizer]
    assert {mail.mark.uid for mail in mails} == {meeting.uid}
    starts = [start_of(mail) for mail in mails]
    assert starts == [meeting.start - timedelta(hours=1)] * 2 + [meeting.start]


def start_of(mail: Mail) -> datetime:
    part = next(each for each in message_from_bytes(mail.payload).walk() if each.get_content_type() == "text/calendar")
    payload = part.get_payload(decode=True)
    assert isinstance(payload, bytes)
    (event,) = Calendar.from_ical(payload).walk("VEVENT")
    found = event.decoded("DTSTART")
    assert isinstance(found, datetime)
    return found.astimezone(UTC)


def test_a_weekly_meeting_keeps_its_hour_and_moves_one_instance() -> None:
    meeting, _ = gathered(weeks=6)
    hours = [at.astimezone(OFFICE).hour for at in meeting.instances]
    assert hours == [10, 11, 10, 10, 10, 10]  # across the end of summer time
    assert meeting.instances[-1] == moment(working_day(LAST, 3), 1000)
    series, moved = events(meeting.event)
    assert meeting.event.count("RRULE:FREQ=WEEKLY;COUNT=6") == 1
    assert moved["DTSTART"] != moved["RECURRENCE-ID"]
    assert moved["UID"] == series["UID"]


def test_a_whole_day_has_no_clock() -> None:
    meeting, _ = gathered(minutes=0, clock=0)
    (event,) = events(meeting.event)
    day = working_day(LAST, 3)
    assert (event["DTSTART"], event["DTEND"]) == (day, day + timedelta(days=1))
    assert isinstance(event["DTSTART"], date)


def test_who_could_not_come_declined() -> None:
    meeting, _ = gathered(people="rep lead second", declined="second")
    unfolded = meeting.event.replace("\r\n ", "")
    declined = [row for row in unfolded.split("\r\n") if "PARTSTAT=DECLINED" in row]
    assert len(declined) == 1
    assert "nils.hansen" in declined[0]


@pytest.mark.parametrize("sequence", [0, 1])
def test_a_revision_has_its_number(sequence: int) -> None:
    the_stage = stage()
    start = moment(LAST, 1000)
    plan = Gathering(0, 1000, 30, "x", "rep lead", cancelled=True)
    event = Event(plan, "u@x.example", the_stage.people("rep lead"), (), "x", "", start, start - timedelta(days=3))
    assert (event.organizer.key, event.end - event.start, event.revised) == ("rep", timedelta(minutes=30), True)
    (found,) = events(vevent(event, sequence))
    assert (found["SEQUENCE"], found["STATUS"]) == (sequence, ("CONFIRMED", "CANCELLED")[sequence])


def test_every_event_of_a_world_is_read_by_others(any_world: World) -> None:
    for meeting in any_world.meetings:
        first = events(meeting.event)[0]
        assert first["UID"] == meeting.uid
        assert first["SUMMARY"] == meeting.summary
