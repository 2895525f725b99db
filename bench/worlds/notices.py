"""The mail around the mail of a world: bulk, receipts, robots, strangers who never get an answer, bounces, absences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from email.utils import format_datetime
from random import Random

from bench.worlds.scene import Drawing, Scene, Size
from bench.worlds.wording import Notice, Words
from demo import icalendar_text as ical
from demo import mime
from demo.cast import fold
from demo.clock import OFFICE, later_working_day, moment, say_date, working_day
from demo.world import Kind, Mail, Mark, Person

# How often each sort comes, of all.
SHARES = {
    "newsletter": 14, "bulk": 5, "receipt": 12, "robot": 16, "notification": 16, "social": 8, "list": 4, "cold": 7,
    "recruiter": 3, "survey": 2, "ticket": 4, "portal": 3, "spam": 5, "calendar spam": 1, "customer letter": 2,
}  # fmt: skip
KINDS: dict[str, Kind] = {
    "newsletter": "newsletter", "bulk": "newsletter", "survey": "newsletter", "spam": "newsletter",
    "calendar spam": "newsletter", "customer letter": "newsletter",
    "list": "person", "cold": "person", "recruiter": "person",
}  # fmt: skip
NAGS = timedelta(days=8)
SAYS_SO = 0.7  # of the absences; the rest are told by their subject and text alone


@dataclass(frozen=True, slots=True)
class Written:
    """A notice with its words settled, on its way to a rep."""

    sort: str
    name: str
    address: str
    subject: str
    text: str
    to: Person
    at: datetime
    number: int


class Street:
    """Writes the noise of a world."""

    def __init__(self, scene: Scene, words: Words, size: Size, rng: Random) -> None:
        self.scene, self.words, self.size, self.rng = scene, words, size, rng
        self.drawing = Drawing(words, rng)

    def mails(self, told: tuple[Mail, ...], last: date) -> Iterator[Mail]:
        """All noise up to the last day."""
        sorts = sorted({notice.sort for notice in self.words.notices})
        weights = [SHARES[sort] for sort in sorts]
        for sort in self.rng.choices(sorts, weights, k=self.size.noise):
            notice = self.rng.choice([each for each in self.words.notices if each.sort == sort])
            yield from self._notice(notice, last)
        yield from self._absences(told, last)
        yield from self._bounces(last)

    def _notice(self, notice: Notice, last: date) -> Iterator[Mail]:
        rep = self.rng.choice(self.scene.cast.staff).person
        written = self._written(notice, rep, self._time(last))
        yield self._mail(written)
        if notice.again and written.at + NAGS < moment(last, 1700):
            yield self._mail(replace(written, text=self._again(notice, written), at=written.at + NAGS))

    def _again(self, notice: Notice, written: Written) -> str:
        first, _, last = written.name.partition(" ")
        return notice.again.replace("{first}", first).replace("{last}", last)

    def _written(self, notice: Notice, rep: Person, at: datetime) -> Written:
        person = self.rng.choice([one for one in self.scene.cast.people if one.firm and one.key[0] == "r"])
        customer = person.firm
        first, last = self.drawing.name().split()
        number = self.rng.randrange(1000, 10**6)
        slots = {
            "{n}": str(number), "{first}": first, "{last}": last, "{domain}": self.scene.cast.company.domain,
            "{customer}": customer.domain if customer else "",
            "{firm}": customer.name if customer else "",
            "{person}": person.name, "{person_address}": person.address,
        }  # fmt: skip

        def filled(text: str) -> str:
            for slot, value in slots.items():
                text = text.replace(slot, value)
            return text

        address = notice.address.replace("{first}", fold(first)).replace("{last}", fold(last))
        return Written(
            notice.sort, filled(notice.name), filled(address), filled(notice.subject), filled(notice.text), rep, at,
            number,
        )  # fmt: skip

    def _time(self, last: date) -> datetime:
        day = working_day(last, self.rng.randrange(self.size.days))
        return moment(day, 700, self.rng.randrange(660)) + timedelta(seconds=self.rng.randrange(60))

    def _mail(self, written: Written) -> Mail:
        message_id = f"{self.rng.getrandbits(88):022x}@{written.address.rpartition('@')[2]}"
        domain = written.address.rpartition("@")[2]
        to = f"members@lists.{domain}" if written.sort == "list" else written.to.address
        headers = (
            ("From", mime.mailbox(written.name, written.address)),
            ("To", to),
            ("Subject", mime.subject(written.subject)),
            ("Date", format_datetime(written.at.astimezone(OFFICE))),
            ("Message-ID", f"<{message_id}>"),
            *_marks(written, domain),
        )
        payload = mime.message(headers, self._body(written))
        mark = Mark(
            kind=KINDS.get(written.sort, "automated"),
            story=written.sort,
            uid=_uid(written) if written.sort == "calendar spam" else None,
            folder=".Junk" if written.sort == "spam" and self.rng.random() < 0.8 else None,
        )
        return Mail(message_id, written.at, written.address, (written.to.address,), payload, mark)

    def _body(self, written: Written) -> mime.Block:
        plain = mime.text_block(written.text + "\n", "plain", "utf-8", "quoted-printable")
        if written.sort == "calendar spam":
            event = mime.text_block(_event(written), "calendar; method=REQUEST", "utf-8", "base64")
            return mime.multipart("alternative", f"=_{self.rng.getrandbits(64):x}", (plain, event))
        if written.sort in {
            "newsletter",
            "bulk",
            "receipt",
            "social",
            "notification",
            "survey",
            "portal",
            "customer letter",
        }:
            rows = "".join(f"<tr><td>{part}</td></tr>\n" for part in written.text.split("\n\n"))
            page = f'<html><body><table width="600">\n{rows}</table></body></html>\n'
            markup = mime.text_block(page, "html", "utf-8", "quoted-printable")
            return mime.multipart("alternative", f"=_{self.rng.getrandbits(64):x}", (plain, markup))
        return plain

    def _absences(self, told: tuple[Mail, ...], last: date) -> Iterator[Mail]:
        """Automatic replies to mails of ours (RFC 3834)."""
        ours = {one.person.address for one in self.scene.cast.staff}
        people = {address: one for one in self.scene.cast.people if one.firm for address in one.addresses}
        asked = [mail for mail in told if mail.sender in ours and mail.recipients[0] in people]
        for mail in self.rng.sample(asked, min(self.size.weeks, len(asked))):
            if mail.at.date() < last:
                yield self._absence(mail, people[mail.recipients[0]])

    def _absence(self, mail: Mail, person: Person) -> Mail:
        subject, text = self.words.away[person.language]
        back = say_date(later_working_day(mail.at.date(), 4), person.language)
        at = mail.at + timedelta(seconds=35)
        message_id = f"{self.rng.getrandbits(88):022x}@{person.address.rpartition('@')[2]}"
        headers = (
            ("From", mime.mailbox(person.name, person.address)),
            ("To", mail.sender),
            ("Subject", mime.subject(subject.replace("{back}", back))),
            ("Date", format_datetime(at.astimezone(OFFICE))),
            ("Message-ID", f"<{message_id}>"),
            ("In-Reply-To", f"<{mail.message_id}>"),
            *((("Auto-Submitted", "auto-replied"),) if self.rng.random() < SAYS_SO else ()),
        )
        words = f"{text.replace('{back}', back)}\n\n{person.name}\n"
        body = mime.text_block(words, "plain", "utf-8", "quoted-printable")
        mark = Mark(kind="out_of_office", story="absence")
        return Mail(message_id, at, person.address, (mail.sender,), mime.message(headers, body), mark, mail.message_id)

    def _bounces(self, last: date) -> Iterator[Mail]:
        """Reports of failed delivery (RFC 3464)."""
        domain = self.scene.cast.company.domain
        for _ in range(self.size.weeks // 3):
            rep = self.rng.choice(self.scene.cast.staff).person
            local, _, host = self.rng.choice([one for one in self.scene.cast.people if one.firm]).address.partition("@")
            wrong = f"{local}x@{host}"
            words = self.words.bounce.replace("{domain}", domain).replace("{address}", wrong)
            report = (
                f"Reporting-MTA: dns; mx.{domain}\n\nFinal-Recipient: rfc822; {wrong}\nAction: failed\nStatus: 5.1.1\n"
            )
            parts = (
                mime.text_block(words, "plain", "us-ascii", "7bit"),
                mime.Block((("Content-Type", "message/delivery-status"),), report.encode()),
            )
            at = self._time(last)
            message_id = f"{self.rng.getrandbits(88):022x}@mx.{domain}"
            headers = (
                ("From", f"Mail Delivery System <MAILER-DAEMON@mx.{domain}>"),
                ("To", rep.address),
                ("Subject", "Undelivered Mail Returned to Sender"),
                ("Date", format_datetime(at.astimezone(OFFICE))),
                ("Message-ID", f"<{message_id}>"),
            )
            block = mime.multipart("report", f"=_{self.rng.getrandbits(64):x}", parts, "; report-type=delivery-status")
            mark = Mark(kind="bounce", story="bounce")
            yield Mail(message_id, at, "", (rep.address,), mime.message(headers, block), mark)


def _marks(written: Written, domain: str) -> mime.Headers:
    """The headers by which each sort says what it is, as far as it does."""
    off = ("List-Unsubscribe", f"<https://{domain}/off/{written.number}>")
    by_sort: dict[str, mime.Headers] = {
        "newsletter": (off, ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"), ("Precedence", "bulk")),
        "bulk": (off,) if written.number % 2 else (("X-Campaign-Id", str(written.number)),),
        "survey": (off,),
        "customer letter": (off, ("Precedence", "bulk")),
        "social": (off,),
        "spam": (),
        "robot": (("Auto-Submitted", "auto-generated"),) if written.number % 2 else (),
        "receipt": (("Auto-Submitted", "auto-generated"),) if written.number % 2 else (),
        "notification": (off, ("Auto-Submitted", "auto-generated")),
        "ticket": (("Auto-Submitted", "auto-replied"), ("Precedence", "auto_reply")),
        "portal": (("Auto-Submitted", "auto-generated"),),
        "list": (
            ("List-Id", f"Members <members.lists.{domain}>"),
            ("List-Post", f"<mailto:members@lists.{domain}>"),
            ("Precedence", "list"),
        ),
    }
    return by_sort.get(written.sort, ())


def _uid(written: Written) -> str:
    return f"{written.number}@{written.address.rpartition('@')[2]}"


def _event(written: Written) -> str:
    rows = (
        "BEGIN:VEVENT",
        f"UID:{_uid(written)}",
        f"DTSTAMP:{ical.stamp(written.at)}",
        ical.start_line("DTSTART", written.at + timedelta(days=2)),
        ical.start_line("DTEND", written.at + timedelta(days=2, hours=1)),
        f"SUMMARY:{ical.escape(written.subject)}",
        f"ORGANIZER:mailto:{written.address}",
        f"ATTENDEE:mailto:{written.to.address}",
        "END:VEVENT",
    )
    return ical.calendar((ical.lines(rows),), "REQUEST")
