"""What happens to folders on the server while they are being read."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Thread

from bench.faults.ground import Rep
from bench.faults.stage import Play, Scenario, Stage
from tests.peers.cutting import Fault

STORM, QUICK_STORM = 10_000, 400
SLOWEST = 10  # messages a second that are read of each mailbox, on a machine that others use as well
LAG = Fault(latency=0.02)


def between_commands(act: Callable[[Stage, Rep], None]) -> Play:
    """Act between two random commands of each pass, so that what was listed is no longer so when it is fetched."""

    def play(stage: Stage) -> None:
        stage.fill(40)
        for rep in stage.reps:
            _arm(stage, rep, act)
        stage.start()
        stage.some_are_stored(0.9)
        for _ in range(2):
            for rep in stage.reps:
                _arm(stage, rep, act)
            stage.deliver()
            time.sleep(3)
        stage.heal()

    return play


def _arm(stage: Stage, rep: Rep, act: Callable[[Stage, Rep], None]) -> None:
    at = stage.chance.sample(range(4, 24), 4)

    def on_piece(piece: int) -> None:
        if piece in at:
            at.remove(piece)
            act(stage, rep)

    rep.proxy.on_piece = on_piece


def expunge(stage: Stage, rep: Rep) -> None:
    """Some messages go."""
    rep.box.expunge_some(3, stage.chance, stage.chance.choice(("INBOX", "Sent", "Projekt")))


def renumber(stage: Stage, rep: Rep) -> None:
    """A folder is made anew with the same messages."""
    rep.box.renumber(stage.chance.choice(("Sent", "Projekt", "Archive")))


def storm(stage: Stage) -> None:
    """Thousands of messages move between folders while they are read."""
    messages = QUICK_STORM if stage.quick else STORM // len(stage.seeds)
    stage.fill(8)
    for rep in stage.reps:
        for _ in range(messages // 200):
            rep.box.deliver(200, stage.chance, "INBOX", size=600)
    stage.start()
    stage.some_are_stored()
    movers = [Thread(target=_move, args=(stage, rep, messages), daemon=True) for rep in stage.reps]
    for mover in movers:
        mover.start()
    for mover in movers:
        mover.join()
    if not stage.all_lie_where_they_do():
        stage.complain("not found where they were moved to")
    stage.all_are_read(messages / SLOWEST)  # what lay there from the beginning is no part of the fault
    stage.heal()


def _move(stage: Stage, rep: Rep, messages: int) -> None:
    for source, target in (("INBOX", "Projekt"), ("Projekt", "Archive"), ("Archive", "INBOX"), ("INBOX", "Sent")):
        for _ in range(5):
            rep.box.move(messages // 6, stage.chance, source, target)
            stage.ground.push(rep)
            time.sleep(0.3)


SCENARIOS = (
    Scenario("messages expunged between listing and fetching", "F13", between_commands(expunge), "accounting"),
    Scenario("folder renumbered while it is read", "F11", between_commands(renumber), "validity"),
    Scenario("messages moved while they are read", "F14", storm, "moves", mailboxes=2),
)
