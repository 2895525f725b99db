from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from bench.touchless.calendars import read

TEXT = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:a
DTSTAMP:20260301T100000Z
DTSTART;TZID=Europe/Berlin:20260310T100000
SUMMARY:Long
 folded
END:VEVENT
BEGIN:VEVENT
UID:a
RECURRENCE-ID:20260317T100000Z
DTSTAMP:20260305T100000Z
DTSTART:20260318T100000Z
END:VEVENT
BEGIN:VEVENT
UID:b
CREATED:20260401T000000Z
DTSTAMP:20270101T000000Z
DTSTART;VALUE=DATE:20260320
END:VEVENT
BEGIN:VEVENT
UID:c
DTSTART;TZID=Mars/Base:20260321T080000
END:VEVENT
END:VCALENDAR
"""


def at(day: int, hour: int = 12) -> datetime:
    return datetime(2026, 3, day, hour, tzinfo=UTC)


def test_an_event_comes_when_it_was_made_and_never_after_it_starts(tmp_path: Path) -> None:
    place = tmp_path / "calendar.ics"
    place.write_bytes(TEXT.replace("\n", "\r\n").encode())
    calendar = read(place)
    assert [event.uid for event in calendar.events] == ["a", "a", "b", "c"]
    assert calendar.events[0].starts == at(10, 9)
    assert [event.made.day for event in calendar.events] == [1, 5, 20, 21]
    assert [event.uid for event in calendar.until(at(2))] == ["a", "a"]
    assert [event.uid for event in calendar.until(at(20))] == ["a", "a", "b"]
    assert calendar.text(calendar.events) == TEXT.replace("\n", "\r\n")


def test_no_file_is_an_empty_calendar(tmp_path: Path) -> None:
    assert read(tmp_path / "none.ics").events == ()


def test_an_event_without_a_time_is_there_from_the_beginning(tmp_path: Path) -> None:
    place = tmp_path / "calendar.ics"
    place.write_text("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:x\nDTSTART:soon\nEND:VEVENT\nEND:VCALENDAR\n")
    assert [event.uid for event in read(place).until(at(1))] == ["x"]
