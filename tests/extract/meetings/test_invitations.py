"""The calendar that a message carries."""

from __future__ import annotations

from extract.facts import CALENDAR_TEXT
from extract.mail import mime
from extract.meetings.invitations import NO_INVITATION, Invitation, invitation_of
from tests.extract.letters import OWNER, letter, parts

EVENT = (
    "BEGIN:VEVENT", "UID:a@halden.example", "DTSTART:20261104T090000Z", "SUMMARY:Rundgang in Köln", "END:VEVENT"
)  # fmt: skip


def calendar(*lines: str) -> str:
    return "\n".join(("BEGIN:VCALENDAR", *lines, "END:VCALENDAR", ""))


def invitation(*contents: tuple[str, str]) -> tuple[Invitation, list[str]]:
    body, media = parts(("text/plain", "Please come."), *contents)
    warnings: list[str] = []
    return invitation_of(mime.parse(letter(body, Content_Type=media), []), OWNER, warnings), warnings


def test_most_messages_carry_none() -> None:
    assert invitation() == (NO_INVITATION, [])


def test_the_calendar_says_what_it_wants() -> None:
    found, warnings = invitation(("text/calendar; method=REPLY", calendar("METHOD:REQUEST", *EVENT)))
    assert (found.method, warnings) == ("REQUEST", [])
    assert [meeting.summary for meeting in found.meetings] == ["Rundgang in Köln"]
    (source,) = found.sources
    assert source.name == CALENDAR_TEXT
    assert "SUMMARY:Rundgang in Köln" in source.text


def test_the_header_says_it_where_the_calendar_does_not() -> None:
    assert invitation(("text/calendar; method=CANCEL", calendar(*EVENT)))[0].method == "CANCEL"


def test_a_calendar_part_comes_before_a_calendar_file() -> None:
    file = ("application/ics", calendar("METHOD:CANCEL", *EVENT))
    assert invitation(file)[0].method == "CANCEL"
    assert invitation(file, ("text/calendar", calendar("METHOD:REQUEST", *EVENT)))[0].method == "REQUEST"


def test_its_charset_is_that_of_its_part() -> None:
    body, media = parts(("text/calendar; charset=iso-8859-1", calendar(*EVENT)))
    payload = letter(body.encode("latin-1"), Content_Type=media)
    found = invitation_of(mime.parse(payload, []), OWNER, [])
    assert [meeting.summary for meeting in found.meetings] == ["Rundgang in Köln"]


def test_what_is_wrong_with_it_is_a_warning() -> None:
    assert invitation(("text/calendar", calendar()))[1] == ["It holds no event."]
    found, warnings = invitation(("text/calendar; method=REQUEST", "See you there."))
    assert found == Invitation("REQUEST", (), ())
    assert warnings == ["The invitation could not be read: It is not a calendar: it has no BEGIN:VCALENDAR."]
