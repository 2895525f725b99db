"""Whom an owner only meets in their own time: in the evening or at weekends, alone, and never writes with.

Such meetings are no exchange by themselves. Whoever is met on business then is written with as well, if only to invite
or accept, or met by day.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import time
from typing import Final
from uuid import UUID

from sqlalchemy import ARRAY, Uuid, bindparam, text
from sqlalchemy.orm import Session

from store.recording import Owner

EVENING: Final = time(17, 30)
MORNING: Final = time(7)
# Meetings in an owner's own time with these: they may be on business once more is known of them.
EVENINGS = text("""
select distinct g.uid, g.recurrence_id from participation p join meeting g on g.id = p.meeting_id
cross join lateral (select g.starts_at at time zone :zone) own(at)
where p.owner_id = :owner and p.address = any(:addresses) and g.status = 'confirmed'
  and (extract(isodow from own.at) > 5 or own.at::time >= :evening or own.at::time < :morning)
""")
AT_LEISURE = text("""
select p.address from participation p join meeting g on g.id = p.meeting_id
cross join lateral (select g.starts_at at time zone :zone) own(at)
cross join lateral (
    select exists (
        select from participation o where o.owner_id = :owner and o.meeting_id = g.id and o.address <> all(:own)
        and (o.address = any(:us) or split_part(o.address, '@', 2) = any(:domains))) by_colleagues
) joined
where p.owner_id = :owner and p.address = any(:addresses) and g.status = 'confirmed' and g.starts_at is not null
  and not exists (select from company_domain d where d.domain = p.company_domain)
  and not exists (
    select from participation x join message m on m.id = x.message_id
    where x.owner_id = :owner and x.address = p.address and m.kind in ('person', 'calendar')
      and m.thread_id <> all(:private))
group by p.address
having bool_and(not by_colleagues
                and (extract(isodow from own.at) > 5 or own.at::time >= :evening or own.at::time < :morning))
""").bindparams(bindparam("private", type_=ARRAY(Uuid)))


def met_at_leisure(
    session: Session, owner: Owner, addresses: Collection[str], private: Collection[UUID]
) -> frozenset[str]:
    """Those of these addresses whom the owner meets at leisure alone.

    Args:
        private: threads that are clearly so.
    """
    asked = _hours(owner, addresses) | {
        "private": sorted(private), "own": sorted(owner.own_addresses),
        "us": sorted(owner.own_addresses | owner.colleagues), "domains": sorted(owner.own_domains),
    }  # fmt: skip
    return frozenset(session.scalars(AT_LEISURE, asked)) if addresses else frozenset()


def evenings_with(session: Session, owner: Owner, addresses: Collection[str]) -> frozenset[tuple[str, str]]:
    """The meetings with these addresses in the owner's own time, each as UID and instance."""
    rows = session.execute(EVENINGS, _hours(owner, addresses)) if addresses else ()
    return frozenset((uid, recurrence_id) for uid, recurrence_id in rows)


def _hours(owner: Owner, addresses: Collection[str]) -> dict[str, object]:
    return {
        "owner": owner.user_id, "addresses": sorted(addresses), "zone": owner.timezone, "evening": EVENING,
        "morning": MORNING,
    }  # fmt: skip
