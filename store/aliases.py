"""The further addresses of one of us: what is written from there is theirs, and what is written to there is to them.

An address belongs to one person. One that is noted as somebody else's is not taken: their mail would count as ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, exists, insert, select, true
from sqlalchemy.orm import Session

from store.errors import StoreError
from store.models.people import User, UserAddress
from store.models.shared.contact import ContactPoint
from store.review.ours import take_in


class Taken(StoreError):  # noqa: N818 - what the address is
    """The address is somebody else's; the text says whose, in words."""


def aliases(session: Session, user_id: UUID) -> Sequence[str]:
    """Somebody's further addresses, in order."""
    asked = select(UserAddress.address).where(UserAddress.user_id == user_id)
    return session.scalars(asked.order_by(UserAddress.address)).all()


def own_addresses(session: Session, user_id: UUID) -> frozenset[str]:
    """All of somebody's addresses."""
    first = session.scalars(select(User.address).where(User.id == user_id)).all()
    return frozenset([*first, *aliases(session, user_id)])


def add(session: Session, user_id: UUID, address: str, now: datetime) -> None:
    """Have an address (in lower case) be somebody's own; they are not asked any more about who waits under it.

    Raises:
        Taken: it belongs to one of us, or is noted as somebody's.
    """
    if address in aliases(session, user_id):
        return
    ours = exists().where(User.address == address) | exists().where(UserAddress.address == address)
    if session.scalar(select(true()).where(ours)):
        raise Taken("One of you has that address already.")
    noted = exists().where(ContactPoint.kind == "email", ContactPoint.value == address)
    if session.scalar(select(true()).where(noted)):
        raise Taken("That address is noted as somebody's whom you deal with. Correct their page first.")
    session.execute(insert(UserAddress).values(address=address, user_id=user_id))
    take_in(session, user_id, now)


def drop(session: Session, user_id: UUID, address: str) -> None:
    """Have an address be somebody's no more; nothing happens when it is not theirs."""
    session.execute(delete(UserAddress).where(UserAddress.user_id == user_id, UserAddress.address == address))


def whose(session: Session, address: str) -> UUID | None:
    """Which of us has an address, in lower case; None: nobody."""
    first = session.scalar(select(User.id).where(User.address == address, User.active))
    further = select(UserAddress.user_id).join(User, User.id == UserAddress.user_id)
    return first or session.scalar(further.where(UserAddress.address == address, User.active))
