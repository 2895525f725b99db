"""Connections: the owner's consent, the collections, and the content-free state that admins may see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from store.inbound import accounts
from store.models.people import User
from store.models.private.connection import Collection, Connection, Consent
from store.models.shared.connection_state import ConnectionState

State = Literal[
    "waiting for its owner",
    "reading history",
    "up to date",
    "late",
    "sign-in needed",
    "not reachable",
    "paused by its owner",
]
CONSENT_VERSION = "1"
CONSENT_TEXT = (
    "Boswell reads this mailbox and these calendars for me and suggests notes. Nobody else sees anything from them "
    "until I approve a note. I can pause, disconnect or delete at any time."
)


@dataclass(frozen=True, slots=True)
class Place:
    """What to read: the provider's kind and the owner's name for it."""

    provider: str
    label: str


def connect(session: Session, owner_id: UUID, place: Place, now: datetime) -> Connection:
    """The owner's connection to a place; a new one together with the owner's consent, without which there is none."""
    asked = select(Connection).where(
        Connection.owner_id == owner_id, Connection.provider == place.provider, Connection.label == place.label
    )
    known = session.scalar(asked)
    if known:
        return known
    consent = Consent(owner_id=owner_id, text_version=CONSENT_VERSION, text=CONSENT_TEXT, given_at=now)
    session.add(consent)
    session.flush()
    connection = Connection(
        owner_id=owner_id, consent_id=consent.id, provider=place.provider, label=place.label, settings={}
    )
    session.add(connection)
    session.flush()
    values = {"connection_id": connection.id, "owner_id": owner_id, "provider": place.provider}
    session.execute(insert(ConnectionState).values(**values, state="reading history"))
    return connection


def collection_of(session: Session, connection: Connection, remote_name: str, kind: str) -> Collection:
    """The connection's collection under a remote name, made when it is new."""
    values = {
        "owner_id": connection.owner_id,
        "connection_id": connection.id,
        "remote_name": remote_name,
        "kind": kind,
    }
    session.execute(upsert(Collection).values(values).on_conflict_do_nothing())
    asked = select(Collection).where(Collection.connection_id == connection.id, Collection.remote_name == remote_name)
    return session.scalars(asked).one()


def resume(session: Session, connection_id: UUID) -> None:
    """A connection that waited for its owner, or could not be reached, is read again."""
    stopped = ("sign-in needed", "not reachable")
    of_it = (ConnectionState.connection_id == connection_id, ConnectionState.state.in_(stopped))
    values = {"state": "reading history", "reason_code": "", "next_try_at": None}
    session.execute(update(ConnectionState).where(*of_it).values(values))


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a pass over a connection ended."""

    state: State
    reason_code: str = ""
    next_try_at: datetime | None = None
    difference: int = 0


def report(session: Session, connection_id: UUID, outcome: Outcome, now: datetime) -> None:
    """Write the state that the owner and admins see, with the counts as they are."""
    counts = accounts(session, connection_id)
    quarantined = sum(counts.quarantined.values())
    done = counts.read + quarantined
    left, missing, rate = _to_come(session, connection_id)
    everything = done + counts.waiting + left
    worked = outcome.state in ("up to date", "reading history")
    session.execute(
        update(ConnectionState)
        .where(ConnectionState.connection_id == connection_id)
        .values(
            state=outcome.state,
            reason_code=outcome.reason_code,
            history_percent=100 * done // everything if everything else 100,
            history_seconds=round(left / rate) if left and rate else None,
            stored=counts.read + counts.waiting,
            quarantined=quarantined,
            dropped=sum(counts.left_out.values()),
            difference=outcome.difference + missing,
            last_success_at=now if worked else ConnectionState.last_success_at,
            next_try_at=outcome.next_try_at,
        )
    )


def _to_come(session: Session, connection_id: UUID) -> tuple[int, int, float | None]:
    """Items of first listings that are still to come, items that a comparison missed, and items a second so far."""
    asked = (
        select(func.coalesce(func.sum(Collection.history_left), 0), func.coalesce(func.sum(Collection.missing), 0))
        .where(Collection.connection_id == connection_id)
    )  # fmt: skip
    left, missing = session.execute(asked).one()
    rate = session.scalar(select(Connection.items_per_second).where(Connection.id == connection_id))
    return left or 0, missing or 0, rate


def report_state(session: Session, connection_id: UUID, now: datetime, missed: int = 0) -> None:
    """Write that a connection's source was read to its end, with the counts as they are.

    Args:
        missed: items that the source no longer has and that wait for the owner to say whether they were meant to go.
    """
    if missed:
        outcome = Outcome("waiting for its owner", "mostly gone", difference=missed)
    else:
        outcome = Outcome("reading history" if _to_come(session, connection_id)[0] else "up to date")
    report(session, connection_id, outcome, now)


def connections_of(session: Session, owner_id: UUID) -> list[UUID]:
    """The owner's connections."""
    return list(session.scalars(select(Connection.id).where(Connection.owner_id == owner_id).order_by(Connection.id)))


def waiting_in(session: Session, connection_id: UUID) -> int:
    """How many items of a connection wait to be read."""
    return accounts(session, connection_id).waiting


@dataclass(frozen=True, slots=True)
class Standing:
    """How one connection stands, as its owner and admins may see it."""

    owner: str
    state: ConnectionState


def standings(session: Session) -> list[Standing]:
    """Every connection by its owner's name."""
    asked = select(User.name, ConnectionState).join(User, User.id == ConnectionState.owner_id)
    rows = session.execute(asked.order_by(User.name, ConnectionState.connection_id))
    return [Standing(name, state) for name, state in rows]
