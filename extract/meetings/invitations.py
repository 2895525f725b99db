"""The calendar part of a message (RFC 6047), read as a calendar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from extract.errors import Unreadable
from extract.facts import CALENDAR_TEXT, MeetingFact, SourceText
from extract.mail import charsets
from extract.mail.mime import Part
from extract.meetings.invite import read_calendar
from extract.raw import CALENDAR, ReadingContext

_FILES: Final = frozenset({"application/ics", "application/calendar", "text/x-vcalendar"})


@dataclass(frozen=True, slots=True)
class Invitation:
    """What the calendar part says; all empty when there is none."""

    method: str | None
    meetings: tuple[MeetingFact, ...]
    sources: tuple[SourceText, ...]


NO_INVITATION: Final = Invitation(None, (), ())


def invitation_of(root: Part, context: ReadingContext, warnings: list[str]) -> Invitation:
    """The first calendar part of a message. One that cannot be read is a warning."""
    leaves = list(root.leaves())
    part = next((each for each in leaves if each.media_type == CALENDAR), None)
    part = part or next((each for each in leaves if each.media_type in _FILES), None)
    if part is None:
        return NO_INVITATION
    said = part.content_type.get("method")
    text = charsets.decode(part.decoded(), part.content_type.get("charset") or "utf-8", warnings)
    try:
        invite = read_calendar(text.encode("utf-8"), context)
    except Unreadable as error:
        warnings.append(f"The invitation could not be read: {error.reason}")
        return Invitation(said, (), ())
    warnings.extend(invite.warnings)
    return Invitation(invite.method or said, invite.meetings, (SourceText(CALENDAR_TEXT, invite.text),))
