"""The round of a day for one rep: on their working day, at their hour, where they are; never while they are away.

Its row and what it does are one transaction: a worker that dies in between leaves the round to be made again, whole.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from store import rounds
from store.heads_up import notice
from store.outbox import put_digest
from store.people import is_active
from store.preferences import preferences
from store.queries.review import waiting_count
from store.queries.today import found as of_companies
from store.quiet import bring_up
from store.review import by_rule
from store.review.expiry import expire
from store.review.ours import take_in
from store.upcoming import announce


def make_round(session: Session, owner_id: UUID, now: datetime) -> bool:
    """Make the round that is due, and plan the next; whether it was the day and the hour for it."""
    if not rounds.begin(session, owner_id, now):
        return False
    wanted = preferences(session, owner_id)
    workdays = wanted.workdays
    today = workdays.today(now)
    rounds.move(session, owner_id, workdays.next_at(now, wanted.round_at))
    if not workdays.is_on(today) or now < workdays.at(today, wanted.round_at):
        return False  # it was due before and nobody made it
    take_in(session, owner_id, now)
    by_rule.settle_waiting(session, owner_id, now)
    expire(session, owner_id, workdays, now)
    bring_up(session, owner_id, today, now)
    if wanted.tell_owners:
        announce(session, owner_id, now)
    notice(session, owner_id, now)
    if wanted.digest_at and is_active(session, owner_id) and waiting_count(session, owner_id):
        put_digest(session, owner_id, today, now)
    if wanted.weekly and today.isoweekday() == min(workdays.days) and is_active(session, owner_id):
        put_weekly(session, owner_id, today, now)
    return True


def put_weekly(session: Session, owner_id: UUID, today: date, now: datetime) -> None:
    """On the first working day of a week, have a manager mailed what companies need, if they need anything."""
    if of_companies(session, today):
        put_digest(session, owner_id, today, now, "weekly")
