"""Publishing a contact: the person, how to reach them, and the company their address belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, cast
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from store.judgement.parties import ContactFields
from store.models.private.suggestion import Suggestion
from store.models.shared.contact import Company, CompanyDomain, Contact, ContactPoint, Employment
from store.review import changes, findable
from store.review.origins import origins_of
from store.review.shared import Place, approve, say, show_last_word
from store.review.word import Origins, Word

SAID_OF_A_PERSON: Final = ("name", "title", "phone", "mobile", "location")


def publish_contact(session: Session, word: Word, row: Suggestion, fields: ContactFields) -> UUID:
    """Join the person whom the address belongs to, or note a new one; the same for the company. The contact's id."""
    contact_id = contact_at(session, fields.address)
    if contact_id is None:
        contact_id = session.scalars(insert(Contact).values(name=fields.name).returning(Contact.id)).one()
        point = {"contact_id": contact_id, "kind": "email", "value": fields.address}
        session.execute(insert(ContactPoint).values(point))
    of_contacts = (ContactPoint.contact_id == contact_id, ContactPoint.value == fields.address)
    point_id = session.scalars(select(ContactPoint.id).where(*of_contacts)).one()
    approve(session, word, "contact", contact_id)
    approve(session, word, "contact_point", point_id)
    said = Said(session, word, row, origins_of(session, row))
    for field in SAID_OF_A_PERSON:
        said.of(("contact", contact_id, field), field, cast("str | None", getattr(fields, field)))
    show_last_word(session, "contact", contact_id)
    if fields.company_name and fields.company_domain:
        company_id = publish_company(said, CompanyName(fields.company_name, fields.company_domain))
        approve(session, word, "employment", _employ(session, contact_id, company_id))
        findable.rewrite(session, [company_id])
    findable.rewrite(session, [contact_id])
    return contact_id


def contact_at(session: Session, address: str) -> UUID | None:
    """The contact whom an address belongs to."""
    of_contacts = (ContactPoint.contact_id.is_not(None), ContactPoint.kind == "email", ContactPoint.value == address)
    return session.scalar(select(ContactPoint.contact_id).where(*of_contacts))


@dataclass(frozen=True, slots=True)
class CompanyName:
    """What a company is called and its domain; ``read_as`` is the field whose evidence shows the name."""

    name: str
    domain: str
    read_as: str = "company_name"


def publish_company(said: Said, called: CompanyName) -> UUID:
    """Join the company whose domain it is, or note a new one. The company's id."""
    session, word, name, domain = said.session, said.word, called.name, called.domain
    company_id = session.scalar(select(CompanyDomain.company_id).where(CompanyDomain.domain == domain))
    if company_id is None:
        company_id = session.scalars(insert(Company).values(name=name).returning(Company.id)).one()
        session.execute(insert(CompanyDomain).values(domain=domain, company_id=company_id))
    approve(session, word, "company", company_id)
    approve(session, word, "company_domain", domain)
    said.of(("company", company_id, "name"), called.read_as, name)
    show_last_word(session, "company", company_id)
    return company_id


def _employ(session: Session, contact_id: UUID, company_id: UUID) -> UUID:
    values = {"contact_id": contact_id, "company_id": company_id}
    session.execute(upsert(Employment).values(values).on_conflict_do_nothing())
    asked = select(Employment.id).where(Employment.contact_id == contact_id, Employment.company_id == company_id)
    return session.scalars(asked).one()


@dataclass(frozen=True, slots=True)
class Said:
    """What one approved suggestion says of shared fields."""

    session: Session
    word: Word
    row: Suggestion
    origins: Mapping[str, Origins]

    def of(self, place: Place, field: str, value: str | None) -> None:
        """Give a field this approver's value, unless somebody else's stands there: then it is a suggestion."""
        if value is None:
            return
        typed = field in self.row.typed
        if changes.said_otherwise(self.session, self.word, place, value):
            if typed or place[0] == "contact":
                changes.differ(self.session, self.word, self.row, place, value)
            return
        origins = Origins() if typed else self.origins.get(field, Origins())
        say(self.session, replace(self.word, origins=origins), place, value, "typed" if typed else "read")
