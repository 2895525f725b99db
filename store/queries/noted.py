"""What is noted of contacts, field by field with whose word it is, and the companies that may be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from store.judgement.changes import Noted, NotedPerson
from store.judgement.firms import Neighbours
from store.judgement.identity.book import pair_keys
from store.judgement.identity.profiles import Firm, about, firm_keys
from store.recording import Owner

CONTACTS = text("""
select p.value address, coalesce(c.merged_into, c.id) root, r.name from contact_point p
join contact c on c.id = p.contact_id join contact r on r.id = coalesce(c.merged_into, c.id)
where p.kind = 'email' and p.value = any(:addresses)
""")
FIELDS = text("""
select distinct on (coalesce(c.merged_into, c.id), f.field) coalesce(c.merged_into, c.id) root,
       f.field, f.value, f.origin = 'typed' typed, coalesce(f.read_on, f.said_at::date) said_on
from contact c join field_value f on f.entity = 'contact' and f.row_id = c.id
where c.id = any(:rows) or c.merged_into = any(:rows)
order by coalesce(c.merged_into, c.id), f.field, (f.origin = 'typed') desc,
         case when f.origin = 'typed' then f.said_at end desc, case when f.origin = 'typed' then f.id end desc,
         f.said_at, f.id
""")
POSTS = text("""
select coalesce(c.merged_into, c.id) root, e.id, o.name from contact c
join employment e on e.contact_id = c.id join company o on o.id = e.company_id
where (c.id = any(:rows) or c.merged_into = any(:rows)) and e.until is null order by e.id
""")
NEAR = text("""
select distinct coalesce(c.merged_into, c.id) root from company_key k join company c on c.id = k.company_id
where k.key = any(:keys)
union
select distinct coalesce(o.merged_into, o.id) from company mine
join employment e on e.company_id = mine.id join contact c on c.id = e.contact_id
join contact d on coalesce(c.merged_into, c.id) in (d.id, d.merged_into)
join employment f on f.contact_id = d.id join company o on o.id = f.company_id
where :company in (mine.id, mine.merged_into)
""")
FIRMS = text("""
select r.id, r.name, array(select d.domain from company c join company_domain d on d.company_id = c.id
                           where c.id = r.id or c.merged_into = r.id order by d.domain) domains
from company r where r.id = any(:rows) and r.merged_into is null order by r.id
""")
COMPANY_OF = text("""
select coalesce(c.merged_into, c.id) from company_domain d join company c on c.id = d.company_id
where d.domain = any(:domains)
""")
SPAN = text("""
select min(m.sent_at), max(m.sent_at) from participation p join message m on m.id = p.message_id
where p.owner_id = :owner and p.company_domain = any(:domains) and p.role = 'from'
""")
AT_BOTH = text("""
select distinct coalesce(a.merged_into, a.id) root, a.name, coalesce(o.merged_into, o.id) other
from company mine join employment e on e.company_id = mine.id join contact a on a.id = e.contact_id
join contact b on coalesce(a.merged_into, a.id) in (b.id, b.merged_into)
join employment f on f.contact_id = b.id join company o on o.id = f.company_id
where :company in (mine.id, mine.merged_into) and coalesce(o.merged_into, o.id) <> :company
order by a.name
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
    return {row.address: NotedPerson(row.root, row.name, fields[row.root], tuple(posts[row.root])) for row in found}


def neighbours(session: Session, owner: Owner, domains: Collection[str]) -> Iterator[Neighbours]:
    """Each shared company of these domains that may be another one as well."""
    for company_id in sorted(set(session.scalars(COMPANY_OF, {"domains": sorted(domains)}))):
        (firm,) = _firms(session, owner, [company_id])
        keys = {"keys": sorted(firm_keys(firm)), "company": company_id}
        near = [row for row in session.scalars(NEAR, keys) if row != company_id]
        if near:
            others = tuple(_firms(session, owner, near))
            both = _at_both(session, company_id, others)
            yield Neighbours(firm, others, both, frozenset(_apart(session, owner.user_id, (firm, *others))))


def _firms(session: Session, owner: Owner, rows: Sequence[UUID]) -> Iterator[Firm]:
    for id_, name, domains in session.execute(FIRMS, {"rows": list(rows)}).all():
        first, last = session.execute(SPAN, {"owner": owner.user_id, "domains": domains}).one()
        yield Firm(id_, name, tuple(domains), _day(owner, first), _day(owner, last))


def _day(owner: Owner, at: datetime | None) -> date | None:
    return None if at is None else owner.day_of(at)


def _at_both(session: Session, company_id: UUID, others: Sequence[Firm]) -> Mapping[Firm, tuple[str, ...]]:
    names: dict[UUID, dict[UUID, str]] = defaultdict(dict)
    for root, name, other in session.execute(AT_BOTH, {"company": company_id}):
        names[other][root] = name
    return {firm: tuple(names[firm.company_id].values()) for firm in others}


def _apart(session: Session, owner_id: UUID, firms: Sequence[Firm]) -> set[str]:
    domains = [domain for firm in firms for domain in firm.domains]
    keys = set(session.scalars(APART, {"owner": owner_id, "about": [about(domain) for domain in domains]}))
    of = {firm.company_id: firm.domains for firm in firms}
    for one, other, same in session.execute(PARTED, {"rows": sorted(of)}):
        if not same:
            keys |= pair_keys(of.get(one, ()), of.get(other, ()))
    return keys
