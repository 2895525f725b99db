"""One batch of one owner's items: read, record, judge, submit.

Reading holds no transaction; the rest is one. A crash at any point leaves the items waiting, and another worker takes
them. Two workers on one owner's items do no harm: the later finds them read.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from extract.raw import RawItem
from ingest.reading import Quarantined, Read, Reading, ReadingPool
from store import places
from store.batches import READ_AT_ONCE, READ_AT_ONCE_BYTES, mark_read, quarantine, still_waiting, waiting
from store.engine import Acting, Database
from store.failpoints import reach
from store.meetings import touched_by
from store.messages import record
from store.models.private.inbound import Inbound
from store.objections import drop, objecting
from store.preferences import plan_round
from store.queries.owners import owner_of, reading_context
from store.recording import Item, Owner, addresses_in
from store.review.suggest import suggest

BATCH_SECONDS = 10.0  # after which what of a batch was read is recorded: some mail keeps the reader busy


@dataclass(frozen=True, slots=True)
class Desk:
    """What a batch is worked with: the worker's database, the reading children, the company's key.

    Attributes:
        at_once: how many items a batch has at most.
    """

    database: Database
    pool: ReadingPool
    company_key: bytes = field(repr=False)
    keyed_hash: Callable[[str], bytes] = field(repr=False)
    at_once: int = READ_AT_ONCE


@dataclass(frozen=True, slots=True)
class Worked:
    """What became of a batch.

    Attributes:
        taken: items that were looked at, those included that somebody else read meanwhile.
        quarantined: reasons, by item.
        more: whether the batch was full or not read to its end, so that more may be waiting.
    """

    taken: int
    read: int
    quarantined: Mapping[UUID, str]
    more: bool


def read_on(desk: Desk, owner_id: UUID, clock: Callable[[], datetime]) -> Iterator[Worked]:
    """Read what waits for an owner, the oldest first, and bring the owner's queue up to date with it, batch by batch.

    While one batch is recorded the next is being read. Ends when nothing waits.
    """
    with ThreadPoolExecutor(1, thread_name_prefix="reading-ahead") as ahead:
        taken = _take(desk, owner_id)
        reading = ahead.submit(_read, desk, taken)
        while taken.items:
            following = _take(desk, owner_id, apart=taken.items)
            readings = reading.result()
            reading = ahead.submit(_read, desk, following)
            yield _keep(desk, taken, readings, clock())
            taken = following if following.items else _take(desk, owner_id)
            if not following.items:  # more may have come meanwhile
                reading = ahead.submit(_read, desk, taken)


@dataclass(frozen=True, slots=True)
class _Taken:
    """Items that were looked up to be read, oldest first, for their owner. ``full``: they may not be all."""

    owner: Owner
    items: Mapping[UUID, RawItem]
    full: bool
    history_before: Mapping[UUID, datetime]


def _take(desk: Desk, owner_id: UUID, apart: Collection[UUID] = ()) -> _Taken:
    with desk.database.transaction(Acting(owner_id)) as session:
        owner = owner_of(session, owner_id, desk.company_key)
        rows = waiting(session, owner_id, desk.at_once, apart)
        full = len(rows) == desk.at_once or sum(len(row.payload or b"") for row in rows) >= READ_AT_ONCE_BYTES
        lying = places.folders(session, rows)
        items = {row.id: _raw(row, lying.get(row.id)) for row in rows}
        return _Taken(owner, items, full, places.history_before(session, rows))


def _read(desk: Desk, taken: _Taken) -> list[Reading | None]:
    reach("read.taken")
    readings = desk.pool.read_some(list(taken.items.values()), reading_context(taken.owner), BATCH_SECONDS)
    reach("read.answered")
    return readings


def _keep(desk: Desk, taken: _Taken, found: Sequence[Reading | None], now: datetime) -> Worked:
    items, owner = taken.items, taken.owner
    readings = {row_id: reading for row_id, reading in zip(items, found, strict=True) if reading is not None}
    more = taken.full or len(readings) < len(items)
    with desk.database.transaction(Acting(owner.user_id)) as session:
        _one_at_a_time(session, owner.user_id)
        held = still_waiting(session, {row_id: item.sha256 for row_id, item in items.items()})
        kept = {row_id: reading for row_id, reading in readings.items() if row_id in held}
        kept = _without_objections(session, desk, kept)
        quarantined = _set_aside(session, kept)
        read = _items(taken, kept)
        touched = record(session, owner, read)
        reach("read.recorded")
        suggest(session, owner, touched, now)
        plan_round(session, owner.user_id, now)
        reach("read.suggested")
        mark_read(session, {item.inbound_id: item.extraction.reader_version for item in read})
    reach("read.committed")
    return Worked(taken=len(items), read=len(read), quarantined=quarantined, more=more)


def judge_ended(session: Session, desk: Desk, owner_id: UUID, meeting_ids: Sequence[UUID], now: datetime) -> None:
    """Judge meetings again that have ended since, in the caller's transaction for that owner."""
    _one_at_a_time(session, owner_id)
    owner = owner_of(session, owner_id, desk.company_key)
    suggest(session, owner, touched_by(session, owner, meeting_ids), now)
    plan_round(session, owner_id, now)


def _raw(row: Inbound, folder: str | None) -> RawItem:
    """An item as it was handed over, and its folder's name as one more label: its owner may have marked it so."""
    return RawItem(
        media_type=row.media_type,
        payload=row.payload or b"",
        received_at=row.received_at,
        remote_id=row.remote_id,
        labels=(*row.labels, folder) if folder else tuple(row.labels),
        full_size=row.full_size,
    )


def _one_at_a_time(session: Session, owner_id: UUID) -> None:
    session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(str(owner_id), 0))))


def _without_objections(session: Session, desk: Desk, readings: Mapping[UUID, Reading]) -> dict[UUID, Reading]:
    """What is left when items that somebody who objected had part in are dropped: nothing is derived of them."""
    people = {row_id: addresses_in(found.extraction) for row_id, found in readings.items() if isinstance(found, Read)}
    barred = objecting(session, set().union(*people.values()), desk.keyed_hash)
    dropped = {row_id for row_id, addresses in people.items() if addresses & barred}
    drop(session, dropped, desk.keyed_hash)
    return {row_id: found for row_id, found in readings.items() if row_id not in dropped}


def _set_aside(session: Session, readings: Mapping[UUID, Reading]) -> dict[UUID, str]:
    reasons = {row_id: found.reason for row_id, found in readings.items() if isinstance(found, Quarantined)}
    for row_id, reason in reasons.items():
        quarantine(session, row_id, reason)
    return reasons


def _items(taken: _Taken, readings: Mapping[UUID, Reading]) -> list[Item]:
    found = ((row_id, taken.items[row_id], reading) for row_id, reading in readings.items())
    return [
        Item(
            row_id, raw.labels, raw.received_at, reading.extraction,
            history_before=taken.history_before.get(row_id),
            read_bytes=len(raw.payload) if raw.full_size else None,
        )
        for row_id, raw, reading in found
        if isinstance(reading, Read)
    ]  # fmt: skip
