"""Mails and calendars as bytes, and a way to lay them into an owner's queue without a source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from email.utils import format_datetime
from hashlib import sha256
from uuid import UUID

from sqlalchemy import select

from extract.raw import MESSAGE, RawItem
from ingest.pipeline import Desk, Worked, read_on
from ingest.reading import ReadingPool
from store.batches import READ_AT_ONCE
from store.connections import Place, collection_of, connect
from store.inbound import Arrival, save
from store.models.private.inbound import Inbound
from tests.builders import MONDAY
from tests.firm import KEY, LATER, Person

GRETA = "greta@halden.example"
POISON = b"\n\nno header at all\n"  # what the reader refuses


def keyed_hash(value: str) -> bytes:
    return sha256(b"key" + value.encode()).digest()


def letter(number: int, sender: str, to: str, answers: int | None = None, body: str = "On Thursday?") -> bytes:
    """A mail ``number`` that may answer another."""
    answering = f"In-Reply-To: <{answers}@mail.example>\r\n" if answers else ""
    name = sender.partition("@")[0].title()
    return (
        f"From: {name} <{sender}>\r\nTo: {to}\r\nSubject: Matter {answers or number}\r\n"
        f"Date: {format_datetime(MONDAY + timedelta(minutes=number))}\r\nMessage-ID: <{number}@mail.example>\r\n"
        f"{answering}Content-Type: text/plain; charset=utf-8\r\n\r\n{body}\r\n"
    ).encode()


def exchange(person: Person) -> list[bytes]:
    """Somebody writes, and one of us answers: worth a note and a contact."""
    return [letter(1, GRETA, person.address), letter(2, person.address, GRETA, answers=1)]


def calendar(uid: str, organizer: str, guest: str, start: datetime) -> bytes:
    """One meeting of an hour."""
    return (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nBEGIN:VEVENT\r\n"
        f"UID:{uid}\r\nDTSTAMP:{start:%Y%m%dT%H%M%SZ}\r\nDTSTART:{start:%Y%m%dT%H%M%SZ}\r\n"
        f"DTEND:{start + timedelta(hours=1):%Y%m%dT%H%M%SZ}\r\nSUMMARY:Pilot review\r\nSTATUS:CONFIRMED\r\n"
        f"ORGANIZER:mailto:{organizer}\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:{organizer}\r\n"
        f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{guest}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    ).encode()


def item(number: int, payload: bytes, media_type: str = MESSAGE, labels: tuple[str, ...] = ()) -> RawItem:
    return RawItem(media_type, payload, MONDAY + timedelta(minutes=number), str(number), labels)


def lay(person: Person, items: Sequence[RawItem], refused: Mapping[str, str] | None = None) -> None:
    """Keep items as a source would have brought them; they wait to be read."""
    with person.worker.transaction(person.acting) as session:
        connection = connect(session, person.user_id, Place("files", "letters"), LATER)
        folder = collection_of(session, connection, "INBOX", "mailbox_folder")
        save(session, folder, Arrival(items, "cursor", refused=refused or {}), keyed_hash)


def lay_letters(person: Person, *payloads: bytes) -> None:
    lay(person, [item(number, payload) for number, payload in enumerate(payloads, start=1)])


def desk_of(person: Person, pool: ReadingPool, at_once: int = READ_AT_ONCE) -> Desk:
    return Desk(person.worker, pool, KEY, keyed_hash, at_once)


def read_waiting(desk: Desk, owner_id: UUID, now: datetime) -> Worked:
    """The first batch alone."""
    return next(read_on(desk, owner_id, lambda: now), Worked(0, 0, {}, more=False))


def states(person: Person) -> dict[str, str]:
    """How each item stands, by remote id."""
    with person.app.transaction(person.acting) as session:
        rows = session.execute(select(Inbound.remote_id, Inbound.state).order_by(Inbound.remote_id))
        return {remote_id: state for remote_id, state in rows}  # noqa: C416 - a Row is not a tuple to mypy
