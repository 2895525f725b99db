"""Mails about meetings as the calendar programs of the world write them, and what the reader makes of them."""

from __future__ import annotations

from datetime import datetime, timedelta
from email.utils import format_datetime

from extract.facts import Extraction
from tests.builders import MONDAY
from tests.extract.letters import INES, read

GRETA, PAVEL, MALLORY = "greta@halden.example", "pavel@halden.example", "mallory@elsewhere.example"
GOOGLE = "calendar-notification@google.com"
AT = datetime(2026, 3, 3, 10)  # on Berlin's clock, a Tuesday  # noqa: DTZ001
SERIES = datetime(2026, 3, 2, 10)  # noqa: DTZ001


def person(address: str) -> str:
    return f"{address.partition('@')[0].title()} <{address}>"


def guest(address: str, response: str = "NEEDS-ACTION") -> str:
    name = address.partition("@")[0].title()
    return f"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={response};RSVP=TRUE;CN={name}:mailto:{address}"


def event(
    method: str,
    *lines: str,
    organizer: str = GRETA,
    at: datetime = AT,
    sequence: int = 0,
    stamped: int = 0,
    uid: str = "pilot",
    guests: tuple[str, ...] = (guest(INES), guest(PAVEL)),
) -> str:
    """A calendar as Exchange and Google write one; ``stamped`` in minutes after Monday."""
    stamp = MONDAY + timedelta(minutes=stamped)
    zone = "W. Europe Standard Time"
    return "\r\n".join(
        (
            "BEGIN:VCALENDAR", f"METHOD:{method}", "PRODID:Microsoft Exchange Server 2010", "VERSION:2.0",
            "BEGIN:VTIMEZONE", f"TZID:{zone}", "BEGIN:STANDARD", "DTSTART:16010101T030000", "TZOFFSETFROM:+0200",
            "TZOFFSETTO:+0100", "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10", "END:STANDARD", "END:VTIMEZONE",
            "BEGIN:VEVENT", f"ORGANIZER;CN={organizer.partition('@')[0].title()}:mailto:{organizer}", *guests, *lines,
            f"UID:{uid}", "SUMMARY;LANGUAGE=de-DE:Pilot review", f"DTSTART;TZID={zone}:{at:%Y%m%dT%H%M%S}",
            f"DTEND;TZID={zone}:{at + timedelta(hours=1):%Y%m%dT%H%M%S}", "CLASS:PUBLIC", "PRIORITY:5",
            f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}", "TRANSP:OPAQUE", f"SEQUENCE:{sequence}",
            f"X-MICROSOFT-CDO-APPT-SEQUENCE:{sequence}", "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
            "X-MICROSOFT-DISALLOW-COUNTER:FALSE", "END:VEVENT", "END:VCALENDAR", "",
        )
    )  # fmt: skip


def mail(
    event: str, sender: str = GRETA, to: str = INES, *labels: str, sent: int = 0, file: bool = False, **fields: str
) -> Extraction:
    """The mail that brings a calendar, ``sent`` in minutes after Monday; as a ``file`` too, which Google adds."""
    method = event.split("METHOD:")[1].partition("\r")[0]
    inner = (
        'Content-Type: multipart/alternative; boundary="inner"\r\n\r\n'
        "--inner\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nPilot review, Tuesday at ten.\r\n"
        f'--inner\r\nContent-Type: text/calendar; charset="utf-8"; method={method}\r\n\r\n{event}\r\n--inner--\r\n'
    )
    whole = (
        f'--outer\r\n{inner}--outer\r\nContent-Type: application/ics; name="invite.ics"\r\n\r\n{event}\r\n--outer--\r\n'
    )
    head = {
        "From": person(sender), "To": person(to), "Subject": "Pilot review",
        "Date": format_datetime(MONDAY + timedelta(minutes=sent)), "MIME-Version": "1.0",
    } | {name.replace("_", "-"): value for name, value in fields.items()}  # fmt: skip
    named = "".join(f"{name}: {value}\r\n" for name, value in head.items())
    if not file:
        return read((named + inner).encode(), *labels)
    return read(f'{named}Content-Type: multipart/mixed; boundary="outer"\r\n\r\n{whole}'.encode(), *labels)


def reply(who: str, response: str, *, sequence: int = 0, stamped: int = 5, organizer: str = INES) -> str:
    """An answer as Outlook writes one: with the one who answers alone."""
    only = (f"ATTENDEE;PARTSTAT={response};CN={who.partition('@')[0].title()}:mailto:{who}",)
    return event("REPLY", organizer=organizer, guests=only, sequence=sequence, stamped=stamped)
