"""The stable JSON form of a reading."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

import pytest

from extract.errors import Unreadable
from extract.raw import ReadingContext
from extract.report.item import as_json
from tests.builders import MONDAY, meeting_fact
from tests.extract.letters import letter, read

KEYS = {
    "id", "path", "status", "reason", "class", "language", "text", "segments", "contact", "mentions", "commitments",
    "meetings", "participants", "warnings", "seconds", "employments", "agreements", "bounces", "absence",
}  # fmt: skip


def test_a_mail_has_every_key() -> None:
    found = as_json(read(letter()), sha256="a", path="1.eml", seconds=0.00449)
    assert set(found) == KEYS
    assert json.loads(json.dumps(found)) == found
    assert (found["status"], found["seconds"]) == ("read", 0.0045)
    assert found["segments"] == [{"kind": "new", "start_line": 1, "end_line": 3, "start": 0, "end": 31}]
    assert [one["role"] for one in found["participants"]] == ["from", "to"]  # type: ignore[attr-defined]


def test_what_could_not_be_read_says_why() -> None:
    found = as_json(Unreadable("It is broken."), sha256="a", path="1.eml", seconds=0)
    assert set(found) == KEYS
    assert (found["status"], found["reason"], found["segments"]) == ("quarantined", "It is broken.", [])


def test_a_calendar_says_when() -> None:
    start = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20261102T090000Z\r\nSUMMARY:Review\r\n"
    timed = read(f"{start}DTSTART;TZID=Europe/Berlin:20261104T090000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".encode())
    found = as_json(timed, sha256="a", path="a.ics", seconds=0)
    assert found["meetings"] == [{"text": "Review", "start": "2026-11-04T09:00", "status": "confirmed"}]
    nobody = ReadingContext(frozenset(), frozenset(), "UTC", "en")
    day = f"{start}DTSTART;VALUE=DATE:20261104\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    whole_day = read(day.encode(), context=nobody)
    assert as_json(whole_day, sha256="a", path="a.ics", seconds=0)["meetings"] == [
        {"text": "Review", "start": "2026-11-04", "status": "confirmed"}
    ]


@pytest.mark.parametrize(
    ("start", "zone", "written"),
    [
        (MONDAY, "Europe/Berlin", "2026-03-02T10:30"),
        (MONDAY, None, "2026-03-02T09:30"),
        (MONDAY, "Atlantis", "2026-03-02T09:30"),
        (None, "Europe/Berlin", None),
    ],
)
def test_a_meeting_is_shown_on_the_clock_where_it_was_written(
    start: datetime | None, zone: str | None, written: str | None
) -> None:
    found = replace(read(letter()), meetings=(meeting_fact(start=start, timezone=zone),))
    shown = as_json(found, sha256="a", path="a.eml", seconds=0)["meetings"]
    assert shown == [{"text": "Pilot review", "start": written, "status": "proposed"}]
