"""Known people who could be meant: shared contacts, and those whom the owner alone settled or is asked about.

Everything is found by key, so that a hundred thousand contacts cost no more than a hundred.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, select, text
from sqlalchemy.orm import Session

from store.fields import fields_as_seen
from store.judgement.identity.book import Book, pair_keys
from store.judgement.identity.profiles import KnownPerson, Profile, about, asked_keys
from store.judgement.parties import ContactFields, MergeFields
from store.judgement.people import profile_of_fields
from store.models.private.suggestion import Suggestion
from store.recording import Owner

# Each contact found, with everything that is one with it. Arrays make the planner take the indexes: it expects many
# more rows of a join than a key has, and would read all contacts.
SHARED = text("""
with root as (
    select distinct coalesce(c.merged_into, c.id) id from contact c
    where c.id = any(array(select k.contact_id from contact_key k where k.key = any(:keys)))
), member as (
    select c.id, coalesce(c.merged_into, c.id) root from contact c
    where c.id = any(array(select id from root)) or c.merged_into = any(array(select id from root))
), point as (
    select m.root, array_agg(p.value order by p.id) addresses from member m
    join contact_point p on p.contact_id = m.id and p.kind = 'email'
    where p.contact_id = any(array(select id from member)) group by m.root
), post as (
    select m.root, e.id, e.company_id, e.since, e.until from member m join employment e on e.contact_id = m.id
    where e.contact_id = any(array(select id from member))
), firm as (
    select o.id, o.name, array(select d.domain from company_domain d where d.company_id = o.id) domains from company o
    where o.id = any(array(select company_id from post))
), domain as (
    select p.root, array_agg(distinct d.domain) domains from post p join firm f on f.id = p.company_id
    cross join unnest(f.domains) d (domain) group by p.root
), work as (
    select p.root, (array_agg(f.name order by p.until desc nulls first, p.since desc nulls last, p.id))[1] company
    from post p join firm f on f.id = p.company_id group by p.root
)
select r.id root, r.name, r.title, r.phone, r.mobile, p.addresses, coalesce(d.domains, '{}') domains, w.company
from contact r join point p on p.root = r.id left join work w on w.root = r.id left join domain d on d.root = r.id
where r.id = any(array(select id from root))
order by r.id
""")
WROTE = text("""
select p.address, min(m.sent_at) first_at, max(m.sent_at) last_at
from participation p join message m on m.id = p.message_id
where p.owner_id = :owner and p.address = any(:addresses) and p.role = 'from' group by p.address
""")
OWN = text("""
select distinct k.suggestion_id from suggestion_key k join suggestion s on s.id = k.suggestion_id
where k.owner_id = :owner and k.key = any(:keys)
  and (s.kind = 'contact' and s.state in ('waiting', 'later', 'approved', 'private')
       or s.kind = 'merge' and s.state in ('approved', 'private'))
""")
REFUSED = text("""
select distinct s.key from suggestion_key k join suggestion s on s.id = k.suggestion_id
where k.owner_id = :owner and k.key = any(:about) and s.kind = 'merge' and s.state = 'refused'
""")
PARTED = text("""
select distinct on (w.one_id, w.other_id) w.one_id, w.other_id, w.same from identity_word w
where w.entity = 'contact' and (w.one_id = any(:rows) or w.other_id = any(:rows))
order by w.one_id, w.other_id, w.said_at desc, w.id desc
""")
ADDRESSES = text("select contact_id, value from contact_point where contact_id = any(:rows) and kind = 'email'")


def book(session: Session, owner: Owner, people: Sequence[Profile]) -> Book:
    """Everybody who could be one of these people, without those of whom somebody said that they are not."""
    keys = sorted({key for person in people for key in asked_keys(person)})
    addresses = {address for person in people for address in person.addresses}
    known = [*_shared(session, owner, keys), *_own(session, owner.user_id, keys, addresses)]
    everybody = sorted(addresses | {address for each in known for address in each.profile.addresses})
    return Book(known, _apart(session, owner.user_id, everybody, [k.contact_id for k in known if k.contact_id]))


def _shared(session: Session, owner: Owner, keys: Sequence[str]) -> Iterator[KnownPerson]:
    rows = session.execute(SHARED, {"keys": keys}).mappings().all()
    addresses = sorted({address for row in rows for address in row["addresses"]})
    moments = session.execute(WROTE, {"owner": owner.user_id, "addresses": addresses})
    wrote = {address: (owner.day_of(first), owner.day_of(last)) for address, first, last in moments}
    for row in rows:
        yield _known(row, [wrote[address] for address in row["addresses"] if address in wrote])


def _known(row: RowMapping, days: Sequence[tuple[date, date]]) -> KnownPerson:
    profile = Profile(
        names=(row["name"],),
        addresses=tuple(row["addresses"]),
        domains=tuple(row["domains"]),
        phones=frozenset(filter(None, (row["phone"], row["mobile"]))),
        mobiles=frozenset(filter(None, (row["mobile"],))),
        first_day=min((first for first, _ in days), default=None),
        last_day=max((last for _, last in days), default=None),
    )
    return KnownPerson(profile, row["root"], row["company"], row["title"])


def _own(session: Session, owner_id: UUID, keys: Sequence[str], judged: Collection[str]) -> Iterator[KnownPerson]:
    """Those whom nobody else knows; without the open questions that are being judged anew."""
    ids = session.scalars(OWN, {"owner": owner_id, "keys": keys}).all()
    for row in session.scalars(select(Suggestion).where(Suggestion.id.in_(ids)).order_by(Suggestion.id)):
        fields = fields_as_seen(row)
        person = fields.person if isinstance(fields, MergeFields) else fields
        is_open = row.state in ("waiting", "later")
        if isinstance(person, ContactFields) and not (is_open and person.address in judged):
            yield KnownPerson(profile_of_fields(person), None, person.company_name, person.title)


def _apart(session: Session, owner_id: UUID, addresses: Sequence[str], rows: Sequence[UUID]) -> set[str]:
    """Pairs of addresses that are of two people, as the owner said of a question, or anybody of two contacts."""
    asked: dict[str, Any] = {"owner": owner_id, "about": [about(address) for address in addresses]}
    refused = set(session.scalars(REFUSED, asked))
    parted = [(one, other) for one, other, same in session.execute(PARTED, {"rows": list(rows)}) if not same]
    of_contact: dict[UUID, list[str]] = defaultdict(list)
    for contact_id, address in session.execute(ADDRESSES, {"rows": sorted({row for pair in parted for row in pair})}):
        of_contact[contact_id].append(address)
    return refused.union(*(pair_keys(of_contact[one], of_contact[other]) for one, other in parted))
