"""Connections: the owner's consent, the collections, and the content-free state that admins may see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from store import fence, outbox
from store.errors import NotFound
from store.inbound import accounts
from store.judgement.standing import State as State
from store.models.private.connection import Collection, Connection, Consent
from store.models.shared.connection_state import ConnectionState

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


PAUSED: State = "paused by its owner"
_STOPPED: tuple[State, ...] = ("sign-in needed", "not reachable", PAUSED)
_WORKING: tuple[State, ...] = ("up to date", "reading history")
_ITS_OWNER_S_TURN: tuple[outbox.Kind, ...] = ("sign-in needed", "waiting for its owner")


def connect(session: Session, owner_id: UUID, place: Place, now: datetime) -> Connection:
    """The owner's connection to a place; a new one together with the owner's consent, without which there is none."""
    asked = select(Connection).where(Connection.owner_id == owner_id, Connection.disconnected_at.is_(None))
    known = session.scalar(asked.where(Connection.provider == place.provider, Connection.label == place.label))
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


def mine(session: Session, connection_id: UUID) -> Connection:
    """A connection of the transaction's user.

    Raises:
        NotFound: they have no such connection, or disconnected it.
    """
    found = session.get(Connection, connection_id)
    if found is None or found.disconnected_at is not None:
        raise NotFound("There is no such mailbox.")
    return found


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


def follow(session: Session, connection_id: UUID, every: timedelta, now: datetime) -> None:
    """From now on a connection is looked at so often; one that had stopped is read again."""
    of_it = ConnectionState.connection_id == connection_id
    seconds = {"every_seconds": round(every.total_seconds()), "worked_at": now}
    session.execute(update(ConnectionState).where(of_it).values(seconds))
    _set_off(session, connection_id, _STOPPED, now)


def pause(session: Session, connection_id: UUID) -> None:
    """Its owner does not want it read until they say so, and a pass that is under way writes nothing any more.

    One that waits for a sign-in rests already.

    Raises:
        NotFound: the user of this transaction has no such connection.
    """
    _own(session, connection_id)
    fence.take(session, connection_id)
    resting = ConnectionState.state.in_((PAUSED, "sign-in needed"))
    values = {"state": PAUSED, "reason_code": "", "next_try_at": None}
    session.execute(
        update(ConnectionState).where(ConnectionState.connection_id == connection_id, ~resting).values(values)
    )


def resume(session: Session, connection_id: UUID, now: datetime) -> bool:
    """Its owner wants it read again; whether it was paused.

    Raises:
        NotFound: the user of this transaction has no such connection.
    """
    _own(session, connection_id)
    return _set_off(session, connection_id, (PAUSED,), now)


def may_be_read(session: Session, connection_id: UUID) -> bool:
    """Whether it is there, and its owner has neither paused it nor to sign in first.

    Raises:
        NotFound: the user of this transaction has no such connection.
    """
    return _own(session, connection_id).state not in (PAUSED, "sign-in needed")


def at_work(session: Session, connection_id: UUID, now: datetime) -> bool:
    """A worker's sign of life at a connection; False when its owner has paused or disconnected it meanwhile."""
    of_it = (ConnectionState.connection_id == connection_id, ConnectionState.state != PAUSED)
    given = update(ConnectionState).where(*of_it).values(worked_at=now).returning(ConnectionState.connection_id)
    return session.scalar(given) is not None


def failures_of(session: Session, connection_id: UUID) -> int:
    """How many passes over a connection failed in a row."""
    asked = select(ConnectionState.failures).where(ConnectionState.connection_id == connection_id)
    return session.scalar(asked) or 0


def put_off(session: Session, connection_id: UUID, reason_code: str, at: datetime) -> None:
    """A connection cannot be reached, as others at the same server found; this one is not asked before a time."""
    of_it = (ConnectionState.connection_id == connection_id, ConnectionState.state.in_((*_WORKING, "not reachable")))
    values = {"state": "not reachable", "reason_code": reason_code, "next_try_at": at}
    session.execute(update(ConnectionState).where(*of_it).values(values))


def _own(session: Session, connection_id: UUID) -> ConnectionState:
    """Held until the transaction ends: what is decided about it holds as long."""
    asked = select(ConnectionState).join(Connection, Connection.id == ConnectionState.connection_id)
    found = session.scalar(asked.where(Connection.id == connection_id).with_for_update(of=ConnectionState))
    if found is None:
        raise NotFound("There is no such mailbox.")
    return found


def _set_off(session: Session, connection_id: UUID, states: tuple[State, ...], now: datetime) -> bool:
    of_it = (ConnectionState.connection_id == connection_id, ConnectionState.state.in_(states))
    values = {"state": "reading history", "reason_code": "", "next_try_at": None, "worked_at": now, "failures": 0}
    set_off = update(ConnectionState).where(*of_it).values(values).returning(ConnectionState.connection_id)
    return session.scalar(set_off) is not None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a pass over a connection ended."""

    state: State
    reason_code: str = ""
    next_try_at: datetime | None = None
    difference: int = 0


def report(session: Session, connection_id: UUID, outcome: Outcome, now: datetime) -> None:
    """Write the state that the owner and admins see, with the counts as they are; the owner's pause outlasts it.

    When it becomes its owner's turn, they are told once.
    """
    asked = select(ConnectionState).where(ConnectionState.connection_id == connection_id).with_for_update()
    before = session.scalar(asked, execution_options={"populate_existing": True})
    if before is None:  # disconnected meanwhile
        return
    paused, told = before.state == PAUSED, before.state == outcome.state
    values = _counts(session, connection_id, outcome.difference) | _how_it_went(outcome, now)
    values |= {"state": PAUSED, "reason_code": "", "next_try_at": None} if paused else {}
    session.execute(update(ConnectionState).where(ConnectionState.connection_id == connection_id).values(values))
    for kind in _ITS_OWNER_S_TURN:
        if outcome.state == kind and not (paused or told):
            outbox.put(session, before.owner_id, kind, connection_id, now)


def _counts(session: Session, connection_id: UUID, missed: int) -> dict[str, object]:
    counts = accounts(session, connection_id)
    quarantined = sum(counts.quarantined.values())
    done = counts.read + quarantined
    left, missing, rate = _to_come(session, connection_id)
    everything = done + counts.waiting + left
    return {
        "history_percent": 100 * done // everything if everything else 100,
        "history_seconds": round(left / rate) if left and rate else None,
        "stored": counts.read + counts.waiting,
        "quarantined": quarantined,
        "dropped": sum(counts.left_out.values()),
        "difference": missed + missing,
    }


def _how_it_went(outcome: Outcome, now: datetime) -> dict[str, object]:
    worked = outcome.state in _WORKING
    return {
        "state": outcome.state,
        "reason_code": outcome.reason_code,
        "worked_at": now,
        "last_success_at": now if worked else ConnectionState.last_success_at,
        "next_try_at": outcome.next_try_at,
        "failures": ConnectionState.failures + 1 if outcome.state == "not reachable" else 0,
    }


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
    asked = select(Connection.id).where(Connection.owner_id == owner_id, Connection.disconnected_at.is_(None))
    return list(session.scalars(asked.order_by(Connection.id)))


def waiting_in(session: Session, connection_id: UUID) -> int:
    """How many items of a connection wait to be read."""
    return accounts(session, connection_id).waiting
