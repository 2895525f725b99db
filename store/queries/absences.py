"""Automatic replies in one's own mailbox that say that somebody is away: why nobody wrote, for its owner alone."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from store.models.private.message import Message, Participation


@dataclass(frozen=True, slots=True)
class Away:
    """That somebody's mailbox answered by itself, and on which day."""

    name: str
    day: date


def away(
    session: Session, owner_id: UUID, addresses: Collection[str], domains: Collection[str], since: datetime
) -> list[Away]:
    """The automatic replies from these addresses, or from anybody at these domains, oldest first."""
    theirs = or_(Participation.company_domain.in_(domains), Participation.address.in_(addresses))
    asked = (
        select(Participation.name, Participation.address, Message.sent_at)
        .join(Message, Message.id == Participation.message_id)
        .where(Participation.owner_id == owner_id, Participation.role == "from", theirs)
        .where(Message.kind == "out_of_office", Message.sent_at >= since)
        .order_by(Message.sent_at, Message.id)
    )
    return [Away(name or address, at.date()) for name, address, at in session.execute(asked)]
