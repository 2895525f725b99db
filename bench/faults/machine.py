"""What goes wrong on our own machine: clocks that step, names that do not resolve."""

from __future__ import annotations

import time

from bench.faults.pretences import CLOCK, NO_NAMES
from bench.faults.stage import Scenario, Stage

HOUR = 3600
STEPS = (HOUR, -HOUR, 24 * HOUR, -24 * HOUR, 0)


def clock(stage: Stage) -> None:
    """The worker's clock steps by an hour and by a day, forwards and back."""
    stage.fill()
    file = stage.ground.home / "clock"
    file.write_text("0")
    stage.start(**{CLOCK: str(file)})
    for step in STEPS:
        file.write_text(str(step))
        stage.deliver()
        time.sleep(4)
    stage.heal()


def names(stage: Stage) -> None:
    """No name resolves for a while."""
    stage.fill()
    file = stage.ground.home / "no-names"
    stage.start(**{NO_NAMES: str(file)})
    stage.some_are_stored()
    file.touch()
    for _ in range(2):
        stage.deliver()
        time.sleep(4)
    file.unlink()
    stage.heal()


SCENARIOS = (
    Scenario("clock steps by an hour and a day", "F22", clock, "pushes"),
    Scenario("names do not resolve", "F32", names, "later"),
)
