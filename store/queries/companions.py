"""Who is beside somebody in the same threads, mails and meetings, with where the newest of them names each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import ARRAY, Uuid, bindparam, select, text
from sqlalchemy.orm import Session

from store.fields import fields_as_seen
from store.judgement.companions import NAMED, domain_of, may_bring
from store.judgement.drafts import AddressHistory, Beside, Known
from store.models.private.suggestion import Suggestion
from store.queries.histories import known, quote_of
from store.queries.newcomers import newcomers
from store.queries.policies import Use
from store.recording import Owner

# Of what lies in the bin or is clearly private nothing is told, nor of what is not between people. Who is of another
# company has to be in one and the same mail or meeting: threads are passed on.
BESIDE = text("""
with near as (
    select p.address, n.id message_id, null::uuid meeting_id, n.sent_at at, n.id = m.id together
    from participation p join message m on m.id = p.message_id
    join message n on n.owner_id = :owner and n.thread_id = m.thread_id
    where p.owner_id = :owner and p.address = any(:addresses) and p.person and n.kind = 'person'
      and coalesce(n.folder, '') not in ('\\Junk', '\\Trash', '\\Drafts') and n.thread_id <> all(:private)
    union
    select p.address, null, g.id, g.starts_at, true from participation p join meeting g on g.id = p.meeting_id
    where p.owner_id = :owner and p.address = any(:addresses) and p.person
      and g.status = 'confirmed' and not g.private
)
select distinct on (near.address, q.address) near.address, q.address beside, q.name, q.message_id, q.meeting_id,
       q.evidence
from near join participation q on (q.message_id = near.message_id or q.meeting_id = near.meeting_id)
where q.person and q.address <> near.address and q.evidence is not null
  and q.company_domain is not null and q.address <> all(:us) and split_part(q.address, '@', 2) <> all(:domains)
  and (near.together or split_part(q.address, '@', 2) = split_part(near.address, '@', 2))
order by near.address, q.address, (q.name is null), near.at desc nulls last, q.id
""").bindparams(bindparam("private", type_=ARRAY(Uuid)))
# They are held for a day from then on, which no decision of a person's is.
NOTED = text("""
select s.id, max(d.id::text)::uuid decision_id
from decision d join suggestion s on s.id = d.suggestion_id and s.kind = 'contact'
join decision f on f.owner_id = d.owner_id and f.op_id = d.op_id and f.suggestion_id <> d.suggestion_id
join suggestion_key k on k.suggestion_id = f.suggestion_id and k.key = 'w:' || (s.fields ->> 'address')
where d.owner_id = :owner and d.verb in ('approve', 'edit') and d.policy_id is null and s.share_at > :since
  and s.share_at >= d.decided_at + interval '1 day' and not exists (select from decision u where u.undoes = d.id)
group by s.id order by max(s.share_at) desc, s.id limit 50
""")


def with_companions(
    session: Session, owner: Owner, histories: Mapping[str, AddressHistory], private: Collection[UUID]
) -> dict[str, AddressHistory]:
    """The same histories; of new people with others who are new and beside them, or of their company and asked about.

    Args:
        private: threads that are clearly so.
    """
    new = _unsettled(session, owner, [address for address, one in histories.items() if may_bring(one)])
    if not new:
        return dict(histories)
    values = {
        "owner": owner.user_id, "addresses": sorted(new), "private": sorted(private),
        "us": sorted(owner.own_addresses | owner.colleagues), "domains": sorted(owner.own_domains),
    }  # fmt: skip
    rows = session.execute(BESIDE, values).all()
    unknown = _unsettled(session, owner, {row.beside for row in rows})
    found: dict[str, dict[str, Beside]] = defaultdict(dict)
    at_firms = {address for address in new if histories[address].company_domain}
    for one in newcomers(session, owner, [histories[address] for address in at_firms]):
        for address in at_firms - {one.address}:
            if domain_of(address) == domain_of(one.address):
                found[address][one.address] = one
    for row in rows:
        quote = quote_of(f"{NAMED}{row.beside}", row.message_id, row.meeting_id, row.evidence)
        found[row.address] |= {row.beside: Beside(row.beside, row.name, quote)} if row.beside in unknown else {}
    return {address: replace(one, beside=tuple(found[address].values())) for address, one in histories.items()}


def noted_since(session: Session, owner_id: UUID, since: datetime) -> list[Use]:
    """Whom an earlier decision noted once there was an exchange with them, and nobody undid; the newest first."""
    noted = session.execute(NOTED, {"owner": owner_id, "since": since})
    found: dict[UUID, UUID] = {row.id: row.decision_id for row in noted}
    rows = {row.id: row for row in session.scalars(select(Suggestion).where(Suggestion.id.in_(found)))}
    return [
        Use(decision_id, None, fields_as_seen(row), "approve", row.state, row.suggested_at, row.share_at,
            is_addition=False)
        for row, decision_id in ((rows[id_], decision_id) for id_, decision_id in found.items())
    ]  # fmt: skip


def _unsettled(session: Session, owner: Owner, addresses: Collection[str]) -> set[str]:
    """Those of these addresses that are nobody's contact and were not refused."""
    settled = known(session, owner.user_id, addresses) if addresses else Known()
    return set(addresses) - settled.contacts - settled.refused
