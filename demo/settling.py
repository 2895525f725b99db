"""The reps of the demo at work: every evening they settle what the day brought, through the same door as real ones.

They answer as the world's truth says: private people stay private, an exchange that is not worth a note is refused, the
rest is approved. The last working day is left to whoever opens the demo.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from demo.clock import moment
from demo.world import World
from store.due import take
from store.engine import Acting, Database
from store.models.private.message import Meeting, Message, Participation
from store.models.private.suggestion import Suggestion
from store.review.decide import Approver, Ruling, Verb, decide
from store.review.publish import publish

EVENING = 1740
HOLD = timedelta(seconds=30)
NAMES = uuid.UUID("6f3b8f0e-6b61-5a3e-9d0a-3d8a2f1c9b57")  # operations have the same ids in every demo of a day


@dataclass(frozen=True, slots=True)
class Rep:
    """One rep of the demo with both roles' databases."""

    app: Database
    worker: Database
    user_id: uuid.UUID


@dataclass(frozen=True, slots=True)
class Habits:
    """How a rep answers: addresses of private people stay private."""

    private: frozenset[str]

    def answer(self, row: Suggestion) -> Verb:
        """The verb for one suggestion."""
        people = {row.fields["address"]} if row.kind == "contact" else _outside(row)
        return "keep_private" if people and people <= self.private else "approve"


def habits_of(world: World) -> Habits:
    """What the world's truth says about its people."""
    return Habits(frozenset(address for one in world.people if one.firm is None for address in one.addresses))


def settle(rep: Rep, habits: Habits, before: date) -> int:
    """Settle, evening by evening, what happened before a day; the number of suggestions settled."""
    settled = 0
    for evening in _evenings(rep, before):
        settled += _one_evening(rep, habits, evening)
    return settled


def _evenings(rep: Rep, before: date) -> Iterator[datetime]:
    with rep.app.transaction(Acting(rep.user_id)) as session:
        days = {at.date() for at in _since(session).values()}
    for day in sorted(days):
        if day < before:
            yield moment(day, EVENING) + timedelta(hours=2)


def _one_evening(rep: Rep, habits: Habits, evening: datetime) -> int:
    with rep.app.transaction(Acting(rep.user_id)) as session:
        rows = _waiting(session, evening)
        rulings = [Ruling(row.id, row.version, habits.answer(row)) for row in rows]
        approver = Approver(rep.user_id, int(HOLD.total_seconds()))
        settled = decide(session, approver, _operation(rep, evening), rulings, evening)
    with rep.worker.transaction(Acting(rep.user_id)) as session:
        now = evening + 2 * HOLD
        due = take(session, rep.user_id, "publish", now, len(settled))
        publish(session, rep.user_id, [uuid.UUID(reference) for reference in due], now)
    return len(rows)


def _waiting(session: Session, until: datetime) -> Sequence[Suggestion]:
    since = _since(session)
    asked = select(Suggestion).where(Suggestion.id.in_([row_id for row_id, at in since.items() if at <= until]))
    return session.scalars(asked.order_by(Suggestion.kind, Suggestion.happened_at, Suggestion.key)).all()


def _since(session: Session) -> dict[uuid.UUID, datetime]:
    """When each waiting suggestion would first have been made: a person's with their first mail or meeting."""
    address = Suggestion.fields["address"].as_string()
    first_mail = (
        select(func.min(Message.sent_at))
        .join(Participation, Participation.message_id == Message.id)
        .where(Participation.address == address)
    )
    first_meeting = (
        select(func.min(Meeting.ends_at))
        .join(Participation, Participation.meeting_id == Meeting.id)
        .where(Participation.address == address)
    )
    first = func.least(first_mail.scalar_subquery(), first_meeting.scalar_subquery(), Suggestion.happened_at)
    asked = select(Suggestion.id, case((Suggestion.kind == "contact", first), else_=Suggestion.happened_at))
    return {row_id: at for row_id, at in session.execute(asked.where(Suggestion.state == "waiting"))}  # noqa: C416


def _operation(rep: Rep, evening: datetime) -> uuid.UUID:
    return uuid.uuid5(NAMES, f"{rep.user_id} {evening.isoformat()}")


def _outside(row: Suggestion) -> set[str]:
    return {someone["address"] for someone in row.fields.get("people", ()) if not someone["ours"]}
