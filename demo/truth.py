"""What is true about a world, worked out from how it was made and never from reading its bytes.

The answers are what a careful person would give: which messages are worth a note, who is a real contact, what was
promised, what is somebody's private life. They are for measuring and for scripted decisions, not for the product.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from demo.clock import OFFICE
from demo.world import Filed, Kind, Mail, Meeting, Side, World

ENOUGH_LETTERS = 2


@dataclass(frozen=True, slots=True)
class Source:
    """One file of a mailbox. ``thread`` is the Message-ID of its thread's first message."""

    sha256: str
    rep: str
    path: str
    kind: Kind
    story: str
    note: bool
    private: bool
    message_id: str
    thread: str
    day: date
    contacts: tuple[str, ...]
    companies: tuple[str, ...]
    uid: str | None
    orphan: bool
    duplicate: bool


@dataclass(frozen=True, slots=True)
class MeetingSource:
    """One calendar event, cited as ``uid:UID``; ``days`` are those on which it took place."""

    source: str
    reps: tuple[str, ...]
    summary: str
    note: bool
    private: bool
    cancelled: bool
    sequence: int
    days: tuple[date, ...]
    contacts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """A real contact with every address they wrote from."""

    name: str
    company: str | None
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CompanyTruth:
    """A firm that real contacts work for."""

    name: str
    domains: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Exchange:
    """One interaction: the mails of a thread and day, or one meeting. Several reps may share it."""

    kind: str
    reps: tuple[str, ...]
    day: date
    title: str
    contacts: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PromiseTruth:
    """A promise with the files that hold its first writing."""

    by: Side
    due: date
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangeTruth:
    """A changed detail with the files that show it first."""

    address: str
    field: str
    old: str
    new: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Truth:
    """All answers about a world, between its first and last day."""

    seed: int
    today: date
    first_day: date
    last_day: date
    sources: tuple[Source, ...]
    meetings: tuple[MeetingSource, ...]
    contacts: tuple[Contact, ...]
    companies: tuple[CompanyTruth, ...]
    exchanges: tuple[Exchange, ...]
    promises: tuple[PromiseTruth, ...]
    changes: tuple[ChangeTruth, ...]
    shared: tuple[str, ...]


def truth(world: World) -> Truth:
    """The answers about a world; ``shared`` are Message-IDs that more than one rep's mailbox holds."""
    threads = _threads(world.mails)
    contacts = _contacts(world)
    return Truth(
        seed=world.seed,
        today=world.today,
        first_day=world.first_day,
        last_day=world.last_day,
        sources=_sources(world, threads),
        meetings=tuple(_meeting(one) for one in world.meetings),
        contacts=contacts,
        companies=_companies(world, contacts),
        exchanges=(*_mail_exchanges(world, threads), *_meeting_exchanges(world)),
        promises=tuple(
            PromiseTruth(promise.by, promise.due, _shas(world, mail))
            for mail in world.mails
            for promise in mail.mark.promises
        ),
        changes=tuple(
            ChangeTruth(change.address, change.field, change.old, change.new, _shas(world, mail))
            for mail in world.mails
            for change in mail.mark.changes
        ),
        shared=tuple(mail.message_id for mail in world.mails if len({one.rep for one in _files(world, mail)}) > 1),
    )


def _threads(mails: tuple[Mail, ...]) -> dict[str, str]:
    """The first message of each message's thread, by Message-ID."""
    roots: dict[str, str] = {}
    for mail in mails:
        parent = mail.in_reply_to or mail.message_id
        roots[mail.message_id] = roots.get(parent, mail.message_id)
    return roots


def _day(mail: Mail) -> date:
    return mail.at.astimezone(OFFICE).date()


def _files(world: World, mail: Mail) -> list[Filed]:
    return [one for one in world.files if one.mail is mail]


def _shas(world: World, mail: Mail) -> tuple[str, ...]:
    return tuple(sorted({one.sha256 for one in _files(world, mail)}))


def _sources(world: World, threads: dict[str, str]) -> tuple[Source, ...]:
    seen: set[tuple[str, str]] = set()
    found = []
    for one in world.files:
        key = (one.rep, one.sha256)
        found.append(_source(world, one, threads, duplicate=key in seen))
        seen.add(key)
    return tuple(found)


