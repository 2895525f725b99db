"""Sudden death of the listener and of the database at the named points, as ``killing`` has it of workers."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread

import psycopg
from sqlalchemy.exc import SQLAlchemyError

from bench.faults.killing import LIFE, approve
from bench.faults.pretences import DATABASE, kills_beside
from bench.faults.stage import Play, Scenario, Stage
from store.errors import NotReady
from store.failpoints import NAMES, VARIABLE

PUSHES = tuple(name for name in NAMES if name.startswith("push."))
GROUPS = ("due. batch.", "gone. state.", "pass.", "read.", "publish.", "push.")
DUE_NOW = "update due set at = now() where kind = 'sync'"
A_DEATH = 20.0  # seconds that one more death of the database may take: a worker comes back more and more slowly


def listener_at(name: str) -> Play:
    """SIGKILL to the listener when it comes by a point; mail comes meanwhile, and another listener."""

    def play(stage: Stage) -> None:
        stage.fill(16)
        stage.start()
        stage.some_are_stored(1)
        stage.silent = True  # nobody tells but the listener
        listener = stage.listen(**{VARIABLE: f"{name}={stage.chance.randint(1, len(stage.reps) + 1)}"})
        latest = time.monotonic() + LIFE
        while not listener.died_within(1) and time.monotonic() < latest:
            stage.chance.choice(stage.reps).box.deliver(2, stage.chance)
        if listener.alive:
            stage.complain(f"{name} was not passed")
            listener.kill()
        for rep in stage.reps:
            rep.box.deliver(3, stage.chance)
        stage.listen()
        stage.heal(in_silence=True)

    return play


def database_at(group: str) -> Play:
    """SIGKILL to PostgreSQL when a worker, or the listener, comes by a point, at each of a group once."""
    names = [name for name in NAMES if name.startswith(tuple(group.split()))]

    def play(stage: Stage) -> None:
        stage.fill(16)
        kills = kills_beside(stage.ground.postmaster)
        kills.unlink(missing_ok=True)
        armed = {VARIABLE: " ".join(names), DATABASE: str(stage.ground.postmaster)}
        is_push = group == "push."
        if is_push:
            stage.start()
            stage.listen(**armed)
        else:
            stage.launch(**armed)
        deaths = stage.stack.enter_context(_revived(stage, kills))
        latest = time.monotonic() + LIFE + A_DEATH * len(names)
        while len(deaths) < len(names) and time.monotonic() < latest:
            time.sleep(0.5)
            _happen(stage, group)
        if len(deaths) < len(names):
            stage.complain(f"of {group} {len(deaths)} were passed")
        stage.heal()

    return play


@contextmanager
def _revived(stage: Stage, kills: Path) -> Iterator[list[str]]:
    """Start the database again whenever it was killed; what killed it so far."""
    deaths, over = list[str](), Event()

    def watch() -> None:
        while not over.wait(0.5):
            told = kills.read_text().splitlines() if kills.exists() else []
            if len(told) > len(deaths):
                with suppress(NotReady, psycopg.Error):  # killed again while it began
                    stage.ground.start_database()
                    deaths[:] = told

    watching = Thread(target=watch, daemon=True)
    watching.start()
    yield deaths
    over.set()
    watching.join()


def _happen(stage: Stage, group: str) -> None:
    """A little of everything that happens in a mailbox."""
    for rep in stage.reps:
        rep.box.deliver(1, stage.chance, "INBOX")
        if "gone." in group:
            rep.box.expunge_some(1, stage.chance)
        if "publish." in group:
            with suppress(SQLAlchemyError):
                approve(stage, rep)
    if "due." in group:  # who is pushed is read without having been due
        with suppress(psycopg.OperationalError):
            stage.ground.rows(DUE_NOW)
    stage.push()


LISTENER = tuple(
    Scenario(f"listener killed at {name}", "F01", listener_at(name), "look at first", mailboxes=2) for name in PUSHES
)
DATABASE_TOO = tuple(
    Scenario(f"database killed at {group}", "F07", database_at(group), "patience with the database", mailboxes=2)
    for group in GROUPS
)
SCENARIOS = (*LISTENER, *DATABASE_TOO)
