"""Holds an account, and the company's project, to what Google lets them ask: counted in the store for all workers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from time import sleep

from ingest.errors import Busy
from ingest.google.allowance import Method, Prices
from ingest.google.service import TOO_FAST
from store.allowances import Bucket, take
from store.engine import Database

MINUTE, DAY = 60.0, 86_400.0
PATIENCE = 90.0  # seconds of waiting for one call, after which others have their turn


@dataclass(frozen=True, slots=True)
class Limits:
    """Units that Google grants: to one account and to all in a minute, and to all in a day."""

    user: float = 6_000
    project: float = 1_200_000
    day: float = 80_000_000
    minute: float = MINUTE


@dataclass(frozen=True, slots=True)
class Metering:
    """What accounts' allowances are made of.

    Attributes:
        keyed_hash: the installation's keyed hash, under which accounts are counted.
        of_what: what is counted apart from all else.
    """

    database: Database
    keyed_hash: Callable[[str], bytes]
    clock: Callable[[], datetime]
    limits: Limits = field(default_factory=Limits)
    prices: Prices = field(default_factory=Prices)
    pause: Callable[[float], None] = sleep
    of_what: str = "google"

    def of(self, address: str) -> Metered:
        """An account's."""
        user = Bucket(
            self.keyed_hash(f"{self.of_what} account {address.casefold()}"), self.limits.user, self.limits.minute
        )
        project = Bucket(self.keyed_hash(f"{self.of_what} project, a minute"), self.limits.project, self.limits.minute)
        day = Bucket(self.keyed_hash(f"{self.of_what} project, a day"), self.limits.day, DAY)
        return Metered(self, (user, project, day))


@dataclass(frozen=True, slots=True)
class Metered:
    """One account's allowance."""

    metering: Metering
    buckets: Sequence[Bucket]

    def spend(self, method: Method, times: int = 1, *, history: bool = False) -> float:
        """Wait for units. Raises Busy where that takes too long."""
        units, waited, metering = self.metering.prices.units(method, times), 0.0, self.metering
        while True:
            with metering.database.transaction() as session:
                wait = take(session, self.buckets, units, metering.clock(), history=history)
            if not wait:
                return waited
            if waited + wait > PATIENCE:
                raise Busy(TOO_FAST, wait, whole=False)
            metering.pause(wait)
            waited += wait
