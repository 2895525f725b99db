"""Goals: one of a manager and reps proposes, all agree, any of them may pause or end it; nobody else sees it.

Its terms are never changed, so that everybody agreed to what it says. Another goal is proposed in its place.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import delete, insert, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from store.errors import NotFound
from store.judgement.goals.terms import Terms, problem
from store.models.between.goal import Goal, GoalAgreement, GoalCompany, GoalMarker, GoalReview
from store.models.people import User
from store.models.shared.contact import Company

Verb = Literal["agree", "pause", "resume", "end"]
BOTH_SIDES = ({"manager"}, {"rep"})


@dataclass(frozen=True, slots=True)
class Looked:
    """What somebody says when they look back at a marker or at the end; no words take back what was said."""

    day: date
    words: str


def propose(session: Session, proposer_id: UUID, with_whom: Collection[UUID], terms: Terms, now: datetime) -> UUID:
    """Propose a goal to others; who proposes it has agreed.

    Raises:
        NotFound: there is no manager or no rep among them, or no such company.
        ValueError: these terms have a ``problem``.
    """
    people = sorted({proposer_id, *with_whom})
    _check_people(session, people)
    if wrong := problem(terms):
        raise ValueError(wrong)
    if terms.companies and len(session.scalars(select(Company.id).where(Company.id.in_(terms.companies))).all()) != len(
        set(terms.companies)
    ):
        raise NotFound("There is no such company.")
    values = {
        "people": people, "words": terms.words, "measure": terms.measure, "target": terms.target,
        "hours": terms.hours, "currency": terms.currency, "begins_on": terms.begins_on, "ends_on": terms.ends_on,
        "proposed_by": proposer_id, "proposed_at": now,
    }  # fmt: skip
    goal_id = session.scalars(insert(Goal).values(values).returning(Goal.id)).one()
    companies = [{"goal_id": goal_id, "company_id": each} for each in sorted(set(terms.companies))]
    markers = [
        {"goal_id": goal_id, "day": each.day, "target": each.target, "words": each.words} for each in terms.markers
    ]
    for table, rows in ((GoalCompany, companies), (GoalMarker, markers)):
        if rows:
            session.execute(insert(table), rows)
    session.execute(insert(GoalAgreement).values(goal_id=goal_id, user_id=proposer_id, agreed_at=now))
    return goal_id


def _check_people(session: Session, people: Collection[UUID]) -> None:
    asked = select(User.id, User.roles).where(User.id.in_(people), User.active)
    found = {user_id: set(roles) for user_id, roles in session.execute(asked)}
    sides = all(any(roles & side for roles in found.values()) for side in BOTH_SIDES)
    if len(found) != len(people) or len(found) < len(BOTH_SIDES) or not sides:
        raise NotFound("A goal is set by a manager and a rep together.")


def settle(session: Session, user_id: UUID, goal_id: UUID, verb: Verb, now: datetime) -> None:
    """Agree to a goal, pause it, go on with it, or end it: a proposal that is ended was declined.

    Raises:
        NotFound: there is no such goal for this person, or it has ended.
    """
    row = session.scalars(select(Goal.id).where(Goal.id == goal_id, Goal.ended_at.is_(None))).one_or_none()
    if row is None:
        raise NotFound("There is no such goal.")
    if verb == "agree":
        said = upsert(GoalAgreement).values(goal_id=goal_id, user_id=user_id, agreed_at=now)
        session.execute(said.on_conflict_do_nothing())
        return
    values: dict[str, object] = {
        "pause": {"paused_by": user_id, "paused_at": now},
        "resume": {"paused_by": None, "paused_at": None},
        "end": {"ended_by": user_id, "ended_at": now},
    }[verb]  # type: ignore[assignment]  # each a set of columns
    session.execute(update(Goal).where(Goal.id == goal_id).values(values))


def look_back(session: Session, author_id: UUID, goal_id: UUID, looked: Looked, now: datetime) -> None:
    """Say something at a marker, or at the end; what is said again stands in place of what was said.

    Raises:
        NotFound: the goal has no such day for this person.
    """
    ends = select(Goal.ends_on.label("day")).where(Goal.id == goal_id)
    days = set(session.scalars(ends.union(select(GoalMarker.day).where(GoalMarker.goal_id == goal_id))))
    if looked.day not in days:
        raise NotFound("There is no such marker.")
    if not looked.words:
        own = (GoalReview.goal_id == goal_id, GoalReview.day == looked.day, GoalReview.author_id == author_id)
        session.execute(delete(GoalReview).where(*own))
        return
    key = {"goal_id": goal_id, "day": looked.day, "author_id": author_id}
    values = {"words": looked.words, "written_at": now}
    said = upsert(GoalReview).values(key | values)
    session.execute(said.on_conflict_do_update(index_elements=list(key), set_=values))


def end_all(session: Session, user_id: UUID, now: datetime) -> None:
    """End the goals of somebody who leaves."""
    session.execute(update(Goal).where(Goal.ended_at.is_(None)).values(ended_by=user_id, ended_at=now))
