"""Approved people and companies, as every colleague may read them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ScalarSelect, Select, SQLColumnExpression, func, or_, select, tuple_
from sqlalchemy.orm import Session, aliased

from store.models.shared.contact import Company, CompanyDomain, Contact, ContactPoint, Employment
from store.models.shared.interaction import Interaction, InteractionParticipant

SHOWN = 100


@dataclass(frozen=True, slots=True)
class Person:
    """A contact, with the company they work for and when we last had to do with them."""

    id: UUID
    name: str
    addresses: tuple[str, ...]
    company_id: UUID | None
    company: str | None
    last_day: date | None


@dataclass(frozen=True, slots=True)
class Firm:
    """A company with its domains, and the shared addresses at which somebody there answers."""

    id: UUID
    name: str
    domains: tuple[str, ...]
    people: int
    last_day: date | None
    addresses: tuple[str, ...] = ()


def ids_by_name(session: Session, table: type[Contact | Company], after: UUID | None) -> tuple[list[UUID], bool]:
    """The next page of a list by name, and whether more follow; ``after`` is the last row of the page before."""
    place = (func.folded(table.name), table.id)
    asked = select(table.id).where(table.merged_into.is_(None)).order_by(*place).limit(SHOWN + 1)
    if after:
        asked = asked.where(tuple_(*place) > select(*place).where(table.id == after).scalar_subquery())
    found = session.scalars(asked).all()
    return list(found[:SHOWN]), len(found) > SHOWN


def people(
    session: Session,
    contact_id: UUID | None = None,
    company_id: UUID | None = None,
    ids: Collection[UUID] | None = None,
) -> list[Person]:
    """Contacts by name, each with everything that is one with it."""
    member, employer = aliased(Contact), aliased(Company)
    points = addresses_of(Contact.id)
    last = (
        select(func.max(Interaction.day))
        .join(InteractionParticipant, InteractionParticipant.interaction_id == Interaction.id)
        .where(InteractionParticipant.address.in_(points), Interaction.kind != "note")
        .scalar_subquery()
    )
    addresses = select(func.array_agg(ContactPoint.value)).where(ContactPoint.value.in_(points)).scalar_subquery()
    asked = (
        select(Contact.id, Contact.name, addresses, Company.id, Company.name, last)
        .outerjoin(member, or_(member.id == Contact.id, member.merged_into == Contact.id))
        .outerjoin(Employment, Employment.contact_id == member.id)
        .outerjoin(employer, employer.id == Employment.company_id)
        .outerjoin(Company, Company.id == func.coalesce(employer.merged_into, employer.id))
        .where(Contact.merged_into.is_(None))
        .order_by(func.folded(Contact.name), Contact.id, *CURRENT_FIRST)
    )
    if ids is not None:
        asked = asked.where(Contact.id.in_(ids))
    if contact_id:
        asked = asked.where(Contact.id == _standing(Contact, contact_id))
    if company_id:
        asked = asked.where(Company.id == company_id, Contact.id.in_(session.scalars(_staff_of(company_id)).all()))
    found: dict[UUID, Person] = {}
    for id_, name, of_it, firm_id, firm, day in session.execute(asked):
        found.setdefault(id_, Person(id_, name, tuple(sorted(of_it or ())), firm_id, firm, day))
    return list(found.values())


def companies(
    session: Session,
    company_id: UUID | None = None,
    ids: Collection[UUID] | None = None,
    domains: Collection[str] | None = None,
) -> list[Firm]:
    """Companies by name, each with everything that is one with it."""
    own = domains_of(Company.id)
    listed = select(func.array_agg(CompanyDomain.domain)).where(CompanyDomain.domain.in_(own)).scalar_subquery()
    rows = select(_MEMBER.id).where(or_(_MEMBER.id == Company.id, _MEMBER.merged_into == Company.id)).correlate(Company)
    staff = (
        select(func.count(func.coalesce(Contact.merged_into, Contact.id).distinct()))
        .join(Employment, Employment.contact_id == Contact.id)
        .where(Employment.company_id.in_(rows))
        .scalar_subquery()
    )
    last = (
        select(func.max(Interaction.day))
        .join(InteractionParticipant, InteractionParticipant.interaction_id == Interaction.id)
        .where(InteractionParticipant.domain.in_(own), ~InteractionParticipant.ours, Interaction.kind != "note")
        .scalar_subquery()
    )
    desks = select(func.array_agg(ContactPoint.value)).where(ContactPoint.company_id.in_(rows)).scalar_subquery()
    asked = select(Company.id, Company.name, listed, staff, last, desks).where(Company.merged_into.is_(None))
    if company_id:
        asked = asked.where(Company.id == _standing(Company, company_id))
    if ids is not None:
        asked = asked.where(Company.id.in_(ids))
    if domains is not None:
        firm = select(func.coalesce(_MEMBER.merged_into, _MEMBER.id))
        with_one = firm.join(CompanyDomain, CompanyDomain.company_id == _MEMBER.id)
        asked = asked.where(Company.id.in_(with_one.where(CompanyDomain.domain.in_(domains))))
    return [
        Firm(id_, name, tuple(sorted(of or ())), count, day, tuple(sorted(shared or ())))
        for id_, name, of, count, day, shared in session.execute(asked.order_by(func.folded(Company.name), Company.id))
    ]


def _staff_of(company_id: UUID) -> Select[UUID]:
    """The contacts who work or worked for a company: by index, whereas the join alone goes through all contacts."""
    member, row = aliased(Contact), aliased(Company)
    one = or_(row.id == company_id, row.merged_into == company_id)
    asked = select(func.coalesce(member.merged_into, member.id)).join(Employment, Employment.contact_id == member.id)
    return asked.join(row, row.id == Employment.company_id).where(one)


def members(session: Session, table: type[Contact | Company], row_id: UUID) -> list[UUID]:
    """The rows that are one with the row that stands for them, itself among them."""
    return list(session.scalars(select(table.id).where(or_(table.id == row_id, table.merged_into == row_id))))


# The post that somebody holds comes before those that ended, the newest first.
CURRENT_FIRST = (Employment.until.desc().nulls_first(), Employment.since.desc().nulls_last(), Employment.id)
_MEMBER = aliased(Company)


def _standing(table: type[Contact | Company], row_id: UUID) -> ScalarSelect[UUID]:
    """The row that stands for this one."""
    member = aliased(table)
    return select(func.coalesce(member.merged_into, member.id)).where(member.id == row_id).scalar_subquery()


def addresses_of(contact_id: SQLColumnExpression[UUID] | UUID) -> Select[str]:
    """The addresses of a contact and of all that are one with it."""
    member = aliased(Contact)
    theirs = or_(member.id == contact_id, member.merged_into == contact_id)
    return (
        select(ContactPoint.value).join(member, member.id == ContactPoint.contact_id).where(theirs).correlate(Contact)
    )


def domains_of(company_id: SQLColumnExpression[UUID] | UUID) -> Select[str]:
    """The domains of a company and of all that are one with it."""
    member = aliased(Company)
    theirs = or_(member.id == company_id, member.merged_into == company_id)
    return (
        select(CompanyDomain.domain)
        .join(member, member.id == CompanyDomain.company_id)
        .where(theirs)
        .correlate(Company)
    )
