"""The mail around the mail: newsletters, receipts, bounces, absences, lists, spam, and one unsent draft."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from email.utils import format_datetime
from itertools import cycle, islice
from random import Random

from demo import icalendar_text as ical
from demo import mime
from demo.cast import Cast
from demo.clock import OFFICE, later_working_day, moment, say_date, working_day
from demo.phrases.answers import AWAY, BOUNCE
from demo.phrases.notices import NOTICES, Notice
from demo.world import Mail, Mark, Person

AWAY_COUNT, BOUNCE_COUNT = 3, 2


@dataclass(frozen=True, slots=True)
class Street:
    """Where noise goes: the reps who get it, the last day, the working days before it, and the seed's chance."""

    cast: Cast
    last: date
    days: int
    rng: Random

    @property
    def reps(self) -> tuple[Person, ...]:
        """The reps, in order."""
        return tuple(one.person for one in self.cast.staff if one.folder)

    def time(self, newest: int) -> datetime:
        """Some time in office hours, at least ``newest`` working days before the last day."""
        day = working_day(self.last, self.rng.randrange(newest, self.days))
        return moment(day, 715, self.rng.randrange(600)) + timedelta(seconds=self.rng.randrange(60))

    def token(self) -> str:
        """Letters and digits for a Message-ID."""
        return f"{self.rng.getrandbits(88):022x}"


def notices(street: Street, count: int) -> Iterator[Mail]:
    """``count`` messages without a story, every sort among them when ``count`` allows."""
    for place, notice in enumerate(islice(cycle(NOTICES), count)):
        rep = street.reps[place % len(street.reps)]
        quiet = notice.sort in {"newsletter", "receipt", "reminder", "password"}
        yield _notice(street, notice, rep, street.time(0 if quiet else 2))


def absences(street: Street, mails: tuple[Mail, ...]) -> Iterator[Mail]:
    """Automatic replies of customers who were away when one of us wrote (RFC 3834)."""
    ours = {one.address for one in street.reps}
    people = {address: one for one in street.cast.people if one.firm for address in one.addresses}
    written = [mail for mail in mails if mail.sender in ours and mail.mark.note and mail.recipients[0] in people]
    before = [mail for mail in written if mail.at < moment(working_day(street.last, 1), 0)]
    for mail in street.rng.sample(before, AWAY_COUNT):
        yield _absence(street, mail, people[mail.recipients[0]])


def bounces(street: Street) -> Iterator[Mail]:
    """Reports of failed delivery to addresses that never existed (RFC 3464)."""
    for rep in islice(cycle(street.reps), BOUNCE_COUNT):
        person = street.rng.choice([one for one in street.cast.people if one.firm])
        local, _, domain = person.address.partition("@")
        yield _bounce(street, rep, f"{local[:-1]}@{domain}")


def draft(street: Street) -> Mail:
    """A message its author never sent."""
    rep, at = street.reps[0], street.time(2)
    headers = (
        ("From", mime.mailbox(rep.name, rep.address)),
        ("Subject", "Ideas for next year"),
        ("Date", format_datetime(at.astimezone(OFFICE))),
        ("Message-ID", f"<{street.token()}@{street.cast.company.domain}>"),
    )
    text = "Three things I would like to try next year:\n\n- a price list without footnotes\n- \n"
    payload = mime.message(headers, mime.text_block(text, "plain", "utf-8", "7bit"))
    mark = Mark(kind="person", story="draft", folder=".Drafts")
    return Mail(headers[-1][1].strip("<>"), at, rep.address, (), payload, mark)


def _notice(street: Street, notice: Notice, rep: Person, at: datetime) -> Mail:
    number = f"{street.rng.randrange(10**6, 10**7)}"
    subject, text = (part.replace("{number}", number) for part in (notice.subject, notice.text))
    message_id = f"{street.token()}@{notice.address.rpartition('@')[2]}"
    to = "yard-talk@lists.portpeople.example" if notice.sort == "list" else rep.address
    headers = (
        ("From", mime.mailbox(notice.name, notice.address)),
        ("To", to),
        ("Subject", mime.subject(subject)),
        ("Date", format_datetime(at.astimezone(OFFICE))),
        ("Message-ID", f"<{message_id}>"),
        *_marks(notice, number),
    )
    payload = mime.message(headers, _notice_body(street, notice, text, at))
    mark = Mark(kind=notice.kind, story=notice.sort, folder=".Junk" if notice.sort == "spam" else None)
    return Mail(message_id, at, notice.address, (rep.address,), payload, mark)


