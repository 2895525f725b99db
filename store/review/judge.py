"""Which pile an owner's open notes lie in, and why, as things are now."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import cast
from uuid import UUID

from sqlalchemy.orm import Session

from store.fields import fields_as_seen
from store.judgement import sureness
from store.judgement.drafts import InteractionFields
from store.models.private.suggestion import Suggestion
from store.queries.histories import known
from store.queries.signals import backgrounds

OPEN = ("waiting", "later")


def judge(session: Session, owner_id: UUID, rows: Iterable[Suggestion], now: datetime) -> None:
    """Judge the notes among these suggestions of an owner that are open."""
    notes = [row for row in rows if row.kind == "interaction" and row.state in OPEN]
    session.flush()
    seen = {row.id: cast("InteractionFields", fields_as_seen(row)) for row in notes}
    people = known(session, owner_id, {person.address for fields in seen.values() for person in fields.people})
    against = backgrounds(session, owner_id, notes, now)
    for row in notes:
        verdict = sureness.of_interaction(seen[row.id], people, against[row.id])
        row.pile, row.doubt, row.why = verdict.pile, verdict.doubt, verdict.why
    session.flush()
