"""Faults on the way to the mail server, played through a proxy of each mailbox's own, with TLS as it is."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from bench.faults.stage import Play, Scenario, Stage
from tests.peers.cutting import Fault

EARLIEST, LATEST = 400, 200_000  # bytes from the server: from within the handshake to within the contents
ROUNDS = 3


def _somewhere(chance: random.Random) -> int:
    """As likely among the first hundreds of bytes as among the last ten thousands."""
    return int(EARLIEST * (LATEST / EARLIEST) ** chance.random())


def _end(chance: random.Random) -> Fault:
    return Fault(after=_somewhere(chance))


def _reset(chance: random.Random) -> Fault:
    return Fault(after=_somewhere(chance), then="reset")


def _silence(chance: random.Random) -> Fault:
    return Fault(after=_somewhere(chance), then="silence")


def _drip(chance: random.Random) -> Fault:
    return Fault(rate=chance.choice((1, 20, 400, 4_000)))


def _before_a_command(chance: random.Random) -> Fault:
    return Fault(pieces=chance.randrange(2, 16))


def on_each_line(fault: Callable[[random.Random], Fault], lasting: float) -> Play:
    """Every line that begins within ``lasting`` seconds has the fault, another one each time."""

    def play(stage: Stage) -> None:
        stage.fill()
        _set(stage, fault)
        stage.start()
        for _ in range(ROUNDS):
            time.sleep(lasting / ROUNDS / (2 if stage.quick else 1))
            stage.deliver()
            _set(stage, fault)
        stage.heal()

    return play


def _set(stage: Stage, fault: Callable[[random.Random], Fault]) -> None:
    for rep in stage.reps:
        rep.proxy.fault = fault(stage.chance)


def far_away(stage: Stage) -> None:
    """Everything takes long, and goes on taking long."""
    stage.fill()
    stage.start()
    stage.deliver()
    stage.heal()
    for rep in stage.reps:
        rep.proxy.fault = Fault(latency=stage.chance.uniform(0.1, 0.3))


def refuse(stage: Stage) -> None:
    """Nobody answers for a while."""
    stage.fill()
    stage.start()
    stage.some_are_stored()
    for rep in stage.reps:
        rep.proxy.refusing = True
    for _ in range(2):  # news that somebody tries to get
        stage.deliver()
        time.sleep(3)
    stage.heal()


def swizzle(stage: Stage) -> None:
    """Lines are stopped one by one in random order, and let go in another (FoundationDB's swizzle-clogging)."""
    stage.fill(60)
    stage.start()
    stage.some_are_stored()
    for order in (stage.chance.sample(stage.reps, len(stage.reps)) for _ in range(2)):
        for rep in order:
            rep.proxy.clogged = True
            rep.box.deliver(4, stage.chance)
            time.sleep(stage.chance.uniform(0.1, 1.0))
        for rep in stage.chance.sample(order, len(order)):
            rep.proxy.clogged = False
            rep.proxy.era += stage.chance.randrange(2)  # every second one does not live to see it
            time.sleep(stage.chance.uniform(0.1, 1.0))
        stage.push()
    stage.heal()


def restart(stage: Stage) -> None:
    """The mail server is restarted twice."""
    stage.fill(60)
    stage.start()
    for _ in range(2):
        stage.some_are_stored()
        stage.ground.dovecot.stop()
        time.sleep(2)
        stage.ground.dovecot.start()
        for rep in stage.reps:
            rep.box.reconnect()
        stage.deliver()
    stage.heal()


SCENARIOS = (
    Scenario("line cut at a random byte", "F32", on_each_line(_end, 9), "again"),
    Scenario("line reset at a random byte", "F32", on_each_line(_reset, 9), "again"),
    Scenario("line cut before a random command", "F01", on_each_line(_before_a_command, 9), "again"),
    Scenario("line silent after a random byte", "F32", on_each_line(_silence, 9), "deadlines"),
    Scenario("server drips bytes", "F06", on_each_line(_drip, 20), "deadlines"),
    Scenario("server far away", "F32", far_away, "patience"),
    Scenario("connections refused", "F32", refuse, "again"),
    Scenario("lines stopped and let go in random order", "F36", swizzle, "again"),
    Scenario("server restarted", "F32", restart, "again"),
)
