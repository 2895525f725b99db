"""Relationships of an owner's that went quiet: the strongest is brought up, one a day, each silence once.

Worked out in the daily round from what the owner approved. Only its owner sees it, and a word ends it for ever.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from store.errors import NotFound
from store.judgement import quiet as judgement
from store.judgement.quiet import Quiet
from store.judgement.relationship import Touch
from store.models.private.promise import QuietContact
from store.models.shared.contact import Contact
from store.queries.relationships import REMEMBERED

OWN_TOUCHES = text("""
select distinct coalesce(c.merged_into, c.id) as contact_id, s.exchange_key, coalesce(s.kind, i.kind) as kind,
       s.happened_at, s.direction
from interaction_source s
join interaction i on i.id = s.interaction_id
join interaction_participant p on p.decision_id = s.decision_id and p.interaction_id = s.interaction_id and not p.ours
join contact_point cp on cp.value = p.address and cp.kind = 'email' and cp.contact_id is not null
join contact c on c.id = cp.contact_id
where s.approver_id = :owner and i.kind in ('mail', 'meeting') and s.happened_at between :since and :now
""")


@dataclass(frozen=True, slots=True)
class BroughtUp:
    """A quiet relationship, as it is brought up today."""

    contact_id: UUID
    name: str
    last_at: datetime
    every_days: int


def bring_up(session: Session, owner_id: UUID, today: date, now: datetime) -> None:
    """Have the strongest of an owner's relationships that went quiet, and were not brought up before, shown today."""
    known = {row.contact_id: row for row in session.scalars(select(QuietContact))}
    fresh = [
        (contact_id, found)
        for contact_id, found in _quiet_ones(session, owner_id, now)
        if contact_id not in known or (known[contact_id].last_at < found.last_at and not known[contact_id].dismissed)
    ]
    if not fresh:
        return
    contact_id, found = max(fresh, key=lambda each: (each[1].strength, each[0]))
    values = {"last_at": found.last_at, "every_days": found.every_days, "brought_up_on": today}
    row = insert(QuietContact).values(owner_id=owner_id, contact_id=contact_id, **values)
    session.execute(row.on_conflict_do_update(index_elements=["owner_id", "contact_id"], set_=values))


def brought_up(session: Session, owner_id: UUID, today: date) -> BroughtUp | None:
    """What is brought up today, if something is and its owner did not wave it off."""
    asked = (
        select(QuietContact.contact_id, Contact.name, QuietContact.last_at, QuietContact.every_days)
        .join(Contact, Contact.id == QuietContact.contact_id)
        .where(
            QuietContact.owner_id == owner_id, QuietContact.brought_up_on == today, QuietContact.dismissed.is_(False)
        )
        .limit(1)
    )
    row = session.execute(asked).one_or_none()
    return BroughtUp(*row) if row else None


def dismiss(session: Session, owner_id: UUID, contact_id: UUID) -> None:
    """Never bring this relationship up again.

    Raises:
        NotFound: it was not brought up.
    """
    never = update(QuietContact).where(QuietContact.owner_id == owner_id, QuietContact.contact_id == contact_id)
    if session.scalar(never.values(dismissed=True).returning(QuietContact.contact_id)) is None:
        raise NotFound("That was not brought up.")


def _quiet_ones(session: Session, owner_id: UUID, now: datetime) -> Iterator[tuple[UUID, Quiet]]:
    touches: dict[UUID, list[Touch]] = defaultdict(list)
    for row in session.execute(OWN_TOUCHES, {"owner": owner_id, "since": now - REMEMBERED, "now": now}):
        touches[row.contact_id].append(Touch(row.kind, row.happened_at, row.direction == "out"))
    for contact_id, found in touches.items():
        silence = judgement.quiet(found, now)
        if silence:
            yield contact_id, silence
