"""When a person or a company's desk becomes known, or unknown again, the waiting notes with them change piles."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from store.fields import fields_as_seen
from store.judgement.desks import desks_in
from store.judgement.drafts import Fields
from store.judgement.people import noted_by
from store.models.private.suggestion import Suggestion
from store.review import by_rule
from store.review.judge import judge

NAMING = text("""
select id from suggestion
where owner_id = :owner and kind = 'interaction' and state in ('waiting', 'later') and key not like 'hand:%'
  and exists (select from jsonb_array_elements(fields -> 'people') person where person ->> 'address' = any(:addresses))
""")


# Notes that wait for somebody who was new: asked for where a colleague has noted them since.
DOUBTED = text("""
select key from suggestion
where owner_id = :owner and kind = 'interaction' and state in ('waiting', 'later') and doubt = 'new person'
  and key not like 'hand:%'
  and exists (select from jsonb_array_elements(fields -> 'people') person where person ->> 'address' = any(:addresses))
""")


def notes_with(session: Session, owner_id: UUID, suggestion_ids: Sequence[UUID], op_id: UUID, now: datetime) -> None:
    """Judge the owner's waiting notes anew that name somebody whom these suggestions note, and let the rules speak.

    What a rule settles then is part of the operation that made it so: one undo takes back both.
    """
    settled = session.scalars(select(Suggestion).where(Suggestion.id.in_(suggestion_ids), Suggestion.kind != "change"))
    addresses = sorted({address for row in settled for address in _noted(fields_as_seen(row))})
    if not addresses:
        return
    rows = notes_naming(session, owner_id, addresses)
    judge(session, owner_id, rows, now)
    by_rule.settle(session, owner_id, rows, now, op_id)


def _noted(fields: Fields) -> tuple[str, ...]:
    person = noted_by(fields)
    return (person.address,) if person else tuple(desk.address for desk in desks_in(fields))


def notes_naming(session: Session, owner_id: UUID, addresses: Sequence[str]) -> Sequence[Suggestion]:
    """The owner's open notes that name one of these addresses, by time."""
    if not addresses:
        return ()
    session.flush()
    ids = session.scalars(NAMING, {"owner": owner_id, "addresses": list(addresses)}).all()
    asked = select(Suggestion).where(Suggestion.id.in_(ids))
    return session.scalars(asked.order_by(Suggestion.happened_at, Suggestion.key, Suggestion.addition)).all()


def doubted_still(session: Session, owner_id: UUID, noted: Collection[str]) -> frozenset[str]:
    """Keys of the owner's open notes that are doubted as somebody's who is new, and who is noted meanwhile."""
    session.flush()
    asked = {"owner": owner_id, "addresses": sorted(noted)}
    return frozenset(session.scalars(DOUBTED, asked)) if noted else frozenset()
