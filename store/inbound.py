"""Keeps what a source handed over, together with how far it has been read: in one transaction, nothing lost or doubled.

Stored, quarantined and dropped together are what the source has.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import astuple, dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import false, func, null, or_, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from extract.raw import DRAFTS, JUNK, TRASH, UNKNOWN, RawItem
from store import places
from store.models.private.connection import Collection
from store.models.private.inbound import Dropped, Inbound
from store.rows import among

LEFT_OUT = {JUNK: "in the junk folder", TRASH: "in the trash", DRAFTS: "a draft"}


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a source handed over of one collection.

    Attributes:
        cursor: where to resume once this is kept; opaque; None: from the beginning.
        refused: remote ids that are there but could not be handed over, each with a sentence.
        likenesses: by what items are recognised without their bytes, by remote id.
        history_before: what was received before that time is history; None: nothing is.
        left: of a first listing so many items are still to come; None: as many as before.
        placing: some of what is kept waits to be found again at its source (``store.places``).
    """

    items: Sequence[RawItem]
    cursor: str | None
    refused: Mapping[str, str] = field(default_factory=dict)
    likenesses: Mapping[str, str] = field(default_factory=dict)
    history_before: datetime | None = None
    left: int | None = None
    placing: bool = False

    def is_history(self, item: RawItem) -> bool:
        """Whether an item had been there when its connection was made."""
        return bool(self.history_before and item.received_at and item.received_at < self.history_before)


@dataclass(frozen=True, slots=True)
class Kept:
    """How many items of an arrival are new, and how many were known or left out.

    Attributes:
        missed: items that the source no longer has, so many at once that they are kept as they were.
    """

    fresh: int = 0
    known: int = 0
    dropped: int = 0
    quarantined: int = 0
    missed: int = 0

    def __add__(self, other: Kept) -> Kept:
        """Both together."""
        return Kept(*(mine + theirs for mine, theirs in zip(astuple(self), astuple(other), strict=True)))


def left_out_reason(item: RawItem) -> str | None:
    """Why an item is not kept at all; None when it is."""
    if item.media_type == UNKNOWN:
        return "not a message or a calendar"
    return next((reason for label, reason in LEFT_OUT.items() if label in item.labels), None)


def save(session: Session, collection: Collection, arrival: Arrival, keyed_hash: Callable[[str], bytes]) -> Kept:
    """Keep an arrival and move the cursor, both or neither.

    Args:
        keyed_hash: the installation's keyed hash, for the items of which nothing else is kept.
    """
    reasons = [(item, left_out_reason(item)) for item in arrival.items]
    out = [(item, reason) for item, reason in reasons if reason is not None]
    wanted = [item for item, reason in reasons if reason is None]
    wanted = _not_dropped(session, collection, wanted)
    if arrival.placing:
        found = places.find_by_bytes(session, collection.id, wanted, keyed_hash)
        wanted = [item for item in wanted if item.remote_id not in found]
    fresh = _keep(session, collection, wanted, arrival)
    dropped = _drop(session, collection, out, keyed_hash)
    quarantined = _refuse(session, collection, arrival.refused)
    move(session, collection, arrival.cursor, arrival.left)
    known = len(arrival.items) - fresh - len(out)
    return Kept(fresh=fresh, known=known, dropped=dropped, quarantined=quarantined)


def move(session: Session, collection: Collection, cursor: str | None, left: int | None = None) -> None:
    """The collection is known up to there; None: nothing of it. ``left`` as in an arrival."""
    values = {"cursor": cursor} if left is None else {"cursor": cursor, "history_left": left}
    session.execute(update(Collection).where(Collection.id == collection.id).values(values))


def _not_dropped(session: Session, collection: Collection, items: Sequence[RawItem]) -> list[RawItem]:
    """What was dropped once is not brought back."""
    asked = select(Dropped.remote_id).where(
        Dropped.collection_id == collection.id,
        among(Dropped.remote_id, [item.remote_id for item in items]),
        ~Dropped.gone,
    )
    dropped = set(session.scalars(asked))
    return [item for item in items if item.remote_id not in dropped]


# What an item that is there already takes over from the one that arrives. No values of their own may stand among what
# is renewed: with one, each row would be a statement.
RENEWED = (
    "media_type", "sha256", "payload", "labels", "received_at", "likeness", "full_size", "is_history", "state",
)  # fmt: skip
FORGOTTEN = ("reason", "reader_version", "next_try_at")


