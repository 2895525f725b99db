"""Who saw whose note: written for every note whose content is sent to somebody else, in one statement a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.orm import Session

from store.models.people import User
from store.models.shared.contact import CompanyDomain
from store.models.shared.interaction import Interaction, InteractionParticipant
from store.models.viewing import Viewing
from store.people import NOBODY
from store.rows import insert_rows


@dataclass(frozen=True, slots=True)
class Seen:
    """One row that is about to be shown. ``owner_ids`` are those who approved it."""

    entity: str
    row_id: UUID
    owner_ids: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """That somebody looked at something of one's own, on which page; at most once an hour.

    ``title`` is the note's, empty when it is gone.
    """

    viewer: str
    roles: tuple[str, ...]
    entity: str
    row_id: UUID
    title: str
    page: str
    viewed_at: datetime


def note(session: Session, viewer_id: UUID, page: str, seen: Iterable[Seen], now: datetime) -> None:
    """Note that a page with these rows is sent to its viewer. One's own rows are not noted, nor what nobody sees."""
    if viewer_id == NOBODY:
        return
    hour = now.replace(minute=0, second=0, microsecond=0)
    rows = [
        {
            "viewer_id": viewer_id, "owner_id": owner_id, "entity": each.entity, "row_id": each.row_id, "page": page,
            "viewed_at": now, "hour": hour,
        }
        for each in seen
        for owner_id in each.owner_ids
        if owner_id != viewer_id
    ]  # fmt: skip
    insert_rows(session, Viewing, rows, keep_known=True)


@dataclass(frozen=True, slots=True)
class Sought:
    """Which looks are wanted: one person's, those at notes with one company; None: all."""

    viewer_id: UUID | None = None
    company_id: UUID | None = None


ALL = Sought()


def looks_at(session: Session, owner_id: UUID, sought: Sought = ALL, limit: int = 500) -> list[Look]:
    """The newest looks at an owner's notes."""
    asked = (
        select(Viewing, User.name, User.roles, func.coalesce(Interaction.title, ""))
        .join(User, User.id == Viewing.viewer_id)
        .outerjoin(Interaction, Interaction.id == Viewing.row_id)
        .where(Viewing.owner_id == owner_id, *_such(sought))
        .order_by(Viewing.viewed_at.desc(), Viewing.page, Viewing.id)
    )
    return [
        Look(name, tuple(roles), view.entity, view.row_id, title, view.page, view.viewed_at)
        for view, name, roles, title in session.execute(asked.limit(limit))
    ]


def _such(sought: Sought) -> list[ColumnElement[bool]]:
    asked = list[ColumnElement[bool]]()
    if sought.viewer_id:
        asked.append(Viewing.viewer_id == sought.viewer_id)
    if sought.company_id:
        took_part = InteractionParticipant.interaction_id == Viewing.row_id
        there = exists().where(took_part, CompanyDomain.domain == InteractionParticipant.domain)
        at_it = there.where(CompanyDomain.company_id == sought.company_id)
        asked.append(or_(at_it, Viewing.page == f"companies/{sought.company_id}"))
    return asked


def viewers(session: Session, owner_id: UUID) -> list[tuple[UUID, str]]:
    """Who looked at an owner's notes, by name."""
    asked = select(User.id, User.name).join(Viewing, Viewing.viewer_id == User.id)
    return [
        (id_, name)
        for id_, name in session.execute(asked.where(Viewing.owner_id == owner_id).distinct().order_by(User.name))
    ]


def who_opened(session: Session, owner_id: UUID, row_id: UUID) -> list[str]:
    """Names of those to whom a note of an owner's was sent, by name."""
    asked = select(User.name).join(Viewing, Viewing.viewer_id == User.id)
    return list(
        session.scalars(
            asked.where(Viewing.owner_id == owner_id, Viewing.row_id == row_id).distinct().order_by(User.name)
        )
    )
