"""Who is not the one they were taken for is somebody new, and that is asked at once."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session

from store.fields import fields_as_seen, stored, version_as_seen
from store.judgement import sureness
from store.judgement.parties import ContactFields, MergeFields
from store.judgement.people import contact_key, keys_of
from store.models.private.suggestion import Suggestion
from store.review.changes import copy_evidence
from store.review.submit import OPEN, find_by


def ask(session: Session, owner_id: UUID, suggestion_ids: Sequence[UUID]) -> None:
    """Suggest everybody as a new person whom the owner called somebody else, and whom nobody asked about before."""
    for row, person in _apart(session, owner_id, suggestion_ids):
        if row.state == "refused" and session.scalar(_asked(owner_id, person)) is None:
            _suggest(session, row, person)


def take_back(session: Session, owner_id: UUID, suggestion_ids: Sequence[UUID]) -> None:
    """Withdraw these again while they are open: who may be the known one is no newcomer."""
    for row, person in _apart(session, owner_id, suggestion_ids):
        if row.state in OPEN:
            ids = _asked(owner_id, person).where(Suggestion.state.in_(OPEN))
            session.execute(delete(Suggestion).where(Suggestion.id.in_(session.scalars(ids).all())))


def _apart(session: Session, owner_id: UUID, suggestion_ids: Sequence[UUID]) -> list[tuple[Suggestion, ContactFields]]:
    asked = select(Suggestion).where(
        Suggestion.owner_id == owner_id, Suggestion.id.in_(suggestion_ids), Suggestion.kind == "merge"
    )
    rows = [(row, fields_as_seen(row)) for row in session.scalars(asked.execution_options(populate_existing=True))]
    return [(row, fields.person) for row, fields in rows if isinstance(fields, MergeFields) and fields.person]


def _asked(owner_id: UUID, person: ContactFields) -> Select[UUID]:
    key = contact_key(person.address)
    return select(Suggestion.id).where(Suggestion.owner_id == owner_id, Suggestion.key == key)


def _suggest(session: Session, row: Suggestion, person: ContactFields) -> None:
    verdict = sureness.of_contact(person)
    suggestion = Suggestion(
        owner_id=row.owner_id,
        kind="contact",
        key=contact_key(person.address),
        addition=0,
        state="waiting",
        pile=verdict.pile,
        doubt=verdict.doubt,
        why=verdict.why,
        fields=stored(person),
        typed={},
        version=version_as_seen(stored(person), {}, []),
        happened_at=row.happened_at,
        day=row.day,
    )
    session.add(suggestion)
    session.flush()
    copy_evidence(session, row, suggestion)
    find_by(session, suggestion, keys_of(person))
