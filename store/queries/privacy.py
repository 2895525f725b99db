"""Threads that are clearly private, told from the signs in their mails and from who takes part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from sqlalchemy import ARRAY, Uuid, bindparam, text
from sqlalchemy.orm import Session

from extract.facts import Matter
from store.judgement.callings import callings_in, usual
from store.judgement.privacy import Habit, Strength, Thread, is_clearly_private
from store.recording import Owner

SEVERAL = 3  # private addresses among somebody's own contacts
SIGNS = text("""
with near as (
    select distinct m.thread_id from participation p join message m on m.id = p.message_id
    where p.owner_id = :owner and p.address = any(:addresses)
)
select m.thread_id, s.key matter, max((s.value ->> 'weight')::int) weight, max((s.value ->> 'signs')::int) signs
from message m, jsonb_each(m.matters) s
where m.owner_id = :owner and m.kind = 'person' and m.thread_id = any(array(select thread_id from near))
group by m.thread_id, s.key
""")
# Who takes part in each thread: whether at a firm, whether known from business, whether a colleague of the owner. Whose
# customers write from private addresses, as builders' and brokers' do, has them judged as firms are.
PEOPLE = text("""
select m.thread_id,
       coalesce(bool_or(not ours and p.company_domain is not null), false) or (
           select count(*) >= :several from suggestion s where s.owner_id = :owner and s.kind = 'contact'
           and s.state in ('approved', 'published') and s.fields ->> 'company_domain' is null) at_firms,
       coalesce(bool_or(not ours and (
           exists (select from contact_point c where c.kind = 'email' and c.value = p.address)
           or exists (select from company_domain d where d.domain = p.company_domain)
           or exists (select from suggestion s where s.owner_id = :owner and s.key = 'contact:' || p.address
                      and s.state in ('approved', 'published')))), false) has_business,
       coalesce(bool_or(ours and p.address <> all(:own)), false) has_colleagues,
       array_agg(distinct p.address || ' ' || coalesce(p.name, '')) filter (where not ours) called,
       (select array_agg(distinct d.value) from detail d where d.owner_id = :owner and d.field in ('title', 'company')
        and d.address = any(array_agg(p.address) filter (where not ours))) signed
from message m join participation p on p.message_id = m.id
cross join lateral (select p.address = any(:us) or split_part(p.address, '@', 2) = any(:domains) as ours)
where m.owner_id = :owner and m.thread_id = any(:threads)
group by m.thread_id
""")

# How much speaks for privacy in each thread of which an owner approved one of the newest notes.
HABIT = text("""
with note as (
    select id from suggestion where owner_id = :owner and kind = 'interaction' and state in ('approved', 'published')
    order by happened_at desc limit 200
), noted as (
    select distinct m.thread_id from note join suggestion_source s on s.suggestion_id = note.id
    join message m on m.id = s.message_id
)
select coalesce(sum(said.weight), 0) from noted left join lateral (
    select max((k.value ->> 'weight')::int) weight from message m, jsonb_each(m.matters) k
    where m.owner_id = :owner and m.thread_id = noted.thread_id and k.key not in ('aside', 'marked')
    group by k.key
) said on true
group by noted.thread_id
""")
# By what names a rep's own customers go.
CUSTOMERS = text("""
select key || ' ' || coalesce(fields ->> 'name', '') from suggestion
where owner_id = :owner and kind = 'contact' and state in ('approved', 'published') order by key limit 500
""")


# Of these addresses those with whom there is nothing but such threads.
AT_HOME = text("""
select p.address from participation p join message m on m.id = p.message_id
where p.owner_id = :owner and p.address = any(:addresses) and m.kind = 'person'
group by p.address having bool_and(m.thread_id = any(:private))
""").bindparams(bindparam("private", type_=ARRAY(Uuid)))


def known_at_home(
    session: Session, owner: Owner, addresses: Collection[str], private: Collection[UUID]
) -> frozenset[str]:
    """Addresses whose mail is all private: who comes to dinner as well is met for no business."""
    asked = {"owner": owner.user_id, "addresses": sorted(addresses), "private": sorted(private)}
    return frozenset(session.scalars(AT_HOME, asked)) if private else frozenset()


def private_threads(session: Session, owner: Owner, addresses: Collection[str]) -> frozenset[UUID]:
    """The threads with these addresses that are clearly private."""
    matters: dict[UUID, dict[Matter, Strength]] = defaultdict(dict)
    asked = {"owner": owner.user_id, "addresses": sorted(addresses)}
    for thread_id, matter, weight, signs in session.execute(SIGNS, asked) if addresses else ():
        matters[thread_id][matter] = Strength(weight, signs)
    if not matters:
        return frozenset()
    people = {
        "owner": owner.user_id, "threads": list(matters), "domains": sorted(owner.own_domains),
        "us": sorted(owner.own_addresses | owner.colleagues), "own": sorted(owner.own_addresses),
        "several": SEVERAL,
    }  # fmt: skip
    rows, habit = session.execute(PEOPLE, people).all(), _habit(session, owner)
    called = {row.thread_id: callings_in(*(row.called or ())) for row in rows}
    theirs = _customers_callings(session, owner) if any(called.values()) else frozenset()
    threads = {
        row.thread_id: Thread(
            matters[row.thread_id], row.at_firms, row.has_business, row.has_colleagues,
            called[row.thread_id] - theirs, tuple(row.signed or ()),
        )
        for row in rows
    }  # fmt: skip
    return frozenset(thread_id for thread_id, thread in threads.items() if is_clearly_private(thread, habit))


def _customers_callings(session: Session, owner: Owner) -> frozenset[Matter]:
    return usual([callings_in(name) for name in session.scalars(CUSTOMERS, {"owner": owner.user_id})])


def _habit(session: Session, owner: Owner) -> Habit:
    return Habit(tuple(session.scalars(HABIT, {"owner": owner.user_id})))
