"""How much a provider may still be asked, for all workers together: buckets that fill while nobody asks.

A provider counts in windows that slide. A bucket that holds ``BURST`` of a window's units and gets ``STEADY`` of them
in a window's time never gives more than a window allows, whenever that begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
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


# One statement, since one is waited for with every request to a provider. Rows are held in the order of their keys.
TAKING = text("""
with asked as (
  select * from unnest(cast(:keys as bytea[]), cast(:most as float[]), cast(:rates as float[]),
                       cast(:wanted as float[])) as asked (key, most, rate, wanted)
), held as (
  select key, most, rate, wanted, greatest(cast(:now as timestamptz), counted_at) as counted_at,
         least(most, units + rate * greatest(extract(epoch from cast(:now as timestamptz) - counted_at), 0)) as units
    from allowance join asked using (key) order by key for update of allowance
), waits as (
  select count(*) as found, max(greatest(wanted - units, 0) / rate) as seconds from held
)
update allowance set counted_at = held.counted_at,
       units = held.units - case when seconds = 0 and found = cardinality(cast(:keys as bytea[])) then :units else 0 end
  from held, waits where allowance.key = held.key returning seconds
""")


def take(session: Session, buckets: Sequence[Bucket], units: float, now: datetime, *, history: bool = False) -> float:
    """Take units out of all buckets, or out of none: 0, or in how many seconds there may be enough.

    Args:
        history: they are for the past: a part of each bucket is left alone.
    """
    room = ROOM if history else 0.0
    asked = {
        "keys": [each.key for each in buckets], "most": [each.most for each in buckets],
        "rates": [each.rate for each in buckets], "units": units, "now": now,
        "wanted": [min(units + room * each.most, each.most) for each in buckets],
    }  # fmt: skip
    told = session.execute(TAKING, asked).all()
    if len(told) < len(buckets):
        _fill(session, buckets, now)
        told = session.execute(TAKING, asked).all()
    return float(told[0].seconds)


def _fill(session: Session, buckets: Sequence[Bucket], now: datetime) -> None:
    """Full ones, where there are none yet."""
    values = [{"key": each.key, "units": each.most, "counted_at": now} for each in buckets]
    session.execute(upsert(Allowance).on_conflict_do_nothing(), sorted(values, key=lambda each: bytes(each["key"])))  # type: ignore[call-overload]
