"""A world replayed day by day: its mail arrives, is read and judged, and every working day each rep reviews.

The clock is the world's. Everything goes the way of the product: a files source that grows, the pipeline, the due
meetings, the review's decisions, publishing after the hold. Nothing here knows how judgement judges.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from time import perf_counter
from uuid import UUID

from bench.touchless import post
from bench.touchless.company import BadWorld, Company, Rep
from bench.touchless.journal import Journal
from bench.touchless.office import Office, opened
from bench.touchless.oracle import Oracle
from bench.touchless.post import Growing
from bench.touchless.reviewing import Reviewer
from ingest.importing import Import
from ingest.pipeline import judge_ended
from store.due import of_kind, take
from store.engine import Acting
from store.review.decide import wake
from store.review.publish import publish

MORNING = time(8, 30)
SATURDAY = 5
AT_ONCE = 5000
LONGEST_HOLD = timedelta(days=2)  # what a rule settles is held for a day


@dataclass(frozen=True, slots=True)
class Reps:
    """How all reps of a replay answer: as an oracle says, and with ``R`` pressed or not where it is offered."""

    oracle: Oracle
    press_r: bool = False


@dataclass(frozen=True, slots=True)
class Replayed:
    """What a replay leaves: the journal, and the installation as it stands, while the block lasts."""

    company: Company
    office: Office
    journal: Journal
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class Desk:
    """One rep at work."""

    office: Office
    rep: Rep
    mailbox: Growing
    reviewer: Reviewer

    def morning(self, now: datetime) -> None:
        """Read what has come since the last working day, review, share what is due."""
        if self.mailbox.fill(now):
            self._read(now)
        self._background(now)
        self.reviewer.note_rules(now)
        self.reviewer.review(now)
        self.reviewer.note_rules(now)
        self._background(now + timedelta(seconds=self.office.holds[self._owner] + 1))

    def share_all(self, now: datetime) -> None:
        """Share what is held still when the world ends."""
        self._background(now)

    @property
    def is_to_be_asked(self) -> bool:
        """Whether the rep is to be asked later about something that came already."""
        with self.office.worker.transaction(Acting(self._owner)) as session:
            return bool(of_kind(session, self._owner, "wake"))

    @property
    def _owner(self) -> UUID:
        return self.reviewer.owner_id

    def _read(self, now: datetime) -> None:
        Import(self.office.desk, self._owner, self.office.keyed_hash, lambda _: None).run(self.mailbox.home, now)

    def _background(self, now: datetime) -> None:
        """What the background's jobs do, by the replay's clock."""
        with self.office.worker.transaction(Acting(self._owner)) as session:
            ended = take(session, self._owner, "meeting_ended", now, AT_ONCE)
            if ended:
                judge_ended(session, self.office.desk, self._owner, [UUID(each) for each in ended], now)
        with self.office.worker.transaction(Acting(self._owner)) as session:
            wake(session, self._owner, [UUID(each) for each in take(session, self._owner, "wake", now, AT_ONCE)], now)
            due = take(session, self._owner, "publish", now, AT_ONCE)
            publish(session, self._owner, [UUID(each) for each in due], now)


@contextmanager
def replayed(world: Path, company: Company, reps: Reps, home: Path) -> Iterator[Replayed]:
    """Replay a world to its end.

    Args:
        home: a folder for the installation and the growing mailboxes; they are gone when the block ends.

    Raises:
        BadWorld: there is no mail in it.
    """
    mailboxes = {rep.address: post.growing(world / rep.folder, home / "mail" / rep.folder) for rep in company.reps}
    days = working_days(list(mailboxes.values()))
    journal = Journal()
    with opened(home / "office", company) as office:
        desks = [
            Desk(office, rep, mailboxes[rep.address], Reviewer(office, rep, reps.oracle, journal, reps.press_r))
            for rep in company.reps
        ]
        began = perf_counter()
        last = _play(desks, days)
        for desk in desks:
            desk.share_all(datetime.combine(last, MORNING, desk.rep.zone) + LONGEST_HOLD)
        journal.seconds = perf_counter() - began
        yield Replayed(company, office, journal, days[0], days[-1])
    shutil.rmtree(home, ignore_errors=True)


def _play(desks: Sequence[Desk], days: Sequence[date]) -> date:
    """All mornings of these days, and further ones while anybody is still to be asked about something; the last."""
    for day in days:
        _one_morning(desks, day)
    last = days[-1]
    while any(desk.is_to_be_asked for desk in desks):
        last = next_working_day(last)
        _one_morning(desks, last)
    return last


def _one_morning(desks: Sequence[Desk], day: date) -> None:
    for desk in desks:
        desk.morning(datetime.combine(day, MORNING, desk.rep.zone))


def next_working_day(day: date) -> date:
    """The next day that is no Saturday and no Sunday."""
    following = (day + timedelta(days=number) for number in (1, 2, 3))
    return next(each for each in following if each.weekday() < SATURDAY)


def working_days(mailboxes: list[Growing]) -> list[date]:
    """From the first mail to the working day after the last one, or after a last meeting within a week of it."""
    arrivals = [letter.at for mailbox in mailboxes for letter in mailbox.letters]
    if not arrivals:
        raise BadWorld("There is no mail below the reps' folders. Each needs FOLDER/Maildir with cur and new.")
    first, last = min(arrivals), max(arrivals)
    week = last + timedelta(days=7)
    starts = [event.starts for mailbox in mailboxes for event in mailbox.calendar.events]
    last = max([last, *(start for start in starts if start <= week)])
    days = [first.date() + timedelta(days=number) for number in range((last - first).days + 5)]
    working = [day for day in days if day.weekday() < SATURDAY]
    end = next((number for number, day in enumerate(working) if day > last.date()), len(working) - 1)
    return working[: end + 1]
