"""Whoever a person refuses takes along the waiting notes with nobody else outside: one decision, one undo.

So does the desk of a company that nobody noted, once a note with it is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from store.fields import fields_as_seen
from store.judgement.desks import desks_in
from store.judgement.drafts import Doubt, Fields
from store.judgement.policy import outsiders
from store.models.private.suggestion import Suggestion
from store.queries.histories import known
from store.review.rejudge import notes_naming
from store.review.settle import Operation, Ruling, Settled


def leave_out_with(operation: Operation, suggestion_ids: Sequence[UUID]) -> tuple[Settled, ...]:
    """Leave out the waiting notes all of whose people outside the company are refused, one of them by these decisions.

    A mail or meeting that comes later with them alone is worth no note (store.judgement.worth).
    """
    asked = select(Suggestion).where(
        Suggestion.id.in_(suggestion_ids),
        (Suggestion.kind == "contact") | (Suggestion.doubt == Doubt.NEW_COMPANY),
        Suggestion.state == "refused",
    )
    addresses = [address for row in operation.session.scalars(asked) for address in _newcomers(fields_as_seen(row))]
    waiting = [row for row in notes_naming(operation.session, operation.approver.user_id, addresses) if not row.typed]
    return operation.rule([Ruling(row.id, row.version, "refuse") for row in _with_nobody_else(operation, waiting)])


def _newcomers(fields: Fields) -> tuple[str, ...]:
    """Who is refused: the person, or the desks of a company that nobody noted."""
    desks = tuple(desk.address for desk in desks_in(fields))
    return desks or outsiders(fields)


def _with_nobody_else(operation: Operation, notes: Sequence[Suggestion]) -> list[Suggestion]:
    others = {note.id: outsiders(fields_as_seen(note)) for note in notes}
    everybody = {address for group in others.values() for address in group}
    refused = known(operation.session, operation.approver.user_id, everybody).refused
    return [note for note in notes if refused.issuperset(others[note.id])]
