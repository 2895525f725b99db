"""Mails and meetings as read, the threads they form, and who took part."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, FetchedValue
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base, Json, Jsons, Key


class Thread(Base):
    """Mails joined by references within one owner's mail."""

    __tablename__ = "thread"
    id: Mapped[Key]
    owner_id: Mapped[UUID]


class ThreadKey(Base):
    """A Message-ID that a thread's mails have or name."""

    __tablename__ = "thread_key"
    owner_id: Mapped[UUID] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    thread_id: Mapped[UUID]


class Message(Base):
    """A mail, read. One row for equal bytes, wherever they were found; ``read_bytes`` where only so many were read.

    ``header_id`` is its Message-ID, ``answers`` are those that it names; ``matters`` is how much speaks for
    each private matter; ``refuted`` is None in what was read before it was kept.
    """

    __tablename__ = "message"
    id: Mapped[Key]
    owner_id: Mapped[UUID]
    thread_id: Mapped[UUID]
    sha256: Mapped[str]
    exchange_key: Mapped[bytes]
    sent_at: Mapped[datetime]
    direction: Mapped[str]
    kind: Mapped[str]
    kind_reason: Mapped[str]
    subject: Mapped[str]
    title: Mapped[str]
    folder: Mapped[str | None]
    header_id: Mapped[str | None]
    answers: Mapped[list[str]]
    matter: Mapped[str | None]
    matters: Mapped[Json]
    sources: Mapped[Jsons]
    segments: Mapped[Jsons]
    attachments: Mapped[Jsons]
    evidence: Mapped[Jsons]
    commitments: Mapped[Jsons]
    deals: Mapped[Jsons]
    warnings: Mapped[list[str]]
    reader_version: Mapped[str]
    is_history: Mapped[bool] = mapped_column(server_default=FetchedValue())
    read_bytes: Mapped[int | None] = mapped_column(BigInteger)
    refuted: Mapped[bool | None]


class Meeting(Base):
    """A calendar event as its last valid revision says; ``heard_at`` is when its organizer's first mail came."""

    __tablename__ = "meeting"
    id: Mapped[Key]
    owner_id: Mapped[UUID]
    uid: Mapped[str]
    recurrence_id: Mapped[str]
    revision: Mapped[int]
    from_calendar: Mapped[bool]
    sha256: Mapped[str]
    exchange_key: Mapped[bytes]
    status: Mapped[str]
    starts_at: Mapped[datetime | None]
    ends_at: Mapped[datetime | None]
    all_day: Mapped[bool]
    title: Mapped[str]
    location: Mapped[str | None]
    rule: Mapped[str | None]
    private: Mapped[bool]
    matter: Mapped[str | None]
    source_text: Mapped[str]
    evidence: Mapped[Jsons]
    reader_version: Mapped[str]
    is_history: Mapped[bool] = mapped_column(server_default=FetchedValue())
    stamped_at: Mapped[datetime | None]
    heard_at: Mapped[datetime | None]
    parted: Mapped[bool] = mapped_column(server_default=FetchedValue())


class MeetingAnswer(Base):
    """What somebody invited said of a meeting in a mail: their response, or another time that they proposed."""

    __tablename__ = "meeting_answer"
    id: Mapped[Key]
    owner_id: Mapped[UUID]
    message_id: Mapped[UUID]
    uid: Mapped[str]
    instance: Mapped[str]
    method: Mapped[str]
    address: Mapped[str]
    response: Mapped[str]
    sequence: Mapped[int]
    stamped_at: Mapped[datetime]
    starts_at: Mapped[datetime | None]


class Participation(Base):
    """An address in a role, as written in one message or meeting; whether it is a person's or a desk's."""

    __tablename__ = "participation"
    id: Mapped[Key]
    owner_id: Mapped[UUID]
    message_id: Mapped[UUID | None]
    meeting_id: Mapped[UUID | None]
    role: Mapped[str]
    address: Mapped[str]
    name: Mapped[str | None]
    response: Mapped[str | None]
    person: Mapped[bool]
    desk: Mapped[bool]
    company_domain: Mapped[str | None]
    company_name: Mapped[str | None]
    evidence: Mapped[Json | None]