def _source(world: World, one: Filed, threads: dict[str, str], *, duplicate: bool) -> Source:
    mail, mark = one.mail, one.mail.mark
    domains = _domains(world)
    return Source(
        sha256=one.sha256,
        rep=one.rep,
        path=one.path,
        kind=mark.kind,
        story=mark.story,
        note=mark.note,
        private=mark.private,
        message_id=mail.message_id,
        thread=threads[mail.message_id],
        day=_day(mail),
        contacts=mark.contacts,
        companies=tuple(sorted({domain for one in mark.contacts if (domain := one.rpartition("@")[2]) in domains})),
        uid=mark.uid,
        orphan=mark.orphan,
        duplicate=duplicate,
    )


def _meeting(meeting: Meeting) -> MeetingSource:
    return MeetingSource(
        source=f"uid:{meeting.uid}",
        reps=meeting.reps,
        summary=meeting.summary,
        note=meeting.note,
        private=meeting.private,
        cancelled=meeting.cancelled,
        sequence=meeting.sequence,
        days=tuple(at.astimezone(OFFICE).date() for at in meeting.instances),
        contacts=meeting.external,
    )


def _domains(world: World) -> dict[str, str]:
    """Firms' names by domain."""
    return {one.firm.domain: one.firm.name for one in world.people if one.firm}


def _contacts(world: World) -> tuple[Contact, ...]:
    met = {address for meeting in world.meetings if meeting.note for address in meeting.external}
    moves = [(c.old, c.new) for mail in world.mails for c in mail.mark.changes if c.field == "address"]
    found = []
    for person in world.people:
        moved = tuple(new for old, new in moves if old in person.addresses)
        addresses = (*person.addresses, *moved)
        if met.intersection(addresses) or _is_exchange(world, frozenset(addresses)):
            domain = addresses[-1].rpartition("@")[2]
            found.append(Contact(person.name, _domains(world).get(domain, _firm(world, person.key)), addresses))
    return tuple(found)


def _firm(world: World, key: str) -> str | None:
    person = next(one for one in world.people if one.key == key)
    return person.firm.name if person.firm else None


def _is_exchange(world: World, addresses: frozenset[str]) -> bool:
    """Both sides wrote in one story, or we wrote to them twice."""
    ours = f"@{world.company.domain}"
    heard, told = set(), []
    for mail in world.mails:
        if not mail.mark.note or mail.mark.kind != "person":
            continue
        if mail.sender in addresses:
            heard.add(mail.mark.story)
        elif mail.sender.endswith(ours) and addresses.intersection(mail.recipients):
            told.append(mail.mark.story)
    return len(told) >= ENOUGH_LETTERS or bool(heard.intersection(told))


def _companies(world: World, contacts: tuple[Contact, ...]) -> tuple[CompanyTruth, ...]:
    used = {address.rpartition("@")[2] for contact in contacts for address in contact.addresses}
    return tuple(CompanyTruth(name, (domain,)) for domain, name in _domains(world).items() if domain in used)


def _mail_exchanges(world: World, threads: dict[str, str]) -> tuple[Exchange, ...]:
    days: dict[tuple[str, date], list[Mail]] = defaultdict(list)
    for mail in world.mails:
        if mail.mark.note and mail.mark.kind == "person":
            days[threads[mail.message_id], _day(mail)].append(mail)
    return tuple(_mail_exchange(world, day, mails) for (_, day), mails in days.items())


def _mail_exchange(world: World, day: date, mails: list[Mail]) -> Exchange:
    files = [one for mail in mails for one in _files(world, mail)]
    return Exchange(
        kind="mail",
        reps=tuple(sorted({one.rep for one in files})),
        day=day,
        title=mails[0].mark.story,
        contacts=tuple(sorted({address for mail in mails for address in mail.mark.contacts})),
        sources=tuple(sorted({one.sha256 for one in files})),
    )


def _meeting_exchanges(world: World) -> tuple[Exchange, ...]:
    return tuple(
        Exchange("meeting", one.reps, at.astimezone(OFFICE).date(), one.summary, one.external, (f"uid:{one.uid}",))
        for one in world.meetings
        if one.note
        for at in one.instances
    )
