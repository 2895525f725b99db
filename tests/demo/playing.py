"""A stage with the demo's own cast and a plan of one's own."""

from __future__ import annotations

from datetime import date
from random import Random

from demo.cast import Cast, draw_cast
from demo.plans import Beat, Gathering, Plan, Sort
from demo.stories import Stage

LAST = date(2026, 11, 23)


def cast(seed: int = 1) -> Cast:
    return draw_cast(seed, Random(seed))


def stage(*beats: Beat, meetings: tuple[Gathering, ...] = (), sort: Sort = "business", seed: int = 5) -> Stage:
    plan = Plan("a story", "northwind", "en", "[Pilot|Pilot] at {firm}", beats, meetings, sort=sort)
    return Stage(cast(), plan, LAST, Random(seed))
