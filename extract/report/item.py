"""One item's reading as the JSON object that ``boswell read --json`` prints: a stable interface for other programs."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from extract.errors import Unreadable
from extract.facts import TEXT, Extraction, Findings, MeetingFact, ParsedMessage, Segment
from extract.report import findings

_MAIL_ROLES = frozenset({"from", "to", "cc", "bcc", "reply_to", "sender"})


def as_json(reading: Extraction | Unreadable, *, sha256: str, path: str, seconds: float) -> dict[str, object]:
    """The object for one file.

    Args:
        reading: what was read, or why nothing was; whole days as read for an owner in UTC.
        sha256: of the bytes, in hexadecimal.
        path: of the file, as given.
        seconds: how long the reading took.
    """
    start: dict[str, object] = {"id": sha256, "path": path}
    end = {"seconds": round(seconds, 4)}
    if isinstance(reading, Unreadable):
        return start | {"status": "quarantined", "reason": reading.reason} | _nothing() | end
    return start | {"status": "read", "reason": None} | _nothing() | _facts(reading) | end


def _nothing() -> dict[str, object]:
    lists = ("segments", "meetings", "participants", "warnings")
    alone = {"class": None, "language": None, "text": ""}
    return alone | {name: [] for name in lists} | findings.as_json(Findings())


def _facts(reading: Extraction) -> dict[str, object]:
    text = reading.source(TEXT)
    return {
        "class": _class(reading.message),
        "language": reading.message.language if reading.message else None,
        "text": text,
        "segments": [_segment(segment, text) for segment in reading.segments],
        "meetings": [
            *(_meeting(meeting) for meeting in reading.meetings),
            *(findings.appointment(each) for each in reading.findings.appointments),
        ],
        "participants": _participants(reading.message),
        "warnings": list(reading.warnings),
    } | findings.as_json(reading.findings)


def _class(message: ParsedMessage | None) -> dict[str, str]:
    if message is None:
        return {"kind": "calendar", "reason": "A calendar file"}
    return {"kind": message.message_class.kind, "reason": message.message_class.reason}


def _segment(segment: Segment, text: str) -> dict[str, object]:
    """A segment in lines counted from 1, both ends included; lines end with LF alone."""
    first, last = segment.span.start, segment.span.end
    covered = text[first:last].removesuffix("\n")
    line = text.count("\n", 0, first) + 1
    return {
        "kind": segment.kind,
        "start_line": line,
        "end_line": line + covered.count("\n"),
        "start": first,
        "end": last,
    }


def _meeting(meeting: MeetingFact) -> dict[str, object]:
    """A meeting; its start is the local wall time written there, a date alone for whole days."""
    start = None
    if meeting.start:
        form = "%Y-%m-%d" if meeting.all_day else "%Y-%m-%dT%H:%M"
        start = _wall_time(meeting.start, None if meeting.all_day else meeting.timezone).strftime(form)
    return {"text": meeting.summary, "start": start, "status": meeting.status}


def _wall_time(start: datetime, zone: str | None) -> datetime:
    """What the clock shows where the meeting was written; as it stands where the zone has no known name."""
    try:
        return start.astimezone(ZoneInfo(zone)) if zone else start
    except (ZoneInfoNotFoundError, ValueError):
        return start


def _participants(message: ParsedMessage | None) -> list[dict[str, object]]:
    people = message.participants if message else ()
    return [
        {"role": person.role, "address": person.address, "name": person.name}
        for person in people
        if person.role in _MAIL_ROLES
    ]
