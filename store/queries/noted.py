"""What is noted of contacts, field by field with whose word it is, and the companies that may be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from store.judgement.changes import Noted, NotedPerson
from store.judgement.firms import Neighbours
from store.judgement.identity.book import pair_keys
from store.judgement.identity.profiles import Firm, about, firm_keys
from store.recording import Owner

# Arrays make the planner take the indexes, here and below: it expects many more rows of a join than a key has.
CONTACTS = text("""
with point as (
    select p.value address, p.contact_id from contact_point p where p.kind = 'email' and p.value = any(:addresses)
), mine as (
    select c.id, coalesce(c.merged_into, c.id) root from contact c
    where c.id = any(array(select contact_id from point))
)
select p.address, m.root, r.name from point p join mine m on m.id = p.contact_id join contact r on r.id = m.root
where r.id = any(array(select root from mine))
""")
# The names that were said of the very contact whose address it is, apart from those that it is one with.
NAMES = text("""
select p.value address, f.value said, coalesce(f.read_on, f.said_at::date) said_on
from contact_point p join field_value f on f.row_id = p.contact_id
where p.kind = 'email' and p.value = any(:addresses) and f.entity = 'contact' and f.field = 'name'
order by p.value, f.said_at, f.id
""")
FIELDS = text("""
with row as (
    select c.id, coalesce(c.merged_into, c.id) root from contact c where c.id = any(:rows) or c.merged_into = any(:rows)
)
select distinct on (r.root, f.field) r.root, f.field, f.value, f.origin = 'typed' typed,
       coalesce(f.read_on, f.said_at::date) said_on
from row r join field_value f on f.row_id = r.id
where f.entity = 'contact' and f.row_id = any(array(select id from row))
order by r.root, f.field, (f.origin = 'typed') desc,
         case when f.origin = 'typed' then f.said_at end desc, case when f.origin = 'typed' then f.id end desc,
         f.said_at, f.id
