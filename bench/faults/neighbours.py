"""One mailbox that is slow, silent or full of bombs beside nine others, whose mail is not to wait for it."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable

from bench.faults.ground import Rep
from bench.faults.invariants import compare
from bench.faults.stage import Play, Scenario, Stage
from bench.fragile import CRASH, LOOP
from tests.peers.cutting import Fault

ROUNDS, QUICK_ROUNDS = 8, 3
MOST_LAG = 1.2
NOISE = 0.75  # seconds by which the worker's own look-out, every two seconds, moves a median of so few
BOMBS = 16
LONGEST = 30.0


def beside(spoil: Callable[[Rep, random.Random], None]) -> Play:
    """How long new mail takes to be stored and read in nine mailboxes, alone and then beside a spoilt one."""

    def play(stage: Stage) -> None:
        stage.fill(8)
        stage.start()
        stage.some_are_stored(1)
        spoilt, others = stage.reps[0], stage.reps[1:]
        rounds = QUICK_ROUNDS if stage.quick else ROUNDS
        alone = _lags(stage, others, rounds)
        spoil(spoilt, stage.chance)
        stage.quarantined[spoilt.user_id] = BOMBS if spoil is bombs else 0
        stage.ground.push(spoilt)
        time.sleep(2)
        beside = _lags(stage, others, rounds)
        if _p95(beside) > MOST_LAG * _p95(alone) + NOISE:
            stage.complain(f"others waited {_p95(beside):.1f} s in place of {_p95(alone):.1f} s")
        stage.heal()

    return play


def _lags(stage: Stage, reps: list[Rep], rounds: int) -> list[float]:
    found = []
    for _ in range(rounds):
        began = {rep.user_id: time.monotonic() for rep in reps}
        for rep in reps:
            rep.box.deliver(1, stage.chance, "INBOX")
            began[rep.user_id] = time.monotonic()
            stage.ground.push(rep)
        waiting = list(reps)
        while waiting and time.monotonic() < max(began.values()) + LONGEST:
            for rep in [each for each in waiting if compare(stage.ground, each).settled]:
                found.append(time.monotonic() - began[rep.user_id])
                waiting.remove(rep)
            time.sleep(0.05)
        found += [LONGEST] * len(waiting)
    return found


def _p95(lags: list[float]) -> float:
    return statistics.quantiles(lags, n=20)[-1]


def drip(rep: Rep, chance: random.Random) -> None:
    """Its server sends a byte at a time."""
    rep.proxy.fault = Fault(rate=20)
    rep.box.deliver(20, chance)


def silence(rep: Rep, chance: random.Random) -> None:
    """Its server says nothing any more."""
    rep.proxy.fault = Fault(after=6_000, then="silence")
    rep.box.deliver(20, chance)


def bombs(rep: Rep, chance: random.Random) -> None:
    """Its mail brings the reader down, or keeps it busy until it is stopped."""
    poison(rep, chance, BOMBS)


def poison(rep: Rep, chance: random.Random, count: int) -> None:
    """Mails that no reader survives."""
    marks = (CRASH, LOOP)
    letters = [rep.box.letter(chance).replace(b"Subject:", marks[n % 2] + b"\r\nSubject:") for n in range(count)]
    rep.box.put(letters, "INBOX")


def poisoned(stage: Stage) -> None:
    """Some mails bring the reader down every time; the others are read, and those are set aside."""
    stage.fill()
    for rep in stage.reps:
        poison(rep, stage.chance, 2)
        rep.box.deliver(8, stage.chance)
        stage.quarantined[rep.user_id] = 2
    stage.start()
    stage.heal()


SCENARIOS = (
    Scenario("mails that bring the reader down", "F09", poisoned, "quarantine", mailboxes=2),
    Scenario("a mailbox that drips beside nine others", "G11", beside(drip), "many at once", mailboxes=10),
    Scenario("a mailbox that is silent beside nine others", "G11", beside(silence), "many at once", mailboxes=10),
    Scenario("a mailbox full of bombs beside nine others", "G11", beside(bombs), "many at once", mailboxes=10),
)
