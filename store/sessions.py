"""Where somebody is signed in: what each browser calls itself, since when, and how to sign one out from another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from store.errors import NotFound
from store.models.people import WebSession
from store.people import IDLE


@dataclass(frozen=True, slots=True)
class SignedInAt:
    """A browser that is signed in.

    Attributes:
        key: names the session, and opens nothing.
        device: what the browser and its machine are, in two words; empty where it did not say.
        seen_at: when it last asked for something, to a few minutes.
    """

    key: str
    device: str
    since: datetime
    seen_at: datetime


def sessions_of(session: Session, user_id: UUID, now: datetime) -> list[SignedInAt]:
    """Where somebody is signed in, the one used last first."""
    mine = (WebSession.user_id == user_id, WebSession.expires_at > now, WebSession.seen_at > now - IDLE)
    rows = session.scalars(select(WebSession).where(*mine).order_by(WebSession.seen_at.desc(), WebSession.id))
    return [SignedInAt(row.id.hex(), row.device, row.created_at, row.seen_at) for row in rows]


def end_one(session: Session, user_id: UUID, key: str) -> None:
    """Sign somebody out of one of their browsers.

    Raises:
        NotFound: they are signed in nowhere under this key.
    """
    try:
        named = bytes.fromhex(key)
    except ValueError:
        named = b""
    ended = delete(WebSession).where(WebSession.user_id == user_id, WebSession.id == named)
    if session.scalar(ended.returning(WebSession.id)) is None:
        raise NotFound("You are not signed in there.")


def end_others(session: Session, user_id: UUID, kept: bytes) -> None:
    """Sign somebody out of every browser but one."""
    session.execute(delete(WebSession).where(WebSession.user_id == user_id, WebSession.id != kept))