def _marks(notice: Notice, number: str) -> mime.Headers:
    """The headers by which each sort of bulk or automatic mail says what it is."""
    domain = notice.address.rpartition("@")[2]
    if notice.sort in {"newsletter", "spam"}:
        return (
            ("List-Unsubscribe", f"<https://{domain}/u/{number}>"),
            ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
            ("Precedence", "bulk"),
        )
    if notice.sort == "list":
        return (
            ("List-Id", "Yard talk <yard-talk.lists.portpeople.example>"),
            ("List-Post", "<mailto:yard-talk@lists.portpeople.example>"),
            ("List-Unsubscribe", "<mailto:yard-talk-leave@lists.portpeople.example>"),
            ("Precedence", "list"),
        )
    return () if notice.sort == "cold" else (("Auto-Submitted", "auto-generated"),)


def _notice_body(street: Street, notice: Notice, text: str, at: datetime) -> mime.Block:
    plain = mime.text_block(text + "\n", "plain", "utf-8", "quoted-printable")
    if notice.sort == "spam" and notice.subject.startswith("Invitation"):
        second = mime.text_block(_spam_invitation(street, notice, at), "calendar; method=REQUEST", "utf-8", "base64")
    elif notice.sort in {"newsletter", "spam", "receipt"}:
        rows = "".join(f"<tr><td>{part}</td></tr>\n" for part in text.split("\n\n"))
        page = f'<html><body><table width="600">\n{rows}</table></body></html>\n'
        second = mime.text_block(page, "html", "utf-8", "quoted-printable")
    else:
        return plain
    if notice.sort == "receipt":
        return second
    return mime.multipart("alternative", f"=_{street.token()}", (plain, second))


def _spam_invitation(street: Street, notice: Notice, at: datetime) -> str:
    event = ical.lines(
        (
            "BEGIN:VEVENT",
            f"UID:{street.token()}@{notice.address.rpartition('@')[2]}",
            f"DTSTAMP:{ical.stamp(at)}",
            ical.start_line("DTSTART", at + timedelta(days=1)),
            f"SUMMARY:{ical.escape(notice.subject)}",
            f"ORGANIZER:mailto:{notice.address}",
            "END:VEVENT",
        )
    )
    return ical.calendar((event,), "REQUEST")


def _absence(street: Street, mail: Mail, person: Person) -> Mail:
    subject, text = AWAY[person.language]
    at = mail.at + timedelta(seconds=40)
    back = say_date(later_working_day(at.astimezone(OFFICE).date(), 3), person.language)
    message_id = f"{street.token()}@{person.address.rpartition('@')[2]}"
    headers = (
        ("From", mime.mailbox(person.name, person.address)),
        ("To", mail.sender),
        ("Subject", mime.subject(subject.format(subject=_subject_of(mail)))),
        ("Date", format_datetime(at.astimezone(OFFICE))),
        ("Message-ID", f"<{message_id}>"),
        ("In-Reply-To", f"<{mail.message_id}>"),
        ("Auto-Submitted", "auto-replied"),
        ("X-Auto-Response-Suppress", "All"),
    )
    body = mime.text_block(text.format(back=back, name=person.name) + "\n", "plain", "utf-8", "quoted-printable")
    mark = Mark(kind="out_of_office", story="absence")
    return Mail(message_id, at, person.address, (mail.sender,), mime.message(headers, body), mark, mail.message_id)


def _subject_of(mail: Mail) -> str:
    """The subject of a message when it is plain ASCII, else a word for it."""
    line = next(row for row in mail.payload.splitlines() if row.startswith(b"Subject:")).decode("ascii")
    text = line.removeprefix("Subject:").strip()
    return "Slotplan" if "=?" in text else text


def _bounce(street: Street, rep: Person, wrong: str) -> Mail:
    at, domain = street.time(2), street.cast.company.domain
    message_id = f"{street.token()}@mx.{domain}"
    words = BOUNCE.format(domain=domain, address=wrong, wrong=wrong.rpartition("@")[2])
    report = (
        f"Reporting-MTA: dns; mx.{domain}\n\nFinal-Recipient: rfc822; {wrong}\nAction: failed\nStatus: 5.1.1\n"
        "Diagnostic-Code: smtp; 550 5.1.1 User unknown\n"
    )
    original = f"From: {rep.address}\nTo: {wrong}\nSubject: Your question\nMessage-ID: <{street.token()}@{domain}>\n"
    parts = (
        mime.text_block(words, "plain", "us-ascii", "7bit"),
        mime.Block((("Content-Type", "message/delivery-status"),), report.encode()),
        mime.Block((("Content-Type", "text/rfc822-headers"),), original.encode()),
    )
    headers = (
        ("From", f"Mail Delivery System <MAILER-DAEMON@mx.{domain}>"),
        ("To", rep.address),
        ("Subject", "Undelivered Mail Returned to Sender"),
        ("Date", format_datetime(at.astimezone(OFFICE))),
        ("Message-ID", f"<{message_id}>"),
        ("Auto-Submitted", "auto-replied"),
    )
    block = mime.multipart("report", street.token(), parts, "; report-type=delivery-status")
    payload = mime.message(headers, block)
    return Mail(message_id, at, "", (rep.address,), payload, Mark(kind="bounce", story="bounce"))
