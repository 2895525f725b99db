"""Publishing a note with a company's desk: the desk is a contact point of the company from then on."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from store.judgement.desks import desks_in
from store.judgement.drafts import InteractionFields
from store.models.private.suggestion import Suggestion
from store.models.shared.contact import ContactPoint
from store.review import findable
from store.review.origins import origins_of
from store.review.people import CompanyName, Said, publish_company
from store.review.shared import approve
from store.review.word import Word


def publish_desks(session: Session, word: Word, row: Suggestion, fields: InteractionFields) -> None:
    """Note each desk in a note, and the company whose it is where nobody noted that yet."""
    desks = desks_in(fields)
    if not desks:
        return
    said = Said(session, word, row, origins_of(session, row))
    for desk in desks:
        name = CompanyName(cast("str", desk.company), cast("str", desk.desk_of), read_as="people")
        company_id = publish_company(said, name)
        approve(session, word, "contact_point", _point(session, company_id, desk.address))
        findable.rewrite(session, [company_id])


def _point(session: Session, company_id: UUID, address: str) -> UUID:
    values = {"company_id": company_id, "kind": "email", "value": address}
    session.execute(insert(ContactPoint).values(values).on_conflict_do_nothing())
    of_companies = (ContactPoint.company_id.is_not(None), ContactPoint.kind == "email", ContactPoint.value == address)
    return session.scalars(select(ContactPoint.id).where(*of_companies)).one()