""")
POSTS = text("""
with row as (
    select c.id, coalesce(c.merged_into, c.id) root from contact c where c.id = any(:rows) or c.merged_into = any(:rows)
)
select r.root, e.id, o.name from row r join employment e on e.contact_id = r.id join company o on o.id = e.company_id
where e.contact_id = any(array(select id from row)) and e.until is null order by e.id
""")
NAMESAKES = text("""
select k.key, coalesce(c.merged_into, c.id) other from company_key k join company c on c.id = k.company_id
where k.key = any(:keys)
""")
AT_BOTH = text("""
with mine as (
    select c.id, coalesce(c.merged_into, c.id) firm from company c
    where c.id = any(:companies) or c.merged_into = any(:companies)
), here as (
    select m.firm, coalesce(c.merged_into, c.id) person
    from mine m join employment e on e.company_id = m.id join contact c on c.id = e.contact_id
    where e.company_id = any(array(select id from mine))
), same as (
    select c.id, coalesce(c.merged_into, c.id) person from contact c
    where c.id = any(array(select person from here)) or c.merged_into = any(array(select person from here))
), there as (
    select s.person, coalesce(o.merged_into, o.id) firm
    from same s join employment e on e.contact_id = s.id join company o on o.id = e.company_id
    where e.contact_id = any(array(select id from same))
)
select distinct h.firm, t.firm other, h.person, c.name
from here h join there t on t.person = h.person and t.firm <> h.firm join contact c on c.id = h.person
order by c.name
""")
FIRMS = text("""
with row as (
    select c.id, coalesce(c.merged_into, c.id) root from company c where c.id = any(:rows) or c.merged_into = any(:rows)
)
select o.id, o.name, array_agg(d.domain order by d.domain) domains
from row r join company_domain d on d.company_id = r.id join company o on o.id = r.root
where d.company_id = any(array(select id from row)) group by o.id order by o.id
""")
COMPANY_OF = text("""
select coalesce(c.merged_into, c.id) from company_domain d join company c on c.id = d.company_id
where d.domain = any(:domains)
""")
SPANS = text("""
select p.company_domain, min(m.sent_at), max(m.sent_at) from participation p join message m on m.id = p.message_id
where p.owner_id = :owner and p.company_domain = any(:domains) and p.role = 'from' group by p.company_domain
""")
APART = text("""
select s.key from suggestion_key k join suggestion s on s.id = k.suggestion_id
where k.owner_id = :owner and k.key = any(:about) and s.kind = 'merge' and s.state = 'refused'
""")
PARTED = text("""
select distinct on (one_id, other_id) one_id, other_id, same from identity_word
where entity = 'company' and (one_id = any(:rows) or other_id = any(:rows))
order by one_id, other_id, said_at desc, id desc
""")


def noted_people(session: Session, addresses: Collection[str]) -> dict[str, NotedPerson]:
    """The shared contact of each of these addresses that has one."""
    found = session.execute(CONTACTS, {"addresses": sorted(addresses)}).all()
    rows = sorted({row.root for row in found})
    fields: dict[UUID, dict[str, Noted]] = defaultdict(dict)
    for root, field, value, typed, said_on in session.execute(FIELDS, {"rows": rows}):
        fields[root][field] = Noted(value, typed, said_on)
    posts: dict[UUID, list[tuple[UUID, str]]] = defaultdict(list)
    for root, post_id, company in session.execute(POSTS, {"rows": rows}):
        posts[root].append((post_id, company))
    names: dict[str, list[Noted]] = defaultdict(list)
    for address, said, said_on in session.execute(NAMES, {"addresses": [row.address for row in found]}):
        names[address].append(Noted(said, typed=False, on=said_on))
    return {
        row.address: NotedPerson(
            row.root, row.name, fields[row.root], tuple(posts[row.root]), tuple(names[row.address])
        )
        for row in found
    }


def neighbours(session: Session, owner: Owner, domains: Collection[str]) -> Iterator[Neighbours]:
    """Each shared company of these domains that may be another one as well."""
    rows = sorted(set(session.scalars(COMPANY_OF, {"domains": sorted(domains)})))
    if not rows:
        return
    known = _firms(session, owner, rows)
    both = _at_both(session, rows)
    near = _near(session, known.values(), both)
    known |= _firms(session, owner, sorted(set().union(*near.values()) - known.keys()))
    apart = _apart(session, owner.user_id, known.values()) if near else frozenset()
    for row, others in near.items():
        firms = tuple(known[other] for other in others if other in known)
        names = {firm: tuple(both.get((row, firm.company_id), {}).values()) for firm in firms}
        yield Neighbours(known[row], firms, names, apart)


def _near(
    session: Session, firms: Iterable[Firm], both: Mapping[tuple[UUID, UUID], Mapping[UUID, str]]
) -> dict[UUID, list[UUID]]:
    """The companies that have a key with one of these or a person, for each of these that has such."""
    keys = {firm.company_id: firm_keys(firm) for firm in firms}
    called: dict[str, set[UUID]] = defaultdict(set)
    for key, other in session.execute(NAMESAKES, {"keys": sorted(frozenset().union(*keys.values()))}):
        called[key].add(other)
    near: dict[UUID, set[UUID]] = {row: set().union(*(called[key] for key in mine)) for row, mine in keys.items()}
    for row, other in both:
        near[row].add(other)
    return {row: found for row, others in near.items() if (found := sorted(others - {row}))}


def _firms(session: Session, owner: Owner, rows: Sequence[UUID]) -> dict[UUID, Firm]:
    found = session.execute(FIRMS, {"rows": list(rows)}).all() if rows else []
    domains = [domain for row in found for domain in row.domains]
    spans = session.execute(SPANS, {"owner": owner.user_id, "domains": domains}) if domains else ()
    wrote = {domain: (owner.day_of(first), owner.day_of(last)) for domain, first, last in spans}
    return {row.id: _firm(row.id, row.name, row.domains, wrote) for row in found}


def _firm(id_: UUID, name: str, domains: Sequence[str], wrote: Mapping[str, tuple[date, date]]) -> Firm:
    days = [wrote[domain] for domain in domains if domain in wrote]
    first, last = min((day for day, _ in days), default=None), max((day for _, day in days), default=None)
    return Firm(id_, name, tuple(domains), first, last)


def _at_both(session: Session, companies: Sequence[UUID]) -> dict[tuple[UUID, UUID], dict[UUID, str]]:
    """The names of the people of these companies who are at another one as well, by both."""
    names: dict[tuple[UUID, UUID], dict[UUID, str]] = defaultdict(dict)
    for firm, other, person, name in session.execute(AT_BOTH, {"companies": list(companies)}):
        names[firm, other][person] = name
    return names


def _apart(session: Session, owner_id: UUID, firms: Collection[Firm]) -> frozenset[str]:
    domains = sorted({domain for firm in firms for domain in firm.domains})
    keys = set(session.scalars(APART, {"owner": owner_id, "about": [about(domain) for domain in domains]}))
    of = {firm.company_id: firm.domains for firm in firms}
    for one, other, same in session.execute(PARTED, {"rows": sorted(of)}):
        if not same:
            keys |= pair_keys(of.get(one, ()), of.get(other, ()))
    return frozenset(keys)
