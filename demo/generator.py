"""From a seed to a world: the cast is drawn, the stories are played, the noise is added, the post is delivered."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import chain
from random import Random

from demo.cast import Cast, draw_cast
from demo.clock import last_working_day, working_day
from demo.mailbox import PostOffice
from demo.meetings import gather
from demo.noise import Street, absences, bounces, draft, notices
from demo.phrases import PLANS
from demo.stories import Stage, play
from demo.world import DEMO, Mail, Size, World

WORKING_DAYS = 5


def generate(seed: int, today: date, size: Size = DEMO) -> World:
    """The world of a seed, ending on the last working day before ``today``.

    The same arguments give the same bytes. Seed 1 has the demo's own cast; others draw theirs.
    """
    rng = Random(seed)
    last = last_working_day(today)
    cast = draw_cast(seed, rng)
    stages = [_stage(cast, number, last, rng) for number in range(len(PLANS))]
    gathered = [pair for stage in stages for pair in gather(stage)]
    told = tuple(chain.from_iterable(play(stage) for stage in stages))
    invitations = tuple(mail for _, mails in gathered for mail in mails)
    street = Street(cast, last, size.weeks * WORKING_DAYS - 1, rng)
    noise: tuple[Mail, ...] = (
        *notices(street, size.noise),
        *absences(street, told),
        *bounces(street),
        draft(street),
    )
    mails = tuple(sorted((*told, *invitations, *noise), key=lambda mail: (mail.at, mail.message_id)))
    reps = tuple(one for one in cast.staff if one.folder)
    return World(
        seed=seed,
        today=today,
        first_day=working_day(last, 0) - timedelta(weeks=size.weeks),
        last_day=last,
        company=cast.company,
        staff=cast.staff,
        people=cast.people,
        mails=mails,
        meetings=tuple(meeting for meeting, _ in gathered),
        files=PostOffice(cast.company, reps, last, rng).file(mails),
    )


def _stage(cast: Cast, number: int, last: date, rng: Random) -> Stage:
    plan = PLANS[number]
    end = working_day(last, plan.end + (rng.randrange(plan.slack + 1) if plan.slack else 0))
    return Stage(cast, plan, end, rng)
