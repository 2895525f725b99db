"""Known people who could be meant: shared contacts, and those whom the owner alone settled or is asked about.

Everything is found by key, so that a hundred thousand contacts cost no more than a hundred.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select, text
from sqlalchemy.orm import Session

from store.fields import fields_as_seen
from store.judgement.identity.book import Book, pair_keys
from store.judgement.identity.profiles import KnownPerson, Profile, about, asked_keys, name_keys
from store.judgement.parties import ContactFields, MergeFields
from store.judgement.people import profile_of_fields
from store.models.private.suggestion import Suggestion
from store.recording import Owner

# Few statements, since each is a way there and back that a busy machine makes long. Rows wanted are arrays: the planner
# expects few rows of a join, and would go through all for each, or read all contacts.
# Who has one of the keys, with everything that is one with them.
MEMBERS = text("""
with root as (
    select distinct coalesce(c.merged_into, c.id) id from contact c
    where c.id = any(array(select k.contact_id from contact_key k where k.key = any(:keys)))
)
select c.id, coalesce(c.merged_into, c.id) root, c.name, c.title, c.phone, c.mobile from contact c
where c.id = any(array(select id from root)) or c.merged_into = any(array(select id from root))
order by c.id
""")
# Their addresses, and their employers with domains, the present one first.
REACHED = text("""
with post as (select * from employment e where e.contact_id = any(:rows))
select p.contact_id, p.value said, null domains, row_number() over (order by p.id) place
from contact_point p where p.contact_id = any(:rows) and p.kind = 'email'
union all
select p.contact_id, o.name, array(select d.domain from company_domain d where d.company_id = o.id),
       row_number() over (order by p.until desc nulls first, p.since desc nulls last, p.id)
from post p join company o on o.id = p.company_id
where o.id = any(array(select company_id from post))
order by place
""")
# Who is at two of these firms: their name, by the domains of both.
AT_TWO = text("""
with firm as materialized (
    select domain, company_id from company_domain where domain = any(:domains)
), post as materialized (
    select f.domain, coalesce(c.merged_into, c.id) person
    from firm f join employment e on e.company_id = f.company_id join contact c on c.id = e.contact_id
    where e.company_id = any(array(select company_id from firm))
)
select distinct on (a.domain, b.domain) a.domain, b.domain, r.name
from post a join post b on b.person = a.person and b.domain <> a.domain join contact r on r.id = a.person
where b.domain = any(:newer) order by a.domain, b.domain, r.name, r.id
""")
WROTE = text("""
select p.address, min(m.sent_at) first_at, max(m.sent_at) last_at
from participation p join message m on m.id = p.message_id
where p.owner_id = :owner and p.address = any(:addresses) and p.role = 'from' group by p.address
""")
OWN = text("""
select s.* from suggestion s
where s.id = any(array(select k.suggestion_id from suggestion_key k where k.owner_id = :owner and k.key = any(:keys)))
  and (s.kind = 'contact' and s.state in ('waiting', 'later', 'approved', 'private')
       or s.kind = 'merge' and s.state in ('approved', 'private'))
