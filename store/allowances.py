"""How much a provider may still be asked, for all workers together: buckets that fill while nobody asks.

A provider counts in windows that slide. A bucket that holds ``BURST`` of a window's units and gets ``STEADY`` of them
in a window's time never gives more than a window allows, whenever that begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from store.models.allowance import Allowance

STEADY, BURST = 0.8, 0.2
ROOM = 0.25  # of a bucket, which what is about the past leaves to what is new


@dataclass(frozen=True, slots=True)
class Bucket:
    """What may be asked under a key.

    Attributes:
        units: in a window.
        seconds: the window's length.
    """

    key: bytes
    units: float
    seconds: float

    @property
    def most(self) -> float:
        """What it holds when it is full."""
        return self.units * BURST

    @property
    def rate(self) -> float:
        """What it gets in a second."""
        return self.units * STEADY / self.seconds


def take(session: Session, buckets: Sequence[Bucket], units: float, now: datetime, *, history: bool = False) -> float:
    """Take units out of all buckets, or out of none: 0, or in how many seconds there may be enough.

    Args:
        history: they are for the past: a part of each bucket is left alone.
    """
    rows = _held(session, buckets, now)
    waits = []
    for bucket in buckets:
        row = rows[bucket.key]
        passed = max((now - row.counted_at).total_seconds(), 0.0)
        row.units, row.counted_at = min(bucket.most, row.units + passed * bucket.rate), max(now, row.counted_at)
        wanted = min(units + (ROOM * bucket.most if history else 0.0), bucket.most)
        waits.append(max(wanted - row.units, 0.0) / bucket.rate)
    wait = max(waits, default=0.0)
    if not wait:
        for row in rows.values():
            row.units -= units
    session.flush()
    return wait


def _held(session: Session, buckets: Sequence[Bucket], now: datetime) -> dict[bytes, Allowance]:
    """Locked until the transaction ends, always in the same order."""
    values = [{"key": each.key, "units": each.most, "counted_at": now} for each in buckets]
    session.execute(upsert(Allowance).on_conflict_do_nothing(), sorted(values, key=lambda each: bytes(each["key"])))  # type: ignore[call-overload]
    keys = [each.key for each in buckets]
    asked = select(Allowance).where(Allowance.key.in_(keys)).order_by(Allowance.key).with_for_update()
    return {row.key: row for row in session.scalars(asked, execution_options={"populate_existing": True})}
