"""Publishing a contact: the person, how to reach them, and the company their address belongs to."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from store.fields import fields_as_seen
from store.judgement.drafts import ContactFields
from store.models.private.suggestion import Suggestion
from store.models.shared.contact import Company, CompanyDomain, Contact, ContactPoint, Employment
from store.review import changes
from store.review.shared import Place, Word, approve, say, show_last_word


def publish_contact(session: Session, word: Word, row: Suggestion, fields: ContactFields) -> None:
    """Join the person whom the address belongs to, or note a new one; the same for the company."""
    contact_id = _contact_at(session, fields.address)
    if contact_id is None:
        contact_id = session.scalars(insert(Contact).values(name=fields.name).returning(Contact.id)).one()
        point = {"contact_id": contact_id, "kind": "email", "value": fields.address}
        session.execute(insert(ContactPoint).values(point))
    point_id = session.scalars(select(ContactPoint.id).where(ContactPoint.value == fields.address)).one()
    approve(session, word, "contact", contact_id)
    approve(session, word, "contact_point", point_id)
    _name(session, word, row, ("contact", contact_id, "name"), "name")
    if fields.company_name and fields.company_domain:
        company_id = _publish_company(session, word, row, fields)
        approve(session, word, "employment", _employ(session, contact_id, company_id))


def _contact_at(session: Session, address: str) -> UUID | None:
    asked = select(ContactPoint.contact_id).where(ContactPoint.kind == "email", ContactPoint.value == address)
    return session.scalar(asked)


def _publish_company(session: Session, word: Word, row: Suggestion, fields: ContactFields) -> UUID:
    name, domain = cast("str", fields.company_name), cast("str", fields.company_domain)
    company_id = session.scalar(select(CompanyDomain.company_id).where(CompanyDomain.domain == domain))
    if company_id is None:
        company_id = session.scalars(insert(Company).values(name=name).returning(Company.id)).one()
        session.execute(insert(CompanyDomain).values(domain=domain, company_id=company_id))
    approve(session, word, "company", company_id)
    approve(session, word, "company_domain", domain)
    _name(session, word, row, ("company", company_id, "name"), "company_name")
    return company_id


def _employ(session: Session, contact_id: UUID, company_id: UUID) -> UUID:
    values = {"contact_id": contact_id, "company_id": company_id}
    session.execute(upsert(Employment).values(values).on_conflict_do_nothing())
    asked = select(Employment.id).where(Employment.contact_id == contact_id, Employment.company_id == company_id)
    return session.scalars(asked).one()


def _name(session: Session, word: Word, row: Suggestion, place: Place, typed_as: str) -> None:
    """Give the name this approver's value, unless somebody else's stands there: then it is a suggestion."""
    name = cast("str", getattr(fields_as_seen(row), typed_as))
    typed = typed_as in row.typed
    if changes.said_otherwise(session, word, place, name):
        if typed or place[0] == "contact":
            changes.differ(session, word, row, place, name)
        return
    say(session, word, place, name, "typed" if typed else "read")
    show_last_word(session, place[0], place[1])