order by s.id
""")
# What the owner said of a question about two addresses, and what anybody said last of two contacts.
APART = text("""
select s.key, null::uuid one_id, null::uuid other_id
from suggestion_key k join suggestion s on s.id = k.suggestion_id
where k.owner_id = :owner and k.key = any(:about) and s.kind = 'merge' and s.state = 'refused'
union all
select null, said.one_id, said.other_id from (
    select distinct on (w.one_id, w.other_id) w.one_id, w.other_id, w.same from identity_word w
    where w.entity = 'contact' and (w.one_id = any(:rows) or w.other_id = any(:rows))
    order by w.one_id, w.other_id, w.said_at desc, w.id desc
) said where not said.same
""")
ADDRESSES = text("select contact_id, value from contact_point where contact_id = any(:rows) and kind = 'email'")


def book(session: Session, owner: Owner, people: Sequence[Profile]) -> Book:
    """Everybody who could be one of these people, without those of whom somebody said that they are not."""
    keys = sorted({key for person in people for key in asked_keys(person)})
    addresses = {address for person in people for address in person.addresses}
    shared = _with_colleagues(session, list(_shared(session, owner, keys)), people)
    known = [*shared, *_own(session, owner.user_id, keys, addresses)]
    everybody = sorted(addresses | {address for each in known for address in each.profile.addresses})
    return Book(known, _apart(session, owner.user_id, everybody, [k.contact_id for k in known if k.contact_id]))


def _shared(session: Session, owner: Owner, keys: Sequence[str]) -> Iterator[KnownPerson]:
    members = session.execute(MEMBERS, {"keys": keys}).all()
    root = {row.id: row.root for row in members}
    addresses: dict[UUID, list[str]] = defaultdict(list)
    posts: dict[UUID, list[tuple[str, Sequence[str]]]] = defaultdict(list)
    for contact_id, said, domains, _ in session.execute(REACHED, {"rows": list(root)}) if root else ():
        if domains is None:
            addresses[root[contact_id]].append(said)
        else:
            posts[root[contact_id]].append((said, domains))
    wrote = _wrote(session, owner, sorted({address for found in addresses.values() for address in found}))
    for row in members:
        if row.id == row.root and addresses[row.id]:
            yield _known(row, addresses[row.id], posts[row.id], wrote)


def _with_colleagues(session: Session, known: Sequence[KnownPerson], people: Sequence[Profile]) -> list[KnownPerson]:
    """The known ones; who has the name of somebody at another company, with their colleagues who are there as well."""
    newer: dict[str, set[str]] = defaultdict(set)
    for person in people:
        for key in name_keys(person) if person.domains else ():
            newer[key].update(person.domains)
    alike = [(each, {domain for key in name_keys(each.profile) for domain in newer.get(key, ())}) for each in known]
    elsewhere = [(each, there) for each, there in alike if each.profile.domains and there - set(each.profile.domains)]
    if not elsewhere:
        return list(known)
    domains = {domain for each, _ in elsewhere for domain in each.profile.domains}
    there = set().union(*(found for _, found in elsewhere))
    names: dict[str, dict[str, str]] = defaultdict(dict)
    for domain, other, name in session.execute(AT_TWO, {"domains": sorted(domains | there), "newer": sorted(there)}):
        names[domain][other] = name
    return [replace(each, profile=_beside(each.profile, names)) for each in known]


def _beside(person: Profile, names: Mapping[str, Mapping[str, str]]) -> Profile:
    found = [pair for domain in person.domains for pair in names.get(domain, {}).items()]
    return replace(person, colleagues=tuple(sorted(pair for pair in found if pair[0] not in person.domains)))


def _wrote(session: Session, owner: Owner, addresses: Sequence[str]) -> Mapping[str, tuple[date, date]]:
    """The days of the first and the newest mail from each address that wrote."""
    moments = session.execute(WROTE, {"owner": owner.user_id, "addresses": addresses}) if addresses else ()
    return {address: (owner.day_of(first), owner.day_of(last)) for address, first, last in moments}


def _known(
    row: Row[Any],
    addresses: Sequence[str],
    posts: Sequence[tuple[str, Sequence[str]]],
    wrote: Mapping[str, tuple[date, date]],
) -> KnownPerson:
    days = [wrote[address] for address in addresses if address in wrote]
    profile = Profile(
        names=(row.name,),
        addresses=tuple(addresses),
        domains=tuple(sorted({domain for _, domains in posts for domain in domains})),
        phones=frozenset(filter(None, (row.phone, row.mobile))),
        mobiles=frozenset(filter(None, (row.mobile,))),
        first_day=min((first for first, _ in days), default=None),
        last_day=max((last for _, last in days), default=None),
    )
    return KnownPerson(profile, row.id, posts[0][0] if posts else None, row.title)


def _own(session: Session, owner_id: UUID, keys: Sequence[str], judged: Collection[str]) -> Iterator[KnownPerson]:
    """Those whom nobody else knows; without the open questions that are being judged anew."""
    asked = select(Suggestion).from_statement(OWN)
    for row in session.scalars(asked, {"owner": owner_id, "keys": keys}):
        fields = fields_as_seen(row)
        person = fields.person if isinstance(fields, MergeFields) else fields
        is_open = row.state in ("waiting", "later")
        if isinstance(person, ContactFields) and not (is_open and person.address in judged):
            yield KnownPerson(profile_of_fields(person), None, person.company_name, person.title)


def _apart(session: Session, owner_id: UUID, addresses: Sequence[str], rows: Sequence[UUID]) -> set[str]:
    """Pairs of addresses that are of two people, as the owner said of a question, or anybody of two contacts."""
    values = {"owner": owner_id, "about": [about(address) for address in addresses], "rows": list(rows)}
    found = session.execute(APART, values).all()
    refused = {key for key, _, _ in found if key}
    parted = [(one, other) for key, one, other in found if not key]
    of_contact: dict[UUID, list[str]] = defaultdict(list)
    two = sorted({row for pair in parted for row in pair})
    for contact_id, address in session.execute(ADDRESSES, {"rows": two}) if two else ():
        of_contact[contact_id].append(address)
    return refused.union(*(pair_keys(of_contact[one], of_contact[other]) for one, other in parted))
