"""Goals that a manager and reps set together: those who are named alone see them."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Uuid
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base, Key


class Goal(Base):
    """What some of us want to reach by a day. ``hours`` and ``currency`` are of the measures that need them."""

    __tablename__ = "goal"
    id: Mapped[Key]
    people: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid))
    words: Mapped[str]
    measure: Mapped[str]
    target: Mapped[int]
    hours: Mapped[int | None]
    currency: Mapped[str | None]
    begins_on: Mapped[date]
    ends_on: Mapped[date]
    proposed_by: Mapped[UUID] = mapped_column(ForeignKey("app_user.id"))
    proposed_at: Mapped[datetime]
    paused_by: Mapped[UUID | None]
    paused_at: Mapped[datetime | None]
    ended_by: Mapped[UUID | None]
    ended_at: Mapped[datetime | None]


class GoalCompany(Base):
    """A company that a goal is about."""

    __tablename__ = "goal_company"
    goal_id: Mapped[UUID] = mapped_column(ForeignKey("goal.id"), primary_key=True)
    company_id: Mapped[UUID] = mapped_column(ForeignKey("company.id"), primary_key=True)


class GoalMarker(Base):
    """By a day, so much; ``words`` say what good looks like there."""

    __tablename__ = "goal_marker"
    goal_id: Mapped[UUID] = mapped_column(ForeignKey("goal.id"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    target: Mapped[int]
    words: Mapped[str]


class GoalAgreement(Base):
    """That somebody who is named has agreed."""

    __tablename__ = "goal_agreement"
    goal_id: Mapped[UUID] = mapped_column(ForeignKey("goal.id"), primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("app_user.id"), primary_key=True)
    agreed_at: Mapped[datetime]


class GoalReview(Base):
    """What one of them said at a marker, or at the end."""

    __tablename__ = "goal_review"
    goal_id: Mapped[UUID] = mapped_column(ForeignKey("goal.id"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    author_id: Mapped[UUID] = mapped_column(ForeignKey("app_user.id"), primary_key=True)
    words: Mapped[str]
    written_at: Mapped[datetime]
