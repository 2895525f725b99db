"""What is kept of its owner's: notes by how they stand, what was read for them and how large that is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from store.fields import fields_as_seen
from store.judgement.drafts import Fields
from store.models.private.suggestion import Suggestion

STANDS: Final = {
    "waiting": "waiting", "later": "waiting", "approved": "shared", "published": "shared", "private": "private",
    "refused": "left out",
}  # fmt: skip
COUNTED = text("select state, count(*) as number from suggestion where owner_id = :owner group by state")
# As it lies on the disk, compressed where it is.
READ = text("""
select (select count(*) from message where owner_id = :owner) as mails,
       (select count(*) from meeting where owner_id = :owner) as meetings,
       (select coalesce(sum(pg_column_size(m.*)), 0) from message m where owner_id = :owner)
       + (select coalesce(sum(pg_column_size(m.*)), 0) from meeting m where owner_id = :owner) as size
""")
WITH_NOTES = text("""
select distinct d.company_id from interaction_participant p join company_domain d on d.domain = p.domain
where p.approver_id = :owner limit :limit
""")


@dataclass(frozen=True, slots=True)
class Stock:
    """What is kept: notes by how they stand (STANDS), and mails and meetings with their size in bytes."""

    notes: dict[str, int]
    mails: int
    meetings: int
    size: int


@dataclass(frozen=True, slots=True)
class Kept:
    """A note of an owner's, however it stands."""

    kind: str
    stands: str
    happened_at: datetime
    fields: Fields


def stock(session: Session, owner_id: UUID) -> Stock:
    """How much is kept of an owner's."""
    notes = dict.fromkeys(STANDS.values(), 0)
    for state, number in session.execute(COUNTED, {"owner": owner_id}):
        notes[STANDS[state]] += number
    return Stock(notes, **session.execute(READ, {"owner": owner_id}).mappings().one())


def kept(session: Session, owner_id: UUID) -> Iterator[Kept]:
    """All notes of an owner's, oldest first."""
    asked = select(Suggestion).where(Suggestion.owner_id == owner_id)
    for row in session.scalars(asked.order_by(Suggestion.happened_at, Suggestion.key, Suggestion.addition)):
        yield Kept(row.kind, STANDS[row.state], row.happened_at, fields_as_seen(row))


def companies_with_notes(session: Session, owner_id: UUID, limit: int) -> list[UUID]:
    """The companies that an owner shared notes about."""
    return list(session.scalars(WITH_NOTES, {"owner": owner_id, "limit": limit}))
