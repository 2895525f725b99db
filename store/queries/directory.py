"""Approved people and companies, as every colleague may read them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    Select,
    SQLColumnExpression,
    Uuid,
    bindparam,
    func,
    or_,
    select,
    text,
)
from sqlalchemy.orm import Session, aliased

from store.models.shared.contact import Company, CompanyDomain, Contact, ContactPoint
from store.rows import among

SHOWN = 100  # notes of a page
LISTED = 50  # people or companies

NAME = "select sort_name from {table} where id = :id"
AFTER = "and (sort_name, id) > (:name, :id)"
NEXT = "select id from {table} where merged_into is null {after} order by sort_name, id limit :most"
# One with a row is what points to it. Beginning with few rows both go from index to index; a join by "or" does not. The
# newest note is the first of an index, too.
THESE = "select distinct coalesce(c.merged_into, c.id) as id from contact c where c.id = any(:rows)"
STAFF = """
select distinct coalesce(c.merged_into, c.id) as id from (
    select id from company where id = :company union all select id from company where merged_into = :company
) r join employment e on e.company_id = r.id join contact c on c.id = e.contact_id
"""
PEOPLE = """
with asked as materialized ({asked}), member as materialized (
    select a.id, a.id as root from asked a
    union all select c.id, c.merged_into from asked a join contact c on c.merged_into = a.id
), point as materialized (
    select m.root, p.value from member m join contact_point p on p.contact_id = m.id
), named as (
    select root, array_agg(distinct value order by value) as addresses from point group by root
), last as (
    select p.root, max(n.day) as day from point p cross join lateral (
        select i.day from interaction_participant t join interaction i on i.id = t.interaction_id
        where t.address = p.value and i.kind <> 'note' order by t.starts_at desc limit 1) n group by p.root
), post as (
    select distinct on (m.root) m.root, f.id, f.name from member m join employment e on e.contact_id = m.id
    join company r on r.id = e.company_id join company f on f.id = coalesce(r.merged_into, r.id)
    where cast(:company as uuid) is null or f.id = :company
    order by m.root, e.until desc nulls first, e.since desc nulls last, e.id
)
select c.id, c.name, n.addresses, p.id, p.name, l.day
from asked a join contact c on c.id = a.id
left join named n on n.root = c.id left join post p on p.root = c.id left join last l on l.root = c.id
where cast(:company as uuid) is null or p.id is not null
order by c.sort_name, c.id
"""
OF_PEOPLE = text(PEOPLE.format(asked=THESE)).bindparams(
    bindparam("rows", type_=ARRAY(Uuid)), bindparam("company", type_=Uuid)
)
OF_STAFF = text(PEOPLE.format(asked=STAFF)).bindparams(bindparam("company", type_=Uuid))
FIRMS = text("""
with asked as materialized (
    select distinct coalesce(c.merged_into, c.id) as id from company c where c.id = any(:rows)
), member as materialized (
    select a.id, a.id as root from asked a
    union all select c.id, c.merged_into from asked a join company c on c.merged_into = a.id
), at as materialized (
    select m.root, d.domain from member m join company_domain d on d.company_id = m.id
), named as (
    select root, array_agg(domain order by domain) as domains from at group by root
), staff as (
    select m.root, count(distinct coalesce(c.merged_into, c.id)) as people
    from member m join employment e on e.company_id = m.id join contact c on c.id = e.contact_id group by m.root
), last as (
    select at.root, max(n.day) as day from at cross join lateral (
        select i.day from interaction_participant t join interaction i on i.id = t.interaction_id
        where t.domain = at.domain and not t.ours and i.kind <> 'note' order by t.starts_at desc limit 1) n
    group by at.root
), desk as (
    select m.root, array_agg(p.value order by p.value) as addresses
    from member m join contact_point p on p.company_id = m.id group by m.root
)
select c.id, c.name, n.domains, s.people, l.day, d.addresses
from asked a join company c on c.id = a.id
left join named n on n.root = c.id left join staff s on s.root = c.id left join last l on l.root = c.id
left join desk d on d.root = c.id order by c.sort_name, c.id
""").bindparams(bindparam("rows", type_=ARRAY(Uuid)))


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
    asked: dict[str, object] = {"most": LISTED + 1}
    name = table.__tablename__
    if after:
        asked |= {"id": after, "name": session.scalar(text(NAME.format(table=name)), {"id": after})}
    found = session.scalars(text(NEXT.format(table=name, after=AFTER if after else "")), asked).all()
    return list(found[:LISTED]), len(found) > LISTED


def people(
    session: Session,
    contact_id: UUID | None = None,
    company_id: UUID | None = None,
    ids: Collection[UUID] | None = None,
) -> list[Person]:
    """Contacts by name, each with everything that is one with it."""
    if company_id:
        found = session.execute(OF_STAFF, {"company": company_id})
    else:
        rows = [contact_id] if contact_id else session.scalars(select(Contact.id)).all() if ids is None else list(ids)
        found = session.execute(OF_PEOPLE, {"rows": rows, "company": None})
    return [Person(id_, name, tuple(of_it or ()), firm_id, firm, day) for id_, name, of_it, firm_id, firm, day in found]


def companies(
    session: Session,
    company_id: UUID | None = None,
    ids: Collection[UUID] | None = None,
    domains: Collection[str] | None = None,
) -> list[Firm]:
    """Companies by name, each with everything that is one with it."""
    if company_id:
        rows = [company_id]
    elif ids is not None:
        rows = list(ids)
    elif domains is not None:
        rows = list(session.scalars(select(CompanyDomain.company_id).where(among(CompanyDomain.domain, domains))))
    else:
        rows = list(session.scalars(select(Company.id)))
    found = session.execute(FIRMS, {"rows": rows}) if rows else ()
    return [
        Firm(id_, name, tuple(of or ()), count or 0, day, tuple(shared or ()))
        for id_, name, of, count, day, shared in found
    ]


def members(session: Session, table: type[Contact | Company], row_id: UUID) -> list[UUID]:
    """The rows that are one with the row that stands for them, itself among them."""
    return list(session.scalars(select(table.id).where(or_(table.id == row_id, table.merged_into == row_id))))


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


def named(session: Session, names: Collection[str]) -> dict[str, list[UUID]]:
    """The companies that are called so, whatever the case; several where several are."""
    folded = {name: func.folded(name) for name in names}
    found: dict[str, list[UUID]] = {}
    for name, said in folded.items():
        asked = select(Company.id).where(func.folded(Company.name) == said, Company.merged_into.is_(None))
        found[name] = list(session.scalars(asked.order_by(Company.id).limit(SHOWN)))
    return found
