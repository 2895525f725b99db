"""What its owner settled and nobody else sees: kept private for good, or approved and still held.

A note or person that a colleague shared stands in for one's own private record of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import Session

from store.fields import fields_as_seen
from store.judgement.drafts import ContactFields, InteractionFields
from store.models.private.suggestion import Suggestion, SuggestionSource
from store.models.shared.contact import ContactPoint
from store.models.shared.interaction import InteractionSource
from store.queries.directory import SHOWN, Narrowed, addresses_of, domains_of

_TO_ITS_OWNER_ALONE = ("private", "approved")


@dataclass(frozen=True, slots=True)
class OwnNote:
    """A settled note. ``share_at`` is when colleagues will see it; None for one that is kept private."""

    id: UUID
    version: str
    fields: InteractionFields
    is_addition: bool
    day: date
    share_at: datetime | None


@dataclass(frozen=True, slots=True)
class OwnPerson:
    """A settled person. ``share_at`` is when colleagues will see them; None for one who is kept private."""

    id: UUID
    version: str
    fields: ContactFields
    share_at: datetime | None


def notes(session: Session, owner_id: UUID, narrowed: Narrowed) -> list[OwnNote]:
    """An owner's settled notes that nobody else sees, newest first."""
    shared = (
        exists()
        .where(SuggestionSource.suggestion_id == Suggestion.id)
        .where(InteractionSource.exchange_key == SuggestionSource.exchange_key)
    )
    asked = _settled(owner_id, "interaction").where(~shared | (Suggestion.state == "approved"))
    rows = session.scalars(asked.order_by(Suggestion.happened_at.desc(), Suggestion.id).limit(SHOWN)).all()
    whom = _whom(session, narrowed)
    return [found for found in _notes(rows) if whom is None or _is_with(found.fields, whom)]


def people(session: Session, owner_id: UUID) -> list[OwnPerson]:
    """People whom an owner settled and nobody else sees, by name."""
    found = []
    known = set(session.scalars(select(ContactPoint.value)))
    for row in session.scalars(_settled(owner_id, "contact").order_by(Suggestion.id).limit(SHOWN)):
        fields = fields_as_seen(row)
        if isinstance(fields, ContactFields) and fields.address not in known:
            found.append(OwnPerson(row.id, row.version, fields, row.share_at))
    return sorted(found, key=lambda one: (one.fields.name, one.fields.address))


def _settled(owner_id: UUID, kind: str) -> Select[Suggestion]:
    return select(Suggestion).where(
        Suggestion.owner_id == owner_id, Suggestion.kind == kind, Suggestion.state.in_(_TO_ITS_OWNER_ALONE)
    )


def _notes(rows: Collection[Suggestion]) -> Iterator[OwnNote]:
    for row in rows:
        fields = fields_as_seen(row)
        if isinstance(fields, InteractionFields):
            yield OwnNote(row.id, row.version, fields, row.adds_to is not None, row.day, row.share_at)


def _whom(session: Session, narrowed: Narrowed) -> frozenset[str] | None:
    """Addresses and domains of those a page is about; None when it is about everybody."""
    if narrowed.contact_id:
        return frozenset(session.scalars(addresses_of(narrowed.contact_id)))
    if narrowed.company_id:
        return frozenset(session.scalars(domains_of(narrowed.company_id)))
    return None


def _is_with(fields: InteractionFields, whom: frozenset[str]) -> bool:
    return any(one.address in whom or one.address.rpartition("@")[2] in whom for one in fields.people)
