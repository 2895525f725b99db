"""Which mails show whose mailbox their writer reads: they answer a mail of ours that nobody else outside can know.

A From header proves nothing. Who answers (RFC 5322 section 3.6.4) a mail that the owner sent to one address alone knows
its Message-ID from there. That proves something only while nobody else outside takes part in the thread, and only if
ours lies among the mails that the owner sent: whoever writes to them could invent one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from store.recording import Owner

# A colleague in copy could have written in the writer's name as well; then it is their own company that they deceive.
# ``writer`` answers ``ours``, which went to ``reads`` alone. Whoever else outside has a part in the thread may know the
# Message-ID from there; so may the writer, if something was sent to them that does not answer a mail of theirs.
ANSWERS = text("""
with answer as (
    select p.address writer, p.company_domain firm, m.id, m.thread_id, o.id ours, q.address reads
    from participation p
    join message m on m.id = p.message_id
    join message o on o.owner_id = m.owner_id and o.header_id = any(m.answers)
    join participation q on q.message_id = o.id and q.role in ('to', 'cc', 'bcc')
    where p.owner_id = :owner and p.address = any(:addresses) and p.role = 'from' and m.direction = 'in'
      and o.direction = 'out' and o.folder = '\\Sent' and not (
        q.address = any(:us) or split_part(q.address, '@', 2) = any(:domains))
), part as (
    select e.id, e.thread_id, e.answers, r.address, r.role, r.company_domain firm
    from message e join participation r on r.message_id = e.id
    where e.owner_id = :owner and e.thread_id = any(array(select thread_id from answer)) and not (
        r.address = any(:us) or split_part(r.address, '@', 2) = any(:domains))
)
select distinct a.writer, a.id, a.reads from answer a
where not exists (
    select from part where part.id = a.ours and part.address <> a.reads
      and not (a.writer = a.reads and coalesce(part.firm = a.firm, false)))
  and not exists (
    select from part where part.thread_id = a.thread_id and part.id <> a.id and part.address not in (a.writer, a.reads)
      and not (a.writer = a.reads and coalesce(part.firm = a.firm, false)))
  and (a.writer = a.reads or not exists (
    select from part where part.thread_id = a.thread_id and part.address = a.writer and part.role in ('to', 'cc', 'bcc')
      and not exists (
        select from part theirs join message t on t.id = theirs.id
        where theirs.address = a.writer and theirs.role = 'from' and t.header_id = any(part.answers))))
""")

# A mail was answered, and the answer went to somebody who had no part in it instead of its sender: the owner takes the
# two for one. A Reply-To header would have been its sender's wish and not the owner's.
MEANT = text("""
with answer as (
    select p.address writer, m.id, o.id ours from participation p
    join message m on m.id = p.message_id
    join message o on o.owner_id = m.owner_id and o.thread_id = m.thread_id and o.answers[1] = m.header_id
    where p.owner_id = :owner and p.address = any(:addresses) and p.role = 'from' and m.direction = 'in'
      and o.direction = 'out' and o.folder = '\\Sent'
      and not exists (select from participation r where r.message_id = m.id and r.role = 'reply_to')
      and not exists (select from participation r where r.message_id = o.id and r.address = p.address)
)
select a.writer, min(q.address) meant from answer a join participation q on q.message_id = a.ours
where q.role in ('to', 'cc', 'bcc') and not (q.address = any(:us) or split_part(q.address, '@', 2) = any(:domains))
  and not exists (select from participation r where r.message_id = a.id and r.address = q.address)
group by a.writer, a.ours having count(distinct q.address) = 1
""")

# What the owner answered at the very address that it came from, they have read and taken for its sender's.
TAKEN = text("""
select m.id from message m join participation p on p.message_id = m.id and p.role = 'from'
where m.id = any(:mails) and exists (
    select from message o join participation q on q.message_id = o.id and q.role = 'to' and q.address = p.address
    where o.owner_id = :owner and o.thread_id = m.thread_id and o.answers[1] = m.header_id
      and o.direction = 'out' and o.folder = '\\Sent')
  and not exists (select from participation r where r.message_id = m.id and r.role = 'reply_to')
""")

# Answers to a mail of ours that went to the writer's company alone, in a thread where nobody else outside had a part
# but the writer at another of their addresses: somebody there must have written it, whoever it was.
FROM_THERE = text("""
select m.id from message m join participation p on p.message_id = m.id and p.role = 'from'
where m.id = any(:mails) and exists (
    select from message o join participation q on q.message_id = o.id
    where o.owner_id = :owner and o.header_id = any(m.answers) and o.direction = 'out' and o.folder = '\\Sent'
      and split_part(q.address, '@', 2) = split_part(p.address, '@', 2))
  and not exists (
    select from message e join participation r on r.message_id = e.id
    where e.owner_id = :owner and e.id <> m.id
      and (e.thread_id = m.thread_id or (e.header_id = any(m.answers) and e.direction = 'out'))
      and split_part(r.address, '@', 2) <> split_part(p.address, '@', 2)
      and coalesce(r.company_domain <> p.company_domain, true)
      and not (r.address = any(:us) or split_part(r.address, '@', 2) = any(:domains))
      and not exists (
        select from contact_point there join contact t on t.id = there.contact_id
        where there.kind = 'email' and there.value = r.address and coalesce(t.merged_into, t.id) in (
          select coalesce(h.merged_into, h.id) from contact_point here join contact h on h.id = here.contact_id
          where here.kind = 'email' and here.value = p.address)))
""")


def readers(session: Session, owner: Owner, addresses: Collection[str]) -> Mapping[str, Mapping[UUID, str]]:
    """For each of these addresses the mails from it that show whose mailbox the writer reads, with that address."""
    found: dict[str, dict[UUID, str]] = defaultdict(dict)
    for address, message_id, reads in session.execute(ANSWERS, _values(owner, addresses)):
        found[address][message_id] = reads
    return found


def meant_by_owner(session: Session, owner: Owner, addresses: Collection[str]) -> Mapping[str, frozenset[str]]:
    """For each of these addresses those to which the owner sent the answer to a mail from it, of their own accord."""
    found: dict[str, set[str]] = defaultdict(set)
    for address, meant in session.execute(MEANT, _values(owner, addresses)):
        found[address].add(meant)
    return {address: frozenset(others) for address, others in found.items()}


def answered_by_owner(session: Session, owner: Owner, mails: Collection[UUID]) -> frozenset[UUID]:
    """Those of these mails that the owner answered at the address that they came from."""
    return frozenset(session.scalars(TAKEN, {"owner": owner.user_id, "mails": list(mails)}))


def from_there(session: Session, owner: Owner, mails: Collection[UUID]) -> frozenset[UUID]:
    """Those of these mails that somebody at their sender's mail domain must have written, whoever it was."""
    return frozenset(session.scalars(FROM_THERE, _values(owner, ()) | {"mails": list(mails)}))


def _values(owner: Owner, addresses: Collection[str]) -> dict[str, object]:
    return {
        "owner": owner.user_id, "addresses": sorted(addresses), "domains": sorted(owner.own_domains),
        "us": sorted(owner.own_addresses | owner.colleagues),
    }  # fmt: skip
