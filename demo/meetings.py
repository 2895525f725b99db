"""Meetings of a story: the events in the reps' calendars and the invitations, updates and answers sent by mail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from email.utils import format_datetime

from demo import icalendar_text as ical
from demo import mime
from demo.clock import OFFICE, local, moment, say_day
from demo.plans import Gathering
from demo.stories import Stage, fill, slots
from demo.world import Language, Mail, Mark, Meeting, Person

NOTICE_DAYS = 3
_SUBJECTS: dict[Language, dict[str, str]] = {
    "en": {"REQUEST": "Invitation: ", "UPDATE": "Updated invitation: ", "CANCEL": "Cancelled: ", "REPLY": "Accepted: "},
    "de": {"REQUEST": "Einladung: ", "UPDATE": "Aktualisiert: ", "CANCEL": "Abgesagt: ", "REPLY": "Zugesagt: "},
    "fr": {"REQUEST": "Invitation : ", "UPDATE": "Mise à jour : ", "CANCEL": "Annulé : ", "REPLY": "Accepté : "},
}


@dataclass(frozen=True, slots=True)
class Event:
    """A gathering with its people, words and times settled. ``start`` is the first instance's."""

    plan: Gathering
    uid: str
    people: tuple[Person, ...]
    declined: tuple[str, ...]
    summary: str
    place: str
    start: datetime
    made: datetime

    @property
    def organizer(self) -> Person:
        """Who called the meeting."""
        return self.people[0]

    @property
    def end(self) -> datetime:
        """When the first instance ends."""
        return self.start + timedelta(minutes=self.plan.minutes)

    @property
    def revised(self) -> bool:
        """Whether a later revision replaced the first one."""
        return self.plan.moved or self.plan.cancelled


def gather(stage: Stage) -> Iterator[tuple[Meeting, tuple[Mail, ...]]]:
    """The meetings of a story, each with the mails about it."""
    for gathering in stage.plan.meetings:
        event = _event(stage, gathering)
        mails = tuple(_invitations(stage, event)) if gathering.invited else ()
        yield _meeting(stage, event), mails


def vevent(event: Event, sequence: int) -> str:
    """The event's VEVENT at a revision; a weekly one with its moved instance."""
    if event.plan.weeks == 1:
        return _vevent(event, event.start, sequence, ())
    first = _vevent(event, event.start, sequence, (f"RRULE:FREQ=WEEKLY;COUNT={event.plan.weeks}",))
    original, moved = _moved_instance(event)
    return first + _vevent(event, moved, sequence, (ical.start_line("RECURRENCE-ID", original),))


def _event(stage: Stage, gathering: Gathering) -> Event:
    day = stage.day(gathering.day)
    words = slots(stage, day)
    start = moment(day, gathering.clock)
    first = _weeks_before(start, gathering.weeks - 1)
    made_on = stage.day(gathering.day + NOTICE_DAYS)
    return Event(
        plan=gathering,
        uid=f"{stage.rng.getrandbits(100):025x}@{stage.cast.company.domain}",
        people=stage.people(gathering.people),
        declined=tuple(one.address for one in stage.people(gathering.declined)),
        summary=fill(gathering.summary, words),
        place=fill(gathering.place, words),
        start=first,
        made=_weeks_before(moment(made_on, 1510, stage.rng.randrange(40)), gathering.weeks - 1),
    )


def _weeks_before(at: datetime, weeks: int) -> datetime:
    """The same wall-clock time in the office, weeks earlier."""
    return (at.astimezone(OFFICE) - timedelta(weeks=weeks)).astimezone(at.tzinfo)


def _instances(event: Event) -> tuple[datetime, ...]:
    if event.plan.cancelled:
        return ()
    if event.plan.weeks == 1:
        return (event.start,)
    starts = [_weeks_before(event.start, -number) for number in range(event.plan.weeks)]
    starts[1] = _moved_instance(event)[1]
    return tuple(starts)


def _moved_instance(event: Event) -> tuple[datetime, datetime]:
    """The second instance of a weekly meeting: when it was planned, and when it was held."""
    original = _weeks_before(event.start, -1)
    return original, original + timedelta(hours=1)