def _keep(session: Session, collection: Collection, items: Sequence[RawItem], arrival: Arrival) -> int:
    rows = [_row(collection, item, arrival) for item in {item.remote_id: item for item in items}.values()]
    if not rows:
        return 0
    statement = upsert(Inbound)
    statement = statement.on_conflict_do_update(
        index_elements=["collection_id", "remote_id"],
        set_={name: statement.excluded[name] for name in RENEWED}
        | {name: null() for name in FORGOTTEN}
        | {"gone": false(), "kept_at": func.now()},
        where=or_(Inbound.sha256 != statement.excluded.sha256, Inbound.gone),
    )
    fresh = session.scalars(statement.returning(Inbound.id), rows).all()
    places.take_as_read(session, collection.owner_id, fresh)
    return len(fresh)


def _row(collection: Collection, item: RawItem, arrival: Arrival) -> dict[str, Any]:
    return {
        "owner_id": collection.owner_id,
        "collection_id": collection.id,
        "remote_id": item.remote_id,
        "media_type": item.media_type,
        "sha256": item.sha256,
        "payload": item.payload,
        "labels": list(item.labels),
        "received_at": item.received_at,
        "state": "waiting",
        "likeness": arrival.likenesses.get(item.remote_id),
        "full_size": item.full_size,
        "is_history": arrival.is_history(item),
    }


def _drop(
    session: Session,
    collection: Collection,
    items: Sequence[tuple[RawItem, str]],
    keyed_hash: Callable[[str], bytes],
) -> int:
    rows = [
        {
            "owner_id": collection.owner_id,
            "collection_id": collection.id,
            "remote_id": item.remote_id,
            "keyed_hash": keyed_hash(item.sha256),
            "reason": reason,
        }
        for item, reason in {item.remote_id: (item, reason) for item, reason in items}.values()
    ]
    if not rows:
        return 0
    kept = (Inbound.collection_id == collection.id, Inbound.remote_id.in_([row["remote_id"] for row in rows]))
    session.execute(update(Inbound).where(*kept).values(gone=True))  # it is there no longer as what was kept
    statement = upsert(Dropped).on_conflict_do_update(
        index_elements=["collection_id", "remote_id"], set_={"gone": false()}, where=Dropped.gone.is_(True)
    )
    return len(session.scalars(statement.returning(Dropped.id), rows).all())


def _refuse(session: Session, collection: Collection, refused: Mapping[str, str]) -> int:
    rows = [
        {
            "owner_id": collection.owner_id,
            "collection_id": collection.id,
            "remote_id": remote_id,
            "media_type": UNKNOWN,
            "sha256": "",
            "state": "quarantined",
            "reason": reason,
        }
        for remote_id, reason in refused.items()
    ]
    if not rows:
        return 0
    statement = upsert(Inbound)
    statement = statement.on_conflict_do_update(
        index_elements=["collection_id", "remote_id"],
        set_={"state": statement.excluded.state, "reason": statement.excluded.reason, "gone": false()},
        where=Inbound.gone.is_(True),
    )
    return len(session.scalars(statement.returning(Inbound.id), rows).all())


@dataclass(frozen=True, slots=True)
class Accounts:
    """What became of everything a connection's source has.

    Attributes:
        left_out, quarantined: how many for each reason.
    """

    waiting: int
    read: int
    left_out: Mapping[str, int]
    quarantined: Mapping[str, int]


def accounts(session: Session, connection_id: UUID) -> Accounts:
    """Count every item of a connection that its source still has, by what became of it."""
    of_it = select(Collection.id).where(Collection.connection_id == connection_id)
    rows = session.execute(
        select(Inbound.state, Inbound.reason, func.count())
        .where(Inbound.collection_id.in_(of_it), ~Inbound.gone)
        .group_by(Inbound.state, Inbound.reason)
    ).all()
    dropped = session.execute(
        select(Dropped.reason, func.count())
        .where(Dropped.collection_id.in_(of_it), ~Dropped.gone)
        .group_by(Dropped.reason)
    )
    return Accounts(
        waiting=sum(count for state, _, count in rows if state == "waiting"),
        read=sum(count for state, _, count in rows if state == "read"),
        left_out={reason: count for reason, count in dropped},  # noqa: C416 - a Row is not a tuple to mypy
        quarantined={reason or "": count for state, reason, count in rows if state == "quarantined"},
    )


@dataclass(frozen=True, slots=True)
class Quarantine:
    """An item that could not be read. ``remote_id`` may name people: it is for its owner alone."""

    remote_id: str
    reason: str


def quarantined(session: Session, connection_id: UUID) -> list[Quarantine]:
    """The items of a connection that were kept unread, in the order they came."""
    of_it = select(Collection.id).where(Collection.connection_id == connection_id)
    asked = select(Inbound.remote_id, Inbound.reason).where(
        Inbound.collection_id.in_(of_it), Inbound.state == "quarantined", ~Inbound.gone
    )
    return [Quarantine(remote_id, reason or "") for remote_id, reason in session.execute(asked.order_by(Inbound.id))]
