"""From a seed to a world of 14 weeks: the scene is drawn, its plans are played, the noise is added."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain
from random import Random

from bench.worlds.episodes import Author
from bench.worlds.gatherings import Diary
from bench.worlds.notices import Street
from bench.worlds.scene import WHOLE, Scene, Size, draw
from bench.worlds.wording import words
from demo.clock import working_day
from demo.mailbox import PostOffice
from demo.meetings import gather
from demo.plans import Plan
from demo.stories import Stage, play
from demo.world import Mail, Meeting, World

LAST = date(2026, 11, 20)


@dataclass(frozen=True, slots=True)
class Made:
    """A world and the scene that it was played on."""

    world: World
    scene: Scene


def make(seed: int, wording: str = "usual", size: Size = WHOLE) -> Made:
    """The world of a seed with a set of words. The same arguments give the same bytes."""
    rng = Random(f"{wording} {seed}")
    said = words(wording)
    scene = draw(said, size, rng)
    plans = [*Author(scene, said, size, rng).plans(), *Diary(scene, said, size, rng).plans()]
    stages = [Stage(scene.cast, plan, working_day(LAST, plan.end), rng) for plan in plans]
    told = tuple(chain.from_iterable(play(stage) for stage in stages if stage.plan.beats))
    gathered = [(_honest(meeting, stage.plan), mails) for stage in stages for meeting, mails in gather(stage)]
    invitations = tuple(mail for _, mails in gathered for mail in mails)
    noise = tuple(Street(scene, said, size, rng).mails(told, LAST))
    mails = tuple(sorted((*told, *invitations, *noise), key=lambda mail: (mail.at, mail.message_id)))
    world = World(
        seed=seed,
        today=LAST + timedelta(days=3),
        first_day=working_day(LAST, size.days - 1),
        last_day=LAST,
        company=scene.cast.company,
        staff=scene.cast.staff,
        people=scene.cast.people,
        mails=mails,
        meetings=tuple(meeting for meeting, _ in gathered),
        files=PostOffice(scene.cast.company, scene.cast.staff, LAST, rng).file(_sent(mails)),
    )
    return Made(world, scene)


def _honest(meeting: Meeting, plan: Plan) -> Meeting:
    """A private appointment is worth no note, whoever comes and whether or not it is marked."""
    return replace(meeting, note=False, private=True) if plan.sort == "private" else meeting


def _sent(mails: tuple[Mail, ...]) -> tuple[Mail, ...]:
    """What was sent by the end of the world."""
    return tuple(mail for mail in mails if mail.at.date() <= LAST)
