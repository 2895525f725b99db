"""Whom an owner has just met and is not asked about yet, and the notes that wait for the answer.

Such a question is put off by nobody: no decision did it (store.review.gathering).
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, select, text
from sqlalchemy.orm import Session

from store.fields import fields_as_seen
from store.judgement.drafts import ContactFields, InteractionFields, Promise
from store.models.private.suggestion import Decision, Suggestion

# Notes with somebody who is not asked about yet, unless somebody known is beside them.
HELD = """
select s.id, null::uuid person from suggestion s
where s.owner_id = :owner and s.kind = 'interaction' and s.state = 'waiting'
  and s.doubt in ('new person', 'might be private') and exists (
    select from jsonb_array_elements(s.fields -> 'people') p
    join suggestion c on c.owner_id = s.owner_id and c.key = 'contact:' || (p ->> 'address') and c.state = 'later'
    where not (p ->> 'ours')::boolean and not exists (select from decision d where d.suggestion_id = c.id))
"""


def is_gathering() -> ColumnElement[bool]:
    """Whether a suggestion waits unasked until it shows who is on the matter."""
    decided = exists().where(Decision.suggestion_id == Suggestion.id)
    return and_(Suggestion.kind == "contact", Suggestion.state == "later", ~decided)


def newly_met(session: Session, owner_id: UUID) -> list[ContactFields]:
    """Those whom an owner is not asked about yet, the first met first."""
    asked = select(Suggestion).where(Suggestion.owner_id == owner_id, is_gathering())
    seen = [fields_as_seen(row) for row in session.scalars(asked.order_by(Suggestion.happened_at, Suggestion.key))]
    return [fields for fields in seen if isinstance(fields, ContactFields)]


def due_meanwhile(session: Session, owner_id: UUID) -> list[Promise]:
    """What is promised in the notes that wait for these, the first day first."""
    asked = select(Suggestion).where(Suggestion.id.in_(held_notes(session, owner_id)))
    seen = [fields_as_seen(row) for row in session.scalars(asked)]
    found = [each for fields in seen if isinstance(fields, InteractionFields) for each in fields.promises]
    return sorted(found, key=lambda promise: (promise.due_on, promise.key))


def held_notes(session: Session, owner_id: UUID) -> frozenset[UUID]:
    """Notes that wait for the question about one of these."""
    return frozenset(session.scalars(text(HELD), {"owner": owner_id}))
