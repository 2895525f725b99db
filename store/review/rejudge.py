"""When a person becomes known, or unknown again, the waiting notes with them change piles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import cast
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from store.fields import fields_as_seen
from store.judgement import sureness
from store.judgement.drafts import ContactFields, InteractionFields
from store.models.private.suggestion import Suggestion
from store.queries.histories import known
from store.review import by_rule

NAMING = text("""
select id from suggestion
where owner_id = :owner and kind = 'interaction' and state in ('waiting', 'later')
  and exists (select from jsonb_array_elements(fields -> 'people') person where person ->> 'address' = any(:addresses))
""")


def notes_with(session: Session, owner_id: UUID, suggestion_ids: Sequence[UUID], now: datetime) -> None:
    """Judge the owner's waiting notes anew that name a contact among these suggestions, and let the rules speak."""
    contacts = session.scalars(
        select(Suggestion).where(Suggestion.id.in_(suggestion_ids), Suggestion.kind == "contact")
    )
    addresses = [cast("ContactFields", fields_as_seen(row)).address for row in contacts]
    if not addresses:
        return
    session.flush()
    ids = session.scalars(NAMING, {"owner": owner_id, "addresses": addresses}).all()
    rows = session.scalars(select(Suggestion).where(Suggestion.id.in_(ids))).all()
    seen = {row.id: cast("InteractionFields", fields_as_seen(row)) for row in rows}
    everybody = {person.address for fields in seen.values() for person in fields.people}
    background = known(session, owner_id, everybody)
    for row in rows:
        verdict = sureness.of_interaction(seen[row.id], background)
        row.pile, row.doubt, row.why = verdict.pile, verdict.doubt, verdict.why
    session.flush()
    by_rule.settle(session, owner_id, rows, now)
