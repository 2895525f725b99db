"""Introductions: somebody asks a colleague who knows a contact, who says yes or no; the two alone see it.

Nothing is sent by it and nothing follows from a no: who asks may take it back, who is asked may leave it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session, aliased

from store.errors import NotFound
from store.models.between.introduction import Introduction
from store.models.people import User
from store.models.shared.contact import Contact
from store.queries.relationships import ties

Answer = Literal["yes", "no"]
TOLD_FOR = timedelta(days=14)  # so long an answer stands on the asker's pages


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as one of the two sees it: ``mine`` when the reader asked."""

    id: UUID
    contact_id: UUID
    contact: str
    colleague_id: UUID
    colleague: str
    mine: bool
    asked_at: datetime
    answer: Answer | None


def ask(session: Session, asker_id: UUID, asked_id: UUID, contact_id: UUID, now: datetime) -> None:
    """Ask a colleague for an introduction; asked twice is asked once.

    Raises:
        NotFound: they are not known to know this contact.
    """
    known = ties(session, [contact_id], now)
    if asked_id == asker_id or not any(tie.user_id == asked_id and not tie.unshown for tie in known):
        raise NotFound("There is nobody to ask.")
    row = insert(Introduction).values(asker_id=asker_id, asked_id=asked_id, contact_id=contact_id, asked_at=now)
    session.execute(row.on_conflict_do_nothing())


def answer(session: Session, asked_id: UUID, row_id: UUID, said: Answer, now: datetime) -> None:
    """Say yes or no to a request; the last word counts.

    Raises:
        NotFound: nobody asked this of them.
    """
    row = update(Introduction).where(Introduction.id == row_id, Introduction.asked_id == asked_id)
    if session.scalar(row.values(answer=said, answered_at=now).returning(Introduction.contact_id)) is None:
        raise NotFound("There is no such request.")


def withdraw(session: Session, asker_id: UUID, row_id: UUID) -> None:
    """Take one's own request back; nothing happens when there is none."""
    session.execute(delete(Introduction).where(Introduction.id == row_id, Introduction.asker_id == asker_id))


def requests(session: Session, reader_id: UUID, now: datetime) -> list[Asked]:
    """What a reader is asked and has not answered, and what they asked, with answers of late; the newest first."""
    asker, asked = aliased(User), aliased(User)
    rows = session.execute(
        select(Introduction, Contact.name, asker.name, asked.name)
        .join(Contact, Contact.id == Introduction.contact_id)
        .join(asker, asker.id == Introduction.asker_id)
        .join(asked, asked.id == Introduction.asked_id)
        .order_by(Introduction.asked_at.desc(), Introduction.id)
    )
    return [
        _asked(row, contact, (asker_name, asked_name), reader_id)
        for row, contact, asker_name, asked_name in rows
        if _is_shown(row, reader_id, now)
    ]


def _is_shown(row: Introduction, reader_id: UUID, now: datetime) -> bool:
    if row.asker_id != reader_id:
        return row.answer is None
    return row.answered_at is None or row.answered_at > now - TOLD_FOR


def _asked(row: Introduction, contact: str, names: tuple[str, str], reader_id: UUID) -> Asked:
    mine = row.asker_id == reader_id
    colleague = (row.asked_id, names[1]) if mine else (row.asker_id, names[0])
    said: Answer | None = None if row.answer is None else "yes" if row.answer == "yes" else "no"
    return Asked(row.id, row.contact_id, contact, *colleague, mine, row.asked_at, said)
