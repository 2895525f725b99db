"""Goals as those who are named see them: the database shows them to nobody else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ARRAY, Uuid, bindparam, select, text
from sqlalchemy.orm import Session

from store import people
from store.judgement.goals.terms import Marker, Terms
from store.models.between.goal import Goal, GoalAgreement, GoalCompany, GoalMarker, GoalReview
from store.models.people import User
from store.models.shared.contact import Company

COMPANIES = text("""
select distinct g.goal_id, c.id, c.name, folded(c.name) from goal_company g join company m on m.id = g.company_id
join company c on c.id = coalesce(m.merged_into, m.id) where g.goal_id = any(:ids) order by folded(c.name), c.id
""").bindparams(bindparam("ids", type_=ARRAY(Uuid)))


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody who is named on a goal, and whether they have agreed."""

    id: UUID
    name: str
    agreed: bool


@dataclass(frozen=True, slots=True)
class Review:
    """What one of them said at a marker."""

    day: date
    author_id: UUID
    author: str
    words: str


@dataclass(frozen=True, slots=True)
class Seat:
    """A goal with its terms, those who are named, and whether it was paused or ended, by whom.

    Attributes:
        companies: the names of the companies chosen, by id, as they stand today.
    """

    id: UUID
    terms: Terms
    people: tuple[Named, ...]
    proposed_by: UUID
    paused_by: UUID | None
    paused_at: datetime | None
    ended_by: UUID | None
    ended_at: datetime | None
    companies: Mapping[UUID, str]

    @property
    def is_in_force(self) -> bool:
        """Whether all have agreed, and nobody paused or ended it."""
        return all(each.agreed for each in self.people) and not (self.paused_at or self.ended_at)

    def name_of(self, user_id: UUID | None) -> str:
        """The name of somebody who is named."""
        return next((each.name for each in self.people if each.id == user_id), "")


def goals(session: Session, goal_id: UUID | None = None, company_id: UUID | None = None) -> list[Seat]:
    """The goals on which the reader is named, those that end first first: one of them, or those about a company."""
    asked = select(Goal).order_by(Goal.ends_on, Goal.proposed_at, Goal.id)
    if goal_id:
        asked = asked.where(Goal.id == goal_id)
    if company_id:
        one = select(Company.id).where((Company.id == company_id) | (Company.merged_into == company_id))
        about = select(GoalCompany.goal_id).where(GoalCompany.company_id.in_(one))
        asked = asked.where(Goal.id.in_(about))
    rows = session.scalars(asked).all()
    if not rows:
        return []
    ids = [row.id for row in rows]
    markers: dict[UUID, list[Marker]] = defaultdict(list)
    for each in session.scalars(select(GoalMarker).where(GoalMarker.goal_id.in_(ids)).order_by(GoalMarker.day)):
        markers[each.goal_id].append(Marker(each.day, each.target, each.words))
    companies, agreed = _companies(session, ids), _agreed(session, ids)
    names = people.names(session, {user_id for row in rows for user_id in row.people})
    return [
        Seat(
            row.id, _terms(row, companies[row.id], markers[row.id]),
            tuple(Named(each, names.get(each, ""), (row.id, each) in agreed) for each in row.people),
            row.proposed_by, row.paused_by, row.paused_at, row.ended_by, row.ended_at, companies[row.id],
        )
        for row in rows
    ]  # fmt: skip


def _terms(row: Goal, companies: Mapping[UUID, str], markers: Collection[Marker]) -> Terms:
    return Terms(
        row.measure, row.target, row.begins_on, row.ends_on, row.words, tuple(companies), tuple(markers), row.hours,
        row.currency,
    )  # fmt: skip


def _companies(session: Session, ids: Collection[UUID]) -> Mapping[UUID, dict[UUID, str]]:
    """The companies of goals by name; those that were found to be one are one."""
    found: dict[UUID, dict[UUID, str]] = defaultdict(dict)
    for row in session.execute(COMPANIES, {"ids": list(ids)}):
        found[row.goal_id][row.id] = row.name
    return found


def _agreed(session: Session, ids: Collection[UUID]) -> set[tuple[UUID, UUID]]:
    asked = select(GoalAgreement.goal_id, GoalAgreement.user_id).where(GoalAgreement.goal_id.in_(ids))
    return {(goal_id, user_id) for goal_id, user_id in session.execute(asked)}


def reviews(session: Session, goal_id: UUID) -> list[Review]:
    """What was said at the markers of a goal, by day, the first said first."""
    asked = select(GoalReview, User.name).join(User, User.id == GoalReview.author_id)
    rows = session.execute(
        asked.where(GoalReview.goal_id == goal_id).order_by(GoalReview.day, GoalReview.written_at, User.name)
    )
    return [Review(row.day, row.author_id, name, row.words) for row, name in rows]