def _vevent(event: Event, start: datetime, sequence: int, extra: tuple[str, ...]) -> str:
    cancelled = event.plan.cancelled and sequence > 0
    rows = [
        "BEGIN:VEVENT",
        f"UID:{event.uid}",
        f"DTSTAMP:{ical.stamp(event.made + timedelta(days=sequence))}",
        *_times(event, start),
        *extra,
        f"SUMMARY:{ical.escape(event.summary)}",
    ]
    if event.place:
        rows.append(f"LOCATION:{ical.escape(event.place)}")
    rows += [f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}", f"SEQUENCE:{sequence}"]
    if event.plan.private:
        rows.append("CLASS:PRIVATE")
    if len(event.people) > 1:
        rows.append(ical.organizer(event.organizer))
        rows += [ical.attendee(one, _response(event, one)) for one in event.people]
    return ical.lines((*rows, "END:VEVENT"))


def _times(event: Event, start: datetime) -> tuple[str, str]:
    if event.plan.minutes == 0:
        day = event.start.astimezone(OFFICE).date()
        return ical.day_line("DTSTART", day), ical.day_line("DTEND", day + timedelta(days=1))
    return ical.start_line("DTSTART", start), ical.start_line("DTEND", start + (event.end - event.start))


def _response(event: Event, person: Person) -> str:
    return "DECLINED" if person.address in event.declined else "ACCEPTED"


def _meeting(stage: Stage, event: Event) -> Meeting:
    sequence = int(event.revised)
    ours = f"@{stage.cast.company.domain}"
    external = tuple(one.address for one in event.people if not one.address.endswith(ours))
    staff = {member.person.key: member.folder for member in stage.cast.staff if member.folder}
    return Meeting(
        uid=event.uid,
        summary=event.summary,
        organizer=event.organizer.address,
        start=event.start,
        instances=_instances(event),
        reps=tuple(staff[one.key] for one in event.people if one.key in staff),
        external=external,
        note=bool(external) and not event.plan.cancelled,
        private=event.plan.private,
        cancelled=event.plan.cancelled,
        sequence=sequence,
        event=vevent(event, sequence),
    )


def _invitations(stage: Stage, event: Event) -> Iterator[Mail]:
    """The request, its update or cancellation, and an answer from the first guest."""
    early = replace(event, start=event.start - timedelta(hours=1)) if event.plan.moved else event
    yield _itip(stage, early, ("REQUEST", 0), event.made)
    guest = next(one for one in event.people[1:] if one.firm)
    yield _itip(stage, early, ("REPLY", 0), event.made + timedelta(minutes=50), guest)
    if event.revised:
        later = event.made + timedelta(minutes=95)
        yield _itip(stage, event, ("CANCEL" if event.plan.cancelled else "UPDATE", 1), later)


def _itip(stage: Stage, event: Event, step: tuple[str, int], at: datetime, guest: Person | None = None) -> Mail:
    """One iTIP message as mail (RFC 6047): from the organizer to all, or from ``guest`` to the organizer."""
    name, sequence = step
    sender = guest or event.organizer
    to = (event.organizer,) if guest else tuple(one for one in event.people if one != event.organizer)
    listed = replace(event, people=(event.organizer, guest)) if guest else event
    method = "REQUEST" if name == "UPDATE" else name
    message_id = f"{stage.rng.getrandbits(96):024x}@{sender.address.rpartition('@')[2]}"
    text = f"{event.summary}\n{say_day(event.start.astimezone(OFFICE).date(), stage.plan.language)}\n{event.place}\n"
    calendar = ical.calendar((vevent(listed, sequence),), method)
    invite = mime.text_block(calendar, f"calendar; method={method}", "utf-8", "base64")
    plain = mime.text_block(text, "plain", "utf-8", "quoted-printable")
    body = mime.multipart("alternative", f"_000_{stage.rng.getrandbits(80):020X}_", (plain, invite))
    headers = (
        ("From", mime.mailbox(sender.name, sender.address)),
        ("To", mime.people(to)),
        ("Subject", mime.subject(_SUBJECTS[stage.plan.language][name] + event.summary)),
        ("Date", format_datetime(local(at, sender.zone))),
        ("Message-ID", f"<{message_id}>"),
    )
    mark = Mark(kind="calendar", story=stage.plan.name, note=not event.plan.cancelled, uid=event.uid)
    contacts = tuple(one.address for one in event.people if one.firm)
    recipients = tuple(one.address for one in to)
    return Mail(
        message_id, at, sender.address, recipients, mime.message(headers, body), replace(mark, contacts=contacts)
    )
