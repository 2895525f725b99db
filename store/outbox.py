"""What is to be told to owners by mail: put down in the transaction that gives the occasion, sent at most once.

A Message-ID is recorded before a notice may be on its way. From then on nobody knows whether it arrived until the mail
server has said so: a worker that dies in between leaves ``unknown``, and what is unknown is not sent again.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import insert, select, update
from sqlalchemy.dialects.postgresql import insert as once
from sqlalchemy.orm import Session

from store import due
from store.models.private.outbox import Outgoing

Kind = Literal["sign-in needed", "waiting for its owner", "digest", "weekly"]
Settled = Literal["sent", "unknown", "refused", "not needed", "on the pages"]


def put(session: Session, owner_id: UUID, kind: Kind, reference: UUID, now: datetime) -> None:
    """Have the owner told of something; due at once."""
    values = {"owner_id": owner_id, "kind": kind, "reference": reference, "put_at": now}
    outgoing_id = session.scalars(insert(Outgoing).values(values).returning(Outgoing.id)).one()
    due.put(session, owner_id, "deliver", str(outgoing_id), now)


def put_digest(
    session: Session, owner_id: UUID, day: date, now: datetime, kind: Literal["digest", "weekly"] = "digest"
) -> bool:
    """Have the owner mailed what waits on a day of theirs; due at once. False when that day has its digest already."""
    values = {"owner_id": owner_id, "kind": kind, "reference": owner_id, "day": day, "put_at": now}
    row = once(Outgoing).values(values).on_conflict_do_nothing().returning(Outgoing.id)
    outgoing_id = session.scalars(row).one_or_none()
    if outgoing_id is not None:
        due.put(session, owner_id, "deliver", str(outgoing_id), now)
    return outgoing_id is not None


def open_one(session: Session, owner_id: UUID, outgoing_id: UUID) -> Outgoing | None:
    """A notice that is still to be sent. One that was handed over and never settled becomes ``unknown``: None."""
    row = session.scalar(select(Outgoing).where(Outgoing.id == outgoing_id).with_for_update())
    if row is not None and row.state == "handed over":
        row.state = "unknown"
    if row is not None and row.state == "waiting":
        return row
    due.drop(session, owner_id, "deliver", str(outgoing_id))
    return None


def hand_over(session: Session, outgoing_id: UUID, message_id: str) -> None:
    """It may be on its way from here on."""
    _set(session, outgoing_id, {"state": "handed over", "message_id": message_id})


def settle(session: Session, owner_id: UUID, outgoing_id: UUID, state: Settled, now: datetime) -> None:
    """What became of it, for good."""
    _set(session, outgoing_id, {"state": state, "settled_at": now})
    due.drop(session, owner_id, "deliver", str(outgoing_id))


def put_off(session: Session, owner_id: UUID, outgoing_id: UUID, at: datetime) -> None:
    """It surely was not sent; due again at a time."""
    _set(session, outgoing_id, {"state": "waiting", "message_id": None, "attempts": Outgoing.attempts + 1})
    due.put(session, owner_id, "deliver", str(outgoing_id), at)


def _set(session: Session, outgoing_id: UUID, values: dict[str, object]) -> None:
    session.execute(update(Outgoing).where(Outgoing.id == outgoing_id).values(values))
