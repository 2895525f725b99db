"""The words the generator thinks in: who exists, what was written and met, and what is true about it.

Everything is a frozen value, so that the same seed gives the same world and the same bytes.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

Language = Literal["en", "de", "fr"]
Client = Literal["gmail", "outlook", "apple", "thunderbird", "phone", "notes", "mutt"]
Kind = Literal["person", "automated", "newsletter", "bounce", "out_of_office", "calendar"]
Side = Literal["us", "them"]


@dataclass(frozen=True, slots=True)
class Size:
    """How much of a world to make.

    Attributes:
        weeks: length of the window in weeks; at least 9, so that every story fits.
        noise: messages nobody would miss (newsletters, receipts, spam), for all reps together.
    """

    weeks: int
    noise: int


DEMO = Size(weeks=9, noise=20)


@dataclass(frozen=True, slots=True)
class Company:
    """The invented company whose reps use Boswell."""

    name: str
    domain: str
    product: str
    city: str


@dataclass(frozen=True, slots=True)
class Firm:
    """A customer. ``legal`` is the name with its legal form, ``phone`` a pattern whose # become digits."""

    key: str
    name: str
    legal: str
    domain: str
    language: Language
    city: str
    zone: str
    phone: str
    disclaimer: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who writes or meets. ``firm`` is None for staff and for private people.

    Attributes:
        alias: a second address the same person also writes from, or None.
        honorific: how a formal German or French letter addresses them (``Frau``, ``Monsieur``).
        client: the program they write with.
        layout: number of their signature's layout.
        formal: is on formal terms with everybody.
    """

    key: str
    name: str
    address: str
    title: str
    phone: str
    language: Language
    firm: Firm | None = None
    honorific: str = ""
    client: Client = "gmail"
    layout: int = 0
    formal: bool = False
    zone: str = "Europe/Berlin"
    alias: str | None = None
    organization: str = ""

    @property
    def first(self) -> str:
        """The given name."""
        return self.name.removeprefix("Dr. ").split()[0]

    @property
    def last(self) -> str:
        """The family name."""
        return self.name.split()[-1]

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every address the person writes from."""
        return (self.address,) if self.alias is None else (self.address, self.alias)


@dataclass(frozen=True, slots=True)
class Staff:
    """One of ours. Reps have a mailbox folder; a manager and an admin have none."""

    person: Person
    roles: tuple[str, ...]
    folder: str | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """Something a person said they would do, with the day it is due."""

    by: Side
    due: date


@dataclass(frozen=True, slots=True)
class Change:
    """A detail of a person that a message shows to be different from now on."""

    address: str
    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Mark:
    """What is true about a message, written beside it and never inside it.

    Attributes:
        story: the exchange it belongs to, or the sort of noise.
        note: worth a note: written by a person, with somebody outside, part of a real exchange, not private.
        private: belongs to the owner's private life and must not be shared unasked.
        contacts: addresses of the people outside the company it is an exchange with.
        orphan: answers a message that no mailbox holds, on purpose.
        uid: the meeting an invitation is about.
        folder: the Maildir++ folder it lies in, or None for the inbox (or .Sent for its sender).
    """

    kind: Kind
    story: str
    note: bool = False
    private: bool = False
    contacts: tuple[str, ...] = ()
    promises: tuple[Promise, ...] = ()
    changes: tuple[Change, ...] = ()
    orphan: bool = False
    uid: str | None = None
    folder: str | None = None


@dataclass(frozen=True, slots=True)
class Mail:
    """A message as it left its sender: ``payload`` has no trace headers yet (RFC 5321 section 4.4)."""

    message_id: str
    at: datetime
    sender: str
    recipients: tuple[str, ...]
    payload: bytes = field(repr=False)
    mark: Mark
    in_reply_to: str | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A calendar event. ``instances`` are the starts that took place (none when cancelled).

    Attributes:
        reps: folders of the reps whose calendars hold it.
        external: addresses of attendees outside the company.
        event: its VEVENT text with CRLF lines, overrides of single instances included.
    """

    uid: str
    summary: str
    organizer: str
    start: datetime
    instances: tuple[datetime, ...]
    reps: tuple[str, ...]
    external: tuple[str, ...]
    note: bool
    private: bool
    cancelled: bool
    sequence: int
    event: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Filed:
    """One file of one rep's Maildir++: its folder ('' is the inbox), name and bytes."""

    rep: str
    folder: str
    name: str
    at: datetime
    payload: bytes = field(repr=False)
    mail: Mail = field(repr=False)
    unread: bool = False

    @property
    def path(self) -> str:
        """Where the file stands, relative to the world's folder."""
        return "/".join(
            part for part in (self.rep, "Maildir", self.folder, "new" if self.unread else "cur", self.name) if part
        )

    @property
    def sha256(self) -> str:
        """SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.payload).hexdigest()


@dataclass(frozen=True, slots=True)
class World:
    """All that one seed makes: the people, the mailboxes, the calendars."""

    seed: int
    today: date
    first_day: date
    last_day: date
    company: Company
    staff: tuple[Staff, ...]
    people: tuple[Person, ...]
    mails: tuple[Mail, ...]
    meetings: tuple[Meeting, ...]
    files: tuple[Filed, ...]

    @property
    def reps(self) -> tuple[Staff, ...]:
        """Those of the staff who have a mailbox, in order."""
        return tuple(one for one in self.staff if one.folder)
