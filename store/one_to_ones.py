"""The page of a 1:1: an agenda from both, which the two of it alone see.

Nothing is put on it by itself, and nothing follows from what stands there.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, insert, or_, select, text, update
from sqlalchemy.orm import Session

from store.errors import NotFound
from store.models.between.one_to_one import AgendaLine
from store.models.shared.contact import Company

SHOWN_FOR = timedelta(days=30)  # so long what was spoken of stands on the page
MOST = 100
PARTNERS = text("""
select u.id, u.name from app_user u join app_user me on me.id = :me
where u.id <> me.id and u.active and ('manager' = any(me.roles) and 'rep' = any(u.roles)
                                      or 'rep' = any(me.roles) and 'manager' = any(u.roles))
order by u.name, u.id
""")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the agenda as one of the two sees it: ``mine`` when the reader added it."""

    id: UUID
    words: str
    company_id: UUID | None
    company: str | None
    mine: bool
    is_done: bool


@dataclass(frozen=True, slots=True)
class Matter:
    """What one wants to speak of, perhaps about a company."""

    words: str
    company_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Partner:
    """Somebody with whom one may have a 1:1: reps with managers, managers with reps."""

    id: UUID
    name: str


def partners(session: Session, user_id: UUID) -> list[Partner]:
    """With whom one may have a 1:1, by name."""
    return [Partner(row.id, row.name) for row in session.execute(PARTNERS, {"me": user_id})]


def partner(session: Session, user_id: UUID, other_id: UUID) -> Partner:
    """One of them.

    Raises:
        NotFound: it is nobody with whom one may have a 1:1.
    """
    found = [each for each in partners(session, user_id) if each.id == other_id]
    if not found:
        raise NotFound("There is no such page.")
    return found[0]


def lines(session: Session, user_id: UUID, other_id: UUID, now: datetime) -> list[Line]:
    """The agenda of two: what is open in the order in which it came, then what was spoken of lately."""
    table = AgendaLine
    pair = or_(
        (table.author_id == user_id) & (table.other_id == other_id),
        (table.author_id == other_id) & (table.other_id == user_id),
    )
    asked = select(table, Company.id, Company.name).outerjoin(Company, Company.id == table.company_id)
    shown = or_(table.done_at.is_(None), table.done_at > now - SHOWN_FOR)
    rows = session.execute(asked.where(pair, shown).order_by(table.done_at.nulls_first(), table.added_at).limit(MOST))
    return [
        Line(row.id, row.words, company_id, company, row.author_id == user_id, row.done_at is not None)
        for row, company_id, company in rows
    ]


def add(session: Session, author_id: UUID, other_id: UUID, matter: Matter, now: datetime) -> None:
    """Put something on the agenda.

    Raises:
        NotFound: it is nobody with whom one may have a 1:1, or there is no such company.
    """
    partner(session, author_id, other_id)
    if matter.company_id and session.get(Company, matter.company_id) is None:
        raise NotFound("There is no such company.")
    values = {"author_id": author_id, "other_id": other_id, "added_at": now} | asdict(matter)
    session.execute(insert(AgendaLine).values(values))


def say_done(session: Session, line_id: UUID, now: datetime | None) -> None:
    """Say that a line was spoken of, or with None that it was not; both may.

    Raises:
        NotFound: there is no such line for this person.
    """
    said = update(AgendaLine).where(AgendaLine.id == line_id).values(done_at=now)
    if session.scalar(said.returning(AgendaLine.id)) is None:
        raise NotFound("There is no such line.")


def remove(session: Session, author_id: UUID, line_id: UUID) -> None:
    """Take one's own line away; nothing happens when there is none."""
    session.execute(delete(AgendaLine).where(AgendaLine.id == line_id, AgendaLine.author_id == author_id))


def remove_all(session: Session, author_id: UUID) -> None:
    """Take away the lines of somebody who leaves."""
    session.execute(delete(AgendaLine).where(AgendaLine.author_id == author_id))
