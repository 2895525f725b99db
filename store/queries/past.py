"""What was kept private unasked because it is from before, as groups by company and year that can be offered.

What might be private is in no group, nor is what belongs to no company: that stays with its owner.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from store.judgement.parties import CompanyFields

AT_ONCE = 200
PAST = """
with past as (
    select s.id, s.version, s.kind, s.happened_at, extract(year from s.day)::int as year, s.fields ->> 'kind' as how,
           coalesce((s.fields ->> 'mails')::int, 0) as mails,
           coalesce(s.fields ->> 'company_name', (
               select p ->> 'company' from jsonb_array_elements(s.fields -> 'people') with ordinality as each(p, place)
               where not (p ->> 'ours')::boolean and p ->> 'company' <> '' order by place limit 1
           )) as company
    from suggestion s
    where s.owner_id = :owner and s.state = 'private' and s.is_history and s.kind in ('contact', 'interaction')
      and s.doubt is distinct from 'might be private'
      and not exists (
          select from decision d where d.suggestion_id = s.id and d.verb = 'keep_private'
          and not exists (select from decision u where u.undoes = d.id)
      )
)
"""
GROUPS = text(
    PAST
    + """
select company, year, count(*) filter (where how = 'meeting') as meetings, sum(mails) as mails,
       count(*) filter (where kind = 'contact') as people, count(*) as notes,
       md5(string_agg(id::text || version, ' ' order by id)) as version
from past where company <> '' group by company, year order by year desc, company
"""
)
MEMBERS = text(
    PAST + "select id, version from past where company = :company and year = :year"  # noqa: S608 - nothing but text above
    " order by happened_at desc, id limit :at_once"
)


# The companies in them whose domain is known and that nobody here shared, under the name that is read most.
FIRMS = """
, named as (
    select company, coalesce(s.fields ->> 'company_domain', (
        select split_part(p ->> 'address', '@', 2)
        from jsonb_array_elements(s.fields -> 'people') with ordinality as each(p, place)
        where not (p ->> 'ours')::boolean and p ->> 'company' = past.company order by place limit 1
    )) as domain
    from past join suggestion s on s.id = past.id where company <> ''
)
select distinct on (domain) company as name, domain from named n
where domain <> '' and not exists (select from company_domain d where d.domain = n.domain)
group by company, domain order by domain, count(*) desc, company
"""
COMPANIES = text(PAST + FIRMS)


@dataclass(frozen=True, slots=True)
class Group:
    """What was noted of one company in one year.

    Attributes:
        notes: of all kinds.
        version: a digest of what is in it, which changes with it.
    """

    company: str
    year: int
    meetings: int
    mails: int
    people: int
    notes: int
    version: str


def groups(session: Session, owner_id: UUID) -> list[Group]:
    """All groups of an owner's that they did not decide, the newest years first."""
    return [Group(**row) for row in session.execute(GROUPS, {"owner": owner_id}).mappings()]


def members(session: Session, owner_id: UUID, company: str, year: int) -> Sequence[tuple[UUID, str]]:
    """The newest of a group, AT_ONCE at most, each with its version."""
    named = {"owner": owner_id, "company": company, "year": year, "at_once": AT_ONCE}
    return [(id_, version) for id_, version in session.execute(MEMBERS, named)]


def companies(session: Session, owner_id: UUID) -> list[CompanyFields]:
    """The companies in an owner's groups that are not shared."""
    return [CompanyFields(row.name, row.domain) for row in session.execute(COMPANIES, {"owner": owner_id})]
