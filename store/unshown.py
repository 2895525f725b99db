"""A rep's own lines on the map of relationships: shown, or not shown to anybody else.

Notes stay shared: what is left out is the line, its word and its reason. The row is read by all, so that the line is
left out for all; only its rep writes it.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from store.errors import NotFound
from store.models.shared.contact import Contact
from store.models.shared.said_to_all import UnshownTie


def hide(session: Session, user_id: UUID, contact_id: UUID) -> None:
    """Show nobody else how one knows this contact.

    Raises:
        NotFound: there is no such contact.
    """
    if session.get(Contact, contact_id) is None:
        raise NotFound("There is no such person.")
    session.execute(insert(UnshownTie).values(user_id=user_id, contact_id=contact_id).on_conflict_do_nothing())


def show(session: Session, user_id: UUID, contact_id: UUID) -> None:
    """Show it again, for all the rows that are one with the contact."""
    rows = select(Contact.id).where((Contact.id == contact_id) | (Contact.merged_into == contact_id))
    session.execute(delete(UnshownTie).where(UnshownTie.user_id == user_id, UnshownTie.contact_id.in_(rows)))
