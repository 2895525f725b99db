"""One scenario as it is played: its mailboxes, its workers, who watches meanwhile, and what is found at the end."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from threading import Event, Thread
from uuid import UUID

import psycopg
from sqlalchemy.exc import SQLAlchemyError

from bench.faults.ground import Ground, Rep, Worker
from bench.faults.invariants import Found, ahead, compare, entries
from tests.peers.cutting import SOUND
from tests.peers.dovecot import Dovecot, running

CONVERGED_WITHIN = 60.0
LOOK_EVERY = 0.5
PUSH_EVERY = 5.0
START_SECONDS = 60.0
UNPUBLISHED = "select count(*) from suggestion where id = any(%(ids)s) and state <> 'published'"
QUARANTINED = "select count(*) from inbound where owner_id = %(owner)s and state = 'quarantined' and not gone"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one mailbox came to.

    Attributes:
        seconds: from the end of the fault until nothing was left to do; None when that never came.
        broken: invariants that do not hold, each with how often, in the order of their gravity.
    """

    seed: int
    seconds: float | None
    broken: dict[str, int]


@dataclass
class Stage:
    """Where a scenario is played.

    Attributes:
        reps: one for each seed.
        quick: whether it is to take as little time as it can.
        complaints: what a scenario itself found broken.
        ended: when the fault ended.
        quarantined: how many messages of each owner are to be set aside.
        compared: whether what comes of the mail is held against that of an undisturbed mailbox.
    """

    ground: Ground
    seeds: Sequence[int]
    quick: bool
    without: str = ""
    patience: float = CONVERGED_WITHIN
    reps: list[Rep] = field(default_factory=list)
    workers: list[Worker] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    ended: float = 0.0
    compared: bool = False
    silent: bool = False
    quarantined: Counter[UUID] = field(default_factory=Counter)
    approved: list[UUID] = field(default_factory=list)
    stack: ExitStack = field(default_factory=ExitStack)
    _ahead: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.chance = random.Random(f"{self.seeds}")  # noqa: S311 - faults

    def server(self, connections: int = 64, extra: str = "") -> Dovecot:
        """A mail server of this scenario's own, which workers trust that start from now on."""
        server = self.stack.enter_context(running(extra, connections))
        self.ground.trust(server)
        return server

    def fill(self, messages: int = 24, dovecot: Dovecot | None = None) -> None:
        """A mailbox for each seed, with messages in it."""
        for seed in self.seeds:
            rep = self.ground.rep(self.stack, dovecot)
            rep.box.deliver(messages, random.Random(seed))  # noqa: S311 - invented mail
            self.reps.append(rep)

    def start(self, **environment: str) -> Worker:
        """One more worker, once it is at work."""
        before = self._newest_worker()
        worker = self.launch(**environment)
        self._within(START_SECONDS, lambda: self._newest_worker() > before or not worker.alive)
        return worker

    def launch(self, **environment: str) -> Worker:
        """One more worker, which may end the database before it has said that it is at work."""
        worker = self.ground.work(BENCH_WITHOUT=self.without, **environment)
        self.workers.append(worker)
        return worker

    def listen(self, **environment: str) -> Worker:
        """A listener."""
        listener = self.ground.work("listen", BENCH_WITHOUT=self.without, **environment)
        self.workers.append(listener)
        return listener

    def _newest_worker(self) -> int:
        newest: int = self.ground.rows("select coalesce(max(id), 0) from procrastinate_workers")[0][0]
        return newest

    def deliver(self, messages: int = 4) -> None:
        """New mail for everybody."""
        for rep in self.reps:
            rep.box.deliver(messages, self.chance)
        self.push()

    def complain(self, what: str) -> None:
        """Something that this scenario alone asks for does not hold."""
        self.complaints.append(what)

    def push(self) -> None:
        """Tell of it, as far as somebody listens; the database may be away."""
        with suppress(psycopg.Error, SQLAlchemyError):
            for rep in self.reps if self.without != "pushes" else ():
                self.ground.push(rep)

    def some_are_stored(self, share: float = 0.1, within: float = 40.0) -> bool:
        """Wait until a share of each mailbox is in the store."""
        return self._within(
            within,
            lambda: all(compare(self.ground, rep).lost <= (1 - share) * rep.box.truth().total() for rep in self.reps),
        )

    def all_lie_where_they_do(self) -> bool:
        """Wait until nothing is lost and nothing doubled, as long as it may take after a fault."""
        return self._push_until(self.patience, lambda found: not (found.lost or found.doubled))

    def all_are_read(self, within: float) -> bool:
        """Wait until there is nothing left to do."""
        return self._push_until(within, lambda found: found.settled)

    def _push_until(self, seconds: float, holds: Callable[[Found], bool]) -> bool:
        latest = time.monotonic() + seconds
        while time.monotonic() < latest:
            self.push()
            if self._within(PUSH_EVERY, lambda: all(holds(compare(self.ground, rep)) for rep in self.reps)):
                return True
        return False

    def heal(self, *, in_silence: bool = False) -> None:
        """The fault ends: every line is sound, and new mail comes, unless what was begun is to go on by itself."""
        self.silent = in_silence
        for rep in self.reps:
            rep.proxy.fault, rep.proxy.refusing, rep.proxy.clogged = SOUND, False, False
            rep.proxy.on_piece = _nothing
        self.ended = time.monotonic()
        if not in_silence:
            self.deliver()

    def settle(self) -> list[Outcome]:
        """Wait until nothing is left to do, and see what holds."""
        took: dict[int, float] = {}
        pushed = time.monotonic()
        while len(took) < len(self.reps) and time.monotonic() < self.ended + self.patience:
            for number, rep in enumerate(self.reps):
                if number not in took and self._settled(rep):
                    took[number] = time.monotonic() - self.ended
            if not self.silent and time.monotonic() - pushed > PUSH_EVERY:
                self.push()
                pushed = time.monotonic()
            time.sleep(LOOK_EVERY / 2)
        time.sleep(1)
        left = self.ended + self.patience - time.monotonic()
        if self.approved and not self._within(left, self._published):
            self.complain("approved and not published")
        for rep in self.reps:
            if self.set_aside(rep) != self.quarantined[rep.user_id]:
                self.complain("set aside more or less than poison")
        found = [self._outcome(number, took.get(number)) for number in range(len(self.reps))]
        return [*found, *self._as_undisturbed()]

    def _settled(self, rep: Rep) -> bool:
        """What was set aside because it came too slowly is asked for again, and belongs to what is left to do."""
        return compare(self.ground, rep).settled and self.set_aside(rep) == self.quarantined[rep.user_id]

    def set_aside(self, rep: Rep) -> int:
        """How many of a mailbox's messages are in quarantine."""
        found: int = self.ground.rows(QUARANTINED, {"owner": rep.user_id})[0][0]
        return found

    def _published(self) -> bool:
        return not self.ground.rows(UNPUBLISHED, {"ids": self.approved})[0][0]

    def _outcome(self, number: int, seconds: float | None) -> Outcome:
        rep = self.reps[number]
        now: Found = compare(self.ground, rep)
        counted = {
            "lost": now.lost, "doubled": now.doubled, "unread": now.waiting + now.unrecorded,
            "cursor ahead": self._ahead.get(number, 0), "server changed": len(rep.box.differs()),
            "late": int(seconds is None),
        }  # fmt: skip
        if number == 0:
            counted |= {complaint: self.complaints.count(complaint) for complaint in self.complaints}
        return Outcome(self.seeds[number], seconds, {name: count for name, count in counted.items() if count})

    def _as_undisturbed(self) -> Iterator[Outcome]:
        """What came of the first mailbox's mail, beside another one that holds the same and was left in peace."""
        if not self.compared:
            return
        first, calm = self.reps[0], self.ground.rep(self.stack)
        for (folder, _, _), (sha256, _) in sorted(first.box.held.items()):
            letter = first.box.payloads[sha256].replace(first.address.encode(), calm.address.encode())
            calm.box.put([letter.replace(first.box.user.encode(), calm.box.user.encode())], folder)
        for worker in self.workers:
            worker.end()
        self.start()
        settled = self._within(self.patience, lambda: compare(self.ground, calm).settled)
        differ = entries(self.ground, first) != entries(self.ground, calm)
        broken = {"other entries than undisturbed": 1} if differ or not settled else {}
        yield Outcome(self.seeds[0], 0.0, broken)

    @staticmethod
    def _within(seconds: float, holds: Callable[[], bool]) -> bool:
        latest = time.monotonic() + seconds
        while not (held := holds()) and time.monotonic() < latest:
            time.sleep(LOOK_EVERY)
        return held

    @contextmanager
    def watched(self) -> Iterator[None]:
        """See all the time whether a cursor runs ahead of its data; end the workers afterwards."""
        over = Event()
        watcher = Thread(target=self._watch, args=(over,), daemon=True)
        watcher.start()
        try:
            yield
        finally:
            over.set()
            watcher.join()
            for worker in self.workers:
                worker.end()
            self.stack.close()

    def _watch(self, over: Event) -> None:
        while not over.wait(LOOK_EVERY):
            for number, rep in enumerate(self.reps):
                with suppress(psycopg.Error, OSError):
                    self._ahead[number] = max(self._ahead.get(number, 0), ahead(self.ground, rep))


Play = Callable[[Stage], None]


@dataclass(frozen=True, slots=True)
class Scenario:
    """A fault, and the defence without which it does harm.

    Attributes:
        mailboxes: how many it is played on at once, each with a seed of its own.
        defence: which one; empty: none of ours (the database or the protocol alone).
        disk: megabytes of the small disk that it is played on; 0: on none of its own.
    """

    name: str
    of: str
    play: Play
    defence: str = ""
    mailboxes: int = 4
    disk: int = 0


def _nothing(_piece: int) -> None:
    """Of a line that nobody acts on."""
