"""Which pile an owner's open notes lie in, and why, as things are now."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime
from typing import cast
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from store.fields import fields_as_seen
from store.judgement import sureness
from store.judgement.drafts import InteractionFields, Known
from store.judgement.identity.profiles import noting
from store.models.private.suggestion import Suggestion
from store.queries.histories import known
from store.queries.signals import backgrounds

OPEN = ("waiting", "later")
# Addresses that a sure question would note as somebody's: its answer is in the same pile.
SURELY = text("""
select substr(k.key, 3) from suggestion_key k join suggestion s on s.id = k.suggestion_id
where k.owner_id = :owner and k.key = any(:noting) and s.kind = 'merge' and s.state = 'waiting' and s.pile = 'sure'
""")


def judge(session: Session, owner_id: UUID, rows: Iterable[Suggestion], now: datetime) -> None:
    """Judge the notes among these suggestions of an owner that are open."""
    notes = [row for row in rows if row.kind == "interaction" and row.state in OPEN]
    session.flush()
    seen = {row.id: cast("InteractionFields", fields_as_seen(row)) for row in notes}
    people = _with_surely_known(session, owner_id, {one.address for fields in seen.values() for one in fields.people})
    against = backgrounds(session, owner_id, notes, now)
    for row in notes:
        verdict = sureness.of_interaction(seen[row.id], people, against[row.id])
        row.pile, row.doubt, row.why = verdict.pile, verdict.doubt, verdict.why
    session.flush()


def _with_surely_known(session: Session, owner_id: UUID, addresses: Collection[str]) -> Known:
    """What is known of these addresses; one that is surely somebody's further one is no stranger's."""
    found = known(session, owner_id, addresses)
    asked = {"owner": owner_id, "noting": [noting(address) for address in addresses]}
    return replace(found, contacts=found.contacts | frozenset(session.scalars(SURELY, asked)) - found.refused)
