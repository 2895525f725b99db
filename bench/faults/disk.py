"""A full disk, with the database and the home on it: a small file system of memory, which only root may mount."""

from __future__ import annotations

import time
from contextlib import suppress
from threading import Thread

import psycopg

from bench.faults.stage import Scenario, Stage
from tests.peers.small_disk import empty, stuff

MEGABYTES = 400  # of which a new installation takes 150
SIZE = 40_000  # bytes of a mail


def full(stage: Stage) -> None:
    """Nothing can be written for a while; whoever runs it makes room, and starts the database where it has ended."""
    disk = stage.ground.disk
    assert disk is not None
    stage.fill(16)
    stage.start()
    stage.some_are_stored()
    stuff(disk)
    try:
        for _ in range(4):
            for rep in stage.reps:
                rep.box.deliver(20, stage.chance, "INBOX", size=SIZE)
            Thread(target=stage.push, daemon=True).start()  # a database that has ended is waited for
            time.sleep(3)
    finally:
        empty(disk)
    with suppress(psycopg.Error):
        stage.ground.rows("checkpoint")
    stage.ground.start_database()
    stage.heal()


SCENARIOS = (Scenario("full disk", "F08", full, "one transaction", mailboxes=2, disk=MEGABYTES),)
