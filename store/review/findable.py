"""Keys under which shared people and companies are found when somebody turns up who may be one of them."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import delete, insert, select, text
from sqlalchemy.orm import Session

from store.judgement.identity.profiles import Firm, Profile, firm_keys, person_keys
from store.models.shared.contact import Company, CompanyDomain, CompanyKey, Contact, ContactKey, ContactPoint

DOMAINS = text("""
select d.domain from employment e join company_domain d on d.company_id = e.company_id where e.contact_id = :contact
""")


def rewrite(session: Session, rows: Collection[UUID]) -> None:
    """Make the keys of these contacts and companies say what the rows say; those that are gone have none."""
    session.execute(delete(ContactKey).where(ContactKey.contact_id.in_(rows)))
    session.execute(delete(CompanyKey).where(CompanyKey.company_id.in_(rows)))
    contacts = session.scalars(select(Contact).where(Contact.id.in_(rows)).execution_options(populate_existing=True))
    people = [{"contact_id": each.id, "key": key} for each in contacts for key in _keys_of(session, each)]
    firms = session.scalars(select(Company).where(Company.id.in_(rows)).execution_options(populate_existing=True))
    companies = [{"company_id": each.id, "key": key} for each in firms for key in _firm_keys_of(session, each)]
    if people:
        session.execute(insert(ContactKey), people)
    if companies:
        session.execute(insert(CompanyKey), companies)


def _keys_of(session: Session, contact: Contact) -> list[str]:
    addresses = session.scalars(select(ContactPoint.value).where(ContactPoint.contact_id == contact.id)).all()
    domains = session.scalars(DOMAINS, {"contact": contact.id}).all()
    phones = frozenset(filter(None, (contact.phone, contact.mobile)))
    return sorted(person_keys(Profile((contact.name,), tuple(addresses), tuple(domains), phones)))


def _firm_keys_of(session: Session, company: Company) -> list[str]:
    domains = session.scalars(select(CompanyDomain.domain).where(CompanyDomain.company_id == company.id)).all()
    return sorted(firm_keys(Firm(company.id, company.name, tuple(domains))))
