"""What an owner's mail says of the people who wrote it, and with whom they write about the same things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import ARRAY, RowMapping, Uuid, bindparam, text
from sqlalchemy.orm import Session

from store.judgement.drafts import AddressHistory, Detail
from store.queries.histories import quote_of
from store.queries.proofs import meant_by_owner, readers
from store.recording import Owner

# A name is told from threads without a sign of privacy: a mail that may be private changes nothing.
SAID = text("""
select distinct on (address, field, value) address, field, value, message_id, evidence, said_at last_at,
       count(*) over same times, min(said_at) over same first_at, bool_or(verified) over same verified
from (
    select address, field, value, message_id, evidence, said_at, verified or message_id = any(:proven) as verified
    from detail
    where owner_id = :owner and address = any(:addresses)
    union all
    select p.address, 'name', p.name, p.message_id, p.evidence, m.sent_at, m.id = any(:proven)
    from participation p join message m on m.id = p.message_id
    where p.owner_id = :owner and p.address = any(:addresses) and p.role = 'from' and p.person and p.name is not null
      and p.evidence is not null and m.kind = 'person' and not exists (
        select from message t where t.owner_id = :owner and t.thread_id = m.thread_id and t.matter is not null)
) said
window same as (partition by address, field, value)
order by address, field, value, said_at desc, message_id
""").bindparams(bindparam("proven", type_=ARRAY(Uuid)))
# Outsiders in the threads of somebody who wrote there, with the subject of the newest such mail.
TOGETHER = text("""
with mine as (
    select distinct p.address, m.thread_id from participation p join message m on m.id = p.message_id
    where p.owner_id = :owner and p.address = any(:addresses) and p.role = 'from'
)
select distinct on (m.address, q.address) m.address, q.address beside, n.title
from mine m join message n on n.owner_id = :owner and n.thread_id = m.thread_id
join participation q on q.message_id = n.id and q.person and q.address <> m.address
order by m.address, q.address, n.sent_at desc, n.id
""")
MOST = 200  # outsiders beside one: more are a mailing to many


def with_details(session: Session, owner: Owner, histories: Mapping[str, AddressHistory]) -> dict[str, AddressHistory]:
    """The same histories with what the mails say of each person."""
    read, meant = readers(session, owner, histories), meant_by_owner(session, owner, histories)
    own = [message_id for address, mails in read.items() for message_id, reads in mails.items() if reads == address]
    values = {"owner": owner.user_id, "addresses": sorted(histories), "proven": own}
    details: dict[str, list[Detail]] = defaultdict(list)
    for row in session.execute(SAID, values).mappings():
        details[row["address"]].append(_detail(owner, row))
    beside: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for address, other, title in session.execute(TOGETHER, values):
        beside[address].append((other, title))
    return {
        address: replace(
            history,
            details=_newest_first(details[address]),
            threads=tuple(beside[address][:MOST]),
            reads=frozenset(read.get(address, {}).values()),
            meant=meant.get(address, frozenset()),
        )
        for address, history in histories.items()
    }


def _newest_first(details: list[Detail]) -> tuple[Detail, ...]:
    return tuple(sorted(details, key=lambda each: (-each.last_on.toordinal(), -each.times, each.field, each.value)))


def _detail(owner: Owner, row: RowMapping | Mapping[str, Any]) -> Detail:
    return Detail(
        field=row["field"],
        value=row["value"],
        first_on=owner.day_of(row["first_at"]),
        last_on=owner.day_of(row["last_at"]),
        times=row["times"],
        verified=row["verified"],
        quote=quote_of(row["field"], row["message_id"], None, row["evidence"]),
    )
